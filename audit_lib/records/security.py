"""Which safeguards protect what (UK GDPR Art. 32)."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.data_map import DataMap
from ..model.noun import Gap, Noun
from ..model.record import Cell
from ..model.safeguard import Measure, Safeguard
from .cells import Part, cell, marked


class Scope(Noun):
    """What is to be protected: the parties that handle it, the systems, the activities and the data."""

    parties: frozenset[str] = frozenset()
    systems: frozenset[str] = frozenset()
    activities: frozenset[str] = frozenset()
    data: frozenset[str] = frozenset()


def is_general(safeguard: Safeguard) -> bool:
    """Say whether a safeguard is a promise about everything and nothing in particular.

    >>> is_general(Safeguard(id="s", name="We take care", measure="general", stance="recorded"))
    True
    """
    named = safeguard.parties or safeguard.systems or safeguard.data or safeguard.activities
    return safeguard.measure is Measure.GENERAL or not named


def applies(data_map: DataMap, safeguard: Safeguard, scope: Scope) -> bool:
    """Say whether a safeguard touches a scope: in each respect that it names, it meets the scope.

    A safeguard that names a party and a system protects what that party does with that system.

    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "S", "kind": "organisation", "stance": "recorded"}]})
    >>> lock = Safeguard(id="x", name="X", measure="access-control", parties=("s",), stance="recorded")
    >>> applies(m, lock, Scope(parties=frozenset({"s"}))), applies(m, lock, Scope())
    (True, False)
    """
    return (
        (not safeguard.parties or not scope.parties.isdisjoint(safeguard.parties))
        and (not safeguard.systems or not scope.systems.isdisjoint(safeguard.systems))
        and (not safeguard.activities or not scope.activities.isdisjoint(safeguard.activities))
        and (not safeguard.data or not scope.data.isdisjoint(data_map.atoms(safeguard.data)))
    )


def security_cell(data_map: DataMap, scope: Scope, *about: str) -> Cell:
    """Return the cell of security measures: those for this processing, then what is said of everything."""
    met = [safeguard for safeguard in data_map.safeguards if applies(data_map, safeguard, scope)]
    general = [safeguard for safeguard in met if is_general(safeguard)]
    parts = [
        Part(_words(safeguard), (f"safeguard:{safeguard.id}",))
        for safeguard in met
        if safeguard not in general
    ]
    if general:
        words = ", ".join(marked(safeguard.name, safeguard.stance) for safeguard in general)
        parts.append(Part(f"In general: {words}", tuple(f"safeguard:{each.id}" for each in general)))
    return cell(data_map, parts, Gap.NOT_STATED, about)


def systems_with(data_map: DataMap, systems: Iterable[str]) -> frozenset[str]:
    """Return those of some ids that are systems; a flow can also go by a channel.

    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "S", "kind": "organisation", "stance": "recorded"}],
    ...     "systems": [{"id": "crm", "name": "CRM", "kind": "platform", "operator": "s",
    ...                  "stance": "recorded"}]})
    >>> sorted(systems_with(m, ["crm", "helpline"]))
    ['crm']
    """
    return frozenset(name for name in systems if name in data_map.system)


def _words(safeguard: Safeguard) -> str:
    kind = "" if safeguard.measure is Measure.GENERAL else f" ({safeguard.measure.value.replace('-', ' ')})"
    return marked(f"{safeguard.name}{kind}", safeguard.stance)
