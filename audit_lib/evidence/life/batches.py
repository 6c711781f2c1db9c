"""All observations of the year, numbered: those that the map covers and those that were put in, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...model.verdict import Verdict
from .allowed import Slice
from .days import Moments
from .planting import Planted
from .stage import Stage
from .words import SPELLINGS, Vocabulary, spell
from .year import Year

#: How a row looks while it is on its way: `spelling` is a place in the list of spellings.
ROW = np.dtype([("id", "<i8"), ("at", "<i8"), ("person", "<i8"), ("spelling", "<i4")])

Rows = NDArray[np.void]


class Spellings(NamedTuple):
    """The words of each row, column by column: `words` of each, and for each spelling a place in them.

    A place of -1 is an empty cell. The spellings of the patterns come first, `SPELLINGS` of each, then those
    of what was put in.
    """

    words: tuple[tuple[str, ...], ...]
    places: tuple[NDArray[np.int32], ...]


def spellings(stage: Stage, words: Vocabulary, planted: Sequence[Planted]) -> Spellings:
    """List how everything in the year is spelt.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> from audit_lib.evidence.life.words import vocabulary
    >>> len(spellings(stage, vocabulary(example_map(), 1), []).words)
    9
    """
    rows = [spell(words, pattern, number) for pattern in stage.sheet.patterns for number in range(SPELLINGS)]
    rows += [one.words for one in planted]
    columns = list(zip(*rows, strict=True)) if rows else []
    listed, placed = [], []
    for column in columns:
        places = {word: place for place, word in enumerate(sorted({w for w in column if w is not None}))}
        listed.append(tuple(places))
        placed.append(np.array([-1 if word is None else places[word] for word in column], dtype=np.int32))
    return Spellings(tuple(listed), tuple(placed))


class Tally:
    """What the key has to say: which observations were put in, and how many are covered, and how.

    Everything else about an observation that was not put in follows from its pattern.
    """

    def __init__(self, stage: Stage, planted: Sequence[Planted], *, whole: bool) -> None:
        self.planted, self.patterns = planted, len(stage.sheet.patterns)
        self.general = np.array(
            [Verdict.DECLARED_IN_GENERAL in judged.verdicts for judged in stage.sheet.judged], dtype=np.bool_
        )
        self.number: dict[Verdict, int] = dict.fromkeys(Verdict, 0)
        self.observations = 0
        self.whole = whole
        self.ids: list[Moments] = []
        self.verdicts: list[NDArray[np.int8]] = []

    def covered(self, ids: Moments, pattern: Moments) -> None:
        """Count observations that the map covers, and keep them for the key if it is to be whole."""
        general = self.general[pattern]
        self.number[Verdict.DECLARED_IN_GENERAL] += int(general.sum())
        self.number[Verdict.DECLARED] += int(general.size - general.sum())
        if self.whole:
            self.ids.append(ids)
            self.verdicts.append(general.astype(np.int8))

    def put_in(self, ids: Moments, which: Moments) -> None:
        """Count observations that were put in; those with a fault always stand in the key."""
        order = {verdict: place for place, verdict in enumerate(Verdict)}
        for number, place in zip(ids.tolist(), which.tolist(), strict=True):
            earned = sorted(order[verdict] for verdict in self.planted[place].verdicts)
            for verdict in self.planted[place].verdicts:
                self.number[verdict] += 1
            if self.whole or not all(verdict.is_covered for verdict in self.planted[place].verdicts):
                self.ids.append(np.full(len(earned), number, dtype=np.int64))
                self.verdicts.append(np.array(earned, dtype=np.int8))


def batches(dealt: Iterator[Slice], tally: Tally, year: Year) -> Iterator[Rows]:
    """Yield all rows in the order of time, numbered from 1; what was put in stands where its moment is.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> from audit_lib.evidence.life.stream import calendar, slices
    >>> tally = Tally(stage, [], whole=False)
    >>> dealt = slices(stage, calendar(stage, year, 100), year)
    >>> [int(number) for rows in batches(dealt, tally, year) for number in rows["id"]][-1]
    100
    """
    rng, planted = year.chance(10), tally.planted
    order = sorted(range(len(planted)), key=lambda place: planted[place].at)
    moments = np.array([planted[place].at for place in order], dtype=np.int64)
    places = np.array(order, dtype=np.int64)
    done = 0
    for part in dealt:
        if not part.at.size:
            continue
        upto = int(np.searchsorted(moments, part.at[-1], side="right"))
        yield _merged(part, places[done:upto], tally, rng)
        done = upto
    if done < places.size:
        empty = np.empty(0, dtype=np.int64)
        yield _merged(Slice(empty, empty, empty), places[done:], tally, rng)


def _merged(part: Slice, places: Moments, tally: Tally, rng: np.random.Generator) -> Rows:
    """Put rows in between by their moments, number them all and tell the tally."""
    planted = tally.planted
    own, more = part.at.size, places.size
    at = np.concatenate([part.at, np.array([planted[p].at for p in places.tolist()], dtype=np.int64)])
    order = np.argsort(at, kind="stable") if more else slice(None)
    rows = np.empty(own + more, dtype=ROW)
    rows["at"] = at
    rows["person"][:own] = part.person
    rows["person"][own:] = [planted[p].person for p in places.tolist()]
    rows["spelling"][:own] = part.pattern * SPELLINGS + rng.integers(0, SPELLINGS, own)
    rows["spelling"][own:] = tally.patterns * SPELLINGS + places
    rows = rows[order]
    rows["id"] = tally.observations + 1 + np.arange(own + more)
    tally.observations += own + more
    number = np.empty(own + more, dtype=np.int64)
    number[:] = rows["id"]
    back = np.empty(own + more, dtype=np.int64)
    back[order] = number
    tally.covered(back[:own], part.pattern)
    tally.put_in(back[own:], places)
    return rows
