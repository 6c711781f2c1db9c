"""All runs beneath a folder of reports on one page: what failed and why, how figures move, and every run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import quote

from ..model.day import long_date
from ..views.sentences import count
from .page_shell import whole_page
from .page_summary import text
from .runs_parts import STYLE, links, named, table, tiles, trend_figure, why
from .runs_told import Link, Outcome, ToldOccasion, ToldRun, safe_link, tally, when
from .runs_trends import month_trends
from .whole_file import write_text

#: So many failures are listed, and so many runs; what is beyond is counted, and told by the occasion's page.
MOST_FAILED: Final = 100
MOST_RUNS: Final = 1_500

FOOT: Final = (
    "Made by the privacy audit workbench from the records of its runs. "
    "The links lead to files beside this page; nothing is loaded or sent."
)


def write_runs_page(
    path: str | Path, occasions: Sequence[ToldOccasion], *, as_of: dt.date, title: str = "Reports"
) -> Path:
    """Write the page about all runs, whole or not at all, and return the file.

    Parameters
    ----------
    path
        The file to write (`.html`), in the folder from which the links of the runs lead.
    occasions
        What was due and what came of it, in any order.
    as_of
        The day of the page.
    title
        Its title.

    Raises
    ------
    OutputError
        If the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_runs_page(f"{folder}/index.html", [], as_of=dt.date(2026, 11, 22)).name
    'index.html'
    """
    return write_text(path, runs_page(occasions, as_of=as_of, title=title))


def runs_page(occasions: Sequence[ToldOccasion], *, as_of: dt.date, title: str = "Reports") -> str:
    """Return the page about all runs as HTML, newest first.

    >>> "No report has been made" in runs_page([], as_of=dt.date(2026, 11, 22))
    True
    """
    newest = sorted(occasions, key=lambda one: (one.started, one.job, one.occasion), reverse=True)
    runs = [run for occasion in newest for run in occasion.runs]
    standing = _still_failed(runs)
    body = [_short(newest, runs, standing), _failures(standing, len(runs))]
    body += [_trends(runs), _jobs(newest)]
    facts = [("As of", long_date(as_of)), ("Runs", f"{len(runs):,}"), ("Occasions", f"{len(newest):,}")]
    running = f"{title} · {long_date(as_of)}"
    style = STYLE.read_text(encoding="utf-8")
    return whole_page(title, "\n".join(body), facts=facts, style=style, running=running, foot=FOOT)


def _still_failed(newest_first: Iterable[ToldRun]) -> list[ToldRun]:
    """Return the runs that failed and have not been made since, the newest of each case and report."""
    latest: dict[tuple[str, str, str], ToldRun] = {}
    for run in newest_first:
        if run.outcome != "skipped":
            latest.setdefault((run.job, run.case, run.report), run)
    return [run for run in latest.values() if run.outcome == "failed"]


def _short(newest: Sequence[ToldOccasion], runs: Sequence[ToldRun], standing: Sequence[ToldRun]) -> str:
    if not newest:
        return "<section><h2>In short</h2><p>No report has been made here.</p></section>"
    by = tally(runs)
    counts = [
        (len(standing), "failed, and not made since", "high" if standing else ""),
        (by["failed"] - len(standing), "failed earlier", ""),
        (by["finished"], "made", ""),
        (by["skipped"], "skipped", ""),
    ]
    return f'<section class="summary"><h2>In short</h2>{tiles(counts)}</section>'


def _failures(standing: Sequence[ToldRun], runs: int) -> str:
    if not runs:
        return ""
    head = "<section><h2>What failed, and why</h2>"
    if not standing:
        return f"{head}<p>Nothing: every case was made when it was last due.</p></section>"
    rows = [
        (named(run), text(run.job or "by hand"), text(when(run.occasion)), why(run), links(run))
        for run in standing[:MOST_FAILED]
    ]
    columns = ("Case and report", "Job", "Occasion", "Where and why", "Files")
    title = f"{count(len(standing), 'report')} not made when last due"
    return f"{head}{table(title, columns, rows, name='failed')}{_more(len(standing) - MOST_FAILED)}</section>"


def _more(rest: int) -> str:
    return f"<p>{rest:,} more on the pages of the occasions.</p>" if rest > 0 else ""


def _trends(runs: Iterable[ToldRun]) -> str:
    trends = month_trends(runs)
    if not trends:
        return ""
    parts = []
    for at, (report, charts) in enumerate(trends.items()):
        figures = "".join(trend_figure(chart, f"trend-{at}-{number}") for number, chart in enumerate(charts))
        parts.append(f'<h3>{text(report)}</h3><div class="trends">{figures}</div>')
    said = (
        "The sum over all cases, of each the last run of a month. A hollow dot: fewer cases than in another "
        "month. No dot: no run tells the figure."
    )
    return f"<section><h2>Month by month</h2><p>{said}</p>{''.join(parts)}</section>"


def _jobs(newest: Sequence[ToldOccasion]) -> str:
    room = MOST_RUNS
    parts: dict[str, list[str]] = {}
    for number, occasion in enumerate(newest):
        shown = occasion.runs[: max(room, 0)]
        room -= len(shown)
        listed = parts.setdefault(occasion.job, [])
        listed.append(_occasion(occasion, shown, f"occasion-{number}", is_open=not listed))
    heads = {job: text(f"Runs of {job}" if job else "Runs made by hand") for job in sorted(parts)}
    return "".join(f"<section><h2>{head}</h2>{''.join(parts[job])}</section>" for job, head in heads.items())


def _occasion(occasion: ToldOccasion, shown: Sequence[ToldRun], name: str, *, is_open: bool) -> str:
    by = tally(occasion.runs)
    said = ", ".join(_said(by))
    where = safe_link(Link("", occasion.page))
    label = f"summary of {text(occasion.job)}, {text(when(occasion.occasion))}"
    summary = f' <p><a href="{escape(quote(where, safe="/#._-~"))}">{label}</a></p>' if where else ""
    rest = len(occasion.runs) - len(shown)
    listed = (
        table(said, ("Case and report", "As of", "Outcome", "Files"), _rows(shown), name=name)
        if shown
        else ""
    )
    opened = " open" if is_open and len(shown) <= 100 else ""
    return (
        f'<details class="occasion"{opened}><summary>{text(when(occasion.occasion))}: {said}</summary>'
        f"{summary}{listed}{_more(rest)}</details>\n"
    )


def _said(by: Mapping[Outcome, int]) -> Iterator[str]:
    for outcome, number in by.items():
        if number:
            yield f"{number:,} {'made' if outcome == 'finished' else outcome}"


def _rows(runs: Iterable[ToldRun]) -> Iterator[tuple[str, ...]]:
    for run in runs:
        outcome = {"finished": "made", "skipped": f"skipped: {why(run)}"}.get(
            run.outcome, f'<span class="bad">failed</span>: {why(run)}'
        )
        yield named(run), long_date(run.as_of), outcome, links(run)
