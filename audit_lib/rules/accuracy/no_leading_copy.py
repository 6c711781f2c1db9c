"""The same data is kept in systems of different operators, and none is fed from another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ...model.system import System
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _side(facts: Facts, party: str) -> str:
    """Return who answers for a copy: all teams of the controller count as one."""
    inside = party in facts.data_map.inside
    return facts.data_map.info.controller if inside else party


def _kept(facts: Facts) -> Mapping[str, dict[str, list[System]]]:
    """Return for each category the copies that are the controller's own or its processors', by operator."""
    found: dict[str, dict[str, list[System]]] = defaultdict(lambda: defaultdict(list))
    for system in facts.data_map.systems:
        ours = system.operator in facts.data_map.inside or system.operator in facts.processors
        if ours and system.stance is not Stance.EXPECTED:
            for category in facts.atoms(system.holds):
                found[category][_side(facts, system.operator)].append(system)
    return found


def _fed(facts: Facts) -> frozenset[tuple[str, str]]:
    """Return each category with each operator to whom a flow from another copy's operator brings it."""
    operators = {_side(facts, system.operator) for system in facts.data_map.systems}
    return frozenset(
        (category, side)
        for flow in facts.flows
        if _side(facts, flow.sender) in operators
        for category in facts.atoms(flow.data)
        for side in (_side(facts, flow.sender), _side(facts, flow.recipient))
        if side in operators
    )


def _hits(facts: Facts) -> Iterator[Hit]:
    kept, fed = _kept(facts), _fed(facts)
    apart = {
        category.id: kept[category.id]
        for category in facts.data_map.data
        if len(kept.get(category.id, {})) > 1
        and any((category.id, side) not in fed for side in kept[category.id])
    }
    if apart:
        copies = {
            system.id: system for sides in apart.values() for systems in sides.values() for system in systems
        }
        fields = {
            "data": listed(facts.names("data", apart)),
            "systems": listed(system.name for system in copies.values()),
        }
        about = (*(f"data:{category}" for category in apart), *(f"system:{system}" for system in copies))
        yield Hit(about, clauses_of(copies.values()), fields)


RULE = Rule(
    id="no-leading-copy",
    theme=Theme.ACCURACY,
    title="Several copies, and none that leads",
    why="Where two systems keep the same data and neither feeds the other, a correction in one leaves the "
    "other wrong, and nobody knows which to believe.",
    law=("UK GDPR Art. 5(1)(d)", "UK GDPR Art. 16", "UK GDPR Art. 25(1)"),
    remedy="The owner of the data says which system leads, has the others fed from it, and enters the flow "
    "in the map.",
    false_alarms="The systems keep data about different people, or one is fed from the other by a flow that "
    "the map does not have.",
    message="Which copy counts when they differ? {data} is kept in {systems}, run by different hands, and no "
    "flow feeds one from another.",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
