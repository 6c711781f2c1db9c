"""How far a long comparison is: a bar at a terminal, a line now and then elsewhere, never in the answer."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Protocol

from ..plain import one_line

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

#: Seconds between two lines where there is no terminal.
EVERY: Final = 10.0


class Report(Protocol):
    """Is told how many rows are done, and of how many where that is known."""

    def __call__(self, done: int, total: int | None = None, /) -> None:
        """Take note."""


class Lines:
    """Writes a line to standard error every so often: rows done, of how many, and the time left.

    A smaller number than before, or another total, begins the next stage, whose time is reckoned anew.
    """

    def __init__(
        self,
        write: Callable[[str], object],
        clock: Callable[[], float] = time.monotonic,
        every: float = EVERY,
    ) -> None:
        self._write, self._clock, self._every = write, clock, every
        self._began = self._said = clock()
        self._stage: tuple[int, int | None] | None = None

    def __call__(self, done: int, total: int | None = None, /) -> None:
        """Say how far it is, unless that was said a moment ago."""
        now = self._clock()
        if self._stage is not None and (done < self._stage[0] or total != self._stage[1]):
            self._began = now
        self._stage = (done, total)
        if now - self._said >= self._every:
            self._said = now
            self._write(f"{told(done, total, now - self._began)}\n")


class BarReport:
    """Moves a bar at a terminal; a smaller number than before, or another total, begins the next stage."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._task = bar.add_task("Reading", total=None)

    def __call__(self, done: int, total: int | None = None, /) -> None:
        """Move the bar."""
        self._bar.update(self._task, completed=done, total=total)


def told(done: int, total: int | None, seconds: float) -> str:
    """Return how far something is after some seconds, as a line.

    >>> told(2_000_000, 10_000_000, 30)
    '2,000,000 of 10,000,000 rows, about 2 min left'
    >>> told(5, None, 30)
    '5 rows'
    """
    if not total or done > total:
        return f"{done:,} rows"
    said = f"{done:,} of {total:,} rows"
    return f"{said}, about {time_left((total - done) * seconds / done)} left" if done else said


def time_left(seconds: float) -> str:
    """Return a number of seconds as somebody would say it.

    >>> time_left(12.3), time_left(95), time_left(9_000)
    ('12 s', '2 min', '2 h 30 min')
    """
    if seconds < 60:
        return f"{max(1, round(seconds))} s"
    minutes = max(1, round(seconds / 60))
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


@contextmanager
def reporting(*, asked: bool) -> Iterator[Report | None]:
    """Give what is told of the progress: a bar at a terminal; elsewhere lines, if `asked`, else nothing.

    >>> with reporting(asked=False) as report:
    ...     report is None
    True
    """
    if sys.stderr.isatty():
        with _bar() as bar:
            yield BarReport(bar)
    elif asked:
        yield Lines(lambda line: print(one_line(line.rstrip()), file=sys.stderr, flush=True))  # noqa: T201
    else:
        yield None


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("rows"),
        TimeRemainingColumn(),
        console=Console(stderr=True, legacy_windows=False),
        transient=True,
    )
