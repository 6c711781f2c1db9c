# `make report` and `make test` are all that a fresh clone needs: both set up .venv first, once.
#
#   PYTHON=python3.12   the interpreter to set up with (3.11 or newer)
#   UV=                 set up with pip alone; slower, the same versions
#   MAP=data_maps/x     the data map of `report`, `check` and `open`
#   KERNELS=local-provisioner   have notebooks tested in kernels that are started, not forked
#   BENCH_FOLDER=x      where bench-evidence keeps its logs, never in the repository

PYTHON ?= python3
UV ?= uv
MAP ?= data_maps/btr
FORMAT ?= text
FAIL_ON ?= never
KERNELS ?= $(if $(filter Linux,$(shell uname -s)),warm,local-provisioner)
BENCH_FOLDER ?= $(or $(TMPDIR),/tmp)/privacy-audit-bench

BIN := .venv/bin
STAMP := .venv/.set-up
NOTEBOOKS := $(wildcard notebooks/*.ipynb notebooks/reports/*.ipynb)

.DEFAULT_GOAL := help
.PHONY: help setup report check open test unit notebook-test lint types format notebooks example pages lock bench \
	bench-notice bench-risk bench-register bench-evidence clean

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## set up .venv from the hashed lock

# The installer is itself in the lock, with its hash; without it pip does the same work more slowly.
$(STAMP): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
ifeq ($(strip $(UV)),)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
else
	@sed -n '/^uv==/,/[^\\]$$/p' requirements.txt > .venv/uv.txt
	$(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: -r .venv/uv.txt
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
endif
	@touch $(STAMP)

report: $(STAMP) ## make the record of processing and the risk report of MAP
	@$(BIN)/privacy-audit report --map $(MAP)

check: $(STAMP) ## run the rules over MAP
	@$(BIN)/privacy-audit check $(MAP) --format $(FORMAT) --fail-on $(FAIL_ON)

open: $(STAMP) ## open the notebooks in JupyterLab
	@$(BIN)/privacy-audit open $(MAP)

test: lint types unit notebook-test ## run everything that must hold

unit: $(STAMP)
	$(BIN)/python -m pytest -n auto

# Each notebook runs again in a kernel of its own and must print what is committed; a picture is compared by what
# it was drawn from. Where there is Linux, kernels are forked from one that has everything loaded.
notebook-test: $(STAMP)
	JUPYTER_DEFAULT_PROVISIONER_NAME=$(KERNELS) $(BIN)/python -m pytest --nbval --nbval-current-env -p no:cacheprovider notebooks

lint: $(STAMP) ## style of code and notebooks, and the floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo

types: $(STAMP)
	$(BIN)/mypy

format: $(STAMP) ## put code and notebooks into the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Times, versions and other traces of a run are left out, so that only real changes show in a diff.
notebooks: $(STAMP) ## run every notebook and keep the new outputs
	$(BIN)/jupyter nbconvert --log-level WARN --to notebook --inplace --execute \
		--ClearMetadataPreprocessor.enabled=True \
		--ClearMetadataPreprocessor.preserve_cell_metadata_mask='["tags", "jupyter"]' \
		--ClearMetadataPreprocessor.preserve_nb_metadata_mask='["kernelspec", ("language_info", "name")]' \
		$(NOTEBOOKS)

example: $(STAMP) ## renew the reports and the picture that readers of the repository see
	rm -f reports/example/runs.jsonl # these runs begin a ledger of their own
	$(BIN)/privacy-audit report ropa risk notice dpia board_summary breach evidence --map data_maps/btr --as-of 2026-11-22 \
		--out reports/example
	$(BIN)/privacy-audit report changes --map data_maps/btr --as-of 2026-11-22 --out reports/example \
		--set change=data_maps/btr/changes/hand_over_to_new_agent.yaml
	$(BIN)/privacy-audit report rights_register --map data_maps/btr --as-of 2026-11-22 --out reports/example \
		--set register=data_maps/btr/rehearsal/requests.csv
	$(BIN)/privacy-audit draw data_maps/btr --as-of 2026-11-22 --picture lanes --out reports/example/lane_map.png

pages: $(STAMP) ## renew the pages and schemas beside the maps, which are made from model and rules
	$(BIN)/python -c 'from audit_lib.exports.rules_guide import write_rules_guide as write; \
		write("data_maps/RULES.md")'
	$(BIN)/python -c 'from audit_lib.files.claims_guide import write_claims_guide as write; \
		write("data_maps/CLAIMS.md")'
	$(BIN)/python -c 'from audit_lib.files.evidence_guide import write_evidence_guide as write; \
		write("data_maps/EVIDENCE.md")'
	$(BIN)/python -c 'from audit_lib.files.schema import write_schema as write; \
		write("data_maps/map.schema.json")'
	$(BIN)/python -c 'from audit_lib.files.rule_schema import write_rule_schema as write; \
		write("data_maps/rule.schema.json")'
	$(BIN)/python -c 'from audit_lib.files.evidence_schema import write_evidence_schema as write; \
		write("data_maps/evidence.schema.json")'
	$(BIN)/python -c 'from audit_lib.reporting.schedule.schema import write_schedule_schema as write; \
		write("data_maps/schedule.schema.json")'

lock: $(STAMP) ## renew requirements.txt from pyproject.toml
	$(BIN)/uv pip compile --upgrade --universal --generate-hashes --no-header --no-annotate --quiet \
		--python-version 3.11 --extra encryption --extra lab --group test --group build pyproject.toml -o requirements.txt
	echo "pyspark>=4.0" | $(BIN)/uv pip compile --upgrade --universal --generate-hashes --no-header --no-annotate --quiet \
		--python-version 3.11 - -o .ci/spark.txt

bench: $(STAMP) ## measure speed and memory (some minutes)
	$(BIN)/python benchmarks/read_yaml.py --large
	$(BIN)/python benchmarks/graph_questions.py
	$(BIN)/python benchmarks/graph_cut.py
	$(BIN)/python benchmarks/rules_over_flows.py

bench-notice: $(STAMP) ## measure how well notices are judged and mapped
	$(BIN)/python benchmarks/notice_check.py --items
	$(BIN)/python benchmarks/notice_to_map.py

bench-risk: $(STAMP) ## measure how long simulated years of risk take
	$(BIN)/python benchmarks/risk_numbers.py

bench-register: $(STAMP) ## measure how long the register takes, and kill its writers
	$(BIN)/python benchmarks/register.py
	$(BIN)/python benchmarks/register_kills.py

bench-evidence: $(STAMP) ## measure what the comparison of logs with a map costs (some minutes, 1 GB of disk)
	$(BIN)/python benchmarks/evidence.py --folder $(BENCH_FOLDER)

clean: ## remove .venv and everything that tools leave behind
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
