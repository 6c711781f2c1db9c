"""A pattern whose finding is accepted stays in the picture and the tables, and says that it is."""

from __future__ import annotations

import pytest
from evidence_answer import MAY, answer, group

from audit_lib.evidence.findings import findings_of
from audit_lib.graph.example import example_map
from audit_lib.model.finding import Decision, Status
from audit_lib.model.verdict import Verdict
from audit_lib.views.evidence_decisions import decisions
from audit_lib.views.evidence_map import evidence_map
from audit_lib.views.evidence_tables import pattern_table

SOLD = group(Verdict.UNDECLARED_RECIPIENT, "agent", "insurer", "arrears", seen=120, people=90)
LATE = group(Verdict.AFTER_RETENTION, "agent", "court", "arrears", flow="sue", seen=80, people=60)


def decided(status, *groups):
    """An answer of which the first finding has been decided about."""
    found = findings_of(example_map(), MAY.date(), groups).findings
    by = Decision(finding=found[0].id, status=status, owner="Ada", reason="Known")
    first = found[0].model_copy(update={"status": status, "decision": by})
    return answer(*groups, findings=(first, *found[1:]))


@pytest.mark.parametrize(("status", "words"), [(Status.ACCEPTED, "accepted"), (Status.IN_HAND, "in hand")])
@pytest.mark.parametrize("one", [SOLD, LATE])
def test_a_pattern_says_what_was_decided_about_its_finding(status, words, one):
    assert decisions(decided(status, one)) == {one: words}


@pytest.mark.parametrize("status", [Status.OPEN, Status.EXPIRED])
def test_what_is_open_excuses_nothing(status):
    assert decisions(decided(status, SOLD)) == {}


def test_only_the_pattern_that_is_meant_is_excused():
    given = decided(Status.ACCEPTED, SOLD, LATE)
    assert len(decisions(given)) == 1


def test_an_excused_pattern_is_shown_as_such(words):
    given = decided(Status.ACCEPTED, SOLD)
    assert pattern_table(given).rows[0][0].tail == "accepted"
    assert "Recipient not declared (accepted):" in words(evidence_map(given))
