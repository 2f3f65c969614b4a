#!/bin/sh
# Make .venv and install one pinned list into it. Usage: setup.sh [requirements-dev.txt]
#
# Instant when nothing changed: a stamp in .venv holds the hash of the list and the Python
# version. An interrupted run leaves a marker, and the next run starts the environment anew.
set -eu
cd "$(dirname "$0")/.."

list=${1:-requirements.txt}
stamp=.venv/installed-$list
marker=.venv/unfinished
log=.venv/setup.log
venv_python=.venv/bin/python

fail() {
    echo "$*" >&2
    exit 1
}

python_version() {
    "$1" -c 'import platform; print(platform.python_version())'
}

# What the stamp must say for the environment to be the right one.
wanted() {
    "$venv_python" -c '
import hashlib, pathlib, platform, sys
print(platform.python_version(), hashlib.sha256(pathlib.Path(sys.argv[1]).read_bytes()).hexdigest())
' "$list" 2>/dev/null
}

# An explicit PYTHON of another version than the environment's asks for a new environment.
other_python_asked() {
    [ -n "${PYTHON:-}" ] && [ "$(python_version "$PYTHON" 2>/dev/null)" != "$(python_version "$venv_python" 2>/dev/null)" ]
}

explain_failure() {
    if grep -q 'DO NOT MATCH THE HASHES' "$log"; then
        fail "A downloaded package differs from the one we pinned (see $log): nothing was installed from it."
    elif grep -q 'No space left on device' "$log"; then
        fail "The disk is full: free some space, then run make setup again."
    elif grep -qE 'Retrying|ConnectionError|Connection(Reset)?Error|onnection broken|timed out|HTTPError|HTTP error|IncompleteRead|SSLError|ProxyError' "$log"; then
        fail "Could not download the packages: check the network, then run make setup again (details: $log)."
    elif grep -qE 'No matching distribution|from versions: none' "$log"; then
        fail "A package has no ready-made file for Python $(python_version "$venv_python") on this system: use Python 3.11, 3.12 or 3.13, named with PYTHON=… (details: $log)."
    fi
    fail "pip could not install the packages: the reason is at the end of $log."
}

if other_python_asked; then
    sh tools/find-python.sh >/dev/null # it says what is wrong with PYTHON, before anything is lost
    rm -rf .venv
fi
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(wanted)" ]; then
    exit 0
fi

if [ -e "$marker" ] || ! "$venv_python" -m pip --version >/dev/null 2>&1; then
    python=$(sh tools/find-python.sh)
    echo "Making .venv with Python $(python_version "$python")"
    rm -rf .venv
    mkdir .venv
    : >"$marker"
    "$python" -m venv .venv >"$log" 2>&1 ||
        fail "Could not make .venv: python3-venv may be missing (Debian, Ubuntu: apt install python3-venv); details: $log."
fi

echo "Installing the packages of $list (once; a minute or so)"
: >"$marker"
if ! "$venv_python" -m pip install --require-hashes --only-binary :all: --no-input \
    --disable-pip-version-check --progress-bar off -r "$list" >"$log" 2>&1; then
    # pip downloads everything before it touches the environment: without this line all is as before.
    grep -q '^Installing collected packages' "$log" || rm -f "$marker"
    explain_failure
fi
wanted >"$stamp"
rm -f "$marker"
