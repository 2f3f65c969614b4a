#!/bin/sh
# All tests on SQLite, then on PostgreSQL. Both run, even when the first has failures.
# The pure core sees no database, nor does the look of a page: once is enough for them. Arguments go to pytest.
set -u
cd "$(dirname "$0")/.."

failed=
trap 'exit 130' INT TERM
echo "Tests on SQLite"
.venv/bin/python -m pytest -n 2 --quiet --database sqlite "$@" || failed="$failed SQLite"
once="--ignore tests/pipeline --ignore tests/views/test_accessibility.py --ignore tests/views/test_looks.py"
echo "Tests on PostgreSQL (without those of the core and of the look of pages: they know no database)"
.venv/bin/python -m pytest -n 2 --quiet --database postgres $once "$@" || failed="$failed PostgreSQL"

if [ -n "$failed" ]; then
    echo "Tests failed on:$failed" >&2
    exit 1
fi
