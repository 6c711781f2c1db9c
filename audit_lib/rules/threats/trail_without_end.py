"""What people do leaves traces under their name, and no end is set to them (non-repudiation)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...law.linddun import Threat, named_source
from ...law.retention_periods import usual_period
from ...model.data import Sensitivity
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.words import lasting
from ..facts import Facts, given
from ..outsiders import holders, leaves
from ..rule import Hit, Rule, Theme
from ..wording import listed

#: Rows of the schedule that are about traces of what people do.
_TRACES: Final = frozenset({"portal-logs", "interactions", "access-logs"})


def _endless(facts: Facts) -> frozenset[str]:
    """Return what some statement speaks of and none gives a period; of the rest other rules speak."""
    spoken: set[str] = set()
    ended: set[str] = set()
    for each in facts.retention:
        activities = [facts.data_map.activity[name] for name in each.activities]
        named = [*each.data, *(c for a in activities for c in (*a.data, *a.creates))]
        about = facts.atoms(named) if each.data or each.activities else facts.processed
        spoken |= about
        if given(each.period):
            ended |= about
    return frozenset(spoken - ended) & facts.processed


def _hits(facts: Facts) -> Iterator[Hit]:
    endless = _endless(facts) & leaves(facts)
    traces = {
        category.id: usual
        for category in facts.data_map.data
        if category.id in endless and category.sensitivity is Sensitivity.ORDINARY
        and (usual := usual_period(category.name)) and usual.id in _TRACES
    }  # fmt: skip
    if traces:
        reading = [party for party in holders(facts, traces) if party not in facts.processors]
        fields = {
            "traces": listed(
                f"{facts.name('data', name)} (usual: {lasting(str(usual.period))})"
                for name, usual in traces.items()
            ),
            "reach": f"; they can reach {listed(facts.names('party', reading))}" if reading else "",
        }
        yield Hit(tuple(f"data:{name}" for name in traces), fields=fields)


RULE = Rule(
    id="trail-without-end",
    theme=Theme.THREATS,
    title="Traces of what people do are kept without an end",
    why="When somebody logged in, called or opened a door proves years later what they did and when; nobody "
    "can live unobserved in a home that remembers everything.",
    law=(
        named_source(Threat.NON_REPUDIATION),
        "UK GDPR Art. 5(1)(e)",
        "UK GDPR Art. 25(1)",
    ),
    remedy="The head of security sets a period for each kind of trace, deletes it in the system itself, and "
    "lays down who may look at it, on whose decision and for what.",
    false_alarms="The system overwrites them after a time that the map does not hold.",
    message="What people do is recorded and no end is set to it: {traces}{reach}.",
    severity=Severity.LOW,
    confidence=Confidence.LIKELY,
    test=_hits,
)
