"""The board's picture: what is open, how it moved, and which risks remain."""

from __future__ import annotations

import datetime as dt

import pytest

from audit_lib.audit import run_audit
from audit_lib.model.finding import Severity, Status
from audit_lib.model.progress import Changed, Known, Progress
from audit_lib.rules.catalogue import CATALOGUE
from audit_lib.views.board_chart import SIZE, board_chart

#: Inches.
A4_LESS_MARGINS = (210 - 30) / 25.4
DAY = dt.date(2026, 11, 22)


@pytest.fixture
def audited(letting):
    """Make an audit of the agency with some findings and no others."""
    return lambda *findings: run_audit(letting, DAY).model_copy(update={"findings": findings})


def test_open_findings_are_counted_and_accepted_ones_stand_beside_them(audited, finding, words):
    accepted = finding("flow:copy", status=Status.ACCEPTED)
    picture = board_chart(audited(finding("flow:books"), finding("flow:report"), accepted))
    assert picture.title.startswith("2 findings open; ")
    assert "accepted" in words(picture)


def test_each_theme_has_its_number(audited, finding, words):
    other = finding("flow:report", theme="security", severity=Severity.LOW)
    said = words(board_chart(audited(finding("flow:books"), finding("flow:copy"), other)))
    assert said[said.index("Retention") + 1] == "2"
    assert said[said.index("Security") + 1] == "1"


def test_what_is_new_open_again_and_dealt_with_since_last_time_is_told(audited, finding, words):
    new, again = finding("flow:books"), finding("flow:copy")
    before = Known(id=again.id, rule=again.rule, title="x", severity=again.severity, status=Status.ACCEPTED)
    gone = Known(id="gone", rule=CATALOGUE[0].id, title="x", severity=Severity.LOW)
    progress = Progress(
        since=dt.date(2026, 8, 1), new=(new,), changed=(Changed(before=before, now=again),), closed=(gone,)
    )
    picture = board_chart(audited(new, again), progress)
    said = words(picture)
    assert {"+2", "−1", "findings open (+2 −1)"} <= set(said)
    assert CATALOGUE[0].theme.value.replace("-", " ").capitalize() in said
    assert "Since 1 August 2026, 2 are new or open again and 1 are dealt with." in picture.alt


def test_without_an_earlier_run_nothing_is_said_of_change(audited, finding, words):
    said = " ".join(words(board_chart(audited(finding("flow:books")))))
    assert "Since" not in said
    assert "+" not in said


def test_the_gravest_themes_are_named_and_the_rest_is_counted(audited, finding, words):
    many = [finding(theme=f"theme-{at:02}", id=f"f{at}", severity=Severity.LOW) for at in range(15)]
    grave = finding(theme="zeal", id="grave")
    said = words(board_chart(audited(*many, grave)))
    assert "Zeal" in said
    assert "And 4 more themes: 4 findings." in said


def test_two_decisions_are_told_apart(audited, finding, words):
    accepted = finding("flow:copy", status=Status.ACCEPTED)
    in_hand = finding("flow:books", id="other", status=Status.IN_HAND)
    assert "1 accepted, 1 in hand" in words(board_chart(audited(accepted, in_hand)))


def test_its_letters_can_be_read_on_a4(audited, finding):
    inches = board_chart(audited(finding())).figure.get_size_inches()
    assert min(SIZE, 7.5) * (A4_LESS_MARGINS / inches[0]) >= 5.5


def test_risks_are_named_worst_first_and_the_rest_is_counted(letting, words):
    audit = run_audit(letting, DAY)
    register = audit.risks.model_copy(update={"risks": audit.risks.risks[:1] * 12})
    said = words(board_chart(audit.model_copy(update={"risks": register})))
    assert " ".join(said).count(register.risks[0].title) == 9
    assert any(line.startswith("And 3 more risks: 3 ") for line in said)


@pytest.mark.parametrize("text", ["x" * 10_000, "word " * 2000])
def test_no_name_runs_off_the_sheet(renamed, clipped, text):
    assert clipped(board_chart(run_audit(renamed(text), DAY))) == []
