"""Data that can hurt people is kept where no measure at rest is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ...model.safeguard import Measure, Safeguard
from ...model.system import System
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed

#: Measures that make data useless to somebody who gets at the store itself.
_AT_REST: Final = frozenset({Measure.ENCRYPTION_AT_REST, Measure.PSEUDONYMISATION})


def _unprotected(facts: Facts, system: System, measures: list[Safeguard]) -> list[str]:
    """Return the sensitive categories that a system keeps and no measure at rest covers."""
    grave = facts.sensitive(system.holds)
    for measure in measures:
        everywhere = not (measure.parties or measure.systems or measure.data or measure.activities)
        here = system.id in measure.systems or system.operator in measure.parties
        if everywhere or (here and not measure.data):
            return []
        if measure.data and (here or not (measure.systems or measure.parties)):
            covered = facts.atoms(measure.data)
            grave = [category for category in grave if category not in covered]
    return grave


def _hits(facts: Facts) -> Iterator[Hit]:
    measures = [each for each in facts.safeguards if each.measure in _AT_REST]
    open_data = {
        system: data
        for system in facts.data_map.systems
        if system.stance is not Stance.EXPECTED
        and (system.operator in facts.data_map.inside or system.operator in facts.processors)
        and (data := _unprotected(facts, system, measures))
    }
    if open_data:
        categories = dict.fromkeys(category for data in open_data.values() for category in data)
        fields = {
            "data": listed(facts.names("data", categories)),
            "systems": listed(system.name for system in open_data),
        }
        about = (*(f"system:{s.id}" for s in open_data), *(f"data:{category}" for category in categories))
        yield Hit(about, clauses_of(measures), fields)


RULE = Rule(
    id="sensitive-data-unprotected",
    theme=Theme.SECURITY,
    title="No protection at rest known for high-risk data",
    why="Whoever gets at the store gets at copies of passports and bank details, unless they are encrypted "
    "there.",
    law=("UK GDPR Art. 32(1)(a)", "UK GDPR Art. 5(1)(f)"),
    remedy="The operator of each system confirms encryption at rest for these categories, or switches it "
    "on; the map records it as a safeguard.",
    false_alarms="The store is encrypted, and the map does not say so.",
    message="What protects {data} at rest in {systems}? No safeguard speaks of encryption there.",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
