"""What a map makes of one observation, flow by flow: the generator's own reading, apart from the engine's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from ...law.adequacy import home
from ...model.data_map import DataMap
from ...model.flow import Flow, Role, Transfer
from ...model.noun import Gap
from ...model.verdict import Verdict


class Pattern(NamedTuple):
    """What an observation says, in ids of the map; None where it says nothing."""

    sender: str | None
    recipient: str
    data: str
    purpose: str | None = None
    activity: str | None = None
    basis: str | None = None
    role: str | None = None
    country: str | None = None
    system: str | None = None


class Judged(NamedTuple):
    """The verdicts that follow from the map alone, and the position of the flow that comes nearest."""

    verdicts: frozenset[Verdict]
    flow: int | None


class Declared(NamedTuple):
    """Which flows (by position) cover each sender, recipient and category, and whether in general only."""

    data_map: DataMap
    senders: Mapping[str, Mapping[int, bool]]
    recipients: Mapping[str, Mapping[int, bool]]
    data: Mapping[str, Mapping[int, bool]]
    anybody: Mapping[int, bool]
    home: str


PURPOSE, ROLE, BASIS, COUNTRY, TIME = 16, 8, 4, 2, 1
_EARNED: Final = {
    ROLE: Verdict.ROLE_DIFFERS,
    BASIS: Verdict.BASIS_DIFFERS,
    COUNTRY: Verdict.UNDECLARED_COUNTRY,
    TIME: Verdict.OUTSIDE_TIME,
}


def declared(data_map: DataMap) -> Declared:
    """Work out once which flows cover whom and what.

    >>> from audit_lib.graph.example import example_map
    >>> sorted(declared(example_map()).data["name"].items())[0]
    (0, True)
    """
    senders: dict[str, dict[int, bool]] = {}
    recipients: dict[str, dict[int, bool]] = {}
    data: dict[str, dict[int, bool]] = {}
    kin, members = _kin(data_map)
    for position, flow in enumerate(data_map.flows):
        for party in members[flow.sender]:
            senders.setdefault(party, {})[position] = True
        through = data_map.system.get(flow.via or "")
        operators = {through.operator} & data_map.processors if through else set()
        for party in kin[flow.sender] | operators:
            senders.setdefault(party, {})[position] = False
        generic = data_map.party[flow.recipient].generic
        for party in members[flow.recipient]:
            recipients.setdefault(party, {})[position] = True
        for party in kin[flow.recipient]:
            recipients.setdefault(party, {})[position] = generic
        for category in data_map.atoms(flow.data):
            data.setdefault(category, {})[position] = category not in flow.data
    anybody = dict.fromkeys(range(len(data_map.flows)), False)
    return Declared(data_map, senders, recipients, data, anybody, home(data_map.info.jurisdiction))


def _kin(data_map: DataMap) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return who is part of whom, either way and itself included, and who is one of each class."""
    kin = {party.id: {party.id} for party in data_map.parties}
    members: dict[str, set[str]] = {party.id: set() for party in data_map.parties}
    for party in data_map.parties:
        above = party.part_of
        while above:
            kin[above].add(party.id)
            kin[party.id].add(above)
            above = data_map.party[above].part_of
        above = party.recipient_class
        while above:
            members[above].add(party.id)
            above = data_map.party[above].recipient_class
    return kin, members


def judge(known: Declared, pattern: Pattern, day: dt.date) -> Judged:
    """Return what a pattern earns from the map on a local day.

    >>> from audit_lib.graph.example import example_map
    >>> one = Pattern("agent", "referencer", "passport-copy", purpose="insuring")
    >>> [*judge(declared(example_map()), one, dt.date(2026, 11, 22)).verdicts]
    [<Verdict.UNDECLARED_PURPOSE: 'undeclared-purpose'>]
    """
    between = _between(known, pattern)
    carrying = known.data.get(pattern.data, {})
    candidates = [position for position in between if position in carrying]
    if not candidates:
        return Judged(frozenset([_uncovered(known, pattern, between)]), None)
    mask, general, position = min(
        ((mask, general, position) for mask, general, position in _measured(known, pattern, day, candidates)),
        key=lambda each: (each[0].bit_count(), *each),
    )
    if mask:
        return Judged(frozenset(_of(known, pattern, mask, between)), position)
    return Judged(frozenset([Verdict.DECLARED_IN_GENERAL if general else Verdict.DECLARED]), position)


def spans(
    known: Declared, pattern: Pattern, first: dt.date, last: dt.date
) -> Iterator[tuple[dt.date, dt.date, Judged]]:
    """Yield what a pattern earns from `first` to `last`, both included, span by span of days.

    >>> from audit_lib.graph.example import example_map
    >>> day = dt.date(2026, 11, 22)
    >>> one = Pattern(None, "court", "arrears")
    >>> [judged.flow for _, _, judged in spans(declared(example_map()), one, day, day)]
    [3]
    """
    cuts = {first}
    carrying = known.data.get(pattern.data, {})
    for position in _between(known, pattern):
        flow = known.data_map.flows[position]
        if position in carrying:
            after = flow.until + dt.timedelta(days=1) if flow.until and flow.until < dt.date.max else None
            cuts.update(day for day in (flow.since, after) if day and first < day <= last)
    days = sorted(cuts)
    for number, day in enumerate(days):
        end = days[number + 1] - dt.timedelta(days=1) if number + 1 < len(days) else last
        yield day, end, judge(known, pattern, day)


def purpose_known(known: Declared, pattern: Pattern, position: int) -> bool:
    """Say whether purpose and activity, as far as they are said, are those of a flow.

    >>> from audit_lib.graph.example import example_map
    >>> one = Pattern("agent", "referencer", "name", purpose="insuring")
    >>> purpose_known(declared(example_map()), one, 1), purpose_known(declared(example_map()), one, 2)
    (False, True)
    """
    flow = known.data_map.flows[position]
    purpose = known.data_map.activity[flow.activity].purpose
    return pattern.purpose in (None, purpose) and pattern.activity in (None, flow.activity)


def _between(known: Declared, pattern: Pattern) -> list[int]:
    """Return the flows that cover both ends."""
    senders = known.anybody if pattern.sender is None else known.senders.get(pattern.sender, {})
    recipients = known.recipients.get(pattern.recipient, {})
    return [position for position in recipients if position in senders]


def _uncovered(known: Declared, pattern: Pattern, between: list[int]) -> Verdict:
    if between:
        return Verdict.UNDECLARED_CATEGORY
    recipients, data = known.recipients.get(pattern.recipient, {}), known.data.get(pattern.data, {})
    if any(position in data for position in recipients):
        return Verdict.UNDECLARED_SENDER
    return Verdict.UNDECLARED_RECIPIENT


def _measured(
    known: Declared, pattern: Pattern, day: dt.date, candidates: list[int]
) -> Iterator[tuple[int, bool, int]]:
    """Yield for each candidate its mismatches as bits, whether it covers in general only, its position."""
    for position in candidates:
        flow = known.data_map.flows[position]
        activity = known.data_map.activity[flow.activity]
        bases = {each.basis.value for each in activity.bases}
        abroad, open_country = _country(known, pattern.country, flow)
        mask = 0 if purpose_known(known, pattern, position) else PURPOSE
        if pattern.role is not None and flow.role is not Role.UNCLEAR and pattern.role != flow.role.value:
            mask |= ROLE
        if pattern.basis is not None and bases and pattern.basis not in bases:
            mask |= BASIS
        if abroad:
            mask |= COUNTRY
        if (flow.since and day < flow.since) or (flow.until and day > flow.until):
            mask |= TIME
        sender = pattern.sender is not None and known.senders[pattern.sender][position]
        general = (
            sender or known.recipients[pattern.recipient][position] or known.data[pattern.data][position]
        )
        yield mask, general or open_country, position


def _country(known: Declared, country: str | None, flow: Flow) -> tuple[bool, bool]:
    """Return whether a country is not declared of a flow, and whether it is covered only as left open."""
    stands = known.data_map.party[flow.recipient].country
    if country is None or country in (known.home, stands):
        return False, False
    if not isinstance(flow.transfer, Transfer):
        return True, False
    if isinstance(flow.transfer.country, Gap):
        return False, True
    return country != flow.transfer.country, False


def _of(known: Declared, pattern: Pattern, mask: int, between: list[int]) -> Iterator[Verdict]:
    if mask & PURPOSE:
        told = any(purpose_known(known, pattern, position) for position in between)
        yield Verdict.PURPOSE_DIFFERS if told else Verdict.UNDECLARED_PURPOSE
    yield from (verdict for bit, verdict in _EARNED.items() if mask & bit)
