"""The parts that pages about runs share: links, tiles, tables of runs, trends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import quote

from ..model.run_figures import FIGURES, FINDINGS, RunFigure
from ..views.evidence_words import month_name
from ..views.month_trend import MonthTrend, trend_svg
from .page_summary import text
from .runs_told import ToldRun, safe_link

#: Rules for pages about runs alone.
STYLE: Final = Path(__file__).with_name("templates") / "offline" / "runs.css"

#: All figures that have a name of their own, in the order of columns.
ALL: Final[Mapping[str, RunFigure]] = {**FINDINGS, **FIGURES}


def links(run: ToldRun) -> str:
    """Return the files of a run as links; one that leads out of the folder is words alone.

    >>> import datetime as dt
    >>> from .runs_told import Link
    >>> links(ToldRun("", "", "", "risk", dt.date(2026, 1, 1), "finished", (Link("page", "a b/r.html"),)))
    '<a href="a%20b/r.html">page</a>'
    """
    shown = []
    for link in run.links:
        where = safe_link(link)
        whose = f'<span class="unseen"> of {text(run.report)} {text(run.case)}</span>' if run.case else ""
        inner = text(link.words) + whose
        shown.append(f'<a href="{escape(quote(where, safe="/#._-~"))}">{inner}</a>' if where else inner)
    return ", ".join(shown)


def tiles(counts: Iterable[tuple[int, str, str]]) -> str:
    """Return counts as tiles, each as (number, words, class).

    >>> tiles([(2, "failed", "high")])
    '<ul class="tiles"><li class="high"><b>2</b> failed</li></ul>'
    """
    items = (f'<li class="{kind}"><b>{number:,}</b> {text(words)}</li>' for number, words, kind in counts)
    return f'<ul class="tiles">{"".join(items)}</ul>'


def table(
    caption: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    foot: Sequence[str] = (),
    name: str = "",
) -> str:
    """Return a table in a region that can be scrolled; the cells are markup already, the first names the row.

    >>> '<th scope="row">a</th><td>1</td>' in table("T", ("A", "B"), [("a", "1")], name="t")
    True
    """
    head = "".join(f'<th scope="col">{text(column)}</th>' for column in columns)

    def row(cells: Sequence[str]) -> str:
        first, *others = cells
        return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in others)}</tr>\n'

    body = "".join(map(row, rows))
    ended = f"<tfoot>{row(foot)}</tfoot>" if foot else ""
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{escape(name)}">'
        f'<table class="own"><caption id="{escape(name)}">{text(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>\n{body}</tbody>{ended}</table></div>\n"
    )


def why(run: ToldRun) -> str:
    """Return where and why a run failed or was skipped.

    >>> import datetime as dt
    >>> why(ToldRun("", "", "", "risk", dt.date(2026, 1, 1), "failed", cell="cell 4", cause="<no> file"))
    'cell 4: &lt;no&gt; file'
    """
    return ": ".join(text(part) for part in (run.cell, run.cause) if part) or "no cause is recorded"


def named(run: ToldRun) -> str:
    """Return what a run is called in a list: its case and its report."""
    return text(f"{run.case}, {run.report}" if run.case else run.report)


def trend_figure(trend: MonthTrend, name: str) -> str:
    """Return a trend as a figure with its numbers beneath it, behind a fold.

    >>> from ..views.month_trend import TrendLine
    >>> one = MonthTrend("Overdue", ("2026-01",), (TrendLine("overdue", (None,)),))
    >>> "not known" in trend_figure(one, "a")
    True
    """
    rows = [
        (text(month_name(month)), *(_value(line.values[at], at in line.partial) for line in trend.lines))
        for at, month in enumerate(trend.months)
    ]
    columns = ("Month", *(line.words for line in trend.lines))
    numbers = table(f"{trend.title}, in numbers", columns, rows, name=f"{name}-numbers")
    return (
        f"<figure><figcaption>{text(trend.title)}</figcaption>"
        f'<div class="scroll" role="region" tabindex="0" aria-label="Chart: {text(trend.title)}">'
        f"{trend_svg(trend, name)}</div>"
        f"<details><summary>The numbers behind this chart</summary>{numbers}</details></figure>\n"
    )


def _value(value: float | None, partial: bool) -> str:
    if value is None:
        return "not known"
    return f"{value:,} (of part of the cases)" if partial else f"{value:,}"
