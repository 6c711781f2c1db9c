"""The notebooks: the rules of the house for each, and a run of each report on each map that ships.

That each notebook prints again what is committed is tested by nbval (`make test`).
"""

import ast
import datetime as dt
import re
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest

import audit_lib
from audit_lib.files.read_map import read_map
from audit_lib.files.register import open_register
from audit_lib.incidents.assess import assess_incident
from audit_lib.incidents.breaches import record_breach
from audit_lib.model.circumstances import Circumstances
from audit_lib.reporting.parameters import read_parameters
from audit_lib.reporting.report import run_report

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted(ROOT.glob("notebooks/*.ipynb"))
REPORTS = sorted(ROOT.glob("notebooks/reports/*.ipynb"))
MAPS = sorted(path.parent for path in ROOT.glob("data_maps/*/map.yaml"))

#: An invented register: a report about requests needs one.
REHEARSAL = ROOT / "data_maps" / "btr" / "rehearsal" / "requests.csv"

MOST_CODE_CELLS = 12
MOST_LINES = 8

#: What a fresh clone shows of an output before anybody has trusted the notebook.
SHOWN_UNTRUSTED = {"image/png", "text/plain", "text/html", "text/markdown"}

every_notebook = pytest.mark.parametrize("path", [*NOTEBOOKS, *REPORTS], ids=lambda path: path.stem)
every_report = pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)


def read(path):
    return nbformat.read(path, as_version=4)


def code_cells(path):
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


def outputs(path):
    return [output for cell in code_cells(path) for output in cell.outputs]


def test_the_notebooks_that_the_readme_names_are_there():
    assert [path.stem for path in NOTEBOOKS] == [
        "00_start_here",
        "01_read_the_map",
        "02_follow_the_data",
        "03_record_of_processing",
        "04_find_problems",
        "05_score_the_risks",
        "06_check_the_notice",
        "07_measure_the_risk",
        "08_ask_what_if",
        "09_answer_a_request",
        "10_rehearse_a_breach",
        "11_compare_with_evidence",
    ]
    wanted = {
        "ropa",
        "risk",
        "notice",
        "dpia",
        "changes",
        "board_summary",
        "rights_register",
        "breach",
        "evidence",
    }
    assert wanted <= {path.stem for path in REPORTS}


@every_notebook
def test_the_file_is_a_valid_notebook_of_plain_python(path):
    notebook = read(path)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    assert not [cell for cell in code_cells(path) if re.search(r"^\s*[%!]", cell.source, re.MULTILINE)]


@every_notebook
def test_the_first_code_cell_is_tagged_parameters_and_can_be_read(path):
    assert "parameters" in code_cells(path)[0].metadata.get("tags", [])
    assert read_parameters(path)


@every_notebook
def test_there_is_a_title_and_text_before_any_code(path):
    first = read(path).cells[0]
    assert first.cell_type == "markdown"
    assert first.source.startswith("# ")


@every_notebook
def test_the_work_is_in_the_library(path):
    cells = code_cells(path)
    assert len(cells) <= MOST_CODE_CELLS
    for cell in cells:
        lines = [
            line for line in cell.source.splitlines() if line.strip() and not line.strip().startswith("#")
        ]
        assert len(lines) <= MOST_LINES, cell.source
        for node in ast.walk(ast.parse(cell.source)):
            assert not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda)


@every_notebook
def test_only_public_names_are_imported_from_the_library(path):
    for cell in code_cells(path):
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("audit_lib"):
                assert node.module == "audit_lib"
                assert {alias.name for alias in node.names} <= set(audit_lib.__all__)
            if isinstance(node, ast.Import):
                assert not [alias.name for alias in node.names if alias.name.startswith("audit_lib.")]


@every_notebook
def test_outputs_show_on_a_fresh_clone(path):
    """SVG, scripts and style sheets lose their meaning in a notebook that nobody has trusted yet."""
    for output in outputs(path):
        assert output.output_type in {"display_data", "execute_result", "stream"}
        assert output.get("name") != "stderr"
        assert set(output.get("data", {})) <= SHOWN_UNTRUSTED
        markup = "".join(output.get("data", {}).get("text/html", ""))
        assert not re.search(r"<(script|style|link|iframe)\b|\son\w+=|https?://", markup)


@every_notebook
def test_a_picture_has_a_description(path):
    for output in outputs(path):
        if "image/png" in output.get("data", {}):
            assert output.metadata.get("image/png", {}).get("alt")


@every_notebook
def test_everything_was_run_in_order_and_leaves_no_trace_of_the_run(path):
    cells = code_cells(path)
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert not [cell for cell in cells if {"execution", "papermill"} & set(cell.metadata)]
    assert "papermill" not in read(path).metadata


@every_report
def test_a_report_takes_a_map_and_a_day(path):
    known = read_parameters(path)
    assert {"map", "as_of", "out"} <= set(known)
    assert known["as_of"].is_date
    narrowed = {
        "activity",
        "party",
        "earlier_map",
        "register",
        "evidence",
    }  # to a part of the map, or to what is beside it
    assert narrowed & set(known)


@pytest.mark.slow
@every_report
@pytest.mark.parametrize("folder", MAPS, ids=lambda folder: folder.name)
def test_each_report_runs_on_each_map(path, folder, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    register = read_parameters(path).get("register")
    given = {"register": REHEARSAL.as_posix()} if register and register.default else {}
    run = run_report(
        path.stem, map_folder=folder, as_of=dt.date(2026, 11, 22), out=tmp_path, parameters=given
    )
    made = tmp_path / path.stem
    page = (made / f"{path.stem}.html").read_text(encoding="utf-8")
    elements = Elements(page)
    assert read_map(folder).info.title in elements.text
    assert "22 November 2026" in elements.text
    assert not {"script", "link", "iframe", "object", "embed"} & {tag for tag, _ in elements.found}
    assert all(given["src"].startswith("data:image/") for _, given in elements.found if "src" in given)
    assert {tag for tag, given in elements.found if "href" in given} <= {"a"}
    assert str(tmp_path) not in page
    assert {file.name for file in run.files} == {file.name for file in made.iterdir()} - {"run.json"}
    if path.stem == "ropa":
        assert list(made.glob("*.xlsx"))


@pytest.mark.slow
def test_the_breach_report_shows_what_the_register_holds(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    aware, at = dt.datetime(2026, 11, 20, 14, 35), dt.datetime(2026, 11, 20, 16, 0, tzinfo=dt.UTC)
    data_map = read_map(ROOT / "data_maps" / "btr")
    known = assess_incident(data_map, Circumstances(party="yardi", aware=aware), at.date())
    with open_register(tmp_path / "register.db", create=True) as register:
        record_breach(register, known, at=at)
    given = {"register": (tmp_path / "register.db").as_posix(), "party": "yardi"}
    day = dt.date(2026, 11, 22)
    run_report("breach", map_folder="data_maps/btr", as_of=day, out=tmp_path, parameters=given)
    page = (tmp_path / "breach" / "breach.html").read_text(encoding="utf-8")
    assert "1 breach on record; the clock runs for 1" in page
    assert "B-2026-0001" in page


class Elements(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.found = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.text += data
