# make help lists what can be done here.

PYTHON ?= python3
PORT   ?= 8000
VENV   ?= .venv
WHEELS ?=
ARGS   ?=
ON     ?=
FILE   ?=

BIN    := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
READY     := $(VENV)/.requirements
READY_DEV := $(VENV)/.requirements-dev

.DEFAULT_GOAL := help
.PHONY: help demo serve test check two-versions audit audit-security permissions faults fuzz format wheels lock backup restore upgrade handbook-pictures clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo '  PYTHON=python3.11  the Python to build with    PORT=8001  where to serve'
	@echo '  WHEELS=wheels      install without a network   ARGS=...   handed on to pytest'

demo: $(READY) ## a newsroom with a sample issue on http://127.0.0.1:8000/ (PORT=...); Ctrl-C stops it
	@$(MANAGE) demo --port $(PORT)

serve: $(READY) ## the newsroom as it stands, without loading the sample
	@$(MANAGE) serve --port $(PORT)

test: $(READY_DEV) ## the whole suite on SQLite and PostgreSQL (ARGS=..., ON=sqlite, ON=postgresql)
	@ON='$(ON)' $(BIN)/python -m tests $(ARGS)

check: $(READY_DEV) ## lint, types, migrations, deploy check, translations, floors
	@$(BIN)/python -m tests.check

two-versions: $(READY_DEV) ## the last release and this version on one database (ARGS="--database postgres://.../postgres")
	@$(BIN)/python -m tests.upgrades.two_versions $(ARGS)

audit: $(READY_DEV) ## other people's tools over every kind of page, into docs/AUDIT.md (ARGS="--only axe,html --kind story")
	@$(BIN)/python -m tests.audit $(ARGS)

audit-security: $(READY_DEV) ## scanners over code and pages, into docs/AUDIT-SECURITY.md (ARGS="--only bandit,semgrep")
	@$(BIN)/python -m tests.audit_security $(ARGS)

faults: $(READY_DEV) ## break the real parts while everybody is at work, into docs/FAULTS.md (ARGS="--only Redis --broken 5")
	@$(BIN)/python -m tests.faults --write $(ARGS)

fuzz: $(READY_DEV) ## bad input by the thousand: addresses, forms, files (ARGS="--minutes 10 --seed 7 --postgresql")
	@$(BIN)/python -m tests.fuzz $(ARGS)

permissions: $(READY_DEV) ## print who may do what at every address into docs/PERMISSIONS.md
	@$(BIN)/python -m tests.permissions

format: $(READY_DEV) ## put the code into the one layout
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

wheels: $(READY) ## download the pinned packages into wheels/, for machines without a network
	$(BIN)/python -m pip download --only-binary :all: --require-hashes -r requirements.txt -d $(or $(WHEELS),wheels)

lock: ## pin requirements*.in anew, with hashes (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		requirements.in --output-file requirements.txt $(ARGS)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		requirements-dev.in --output-file requirements-dev.txt $(ARGS)

backup: $(READY) ## database and uploads into one file under var/backups (FILE=... to choose)
	@$(MANAGE) backup $(FILE)

restore: $(READY) ## put FILE=... in the place of what is there, which is kept aside
	@test -n '$(FILE)' || { echo 'Which backup? make restore FILE=var/backups/...'; exit 2; }
	@$(MANAGE) restore '$(FILE)'

upgrade: $(READY) ## after fetching a new version: packages, backup, database, static files
	@$(MANAGE) upgrade $(ARGS)

handbook-pictures: $(READY_DEV) ## take the handbook's pictures anew, from a demo of its own (needs Chromium)
	@$(BIN)/python -m docs.handbook.take

clean: ## remove the environment and what tools left behind; var/ with the paper's data stays
	rm -rf $(VENV) .audit .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

define environment
@command -v '$(PYTHON)' > /dev/null || { echo 'There is no $(PYTHON) here. The newsroom needs Python 3.11 or newer;'; \
	echo 'if it has another name on this machine: make $(MAKECMDGOALS) PYTHON=...'; exit 1; }
@'$(PYTHON)' deploy/environment.py '$(VENV)' '$<' '$(WHEELS)'
@touch $@
endef

# A stamp is older than a list of requirements that has changed since.
$(READY): requirements.txt
	$(environment)

$(READY_DEV): requirements-dev.txt
	$(environment)
	@touch $(READY)
