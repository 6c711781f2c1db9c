"""Which of the entries that two logs hold about the same belong together, one to one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Entry(NamedTuple):
    """An entry of a log: its moment in microseconds, whether it was sent or received, whom and what it is."""

    us: int
    sent: bool
    person: str
    evidence: str


class Pair(NamedTuple):
    """Two entries that belong together, or one whose other half is missing."""

    sent: Entry | None
    received: Entry | None


def match(entries: Iterable[Entry], tolerance: int | None) -> Iterator[Pair]:
    """Yield the pairs among entries about the same, and the entries that are left over.

    Each entry is paired with the oldest that waits on the other side, if that is no further away than the
    tolerance. As the tolerance is the same for all, no other way of pairing pairs more of them: where two
    pairs cross, the same four entries can be paired uncrossed, within the same tolerance.

    Parameters
    ----------
    entries
        Entries in the order of time. Only those within one tolerance are held in memory.
    tolerance
        How many microseconds the two moments may lie apart, either way; None for any number.

    >>> at = [Entry(0, True, "", "a:1"), Entry(5, False, "", "b:1"), Entry(9, True, "", "a:2")]
    >>> [(pair.sent and pair.sent.us, pair.received and pair.received.us) for pair in match(at, 5)]
    [(0, 5), (9, None)]
    """
    waiting: deque[Entry] = deque()
    for entry in entries:
        while waiting and tolerance is not None and entry.us - waiting[0].us > tolerance:
            yield _alone(waiting.popleft())
        if waiting and waiting[0].sent != entry.sent:
            other = waiting.popleft()
            yield Pair(entry, other) if entry.sent else Pair(other, entry)
        else:
            waiting.append(entry)
    yield from map(_alone, waiting)


def _alone(entry: Entry) -> Pair:
    return Pair(entry, None) if entry.sent else Pair(None, entry)
