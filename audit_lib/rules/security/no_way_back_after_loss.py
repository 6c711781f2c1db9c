"""No backup is on record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ...model.safeguard import Measure
from ...model.system import SystemKind
from ..facts import Facts
from ..measures import without
from ..rule import Hit, Rule, Theme
from ..wording import listed

#: What they keep is overwritten soon, and nobody would restore it.
_PASSING: Final = frozenset({SystemKind.CCTV, SystemKind.COOKIES})


def _hits(facts: Facts) -> Iterator[Hit]:
    stores = [
        system
        for system in facts.data_map.systems
        if system.holds
        and system.kind not in _PASSING
        and system.stance is not Stance.EXPECTED
        and (system.operator in facts.data_map.inside or system.operator in facts.processors)
    ]
    bare = without(facts, stores, Measure.BACKUP)
    if bare:
        about = tuple(f"system:{system.id}" for system in bare)
        yield Hit(about, fields={"systems": listed(system.name for system in bare)})


RULE = Rule(
    id="no-way-back-after-loss",
    theme=Theme.SECURITY,
    title="No backup on record",
    why="Data that is encrypted by an attacker or deleted by mistake is gone for the people too: their rent "
    "account, their repairs, the proof of their deposit.",
    law=("UK GDPR Art. 32(1)(b)", "UK GDPR Art. 32(1)(c)", "UK GDPR Art. 5(1)(f)"),
    remedy="The operator of each system says how often a copy is made, where it is kept out of an attacker's "
    "reach, and when it was last restored; the map records it as a safeguard.",
    false_alarms="The provider keeps copies as part of the service, and the map does not say so.",
    message="From what could the data in {systems} be restored? No backup is on record.",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
