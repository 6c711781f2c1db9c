"""Decisions and progress as tables."""

import datetime as dt

import pytest

from audit_lib.audit import run_audit
from audit_lib.model.data_map import DataMap
from audit_lib.model.finding import Decision, Severity
from audit_lib.model.progress import Changed, EarlierRun, Known, Progress
from audit_lib.rules.progress import progress
from audit_lib.views.decision_tables import actions_table, decisions_table, progress_table
from audit_lib.views.table import Mark

DAY = dt.date(2026, 11, 22)
MAP = {
    "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "k"},
    "parties": [
        {"id": "k", "name": "K", "kind": "organisation", "stance": "recorded"},
        {"id": "guests", "name": "Guests", "kind": "individuals", "stance": "recorded"},
        {"id": "printer", "name": "Printer", "kind": "organisation", "stance": "recorded"},
    ],
    "data": [{"id": "name", "name": "Name", "stance": "recorded"}],
    "purposes": [{"id": "badge", "name": "Make a badge", "stance": "recorded"}],
    "activities": [
        {"id": "badges", "name": "Badges", "function": "Desk", "purpose": "badge", "controllers": ["k"],
         "subjects": ["guests"], "data": ["name"], "stance": "recorded"},
    ],
    "flows": [
        {"id": "in", "from": "guests", "to": "k", "activity": "badges", "data": ["name"],
         "subjects": ["guests"], "role": "controller", "stance": "recorded"},
        {"id": "out", "from": "k", "to": "printer", "activity": "badges", "data": ["name"],
         "subjects": ["guests"], "role": "processor", "stance": "recorded"},
    ],
}  # fmt: skip


def audit(*decisions):
    return run_audit(DataMap.model_validate({**MAP, "decisions": list(decisions)}), DAY)


@pytest.fixture
def ids():
    found = [finding.id for finding in audit().findings]
    assert len(found) >= 3
    return found


def decision(finding, status="accepted", expires=None):
    return Decision(finding=finding, status=status, owner="Ada", reason="Known", expires=expires)


def test_each_decision_has_a_row_and_what_ran_out_comes_first(ids):
    table = decisions_table(
        audit(
            decision(ids[0]),
            decision(ids[1], "in-hand", dt.date(2026, 12, 31)),
            decision(ids[2], "accepted", dt.date(2026, 11, 21)),
            decision("gone-00000000"),
        )
    )
    assert [row[0].text for row in table.rows] == ["expired", "in hand", "accepted", "closed"]
    assert [row[3].text for row in table.rows] == [
        "21 November 2026",
        "31 December 2026",
        "no end",
        "no end",
    ]
    assert table.rows[0][0].mark is Mark.FINDING
    assert table.rows[1][1].tail == ids[1]
    assert table.title.startswith(
        f"Findings: {len(ids) - 3} open, 1 accepted, 1 in hand, 1 expired, 1 closed"
    )


def test_without_decisions_the_title_says_so(ids):
    assert decisions_table(audit()).title == f"No decision has been taken; {len(ids)} findings open"


def test_a_decision_about_a_finding_of_another_activity_is_not_called_closed(ids):
    decided = audit(decision(ids[0]))
    narrow = decided.model_copy(update={"findings": ()})
    assert not decisions_table(narrow).rows


def test_progress_tells_new_worse_changed_and_closed_in_this_order():
    found = audit().findings
    before = [
        Known(id=one.id, rule=one.rule, title=one.title, severity=one.severity, about=one.about)
        for one in found
    ]
    lower = before[1].model_copy(
        update={"severity": Severity.LOW if before[1].severity.rank > 1 else Severity.HIGH}
    )
    gone = Known(id="old-00000000", rule="old", title="Old one", severity="low")
    earlier = EarlierRun(map_id="m", as_of="2026-06-30", findings=(lower, *before[2:], gone))
    table = progress_table(progress(found, earlier))
    words = [row[0].text for row in table.rows]
    assert words[0] == "new"
    assert words[1] in {"worse", "changed"}
    assert words[2:] == ["closed"]
    assert table.rows[-1][2].lead == "Old one"
    assert table.title.startswith("Since 30 June 2026: 1 new, 1 ")
    assert table.title.endswith(f"1 closed, {len(found) - 2} findings as before")


def test_what_a_map_says_is_shown_as_text():
    one = Known(id="x-1", rule="x", title="<b>Bold</b>", severity="low", message="<script>")
    shown = progress_table(Progress(since=DAY, closed=(one,)))._repr_html_()
    assert "<script>" not in shown
    assert "&lt;b&gt;Bold" in shown


def test_a_change_that_is_no_worse_is_called_changed():
    found = audit().findings[0]
    then = Known(
        id=found.id, rule=found.rule, title="T", severity=found.severity, about=(*found.about, "x:y")
    )
    table = progress_table(Progress(since=DAY, changed=(Changed(before=then, now=found),)))
    assert (table.rows[0][0].text, table.rows[0][3].text) == ("changed", "about 1 fewer entry")


def test_what_is_new_and_already_decided_is_not_marked_as_a_fault(ids):
    found = audit(decision(ids[0], "in-hand")).findings
    table = progress_table(progress(found, EarlierRun(map_id="m", as_of="2026-06-30", findings=())))
    marks = {row[2].tail: (row[0].mark, row[3].text) for row in table.rows}
    assert marks[ids[0]] == (Mark.PLAIN, "already in hand")
    assert marks[ids[1]] == (Mark.FINDING, "")


def test_what_comes_first_is_told_with_its_places_and_its_id():
    found = audit().findings
    table = actions_table(found, most=3)
    tails = [row[2].tail.splitlines() for row in table.rows]
    known = {finding.id: finding for finding in found}
    assert len(tails) == 3
    for places, id_ in tails:
        assert places.startswith(str(known[id_].places[0]))
