"""The register of requests in one picture for a board: what came each month, and how it was dealt with."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

from matplotlib.axes import Axes

from ..model.day import long_date
from ..model.request_figures import Figures, MonthFigures, Tally
from .colours import COUNTS, GAP_GROUND, GAP_INK, GONE, GRID, INK, LINE, MUTED, PAPER
from .drawing import MARGIN, block, figure_of, heading, sheet, write
from .lane_shapes import Rect
from .lettering import width
from .picture import Picture
from .sentences import count
from .timeline_bar import strokes
from .values import values

#: No wider, so that nobody needs a lens for the letters on A4 paper.
WIDE: Final = 640.0
HEAD: Final = 84.0
FIGURES: Final = 66.0
KEY: Final = 24.0
PLOT: Final = 170.0
ROW: Final = 15.0
SIZE: Final = 8.5
SMALL: Final = 7.6
LEFT: Final = MARGIN + 76
RIGHT: Final = WIDE - MARGIN
COLUMN: Final = 42.0
#: More months than these are counted, not drawn: the last two years are.
MOST: Final = 24


class Part(NamedTuple):
    """A part of a column: which number, its words, its ground and ink, its pattern and edge."""

    field: str
    says: str
    ground: str
    ink: str
    strokes: bool = False
    edge: str = "none"


PARTS: Final = (
    Part("in_time", "answered in time", COUNTS[2][0], PAPER),
    Part("late", "answered late", GONE, PAPER),
    Part("untimed", "closed, without a last day", COUNTS[0][0], INK),
    Part("in_hand", "open", PAPER, INK, edge=LINE),
    Part("overdue", "overdue", GAP_GROUND, GAP_INK, strokes=True, edge=GAP_INK),
)


def register_chart(figures: Figures) -> Picture:
    """Draw, month by month of receipt, how many requests came and what has become of them.

    The height of a column is what was received in the month. Beneath stand the median of calendar days from
    receipt to the answer, and above four numbers for the whole register. The last 24 months are drawn.

    Examples
    --------
    >>> import datetime as dt
    >>> none = dict.fromkeys(("received", "open", "closed", "in_time", "late", "untimed", "overdue",
    ...     "waiting", "extended", "refused"), 0)
    >>> register_chart(Figures(as_of=dt.date(2026, 11, 22), total=Tally(**none, median_days=None), months=(),
    ...     rights=(), later=0, restrictions=0, restrictions_ended=0)).title
    'The register holds no request'
    """
    months = figures.months[-MOST:]
    deep = FIGURES + (KEY + PLOT + 3 * ROW if months else 0)
    axes = sheet(WIDE, HEAD + deep + MARGIN)
    title = _title(figures.total)
    heading(axes, ("Requests and complaints", title, _reading(figures, len(months))), WIDE - 2 * MARGIN)
    _numbers(axes, figures)
    if months:
        _key(axes, months)
        _draw(axes, months)
    drawn = values(
        ("month", "received", *(part.says for part in PARTS), "median days"),
        (
            (f"{m.month:%Y-%m}", m.received, *(in_part(m, part) for part in PARTS), m.median_days)
            for m in months
        ),
    )
    return Picture(figure_of(axes), title, _alt(title, figures), drawn)


def in_part(tally: Tally, part: Part) -> int:
    """Return the number of a part; what is open and not overdue has no field of its own.

    >>> counted = Tally(received=5, open=3, closed=2, in_time=2, late=0, untimed=0, overdue=1, waiting=0,
    ...     extended=0, refused=0, median_days=None)
    >>> [(part.says, in_part(counted, part)) for part in PARTS if in_part(counted, part)]
    [('answered in time', 2), ('open', 2), ('overdue', 1)]
    """
    return tally.open - tally.overdue if part.field == "in_hand" else int(getattr(tally, part.field))


def _title(total: Tally) -> str:
    if not total.received:
        return "The register holds no request"
    timed = total.in_time + total.late
    if not timed:
        said = f"{count(total.received, 'request').capitalize()}, none answered yet"
    elif not total.late:
        said = "The one answer was in time" if timed == 1 else f"All {timed:,} answers were in time"
    elif timed == 1:
        said = "The one answer was late"
    else:
        said = f"{total.in_time:,} of {timed:,} answers were in time"
    if not total.overdue:
        return f"{said}; nothing is overdue"
    return f"{said}; {total.overdue:,} {'is' if total.overdue == 1 else 'are'} overdue"


def _reading(figures: Figures, months: int) -> str:
    said = [f"As of {long_date(figures.as_of)}. A column is what was received in a month."]
    before = len(figures.months) - months
    if before:
        said.append(f"{count(before, 'earlier month')} in the numbers and not in the columns.")
    if figures.later:
        said.append(f"{count(figures.later, 'request')} received after this day: not counted.")
    return " ".join(said)


def _numbers(axes: Axes, figures: Figures) -> None:
    """Write four numbers large, each with what it counts beneath."""
    total = figures.total
    timed = total.in_time + total.late
    share = f"{math.floor(100 * total.in_time / timed)}%" if timed else "–"
    days = "–" if total.median_days is None else f"{total.median_days:g}"
    overdue = f"open, {total.overdue:,} of them overdue" if total.overdue else "open, none overdue"
    shown = [
        (f"{total.received:,}", "received"),
        (share, "of the answers in time"),
        (f"{total.open:,}", overdue if total.open else "open"),
        (days, "day to the answer, median" if days == "1" else "days to the answer, median"),
    ]
    step = (WIDE - 2 * MARGIN) / len(shown)
    for at, (number, said) in enumerate(shown):
        x = MARGIN + at * step
        write(axes, (x, HEAD + 14), number, 22, weight="bold")
        write(axes, (x, HEAD + 38), said, SIZE, color=MUTED)
    axes.plot([MARGIN, WIDE - MARGIN], [HEAD + FIGURES - 12] * 2, color=GRID, linewidth=1)


def _key(axes: Axes, months: Sequence[MonthFigures]) -> None:
    x, y = MARGIN, HEAD + FIGURES + 6
    for part in PARTS:
        if any(in_part(month, part) for month in months):
            _block(axes, Rect(x, y - 5, x + 14, y + 5), part)
            write(axes, (x + 19, y), part.says, SIZE, color=MUTED)
            x += 19 + width(part.says, SIZE) + 16


def _block(axes: Axes, rect: Rect, part: Part) -> None:
    block(axes, rect, facecolor=part.ground, zorder=2)
    if part.strokes:
        strokes(axes, rect, part.edge, rising=True)
    if part.edge != "none":
        inner = Rect(rect.left + 0.4, rect.top + 0.4, rect.right - 0.4, rect.bottom - 0.4)
        block(axes, inner, facecolor="none", edgecolor=part.edge, linewidth=0.8, zorder=2.2)


def _draw(axes: Axes, months: Sequence[MonthFigures]) -> None:
    top = HEAD + FIGURES + KEY + 14
    foot = top + PLOT - 14
    highest = max([month.received for month in months] + [1])
    step = _step(highest)
    unit = (foot - top - 12) / highest
    for number in range(0, highest + 1, step):
        y = foot - number * unit
        axes.plot([LEFT, RIGHT], [y, y], color=LINE if not number else GRID, linewidth=0.9, zorder=1)
        write(axes, (LEFT - 8, y), f"{number:,}", SMALL, color=MUTED, ha="right")
    write(axes, (MARGIN, foot + 2.6 * ROW), "median days", SMALL, color=MUTED)
    pitch = min(COLUMN + 14, (RIGHT - LEFT) / len(months))
    for at, month in enumerate(months):
        x = LEFT + pitch * (at + 0.5)
        _column(axes, (x, min(COLUMN, pitch * 0.76)), (foot, unit), month)
        first = at == 0 and (month.month.month < 12 or len(months) == 1 or pitch > 28)
        _beneath(axes, (x, foot), pitch, month, named=first or month.month.month == 1)


def _step(highest: int) -> int:
    """Return a round step of the scale, with at most six lines."""
    power: int = 10 ** max(math.floor(math.log10(max(highest, 1))) - 1, 0)
    return next(step * power for step in (1, 2, 5, 10, 20, 50) if highest / (step * power) <= 6)


def _column(axes: Axes, place: tuple[float, float], scale: tuple[float, float], month: MonthFigures) -> None:
    (x, wide), (foot, unit) = place, scale
    y = foot
    for part in PARTS:
        number = in_part(month, part)
        if not number:
            continue
        rect = Rect(x - wide / 2, y - number * unit, x + wide / 2, y)
        _block(axes, rect, part)
        said = f"{number:,}"
        if width(said, SMALL, "bold") + 3 <= wide and number * unit >= 11:
            if part.strokes:
                half = width(said, SMALL, "bold") / 2 + 2
                block(
                    axes,
                    Rect(x - half, rect.centre.y - 5, x + half, rect.centre.y + 5),
                    facecolor=part.ground,
                    zorder=2.3,
                )
            style = {
                "color": part.ink,
                "weight": "bold",
                "ha": "center",
                "va": "center_baseline",
                "zorder": 3,
            }
            write(axes, rect.centre, said, SMALL, **style)
        y = rect.top
    whole = f"{month.received:,}"
    if width(whole, SMALL) > wide / 0.76 - 2:
        whole = f"{month.received / 1000:.1f}k"
    if month.received and width(whole, SMALL) <= wide / 0.76 - 1:
        write(axes, (x, y - 6), whole, SMALL, color=INK, ha="center")


def _beneath(axes: Axes, at: tuple[float, float], pitch: float, month: MonthFigures, *, named: bool) -> None:
    """Write the month, the year where it begins, and the median of days."""
    x, foot = at
    name = long_date(month.month).split()[1][:3]
    write(axes, (x, foot + 9), name if pitch >= 20 else name[:1], SMALL, color=INK, ha="center")
    if named:
        write(axes, (x, foot + 9 + ROW * 0.8), f"{month.month.year}", SMALL, color=MUTED, ha="center")
    days = "–" if month.median_days is None else f"{month.median_days:g}"
    if month.median_days is not None and width(days, SMALL) > pitch:
        days = f"{round(month.median_days)}"
    if width(days, SMALL) <= pitch:
        write(axes, (x, foot + 2.6 * ROW), days, SMALL, color=INK, ha="center")


def _alt(title: str, figures: Figures) -> str:
    total = figures.total
    if not total.received:
        return f"{title}."
    said = [f"{title}.", f"{count(total.received, 'request').capitalize()} received, {total.open:,} open."]
    if total.median_days is not None:
        said.append(f"Half of the answers took at most {total.median_days:g} days.")
    for month in figures.months[-6:]:
        day = " ".join(long_date(month.month).split()[1:])
        said.append(f"{day}: {month.received:,} received, {month.late:,} late, {month.overdue:,} overdue.")
    return " ".join(said)
