"""No test of a portal or platform is on record."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.safeguard import Measure
from ..facts import Facts, clauses_of
from ..measures import services, without
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    bare = without(facts, services(facts), Measure.TESTING)
    if bare:
        about = tuple(f"system:{system.id}" for system in bare)
        yield Hit(about, clauses_of(bare), {"systems": listed(system.name for system in bare)})


RULE = Rule(
    id="service-not-tested",
    theme=Theme.SECURITY,
    title="No test of a service on record",
    why="A housing association was reprimanded when a new residents' portal showed some residents the files "
    "of others: it had not been tested well enough before.",
    law=("UK GDPR Art. 32(1)(d)", "UK GDPR Art. 25(1)", "UK GDPR Art. 5(1)(f)"),
    remedy="The operator of each system tests before each release whose data a log-in opens, has it attacked "
    "by specialists once a year, and gives the controller the result.",
    false_alarms="The provider tests and publishes a report, and the map does not say so.",
    message="When was it last tested that a log-in opens one's own data alone, and that nobody gets in: "
    "{systems}? No test is on record.",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
