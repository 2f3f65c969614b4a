# The newsroom's commands. `make` alone lists them; the work is done in tools/.

PY := .venv/bin/python
PORT ?= 8000

.DEFAULT_GOAL := help
.NOTPARALLEL:

.PHONY: help
help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

.PHONY: setup
setup: ## make .venv and install the pinned packages
	@sh tools/setup.sh

.PHONY: run
run: setup ## prepare everything and start the newsroom, web server and worker (PORT=8000)
	@$(PY) manage.py run_newsroom --port $(PORT)

.PHONY: dev-setup
dev-setup: setup ## install the packages for development on top
	@sh tools/setup.sh requirements-dev.txt

.PHONY: test-setup
test-setup: dev-setup ## install what the tests need: PostgreSQL, Chromium, gettext
	@$(PY) tools/test_services.py

.PHONY: test
test: test-setup check ## run the checks, then all tests on SQLite and PostgreSQL
	@sh tools/test.sh

.PHONY: check
check: dev-setup ## format, lint, types, imports, migrations, translations
	@sh tools/check.sh

.PHONY: format
format: dev-setup ## format the code and the templates, repair what can be repaired
	@.venv/bin/ruff format --quiet .
	@.venv/bin/ruff check --fix .
	@find articles newsroom -path '*/templates/*.html' -exec .venv/bin/djade --target-version 5.2 {} +

.PHONY: messages
messages: dev-setup ## collect the texts to translate and compile the German and the Russian catalogue
	@mkdir -p articles/locale
	@cd articles && ../$(PY) -m django makemessages --locale de --locale ru --no-obsolete --add-location file
	@cd articles && ../$(PY) -m django compilemessages --locale de --locale ru

.PHONY: measure
measure: test-setup ## queries a page on both databases, speed of reading, by length too, encodings, names matched and linked, relations, formats, the site with 100,000 texts
	@$(PY) tools/measure.py
	@$(PY) tools/measure_run_page.py
	@$(PY) tools/measure_encodings.py
	@$(PY) tools/measure_names.py
	@$(PY) tools/measure_relations.py
	@$(PY) tools/measure_formats.py
	@$(PY) tools/measure_containers.py
	@$(PY) tools/measure_length.py 3
	@$(PY) tools/measure_site.py

.PHONY: lock
lock: ## resolve requirements*.in into the pinned, hashed requirements*.txt
	@sh tools/lock.sh
