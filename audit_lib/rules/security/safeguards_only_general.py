"""No particular security measure is described."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.safeguard import Measure
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    if not facts.activities or any(each.measure is not Measure.GENERAL for each in facts.safeguards):
        return
    general = facts.safeguards
    said = f"Safeguards are described in general words only: {listed(each.name for each in general)}."
    about = tuple(f"safeguard:{each.id}" for each in general) or (facts.whole,)
    message = said if general else "No security measure is described at all."
    yield Hit(about, clauses_of(general), {"message": message})


RULE = Rule(
    id="safeguards-only-general",
    theme=Theme.SECURITY,
    title="No particular security measure described",
    why="What protects data cannot be checked, or relied on after a breach, unless it is written down.",
    law=("UK GDPR Art. 32(1)", "UK GDPR Art. 30(1)(g)"),
    remedy="The head of security lists the measures in place and where they apply; the map records each.",
    false_alarms="A security policy describes them, and the map does not hold it.",
    message="{message}",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
