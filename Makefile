# Everything is called as `python -m …`: the scripts of an environment break under a long path.
SHELL := /bin/bash
PYTHON ?= python3
PY := .venv/bin/python
REQUIREMENTS := requirements-local.txt requirements.txt

.PHONY: run test lint bench prove locale clean environment dev-environment packages

# $(call install,STAMP,FILES): pip installs the first file and what else is needed, unless the same
# lines were installed before. Without pip's cache, nothing is left outside this directory.
define install
	@cat $(2) | cmp -s - .venv/installed-$(1) || { \
	  echo "Installing the Python packages …" && \
	  $(PY) -m pip install -qq --disable-pip-version-check --no-cache-dir -r $(firstword $(2)) && \
	  cat $(2) > .venv/installed-$(1); }
endef

run: environment
	@LOCAL_SERVERS=1 exec $(PY) manage.py up

# Two files at a time; then, one by one, the tests that start the whole product and need the machine.
# ARGS="tests/desk -x" runs what it names.
WHOLE := tests/browser tests/proofs tests/config/test_up.py
test: packages dev-environment
ifdef ARGS
	@exec $(PY) -m pytest $(ARGS)
else
	@status=0; \
	$(PY) -m pytest -n 2 --dist loadfile $(addprefix --ignore=,$(WHOLE)) || status=1; \
	$(PY) -m pytest $(WHOLE) || status=1; \
	exit $$status
endif

lint: dev-environment
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m djlint templates --lint --quiet

# bench_*.py are not collected by `make test`.
bench: packages dev-environment
	@exec $(PY) -m pytest -q -s -o python_files='bench_*.py' tests/bench

# The whole proofs; `make test` runs them scaled down.
prove: dev-environment
	@.ci/packages prove
	@PROVE=whole exec $(PY) -m pytest -s -m proof tests/proofs

locale: dev-environment
	@$(PY) -c "import sys, polib; [polib.pofile(p).save_as_mofile(p[:-2] + 'mo') for p in sys.argv[1:]]" \
	  config/locale/*/*/LC_MESSAGES/django.po

# The data under .run/ stays.
clean:
	rm -rf staticfiles test-results .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

packages:
	@.ci/packages test

environment: .venv/bin/pip
	$(call install,run,$(REQUIREMENTS))

dev-environment: .venv/bin/pip
	$(call install,dev,requirements-dev.txt $(REQUIREMENTS))

# pip comes last, so an environment that was interrupted is made anew.
.venv/bin/pip:
	@.ci/packages venv
	@echo "Making the virtual environment …"
	@$(PYTHON) -m venv --clear .venv
