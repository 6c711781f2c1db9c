"""By when something must be done: the duties that an event sets going, with their times and their reasons."""

from __future__ import annotations

import datetime as dt

from .authority import Authority
from .noun import Noun


class Question(Noun):
    """Something that was asked of a person, and the day on which it came; None: not (yet).

    It stands for proof of identity, for a fee, and for what a request is meant to cover.
    """

    asked: dt.date | None = None
    answered: dt.date | None = None

    @property
    def open(self) -> bool:
        """Whether it has been asked and not been answered."""
        return self.asked is not None and self.answered is None


class RequestDates(Noun):
    """The dates of a request that its time depends on.

    `extended_on` is the day on which the person was told that two further months are needed, and why.
    """

    received: dt.date
    identity: Question = Question()
    fee: Question = Question()
    clarifications: tuple[Question, ...] = ()
    extended_on: dt.date | None = None


class Step(Noun):
    """One step of a computation: what it does, the provision or reading that it rests on, and of what weight.

    `days` are the dates that it speaks of, in that order.
    """

    says: str
    provision: str
    authority: Authority
    days: tuple[dt.date, ...] = ()


class Deadline(Noun):
    """A duty and its time.

    `latest` is the last day; the time ends when that day ends, in London. `moment` is the end of a time that
    runs in hours, in UTC; the two never stand together. Both are None where the law gives no number, or
    while an answer is awaited: `waiting` then says what is known so far. `safe` is the day that is in time
    on every reading that the steps name: without pauses, and not moved to a working day; a `moment` is
    itself the earlier reading and has none beside it. `steps` say how
    all this comes about.
    """

    duty: str
    standard: str
    latest: dt.date | None = None
    moment: dt.datetime | None = None
    safe: dt.date | None = None
    waiting: str | None = None
    steps: tuple[Step, ...] = ()


class Clock(Noun):
    """What an event sets going: the law of its day, each duty with its time, and what else should be known.

    `deadlines` is empty where the law of that day knew no such duty; a note then says so.
    """

    event: str
    law: str
    deadlines: tuple[Deadline, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def first(self) -> Deadline | None:
        """The duty that the event is chiefly about, if there is any."""
        return self.deadlines[0] if self.deadlines else None
