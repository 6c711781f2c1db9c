"""The page of what was observed: counts on top, findings by kind, one style for screen, phone and paper."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from evidence_answer import MARCH, MAY, answer, due, ends, group, map_with_retention, month

from audit_lib.evidence.findings import findings_of
from audit_lib.exports import document_page as document_module
from audit_lib.exports.document_page import document_page
from audit_lib.exports.evidence_page import MOST, evidence_document
from audit_lib.model.reconciliation import LateDeletion, Unresolved
from audit_lib.model.verdict import Verdict

GROUPS = (
    group(Verdict.AFTER_OBJECTION, "agent", "court", "name", seen=90, people=70),
    group(Verdict.AFTER_OBJECTION, "agent", "insurer", "name", seen=80, people=60),
)


@pytest.fixture
def document():
    given = answer(*GROUPS)
    found = findings_of(given.data_map, dt.date(2026, 11, 22), GROUPS).findings
    words = [Unresolved(source="log", column="data", word=f"<b>{n}</b>", observations=n) for n in (3, 20, 90)]
    return evidence_document(given.model_copy(update={"findings": found, "unresolved": tuple(words)}))


def section(document, heading):
    (found,) = [one for one in document.sections if one.heading.startswith(heading)]
    return found


def test_the_counts_stand_on_top(document) -> None:
    said = [sentence.text for sentence in section(document, "In short").sentences()]
    assert "Findings to deal with: 2 high." in said
    assert any(one.startswith("As of 22 November 2026") for one in said)


def test_findings_of_one_kind_stand_under_one_heading_with_what_they_share_once(document) -> None:
    page = document_page(document)
    assert page.count("High: Data was given out after people had objected (2)") == 1
    assert page.count("Put right: ") == 1


def test_rows_that_are_withheld_are_withheld_as_in_every_other_answer(document) -> None:
    grid = section(document, "Words that stand for nothing").blocks[0]
    assert [row[3][0].text for row in grid.rows] == ["90", "withheld", "withheld"]


def test_words_that_are_only_counted_stand_on_the_page_however_many_are_named() -> None:
    words = [Unresolved(source="log", column="data", word=f"w{n}", observations=99) for n in range(MOST + 5)]
    words.append(Unresolved(source="log", column="data", word="", observations=800, more=700))
    grid, more = section(evidence_document(answer(*GROUPS, unresolved=tuple(words))), "Words that").blocks
    assert len(grid.rows) == MOST + 1
    assert [cell[0].text for cell in grid.rows[-1][2:4]] == ["(700 more words)", "800"]
    assert more.sentences[0].text == "5 more are in the workbook."


def test_a_year_of_months_stands_in_tables_that_fit_on_a_sheet() -> None:
    months = tuple(month(Verdict.DECLARED, at, 90) for at in range(1, 13))
    grids = section(evidence_document(answer(*GROUPS, months=months)), "Month by month").blocks
    assert [len(grid.columns) for grid in grids] == [8, 7]
    assert [column for grid in grids for column in grid.columns[1:]][-2:] == ["Dec 2026", "Together"]
    assert {row[0][0].text for row in grids[1].rows} == {row[0][0].text for row in grids[0].rows}


def test_a_pattern_stands_in_six_columns_with_a_line_for_each_thing_that_is_said(document) -> None:
    grid = section(document, "Patterns").blocks[0]
    row = [[sentence.text for sentence in cell] for cell in grid.rows[0]]
    assert row[1:3] == [["Agent → Court"], ["Name"]]
    assert row[4] == ["90", "70 people"]
    assert row[5][1:] == ["log:1", "log:2", "log:3"]


def test_what_decisions_excuse_has_a_column_only_where_there_is_any(document) -> None:
    assert "Excused" not in section(document, "Verdicts").blocks[0].columns


def beside(**fields):
    """Return the tables of what two ends say and of what was due, as texts, one list of lines a cell."""
    document = evidence_document(answer(*GROUPS, data_map=map_with_retention(), **fields))
    headings = ("What the two ends", "Due for deletion")
    found = [one for one in document.sections if one.heading.startswith(headings)]
    return [[[[line.text for line in cell] for cell in row] for row in one.blocks[1].rows] for one in found]


def test_what_two_ends_say_of_each_other_has_a_table() -> None:
    ((row,),) = beside(ends=(ends(120, 100, 90, people_sent=30),))
    assert row[0] == ["Agent → Referencer", "out and in", "2 Mar – 29 May 2026"]
    assert row[1:5] == [["Passport copy"], ["120"], ["100"], ["90"]]
    assert row[5] == ["30", "25.0 % of what was sent", "30 people"]


def test_what_was_due_for_deletion_has_a_table_with_the_rule_that_sets_the_period() -> None:
    late = LateDeletion(sender="agent", data="name", deletions=30, people=30, first=MARCH, last=MAY)
    ((row,),) = beside(due=(due(200, 30, 40),), late=(late,))
    assert row[0] == ["Files", "6 years from: The last letter", "no clause of the notice (recorded)"]
    assert row[1] == ["Agent", "Name", "gone"]
    assert row[2:] == [["270"], ["200"], ["30"], ["40"], ["40 days"]]


def test_figures_about_few_people_are_withheld_with_what_they_could_be_worked_out_from() -> None:
    (two,), (gone,) = beside(ends=(ends(95, 90, 90),), due=(due(200, 3, 40),))
    assert [cell[0] for cell in two[2:]] == ["withheld"] * 4 + ["0"]
    assert [cell[0] for cell in gone[2:]] == ["243", "200", "withheld", "withheld", "withheld"]


def test_of_what_no_source_tells_the_page_says_nothing() -> None:
    assert beside() == []


def test_a_word_of_a_log_is_no_markup(document) -> None:
    page = document_page(document)
    assert "<b>90" not in page
    assert "&lt;b&gt;90" in page


def test_every_row_of_a_table_has_its_columns(document) -> None:
    grids = [block for one in document.sections for block in one.blocks if block.kind == "grid"]
    assert grids
    for grid in grids:
        assert {len(row) for row in grid.rows} == {len(grid.columns)}
        assert len(grid.shares) in (0, len(grid.columns))


STYLE = Path(document_module.__file__).parent / "templates/document.css"


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "paper"), ("ink", "ground"), ("ink", "apart"), ("soft", "paper"), ("accent", "paper"),
        ("accent", "apart"), ("gap", "gap-ground"),
    ],
)  # fmt: skip
def test_text_stands_out_from_its_ground_on_a_light_and_on_a_dark_screen(scheme, ink, ground) -> None:
    """WCAG 2.2, success criterion 1.4.3 (AA)."""
    blocks = re.findall(r":root \{(.*?)\}", STYLE.read_text(encoding="utf-8"), re.DOTALL)
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", blocks[scheme]))
    dark, light = sorted((luminance(colours[ink]), luminance(colours[ground])))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_what_is_printed_is_not_dark() -> None:
    assert "@media screen and (prefers-color-scheme: dark)" in STYLE.read_text(encoding="utf-8")
