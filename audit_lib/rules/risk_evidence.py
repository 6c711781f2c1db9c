"""What a map holds for the screening of activities: data, people, systems, sources."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from ..model.activity import Activity
from ..model.claim import ProfilingClaimed
from ..model.data import Sensitivity
from ..model.data_map import DataMap
from ..model.flow import Flow
from ..model.noun import Entry, Stance
from ..model.party import Party
from ..model.purpose import PurposeKind
from ..model.screening import Evidence
from ..model.system import System, SystemKind

_SURE: Final = (Stance.STATED, Stance.RECORDED)

#: Purposes for which what devices store follows people; a cookie that keeps a language does not.
_FOLLOWS: Final = (
    PurposeKind.ANALYTICS,
    PurposeKind.DIRECT_MARKETING,
    PurposeKind.MARKET_RESEARCH,
    PurposeKind.PROFILING,
)


def evidence_of(words: str, entry: Entry, kind: str = "activity") -> Evidence:
    """Return words as evidence, with how sure the entry behind them is.

    >>> from audit_lib.graph.example import example_map
    >>> evidence_of("It is done", example_map().activities[0]).text
    'It is done.'
    """
    sure = "" if entry.stance in _SURE else f" ({entry.stance.value})"
    text = f"{words.rstrip('.')}{sure}."
    return Evidence(text=text, rests=(f"{kind}:{entry.id}",), clauses=entry.clauses)


class RiskEvidence:
    """A map with what the signs of high risk are read from, worked out once; what is expected is left out."""

    def __init__(self, data_map: DataMap) -> None:
        self.data_map = data_map

    @cached_property
    def flows_of(self) -> Mapping[str, list[Flow]]:
        """The flows of each activity that are facts."""
        found: dict[str, list[Flow]] = {activity.id: [] for activity in self.data_map.activities}
        for flow in self.data_map.flows:
            if flow.stance is not Stance.EXPECTED:
                found[flow.activity].append(flow)
        return found

    @cached_property
    def profiled(self) -> Mapping[str, tuple[str, ...]]:
        """The clauses that say that people are profiled, by activity."""
        found: dict[str, tuple[str, ...]] = {}
        for said in self.data_map.said(ProfilingClaimed):
            for name in said.claim.activities:
                found[name] = (*found.get(name, ()), said.clause)
        return found

    def atoms(self, activity: Activity) -> frozenset[str]:
        """Return all data that an activity or a flow of it handles, with what lies beneath."""
        found = self._seen.get(activity.id)
        if found is None:
            moved = (name for flow in self.flows_of[activity.id] for name in flow.data)
            named = dict.fromkeys((*activity.data, *activity.creates, *moved))
            found = self._seen[activity.id] = self.data_map.atoms(tuple(named))
        return found

    @cached_property
    def _seen(self) -> dict[str, frozenset[str]]:
        return {}

    def sensitive(self, activity: Activity, *levels: Sensitivity) -> list[str]:
        """Return the data of an activity that is of some sensitivities, in the order of the map."""
        held = self.atoms(activity)
        return [name for name, level in self.data_map.graded.items() if level in levels and name in held]

    def people(self, activity: Activity) -> list[Party]:
        """Return the people whom an activity or a flow of it is about."""
        moved = (name for flow in self.flows_of[activity.id] for name in flow.subjects)
        return [self.data_map.party[name] for name in dict.fromkeys((*activity.subjects, *moved))]

    def systems(self, activity: Activity) -> list[System]:
        """Return the systems that an activity uses, or that a flow of it goes through."""
        via = (flow.via or "" for flow in self.flows_of[activity.id])
        known = self.data_map.system
        return [known[name] for name in dict.fromkeys((*activity.systems, *via)) if name in known]

    def following(self, activity: Activity) -> list[System]:
        """Return the systems by which an activity records where people go or what they do online."""
        made = self.data_map.atoms(activity.creates)
        follows = self.data_map.purpose[activity.purpose].kind in _FOLLOWS or activity.id in self.profiled
        return [
            system
            for system in self.systems(activity)
            if (system.kind is SystemKind.ACCESS_CONTROL and made & self.data_map.atoms(system.holds))
            or (system.kind is SystemKind.COOKIES and made and follows)
        ]

    def received(self, activity: Activity) -> list[Flow]:
        """Return the flows by which data comes from somebody who is not the person that it is about."""
        inside, people = self.data_map.inside, self.data_map.individuals
        return [
            flow
            for flow in self.flows_of[activity.id]
            if flow.recipient in inside
            and flow.sender not in inside
            and not (flow.sender in people and flow.sender in flow.subjects)
        ]

    @cached_property
    def _purposes(self) -> Mapping[str, frozenset[str]]:
        """The purposes that each category of data serves, by the activities that name it."""
        found: dict[str, set[str]] = {}
        for activity in self.data_map.activities:
            if activity.stance is not Stance.EXPECTED:
                for name in self.data_map.atoms(activity.data):
                    found.setdefault(name, set()).add(activity.purpose)
        return {name: frozenset(purposes) for name, purposes in found.items()}

    def purposes_of(self, activity: Activity) -> list[str]:
        """Return the other purposes that the data of an activity serves too, in the order of the map."""
        served = frozenset().union(
            *(self._purposes.get(name, frozenset()) for name in self.data_map.atoms(activity.data))
        )
        return [p.id for p in self.data_map.purposes if p.id in served and p.id != activity.purpose]
