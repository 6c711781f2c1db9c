"""`privacy-audit notebooks check`: what is said and with which exit status."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


@pytest.fixture
def notebook(tmp_path) -> Path:
    first = new_code_cell("top = 5", metadata={"tags": ["parameters"]}, execution_count=1)
    node = new_notebook(cells=[new_markdown_cell("# Parties"), first], metadata={"kernelspec": KERNEL})
    nbformat.write(node, tmp_path / "parties.ipynb")
    return tmp_path / "parties.ipynb"


@pytest.fixture
def faulty(notebook) -> Path:
    node = nbformat.read(notebook, as_version=4)
    node.cells.append(new_code_cell("import requests\nx = '::error::'", execution_count=9))
    nbformat.write(node, notebook)
    return notebook


def test_a_clean_notebook_ends_with_0(run, notebook):
    answer = run("notebooks", "check", str(notebook))
    assert (answer.status, answer.out) == (0, "1 notebook checked: clean.\n")


def test_faults_end_with_1_and_say_where_and_what_to_do(run, faulty):
    answer = run("notebooks", "check", str(faulty))
    assert answer.status == 1
    assert "parties.ipynb: cell 3" in answer.out
    assert "`import requests` is not on the list." in answer.out
    assert "[run-in-order]" in answer.out
    assert "2 faults in 1." in answer.out


def test_what_cannot_be_read_ends_with_2_after_all_others_are_told(run, faulty, tmp_path):
    (tmp_path / "broken.ipynb").write_text("{")
    answer = run("notebooks", "check", str(tmp_path))
    assert answer.status == 2
    assert "parties.ipynb: cell 3" in answer.out
    assert "broken.ipynb:1:2 This is no notebook" in answer.err


def test_a_program_gets_one_object(run, faulty):
    answer = run("notebooks", "check", str(faulty), "--format", "json")
    told = json.loads(answer.out)
    assert told["counts"] == {"notebooks": 1, "faults": 2, "unreadable": 0}
    assert {"file", "cell", "rule", "title", "why", "message", "remedy"} == set(told["faults"][0])


def test_github_gets_annotations(run, faulty):
    lines = run("notebooks", "check", str(faulty), "--format", "github").out.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("::error file=") for line in lines)


def test_a_folder_without_a_notebook_is_an_error(run, tmp_path):
    answer = run("notebooks", "check", str(tmp_path))
    assert (answer.status, answer.out) == (2, "")
    assert "No notebook stands in this folder." in answer.err


def test_without_a_name_the_notebooks_of_the_project_are_checked(run, monkeypatch):
    monkeypatch.chdir(Path(__file__).parents[3])
    answer = run("notebooks", "check", "--format", "json")
    assert len(json.loads(answer.out)["notebooks"]) >= 21
