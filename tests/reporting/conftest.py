"""A small map and report notebooks that do little, so that only the making of a report is tested."""

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

MAP = """\
map: {id: kiosk, title: Kiosk, jurisdiction: UK, controller: kiosk-ltd, version: "3"}
parties:
  - {id: kiosk-ltd, name: Kiosk Ltd, kind: organisation, stance: recorded}
"""

PARAMETERS = """\
map: str = "unset"
as_of = "2026-01-01"
notice: str | None = None
party: str | None = None
out: str | None = None
top = 10
"""


@pytest.fixture
def map_folder(tmp_path):
    folder = tmp_path / "kiosk"
    folder.mkdir()
    (folder / "map.yaml").write_text(MAP, encoding="utf-8")
    return folder


@pytest.fixture
def notebooks(tmp_path):
    """A folder of report notebooks; call it with a name and the code of the cells after the parameters."""
    folder = tmp_path / "notebooks"
    folder.mkdir(exist_ok=True)

    def write(name: str, *code: str, parameters: str = PARAMETERS) -> Path:
        cells = [
            new_markdown_cell("# A report"),
            new_code_cell(parameters, metadata={"tags": ["parameters"]}),
            *(new_code_cell(source) for source in code),
        ]
        for number, cell in enumerate(cells):
            cell["id"] = f"cell-{number}"
        nbformat.write(new_notebook(cells=cells), folder / f"{name}.ipynb")
        return folder

    return write
