"""How many requests came, and how they were dealt with."""

from __future__ import annotations

import datetime as dt

from .noun import Noun
from .rights import RightKind


class Tally(Noun):
    """Requests counted; each is one of `received`, and then either `open` or `closed`.

    Closed ones were met `in_time`, that is by the last day of the law with its pauses and its extension (of a
    complaint: acknowledged by it), or `late`, or are `untimed`: the law gave no last day, or the
    time never began, because an answer was awaited to the end. Open ones can be `overdue`, or `waiting` for
    something that the time hangs on, or neither, never both. `extended` and `refused` (in whole) cut
    across. `median_days` are calendar days from receipt to the day of closing, over the closed ones; None
    where there is none.
    """

    received: int
    open: int
    closed: int
    in_time: int
    late: int
    untimed: int
    overdue: int
    waiting: int
    extended: int
    refused: int
    median_days: float | None


class RightFigures(Tally):
    """The figures of one right; complaints to the controller are among them."""

    right: RightKind


class MonthFigures(Tally):
    """The figures of what was received in a month, named by its first day, and of each right in it."""

    month: dt.date
    rights: tuple[RightFigures, ...]


class Figures(Noun):
    """The figures of a register on a day.

    `months` leave no gap from the first receipt to the month of the day; `rights` are those that were
    used. `later` counts what was received after the day and stands in no other figure, `restrictions` those
    that hold on the day, `restrictions_ended` those that no longer do.
    """

    as_of: dt.date
    total: Tally
    months: tuple[MonthFigures, ...]
    rights: tuple[RightFigures, ...]
    later: int
    restrictions: int
    restrictions_ended: int
