"""What a report keeps for the next: its findings, and those it was set against."""

import datetime as dt
import json
from typing import NamedTuple

import nbformat
import pytest
from nbformat.v4 import new_notebook

from audit_lib.audit import run_audit
from audit_lib.errors import ParameterError
from audit_lib.files.read_findings import read_findings
from audit_lib.files.read_map import read_map
from audit_lib.reporting.engine import Executed
from audit_lib.reporting.report import run_report

DAY = dt.date(2026, 3, 31)
NEXT = dt.date(2026, 6, 30)
PARAMETERS = """\
map: str = "unset"
as_of = "2026-01-01"
activity: str | None = None
out: str | None = None
earlier: str | None = None
"""


class Told(NamedTuple):
    """What a notebook was given, and what stood in the file of earlier findings while it ran."""

    earlier: str | None
    findings: dict | None


@pytest.fixture
def make(notebooks, map_folder, tmp_path, monkeypatch):
    """Make the report `kept`; a notebook that only looks at what it is given stands for the kernel."""
    monkeypatch.chdir(tmp_path)
    folder = notebooks("kept", "1", parameters=PARAMETERS)
    told = []

    def look(_notebook, given, _on_cell, **_how):
        path = given.get("earlier")
        told.append(Told(path, json.loads((tmp_path / path).read_text(encoding="utf-8")) if path else None))
        return Executed(new_notebook(), None)

    monkeypatch.setattr("audit_lib.reporting.making.execute", look)
    monkeypatch.setattr("audit_lib.reporting.making._write_pages", lambda *_given, **_named: None)

    def run(as_of=DAY, **parameters):
        run_report(
            "kept", notebooks=folder, map_folder="kiosk", as_of=as_of, out="made", parameters=parameters
        )
        return told[-1]

    return run


def files(tmp_path):
    return sorted(path.name for path in (tmp_path / "made/kept").iterdir())


def test_the_first_run_keeps_its_findings_and_has_none_to_be_set_against(make, tmp_path):
    assert make() == Told(None, None)
    assert files(tmp_path) == ["findings.json", "kept.ipynb", "run.json"]
    kept = json.loads((tmp_path / "made/kept/findings.json").read_text(encoding="utf-8"))
    assert kept == run_audit(read_map("kiosk"), DAY).as_json()


def test_the_next_run_is_given_them_and_keeps_a_copy(make, tmp_path):
    make()
    first = (tmp_path / "made/kept/findings.json").read_bytes()
    assert make(NEXT).findings["as_of"] == "2026-03-31"
    assert (tmp_path / "made/kept/earlier.json").read_bytes() == first
    assert read_findings(tmp_path / "made/kept/findings.json").as_of == NEXT


def test_what_was_made_is_listed_with_its_hash(make, tmp_path):
    make()
    make(NEXT)
    run = json.loads((tmp_path / "made/kept/run.json").read_text(encoding="utf-8"))
    assert {"earlier.json", "findings.json"} <= {made["name"] for made in run["files"]}


def test_a_run_that_is_repeated_is_set_against_the_same_as_before(make, map_folder):
    make()
    first = make(NEXT)
    assert make(NEXT).findings == first.findings
    text = (map_folder / "map.yaml").read_text(encoding="utf-8").replace('"3"', '"4"')
    (map_folder / "map.yaml").write_text(text, encoding="utf-8")
    assert make(NEXT).findings["as_of"] == "2026-06-30"


def test_the_first_run_repeated_still_has_none(make):
    make()
    assert make() == Told(None, None)


def test_a_run_of_another_map_is_not_set_against_it(make, map_folder):
    make()
    text = (map_folder / "map.yaml").read_text(encoding="utf-8").replace("id: kiosk,", "id: stall,")
    (map_folder / "map.yaml").write_text(text, encoding="utf-8")
    assert make(NEXT) == Told(None, None)


@pytest.mark.parametrize("content", ["{}", "no JSON", None])
@pytest.mark.parametrize("name", ["findings.json", "run.json"])
def test_a_damaged_run_is_as_none(make, tmp_path, name, content):
    make()
    file = tmp_path / "made/kept" / name
    if content is not None:
        file.write_text(content, encoding="utf-8")
    elif name == "findings.json":
        file.unlink()
    else:
        file.write_text('{"data_map": 1, "parameters": {}, "as_of": 2}', encoding="utf-8")
    assert make(NEXT) == Told(None, None)


def test_a_person_can_name_another_run_to_be_set_against(make, tmp_path):
    make()
    named = tmp_path / "last-year.json"
    said = json.loads((tmp_path / "made/kept/findings.json").read_text(encoding="utf-8"))
    named.write_text(json.dumps(said | {"as_of": "2025-03-31"}), encoding="utf-8")
    assert make(NEXT, earlier="last-year.json").findings["as_of"] == "2025-03-31"
    assert "earlier.json" not in files(tmp_path)


def test_a_file_that_is_none_of_this_map_is_told_before_anything_runs(make, tmp_path):
    other = '{"map": {"id": "stall"}, "as_of": "2026-01-01", "findings": []}'
    (tmp_path / "other.json").write_text(other, encoding="utf-8")
    with pytest.raises(ParameterError, match='of the map "stall", not of "kiosk"'):
        make(earlier="other.json")
    assert not (tmp_path / "made").exists()


@pytest.mark.slow
def test_a_real_notebook_sees_the_earlier_findings_under_their_final_name(
    notebooks, map_folder, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    code = "import json\nprint(earlier, json.load(open(earlier))['as_of'] if earlier else None)"
    folder = notebooks("kept", code, parameters=PARAMETERS)
    for day in (DAY, NEXT):
        run_report("kept", notebooks=folder, map_folder="kiosk", as_of=day, out="made")
    node = nbformat.read(tmp_path / "made/kept/kept.ipynb", as_version=4)
    assert node.cells[-1].outputs[0].text.strip() == "made/kept/earlier.json 2026-03-31"
