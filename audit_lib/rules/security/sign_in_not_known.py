"""How people and staff prove who they are at a portal or platform is not on record."""

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
    bare = without(facts, services(facts), Measure.AUTHENTICATION)
    if bare:
        passwords = [each for each in facts.safeguards if each.measure is Measure.ACCESS_CONTROL]
        known = f" On record is {listed(each.name for each in passwords)}." if passwords else ""
        fields = {"systems": listed(system.name for system in bare), "known": known}
        about = tuple(f"system:{system.id}" for system in bare)
        yield Hit(about, clauses_of([*bare, *passwords]), fields)


RULE = Rule(
    id="sign-in-not-known",
    theme=Theme.SECURITY,
    title="Second factor at sign-in not on record",
    why="A password that was used elsewhere opens everything; a processor without a second factor has been "
    "fined for what followed.",
    law=("UK GDPR Art. 32(1)(b)", "UK GDPR Art. 32(2)", "UK GDPR Art. 5(1)(f)"),
    remedy="The operator of each system requires a second factor of staff and of its own support, and offers "
    "it to residents; the map records it as a safeguard.",
    false_alarms="A second factor is required, and the map does not say so.",
    message="Is a second factor required, of staff and support at least, at {systems}?{known}",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
