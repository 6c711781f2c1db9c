"""The rows of a map by the kinds of people whom they are about, as arrays; private to this package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..model.activity import Activity
from ..model.data_map import DataMap
from .compiled import Compiled
from .outset import PEOPLE
from .spread import Flags, Index, Words


@dataclass(frozen=True, eq=False)
class BySubject:
    """A compiled map with what a question about any kind of people needs: S systems that hold something."""

    data_map: DataMap
    form: Compiled

    @cached_property
    def flows_about(self) -> Mapping[str, Index]:
        """The numbers of the flows about each kind of people, ascending."""
        found: dict[str, list[int]] = {}
        for at, flow in enumerate(self.data_map.flows):
            for subject in dict.fromkeys(flow.subjects):
                found.setdefault(subject, []).append(at)
        return {subject: np.array(listed, np.intp) for subject, listed in found.items()}

    @cached_property
    def activities_about(self) -> Mapping[str, Sequence[Activity]]:
        """The activities about each kind of people, in map order."""
        found: dict[str, list[Activity]] = {}
        for activity in self.data_map.activities:
            for subject in dict.fromkeys(activity.subjects):
                found.setdefault(subject, []).append(activity)
        return found

    @property
    def spoken_of(self) -> Set[str]:
        """The kinds of people whom any flow or activity is about: of all others nobody holds anything."""
        return self.flows_about.keys() | self.activities_about.keys()

    @cached_property
    def people(self) -> Flags:
        """Which parties are people, who hold what is about them and know things about others, (P,)."""
        return np.array([party.kind in PEOPLE for party in self.data_map.parties], np.bool_)

    @cached_property
    def system(self) -> Mapping[str, int]:
        """The numbers of the systems that hold anything."""
        return {one.id: at for at, one in enumerate(one for one in self.data_map.systems if one.holds)}

    @cached_property
    def operator(self) -> Index:
        """Which party runs each of these systems."""
        run = (self.form.party[self.data_map.system[name].operator] for name in self.system)
        return np.fromiter(run, np.intp, len(self.system))

    @cached_property
    def holds(self) -> Words:
        """What each of these systems holds about anybody, (W, S)."""
        held = np.zeros((len(self.form.below), len(self.system)), np.uint64)
        for name, at in self.system.items():
            held[:, at] = self.words(self.data_map.system[name].holds)
        return held

    @cached_property
    def via(self) -> Index:
        """By which of these systems each flow goes; -1: by none of them."""
        used = (self.system.get(flow.via or "", -1) for flow in self.data_map.flows)
        return np.fromiter(used, np.intp, len(self.data_map.flows))

    def words(self, names: tuple[str, ...]) -> Words:
        """Return categories with all that lies beneath them, (W,)."""
        at = [self.form.category[name] for name in names]
        found: Words = np.bitwise_or.reduce(self.form.below[:, at], axis=1)
        return found
