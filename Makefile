# What this project runs. `make demo` and `make test` set up what they need first.
SHELL := /bin/bash
PYTHON := /usr/bin/python3
VENV := .venv
PY := $(VENV)/bin/python
# One more than there are cores: some always wait for QGIS to start or for a server.
WORKERS ?= $(shell expr $$(nproc) + 1)
export QT_QPA_PLATFORM ?= offscreen

.PHONY: demo test test-matrix dev package repository region lint i18n help pictures docs walk walk-pictures bench campaign setup qgis clean

demo: qgis i18n
	$(PYTHON) -m tools.demo

# QGIS starts some seventy times: byte code is kept for it, also where the environment says otherwise.
test: setup i18n help lint
	PYTHONDONTWRITEBYTECODE= $(PY) -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

# The whole suite on other versions of QGIS, each in a folder with a Debian of its own (as root; 2 GB each, made once), and
# the readiness for Qt 6. `make test-matrix VERSIONS=3.44` runs one.
VERSIONS ?= 3.22 3.40 3.44 qt6
test-matrix:
	@for version in $(VERSIONS); do tools/matrix.sh $$version || true; done
	$(PYTHON) -m tools.versions

dev: qgis i18n help
	$(PYTHON) -m tools.dev

# The zip, its size and SHA-256, and the list of what it stands on (CycloneDX) beside it, in dist/.
package: qgis i18n help
	$(PYTHON) -m tools.package

# The zip and the list of a plugin repository of one's own: make repository URL=https://…/
repository: qgis i18n help
	$(PYTHON) -m tools.repository $(URL)

# A whole region fetched from nothing: every source answers from a server of this machine.
region: setup i18n
	$(PY) -m tests.region

# The package itself is looked through by its own test, with bandit and detect-secrets.
lint: setup
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/flake8 --select QGS tests tools

i18n: qgis
	$(PYTHON) -m tools.i18n

# What the Help button opens: a page per tool and language, made from the tools themselves.
help: i18n
	$(PYTHON) -m tools.help

# The pictures of those pages: every tool run on the sample county. ONLY="id id" draws some anew, once all have been run.
pictures: setup i18n
	$(PY) -m tests.pictures $(ONLY)
	$(PYTHON) -m tools.help

# The documentation site, which needs no network: build/site/index.html. Tools' pages are made from the tools themselves.
docs: qgis i18n
	@tools/install.sh docs
	$(PYTHON) -m tools.docs

# A planner's whole way through a real QGIS window on a virtual screen, each step proved and photographed in build/walk.
walk: setup i18n help
	$(PY) -m tests.window.walk

# The same, and the pictures of README and docs are renewed by it.
walk-pictures: setup i18n help
	$(PY) -m tests.window.walk --publish-pictures

bench: setup
	@tools/install.sh bench
	$(PY) -m tests.bench

# Everything the long way: every kind of trouble in every place, with many inputs. `make campaign SHARE=0.1` tries a tenth of them.
SHARE ?= 1
campaign: setup i18n help
	NARVARD_CAMPAIGN=$(SHARE) PYTHONDONTWRITEBYTECODE= $(PY) -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

# QGIS and the Python packages it needs, once.
qgis:
	@tools/install.sh qgis

# QGIS, and what the tests need.
setup: qgis
	@tools/install.sh tests

clean:
	rm -rf build dist $(VENV)
