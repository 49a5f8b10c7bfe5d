# Each verb makes what it needs: `make demo` and `make test` are all that a newcomer has to run.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
DEMO := data/processed/demo

.DEFAULT_GOAL := help
.PHONY: help demo test lint types docs notebooks bench lab clean

help:  ## Show this help
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F '\t' '{printf "  make %-10s %s\n", $$1, $$2}'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "postingscan needs Python 3.11 or newer: run 'make PYTHON=python3.11 …'"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "the venv module is missing: 'sudo apt-get install python3-venv', then run make again"; exit 1; }
	@echo "Creating $(VENV) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.core: $(BIN)/python pyproject.toml constraints.txt
	@echo "Installing postingscan …"
	@$(PIP) --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.core
	@echo "Installing what development needs …"
	@$(PIP) --editable '.[dev,notebooks,train,fetch,cluster]'
	@touch $@

demo: $(VENV)/.core  ## Set up, scan the sample postings, draw the report
	@$(BIN)/postingscan scan data/raw/sample -o $(DEMO)/scanned.parquet --overwrite
	@$(BIN)/postingscan check data/raw/sample/mail/touchstone.eml
	@$(BIN)/postingscan report $(DEMO)/scanned.parquet -o $(DEMO)/report
	@echo "Open $(DEMO)/report/report.html in a browser."

test: $(VENV)/.dev  ## Set up and run the tests
	@$(BIN)/python -m pytest

lint: $(VENV)/.dev  ## Check style and formatting
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.dev  ## Check types
	@$(BIN)/mypy

docs: $(VENV)/.dev  ## Rebuild the pages of rules and figures
	@$(BIN)/python docs/build.py

notebooks: $(VENV)/.dev  ## Run every notebook
	@$(BIN)/python -m pytest tests/test_notebooks.py

bench: $(VENV)/.dev  ## Measure accuracy (where the research material is), speed and memory
	@$(BIN)/python benchmarks/accuracy.py
	@$(BIN)/python benchmarks/speed.py

lab: $(VENV)/.dev  ## Open the notebooks in JupyterLab
	@$(BIN)/jupyter lab notebooks

clean:  ## Remove what can be made again
	@rm -rf $(VENV) data/processed/demo .pytest_cache .mypy_cache .ruff_cache .hypothesis
