"""A party of the map does nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...model.consistency import FIELDS
from ...model.finding import Severity
from ...model.noun import Confidence, Noun, Stance
from ...model.words import counted
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import listed


@cache
def _party_fields(noun: type[Noun]) -> tuple[str, ...]:
    """Return the fields of a kind of noun that name parties."""
    return tuple(field for field in noun.model_fields if {"party", "subject"} & set(FIELDS.get(field, ())))


def _nouns(facts: Facts) -> Iterator[Noun]:
    """Yield everything in the map that can name a party: entries, heads, and the claims of clauses."""
    yield from (noun for _, noun in facts.data_map.entries())
    yield from (noun for _, noun in facts.data_map.heads())
    yield from (claim for clause in facts.data_map.clauses for claim in clause.claims)


def _named(facts: Facts) -> set[str]:
    found: set[str] = set()
    for noun in _nouns(facts):
        for field in _party_fields(type(noun)):
            value = getattr(noun, field)
            found.update(value if isinstance(value, tuple) else (value,))
    return found


def _hits(facts: Facts) -> Iterator[Hit]:
    named = _named(facts)
    idle = [p for p in facts.data_map.parties if p.id not in named and p.stance is not Stance.EXPECTED]
    if idle:
        fields = {
            "count": counted(len(idle), "party has", "parties have"),
            "parties": listed(party.name for party in idle),
        }
        yield Hit(tuple(f"party:{party.id}" for party in idle), fields=fields)


RULE = Rule(
    id="party-idle",
    theme=Theme.MAP,
    title="Party without any part",
    why="Somebody thought the party worth listing, so a flow or an activity is likely to be missing.",
    law=("UK GDPR Art. 30(1)",),
    remedy="Whoever keeps the map adds what the party does, or takes it out.",
    false_alarms="The party is listed to show that it gets nothing.",
    message="{count} no part in any flow, activity, system or claim: {parties}.",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
)
