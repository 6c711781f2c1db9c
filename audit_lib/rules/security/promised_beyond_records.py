"""The notice promises a measure everywhere, and the records show it in some systems only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model.claim import SecurityPromised
from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ...model.safeguard import Safeguard
from ...model.system import System
from ...model.words import counted
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _covers(facts: Facts, measure: Safeguard, system: System, data: frozenset[str]) -> bool:
    here = system.id in measure.systems or system.operator in measure.parties
    placed = bool(measure.systems or measure.parties or measure.activities)
    fits = not measure.data or data <= facts.atoms(measure.data)
    return fits and (here or not placed)


def _in_scope(facts: Facts, claim: SecurityPromised) -> Iterator[tuple[System, frozenset[str]]]:
    """Yield the systems that a promise speaks of, each with the data that it keeps of what is promised."""
    for system in facts.data_map.systems:
        own = system.operator in facts.data_map.inside or system.operator in facts.processors
        named = system.id in claim.systems if claim.systems else True
        held = facts.atoms(system.holds)
        data = held & facts.atoms(claim.data) if claim.data else held
        if own and named and data and system.stance is not Stance.EXPECTED:
            yield system, data


def _without(facts: Facts, claim: SecurityPromised, measures: Iterable[Safeguard]) -> list[System]:
    known = list(measures)
    return [
        system
        for system, data in _in_scope(facts, claim)
        if not any(_covers(facts, measure, system, data) for measure in known)
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    # What was only read in the notice is the promise itself; it takes the organisation's records to test it.
    recorded = [each for each in facts.safeguards if each.stance is Stance.RECORDED]
    for said in facts.said(SecurityPromised):
        known = [each for each in recorded if each.measure is said.claim.measure]
        bare = _without(facts, said.claim, known) if known else []
        if bare:
            fields = {
                "where": said.clause,
                "measure": said.claim.measure.value.replace("-", " "),
                "data": f" of {listed(facts.names('data', said.claim.data))}" if said.claim.data else "",
                "count": counted(len(bare), "system that keeps", "systems that keep"),
                "systems": listed(system.name for system in bare),
                "known": listed(each.name for each in known),
            }
            about = (f"clause:{said.clause}", *(f"system:{system.id}" for system in bare))
            yield Hit(about, (said.clause,), fields, contradicts=(said.clause,))


RULE = Rule(
    id="security-promised-beyond-records",
    theme=Theme.SECURITY,
    title="Security promised beyond what is on record",
    why="People give more to somebody who promises to protect it; a measure that is missing where the data "
    "lies protects nothing, and the promise makes the breach worse.",
    law=("UK GDPR Art. 5(1)(a)", "UK GDPR Art. 5(1)(f)", "UK GDPR Art. 32(1)"),
    remedy="The operator of each system switches the measure on, or the data protection officer limits the "
    "promise to the systems that have it.",
    false_alarms="The measure is in use there too, and the record has not caught up.",
    message="Clause {where} promises {measure}{data}; the records have it ({known}), and not for {count} "
    "such data: {systems}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
)
