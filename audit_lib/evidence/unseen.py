"""What the map declares and no log shows, and whether a log would show it at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from ..model.data_map import DataMap
from ..model.evidence_source import Column, Evidence, Source, SourceKind
from ..model.flow import Flow
from ..model.reconciliation import Unseen, Volume

#: For how many days of logs a flow must be missing before anybody is asked about it.
LONG: Final = 90


class Cover(NamedTuple):
    """The first and the last local day of a source, and which senders it names, as ids of parties."""

    first: dt.date
    last: dt.date
    senders: frozenset[str] = frozenset()


def unseen(
    data_map: DataMap,
    evidence: Evidence,
    volumes: Iterable[Volume],
    cover: Mapping[str, Cover],
    as_of: dt.date,
) -> tuple[Unseen, ...]:
    """Return the flows that the map declares and no observation shows, in the order of the map.

    A flow that ended before the logs begin, or begins after they end, is none of them. It is *watched* if a
    log of disclosures would show it: one that says that it covers the flow, or names none that it covers and
    was written by the sender of the flow or by whom the sender is a part of. A log that records neither
    purpose nor activity cannot tell flows with the same ends and data apart; if one of them was seen, it does
    not watch the others.

    Parameters
    ----------
    volumes
        What was seen of each flow.
    cover
        What each source of disclosures covers that has rows.
    as_of
        Days after this one do not count.

    >>> from audit_lib.graph.example import example_map
    >>> log = Source(id="log", kind="disclosures", name="Log", format="csv")
    >>> days = {"log": Cover(dt.date(2026, 1, 1), dt.date(2026, 3, 31), frozenset({"agent"}))}
    >>> found = unseen(example_map(), Evidence(sources=(log,)), [], days, dt.date(2026, 11, 22))
    >>> [(one.flow, one.watched, one.days) for one in found]
    [('apply', False, None), ('check', True, 90), ('sell', False, None), ('sue', True, 90)]
    """
    logs = [
        source
        for source in evidence.sources
        if source.kind is SourceKind.DISCLOSURES and source.id in cover and cover[source.id].first <= as_of
    ]
    seen = {volume.flow for volume in volumes if volume.observations}
    found = []
    for flow in data_map.flows:
        if flow.id in seen or not any(_days(flow, cover[log.id], as_of) for log in logs):
            continue
        watching = [
            log.id
            for log in logs
            if _would_show(data_map, flow, log, cover[log.id].senders)
            and not _looks_like_another(data_map, flow, log, seen)
        ]
        days = {day for log in watching for day in _days(flow, cover[log], as_of)}
        found.append(Unseen(flow=flow.id, watched=bool(days), days=len(days) or None))
    return tuple(found)


def _days(flow: Flow, cover: Cover, as_of: dt.date) -> range:
    """Return the days, as ordinals, on which a source would have shown a flow."""
    first = max(cover.first, flow.since or dt.date.min)
    last = min(cover.last, flow.until or dt.date.max, as_of)
    return range(first.toordinal(), last.toordinal() + 1)


def _would_show(data_map: DataMap, flow: Flow, source: Source, senders: frozenset[str]) -> bool:
    if source.covers:
        return flow.id in source.covers
    return not senders.isdisjoint(_with_those_above(data_map, flow.sender))


def _with_those_above(data_map: DataMap, party: str) -> Iterator[str]:
    """Yield a party and what it is a part of, up to the top."""
    above: str | None = party
    while above:
        yield above
        above = data_map.party[above].part_of


def _looks_like_another(data_map: DataMap, flow: Flow, source: Source, seen: set[str]) -> bool:
    """Say whether a source would show a flow as another that was seen."""
    recorded = source.columns.keys() | source.constants.keys()
    if Column.ACTIVITY in recorded:
        return False
    purpose = data_map.activity[flow.activity].purpose
    return any(
        other.id in seen
        and (other.sender, other.recipient) == (flow.sender, flow.recipient)
        and (Column.PURPOSE not in recorded or data_map.activity[other.activity].purpose == purpose)
        and data_map.atoms(flow.data) <= data_map.atoms(other.data)
        for other in data_map.flows
    )
