"""A small notebook that keeps every rule, and ways to break it."""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Callable

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from audit_lib.reporting.notebook_rules.check import check_notebooks
from audit_lib.reporting.notebook_rules.rule import NotebookFault

PUBLIC = ("lane_map", "read_map")


def png(wide: int = 10, high: int = 10) -> str:
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", wide, high)
    return base64.b64encode(head + bytes(40)).decode()


def shown(data, **metadata):
    return new_output("display_data", data, metadata=metadata)


def clean_notebook() -> nbformat.NotebookNode:
    cells = [
        new_markdown_cell("# Who gets what\n\nSee [the other one](other.ipynb) and <https://ico.org.uk>."),
        new_code_cell(
            'map = "map"\nas_of = "2026-11-22"\nout: str | None = None', metadata={"tags": ["parameters"]}
        ),
        new_markdown_cell("## The picture"),
        new_code_cell("from audit_lib import lane_map, read_map\n\nlane_map(read_map(map))"),
    ]
    cells[1].execution_count, cells[3].execution_count = 1, 2
    cells[3].outputs = [
        shown({"image/png": png(), "text/plain": "Two boxes."}, **{"image/png": {"alt": "Two"}})
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel, "language_info": {"name": "python"}})


@pytest.fixture
def notebook() -> nbformat.NotebookNode:
    return clean_notebook()


@pytest.fixture
def faults(tmp_path) -> Callable[..., tuple[NotebookFault, ...]]:
    """Write a notebook beside another one and a map, and return what is wrong with it."""

    def found(node: nbformat.NotebookNode, folder: str = ".") -> tuple[NotebookFault, ...]:
        place = tmp_path / folder
        place.mkdir(exist_ok=True)
        (place / "other.ipynb").write_text("{}")
        (place / "map").mkdir(exist_ok=True)
        (place / "map" / "map.yaml").write_text(MAP, encoding="utf-8")
        path = place / "asked.ipynb"
        path.write_text(json.dumps(node), encoding="utf-8")  # as it is: nbformat would repair it
        checked = check_notebooks([path], PUBLIC)
        assert not checked.unreadable
        return checked.faults

    return found


MAP = """\
map: {id: kiosk, title: Kiosk, jurisdiction: UK, controller: kiosk-ltd}
parties:
  - id: kiosk-ltd
    name: Kiosk Ltd
    kind: organisation
    contact: "privacy@kiosk.co.uk; 020 7123 4567"
    stance: recorded
"""
