"""The example that readers of the repository see is made from the map that they see."""

import hashlib
import json
from pathlib import Path

import pytest

from audit_lib.files.read_map import read_map

HERE = Path(__file__).parents[1]
EXAMPLE = HERE / "reports" / "example"


@pytest.fixture(params=["ropa", "risk"])
def run(request):
    return json.loads((EXAMPLE / request.param / "run.json").read_text())


def test_it_is_of_the_map_as_it_stands(run):
    assert run["data_map"]["sha256"] == read_map(HERE / "data_maps" / "btr").sha256, "run `make example`"


def test_it_is_of_the_notebook_as_it_stands(run):
    notebook = HERE / "notebooks" / "reports" / run["notebook"]
    assert run["notebook_sha256"] == hashlib.sha256(notebook.read_bytes()).hexdigest(), "run `make example`"


def test_its_files_are_those_of_the_run(run):
    for file in run["files"]:
        found = (EXAMPLE / run["report"] / file["name"]).read_bytes()
        assert hashlib.sha256(found).hexdigest() == file["sha256"]
