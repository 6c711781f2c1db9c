"""Which safeguards in place protect a flow, an activity, a party, a system or a data category."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, NamedTuple

from ..model.activity import Activity
from ..model.data import DataCategory
from ..model.flow import Flow
from ..model.noun import Noun
from ..model.party import Party
from ..model.safeguard import Measure, Safeguard
from ..model.system import System
from .facts import Facts

#: What a safeguard may name beside data, from the particular to the general.
_RESPECTS: Final = ("systems", "activities", "parties")


class Scope(NamedTuple):
    """What an entry is about; `data` is None where it is about no data in particular, and so about all."""

    parties: frozenset[str]
    systems: frozenset[str]
    activities: frozenset[str]
    data: frozenset[str] | None


class Cover:
    """The safeguards of a map that are in place (more than expected), found by what they name."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    def touching(self, entry: Noun) -> Iterator[Safeguard]:
        """Yield the safeguards that apply to an entry: in each respect that one names, it meets the entry.

        One that names nothing is for everything. One that names nothing but data is the promise of the
        controller of the map, and says nothing of what others do.
        """
        return self._touching(self._scope(entry))

    def covered(self, entry: Noun, measures: Iterable[Measure]) -> bool:
        """Say whether safeguards of some kinds together protect all the data that an entry is about."""
        scope, wanted = self._scope(entry), frozenset(measures)
        protected: set[str] = set()
        for safeguard in self._touching(scope):
            if safeguard.measure in wanted:
                if not safeguard.data:
                    return True
                protected |= self.facts.atoms(safeguard.data)
        return bool(protected) and scope.data is not None and scope.data <= protected

    def _touching(self, scope: Scope) -> Iterator[Safeguard]:
        names = [*scope.systems, *scope.activities, *scope.parties, ""]
        near = {each.id: each for name in names for each in self._by_name.get(name, ())}
        order = self._order
        for safeguard in sorted(near.values(), key=lambda each: order[each.id]):
            if self._meets(safeguard, scope):
                yield safeguard

    def _meets(self, safeguard: Safeguard, scope: Scope) -> bool:
        only_data = not (safeguard.parties or safeguard.systems or safeguard.activities)
        if safeguard.data and only_data and self.facts.data_map.inside.isdisjoint(scope.parties):
            return False
        data = scope.data
        return (
            (not safeguard.parties or not scope.parties.isdisjoint(safeguard.parties))
            and (not safeguard.systems or not scope.systems.isdisjoint(safeguard.systems))
            and (not safeguard.activities or not scope.activities.isdisjoint(safeguard.activities))
            and (not safeguard.data or data is None or not data.isdisjoint(self.facts.atoms(safeguard.data)))
        )

    @cached_property
    def _by_name(self) -> Mapping[str, list[Safeguard]]:
        """The safeguards under each id of one respect that they name, or under nothing."""
        found: dict[str, list[Safeguard]] = defaultdict(list)
        for safeguard in self.facts.safeguards:
            named = next((ids for respect in _RESPECTS if (ids := getattr(safeguard, respect))), ("",))
            for name in dict.fromkeys(named):
                found[name].append(safeguard)
        return found

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {safeguard.id: at for at, safeguard in enumerate(self.facts.safeguards)}

    @cached_property
    def _using(self) -> Mapping[str, set[str]]:
        """The activities that use a system, or in which a party has a part."""
        found: dict[str, set[str]] = defaultdict(set)
        for activity in self.facts.activities:
            for name in (*activity.systems, *activity.controllers, *activity.processors):
                found[name].add(activity.id)
        return found

    @cached_property
    def _run_by(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for system in self.facts.data_map.systems:
            found[system.operator].add(system.id)
        return found

    def _scope(self, entry: Noun) -> Scope:
        none: frozenset[str] = frozenset()
        if isinstance(entry, Flow):
            ends = frozenset({entry.sender, entry.recipient})
            via = frozenset({entry.via} if entry.via else ())
            return Scope(ends, via, frozenset({entry.activity}), self.facts.atoms(entry.data))
        if isinstance(entry, Activity):
            parties = frozenset({*entry.controllers, *entry.processors})
            data = self.facts.atoms((*entry.data, *entry.creates))
            return Scope(parties, frozenset(entry.systems), frozenset({entry.id}), data)
        if isinstance(entry, System):
            using = frozenset(self._using.get(entry.id, ()))
            return Scope(
                frozenset({entry.operator}), frozenset({entry.id}), using, self.facts.atoms(entry.holds)
            )
        if isinstance(entry, Party):
            runs = frozenset(self._run_by.get(entry.id, ()))
            return Scope(frozenset({entry.id}), runs, frozenset(self._using.get(entry.id, ())), None)
        if isinstance(entry, DataCategory):
            return Scope(self.facts.data_map.inside, none, none, self.facts.atoms([entry.id]))
        return Scope(none, none, none, None)
