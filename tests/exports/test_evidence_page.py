"""The page of what was observed: counts on top, findings by kind, one style for screen, phone and paper."""

from __future__ import annotations

import datetime as dt

import pytest
from evidence_answer import answer, group

from audit_lib.evidence.findings import findings_of
from audit_lib.exports.document_page import document_page
from audit_lib.exports.evidence_page import evidence_document
from audit_lib.model.reconciliation import Unresolved
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
