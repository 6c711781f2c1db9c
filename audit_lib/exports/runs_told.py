"""Runs as pages tell them: what was made where, what was left out, what failed and why."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Final, Literal, NamedTuple

from ..law.periods import spoken

Outcome = Literal["finished", "skipped", "failed"]

#: What is to be looked at first stands first.
WORST_FIRST: Final[tuple[Outcome, ...]] = ("failed", "skipped", "finished")

#: What an occasion is called: a moment in UTC, or a day.
_NAMED: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2})(\d{2})(\d{2})Z)?")


class Link(NamedTuple):
    """A file of a run: what it is called on the page, and where it is, seen from the page."""

    words: str
    href: str


class ToldRun(NamedTuple):
    """One run: of which job, occasion, case and report, and what came of it.

    `case` is empty where a job makes one run, `job` where a report was made by hand. `cell` and `cause` say
    where a run failed and why; `cause` alone says why one was skipped. `figures` are those of `run.json`.
    """

    job: str
    occasion: str
    case: str
    report: str
    as_of: dt.date
    outcome: Outcome
    links: tuple[Link, ...] = ()
    cell: str = ""
    cause: str = ""
    seconds: float | None = None
    figures: Mapping[str, float] = {}


class ToldOccasion(NamedTuple):
    """One moment at which a job was due, with its runs; times in UTC.

    `job` is empty for what was made by hand; `page` leads to the summary of the occasion, if there is one.
    """

    job: str
    occasion: str
    as_of: dt.date
    started: dt.datetime
    ended: dt.datetime | None
    runs: tuple[ToldRun, ...]
    page: str = ""


def when(occasion: str) -> str:
    """Return in words when an occasion was due; a name that is no date stays as it is.

    >>> when("2026-03-30T060000Z")
    'Monday 30 March 2026, 06:00 UTC'
    >>> when("2026-11-22"), when("2026-13-45")
    ('Sunday 22 November 2026', '2026-13-45')
    """
    found = _NAMED.fullmatch(occasion)
    try:
        day = spoken(dt.date.fromisoformat(found[1])) if found else occasion
    except ValueError:
        return occasion
    if not found or found[2] is None:
        return day
    hour, minute, second = found.groups()[1:]
    return f"{day}, {hour}:{minute}{'' if second == '00' else f':{second}'} UTC"


def tally(runs: Iterable[ToldRun]) -> dict[Outcome, int]:
    """Return how many runs came to each outcome.

    >>> tally([])
    {'failed': 0, 'skipped': 0, 'finished': 0}
    """
    found: dict[Outcome, int] = dict.fromkeys(WORST_FIRST, 0)
    for run in runs:
        found[run.outcome] += 1
    return found


def gravity(run: ToldRun) -> tuple[object, ...]:
    """Return what sorts runs worst first: high findings, overdue requests, undeclared disclosures, and so on.

    >>> run = ToldRun("j", "o", "c", "risk", dt.date(2026, 1, 1), "finished", figures={"findings_high": 3})
    >>> gravity(run)[:2]
    (-3, 0)
    """
    order = (
        "findings_high", "requests_overdue", "disclosures_undeclared", "findings_medium", "findings_low",
    )  # fmt: skip
    return (*(-run.figures.get(name, 0) for name in order), run.case, run.report)


def safe_link(link: Link) -> str | None:
    """Return where a link leads, or None where it leads out of the folder of the page.

    >>> safe_link(Link("page", "risk/risk.html")), safe_link(Link("x", "javascript:alert(1)"))
    ('risk/risk.html', None)
    >>> safe_link(Link("x", "../../etc/passwd")), safe_link(Link("x", "//host/x"))
    (None, None)
    """
    parts = link.href.split("/")
    wrong = not link.href or link.href.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]
    return None if wrong or "\\" in link.href else link.href
