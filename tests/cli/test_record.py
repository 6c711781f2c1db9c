"""`record`: the Article 30 record as a file."""

import json

import openpyxl
import pytest


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".json"])
def test_the_ending_says_what_is_written(run, kiosk, tmp_path, ending):
    answer = run("record", "kiosk", "--out", f"record{ending}")
    assert answer.status == 0
    assert answer.out.startswith(f"record{ending}: 1 row of Kiosk Ltd as controller")
    assert (tmp_path / f"record{ending}").stat().st_size > 0


def test_the_workbook_opens(run, kiosk, tmp_path):
    run("record", "kiosk", "--out", "record.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "record.xlsx").worksheets[0]
    assert any(
        "Badges" in str(cell.value) or "Make a badge" in str(cell.value) for row in sheet for cell in row
    )


def test_json_is_the_record(run, kiosk, tmp_path):
    run("record", "kiosk", "--out", "record.json")
    assert json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))["party"] == "kiosk-ltd"


def test_a_processor_has_a_record_too(run, kiosk, tmp_path):
    answer = run("record", "kiosk", "--role", "processor", "--party", "printer", "--out", "p.json")
    assert answer.status == 0
    assert json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))["kind"] == "processor"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--out", "record.doc"], ".xlsx, .csv, .json"),
        (["--out", "absent/record.xlsx"], "absent"),
        (["--out", "r.xlsx", "--party", "printr"], 'Did you mean "printer"?'),
        (["--out", "r.xlsx", "--role", "processor"], "needs --party"),
    ],
)
def test_what_cannot_be_written_is_told_and_nothing_is_left(run, kiosk, tmp_path, arguments, message):
    answer = run("record", "kiosk", *arguments)
    assert answer.status == 2
    assert message in answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["kiosk"]
