"""How often each verdict was earned month by month: one small chart a verdict, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from ..model.reconciliation import Reconciliation
from ..model.verdict import COVERED, Verdict
from .colours import FINDING, GAP_INK, GRID, GROUND, INK, MUTED, PAPER, SEEN
from .drawing import MARGIN, block, box, figure_of, heading, sheet, write
from .evidence_figures import HIDDEN as WITHHELD
from .evidence_figures import Figures, figures, told
from .evidence_marks import invented_mark
from .evidence_words import INVENTED, ORDER, VERDICTS, month_name, months_between
from .lane_shapes import Rect
from .lettering import fit, width
from .picture import Picture
from .sentences import count, listing
from .values import values

HEAD: Final = 78.0
KEY: Final = 24.0
WIDE: Final = 292.0
HIGH: Final = 118.0
GUTTER: Final = 18.0
ACROSS: Final = 3
#: The bars of a chart stand in this much of its height, beneath its name.
BARS: Final = 62.0
SIZE: Final = 7.5
#: A verdict of which no month is told stands in one row of a strip as high as this.
STRIP_ROW: Final = 19.0
STRIP_HEAD: Final = 30.0
#: A mark for a suppressed figure is always as high as this: how high it would be is not told.
HIDDEN: Final = 10.0
#: What stands above that strip.
STRIP: Final = "Too few people in every month to tell a figure; a mark stands for a month with observations"
#: Charts reach back so many months.
MOST_MONTHS: Final = 36


class Chart(NamedTuple):
    """What one small chart shows: a verdict and its figure in each month, None where it is hidden."""

    verdict: Verdict
    figures: tuple[int | None, ...]

    @property
    def is_told(self) -> bool:
        """Whether the figure of any month is shown."""
        return any(self.figures)

    @property
    def top(self) -> int:
        """The highest figure that is shown, at least 1."""
        return max([one or 0 for one in self.figures] + [1])


def evidence_trend(reconciliation: Reconciliation) -> Picture:
    """Draw how many observations earned each verdict in each month, one small chart a verdict.

    Each chart has its own scale, with its highest figure written at the top. A figure below the threshold,
    and one that would give such a figure away, is an open hatched mark of the same height everywhere.
    Verdicts of which no figure is told stand together in a strip beneath. Red is what is not as declared.

    Examples
    --------
    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> evidence_trend(example_reconciliation()).title
    '1 kind of contradiction, Mar 2026 to May 2026'
    """
    months = months_between(month.month for month in reconciliation.months)[-MOST_MONTHS:]
    known = figures(reconciliation)
    charts = _charts(known, months)
    told_of = [chart for chart in charts if chart.is_told]
    untold = [chart for chart in charts if not chart.is_told]
    strip = HEAD + KEY + -(-len(told_of) // ACROSS) * (HIGH + GUTTER)
    wide = 2 * MARGIN + ACROSS * WIDE + (ACROSS - 1) * GUTTER
    axes = sheet(wide, strip + (_strip_height(untold) + GUTTER if untold else 0) + MARGIN)
    title = _title(charts, months)
    named = f"{reconciliation.data_map.info.title}: verdicts by month"
    heading(axes, (named, title, _reading(reconciliation, months)), wide - 2 * MARGIN)
    if reconciliation.invented:
        invented_mark(axes, wide - MARGIN, 20)
    if charts:
        _key(axes, (MARGIN, HEAD + 8), known, charts)
    for at, chart in enumerate(told_of):
        down, across = divmod(at, ACROSS)
        corner = MARGIN + across * (WIDE + GUTTER), HEAD + KEY + down * (HIGH + GUTTER)
        _draw(axes, corner, chart, months)
    if untold:
        _draw_strip(axes, strip, untold)
    told = (
        (chart.verdict.value, *(WITHHELD if one is None else one for one in chart.figures))
        for chart in charts
    )
    drawn = values(("verdict", *months), told)
    return Picture(figure_of(axes), title, _alt(reconciliation, charts, months), drawn)


def _charts(known: Figures, months: Sequence[str]) -> list[Chart]:
    every = [
        Chart(verdict, tuple(known.months.get((verdict, month), 0) for month in months)) for verdict in ORDER
    ]
    return [chart for chart in every if any(one != 0 for one in chart.figures)]


def _colour(verdict: Verdict) -> str:
    return SEEN if verdict in COVERED else GAP_INK if verdict is Verdict.UNRESOLVED else FINDING


def _draw(axes: Axes, at: tuple[float, float], chart: Chart, months: Sequence[str]) -> None:
    left, top = at
    box(axes, Rect(left, top, left + WIDE, top + HIGH), radius=6, facecolor=GROUND, zorder=0)
    name = fit(VERDICTS[chart.verdict], WIDE - 24, 9, "bold")
    write(axes, (left + 12, top + 15), name, 9, weight="bold", color=INK)
    start, end, foot = left + 12, left + WIDE - 12, top + HIGH - 24
    ceiling = foot - BARS
    if any(chart.figures):
        axes.plot([start, end], [ceiling, ceiling], color=GRID, linewidth=0.8, zorder=1)
        write(axes, (end, ceiling - 6), f"{chart.top:,}", SIZE, color=MUTED, ha="right")
    step = (end - start) / max(len(months), 8)
    for number, (month, one) in enumerate(zip(months, chart.figures, strict=True)):
        x = start + number * step
        _bar(axes, Rect(x + step * 0.12, ceiling, x + step * 0.88, foot), one, chart)
        _month(axes, (x + step / 2, foot), month, first=number == 0, room=step)
    axes.plot([start, end], [foot, foot], color=MUTED, linewidth=0.8, zorder=2.5)


def _strip_height(charts: Sequence[Chart]) -> float:
    return STRIP_HEAD + STRIP_ROW * -(-len(charts) // ACROSS) + 8


def _draw_strip(axes: Axes, top: float, charts: Sequence[Chart]) -> None:
    """Draw the verdicts of which no month is told, a row each: in which months there was something."""
    right = MARGIN + ACROSS * WIDE + (ACROSS - 1) * GUTTER
    box(axes, Rect(MARGIN, top, right, top + _strip_height(charts)), radius=6, facecolor=GROUND, zorder=0)
    write(axes, (MARGIN + 12, top + 15), STRIP, 9, weight="bold", color=INK)
    names = max(width(VERDICTS[chart.verdict], 8.5) for chart in charts)
    deep = -(-len(charts) // ACROSS)
    for at, chart in enumerate(charts):
        across, down = divmod(at, deep)
        left = MARGIN + across * (WIDE + GUTTER) + 12
        y = top + STRIP_HEAD + STRIP_ROW * (down + 0.5)
        write(axes, (left, y), VERDICTS[chart.verdict], 8.5, color=INK)
        start = left + names + 10
        step = min((left + WIDE - 24 - start) / len(chart.figures), 11.0)
        for number, one in enumerate(chart.figures):
            x = start + number * step
            mark = Rect(x + step * 0.12, y - HIDDEN / 2, x + step * 0.88, y + HIDDEN / 2)
            if one is None:
                hidden_mark(axes, mark, _colour(chart.verdict))
            else:
                block(axes, Rect(mark.left, y - 0.4, mark.right, y + 0.4), facecolor=GRID, zorder=2)


def _bar(axes: Axes, room: Rect, one: int | None, chart: Chart) -> None:
    colour = _colour(chart.verdict)
    if one is None:
        hidden_mark(axes, Rect(room.left, room.bottom - HIDDEN, room.right, room.bottom), colour)
    elif one:
        high = max(BARS * one / chart.top, 1.0)
        block(axes, Rect(room.left, room.bottom - high, room.right, room.bottom), facecolor=colour, zorder=2)


def hidden_mark(axes: Axes, rect: Rect, colour: str) -> None:
    """Draw the open hatched mark of a figure that is not told."""
    wide, high = rect.right - rect.left, rect.bottom - rect.top
    style: dict[str, Any] = {"facecolor": PAPER, "edgecolor": colour, "linewidth": 0.8}
    axes.add_patch(Rectangle((rect.left, rect.top), wide, high, hatch="//////", zorder=2, **style))


def _month(axes: Axes, at: tuple[float, float], month: str, *, first: bool, room: float) -> None:
    """Write the first letter of a month where there is room, and the year at its January and at the left."""
    name = month_name(month)
    new_year = month.endswith("-01")
    if room >= 9 or new_year:
        write(axes, (at[0], at[1] + 7), name[0], SIZE, color=MUTED, ha="center")
    if new_year or (first and int(month[5:]) < 11):  # a year at November would touch that at January
        write(axes, (at[0], at[1] + 16), name[-4:], SIZE, color=MUTED, ha="center")


def _key(axes: Axes, at: tuple[float, float], known: Figures, charts: Sequence[Chart]) -> None:
    x, y = at
    verdicts = [chart.verdict for chart in charts]
    shown: Mapping[str, bool] = {
        SEEN: any(verdict in COVERED for verdict in verdicts),
        FINDING: any(verdict.is_violation for verdict in verdicts),
        GAP_INK: Verdict.UNRESOLVED in verdicts,
    }
    words = {SEEN: "as declared", FINDING: "not as declared", GAP_INK: "not compared"}
    for colour, is_there in shown.items():
        if is_there:
            block(axes, Rect(x, y - 5.5, x + 11, y + 5.5), facecolor=colour)
            write(axes, (x + 16, y), words[colour], 8.5, color=INK)
            x += 16 + width(words[colour], 8.5) + 18
    if any(one is None for chart in charts for one in chart.figures):
        hidden_mark(axes, Rect(x, y - 5, x + 15, y + 5), MUTED)
        write(axes, (x + 20, y), known.note.removeprefix("Withheld: ").rstrip("."), 8.5, color=INK)


def _title(charts: Sequence[Chart], months: Sequence[str]) -> str:
    if not charts:
        return "No month to show"
    red = sum(chart.verdict.is_violation for chart in charts)
    when = month_name(months[0])
    when = when if len(months) == 1 else f"{when} to {month_name(months[-1])}"
    return f"{count(red, 'kind').capitalize()} of contradiction, {when}"


def _reading(reconciliation: Reconciliation, months: Sequence[str]) -> str:
    said = [INVENTED] if reconciliation.invented else []
    said.append("Observations a month, each chart on its own scale; the highest month is written at its top.")
    early = len(months_between(month.month for month in reconciliation.months)) - len(months)
    if early:
        said.append(f"Left out: the {count(early, 'month')} before.")
    return " ".join(said)


def _alt(reconciliation: Reconciliation, charts: Sequence[Chart], months: Sequence[str]) -> str:
    said = [f"{_title(charts, months)}."]
    if reconciliation.invented:
        said.insert(0, INVENTED)
    for chart in charts:
        months_told = [
            f"{month_name(month)} ({told(one)})"
            for month, one in zip(months, chart.figures, strict=True)
            if one != 0
        ]
        said.append(f"{VERDICTS[chart.verdict]}: {listing(months_told, 36)}.")
    return " ".join(said)
