"""It was stated that there is no period: data is kept without an end."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.retention_periods import usual_period
from ...model.finding import Severity
from ...model.noun import Confidence, Gap
from ...model.retention import Retention
from ...model.safeguard import Measure
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import quoted


def _for_refusals(facts: Facts, each: Retention, lists: frozenset[str]) -> bool:
    """Say whether a statement is about a list that has to last, so that a refusal does (Art. 21(3))."""
    rows = [usual_period(facts.name("data", category)) for category in each.data]
    by_data = bool(rows) and all(row is not None and row.id == "suppression" for row in rows)
    return by_data or bool(each.activities and lists.issuperset(each.activities))


def _hits(facts: Facts) -> Iterator[Hit]:
    lists = frozenset(
        activity
        for each in facts.safeguards
        if each.measure is Measure.SUPPRESSION_LIST
        for activity in each.activities
    )
    endless = [
        each for each in facts.retention if each.period is Gap.NONE and not _for_refusals(facts, each, lists)
    ]
    if endless:
        grave = any(facts.sensitive(each.data) for each in endless)
        yield Hit(
            tuple(f"retention:{each.id}" for each in endless),
            clauses_of(endless),
            {"names": quoted(each.name for each in endless)},
            severity=Severity.HIGH if grave else None,
        )


RULE = Rule(
    id="kept-for-ever",
    theme=Theme.RETENTION,
    title="Kept without an end, as a decision",
    why="No purpose lasts for ever but that of remembering a refusal; the decision to keep everything is the "
    "one that cannot be defended.",
    law=("UK GDPR Art. 5(1)(e)", "UK GDPR Art. 5(2)", "UK GDPR Art. 17(1)(a)"),
    remedy="The owner of each activity sets a period and an event, or reduces what is kept to figures.",
    false_alarms="It is an archive in the public interest or for research, under safeguards (Art. 84B).",
    message="No period is meant to end it: {names}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
)
