"""Which systems a measure covers."""

from __future__ import annotations

from ..model.noun import Stance
from ..model.safeguard import Measure
from ..model.system import System, SystemKind
from .facts import Facts

#: Systems to which people or staff sign in.
_SIGNED_INTO = frozenset({SystemKind.PORTAL, SystemKind.APP, SystemKind.PLATFORM})


def services(facts: Facts) -> list[System]:
    """Return the portals, apps and platforms, run by the controller or for it, that keep or carry data.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> services(Facts(example_map(), dt.date(2026, 11, 22)))
    []
    """
    carrying = {flow.via for flow in facts.flows}
    return [
        system
        for system in facts.data_map.systems
        if system.kind in _SIGNED_INTO
        and system.stance is not Stance.EXPECTED
        and (system.operator in facts.data_map.inside or system.operator in facts.processors)
        and (system.holds or system.id in carrying)
    ]


def without(facts: Facts, systems: list[System], *measures: Measure) -> list[System]:
    """Return those of some systems that no safeguard of some kinds covers.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> without(Facts(example_map(), dt.date(2026, 11, 22)), [], Measure.TESTING)
    []
    """
    known = [each for each in facts.safeguards if each.measure in measures]
    if any(not (m.parties or m.systems or m.data or m.activities) for m in known):
        return []
    named = {system for each in known for system in each.systems}
    run_by = {party for each in known for party in each.parties}
    return [system for system in systems if system.id not in named and system.operator not in run_by]
