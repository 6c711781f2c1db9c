"""Which occasion of a job is due: the latest, once, however many have been passed over."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple

from .moments import between, following, latest, start_of_day
from .records import MissedOccasions, Occasion, Since
from .schedule import ScheduledJob, When

_SECOND: Final = dt.timedelta(seconds=1)


class Verdict(NamedTuple):
    """What is to be done now.

    `moment` is the occasion that is due, if one is; `goes_on` what is known of it if it has begun already;
    `overtaken` an earlier one that never ended; `missed` those passed over; `why` says why none is due.
    """

    moment: dt.datetime | None = None
    goes_on: Occasion | None = None
    overtaken: Occasion | None = None
    missed: MissedOccasions | None = None
    why: str = ""


def seen(when: When, since: Since | None, now: dt.datetime) -> Since:
    """Return since when a job is due, given what was written down when it was last seen.

    A job that is new, or has new times, is due from now on; what `starts` says goes before that.

    >>> now = dt.datetime(2026, 3, 30, 12, tzinfo=dt.UTC)
    >>> seen(When(cron="0 7 * * 1"), None, now).since == now
    True
    """
    if since is not None and (since.cron, since.zone) == (when.cron, when.zone):
        return since
    return Since(since=now, cron=when.cron, zone=when.zone)


def decide(job: ScheduledJob, when: When, since: Since, newest: Occasion | None, now: dt.datetime) -> Verdict:
    """Return which occasion of a job is due.

    Parameters
    ----------
    job, when
        The job, and its times.
    since
        Since when it is due.
    newest
        The newest occasion that was not begun by hand.
    now
        The moment to judge by. One before the newest occasion (a clock set back) makes nothing due.

    >>> job = ScheduledJob(id="r", title="R", reports=["ropa"], map="m", when="0 7 * * 1")
    >>> since = Since(since=dt.datetime(2026, 3, 1, tzinfo=dt.UTC), cron="0 7 * * 1", zone="Europe/London")
    >>> verdict = decide(job, job.when, since, None, dt.datetime(2026, 3, 17, tzinfo=dt.UTC))
    >>> verdict.moment.isoformat(), verdict.missed.count
    ('2026-03-16T07:00:00+00:00', 2)
    """
    if newest is not None and now < newest.moment:
        return Verdict(why=f"the clock stands before the last occasion, {newest.occasion}")
    found = latest(when.cron, when.zone, now)
    first = _first(job, when, since)
    if found is None or found < first or (newest is not None and found < newest.moment):
        # new times, or a job that begins later: what has begun under the old ones is gone on with
        return _unfinished(newest) or Verdict(why="nothing is due")
    if newest is not None and found == newest.moment:
        return _unfinished(newest) or Verdict(why="nothing is due")
    from_ = max(first - _SECOND, newest.moment) if newest else first - _SECOND
    passed = between(when.cron, when.zone, from_, found)
    last = latest(when.cron, when.zone, found - _SECOND)  # more may have passed than are listed
    missed = MissedOccasions(count=len(passed), first=passed[0], last=last) if passed and last else None
    return Verdict(found, None, newest if _unfinished(newest) else None, missed)


def _first(job: ScheduledJob, when: When, since: Since) -> dt.datetime:
    """Return the earliest moment at which the job can be due."""
    if job.starts:
        return start_of_day(job.starts, when.zone)
    return since.since + _SECOND


def _unfinished(newest: Occasion | None) -> Verdict | None:
    if newest is None or newest.outcome != "begun":
        return None
    return Verdict(newest.moment, goes_on=newest)


def next_occasion(job: ScheduledJob, when: When, now: dt.datetime) -> dt.datetime | None:
    """Return when a job is due next, if it ever is.

    >>> job = ScheduledJob(id="r", title="R", reports=["ropa"], map="m", when="0 7 * * 1")
    >>> next_occasion(job, job.when, dt.datetime(2026, 3, 30, 12, tzinfo=dt.UTC)).isoformat()
    '2026-04-06T06:00:00+00:00'
    """
    begins = start_of_day(job.starts, when.zone) - _SECOND if job.starts else now
    return following(when.cron, when.zone, max(now, begins))
