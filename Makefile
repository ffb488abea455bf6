# `make demo` and `make test` set everything up by themselves; they need Python 3.11 or later and nothing else.
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,$(shell command -v $(name) >/dev/null 2>&1 && $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $(name))))
BIN := .venv/bin
CORPORA ?= corpora

.PHONY: demo test spark benchmarks nightly check docs lock clean
.DEFAULT_GOAL := demo

.venv/ready: pyproject.toml requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed; name it with: make PYTHON=/path/to/python"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

.venv/spark: .venv/ready requirements-spark.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-spark.lock
	@touch $@

demo: .venv/ready  ## build a record from the example pages and report on it
	$(BIN)/parley demo --out demo

test: .venv/ready  ## all tests, and the accuracy floors on the example pages
	$(BIN)/python -m pytest

spark: .venv/spark  ## what the tests of builds on Spark need beside Java 17

benchmarks: .venv/ready  ## Parley beside its peers, and how it grows; CORPORA=FOLDER holds the pages
	$(BIN)/python benchmarks/run.py --corpora $(CORPORA) --parts start peers growth build --sizes 250 1000 --docs

nightly: .venv/spark  ## a Spark cluster that loses an executor; bytes, pages, kills and full disks at random
	$(BIN)/python -m pytest nightly
	$(BIN)/python benchmarks/fuzz.py all --inputs 60000 --seconds 300
	$(BIN)/python benchmarks/hostile.py --hostile 1000
	$(BIN)/python benchmarks/kill.py --kills 100 --full 20

check: .venv/ready  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: .venv/ready  ## the documentation site, in build/docs
	$(BIN)/python docs/help_texts.py
	$(BIN)/python -m sphinx -W --keep-going -q -b html docs build/docs

lock: .venv/ready  ## newest versions that fit pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra dev --extra docs --universal --python-version 3.11 --upgrade --no-header --no-annotate -o requirements.lock

clean:
	rm -rf .venv demo dist build .pytest_cache .mypy_cache .ruff_cache
