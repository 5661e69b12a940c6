# Pumasi. Two commands on a fresh machine: `make try` runs it, `make test` tests it.
# ROOM=members narrows tests to one room. PORT and PUMASI_HOME move an installation.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
STAMP := .venv/.installed
DEV := .venv/.installed-dev
TESTS := $(if $(ROOM),$(firstword $(wildcard tests/rooms/$(ROOM) tests/$(ROOM))),tests)
# Each of the processes that run tests has a database server of its own; tests of one file share a world and stay together. WORKERS=0 runs them in one. A browser
# fills both processors by itself, so its tests follow one after another.
WORKERS ?= $(if $(ROOM),0,2)
# What needs Chromium; where there is none these tests are skipped and say so.
BROWSER := tests/browser tests/journeys/test_import.py tests/journeys/test_introduction.py tests/journeys/test_events.py tests/journeys/test_facilities.py tests/journeys/test_news.py

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# pip is needed once, to fetch uv; where this Python has one, the environment gets none of its own, which is six seconds less.
.venv/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv --without-pip .venv && $(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check uv 2>/dev/null \
		|| { rm -rf .venv && $(PYTHON) -m venv .venv && $(BIN)/pip install --quiet --disable-pip-version-check uv; }

# The lock holds hashes and no addresses; the project itself is installed without looking anything up.
$(STAMP): .venv/bin/uv requirements.lock pyproject.toml
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps -e .
	@touch $@

$(DEV): $(STAMP) requirements-dev.lock tests/markup/package-lock.json
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.lock
	@$(BIN)/python frontend/build.py --tests
	@touch $@

.PHONY: help setup try test browser sure bench races lock format docs assets

assets:
	@$(BIN)/python frontend/build.py
	@$(BIN)/python -m pumasi.web.messages

setup: $(STAMP) assets ## Install into .venv and build the pages' assets; starts nothing

try: setup ## Set everything up and serve it with the sample cluster (PORT, PUMASI_HOME)
	@$(BIN)/pumasi serve --sample --stop-database

test: $(DEV) assets ## Run the tests (ROOM=members for one room)
	@$(BIN)/python -m pytest $(TESTS) -q -n $(WORKERS) --dist loadfile $(if $(ROOM),,-m "not browser")
	@$(if $(ROOM),,$(BIN)/python -m pytest $(TESTS) -q -m browser)

browser: $(DEV) assets ## Walk the journeys in a real browser
	@$(BIN)/python -m pytest $(BROWSER) -q

# How often each race is run; every promise is then told as a line of JSON.
TRIALS ?= 1000

races: $(DEV) assets ## Run the races alone, each 1,000 times (TRIALS): a line of JSON a promise
	@PUMASI_RACE_TRIALS=$(TRIALS) $(BIN)/python -m pytest tests/races -q

sure: $(DEV) assets ## All that must hold before a push
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/mypy src
	$(BIN)/lint-imports
	$(BIN)/pumasi schema --check
	$(BIN)/pumasi messages --check
	@$(MAKE) --no-print-directory test

bench: $(DEV) ## Measure against peers in one run (peers: benchmarks/requirements.txt)
	@$(BIN)/python -m benchmarks

format: $(DEV) ## Put the code in order
	$(BIN)/ruff format src tests benchmarks
	$(BIN)/ruff check --fix src tests benchmarks

lock: ## Write the locks anew from pyproject.toml (developers)
	$(UV) lock --quiet
	$(UV) export --quiet --no-emit-project --no-annotate --no-header --no-default-groups --group build -o requirements.lock
	$(UV) export --quiet --no-emit-project --no-annotate --no-header --all-groups -o requirements-dev.lock
	@rm -f uv.lock
