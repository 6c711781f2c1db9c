"""What one end of a disclosure logged beside the other, in words and names, for tables of any kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..evidence.ends_told import ends_told
from ..evidence.suppression import THRESHOLD
from ..model.data_map import DataMap
from ..model.two_sided import Ends
from .evidence_figures import HIDDEN, told
from .evidence_words import NOT_RECORDED, called, local_day, month_span, short_day, span
from .lettering import one_line


class AloneRow(NamedTuple):
    """What one end alone logged: how much, which share of its own log, whom it is about, when, examples."""

    entries: str
    share: str
    people: str
    when: str
    evidence: str

    def said(self, of: str) -> tuple[str, ...]:
        """Return what stands beneath the figure, line by line; `of` says what the share is one of."""
        known = self.people not in ("", HIDDEN)
        people = [f"{self.people} {'person' if self.people == '1' else 'people'}"] if known else []
        if self.people == NOT_RECORDED:
            people = [f"people {NOT_RECORDED}"]
        share = [f"{self.share} {of}"] if self.share else []
        return (*share, *people, *([self.when] if self.when else []), *self.evidence.splitlines())


class EndsRow(NamedTuple):
    """Two logs of the same disclosures: what each says, what both say, and what one end alone says."""

    sender: str
    recipient: str
    data: str
    disclosures: str
    receipts: str
    first: str
    last: str
    covered: str
    sent: str
    received: str
    matched: str
    sent_only: AloneRow
    received_only: AloneRow

    @property
    def way(self) -> str:
        """From whom to whom."""
        return f"{self.sender} → {self.recipient}"

    @property
    def logs(self) -> str:
        """Which logs were compared."""
        return f"{self.disclosures} and {self.receipts}"


def ends_rows(ends: Sequence[Ends], data_map: DataMap, threshold: int = THRESHOLD) -> Iterator[EndsRow]:
    """Yield the pairs of logs in their order, small figures hidden with those that would tell them.

    >>> from audit_lib.graph.example import example_map
    >>> list(ends_rows([], example_map()))
    []
    """
    for one in ends:
        known = ends_told(one, threshold)
        sent = _Alone(known.sent_only, known.sent, known.people_sent, one.first_sent_only, one.last_sent_only)
        received = _Alone(
            known.received_only,
            known.received,
            known.people_received,
            one.first_received_only,
            one.last_received_only,
        )
        yield EndsRow(
            called(data_map, "party", one.sender),
            called(data_map, "party", one.recipient),
            called(data_map, "data", one.data),
            one_line(one.disclosures, 80),
            one_line(one.receipts, 80),
            short_day(local_day(one.first)),
            short_day(local_day(one.last)),
            span(one.first, one.last),
            told(known.sent),
            told(known.received),
            told(known.matched),
            _row(sent, one.examples_sent),
            _row(received, one.examples_received),
        )


class _Alone(NamedTuple):
    """What one end alone has, what it has in all, how many people, from when to when."""

    entries: int | None
    of: int | None
    people: int | None
    first: dt.datetime | None
    last: dt.datetime | None


def _row(alone: _Alone, examples: Sequence[str]) -> AloneRow:
    """Return what one end alone has; of a hidden figure one evidence id, and months in the place of days."""
    hidden = alone.entries is None
    if alone.entries == 0:
        return AloneRow("0", "", "", "", "")
    when = ""
    if alone.first and alone.last:
        when = (month_span if hidden else span)(alone.first, alone.last)
    shown = examples[:1] if hidden else examples
    people = HIDDEN if alone.people is None else f"{alone.people:,}" if alone.people else NOT_RECORDED
    evidence = "\n".join(one_line(name, 120) for name in shown)
    return AloneRow(told(alone.entries), _share(alone.entries, alone.of), people, when, evidence)


def _share(part: int | None, whole: int | None) -> str:
    """Return which part of what an end logged it is; nothing where one of the two is hidden.

    >>> _share(30, 120), _share(1, 9000), _share(None, 120)
    ('25.0 %', 'under 0.1 %', '')
    """
    if part is None or not whole:
        return ""
    return "under 0.1 %" if 1000 * part < whole else f"{100 * part / whole:.1f} %"
