# The newsroom's commands. `make` alone lists them.
# Each does its work in .venv and in tools/, so that it reads the same on every machine.

PY := .venv/bin/python
PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help
help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

.PHONY: setup
setup: ## make .venv and install the pinned packages
	@sh tools/setup.sh

.PHONY: run
run: setup ## prepare everything and start the newsroom (PORT=8000)
	@$(PY) manage.py run_newsroom --port $(PORT)

.PHONY: lock
lock: ## resolve requirements*.in into the pinned, hashed requirements*.txt
	@sh tools/lock.sh
