"""Figures month by month as a small chart for a page: lines named at their ends, gaps where none is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final, NamedTuple

from .colours import COME, FINDING, GAP_INK, GRID, INK, PAPER
from .evidence_words import month_name
from .table import visible

_WIDE: Final = 560
_HIGH: Final = 170
_LEFT: Final = 46
_RIGHT: Final = 120
_TOP: Final = 14
_BOTTOM: Final = 26

#: The colours of the lines where no style sheet says otherwise, as on paper.
_INKS: Final = (FINDING, GAP_INK, COME)

#: How lines are told apart besides by the words at their ends.
_DASHES: Final = ("", "6 3", "2 3")


class TrendLine(NamedTuple):
    """What a line is called, its value in each month (None: not known), and which values are of part only."""

    words: str
    values: tuple[float | None, ...]
    partial: frozenset[int] = frozenset()


class MonthTrend(NamedTuple):
    """Lines over the same months, each named like "2026-03"."""

    title: str
    months: tuple[str, ...]
    lines: tuple[TrendLine, ...]


def trend_alt(trend: MonthTrend) -> str:
    """Return in a sentence how each line goes from its first known month to its last.

    >>> trend_alt(MonthTrend("Overdue", ("2026-01", "2026-02"), (TrendLine("overdue", (3, 1)),)))
    'Overdue. overdue: 3 in Jan 2026, 1 in Feb 2026.'
    """
    said = []
    for line in trend.lines:
        known = [
            (month, value)
            for month, value in zip(trend.months, line.values, strict=True)
            if value is not None
        ]
        ends = dict([known[0], known[-1]]) if known else {}
        told = ", ".join(f"{value:,} in {month_name(month)}" for month, value in ends.items())
        said.append(f"{line.words}: {told or 'not known'}.")
    return f"{trend.title}. {' '.join(said)}"


def trend_svg(trend: MonthTrend, name: str) -> str:
    """Return the chart as SVG for a page; `name` makes its ids unique there.

    A hollow dot stands for a month of which only part is known, and a line breaks where nothing is.

    >>> one = MonthTrend("Overdue", ("2026-01", "2026-02"), (TrendLine("overdue", (3, 1)),))
    >>> trend_svg(one, "a").count("<circle")
    2
    """
    most = max((value for line in trend.lines for value in line.values if value is not None), default=0) or 1
    top = _round_up(most)
    parts = [*_frame(trend.months, top)]
    ends: list[tuple[float, str, int]] = []
    for number, line in enumerate(trend.lines):
        parts += _line(line, number, len(trend.months), top)
        last = next((value for value in reversed(line.values) if value is not None), None)
        if last is not None:
            named = f"{line.words}: " if len(trend.lines) > 1 else ""  # one alone has its title for a name
            ends.append((_y(last, top), f"{named}{last:,}", number))
    parts += _words_at_ends(ends)
    alt = escape(visible(trend_alt(trend)))
    return (
        f'<svg class="trend" font-size="13" fill="{INK}" viewBox="0 0 {_WIDE} {_HIGH}" role="img" '
        f'aria-labelledby="{escape(name)}">'
        f'<title id="{escape(name)}">{alt}</title>{"".join(parts)}</svg>'
    )


def _round_up(most: float) -> float:
    step = next(s for s in (10**e * f for e in range(12) for f in (1, 2, 5)) if most / s <= 4)
    return float(step * -(-most // step))


def _x(at: int, of: int) -> float:
    return _LEFT + (_WIDE - _LEFT - _RIGHT) * (at / (of - 1) if of > 1 else 0.5)


def _y(value: float, top: float) -> float:
    return _TOP + (_HIGH - _TOP - _BOTTOM) * (1 - value / top)


def _frame(months: Sequence[str], top: float) -> Iterator[str]:
    for value in (0.0, top / 2, top):
        y = _y(value, top)
        ends = f'x1="{_LEFT}" x2="{_WIDE - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"'
        yield f'<line class="grid" stroke="{GRID}" {ends}/>'
        yield f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{value:,.4g}</text>'
    shown = range(0, len(months), max(1, -(-len(months) // 6)))
    for at in shown:
        x, name = _x(at, len(months)), escape(month_name(months[at]))
        yield f'<text x="{x:.1f}" y="{_HIGH - 8}" text-anchor="middle">{name}</text>'


def _line(line: TrendLine, number: int, of: int, top: float) -> Iterator[str]:
    """Draw the stretches of a line that are known, and a dot a month."""
    stretch: list[str] = []
    stretches = [stretch]
    for at, value in enumerate(line.values):
        if value is None:
            stretch = []
            stretches.append(stretch)
        else:
            stretch.append(f"{_x(at, of):.1f},{_y(value, top):.1f}")
    ink = _INKS[number % 3]
    dash = f' stroke-dasharray="{_DASHES[number % 3]}"' if _DASHES[number % 3] else ""
    for points in stretches:
        if len(points) > 1:
            drawn = f'fill="none" stroke="{ink}" stroke-width="2"{dash}'
            yield f'<polyline class="line l{number % 3}" {drawn} points="{" ".join(points)}"/>'
    for at, value in enumerate(line.values):
        if value is not None:
            kind = "dot part" if at in line.partial else "dot"
            x, y = _x(at, of), _y(value, top)
            drawn = f'fill="{PAPER if at in line.partial else ink}" stroke="{ink}"'
            yield f'<circle class="{kind} l{number % 3}" {drawn} cx="{x:.1f}" cy="{y:.1f}" r="3.2"/>'


def _words_at_ends(ends: list[tuple[float, str, int]]) -> Iterator[str]:
    """Write what each line is called beside its end, moved down where two would touch."""
    below = 0.0
    for y, words, number in sorted(ends, key=lambda end: (end[0], end[2])):
        at = max(y + 4, below)
        below = at + 15
        yield (
            f'<text class="end l{number % 3}" fill="{_INKS[number % 3]}" '
            f'x="{_WIDE - _RIGHT + 10}" y="{at:.1f}">{escape(visible(words))}</text>'
        )
