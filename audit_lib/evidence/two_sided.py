"""What one end of a disclosure says that it sent, against what the other says that it received."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Final, NamedTuple

from ..law.periods import LONDON
from ..model.data_map import DataMap
from ..model.evidence_source import Column, SourceKind
from ..model.finding import Skipped
from ..model.two_sided import Ends, EndsMonth
from .intake import Table
from .intake.session import session
from .two_sided_entries import (
    HOUR,
    Side,
    Span,
    Subject,
    Within,
    everyone,
    in_order,
    lay_out,
    open_entries,
    plain_pairs,
    sides,
)
from .two_sided_matching import Entry, Pair, match

#: How far the moments of the two ends may lie apart, either way.
TOLERANCE: Final = dt.timedelta(hours=24)

#: Beyond how many people without a match they are not counted on: how many they are is then not known.
MOST_PEOPLE: Final = 1_000_000

_EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class TwoSided(NamedTuple):
    """What both ends say of each disclosure that both of them log, and which rows were not compared."""

    ends: tuple[Ends, ...]
    skipped: tuple[Skipped, ...]


def compare_ends(
    data_map: DataMap,
    tables: Iterable[Table],
    work: Path,
    *,
    tolerance: dt.timedelta = TOLERANCE,
    memory: str | None = None,
) -> TwoSided:
    """Match the entries of disclosure logs with those of receipt logs, one to one.

    Compared are senders and recipients that both a log of disclosures and one of receipts name; several logs
    of one end count as one. Where both ends record references, entries that have one are matched by sender,
    recipient, data and reference, whenever they were made; all others by sender, recipient, data and, where
    both ends record people, person, within the tolerance. As many are matched as can be.

    What has no match counts if it lies in the time that both ends cover, and not so close to where the other
    end's log stops (or, for receipts, begins) that its match may lie beyond.

    Parameters
    ----------
    tables
        What the intake gave; tables of other kinds are passed over.
    work
        A private folder for what does not fit into memory.
    memory
        How much memory the sorting may take, such as ``1GB``.

    Raises
    ------
    OutputError
        When there is no room to work in.

    >>> from audit_lib.graph.example import example_map
    >>> compare_ends(example_map(), [], Path("."))
    TwoSided(ends=(), skipped=())
    """
    both = [
        table
        for table in tables
        if table.source.kind in (SourceKind.DISCLOSURES, SourceKind.RECEIPTS)
        and Column.AT in table.columns
        and table.files
    ]
    if {table.source.kind for table in both} != {SourceKind.DISCLOSURES, SourceKind.RECEIPTS}:
        return TwoSided((), ())
    allowed = round(tolerance / dt.timedelta(microseconds=1))
    with tempfile.TemporaryDirectory(dir=work) as folder, session(Path(folder), memory) as database:
        skipped = tuple(open_entries(database, data_map, both))
        pairs = sides(database)
        subjects = lay_out(database, pairs, allowed)
        tallies = [_Tally(*pairs[subject.sender, subject.recipient], allowed) for subject in subjects]
        for number, tally in enumerate(tallies):
            for hour, matched in plain_pairs(database, number, Span(tally.first, tally.last)):
                tally.add(hour, (matched, matched, matched))
        people = everyone(database, [tally.within for tally in tallies])
        for (number, reference, _), group in groupby(in_order(database), key=itemgetter(0)):
            for pair in match((entry for _, entry in group), None if reference else allowed):
                tallies[number].count(pair)
    compared = zip(subjects, tallies, people, strict=True)
    return TwoSided(
        tuple(tally.ends(what, of) for what, tally, of in compared if tally.first <= tally.last), skipped
    )


class _Tally:
    """The figures of one sender, recipient and category, while the entries go by."""

    def __init__(self, sending: Side, receiving: Side, tolerance: int) -> None:
        self.sending, self.receiving = sending, receiving
        self.first = max(sending.span.first, receiving.span.first)
        self.last = min(sending.span.last, receiving.span.last)
        # A sending just before the other log stops may have arrived after it, and the other way round.
        stops = self.last == receiving.span.last < sending.span.last
        begins = self.first == sending.span.first > receiving.span.first
        self.sent_until = self.last - tolerance if stops else self.last
        self.received_from = self.first + tolerance if begins else self.first
        # Within these, what an end logs is counted for certain, whatever it is matched with.
        early = self.first + tolerance if receiving.span.first > sending.span.first else self.received_from
        late = self.last - tolerance if sending.span.last > self.last else self.last
        self.within = Within(Span(self.first, self.sent_until), Span(early, late))
        self.months: dict[str, list[int]] = {}
        self.people: tuple[set[str], set[str]] = (set(), set())
        self.examples: tuple[list[str], list[str]] = ([], [])
        self.alone: list[Span | None] = [None, None]

    @property
    def both_run(self) -> bool:
        """Whether there is any time in which both ends have a log."""
        return self.first <= self.last

    def count(self, pair: Pair) -> None:
        """Count a pair, or an entry that has no match, in the month in which it was made."""
        sent, received = pair
        if sent and received:
            if self.first <= sent.us <= self.last:
                self.add(sent.us // HOUR, (1, 1, 1))
        elif sent and self.first <= sent.us <= self.sent_until:
            self.add(sent.us // HOUR, (1, 0, 0))
            self._keep(0, sent)
        elif received and self.received_from <= received.us <= self.last:
            self.add(received.us // HOUR, (0, 1, 0))
            self._keep(1, received)

    def add(self, hour: int, counts: tuple[int, int, int]) -> None:
        """Add what was sent, received and matched in an hour; clocks change on the hour, and so do months."""
        figures = self.months.setdefault(_month(hour), [0, 0, 0])
        for place, number in enumerate(counts):
            figures[place] += number

    def _keep(self, side: int, entry: Entry) -> None:
        if entry.person and len(self.people[side]) <= MOST_PEOPLE:
            self.people[side].add(entry.person)
        known = self.alone[side] or Span(entry.us, entry.us)
        self.alone[side] = Span(min(known.first, entry.us), max(known.last, entry.us))
        self.examples[side].append(entry.evidence)
        if len(self.examples[side]) > 3:
            self.examples[side].remove(max(self.examples[side]))

    def ends(self, about: Subject, everyone: tuple[int, int]) -> Ends:
        """Return the figures; `everyone` is how many people the entries of each end are about."""
        sent, received, matched = (sum(each[place] for each in self.months.values()) for place in range(3))
        people = [0 if len(known) > MOST_PEOPLE else len(known) for known in self.people]
        (first_sent, last_sent), (first_received, last_received) = map(_moments, self.alone)
        return Ends(
            disclosures=" + ".join(self.sending.sources),
            receipts=" + ".join(self.receiving.sources),
            **about._asdict(),
            first=_moment(self.first),
            last=_moment(self.last),
            sent=sent,
            received=received,
            matched=matched,
            people_sent=people[0],
            people_received=people[1],
            everyone_sent=everyone[0] if self.sending.people else None,
            everyone_received=everyone[1] if self.receiving.people else None,
            first_sent_only=first_sent,
            last_sent_only=last_sent,
            first_received_only=first_received,
            last_received_only=last_received,
            months=tuple(_months(self.months)),
            examples_sent=tuple(sorted(self.examples[0])),
            examples_received=tuple(sorted(self.examples[1])),
        )


def _months(counted: Mapping[str, list[int]]) -> Iterator[EndsMonth]:
    for month, (sent, received, matched) in sorted(counted.items()):
        yield EndsMonth(month=month, sent=sent, received=received, matched=matched)


def _moment(us: int) -> dt.datetime:
    return _EPOCH + dt.timedelta(microseconds=us)


def _moments(span: Span | None) -> tuple[dt.datetime, dt.datetime] | tuple[None, None]:
    return (_moment(span.first), _moment(span.last)) if span else (None, None)


@lru_cache(maxsize=200_000)
def _month(hour: int) -> str:
    return f"{_moment(hour * HOUR).astimezone(LONDON):%Y-%m}"
