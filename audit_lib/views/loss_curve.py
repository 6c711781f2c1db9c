"""The loss exceedance curve: in how many years the loss is above an amount."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from matplotlib.axes import Axes

from ..model.quantified import CurvePoint, Quantified, State
from ..risk.wording import one_in, pounds
from .colours import COUNTS, GRID, INK, LINE, MUTED, PAPER
from .drawing import DASHES, MARGIN, dot, figure_of, heading, sheet, write
from .lane_shapes import Rect
from .lettering import width
from .picture import Picture
from .sentences import count
from .values import Values, values

HEAD: Final = 108.0
WIDE: Final = 640.0
PLOT: Final = Rect(MARGIN + 86, HEAD, WIDE - MARGIN - 16, HEAD + 216)

#: How rare the years are that the upright axis names.
RARE: Final = (1.0, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001)
#: The percentiles that the curve of today marks.
MARKED: Final = (0.9, 0.95, 0.99)
#: A point of the curve counts if at least so many simulated years lie beyond it.
LEAST_YEARS: Final = 10

#: What each state is called, and its line: colour, thickness, broken or not.
_LINES: Final[Mapping[State, tuple[str, str, float, bool]]] = {
    State.INHERENT: ("before any measure", LINE, 1.5, True),
    State.TARGET: ("with the planned measures", COUNTS[2][0], 2.0, False),
    State.CURRENT: ("as it is", INK, 2.2, False),
}


class _Scale(NamedTuple):
    """Both axes: the lowest and highest amount in GBP, and the rarest share of years."""

    low: float
    high: float
    rarest: float

    def x(self, amount: float) -> float:
        place = math.log(max(amount, self.low) / self.low) / math.log(self.high / self.low)
        return PLOT.left + place * (PLOT.right - PLOT.left)

    def y(self, share: float) -> float:
        return PLOT.top + math.log(share) / math.log(self.rarest) * (PLOT.bottom - PLOT.top)


def loss_curve(measured: Quantified) -> Picture:
    """Draw how often a year's loss is above an amount, before measures, as it is, and as it is planned.

    Both scales are logarithmic. The curve of the planned measures is there if there are any; of rare years
    only what at least ten simulated years show.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.quantify import quantify
    >>> loss_curve(quantify(example_map(), [], years=2000)).title[:14]
    'An average yea'
    """
    states = [state for state in _LINES if state is not State.TARGET or measured.measures]
    scale = _scale(measured)
    if scale is None:
        return _nothing(measured)
    axes = sheet(WIDE, PLOT.bottom + 48)
    title = _title(measured)
    reading = (
        f"{count(measured.years, 'simulated year')}. The line says in how many years the loss is above an "
        f"amount; each step of either scale multiplies.{_alike(measured)}"
    )
    heading(axes, (f"{measured.title}: loss in a year", title, reading), WIDE - 2 * MARGIN)
    _draw_axes(axes, scale)
    for state in states:
        _draw_line(axes, scale, measured, state)
    _draw_marks(axes, scale, measured)
    _draw_key(axes, states)
    return Picture(figure_of(axes), title, _alt(measured, title, states), _values(measured, scale, states))


def _values(measured: Quantified, scale: _Scale, states: Sequence[State]) -> Values:
    """Return the points of the lines: a loss in GBP, and in each state the share of years above it."""
    points = [point for point in measured.curve if scale.low <= point.loss <= scale.high]
    names = (f"share of years, {_LINES[state][0]}" for state in states)
    shares = ((point.loss, *(float(getattr(point, state.value)) for state in states)) for point in points)
    return values(("loss in GBP", *names), shares)


def _nothing(measured: Quantified) -> Picture:
    """Say that there is no line to draw, and why."""
    some = any(measured.of(state).any_loss for state in State)
    title = _title(measured) if some else "No simulated year costs anything"
    axes = sheet(WIDE, HEAD)
    why = "too few of them have a loss for a line." if some else "no risk was found that could cost anything."
    drawn = f"{measured.title}: loss in a year"
    heading(axes, (drawn, title, f"{count(measured.years, 'simulated year')}; {why}"), WIDE - 2 * MARGIN)
    return Picture(figure_of(axes), title, f"{title}.")


def _alike(measured: Quantified) -> str:
    """Say so where one line hides another."""
    before, now = measured.inherent.ale, measured.current.ale
    if not before or now < 0.97 * before:
        return ""
    return " The measures in place hardly show: the first line lies beneath the second."


def _title(measured: Quantified) -> str:
    now = measured.current
    return (
        f"An average year costs {pounds(now.ale)}; 1 year in 20 costs more than "
        f"{pounds(now.percentile(0.95))}"
    )


def _alt(measured: Quantified, title: str, states: Sequence[State]) -> str:
    said = [f"{title}."]
    for state in states:
        told = measured.of(state)
        ends = ", ".join(f"{pounds(told.percentile(share))} in {one_in(1 - share)}" for share in MARKED)
        said.append(f"{_LINES[state][0].capitalize()}, the loss is above {ends}.")
    return " ".join(said)


def _scale(measured: Quantified) -> _Scale | None:
    """Return scales that hold every curve as far as enough years show it."""
    least = max(RARE[-1], LEAST_YEARS / measured.years)
    shown = [p for p in measured.curve if max(p.inherent, p.current, p.target) >= least]
    if len(shown) < 2 or least >= 1:
        return None
    nearly = 0.97 * min(measured.of(state).any_loss for state in State)
    low = max((p.loss for p in shown if min(p.inherent, p.current, p.target) > nearly), default=shown[0].loss)
    low = max(low, shown[-1].loss / 10_000)
    rarest = next((share for share in reversed(RARE) if share >= least), RARE[1])
    return _Scale(_step_down(low), max(_step_up(shown[-1].loss), 10 * _step_down(low)), min(rarest, RARE[1]))


def _step_down(amount: float) -> float:
    power = 10.0 ** math.floor(math.log10(amount))
    return max(step * power for step in (1.0, 2.0, 5.0) if step * power <= amount * 1.0001)


def _step_up(amount: float) -> float:
    power = 10.0 ** math.floor(math.log10(amount))
    return min(step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power >= amount * 0.9999)


def _draw_axes(axes: Axes, scale: _Scale) -> None:
    for share in RARE:
        if share < scale.rarest * 0.999:
            break
        y = scale.y(share)
        axes.plot([PLOT.left, PLOT.right], [y, y], color=GRID, linewidth=0.8, zorder=1)
        said = "every year" if share == 1 else one_in(share)
        write(axes, (PLOT.left - 8, y), said, 8.5, color=MUTED, ha="right")
    for amount in _amounts(scale):
        x = scale.x(amount)
        axes.plot([x, x], [PLOT.top, PLOT.bottom], color=GRID, linewidth=0.8, zorder=1)
        write(axes, (x, PLOT.bottom + 13), pounds(amount), 8.5, color=MUTED, ha="center")
    axes.plot([PLOT.left, PLOT.right], [PLOT.bottom] * 2, color=LINE, linewidth=1.0, zorder=2)
    write(axes, (PLOT.right, PLOT.bottom + 31), "loss in a year, above", 8.5, color=MUTED, ha="right")


def _amounts(scale: _Scale) -> list[float]:
    """Return round amounts for the lower axis, so few that their labels stand apart."""
    powers = range(math.floor(math.log10(scale.low)), math.ceil(math.log10(scale.high)) + 1)
    for steps in ((1.0, 2.0, 5.0), (1.0, 3.0), (1.0,)):
        found = [step * 10.0**power for power in powers for step in steps]
        inside = [amount for amount in found if scale.low * 0.999 <= amount <= scale.high * 1.001]
        ends = [(scale.x(amount), width(pounds(amount), 8.5) / 2) for amount in inside]
        if all(x - wide - (before + half) > 6 for (before, half), (x, wide) in pairwise(ends)):
            break
    return inside


def _points(measured: Quantified, state: State) -> list[tuple[float, float]]:
    def share(point: CurvePoint) -> float:
        return float(getattr(point, state.value))

    return [(point.loss, share(point)) for point in measured.curve]


def _draw_line(axes: Axes, scale: _Scale, measured: Quantified, state: State) -> None:
    _, colour, thick, broken = _LINES[state]
    least = max(scale.rarest, LEAST_YEARS / measured.years)
    shown = [(a, s) for a, s in _points(measured, state) if a >= scale.low and s >= least and a <= scale.high]
    xs, ys = [scale.x(amount) for amount, _ in shown], [scale.y(share) for _, share in shown]
    style = DASHES if broken else "solid"
    axes.plot(xs, ys, color=colour, linewidth=thick, linestyle=style, zorder=3, solid_capstyle="round")


def _draw_marks(axes: Axes, scale: _Scale, measured: Quantified) -> None:
    """Mark percentiles of today's curve, with the amounts in words."""
    for share in MARKED:
        amount, rare = measured.current.percentile(share), 1 - share
        if rare < scale.rarest * 0.999 or not scale.low <= amount <= scale.high:
            continue
        at = (scale.x(amount), scale.y(rare))
        dot(axes, at, 4.2, facecolor=INK, edgecolor=PAPER, linewidth=1.2, zorder=5)
        said = pounds(amount)
        wide = width(said, 9.5, "bold") + 8
        left = at[0] + 9 + wide > PLOT.right
        x = at[0] - 9 - wide if left else at[0] + 9
        y = at[1] + 12 if left else at[1] - 10
        axes.fill([x - 2, x + wide, x + wide, x - 2], [y - 7, y - 7, y + 7, y + 7], color=PAPER, zorder=4)
        write(axes, (x + 2, y), said, 9.5, weight="bold", zorder=6)


def _draw_key(axes: Axes, states: Sequence[State]) -> None:
    x = PLOT.left
    for state in sorted(states, key=list(State).index):
        name, colour, thick, broken = _LINES[state]
        style = DASHES if broken else "solid"
        axes.plot([x, x + 24], [HEAD - 20] * 2, color=colour, linewidth=thick, linestyle=style)
        write(axes, (x + 30, HEAD - 20), name, 9)
        x += 30 + width(name, 9) + 24
