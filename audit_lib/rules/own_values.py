"""What stands in the fields that an organisation's own rule can ask about, with what the whole map adds."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final

import numpy as np

from ..graph.exposure import exposure
from ..model.activity import Activity
from ..model.data import DataCategory
from ..model.data_map import KINDS, DataMap
from ..model.flow import Flow
from ..model.notice import Clause
from ..model.noun import Gap, Noun, Stance
from ..model.own_fields import WORKED_OUT, LooksAt, fields_of
from ..model.party import Party, PartyKind
from ..model.purpose import Purpose
from ..model.retention import Retention
from ..model.rights import Channel
from ..model.system import System
from .facts import Facts
from .own_cover import Cover

Values = tuple[Any, ...]

_PEOPLE: Final = (PartyKind.INDIVIDUALS, PartyKind.PUBLIC)


class View:
    """A map as own rules see it: its entries, without the merely expected ones unless they are asked for."""

    def __init__(self, facts: Facts, *, expected: bool) -> None:
        self.facts = facts
        self.data_map: DataMap = facts.data_map
        self.expected = expected
        self._getters: dict[tuple[type[Noun], str], Callable[[Any], Values]] = {}

    @property
    def as_of(self) -> dt.date:
        """The day on which the map is judged."""
        return self.facts.as_of

    def entries(self, looks_at: LooksAt) -> tuple[Any, ...]:
        """Return what a rule goes through."""
        if looks_at is LooksAt.MAP:
            return (self.data_map.info,)
        return self._kept(getattr(self.data_map, looks_at.value))

    def reference(self, looks_at: LooksAt, entry: Noun) -> str:
        """Return an entry as findings call it, such as "flow:rent"."""
        kind = "map" if looks_at is LooksAt.MAP else KINDS[looks_at.value]
        return f"{kind}:{getattr(entry, 'id', '')}"

    def values(self, entry: Noun, field: str) -> Values:
        """Return what stands in a field: nouns, words, dates, numbers; a gap where nothing is given.

        An empty tuple is an empty list. A field that this noun does not have is not applicable to it.
        """
        getter = self._getters.get((type(entry), field))
        if getter is None:
            getter = self._getters[type(entry), field] = self._getter(type(entry), field)
        return getter(entry)

    def above(self, category: str) -> tuple[str, ...]:
        """Return a category and all of which it is a part, nearest first."""
        return self._chain(category, self._parents)

    def organisations(self, party: str) -> tuple[str, ...]:
        """Return a party and all of which it is a part, nearest first."""
        return self._chain(party, self._wholes)

    def _kept(self, entries: Iterable[Any]) -> tuple[Any, ...]:
        if self.expected:
            return tuple(entries)
        return tuple(each for each in entries if getattr(each, "stance", None) is not Stance.EXPECTED)

    def _chain(self, start: str, up: Mapping[str, str | None]) -> tuple[str, ...]:
        found = [start]
        while (step := up.get(found[-1])) is not None:
            found.append(step)
        return tuple(found)

    def _getter(self, noun: type[Noun], field: str) -> Callable[[Any], Values]:
        info = fields_of(noun).get(field)
        if info is None:
            return lambda _: (Gap.NOT_APPLICABLE,)
        if info in WORKED_OUT.get(noun, ()):
            work_out = _WORKED_OUT[noun, field]
            return lambda entry: tuple(work_out(self, entry))
        name = info.attribute
        if field == "id" and info.nouns:
            return lambda entry: (entry,)
        if info.nouns and fields_of(*info.nouns).get("id"):
            return lambda entry: self._looked_up(getattr(entry, name))
        if info.nouns and info.many:
            return lambda entry: self._kept(getattr(entry, name))
        return lambda entry: _as_values(getattr(entry, name))

    def _looked_up(self, ids: str | tuple[str, ...] | None) -> Values:
        if ids is None:
            return (Gap.NOT_STATED,)
        return tuple(self._by_id[each] for each in ((ids,) if isinstance(ids, str) else ids))

    @cached_property
    def _by_id(self) -> dict[str, Any]:
        return {entry.id: entry for _, entry in self.data_map.entries()}

    @cached_property
    def _parents(self) -> dict[str, str | None]:
        return {category.id: category.parent for category in self.data_map.data}

    @cached_property
    def _wholes(self) -> dict[str, str | None]:
        return {party.id: party.part_of for party in self.data_map.parties}

    # What the whole map adds

    @cached_property
    def cover(self) -> Cover:
        """Which safeguards protect what."""
        return Cover(self.facts)

    def grouped(self, section: str, field: str) -> Mapping[str, list[Any]]:
        """Return the entries of a section by an id, or each of the ids, that a field of theirs holds."""
        if (section, field) not in self._groups:
            found: dict[str, list[Any]] = defaultdict(list)
            for entry in self._kept(getattr(self.data_map, section)):
                held = getattr(entry, field)
                for name in dict.fromkeys(held if isinstance(held, tuple) else (held,)):
                    found[name].append(entry)
            self._groups[section, field] = found
        return self._groups[section, field]

    @cached_property
    def _groups(self) -> dict[tuple[str, str], Mapping[str, list[Any]]]:
        return {}

    def with_data(self, section: str, category: str, *fields: str) -> Iterator[Any]:
        """Yield the entries that name a category, or one of which it is a part, in a field."""
        found: dict[str, Any] = {}
        for name in self.above(category):
            for field in fields:
                found |= {entry.id: entry for entry in self.grouped(section, field).get(name, ())}
        yield from found.values()

    @cached_property
    def reach(self) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """Which category (row) can come to which party (column); people are reached only by flows to them."""
        shown = exposure(self.facts.graph)
        held = shown.matrix.copy() if self.expected else shown.matrix & ~shown.expected
        row = {name: at for at, name in enumerate(shown.categories)}
        column = {name: at for at, name in enumerate(shown.parties)}
        come = held.copy()
        come[:, [column[party.id] for party in self.data_map.parties if party.kind in _PEOPLE]] = False
        for flow in self.entries(LooksAt.FLOWS):
            if self.data_map.party[flow.recipient].kind in _PEOPLE:
                rows = [row[name] for name in self.facts.atoms(flow.data)]
                come[rows, column[flow.recipient]] |= held[rows, column[flow.sender]]
        return come

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {category.id: at for at, category in enumerate(self.data_map.data)}

    def reaches(self, category: DataCategory) -> Iterator[Party]:
        """Yield the parties to which a category, or something beneath it, can come."""
        rows = [self._rows[name] for name in self.data_map.below[category.id]]
        come = self.reach[rows].any(axis=0)
        return (self.data_map.parties[at] for at in np.flatnonzero(come))

    def reached_by(self, party: Party) -> Iterator[DataCategory]:
        """Yield the categories that can come to a party."""
        return (self.data_map.data[at] for at in np.flatnonzero(self.reach[:, self._columns[party.id]]))

    @cached_property
    def _columns(self) -> dict[str, int]:
        return {party.id: at for at, party in enumerate(self.data_map.parties)}

    def kept_for(self, data: Iterable[str], activities: Iterable[str]) -> Iterator[Retention]:
        """Yield the statements of retention that speak of some data in some activities."""
        atoms, doing = self.facts.atoms(data), frozenset(activities)
        for each in self.entries(LooksAt.RETENTION):
            of_data = not each.data or not atoms.isdisjoint(self.facts.atoms(each.data))
            if of_data and (not each.activities or not doing.isdisjoint(each.activities)):
                yield each

    def parties(self, ids: Iterable[str]) -> Iterator[Party]:
        """Yield parties by their ids, each once."""
        return (self.data_map.party[each] for each in dict.fromkeys(ids))


def _as_values(value: Any) -> Values:
    if value is None:
        return (Gap.NOT_STATED,)
    return value if isinstance(value, tuple) else (value,)


def _of_data(view: View, category: DataCategory) -> Iterator[Retention]:
    using = [each.id for each in view.with_data("activities", category.id, "data", "creates")]
    return view.kept_for([category.id], using)


#: How each field that is worked out from the whole map is worked out.
_WORKED_OUT: Final[Mapping[tuple[type[Noun], str], Callable[[View, Any], Iterable[Any]]]] = {
    (Flow, "direction"): lambda view, flow: [view.data_map.direction(flow)],
    (Flow, "parties"): lambda view, flow: view.parties([flow.sender, flow.recipient]),
    (Activity, "flows"): lambda view, each: view.grouped("flows", "activity").get(each.id, ()),
    (Activity, "parties"): lambda view, each: view.parties([*each.controllers, *each.processors]),
    (Activity, "retention"): lambda view, each: view.kept_for([*each.data, *each.creates], [each.id]),
    (Party, "inside"): lambda view, party: [party.id in view.data_map.inside],
    (Party, "received"): lambda view, party: view.grouped("flows", "recipient").get(party.id, ()),
    (Party, "sent"): lambda view, party: view.grouped("flows", "sender").get(party.id, ()),
    (Party, "runs"): lambda view, party: view.grouped("systems", "operator").get(party.id, ()),
    (Party, "reached_by"): View.reached_by,
    (System, "flows"): lambda view, system: view.grouped("flows", "via").get(system.id, ()),
    (System, "activities"): lambda view, system: view.grouped("activities", "systems").get(system.id, ()),
    (Channel, "flows"): lambda view, channel: view.grouped("flows", "via").get(channel.id, ()),
    (DataCategory, "reaches"): View.reaches,
    (DataCategory, "flows"): lambda view, each: view.with_data("flows", each.id, "data"),
    (DataCategory, "activities"): lambda view, each: view.with_data("activities", each.id, "data", "creates"),
    (DataCategory, "systems"): lambda view, each: view.with_data("systems", each.id, "holds"),
    (DataCategory, "retention"): _of_data,
    (Purpose, "activities"): lambda view, each: view.grouped("activities", "purpose").get(each.id, ()),
    (Clause, "claims"): lambda _, clause: [claim.kind for claim in clause.claims],
    **{
        (noun, "safeguards"): lambda view, entry: view.cover.touching(entry)
        for noun in (Flow, Activity, Party, System, DataCategory)
    },
}
