"""Carrying a job out: one occasion, by one scheduler, gone on with if it was killed, told at the end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from typing import Final, Literal, NamedTuple, Protocol

from ...errors import AuditError, OutputError
from ..order import Order
from ..swept import Step, Swept
from .alone import alone
from .due import Verdict, decide, next_occasion, seen
from .earlier import last_good, with_previous
from .expansion import Expansion, expand
from .keeping import clear_left, remove_superfluous
from .moments import MAX_LISTED, clock_time, local_day
from .pages import write_pages
from .records import (
    JOB_FILE,
    OCCASION_FILE,
    FailedRun,
    Occasion,
    begin,
    occasion_name,
    occasions,
    private_folder,
    read_since,
    write_record,
)
from .schedule import ScheduledJob, When

_SECOND: Final = dt.timedelta(seconds=1)


class Runner(Protocol):
    """What makes the runs of an occasion, below an output root."""

    def __call__(
        self,
        orders: Sequence[Order],
        root: Path,
        *,
        workers: int | None,
        on: str,
        progress: Callable[[Step], None],
    ) -> Swept:
        """Make each run that is not whole yet; one that fails keeps no other from being made."""


class Means(NamedTuple):
    """With what jobs are carried out: where runs go, what makes them, how many at once, who is told."""

    root: Path
    runner: Runner
    workers: int | None = None
    on: str = "here"
    progress: Callable[[Step], None] = lambda _: None
    clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
    notebooks: Path | None = None


class Carried(NamedTuple):
    """What became of a job: its occasion if one was carried out, else why none was.

    `told` holds further lines: occasions passed over or removed, and what could not be.
    """

    job: str
    outcome: Literal["finished", "failed", "not due", "by hand", "elsewhere", "unusable"]
    occasion: Occasion | None = None
    why: str = ""
    told: tuple[str, ...] = ()


def carry_out_due(job: ScheduledJob, now: dt.datetime, means: Means) -> Carried:
    """Carry out the latest occasion of a job that is due, once.

    What cannot be used (a pattern that fits no folder, a record that was changed) is told and keeps no other
    job from being carried out.

    Parameters
    ----------
    job
        The job.
    now
        The moment to judge by, with its time zone.
    means
        Where runs go and what makes them.
    """
    if job.when is None:
        return Carried(
            job.id, "by hand", why=f"it has no when; run it with privacy-audit schedule run {job.id}"
        )
    return _alone(job, means, lambda folder: _due(job, now, means, folder))


def carry_out_by_hand(
    job: ScheduledJob,
    now: dt.datetime,
    means: Means,
    *,
    as_of: dt.date | None = None,
    cases: Sequence[str] = (),
) -> Carried:
    """Carry a job out now; its last occasion is gone on with if runs of it failed or it was killed.

    Parameters
    ----------
    job, now, means
        As `carry_out_due` has them.
    as_of
        The day that the reports speak of; an occasion of another day is not gone on with.
    cases
        The names of the cases that are wanted; all, if none is named.
    """
    return _alone(job, means, lambda folder: _by_hand(job, now, means, folder, as_of, tuple(cases)))


def _alone(job: ScheduledJob, means: Means, carry: Callable[[Path], Carried]) -> Carried:
    try:
        folder = private_folder(private_folder(means.root) / job.id)
        with alone(folder) as free:
            if not free:
                return Carried(job.id, "elsewhere", why="it is running elsewhere")
            clear_left(folder)
            return carry(folder)
    except AuditError as error:
        return Carried(job.id, "unusable", why=str(error))
    except OSError as error:
        where = error.filename or means.root / job.id
        return Carried(job.id, "unusable", why=f"{where}: {(error.strerror or str(error)).lower()}.")


def _due(job: ScheduledJob, now: dt.datetime, means: Means, folder: Path) -> Carried:
    if job.when is None:
        raise ValueError(job.id)
    known = read_since(folder)
    since = seen(job.when, known, now)
    if since != known:
        write_record(since, folder / JOB_FILE)
    newest = next((one for one in occasions(folder) if not one.by_hand), None)
    verdict = decide(job, job.when, since, newest, now)
    if verdict.moment is None:
        new = since != known and not job.starts
        first = ("seen with these times for the first time: due from now on",) if new else ()
        return Carried(job.id, "not due", why=_not_due(job, job.when, verdict, now), told=first)
    occasion = verdict.goes_on or _new(job, verdict.moment, _as_of(job, verdict.moment))
    occasion = occasion.model_copy(update={"missed": verdict.missed or occasion.missed})
    told = _told(verdict, job.when)
    if verdict.overtaken:
        over = verdict.overtaken.model_copy(update={"outcome": "overtaken", "ended": means.clock()})
        write_record(over, folder / over.occasion / OCCASION_FILE)
    return _carry(job, occasion, (), means, folder, told)


def _not_due(job: ScheduledJob, when: When, verdict: Verdict, now: dt.datetime) -> str:
    """Say why nothing is due, and when it will be."""
    following = next_occasion(job, when, now)
    then = f"next on {clock_time(following, when.zone)}" if following else "it never is again"
    return f"{verdict.why}; {then}"


def _by_hand(  # noqa: PLR0913, PLR0917
    job: ScheduledJob,
    now: dt.datetime,
    means: Means,
    folder: Path,
    as_of: dt.date | None,
    cases: tuple[str, ...],
) -> Carried:
    newest = next(occasions(folder), None)
    open_ = newest is not None and newest.outcome in ("begun", "failed")
    if newest is not None and open_ and as_of in (None, newest.as_of) and not _beyond(newest, cases):
        told = (f"goes on with the occasion {newest.occasion}, as of {newest.as_of}",)
        return _carry(job, newest, cases, means, folder, told)
    moment = now.replace(microsecond=0)
    while (folder / occasion_name(moment)).exists():
        moment += _SECOND
    day = as_of or _as_of(job, moment)
    occasion = _new(job, moment, day).model_copy(update={"by_hand": True, "cases": cases})
    return _carry(job, occasion, cases, means, folder, ())


def _beyond(occasion: Occasion, cases: tuple[str, ...]) -> bool:
    """Whether other cases are wanted than those to which an occasion was confined."""
    return bool(occasion.cases) and (not cases or not set(cases) <= set(occasion.cases))


def _new(job: ScheduledJob, moment: dt.datetime, as_of: dt.date) -> Occasion:
    return Occasion(job=job.id, occasion=occasion_name(moment), moment=moment, as_of=as_of, began=moment)


def _as_of(job: ScheduledJob, moment: dt.datetime) -> dt.date:
    if isinstance(job.as_of, dt.date):
        return job.as_of
    return local_day(moment, job.zone) if job.zone else moment.astimezone().date()


def _told(verdict: Verdict, when: When) -> tuple[str, ...]:
    """Return what has been passed over, in lines."""
    lines = []
    if missed := verdict.missed:
        first, last = (clock_time(moment, when.zone) for moment in (missed.first, missed.last))
        count = f"{missed.count:,}" if missed.count < MAX_LISTED else f"at least {missed.count:,}"
        span = f"{count} occasions passed over, from {first} to {last}"
        one = f"1 occasion passed over, that of {first}"
        lines.append(f"{one if missed.count == 1 else span}: this one stands for them")
    if verdict.overtaken:
        lines.append(f"the occasion {verdict.overtaken.occasion} never ended and was overtaken")
    if verdict.goes_on:
        lines.append(f"goes on with the occasion {verdict.goes_on.occasion}, which had not ended")
    return tuple(lines)


def _carry(  # noqa: PLR0913, PLR0917
    job: ScheduledJob,
    occasion: Occasion,
    cases: tuple[str, ...],
    means: Means,
    folder: Path,
    told: tuple[str, ...],
) -> Carried:
    """Carry out an occasion: begin it if it is new, sweep, and write down what came of it."""
    chosen = cases or occasion.cases
    expansion = expand(job, occasion.occasion, occasion.as_of, cases=chosen, notebooks=means.notebooks)
    orders = with_previous(expansion.wanted, means.root, last_good(folder, occasion.occasion))
    place = folder / occasion.occasion
    if not place.exists():
        occasion = occasion.model_copy(update={"began": means.clock()})
        begin(occasion, place)
    swept = means.runner(orders, means.root, workers=means.workers, on=means.on, progress=means.progress)
    ended = _ended(occasion, expansion, swept, means.clock(), only=cases)
    if ended.outcome == "begun":
        return Carried(job.id, "failed" if ended.failed else "finished", ended, told=(*told, _PART))
    write_record(ended, place / OCCASION_FILE)
    write_pages(means.root, ended, local_day(ended.ended or ended.began, job.zone or "UTC"))
    if ended.outcome == "finished" and job.keep:
        told = (*told, *_kept(folder, job.keep, means.root))
    return Carried(job.id, "failed" if ended.failed else "finished", ended, told=told)


_PART: Final = "the other cases of this occasion have not been run yet"


def _ended(
    occasion: Occasion, expansion: Expansion, swept: Swept, now: dt.datetime, *, only: tuple[str, ...]
) -> Occasion:
    """Return what is known of an occasion when its sweep has ended, or part of it has been run again."""
    missed = [*expansion.unusable, *swept.failed]
    failed = [FailedRun(run=_within(one.folder), cause=one.why) for one in missed]
    runs, part = expansion.runs, bool(only) and only != occasion.cases
    if part:
        failed = [*(one for one in occasion.failed if one.run.split("/")[0] not in only), *failed]
        runs = max(occasion.runs, runs)
    killed = part and occasion.outcome == "begun"
    return occasion.model_copy(
        update={
            "outcome": "begun" if killed else "failed" if failed else "finished",
            "runs": runs,
            "made": len(swept.made),
            "skipped": runs - len(swept.made) - len(failed) if part else len(swept.skipped),
            "failed": tuple(failed),
            "ended": None if killed else now,
        }
    )


def _within(folder: str) -> str:
    """Return the case and the report of a run."""
    return PurePosixPath(*PurePosixPath(folder).parts[2:]).as_posix()


def _kept(folder: Path, keep: int, root: Path) -> tuple[str, ...]:
    """Remove occasions that are no longer to be kept, and tell which; one that must stay fails nothing."""
    try:
        gone = remove_superfluous(folder, keep, root)
    except OutputError as error:
        return (str(error),)
    if not gone:
        return ()
    many = f"{len(gone)} occasions" if len(gone) > 1 else "1 occasion"
    return (f"{many} removed, for the last {keep} good ones are kept ({gone[-1]} was the oldest)",)
