"""What was due for deletion, rule by rule."""

from __future__ import annotations

from evidence_answer import MARCH, MAY, answer, due, map_with_retention

from audit_lib.model.reconciliation import DueDeletion, LateDeletion, Read
from audit_lib.views.deletions_table import deletions_table
from audit_lib.views.evidence_figures import hidden_note

LATE = LateDeletion(sender="agent", data="name", deletions=30, people=30, first=MARCH, last=MAY)


def table(*rows, late=(LATE,), **fields):
    return deletions_table(answer(data_map=map_with_retention(), due=rows, late=late, **fields))


def texts(found):
    return [[cell.text for cell in row] for row in found.rows]


def test_it_tells_what_was_due_in_time_late_and_in_no_log():
    found = table(due(200, 30, 40))
    assert texts(found) == [["Files", "Agent", "270", "200", "30", "40", "40 days"]]
    assert found.title == "1 of 1 kind of data due for deletion was deleted late"


def test_beneath_the_rule_stand_its_period_and_the_clauses_that_set_it():
    assert table(due(200, 30, 40)).rows[0][0].tail.splitlines() == [
        "6 years from: The last letter",
        "no clause of the notice (recorded)",
    ]


def test_a_rule_under_which_nothing_was_deleted_names_what_it_governs():
    row = table(DueDeletion(rule="keep", due=90)).rows[0]
    assert (row[1].text, row[1].tail) == ("no deletion logged by anybody", "Name")
    assert [cell.text for cell in row[2:]] == ["90", "0", "0", "90", ""]


def test_few_late_ones_are_withheld_with_their_delay():
    found = table(due(200, 3, 40), late=())
    assert texts(found)[0][2:] == ["243", "200", "withheld", "withheld", "withheld"]
    assert found.note.endswith(hidden_note(10))


def test_invented_logs_are_told_first():
    read = Read(source="log", kind="deletions", invented=True)
    assert table(due(200, 30, 40), reads=(read,)).note.startswith("These logs are invented")
