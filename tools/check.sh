#!/bin/sh
# Every check that needs no test run: format, lint, types, imports, migrations, translations.
# All of them run, each says one line; what failed shows its output and what to do about it.
set -eu
cd "$(dirname "$0")/.."

bin=.venv/bin
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM
# The checks load the settings: let them find a key and an empty folder, not the user's data.
unset DATABASE_URL
export NEWSROOM_DATA_DIR="$scratch" NEWSROOM_SECRET_KEY=checks-only
failed=

# step NAME ADVICE COMMAND…
step() {
    name=$1 advice=$2
    shift 2
    if "$@" >"$scratch/output" 2>&1; then
        # A check that could not do its work says so in a line that begins with "note:".
        printf '%-14s ok %s\n' "$name" "$(sed -n 's/^note: /- /p' "$scratch/output")"
    else
        printf '%-14s FAILED: %s\n' "$name" "$advice"
        sed 's/^/    /' "$scratch/output" | head -n 60
        failed="$failed $name"
    fi
}

templates_formatted() {
    find articles newsroom -path '*/templates/*.html' -exec "$bin/djade" --check --target-version 5.2 {} +
}

imports_allowed() {
    # Not .venv/bin/lint-imports: its first line names the folder .venv was made in.
    "$bin/python" -c 'from importlinter.cli import lint_imports_command as main; main(["--no-logo"])'
}

step format "run make format" "$bin/ruff" format --check --output-format concise .
step templates "run make format" templates_formatted
step lint "make format repairs some, the rest is for you" "$bin/ruff" check --output-format concise .
step types "see the lines below" "$bin/python" -m mypy
step imports "an import points up; docs/architecture.md has the layers" imports_allowed
step migrations "run .venv/bin/python manage.py makemigrations" \
    "$bin/python" manage.py makemigrations --check --dry-run
step translations "run make messages and fill in the German and the Russian text" \
    "$bin/python" tools/check_translations.py

if [ -n "$failed" ]; then
    echo "Not ready:$failed" >&2
    exit 1
fi
