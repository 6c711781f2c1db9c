"""What one end of a disclosure says that it sent, against what the other says that it received."""

from __future__ import annotations

import datetime as dt

from .noun import Noun


class EndsMonth(Noun):
    """One calendar month (``2026-03``) of a pair of ends; a matched entry counts in the month it was sent."""

    month: str
    sent: int
    received: int
    matched: int


class Ends(Noun):
    """Two logs about the same data between the same two parties, in the time that both of them cover.

    `disclosures` and `receipts` are the ids of the two sources. `sent` and `received` count the entries of
    each, `matched` those that were found on both sides, one to one. `examples_sent` are up to three evidence
    ids (``source:id``) of what was sent and not received, `examples_received` the other way round;
    `people_sent` and `people_received` are how many different people those entries are about, as far as the
    logs record people. `everyone_sent` and `everyone_received` are how many people all entries of an end are
    about, at the least; None where its log records no people. `first` and `last` are the moments, in UTC,
    between which both logs run, `first_sent_only` to `last_received_only` those of the first and the last
    entry that one end alone has.
    """

    disclosures: str
    receipts: str
    sender: str
    recipient: str
    data: str
    first: dt.datetime
    last: dt.datetime
    sent: int
    received: int
    matched: int
    people_sent: int = 0
    people_received: int = 0
    everyone_sent: int | None = None
    everyone_received: int | None = None
    first_sent_only: dt.datetime | None = None
    last_sent_only: dt.datetime | None = None
    first_received_only: dt.datetime | None = None
    last_received_only: dt.datetime | None = None
    months: tuple[EndsMonth, ...] = ()
    examples_sent: tuple[str, ...] = ()
    examples_received: tuple[str, ...] = ()

    @property
    def sent_only(self) -> int:
        """How many entries were sent and not received."""
        return self.sent - self.matched

    @property
    def received_only(self) -> int:
        """How many entries were received and not sent."""
        return self.received - self.matched
