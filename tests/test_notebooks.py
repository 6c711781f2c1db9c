"""The notebooks that ship: each keeps the rules of the house, and each report runs on each map.

That each notebook prints again what is committed is tested by nbval (`make test`).
"""

import datetime as dt
from html.parser import HTMLParser
from pathlib import Path

import pytest

import audit_lib
from audit_lib.files.read_map import read_map
from audit_lib.files.register import open_register
from audit_lib.incidents.assess import assess_incident
from audit_lib.incidents.breaches import record_breach
from audit_lib.model.circumstances import Circumstances
from audit_lib.reporting.notebook_rules.check import check_notebooks
from audit_lib.reporting.parameters import read_parameters
from audit_lib.reporting.report import run_report

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted(ROOT.glob("notebooks/*.ipynb"))
REPORTS = sorted(ROOT.glob("notebooks/reports/*.ipynb"))
MAPS = sorted(path.parent for path in ROOT.glob("data_maps/*/map.yaml"))

#: An invented register: a report about requests needs one.
REHEARSAL = ROOT / "data_maps" / "btr" / "rehearsal" / "requests.csv"

every_notebook = pytest.mark.parametrize("path", [*NOTEBOOKS, *REPORTS], ids=lambda path: path.stem)
every_report = pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)


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
def test_it_keeps_the_rules_of_the_house(path):
    """Each rule, with what keeps it and what does not: tests/reporting/notebook_rules."""
    checked = check_notebooks([path], audit_lib.__all__)
    assert [str(fault) for fault in (*checked.unreadable, *checked.faults)] == []


@every_report
def test_a_report_can_be_narrowed_to_a_part_of_the_map_or_to_what_is_beside_it(path):
    narrowed = {"activity", "party", "earlier_map", "register", "evidence"}
    assert narrowed & set(read_parameters(path))


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
    there = {file.relative_to(made).as_posix() for file in made.rglob("*") if file.is_file()}
    assert {file.name for file in run.files} == there - {"run.json"}
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
