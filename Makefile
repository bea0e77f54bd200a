# What this project runs. `make demo` and `make test` set up what they need first.
SHELL := /bin/bash
PYTHON := /usr/bin/python3
VENV := .venv
PY := $(VENV)/bin/python
# One more than there are cores: some always wait for QGIS to start or for a server.
WORKERS ?= $(shell expr $$(nproc) + 1)
export QT_QPA_PLATFORM ?= offscreen

.PHONY: demo test dev package repository region lint i18n bench campaign setup qgis tools clean

demo: qgis i18n
	$(PYTHON) -m tools.demo

# QGIS starts some seventy times: byte code is kept for it, also where the environment says otherwise.
test: setup i18n lint
	PYTHONDONTWRITEBYTECODE= $(PY) -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

dev: qgis i18n
	$(PYTHON) -m tools.dev

package: qgis i18n
	$(PYTHON) -m tools.package

# The zip and the list of a plugin repository of one's own: make repository URL=https://…/
repository: qgis i18n
	$(PYTHON) -m tools.repository $(URL)

# A whole region fetched from nothing: every source answers from a server of this machine.
region: setup i18n
	$(PY) -m tests.region

lint: setup
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/flake8 --select QGS narvard_plugin tests tools

i18n: qgis
	$(PYTHON) -m tools.i18n

bench: setup
	@tools/install.sh bench
	$(PY) -m tests.bench

campaign: setup i18n
	NARVARD_CAMPAIGN=1 $(PY) -m pytest tests -m "slow or not slow"

# QGIS and the Python packages it needs, once.
qgis:
	@tools/install.sh qgis

# QGIS, and what the tests need.
setup: qgis
	@tools/install.sh tests

clean:
	rm -rf build dist $(VENV)
