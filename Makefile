# Needs python3.11 (with venv) and make; everything else is fetched by hash.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: setup run test lint requirements docs bench mutants lock check-lock system-deps

setup: $(VENV)/.stamp

$(VENV)/.stamp: requirements.lock bootstrap.lock
	@command -v $(PYTHON) >/dev/null || { echo "Lijfspoor needs $(PYTHON) with its venv module; install it or run: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up $(VENV) from requirements.lock"
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info[:2] != (3, 11))" || { echo "Lijfspoor needs Python 3.11; $(PYTHON) is another version."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: -r bootstrap.lock
	@VIRTUAL_ENV="$(CURDIR)/$(VENV)" $(BIN)/uv pip sync --quiet --require-hashes --no-build requirements.lock
	@VIRTUAL_ENV="$(CURDIR)/$(VENV)" $(BIN)/uv pip install --quiet --offline --no-deps --no-build-isolation --editable .
	@touch $@

run: setup
	@$(BIN)/lijfspoor run --port $(PORT) $(if $(RESET),--reset) $(ARGS)

test: setup check-lock
	@$(BIN)/python -m tests.run_all

lint: setup
	@$(BIN)/python -m tests.lint

requirements: setup
	@$(BIN)/python -m tests.requirements_report

docs: setup requirements
	@$(BIN)/python -m tests.docs_maker

bench: setup
	@$(BIN)/lijfspoor bench $(NAME)

mutants: setup
	@nice $(BIN)/python -m tests.mutants $(ARGS)

system-deps:
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation postgresql >/dev/null

lock:
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-build --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet -o requirements.lock
	awk '/^uv==/{p=1} p{print} p&&!/\\$$/{exit}' requirements.lock > bootstrap.lock

check-lock:
	@! grep -nE 'https?://|file:|--(index|extra|find)' requirements.lock bootstrap.lock
