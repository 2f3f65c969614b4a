#!/bin/sh
# All tests on SQLite, then on PostgreSQL. Both run, even when the first has failures.
# The pure core sees no database, so once is enough for it. Arguments go to pytest.
set -u
cd "$(dirname "$0")/.."

failed=
trap 'exit 130' INT TERM
echo "Tests on SQLite"
.venv/bin/python -m pytest -n 2 --quiet --database sqlite "$@" || failed="$failed SQLite"
echo "Tests on PostgreSQL (without tests/pipeline: the core knows no database)"
.venv/bin/python -m pytest -n 2 --quiet --database postgres --ignore tests/pipeline "$@" || failed="$failed PostgreSQL"

if [ -n "$failed" ]; then
    echo "Tests failed on:$failed" >&2
    exit 1
fi
