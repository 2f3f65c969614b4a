#!/bin/sh
# Resolve requirements*.in into pinned, hashed requirements*.txt.
#
# One universal resolution for Python 3.11 to 3.13 on Linux, macOS and Windows. The
# development list contains the runtime list and is resolved first; the runtime list
# is then held to the same versions. uv lives in a throw-away environment: it is
# needed here only, never to install or run.
set -eu
cd "$(dirname "$0")/.."

python=$(sh tools/find-python.sh)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM

"$python" -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet --disable-pip-version-check uv

compile() {
    "$scratch/venv/bin/uv" pip compile "$@" \
        --quiet --universal --python-version 3.11 --fork-strategy fewest \
        --generate-hashes --no-emit-index-url --no-emit-find-links \
        --custom-compile-command "make lock"
}
# LOCK_OPTIONS: for example "--upgrade" for the monthly round.
# shellcheck disable=SC2086
compile requirements-dev.in --output-file requirements-dev.txt ${LOCK_OPTIONS:-}
compile requirements.in --constraint requirements-dev.txt --output-file requirements.txt ${LOCK_OPTIONS:-}
