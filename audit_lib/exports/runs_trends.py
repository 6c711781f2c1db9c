"""What the figures of runs come to month by month, for each report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from ..model.run_figures import FIGURES, FINDINGS
from ..views.month_trend import MonthTrend, TrendLine
from .runs_told import ToldRun

#: The charts: what each is called, and the figures that are its lines.
CHARTS: Final = (
    ("Findings by severity", tuple(FINDINGS)),
    ("Overdue requests", ("requests_overdue",)),
    ("Undeclared disclosures", ("disclosures_undeclared",)),
)

_WORDS: Final = {
    **{name: figure.words.removesuffix(" findings") for name, figure in FINDINGS.items()},
    **{name: figure.words for name, figure in FIGURES.items()},
}


def month_trends(runs: Iterable[ToldRun]) -> dict[str, tuple[MonthTrend, ...]]:
    """Return for each report the charts of its figures, each month with the sum over the cases.

    Of each case the last run of a month counts. A month in which no run has the figure is a gap; one in
    which fewer cases have it than in another is said to be of part of them.

    >>> import datetime as dt
    >>> def run(day, case, number):
    ...     return ToldRun("j", "o", case, "risk", day, "finished", figures={"requests_overdue": number})
    >>> days = [dt.date(2026, 1, 5), dt.date(2026, 1, 25), dt.date(2026, 3, 1)]
    >>> (chart,) = month_trends([run(days[0], "a", 9), run(days[1], "a", 2), run(days[2], "a", 4)])["risk"]
    >>> chart.months, chart.lines[0].values
    (('2026-01', '2026-02', '2026-03'), (2, None, 4))
    """
    last: dict[str, dict[str, dict[tuple[str, str], ToldRun]]] = defaultdict(lambda: defaultdict(dict))
    finished = (run for run in runs if run.outcome == "finished")
    for run in sorted(finished, key=lambda run: (run.as_of, run.occasion)):
        last[run.report][f"{run.as_of:%Y-%m}"][run.job, run.case] = run
    charts = {report: tuple(_charts(months)) for report, months in sorted(last.items())}
    return {report: made for report, made in charts.items() if made}


def _charts(found: dict[str, dict[tuple[str, str], ToldRun]]) -> Iterator[MonthTrend]:
    months = tuple(_between(min(found), max(found)))
    for title, names in CHARTS:
        lines = [_line(name, [list(found.get(month, {}).values()) for month in months]) for name in names]
        known = tuple(line for line in lines if any(value is not None for value in line.values))
        if known:
            yield MonthTrend(title, months, known)


def _line(name: str, months: list[list[ToldRun]]) -> TrendLine:
    values = [[run.figures[name] for run in runs if name in run.figures] for runs in months]
    most = max(map(len, values), default=0)
    part = frozenset(at for at, known in enumerate(values) if 0 < len(known) < most)
    return TrendLine(_WORDS[name], tuple(sum(known) if known else None for known in values), part)


def _between(first: str, last: str) -> Iterator[str]:
    """Yield the months from the first to the last, both among them."""
    start, end = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (first, last))
    for number in range(start, end + 1):
        yield f"{number // 12:04}-{number % 12 + 1:02}"
