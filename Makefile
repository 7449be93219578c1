# The few verbs of the project. Continuous integration and the README call the same ones.
#
#   make demo   PORT=8001 DEMO_DIR=/somewhere
#   make test   ARGS="tests/news -k feed"  DATABASE_URL=postgres://…  KOHTAAMO_FAIL_ON_SKIP=1
#   make -k check                          goes on after the first fault

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
JOBS ?= 2
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
UV = $(or $(shell command -v uv 2>/dev/null),$(BIN)/uv)

# uv works in the environment made below, with the Python it was made with.
export UV_PROJECT_ENVIRONMENT := $(CURDIR)/$(VENV)
export UV_PYTHON_DOWNLOADS := never
unexport VIRTUAL_ENV

CHECKS := check-python check-types check-templates check-imports check-settings check-migrations \
          check-messages check-house check-wheel

.PHONY: help
help: ## show the verbs
	@echo "Kohtaamo. The verbs:"
	@sed -n 's/^\([a-z-]*\):.*## /  make \1 \t/p' $(MAKEFILE_LIST) | expand -t 24

.PHONY: demo
demo: $(VENV)/.ready-demo ## prepare the demo site (once) and serve it on this machine (PORT=, DEMO_DIR=)
	@$(BIN)/kohtaamo demo

.PHONY: test
test: $(VENV)/.ready-dev ## run the test suite (ARGS=, DATABASE_URL=)
	@$(BIN)/kohtaamo messages --compile
	@$(BIN)/pytest -n $(JOBS) $(ARGS)

.PHONY: check
check: $(CHECKS) ## lint, types, templates, imports, settings, migrations, messages, wheel
	@echo "== all checks passed"

.PHONY: fix
fix: $(VENV)/.ready-dev ## mend what ruff can mend by itself
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

.PHONY: messages
messages: $(VENV)/.ready-dev ## bring the message catalogues up to date with the code, and compile them
	@$(BIN)/kohtaamo messages
	@$(BIN)/kohtaamo messages --compile

.PHONY: bench
bench: $(VENV)/.ready-dev ## count queries and bytes, and CPU as a ratio to a trivial view
	@$(BIN)/kohtaamo messages --compile
	@$(BIN)/pytest -q -s -p no:xdist tests/benchmarks/bench_*.py

# The checks, one by one ---------------------------------------------------------------------------

.PHONY: $(CHECKS)
check-python: $(VENV)/.ready-dev
	@echo "== ruff: lint and format"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

check-types: $(VENV)/.ready-dev
	@echo "== mypy, strict"
	@$(BIN)/mypy site home campaigns plans

check-templates: $(VENV)/.ready-dev
	@echo "== templates: djlint and the rules of the house"
	@$(BIN)/djlint --lint --quiet templates
	@$(BIN)/python tests/tools/lint_templates.py templates

check-imports: $(VENV)/.ready-dev
	@echo "== imports point one way"
	@$(BIN)/lint-imports --no-cache

# Production settings as an operator would have them; the values are made up and lead nowhere.
check-settings: $(VENV)/.ready-dev
	@echo "== check --deploy on production settings"
	@$(BIN)/kohtaamo messages --compile
	@env -i PATH="$$PATH" HOME="$$HOME" DJANGO_SETTINGS_MODULE=config.settings.production \
		KOHTAAMO_SECRET_KEY="$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))')" \
		KOHTAAMO_ALLOWED_HOSTS=www.example.org KOHTAAMO_BASE_URL=https://www.example.org \
		DATABASE_URL=sqlite://:memory: KOHTAAMO_DATA_DIR=.cache/check \
		$(BIN)/kohtaamo check --deploy --fail-level WARNING

check-migrations: $(VENV)/.ready-dev
	@echo "== makemigrations --check"
	@DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/kohtaamo makemigrations --check --dry-run

check-messages: $(VENV)/.ready-dev
	@echo "== message catalogues"
	@$(BIN)/kohtaamo messages --check

check-house: $(VENV)/.ready-dev
	@echo "== conventions, and every environment variable in docs/settings.md"
	@$(BIN)/pytest -q --tb=short tests/test_conventions.py tests/config/test_settings_documented.py

check-wheel: $(VENV)/.ready-dev
	@echo "== the wheel in an empty environment"
	@$(BIN)/kohtaamo messages --compile
	@UV="$(UV)" $(BIN)/python tests/tools/check_wheel.py

# The environment ----------------------------------------------------------------------------------
# A stamp a kind of environment: made again when the locked dependencies change. --inexact keeps what
# the other kind has installed, and uv itself where it lives in the environment.

$(VENV)/.ready-demo: pyproject.toml uv.lock | environment
	@echo "[3/3] installing the locked packages of the site (the first time takes a minute or two)"
	@$(UV) sync --locked --inexact --no-dev
	@touch $@

$(VENV)/.ready-dev: pyproject.toml uv.lock | environment
	@echo "[3/3] installing the locked packages of the site and of its tests (the first time takes a minute or two)"
	@$(UV) sync --locked --inexact
	@touch $@

.PHONY: environment
environment:
	@if [ -e $(VENV) ] && ! $(BIN)/python -c "" 2>/dev/null; then \
		echo "The environment $(VENV) is broken: its Python is missing. Remove it and try again:" >&2; \
		echo "    rm -rf $(VENV)" >&2; exit 1; fi
	@if [ ! -e $(VENV) ]; then \
		command -v $(PYTHON) >/dev/null || { \
			echo "There is no $(PYTHON) here. Kohtaamo needs Python 3.11 or newer (PYTHON=python3.12 names another)." >&2; \
			exit 1; }; \
		$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { \
			echo "Kohtaamo needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1). PYTHON=python3.12 names another." >&2; \
			exit 1; }; \
		echo "[1/3] making an environment for Python packages in $(VENV)"; \
		$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
			echo "Python could not make an environment. On Debian: apt-get install python3-venv" >&2; exit 1; }; \
	fi
	@$(BIN)/python -c "import sys; sys.exit(sys.version_info < (3, 11))" || { \
		echo "$(VENV) holds $$($(BIN)/python -V 2>&1); Kohtaamo needs 3.11 or newer. Remove it: rm -rf $(VENV)" >&2; exit 1; }
	@if ! command -v uv >/dev/null && [ ! -x $(BIN)/uv ]; then \
		echo "[2/3] installing uv, the package installer, into $(VENV)"; \
		$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip --default-pip >/dev/null; \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.9,<1"; \
	fi
