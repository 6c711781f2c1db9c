"""The tornado: which figures move the expected loss of a year most."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matplotlib.axes import Axes

from ..model.quantified import Driver, Quantified
from ..model.words import lowered
from ..risk.wording import figure_range, pounds
from .colours import COUNTS, GRID, INK, MUTED
from .drawing import MARGIN, block, figure_of, heading, sheet, write
from .lane_shapes import Rect
from .lettering import wrap
from .picture import Picture
from .values import values

HEAD: Final = 98.0
ROW: Final = 34.0
LABEL: Final = 368.0
BAR: Final = 330.0
#: Room for an amount beside a bar.
ENDS: Final = 56.0


def tornado(measured: Quantified, *, most: int = 10) -> Picture:
    """Draw what the average year would cost with one figure at its lower or upper end, the others held.

    The ends are the 5th and the 95th percentile of the figure. The widest bars come first, at most `most`.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.quantify import quantify
    >>> tornado(quantify(example_map(), [], years=10)).alt.count("lower end") > 1
    True
    """
    shown = measured.drivers[:most]
    wide = 2 * MARGIN + LABEL + 14 + ENDS + BAR + ENDS
    axes = sheet(wide, HEAD + ROW * len(shown) + 40)
    title = _title(shown)
    reading = (
        f"An average year costs {pounds(measured.current.expected)} as it is. Pale: what it would cost with "
        "this figure at the lower end of its range; dark: at the upper end; all others as they are."
        if shown
        else "No risk was found that could cost anything."
    )
    heading(axes, (f"{measured.title}: what drives the loss", title, reading), wide - 2 * MARGIN)
    if shown:
        _draw(axes, shown, measured)
    drawn = values(
        ("figure", "at the lower end, GBP", "at the upper end, GBP"),
        ((one.name, one.at_low, one.at_high) for one in shown),
    )
    return Picture(figure_of(axes), title, _alt(title, shown), drawn)


def _title(shown: Sequence[Driver]) -> str:
    if not shown:
        return "No figure moves the loss of a year"
    first = shown[0]
    low, high = sorted((first.at_low, first.at_high))
    return f"What moves the average year most ({pounds(low)} to {pounds(high)}): {lowered(first.name)}"


def _alt(title: str, shown: Sequence[Driver]) -> str:
    each = (
        f"{driver.name}: {pounds(driver.at_low)} at its lower end, {pounds(driver.at_high)} at its upper end."
        for driver in shown
    )
    return " ".join([f"{title}.", *each])


def _draw(axes: Axes, shown: Sequence[Driver], measured: Quantified) -> None:
    centre = measured.current.expected
    lowest = min(min(driver.at_low, driver.at_high) for driver in shown)
    highest = max(max(driver.at_low, driver.at_high) for driver in shown)
    unit = BAR / ((highest - lowest) or 1.0)
    left = MARGIN + LABEL + 14 + ENDS
    ranges = {figure.id: figure for figure in measured.figures}
    middle = left + (centre - lowest) * unit
    for at, driver in enumerate(shown):
        y = HEAD + ROW * at
        figure = ranges[driver.figure]
        ends = figure_range(figure.low, figure.high, figure.unit.value)
        lines = wrap(driver.name, LABEL, 9, lines=1)
        write(axes, (MARGIN + LABEL, y + 9), lines[0], 9, ha="right")
        mark = "assumed" if figure.assumed else "from the map"
        write(axes, (MARGIN + LABEL, y + 21), f"{ends}, {mark}", 8, color=MUTED, ha="right")
        _bar(axes, y, (left - lowest * unit, unit), driver, centre)
    foot = HEAD + ROW * len(shown)
    axes.plot([middle, middle], [HEAD - 8, foot + 4], color=INK, linewidth=1.0, zorder=4)
    write(axes, (middle, foot + 15), pounds(centre), 9, weight="bold", ha="center")
    axes.plot([MARGIN + LABEL + 8] * 2, [HEAD - 2, foot], color=GRID, linewidth=1.0)


def _bar(axes: Axes, y: float, scale: tuple[float, float], driver: Driver, centre: float) -> None:
    """Draw the two halves of a bar and the amounts at its ends."""
    zero, unit = scale
    for amount, (ground, _) in ((driver.at_low, COUNTS[0]), (driver.at_high, COUNTS[2])):
        start, end = sorted((zero + amount * unit, zero + centre * unit))
        block(axes, Rect(start, y + 5, end, y + 25), facecolor=ground, zorder=2)
    low, high = sorted((driver.at_low, driver.at_high))
    write(axes, (zero + low * unit - 6, y + 15), pounds(low), 8.5, ha="right")
    write(axes, (zero + high * unit + 6, y + 15), pounds(high), 8.5)
