#!/bin/sh
# Print the command of a Python that can run the newsroom: 3.11 or newer, with venv.
# PYTHON in the environment decides alone when it is set.
set -eu

usable() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

has_venv() {
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1
}

if [ -n "${PYTHON:-}" ]; then
    candidates=$PYTHON
    usable "$PYTHON" || {
        echo "PYTHON=$PYTHON is not a working Python 3.11 or newer." >&2
        exit 1
    }
    if has_venv "$PYTHON"; then echo "$PYTHON"; exit 0; fi
    without_venv=$PYTHON
else
    without_venv=
    for candidate in python3.13 python3.12 python3.11 python3 python3.14 python; do
        usable "$candidate" || continue
        if has_venv "$candidate"; then echo "$candidate"; exit 0; fi
        without_venv=${without_venv:-$candidate}
    done
fi

if [ -n "$without_venv" ]; then
    echo "python3-venv is missing for $without_venv: install it (Debian, Ubuntu: apt install python3-venv) and run the command again." >&2
else
    echo "No Python 3.11 or newer was found: install one, or name it with PYTHON=/path/to/python3." >&2
fi
exit 1
