"""The search plan as a workbook: one sheet a question, columns to keep track in, and no live formula."""

import datetime as dt
import re
import zipfile

import openpyxl
import pytest
from letter_map import letter_content

from audit_lib.errors import OutputError
from audit_lib.exports.plan_workbook import write_plan_workbook
from audit_lib.model.data_map import DataMap
from audit_lib.model.deadline import RequestDates
from audit_lib.model.rights import RightKind
from audit_lib.rights.deadlines import request_clock
from audit_lib.rights.search_plan import plan_request

DAY = dt.date(2026, 11, 22)
SHEETS = ["Plan", "Ask", "Tell", "Rights by activity", "Hold back", "Keep", "Portable", "Questions"]


def written(tmp_path, right=RightKind.ERASURE, content=None, name="plan", **more):
    data_map = DataMap.model_validate(content or letter_content())
    plan = plan_request(data_map, right, "tenants", DAY)
    return write_plan_workbook(plan, data_map, tmp_path / f"{name}.xlsx", **more)


@pytest.fixture
def book(tmp_path):
    return openpyxl.load_workbook(written(tmp_path))


def rows(sheet):
    return [[cell or "" for cell in row] for row in sheet.iter_rows(min_row=2, values_only=True)]


def test_it_has_a_sheet_for_each_question(book):
    assert book.sheetnames == SHEETS


def test_ask_lists_every_source_in_order_and_whether_it_is_asked(book):
    assert [(row[1], row[3]) for row in rows(book["Ask"])] == [
        ("Agency", "yes"), ("Cloud", "yes"), ("Owner", "no"),
    ]  # fmt: skip


def test_tell_lists_every_recipient(book):
    assert [row[1] for row in rows(book["Tell"])] == ["Cloud", "Owner"]


def test_the_summary_has_the_time_where_it_is_known_and_room_where_not(tmp_path, book):
    assert ["Answer by (privacy-audit request deadline says it)", ""] in rows(book["Plan"])
    clock = request_clock(RightKind.ERASURE, RequestDates(received=dt.date(2026, 11, 9)))
    timed = openpyxl.load_workbook(written(tmp_path, name="timed", clock=clock))
    said = dict(rows(timed["Plan"]))
    assert said["Answer the request"] == "latest Wednesday 9 December 2026; safe Wednesday 9 December 2026"


@pytest.mark.parametrize(
    ("name", "columns"),
    [("Ask", ["Asked on", "Answered on", "Done by"]), ("Tell", ["Told on", "Confirmed on", "Done by"])],
)
def test_progress_takes_days_and_a_name_and_refuses_what_is_none(book, name, columns):
    sheet = book[name]
    heads = [cell.value for cell in sheet[1]]
    assert heads[-3:] == columns
    days, who = sorted(sheet.data_validations.dataValidation, key=lambda each: each.type)
    assert (days.type, who.type) == ("date", "textLength")
    first = openpyxl.utils.get_column_letter(len(heads) - 2)
    assert str(days.sqref).startswith(f"{first}2:")
    assert all(row[-3:] == ["", "", ""] for row in rows(sheet))


@pytest.mark.parametrize("name", SHEETS)
def test_heads_stay_in_sight_can_be_filtered_and_stand_on_every_printed_page(book, name):
    sheet = book[name]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"


def test_no_text_of_the_map_becomes_a_formula_or_a_link(tmp_path):
    content = letter_content()
    for section in ("parties", "data", "activities", "systems"):
        for entry in content[section]:
            entry["name"] = f'=HYPERLINK("http://e","{entry["id"]}")'
    content["flows"][2]["contract"] = "@SUM(1)"
    path = written(tmp_path, content=content)
    with zipfile.ZipFile(path) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "worksheets/" in name]
    assert not any(re.search(r"<(f|hyperlink)\b", sheet) for sheet in sheets)
    assert openpyxl.load_workbook(path)["Ask"]["B2"].value.startswith("=HYPERLINK")


def test_the_same_plan_gives_the_same_bytes(tmp_path):
    assert written(tmp_path, name="a").read_bytes() == written(tmp_path, name="b").read_bytes()


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path):
    with pytest.raises(OutputError):
        written(tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


def test_a_plan_without_anybody_to_tell_has_an_empty_sheet_and_no_rule_on_it(tmp_path):
    sheet = openpyxl.load_workbook(written(tmp_path, RightKind.ACCESS))["Tell"]
    assert sheet.max_row == 1
    assert not sheet.data_validations.dataValidation
