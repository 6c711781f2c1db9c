"""One sweep on one page: what was made, skipped and failed, with causes, totals and the worst cases first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from ..model.day import long_date
from ..views.sentences import count
from .page_shell import whole_page
from .page_summary import text
from .runs_page import FOOT
from .runs_parts import ALL, STYLE, links, named, table, tiles, why
from .runs_told import ToldOccasion, ToldRun, gravity, tally, when
from .whole_file import write_text


def write_occasion_page(path: str | Path, occasion: ToldOccasion) -> Path:
    """Write the summary of one occasion, whole or not at all, and return the file.

    Parameters
    ----------
    path
        The file to write (`.html`), in the folder from which the links of the runs lead.
    occasion
        The occasion with all its runs.

    Raises
    ------
    OutputError
        If the file cannot be written.

    Examples
    --------
    >>> import datetime as dt, tempfile
    >>> start = dt.datetime(2026, 11, 22, 6, 0, tzinfo=dt.UTC)
    >>> weekly = ToldOccasion("weekly", "2026-11-22", start.date(), start, None, ())
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_occasion_page(f"{folder}/index.html", weekly).name
    'index.html'
    """
    return write_text(path, occasion_page(occasion))


def occasion_page(occasion: ToldOccasion) -> str:
    """Return the summary of one occasion as HTML.

    >>> import datetime as dt
    >>> start = dt.datetime(2026, 11, 22, 6, 0, tzinfo=dt.UTC)
    >>> "Nothing was due" in occasion_page(ToldOccasion("w", "o", start.date(), start, None, ()))
    True
    """
    by = tally(occasion.runs)
    counts = [
        (by["finished"], "made", ""),
        (by["skipped"], "skipped", "unknown" if by["skipped"] else ""),
        (by["failed"], "failed", "high" if by["failed"] else ""),
    ]
    nothing = "" if occasion.runs else "<p>Nothing was due.</p>"
    parts = [f'<section class="summary"><h2>In short</h2>{tiles(counts)}{nothing}</section>']
    parts += [_left_out(occasion.runs, "failed", "What failed, and why", "Where and why")]
    parts += [_left_out(occasion.runs, "skipped", "What was skipped, and why", "Why")]
    made = [run for run in occasion.runs if run.outcome == "finished"]
    parts += [_made(at, one, made) for at, one in enumerate(sorted({run.report for run in made}))]
    title = f"{occasion.job}, {when(occasion.occasion)}"
    facts = [("Job", occasion.job), ("As of", long_date(occasion.as_of)), *_times(occasion)]
    style = STYLE.read_text(encoding="utf-8")
    return whole_page(title, "\n".join(filter(None, parts)), facts=facts, style=style, foot=FOOT)


def _times(occasion: ToldOccasion) -> list[tuple[str, str]]:
    started = f"{occasion.started:%H:%M} UTC on {long_date(occasion.started.date())}"
    if occasion.ended is None:
        return [("Started", started), ("Ended", "not yet, or stopped")]
    seconds = (occasion.ended - occasion.started).total_seconds()
    return [("Started", started), ("Took", f"{int(seconds // 60):,} min {int(seconds % 60)} s")]


def _left_out(runs: Iterable[ToldRun], outcome: str, head: str, column: str) -> str:
    those = sorted((run for run in runs if run.outcome == outcome), key=lambda run: (run.case, run.report))
    if not those:
        return ""
    files = any(run.links for run in those)
    rows = [(named(run), why(run), *([links(run)] if files else [])) for run in those]
    columns = ("Case and report", column, *(["Files"] if files else []))
    title = f"{count(len(those), 'report')} {outcome}"
    listed = table(title, columns, rows, name=f"{outcome}-reports")
    return f"<section><h2>{head}</h2>{listed}</section>"


def _made(number: int, report: str, made: Sequence[ToldRun]) -> str:
    """Return the table of the runs of a report: the worst first, the totals at the foot."""
    runs = sorted((run for run in made if run.report == report), key=gravity)
    figures = [name for name in ALL if any(name in run.figures for run in runs)]
    columns = ("Case", *(ALL[name].words.capitalize() for name in figures), "Seconds", "Files")
    rows = [
        (
            text(run.case or "all"),
            *(f"{run.figures[name]:,}" if name in run.figures else "not known" for name in figures),
            "" if run.seconds is None else f"{run.seconds:,.1f}",
            links(run),
        )
        for run in runs
    ]
    totals = [f"{sum(run.figures.get(name, 0) for run in runs):,}" for name in figures]
    seconds = f"{sum(run.seconds or 0 for run in runs):,.1f}"
    foot = ("Together", *totals, seconds, "") if len(runs) > 1 else ()
    title = f"{count(len(runs), 'report')} made{', the worst first' if figures else ''}"
    listed = table(title, columns, rows, foot, name=f"made-{number}")
    return f"<section><h2>{text(report)}</h2>{listed}</section>"
