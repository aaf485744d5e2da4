# `make run` shows where the seed articles disagree; `make test` proves that everything holds.
# Both set up what they need in .venv first; Python 3.11 or later and make are all that must be there.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: run test setup develop lint types imports accuracy benchmarks docs clean

run: setup
	$(BIN)/factcheck conflicts

test: develop lint types imports
	$(BIN)/python -m pytest -n auto

setup: $(VENV)/.installed

develop: $(VENV)/.developing

# The stamp is newer than pyproject.toml only when the last installation went through.
$(VENV)/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("factcheck needs Python 3.11 or later; call make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.developing: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

lint: develop
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: develop
	$(BIN)/mypy

imports: develop
	$(BIN)/lint-imports

# How often the answers are right, on stories and on single sentences whose answers are known. Where public data are beside
# the project: how well `factcheck match` does on them, and how much of their claims the lexicon knows.
accuracy: setup
	$(BIN)/python accuracy/measure.py
	$(BIN)/python accuracy/sentences.py
	$(BIN)/python accuracy/public_sets.py
	$(BIN)/python accuracy/lexicon_coverage.py
	@$(BIN)/python accuracy/shared_stories.py

# How fast it is, beside rapidfuzz over all pairs; on an idle machine.
benchmarks: develop
	$(BIN)/python benchmarks/measure.py

# Writes the screen and the figures of accuracy in the README anew; read the difference before you commit it.
docs: develop
	$(BIN)/python -m pytest tests/test_docs.py --update-golden -k screen

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
