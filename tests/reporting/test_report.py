"""Making a report: all checked first, whole or not there, and what failed says why."""

import datetime as dt
import hashlib
import json
import sys
from pathlib import Path

import nbformat
import pytest

from audit_lib.errors import MapError, NoticeError, OutputError, ParameterError, ReportError
from audit_lib.reporting.report import folder_of, run_report
from audit_lib.reporting.runs import read_run
from audit_lib.reporting.verifying import verify

DAY = dt.date(2026, 3, 31)
PARAMETERS = """\
map: str = "unset"
as_of = "2026-01-01"
"""
WRITES = """\
from pathlib import Path
if out:
    _ = (Path(out) / 'record.txt').write_text('whole')
print(map, as_of, party, out)
"""

pytestmark = pytest.mark.slow


@pytest.fixture
def make(notebooks, map_folder, tmp_path, monkeypatch):
    """Make the report `kept`, whose cells after the parameters are given."""
    monkeypatch.chdir(tmp_path)

    def run(*code, report="kept", **given):
        folder = notebooks("kept", *code)
        return run_report(
            report, notebooks=folder, **{"map_folder": "kiosk", "as_of": DAY, "out": "made", **given}
        )

    return run


def no_kernel(*_given, **_named):
    raise AssertionError("a kernel was started")


def test_a_report_is_a_page_a_notebook_what_it_wrote_and_how_it_ran(make, tmp_path):
    run = make(WRITES)
    folder = tmp_path / "made" / "kept"
    assert sorted(path.name for path in folder.iterdir()) == [
        "kept.html",
        "kept.ipynb",
        "record.txt",
        "run.json",
    ]
    assert folder_of(run, "made").resolve() == folder
    assert "kiosk 2026-03-31 None made/kept" in (folder / "kept.html").read_text(encoding="utf-8")


def test_the_run_tells_from_what_when_and_with_what(make, tmp_path):
    make(WRITES, parameters={"party": "kiosk-ltd"})
    run = json.loads((tmp_path / "made/kept/run.json").read_text(encoding="utf-8"))
    assert run["outcome"] == "finished"
    assert run["data_map"]["id"] == "kiosk"
    assert run["data_map"]["version"] == "3"
    assert run["parameters"] == {"map": "kiosk", "as_of": "2026-03-31", "party": "kiosk-ltd"}
    assert run["started"] <= run["ended"]
    assert run["packages"]["papermill"][0].isdigit()
    for made in run["files"]:
        content = (tmp_path / "made/kept" / made["name"]).read_bytes()
        assert made["sha256"] == hashlib.sha256(content).hexdigest()


def test_without_a_place_it_goes_under_the_id_of_the_map(make, tmp_path):
    make("1", out=None)
    assert (tmp_path / "reports/kiosk/kept/run.json").is_file()


def test_nothing_of_this_machine_is_in_the_notebook_or_the_page(make, tmp_path):
    make(WRITES, map_folder=tmp_path / "kiosk")
    for name in ("kept.ipynb", "kept.html"):
        assert str(tmp_path) not in (tmp_path / "made/kept" / name).read_text(encoding="utf-8")


def test_two_runs_give_the_same_notebook_and_page(make, tmp_path):
    first = make(WRITES)
    assert make(WRITES).files == first.files


def test_the_kernel_is_this_interpreter(make, tmp_path):
    make("import sys\nprint(sys.executable)")
    node = nbformat.read(tmp_path / "made/kept/kept.ipynb", as_version=4)
    assert node.cells[-1].outputs[0].text.strip() == sys.executable


def test_progress_is_told_cell_by_cell(make):
    told = []
    make("1", "2", progress=lambda *now: told.append(now))
    assert told[-1] == ("kept", 4, 4)
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)


def test_a_failed_report_says_where_and_keeps_its_traceback(make, tmp_path):
    with pytest.raises(
        ReportError, match=r"kept: cell 4 \(`1 / 0`\) failed: ZeroDivisionError: division by zero"
    ):
        make("x = 1", "1 / 0")
    failed = tmp_path / "made" / "kept.failed"
    assert "ZeroDivisionError" in (failed / "traceback.txt").read_text(encoding="utf-8")
    assert json.loads((failed / "run.json").read_text(encoding="utf-8"))["outcome"] == "failed"
    assert sorted(path.name for path in (tmp_path / "made").iterdir()) == ["kept.failed", "runs.jsonl"]


def test_a_failed_report_leaves_the_earlier_one_as_it_was(make, tmp_path):
    first = make(WRITES)
    with pytest.raises(ReportError):
        make("1 / 0")
    again = json.loads((tmp_path / "made/kept/run.json").read_text(encoding="utf-8"))
    assert again["files"] == [made.model_dump() for made in first.files]


def test_a_report_that_works_again_takes_its_failure_away(make, tmp_path):
    with pytest.raises(ReportError):
        make("1 / 0")
    make("1")
    assert sorted(path.name for path in (tmp_path / "made").iterdir()) == ["kept", "runs.jsonl"]


def test_a_kernel_that_dies_is_a_failure_like_any_other(make, tmp_path):
    with pytest.raises(ReportError, match="the kernel died"):
        make("import os\nos._exit(3)")
    assert (tmp_path / "made/kept.failed/kept.ipynb").is_file()


def test_a_page_that_cannot_be_made_leaves_nothing(make, tmp_path, monkeypatch):
    def broken(*_given, **_named):
        raise OutputError("no room")

    monkeypatch.setattr("audit_lib.reporting.making.page_text", broken)
    with pytest.raises(OutputError):
        make(WRITES)
    assert list((tmp_path / "made").iterdir()) == []


def test_a_folder_that_a_person_filled_is_not_replaced(make, tmp_path, monkeypatch):
    monkeypatch.setattr("audit_lib.reporting.making.execute", no_kernel)
    (tmp_path / "made/kept").mkdir(parents=True)
    (tmp_path / "made/kept/letter.txt").write_text("mine")
    with pytest.raises(OutputError, match="no report has made"):
        make("1")
    assert (tmp_path / "made/kept/letter.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({"parameters": {"parti": "x"}}, ParameterError, 'Did you mean "party"'),
        ({"parameters": {"party": "kiosk"}}, ParameterError, 'Did you mean "kiosk-ltd"'),
        ({"parameters": {"top": "ten"}}, ParameterError, "a whole number"),
        ({"parameters": {"map": "x"}}, ParameterError, "option of its own"),
        ({"map_folder": "absent"}, MapError, "absent"),
        ({"notice": "absent.txt"}, NoticeError, "absent.txt"),
        ({"report": "other"}, ParameterError, "other"),
    ],
)
def test_what_cannot_be_used_is_told_before_a_kernel_starts(
    make, tmp_path, monkeypatch, given, error, message
):
    monkeypatch.setattr("audit_lib.reporting.making.execute", no_kernel)
    with pytest.raises(error, match=message):
        make("1", **given)
    assert not (tmp_path / "made").exists()


def test_the_ledger_of_the_map_tells_of_each_run(make, tmp_path):
    make(WRITES)
    make(WRITES)
    found = verify(tmp_path / "made")
    assert found.faults == ()
    assert (found.lines, found.runs) == (2, 1)


def test_the_run_tells_all_that_went_in_and_how_long_cells_took(make, tmp_path):
    (tmp_path / "notice.txt").write_text("We keep names.\n")
    code = "from pathlib import Path\n_ = (Path(out) / 'figures.json').write_text('{\"flows\": 3}')"
    run = make("import time\ntime.sleep(0.3)", code, notice="notice.txt")
    assert [(one.parameter, one.sha256) for one in run.read] == [
        ("notice", hashlib.sha256(b"We keep names.\n").hexdigest())
    ]
    assert len(run.cell_seconds) == 4
    assert run.cell_seconds[2] >= 0.3
    assert run.figures == {"flows": 3}
    assert run.map_revision is None
    assert read_run(tmp_path / "made/kept") == run


def test_two_runs_of_the_same_inputs_have_the_same_hash_and_others_have_not(make, tmp_path):
    first = make(WRITES)
    assert make(WRITES, out="elsewhere").inputs == first.inputs
    assert make(WRITES, parameters={"top": 3}).inputs != first.inputs
    (tmp_path / "kiosk/map.yaml").write_text(
        (tmp_path / "kiosk/map.yaml").read_text().replace("Kiosk Ltd", "Kiosk plc")
    )
    assert make(WRITES).inputs != first.inputs


def test_a_secret_gets_into_no_file_of_a_run(notebooks, map_folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KIOSK_PASS", "hunter2")
    declared = f"{PARAMETERS}passphrase: str | None = None\n"
    folder = notebooks("kept", "found = passphrase is not None", parameters=declared)
    given = {"map_folder": "kiosk", "as_of": DAY, "out": "made", "notebooks": folder}
    with pytest.raises(ParameterError, match="give env:NAME or file:PATH"):
        run_report("kept", parameters={"passphrase": "hunter2"}, **given)
    run = run_report("kept", parameters={"passphrase": "env:KIOSK_PASS"}, **given)
    assert run.parameters["passphrase"] == "env:KIOSK_PASS"
    for path in (tmp_path / "made").rglob("*"):
        assert not path.is_file() or b"hunter2" not in path.read_bytes()


@pytest.mark.parametrize("report", ["ropa", "risk"])
def test_a_report_run_again_on_the_same_inputs_is_the_same_byte_for_byte(report, tmp_path):
    def files():
        run = run_report(report, map_folder="data_maps/btr", as_of=DAY, out=tmp_path)
        folder = tmp_path / report
        content = {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
        del content[Path("run.json")]
        return run.inputs, content

    first, second = files(), files()
    assert len(first[1]) >= 3
    assert first == second
