"""Children are likely to use an online service, and nothing shows that it was made with them in mind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...law.commencement import FEBRUARY_2026
from ...model.activity import Activity
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.party import Vulnerability
from ...model.system import SystemKind
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..subjects import vulnerable
from ..wording import listed, quoted

_ONLINE: Final = frozenset({SystemKind.APP, SystemKind.PORTAL, SystemKind.WEBSITE, SystemKind.COOKIES})


def _services(facts: Facts, activity: Activity) -> list[str]:
    systems = (facts.data_map.system[system] for system in activity.systems)
    return [system.name for system in systems if system.kind in _ONLINE]


def _hits(facts: Facts) -> Iterator[Hit]:
    found = {
        activity: services
        for activity in facts.activities
        if vulnerable(facts, activity, Vulnerability.CHILD) and not given(activity.dpia.link)
        if (services := _services(facts, activity))
    }
    if found:
        fields = {
            "services": listed(name for services in found.values() for name in services),
            "activities": quoted(activity.name for activity in found),
        }
        yield Hit(tuple(f"activity:{activity.id}" for activity in found), clauses_of(found), fields)


RULE = Rule(
    id="children-online",
    theme=Theme.PEOPLE,
    title="Online services that children use",
    why="Whoever offers an online service that children are likely to use must weigh how to protect them "
    "best, at their age, before choosing its settings and words.",
    law=("UK GDPR Art. 25(1A)", "UK GDPR Art. 25(1B)", "UK GDPR Art. 12(1)", "UK GDPR Art. 35(1)"),
    remedy="The owner of each service checks it against the regulator's code for children, sets it to the "
    "most private by default, and records the outcome in an impact assessment.",
    false_alarms="Accounts are for adults alone and that is checked, or the code was applied and the map has "
    "no link to it.",
    message="Where is it recorded how children are protected in {services} ({activities})?",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
    in_force=FEBRUARY_2026,
)
