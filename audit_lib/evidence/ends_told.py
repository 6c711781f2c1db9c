"""Which figures of two logs that are set against each other may be shown."""

from __future__ import annotations

from typing import NamedTuple

from ..model.two_sided import Ends
from .suppression import THRESHOLD, is_small


class EndsTold(NamedTuple):
    """The figures of a pair of logs as they may be shown: None for what is hidden.

    `people_sent` and `people_received` are how many people what one end alone has is about; 0: not known.
    """

    sent: int | None
    received: int | None
    matched: int | None
    sent_only: int | None
    received_only: int | None
    people_sent: int | None
    people_received: int | None


def ends_told(ends: Ends, threshold: int = THRESHOLD) -> EndsTold:
    """Return what may be shown of a pair of logs.

    What one end alone has is told as the findings tell it. If any figure is about few people, what was sent,
    received and matched is hidden together: each of the three is a sum or a difference of others that the
    findings and the patterns may tell.

    >>> import datetime as dt
    >>> day = dt.datetime(2026, 3, 3, tzinfo=dt.UTC)
    >>> def logs(sent, received, matched):
    ...     return Ends(disclosures="out", receipts="in", sender="agent", recipient="court", data="name",
    ...                 first=day, last=day, sent=sent, received=received, matched=matched)
    >>> ends_told(logs(120, 100, 90))[:5], ends_told(logs(95, 120, 90))[:5]
    ((120, 100, 90, 30, 10), (None, None, None, None, 30))
    """
    alone = (
        is_small(ends.sent_only, ends.people_sent or None, threshold),
        is_small(ends.received_only, ends.people_received or None, threshold),
    )
    both = (
        _is_few(ends.sent, ends.everyone_sent, threshold),
        _is_few(ends.received, ends.everyone_received, threshold),
        _is_few(ends.matched, _matched_people(ends), threshold),
    )
    hidden = any((*alone, *both))
    return EndsTold(
        sent=None if hidden else ends.sent,
        received=None if hidden else ends.received,
        matched=None if hidden else ends.matched,
        sent_only=None if alone[0] else ends.sent_only,
        received_only=None if alone[1] else ends.received_only,
        people_sent=None if alone[0] else ends.people_sent,
        people_received=None if alone[1] else ends.people_received,
    )


def _is_few(entries: int, people: int | None, threshold: int) -> bool:
    """Say whether entries are about few people; where people are not recorded, their number decides."""
    return entries > 0 and min(entries, entries if people is None else people) < threshold


def _matched_people(ends: Ends) -> int | None:
    """Return about how many people the entries of both ends are, at the least; None if neither names any."""
    least = [
        max(0, everyone - alone)
        for everyone, alone in (
            (ends.everyone_sent, ends.people_sent),
            (ends.everyone_received, ends.people_received),
        )
        if everyone is not None
    ]
    return min(least, default=None)
