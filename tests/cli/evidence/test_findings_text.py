"""How `evidence check` tells findings to a person: those of one kind together, what they share once."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest

from audit_lib.cli.evidence.check_text import write_reconciliation
from audit_lib.cli.evidence.findings_text import MOST_ALIKE, write_decided, write_findings
from audit_lib.cli.plain import console
from audit_lib.evidence.findings import findings_of
from audit_lib.graph.example import example_map
from audit_lib.model.finding import Decision, Finding, Status
from audit_lib.model.reconciliation import Group, Meaning
from audit_lib.model.verdict import Verdict
from audit_lib.views.evidence_example import example_reconciliation

DAY = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)


def group(verdict: Verdict, seen: int = 40, people: int = 30, **meaning: Any) -> Group:
    said = Meaning(source="", **meaning)
    return Group(verdict=verdict, meaning=said, observations=seen, people=people, first=DAY, last=DAY)


def found(*groups: Group) -> tuple[Finding, ...]:
    return findings_of(example_map(), dt.date(2026, 11, 22), groups).findings


def printed(findings: tuple[Finding, ...], how: dict[str, str] | None = None) -> str:
    page = io.StringIO()
    write_findings(findings, how or {}, console(page))
    return page.getvalue()


def test_what_findings_of_a_kind_share_is_said_once() -> None:
    two = found(
        group(Verdict.AFTER_OBJECTION, recipient="insurer"), group(Verdict.AFTER_OBJECTION, recipient="court")
    )
    said = printed(two)
    for shared in (two[0].title, two[0].remedy, "Law: "):
        assert said.count(shared) == 1
    assert "- Insurer: 40 observations about 30 people, on 2 March 2026." in said
    assert "- Court: 40 observations" in said
    assert all(one.id in said for one in two)


def test_findings_of_one_kind_on_other_provisions_stand_apart() -> None:
    high = found(group(Verdict.UNDECLARED_RECIPIENT, sender="agent", recipient="insurer"))
    (one,) = high
    said = printed((one, one.model_copy(update={"law": ("UK GDPR Art. 9(1)",), "id": "other"})))
    assert said.count(one.title) == 2


def test_the_gravest_come_first() -> None:
    said = printed(
        found(
            group(Verdict.OUTSIDE_TIME, recipient="court"), group(Verdict.AFTER_OBJECTION, recipient="court")
        )
    )
    assert said.index("HIGH") < said.index("MEDIUM")


def test_beyond_ten_of_a_kind_the_rest_is_counted() -> None:
    (one,) = found(group(Verdict.AFTER_OBJECTION, recipient="insurer"))
    many = tuple(one.model_copy(update={"id": f"evidence-after-objection-{at}"}) for at in range(24))
    said = printed(many)
    assert said.count("- Insurer") == MOST_ALIKE
    assert "and 14 more: --format json lists all" in said


def whole(*groups: Group) -> str:
    page = io.StringIO()
    given = example_reconciliation().model_copy(update={"groups": (), "months": (), "verdicts": {}})
    write_reconciliation(given.model_copy(update={"findings": found(*groups)}), to=console(page))
    return page.getvalue()


def test_what_a_withheld_number_means_is_said_once() -> None:
    said = whole(
        group(Verdict.AFTER_OBJECTION, 3, 3, recipient="insurer"),
        group(Verdict.AFTER_RESTRICTION, 4, 4, recipient="court"),
    )
    assert said.count("a number of observations that is withheld, in March 2026") == 2
    assert said.count("Withheld: about fewer than 10 people") == 1


def test_nothing_is_said_of_withheld_numbers_where_there_is_none() -> None:
    assert "ithheld" not in whole(group(Verdict.AFTER_OBJECTION, recipient="court"))


def test_what_changed_since_a_baseline_stands_by_the_finding() -> None:
    (one,) = found(group(Verdict.AFTER_OBJECTION, recipient="court"))
    assert "(was medium, now high)" in printed((one,), {one.id: "was medium, now high"})


@pytest.mark.parametrize(
    ("status", "told"),
    [(Status.ACCEPTED, "accepted by Ada until 2027-01-31: Known"), (Status.IN_HAND, "in hand by Ada, with")],
)
def test_a_decided_finding_is_told_with_who_decided_it_until_when_and_why(status: Status, told: str) -> None:
    (one,) = found(group(Verdict.AFTER_OBJECTION, recipient="court"))
    end = dt.date(2027, 1, 31) if status is Status.ACCEPTED else None
    decision = Decision(finding=one.id, status=status, owner="Ada", reason="Known", expires=end)
    page = io.StringIO()
    write_decided([one.model_copy(update={"status": status, "decision": decision})], console(page))
    assert told in page.getvalue()
    assert "- Court: 40 observations" in page.getvalue()
