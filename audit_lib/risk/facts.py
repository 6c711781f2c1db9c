"""What the risks ask of a map, worked out once. What is only expected is no fact and is left out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

import numpy as np

from ..graph.build import build_graph
from ..graph.exposure import exposure
from ..model.activity import Activity
from ..model.claim import ProfilingClaimed
from ..model.data import Sensitivity
from ..model.data_map import DataMap
from ..model.flow import Flow
from ..model.noun import Stance
from ..model.party import PartyKind

#: From the least to the most harm that a category can do; the law treats the last two alike.
WORST: tuple[Sensitivity, ...] = (
    Sensitivity.ORDINARY,
    Sensitivity.HIGH_RISK,
    Sensitivity.SPECIAL_CATEGORY,
    Sensitivity.CRIMINAL_OFFENCE,
)


class Spot(NamedTuple):
    """A place in the map where a harm can happen, small enough for a safeguard to cover it or not.

    `place` is the party, flow, activity or channel that is counted; one place can have several spots, such
    as the systems of a holder. `also` are the flows that lead there.
    """

    place: str
    parties: frozenset[str] = frozenset()
    systems: frozenset[str] = frozenset()
    activities: frozenset[str] = frozenset()
    data: frozenset[str] = frozenset()
    also: tuple[str, ...] = ()


class RiskFacts:
    """A map with the questions that the scenarios of harm ask of it."""

    def __init__(self, data_map: DataMap) -> None:
        self.data_map = data_map

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """The flows that are facts."""
        return tuple(flow for flow in self.data_map.flows if flow.stance is not Stance.EXPECTED)

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """The activities that are facts."""
        return tuple(each for each in self.data_map.activities if each.stance is not Stance.EXPECTED)

    @cached_property
    def holds(self) -> dict[str, frozenset[str]]:
        """What each party holds, or comes to hold by flows that are facts."""
        shown = exposure(build_graph(self.data_map))
        sure = shown.matrix & ~shown.expected
        return {
            party: frozenset(shown.categories[row] for row in np.flatnonzero(sure[:, at]))
            for at, party in enumerate(shown.parties)
        }

    @cached_property
    def _carried(self) -> dict[str, frozenset[str]]:
        return {flow.id: self.data_map.atoms(flow.data) & self.holds[flow.sender] for flow in self.flows}

    def carried(self, flow: Flow) -> frozenset[str]:
        """Return what a flow really moves: of what it names, that which its sender holds."""
        return self._carried[flow.id]

    @cached_property
    def flows_into(self) -> dict[str, list[Flow]]:
        """The flows that are facts, by recipient."""
        found: dict[str, list[Flow]] = {}
        for flow in self.flows:
            found.setdefault(flow.recipient, []).append(flow)
        return found

    @cached_property
    def profiling(self) -> frozenset[str]:
        """The activities of which the notice says that they profile people."""
        return frozenset(
            name
            for clause in self.data_map.clauses
            for claim in clause.claims
            if isinstance(claim, ProfilingClaimed)
            for name in claim.activities
        )

    def outside(self, party: str) -> bool:
        """Say whether a party is an organisation or authority outside the controller of the map."""
        kind = self.data_map.party[party].kind
        return party not in self.data_map.inside and kind not in (PartyKind.INDIVIDUALS, PartyKind.PUBLIC)

    def worst(self, data: Iterable[str]) -> Sensitivity:
        """Return the sensitivity of the most sensitive of some categories; ordinary if there are none."""
        found = (self.data_map.category[name].sensitivity for name in data)
        return max(found, key=WORST.index, default=Sensitivity.ORDINARY)

    def sensitive(self, data: Iterable[str]) -> frozenset[str]:
        """Return the categories that are more than ordinary."""
        category = self.data_map.category
        return frozenset(name for name in data if category[name].sensitivity is not Sensitivity.ORDINARY)
