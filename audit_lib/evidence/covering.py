"""What a flow of the map covers: senders, recipients, data, purpose, role, basis, country and time.

A word that an observation does not record (None) is covered by every flow. Each function here answers for one
flow; `mismatches` and `nearest` put the answers together for one observation. A cover is *general* where the
map speaks of a class only: a parent category, a category of recipients (UK GDPR Art. 13(1)(e)), a transfer
whose country it leaves open. Periods of retention and consent stand in `limits`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import IntFlag
from functools import lru_cache
from typing import NamedTuple

from ..law.adequacy import home
from ..model.data_map import DataMap
from ..model.flow import Flow, Role, Transfer
from ..model.noun import Gap
from ..model.reconciliation import Meaning


class Mismatch(IntFlag):
    """In what an observation differs from a flow between the same ends; the graver, the greater."""

    NONE = 0
    TIME = 1
    COUNTRY = 2
    BASIS = 4
    ROLE = 8
    PURPOSE = 16


class _Kin(NamedTuple):
    """Which parties belong together: above and beneath by `part_of`, and the members of each class."""

    related: Mapping[str, frozenset[str]]
    members: Mapping[str, frozenset[str]]
    operators: Mapping[str, str]


@lru_cache(maxsize=8)
def _kin(data_map: DataMap) -> _Kin:
    related: dict[str, set[str]] = {party: {party} for party in data_map.party}
    members: dict[str, set[str]] = {party: set() for party in data_map.party}
    for party in data_map.parties:
        for above in _chain(data_map, party.id, "part_of"):
            related[above].add(party.id)
            related[party.id].add(above)
        for above in _chain(data_map, party.id, "recipient_class"):
            members[above].add(party.id)
    operators = {
        system.id: system.operator for system in data_map.systems if system.operator in data_map.processors
    }
    return _Kin(
        {party: frozenset(kin) for party, kin in related.items()},
        {party: frozenset(those) for party, those in members.items()},
        operators,
    )


def _chain(data_map: DataMap, party: str, field: str) -> Iterator[str]:
    """Yield what stands above a party by a field, the nearest first, without the party itself."""
    above = getattr(data_map.party[party], field)
    while above:
        yield above
        above = getattr(data_map.party[above], field)


def senders(data_map: DataMap, flow: Flow) -> dict[str, bool]:
    """Return each sender that a flow covers, and whether it does so in general only.

    Exact are the sender itself, what it is part of and what is part of it, and a processor that runs the
    system through which the flow goes, on the sender's behalf (UK GDPR Art. 28). Members of a class that the
    flow names as sender are covered in general.

    >>> from audit_lib.graph.example import example_map
    >>> senders(example_map(), example_map().flow["check"])
    {'agent': False}
    """
    kin = _kin(data_map)
    exact = set(kin.related[flow.sender])
    if flow.via is not None and flow.via in kin.operators:
        exact.add(kin.operators[flow.via])
    return _in_order(exact, kin.members[flow.sender])


def recipients(data_map: DataMap, flow: Flow) -> dict[str, bool]:
    """Return each recipient that a flow covers, and whether it does so in general only.

    A flow to a class of recipients covers all members of the class, and itself, in general.

    >>> from audit_lib.graph.example import example_map
    >>> recipients(example_map(), example_map().flow["check"])
    {'referencer': False}
    """
    kin = _kin(data_map)
    named, members = kin.related[flow.recipient], kin.members[flow.recipient]
    if data_map.party[flow.recipient].generic:
        return _in_order(set(), named | members)
    return _in_order(named, members)


def _in_order(exact: set[str] | frozenset[str], general: set[str] | frozenset[str]) -> dict[str, bool]:
    return {party: party not in exact for party in sorted(exact | general)}


def categories(data_map: DataMap, flow: Flow) -> dict[str, bool]:
    """Return each data category that a flow covers, and whether only by a parent category.

    >>> from audit_lib.graph.example import example_map
    >>> categories(example_map(), example_map().flow["apply"])
    {'identity': False, 'name': True, 'passport-copy': True}
    """
    named = frozenset(flow.data)
    return _in_order(named, data_map.atoms(flow.data))


def countries(data_map: DataMap, flow: Flow) -> tuple[frozenset[str], bool]:
    """Return the countries to which a flow goes, home included, and whether any other is covered in general.

    >>> from audit_lib.graph.example import example_map
    >>> countries(example_map(), example_map().flow["check"])
    (frozenset({'GB'}), False)
    """
    named = {home(data_map.info.jurisdiction)}
    stands = data_map.party[flow.recipient].country
    if not isinstance(stands, Gap):
        named.add(stands)
    if not isinstance(flow.transfer, Transfer):
        return frozenset(named), False
    if isinstance(flow.transfer.country, Gap):
        return frozenset(named), True
    return frozenset(named | {flow.transfer.country}), False


def bases(data_map: DataMap, flow: Flow) -> frozenset[str] | None:
    """Return the lawful bases that the activity of a flow states; None, which covers any, if it states none.

    >>> from audit_lib.graph.example import example_map
    >>> bases(example_map(), example_map().flow["check"]) is None
    True
    """
    stated = data_map.activity[flow.activity].bases
    return frozenset(one.basis.value for one in stated) or None


def role(flow: Flow) -> str | None:
    """Return the role that a flow states for its recipient; None, which covers any, if it is unclear.

    >>> from audit_lib.graph.example import example_map
    >>> role(example_map().flow["check"])
    'controller'
    """
    return None if flow.role is Role.UNCLEAR else flow.role.value


def purpose(data_map: DataMap, flow: Flow) -> str:
    """Return the purpose of a flow: that of its activity.

    >>> from audit_lib.graph.example import example_map
    >>> purpose(example_map(), example_map().flow["check"])
    'checking'
    """
    return data_map.activity[flow.activity].purpose


def covers_purpose(data_map: DataMap, flow: Flow, meaning: Meaning) -> bool:
    """Say whether purpose and activity, as far as they are recorded, are those of a flow.

    >>> from audit_lib.graph.example import example_map
    >>> covers_purpose(example_map(), example_map().flow["check"], Meaning(source="log", purpose="insuring"))
    False
    """
    same = meaning.purpose in (None, purpose(data_map, flow))
    return same and meaning.activity in (None, flow.activity)


def on_time(flow: Flow, day: dt.date) -> bool:
    """Say whether a flow goes on, by the map, on a day; both its first and its last day count.

    >>> from audit_lib.graph.example import example_map
    >>> on_time(example_map().flow["check"], dt.date(2026, 11, 22))
    True
    """
    return (flow.since is None or flow.since <= day) and (flow.until is None or day <= flow.until)


def covered(found: Mapping[str, bool], recorded: str | None) -> bool | None:
    """Return whether what is recorded is covered in general only; None if it is not covered at all.

    `found` is what `senders`, `recipients` or `categories` return.

    >>> covered({"identity": False, "name": True}, "name"), covered({"identity": False}, None)
    (True, False)
    >>> covered({"identity": False}, "arrears") is None
    True
    """
    return False if recorded is None else found.get(recorded)


def mismatches(data_map: DataMap, flow: Flow, meaning: Meaning, day: dt.date) -> Mismatch:
    """Return in what an observation on a local day differs from a flow, its ends and data left aside.

    >>> from audit_lib.graph.example import example_map
    >>> log = Meaning(source="log", purpose="insuring", country="US")
    >>> mismatches(example_map(), example_map().flow["check"], log, dt.date(2026, 11, 22))
    <Mismatch.COUNTRY|PURPOSE: 18>
    """
    found = Mismatch.NONE
    if not covers_purpose(data_map, flow, meaning):
        found |= Mismatch.PURPOSE
    stated = role(flow)
    if meaning.role is not None and stated not in (None, meaning.role):
        found |= Mismatch.ROLE
    rests_on = bases(data_map, flow)
    if meaning.basis is not None and rests_on is not None and meaning.basis not in rests_on:
        found |= Mismatch.BASIS
    named, anywhere = countries(data_map, flow)
    if meaning.country is not None and meaning.country not in named and not anywhere:
        found |= Mismatch.COUNTRY
    if not on_time(flow, day):
        found |= Mismatch.TIME
    return found


class Candidate(NamedTuple):
    """A flow that covers sender, recipient and data of an observation, and in what it differs all the same.

    `general` says that it covers an end, the data or the country in general only; `position` counts the flows
    of the map from 0.
    """

    flow: str
    mismatches: Mismatch
    general: bool
    position: int

    @property
    def rank(self) -> tuple[int, int, bool, int]:
        """What candidates are ordered by, the nearest first."""
        return int(self.mismatches).bit_count(), int(self.mismatches), self.general, self.position


def candidate(
    data_map: DataMap, flow: Flow, position: int, meaning: Meaning, day: dt.date
) -> Candidate | None:
    """Return a flow as a candidate for an observation, or None if it is between other ends or of other data.

    >>> from audit_lib.graph.example import example_map
    >>> log = Meaning(source="log", sender="tenants", recipient="agent", data="name")
    >>> candidate(example_map(), example_map().flow["apply"], 0, log, dt.date(2026, 11, 22))
    Candidate(flow='apply', mismatches=<Mismatch.NONE: 0>, general=True, position=0)
    """
    ends = (
        covered(senders(data_map, flow), meaning.sender),
        covered(recipients(data_map, flow), meaning.recipient),
        covered(categories(data_map, flow), meaning.data),
    )
    if None in ends:
        return None
    named, anywhere = countries(data_map, flow)
    abroad = anywhere and meaning.country is not None and meaning.country not in named
    found = mismatches(data_map, flow, meaning, day)
    return Candidate(flow.id, found, any(ends) or abroad, position)


def candidates(data_map: DataMap, meaning: Meaning, day: dt.date) -> list[Candidate]:
    """Return all flows that cover sender, recipient and data of an observation, the nearest first.

    >>> from audit_lib.graph.example import example_map
    >>> log = Meaning(source="log", recipient="insurer", data="arrears", country="US")
    >>> [one.flow for one in candidates(example_map(), log, dt.date(2026, 11, 22))]
    ['sell']
    """
    found = (candidate(data_map, flow, at, meaning, day) for at, flow in enumerate(data_map.flows))
    return sorted((one for one in found if one), key=lambda one: one.rank)


def nearest(data_map: DataMap, meaning: Meaning, day: dt.date) -> Candidate | None:
    """Return the candidate with the fewest and lightest mismatches; None where no flow is one.

    >>> from audit_lib.graph.example import example_map
    >>> nearest(example_map(), Meaning(source="log", recipient="court", data="name"), dt.date(2026, 11, 22))
    """
    found = candidates(data_map, meaning, day)
    return found[0] if found else None
