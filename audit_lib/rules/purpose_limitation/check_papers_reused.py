"""Papers that were seen to check the right to rent serve other activities too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.activity import Activity
from ...model.finding import Severity
from ...model.flow import Direction
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import kind_of, serving
from ..wording import listed, quoted

#: Uses for which the papers, or the proof that they were seen, may be needed again.
_NEEDED: Final = frozenset(
    {
        PurposeKind.RIGHT_TO_RENT, PurposeKind.AUTHORITY_REQUESTS, PurposeKind.LEGAL_CLAIMS,
        PurposeKind.RIGHTS_REQUESTS, PurposeKind.CRIME_PREVENTION, PurposeKind.SANCTIONS,
        PurposeKind.MONEY_LAUNDERING,
    }
)  # fmt: skip


def _own(facts: Facts, activity: Activity) -> frozenset[str]:
    """Return what people give for this activity itself: that it is asked for too is another matter."""
    flows = facts.flows_of[activity.id]
    collected = (f for f in flows if facts.data_map.direction(f) is Direction.COLLECTED)
    return frozenset(category for flow in collected for category in facts.atoms(flow.data))


def _hits(facts: Facts) -> Iterator[Hit]:
    checks = serving(facts, PurposeKind.RIGHT_TO_RENT)
    papers = set(facts.sensitive(category for check in checks for category in (*check.data, *check.creates)))
    found = {
        activity: taken
        for activity in facts.activities
        if kind_of(facts, activity) not in _NEEDED
        and (taken := (facts.atoms(activity.data) & papers) - _own(facts, activity))
    }
    if found:
        reused = {category for each in found.values() for category in each}
        fields = {
            "data": listed(facts.names("data", (c.id for c in facts.data_map.data if c.id in reused))),
            "check": quoted(check.name for check in checks),
            "activities": quoted(activity.name for activity in found),
        }
        about = tuple(f"activity:{activity.id}" for activity in (*checks, *found))
        yield Hit(about, clauses_of(found), fields)


RULE = Rule(
    id="check-papers-reused",
    theme=Theme.PURPOSE_LIMITATION,
    title="Papers from the right to rent check serve other uses",
    why="The law has a landlord keep these copies to prove one check; in the general file they become a "
    "passport for every other use, and for every thief.",
    law=("UK GDPR Art. 5(1)(b)", "UK GDPR Art. 6(1)(c)", "UK GDPR Art. 25(2)"),
    remedy="The owner of the check keeps its copies in a place of their own that only those who check can "
    "open, and the owners of the other activities work with the result and its date.",
    false_alarms="The other activities name identity in general and only use names and dates of birth.",
    message="Are the papers that were seen for {check} ({data}) used in {activities} too? As the map has it, "
    "they are part of the data there.",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
