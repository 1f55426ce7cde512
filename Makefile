# `make demo` and `make test` need Python 3.11 or later, and a package index that pip can reach or wheels at hand.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := out
TESTS ?=

.PHONY: demo test test-quick lint bench lock screenshots quality weights reference dist clean

demo: $(VENV)/.runtime ## Load the July 2023 digest, answer a saved query, write the page and the Turtle
	@mkdir -p $(DEMO)
	$(BIN)/kg load --store $(DEMO)/store data/sample/nspcc-2023-07.txt
	$(BIN)/kg query --store $(DEMO)/store --format table reviews-naming-theme -p theme=professional-curiosity
	$(BIN)/kg graph --store $(DEMO)/store -o $(DEMO)/shared-themes.html
	$(BIN)/kg export --store $(DEMO)/store -o $(DEMO)/reviews.ttl
	@echo
	@echo "The graph is in $(DEMO)/store. Open $(DEMO)/shared-themes.html in a browser; $(DEMO)/reviews.ttl is the Turtle."

test: $(VENV)/.development ## Every test; those of a browser, of other engines or of the W3C skip where these cannot be found
	$(BIN)/pytest --numprocesses auto --dist loadscope $(TESTS)

lint: $(VENV)/.development ## Style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.development ## Costs as ratios to named peers, measured in one run
	$(BIN)/python -m benchmarks

screenshots: $(VENV)/.development ## The pictures of the page and of the site in docs/pictures
	$(BIN)/python scripts/screenshots.py
	$(BIN)/python scripts/site_screenshots.py

quality: $(VENV)/.development ## Measure extraction anew and write the figures into docs/quality.md
	$(BIN)/python -m scripts.quality_page

weights: $(VENV)/.development ## Learn from labelled sentences what words say of themes
	$(BIN)/python -m scripts.theme_weights

reference: $(VENV)/.development ## The ontology reference in docs/reference
	$(BIN)/python scripts/ontology_reference.py

lock: ## Pin every dependency with its hash, for all supported versions of Python
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  pyproject.toml requirements/build.in -o requirements/runtime.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  --extra dev pyproject.toml -o requirements/development.txt

dist: $(VENV)/.development ## Wheel and source distribution
	$(BIN)/python -m build --no-isolation

clean: ## Remove everything that the other targets made
	rm -rf $(VENV) $(DEMO) dist build .kg .mypy_cache .ruff_cache .pytest_cache .hypothesis

# The package is installed without build isolation, so that the builder too is the pinned one.
$(VENV)/.runtime: pyproject.toml requirements/runtime.txt
	$(PYTHON) scripts/check_python.py
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.development: $(VENV)/.runtime requirements/development.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/development.txt
	@touch $@
