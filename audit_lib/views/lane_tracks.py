"""Which vertical track each segment takes in the channel between two lanes, so that few lines cross.

Of two segments whose verticals would lie beside each other, one order crosses less often than the other;
the segments are put into a sequence that respects as many of these wishes as a greedy rule can (Eades, Lin
and Smyth 1993), and each then takes the leftmost track that is free.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

#: Verticals on one track keep this distance, in points.
CLEARANCE: Final = 7.0
#: How many crossings are put up with to keep two lines from running close beside each other.
BESIDE: Final = 2
#: Above this many verticals in a channel, wishes are not compared pair by pair.
MOST_COMPARED: Final = 4000


class Vertical(NamedTuple):
    """A segment in a channel by the heights at which it meets the left and the right side.

    A segment that comes back on its own side has both heights there.
    """

    left: tuple[float, ...]
    right: tuple[float, ...]

    @property
    def span(self) -> tuple[float, float]:
        """The upper and the lower end."""
        ends = self.left + self.right
        return min(ends), max(ends)


def tracks(verticals: Sequence[Vertical]) -> tuple[int, ...]:
    """Return the track of each vertical, counting from 0 at the left; no two on a track touch.

    >>> tracks([Vertical((0,), (50,)), Vertical((10,), (90,)), Vertical((100,), (120,))])
    (1, 0, 0)
    """
    if not verticals:
        return ()
    spans = np.array([vertical.span for vertical in verticals])
    if len(verticals) > MOST_COMPARED:
        return _take(list(np.argsort(spans[:, 0], kind="stable")), spans, None)
    close = _close(verticals)
    return _take(_sequence(_wishes(verticals, spans, close)), spans, close)


def _wishes(
    verticals: Sequence[Vertical], spans: npt.NDArray[np.float64], close: npt.NDArray[np.bool_]
) -> npt.NDArray[np.int32]:
    """Return by how much it is better that the row's vertical stands left of the column's."""
    to_left, to_right = (_meets(verticals, spans, side) for side in ("left", "right"))
    # Row left of column: the row's right ends run through the column, the column's left ends through the row,
    # and where both are at nearly one height they run close beside each other between the two.
    cost = to_right + to_left.T + BESIDE * close.T
    return cost.T - cost


def _close(verticals: Sequence[Vertical]) -> npt.NDArray[np.bool_]:
    """Return whether a left end of the row is at nearly the height of a right end of the column."""
    found = np.zeros((len(verticals), len(verticals)), bool)
    for left in _ends(verticals, "left"):
        for right in _ends(verticals, "right"):
            found |= np.abs(left[:, None] - right[None, :]) < CLEARANCE
    np.fill_diagonal(found, val=False)
    return found


def _ends(verticals: Sequence[Vertical], side: str) -> list[npt.NDArray[np.float64]]:
    """Return the heights of the first and of the second ends on a side; not a number where there is none."""
    ends: list[tuple[float, ...]] = [getattr(vertical, side) for vertical in verticals]
    return [np.array([end[at] if at < len(end) else np.nan for end in ends]) for at in range(2)]


def _meets(verticals: Sequence[Vertical], spans: npt.NDArray[np.float64], side: str) -> npt.NDArray[np.int32]:
    """Count, for each row, its ends on a side whose heights lie within the span of each column."""
    found = np.zeros((len(verticals), len(verticals)), np.int32)
    for heights in _ends(verticals, side):
        found += (heights[:, None] > spans[None, :, 0]) & (heights[:, None] < spans[None, :, 1])
    np.fill_diagonal(found, 0)
    return found


def _sequence(wishes: npt.NDArray[np.int32]) -> list[int]:
    """Put the verticals in a sequence from left to right that grants most wishes."""
    wanted = np.maximum(wishes, 0)
    out, into = wanted.sum(1), wanted.sum(0)
    waiting = np.ones(len(wishes), bool)
    head: list[int] = []
    tail: list[int] = []
    while waiting.any():
        sinks = np.flatnonzero(waiting & (out == 0) & (into > 0))
        sources = np.flatnonzero(waiting & (into == 0))
        if len(sinks):
            chosen = int(sinks[-1])
            tail.append(chosen)
        else:
            best = np.where(waiting, out - into, np.iinfo(np.int64).min)
            chosen = int(sources[0]) if len(sources) else int(best.argmax())
            head.append(chosen)
        waiting[chosen] = False
        out = out - wanted[:, chosen]
        into = into - wanted[chosen]
    return head + tail[::-1]


def _take(
    sequence: Sequence[int], spans: npt.NDArray[np.float64], close: npt.NDArray[np.bool_] | None
) -> tuple[int, ...]:
    """Give each vertical, in sequence, the track after the last one that it would touch.

    It does not go left of one whose left end is at nearly the height of its own right end.
    """
    taken = np.full(len(sequence), -1)
    for vertical in sequence:
        top, bottom = spans[vertical]
        beside = (spans[:, 0] < bottom + CLEARANCE) & (spans[:, 1] > top - CLEARANCE) & (taken >= 0)
        taken[vertical] = int(taken[beside].max()) + 1 if beside.any() else 0
        if close is not None:
            taken[vertical] = max(taken[vertical], taken[close[:, vertical]].max(initial=0))
    return tuple(int(track) for track in taken)
