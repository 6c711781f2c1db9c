"""Notebooks from outside: whatever a file holds, one clear line says what it is, soon."""

from __future__ import annotations

import json
import time
from pathlib import Path

import nbformat
import pytest

from audit_lib.reporting.notebook_rules.check import check_notebooks

HEAD = '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": '
HOSTILE = {
    "empty": (b"", "it is not JSON"),
    "text": (b"# A title", "it is not JSON"),
    "bytes": (b"\xff\xfe\x00", "not written in UTF-8"),
    "another": (b"[1, 2]", "no notebook: it does not say which format"),
    "old": (b'{"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": []}', "format 3"),
    "wrong cells": ((HEAD + '"x"}').encode(), "no list"),
    "wrong cell": ((HEAD + '[{"cell_type": "code"}]}').encode(), "no valid notebook"),
    "wrong source": (
        (HEAD + '[{"cell_type": "raw", "id": "a", "metadata": {}, "source": 3}]}').encode(),
        "valid",
    ),
    "number": ((HEAD + "[" + "9" * 5000 + "]}").encode(), "no notebook"),
    "no number": ((HEAD + "[NaN]}").encode(), "no notebook"),
    "deep": (b"[" * 100_000 + b"]" * 100_000, "too deep"),
    "deep within": ((HEAD + "[" * 200 + "]" * 200 + "}").encode(), "brackets"),
    "many": ((HEAD + "[" + ",".join("0" for _ in range(6000)) + "]}").encode(), "5,000"),
}


def told(path):
    checked = check_notebooks([path], ())
    assert not checked.notebooks
    assert len(checked.unreadable) == 1
    assert "\n" not in checked.unreadable[0].message
    return checked.unreadable[0].message


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_notebook_gives_one_clear_line(tmp_path, name):
    content, said = HOSTILE[name]
    (tmp_path / "a.ipynb").write_bytes(content)
    assert said in told(tmp_path / "a.ipynb")


def test_a_huge_file_is_not_read(tmp_path, monkeypatch):
    with (tmp_path / "a.ipynb").open("wb") as file:
        file.truncate(10**10)
    monkeypatch.delattr(Path, "read_bytes")
    assert "10,000,000,000 bytes" in told(tmp_path / "a.ipynb")


def test_a_device_is_not_read():
    assert told(Path("/dev/zero")) == "This is no regular file."


def test_one_that_cannot_be_read_does_not_keep_the_others_from_it(tmp_path, notebook):
    nbformat.write(notebook, tmp_path / "good.ipynb")
    (tmp_path / "bad.ipynb").write_text("{")
    checked = check_notebooks([tmp_path / "bad.ipynb", tmp_path / "good.ipynb"], ("lane_map", "read_map"))
    assert [path.name for path in checked.notebooks] == ["good.ipynb"]
    assert len(checked.unreadable) == 1


def test_markup_of_many_thousand_tags_is_looked_at_in_seconds(tmp_path, notebook):
    notebook.cells[3].outputs[0].data = {"text/html": "<b>" * 200_000, "text/plain": "a@" * 200_000}
    (tmp_path / "a.ipynb").write_text(json.dumps(notebook))
    started = time.monotonic()
    assert check_notebooks([tmp_path / "a.ipynb"], ()).notebooks
    assert time.monotonic() - started < 20


def test_a_map_that_cannot_be_read_allows_nothing(tmp_path, notebook):
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "map.yaml").write_text("map: [")
    notebook.cells[2].source = "## A\n\nprivacy@kiosk.co.uk"
    nbformat.write(notebook, tmp_path / "a.ipynb")
    checked = check_notebooks([tmp_path / "a.ipynb"], ("lane_map", "read_map"))
    assert "nobody-named" in {fault.rule.id for fault in checked.faults}
