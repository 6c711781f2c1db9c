"""What every party holds about each kind of people: only flows and activities about them count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..model.activity import Activity
from ..model.data_map import DataMap
from ..model.holding import Holding, Resting
from ..model.noun import Stance
from ..model.party import PartyKind
from .asked import Asked, refuse_unknown
from .by_subject import BySubject
from .compiled import compile_map
from .spread import Index, Words, lay_wires, spread


def holdings(data_map: DataMap, *, subject: str | None = None) -> tuple[Holding, ...]:
    """Return what each party holds about these people, or about every kind of people in turn.

    A party holds what flows about the people bring it, what an activity about them creates of which it is a
    controller, and what rests in a system that it operates. Of a system, only what somebody uses it for
    counts: the categories that it holds and that an activity or a flow about these people names, which goes
    through the system or starts from its operator. A flow carries only what its sender holds; people hold
    what is about them, and know things about others. People themselves are no holders.

    Time grows with the flows about the people times the number of 64s of categories.

    Returns
    -------
    tuple of Holding
        By kind of people and then by party, both in map order; nobody who holds nothing.

    Raises
    ------
    ParameterError
        The map has no such kind of people.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> [(one.party, one.data) for one in holdings(example_map(), subject="tenants")][1:]
    [('referencer', ('passport-copy',)), ('insurer', ('passport-copy',)), ('court', ('arrears',))]
    """
    _refuse(data_map, subject)
    whole = BySubject(data_map, compile_map(data_map))
    asked = [subject] if subject else [one.id for one in data_map.parties if one.id in whole.spoken_of]
    return tuple(holding for one in asked for holding in _About(whole, one).holdings())


def carried_about(data_map: DataMap, subject: str) -> Mapping[str, tuple[str, ...]]:
    """Return what each flow about these people really carries, by the id of the flow, in map order.

    Of what the flow names, with all that lies beneath, that which its sender holds about them; a flow that
    carries nothing is left out.

    Raises
    ------
    ParameterError
        The map has no such kind of people.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> dict(carried_about(example_map(), "tenants"))["sell"]
    ('passport-copy',)
    """
    _refuse(data_map, subject)
    form = compile_map(data_map)
    about = _About(BySubject(data_map, form), subject)
    moved = zip(about.flows.tolist(), about.carried.T.tolist(), strict=True)
    return {data_map.flows[at].id: form.names_of(tuple(words)) for at, words in moved if any(words)}


def _refuse(data_map: DataMap, subject: str | None) -> None:
    refuse_unknown([Asked("subject", subject, "category of data subjects", data_map.individuals)])


@dataclass(frozen=True, eq=False)
class _About:
    """What the map says about one kind of people; `sure` leaves out what is merely expected."""

    whole: BySubject
    subject: str

    @cached_property
    def flows(self) -> Index:
        """The numbers of the flows about them."""
        return self.whole.flows_about.get(self.subject, np.zeros(0, np.intp))

    @cached_property
    def resting(self) -> Words:
        """What rests about them in each system, (W, S)."""
        return self._resting(self.flows)

    @cached_property
    def held(self) -> Words:
        """What each party holds about them, (W, P)."""
        return self._held(self.flows, self.resting, sure=False)

    @cached_property
    def held_surely(self) -> Words:
        """What each party holds about them if nothing is real that is merely expected, (W, P)."""
        return self._held(self._sure, self._resting(self._sure, sure=True), sure=True)

    @cached_property
    def explained(self) -> Words:
        """What is known about them without rows that are about other people too saying so of a system, (W,).

        A category counts as soon as anything beneath it does.
        """
        form = self.whole.form
        held = self._held(self.flows, self._resting(self._alone, alone=True), sure=False)
        known: Words = np.bitwise_or.reduce(held[:, ~self.whole.people], axis=1)
        found: Words = known.copy()
        for at in np.flatnonzero((form.below & known[:, None]).any(axis=0)).tolist():
            word, bit = divmod(at, 64)
            found[word] |= np.uint64(1 << bit)
        return found

    @cached_property
    def _alone(self) -> Index:
        """The numbers of the flows about them and nobody else."""
        flows = self.whole.data_map.flows
        return self.flows[[set(flows[at].subjects) == {self.subject} for at in self.flows.tolist()]]

    @cached_property
    def _sure(self) -> Index:
        """The numbers of the flows about them that are more than expected."""
        return self.flows[~self.whole.form.expected[self.flows]]

    @cached_property
    def carried(self) -> Words:
        """What each flow about them really moves, (W, flows)."""
        form = self.whole.form
        return form.carries[:, self.flows] & self.held[:, form.sender[self.flows]]

    def holdings(self) -> Iterator[Holding]:
        """Yield what each party holds, in map order."""
        form, data_map = self.whole.form, self.whole.data_map
        brought, came = self._brought()
        resting, created = self._resting_by_party(), self._created_by_party()
        for at in np.flatnonzero(self.held.any(axis=0)).tolist():
            party = data_map.parties[at]
            if party.kind is PartyKind.INDIVIDUALS:
                continue
            # The public may know anything, and that is no holding: what was made public to it is one.
            known = brought[:, at] if party.kind is PartyKind.PUBLIC else self.held[:, at]
            if not known.any():
                continue
            surely = self.held_surely[:, at] if party.stance is not Stance.EXPECTED else known & ~known
            if party.kind is PartyKind.PUBLIC:
                surely = self._brought_surely[:, at] & surely
            yield Holding(
                party=party.id,
                subject=self.subject,
                data=form.names_of(tuple(known.tolist())),
                unconfirmed=form.names_of(tuple((known & ~surely).tolist())),
                presumed=form.names_of(tuple((known & ~self.explained).tolist())),
                resting=tuple(resting.get(at, ())),
                activities=tuple(created.get(at, ())),
                flows=tuple(came.get(at, ())),
            )

    def _brought(self) -> tuple[Words, dict[int, list[str]]]:
        """Return what flows bring to each party, (W, P), and which flows do."""
        form = self.whole.form
        brought = np.zeros_like(self.held)
        to = form.recipient[self.flows]
        for row, carried in zip(brought, self.carried, strict=True):
            np.bitwise_or.at(row, to, carried)
        came: dict[int, list[str]] = {}
        for at in np.flatnonzero(self.carried.any(axis=0)).tolist():
            came.setdefault(int(to[at]), []).append(form.flow_ids[self.flows[at]])
        return brought, came

    @cached_property
    def _brought_surely(self) -> Words:
        form = self.whole.form
        sure = self._sure
        brought = np.zeros_like(self.held)
        moved = form.carries[:, sure] & self.held_surely[:, form.sender[sure]]
        for row, carried in zip(brought, moved, strict=True):
            np.bitwise_or.at(row, form.recipient[sure], carried)
        return brought

    def _resting_by_party(self) -> dict[int, list[Resting]]:
        found: dict[int, list[Resting]] = {}
        names = list(self.whole.system)
        for at in np.flatnonzero(self.resting.any(axis=0)).tolist():
            data = self.whole.form.names_of(tuple(self.resting[:, at].tolist()))
            found.setdefault(int(self.whole.operator[at]), []).append(Resting(system=names[at], data=data))
        return found

    def _created_by_party(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for activity in self._activities(sure=False):
            if activity.creates:
                for controller in dict.fromkeys(activity.controllers):
                    found.setdefault(self.whole.form.party[controller], []).append(activity.id)
        return found

    def _resting(self, flows: Index, *, sure: bool = False, alone: bool = False) -> Words:
        """Return what each system holds of that for which something about these people uses it, (W, S)."""
        whole, form = self.whole, self.whole.form
        used, sent = np.zeros_like(whole.holds), np.zeros_like(form.outset)
        through = flows[whole.via[flows] >= 0]
        for row, of_sender, carries in zip(used, sent, form.carries, strict=True):
            np.bitwise_or.at(row, whole.via[through], carries[through])
            np.bitwise_or.at(of_sender, form.sender[flows], carries[flows])
        for activity in self._activities(sure=sure):
            at = [whole.system[name] for name in activity.systems if name in whole.system]
            if at and not (alone and set(activity.subjects) != {self.subject}):
                used[:, at] |= whole.words((*activity.data, *activity.creates))[:, None]
        found: Words = whole.holds & (used | sent[:, whole.operator])
        if sure:
            doubted = [whole.data_map.system[name].stance is Stance.EXPECTED for name in whole.system]
            found[:, doubted] = 0
        return found

    def _activities(self, *, sure: bool) -> Iterator[Activity]:
        for activity in self.whole.activities_about.get(self.subject, ()):
            if not (sure and activity.stance is Stance.EXPECTED):
                yield activity

    def _held(self, flows: Index, resting: Words, *, sure: bool) -> Words:
        whole, form = self.whole, self.whole.form
        outset = np.zeros_like(form.outset)
        outset[:, whole.people] = np.bitwise_or.reduce(form.below, axis=1)[:, None]
        for row, rests in zip(outset, resting, strict=True):
            np.bitwise_or.at(row, whole.operator, rests)
        for activity in self._activities(sure=sure):
            if activity.creates:
                controllers = [form.party[one] for one in activity.controllers]
                outset[:, controllers] |= whole.words(activity.creates)[:, None]
        wires = lay_wires(form.sender[flows], form.recipient[flows], form.carries[:, flows], len(form.party))
        return spread(wires, outset)
