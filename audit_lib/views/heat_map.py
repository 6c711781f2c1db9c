"""The heat map: how likely and how severe each risk is, before and after its measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch

from ..model.risk import Grade, Harm, Likelihood, Risk, RiskRegister
from .colours import INK, LEVELS, MUTED, PAPER
from .drawing import MARGIN, block, dot, figure_of, heading, sheet, write
from .lane_shapes import Rect
from .lettering import wrap
from .picture import Picture
from .sentences import heat_map_alt, heat_map_title
from .values import values

HEAD: Final = 84.0
CELL: Final = (152.0, 104.0)
AXIS: Final = 74.0
LEGEND: Final = 330.0
RADIUS: Final = 8.2
PITCH: Final = 23.0
#: What is said of a risk before and after its measures.
_GRADED: Final = ("likelihood", "severity", "level")
#: How many discs stand beside each other in a cell.
ACROSS: Final = 6


class _Disc(NamedTuple):
    """A risk in a cell: its number, and whether it is its residual (filled) or inherent (hollow) grade."""

    number: int
    residual: bool


def heat_map(register: RiskRegister) -> Picture:
    """Draw each risk where its likelihood and severity put it, before and after its measures.

    A hollow number is the inherent risk, a filled one the residual; an arrow joins them where the measures
    move the risk. The grounds are the levels of the register's own scale.

    Examples
    --------
    >>> from audit_lib.model.risk import Level, RiskScale
    >>> low = {likelihood: {harm: Level.LOW for harm in Harm} for likelihood in Likelihood}
    >>> heat_map(RiskRegister(scale=RiskScale(table=low), risks=())).title
    'The register holds no risk'
    """
    risks = register.risks
    cells = _cells(risks)
    tall = {harm: max(CELL[1], 44 + PITCH * max(_rows(cells[x, harm]) for x in Likelihood)) for harm in Harm}
    grid, bottom = _grid(tall)
    lines = [wrap(risk.title, LEGEND - 112, 8.5, lines=3) for risk in risks]
    legend = HEAD + 18 + sum(11 * len(line) + 7 for line in lines)
    left = MARGIN + AXIS + 3 * CELL[0] + 26
    wide = left + LEGEND + MARGIN
    axes = sheet(wide, max(bottom + 44, legend) + MARGIN)
    title = heat_map_title(register)
    reading = "Hollow: before the measures. Filled: what remains after them. An arrow joins the two."
    heading(axes, ("Risks to people", title, reading), wide - 2 * MARGIN)
    _draw_grid(axes, register, grid, bottom)
    places = _places(cells, grid)
    _draw_discs(axes, places)
    _draw_legend(axes, risks, lines, left)
    drawn = values(
        ("number", "risk", *(f"{what} {when}" for when in ("before", "after") for what in _GRADED)),
        (
            (at, risk.title, *_graded(risk.inherent), *_graded(risk.residual))
            for at, risk in enumerate(risks, 1)
        ),
    )
    return Picture(figure_of(axes), title, heat_map_alt(register), drawn)


def _graded(grade: Grade) -> tuple[str, ...]:
    return grade.likelihood.value, grade.harm.value, grade.level.value


def _at(grade: Grade) -> tuple[Likelihood, Harm]:
    return grade.likelihood, grade.harm


def _cells(risks: Sequence[Risk]) -> Mapping[tuple[Likelihood, Harm], list[_Disc]]:
    """Return the discs of each cell; a risk that its measures do not move has only its filled one."""
    found: dict[tuple[Likelihood, Harm], list[_Disc]] = {(x, y): [] for x in Likelihood for y in Harm}
    for number, risk in enumerate(risks, 1):
        found[_at(risk.residual)].append(_Disc(number, residual=True))
        if _at(risk.inherent) != _at(risk.residual):
            found[_at(risk.inherent)].append(_Disc(number, residual=False))
    return found


def _grid(tall: Mapping[Harm, float]) -> tuple[Mapping[tuple[Likelihood, Harm], Rect], float]:
    """Return the rectangle of each cell, severe at the top, and where the lowest ends."""
    found: dict[tuple[Likelihood, Harm], Rect] = {}
    y = HEAD
    for harm in reversed(Harm):
        for at, likelihood in enumerate(Likelihood):
            x = MARGIN + AXIS + at * CELL[0]
            found[likelihood, harm] = Rect(x + 1, y + 1, x + CELL[0] - 1, y + tall[harm] - 1)
        y += tall[harm]
    return found, y


def _draw_grid(
    axes: Axes, register: RiskRegister, grid: Mapping[tuple[Likelihood, Harm], Rect], bottom: float
) -> None:
    for (likelihood, harm), rect in grid.items():
        level = register.scale.level(likelihood, harm)
        block(axes, rect, facecolor=LEVELS[level])
        write(axes, (rect.right - 8, rect.top + 10), level.value, 8, color=MUTED, ha="right")
    for harm in Harm:
        y = grid[Likelihood.REMOTE, harm].centre.y
        write(axes, (MARGIN + AXIS - 8, y), harm.value, 9, weight="bold", ha="right")
    for likelihood in Likelihood:
        x = grid[likelihood, Harm.MINIMAL].centre.x
        write(axes, (x, bottom + 13), likelihood.value, 9, weight="bold", ha="center")
    write(axes, (MARGIN + AXIS - 8, HEAD - 9), "severity", 8, color=MUTED, ha="right")
    write(axes, (MARGIN + AXIS + 3 * CELL[0], bottom + 29), "likelihood of harm", 8, color=MUTED, ha="right")


def _rows(discs: Sequence[_Disc]) -> int:
    """Return how many rows of discs a cell needs: filled ones above, hollow ones beneath."""
    filled = sum(disc.residual for disc in discs)
    return -(-filled // ACROSS) + -(-(len(discs) - filled) // ACROSS)


def _places(
    cells: Mapping[tuple[Likelihood, Harm], Sequence[_Disc]],
    grid: Mapping[tuple[Likelihood, Harm], Rect],
) -> Mapping[_Disc, tuple[float, float]]:
    found: dict[_Disc, tuple[float, float]] = {}
    for place, discs in cells.items():
        rect = grid[place]
        filled = [disc for disc in discs if disc.residual]
        hollow = [disc for disc in discs if not disc.residual]
        lift = rect.bottom - 16 - PITCH * ((len(hollow) - 1) // ACROSS)
        for listed, top in ((filled, rect.top + 30), (hollow, lift)):
            for at, disc in enumerate(listed):
                down, across = divmod(at, ACROSS)
                found[disc] = (rect.left + 16 + PITCH * across, top + PITCH * down)
    return found


def _draw_discs(axes: Axes, places: Mapping[_Disc, tuple[float, float]]) -> None:
    for disc, at in places.items():
        other = places.get(_Disc(disc.number, residual=True))
        if not disc.residual and other is not None:
            _join(axes, at, other)
        ground, ink = (INK, PAPER) if disc.residual else (PAPER, INK)
        dot(axes, at, RADIUS, facecolor=ground, edgecolor=INK, linewidth=1.0, zorder=3)
        style = {"color": ink, "weight": "bold", "ha": "center", "va": "center_baseline", "zorder": 4}
        write(axes, (at[0], at[1] + 0.2), f"{disc.number}", 7.2, **style)


def _join(axes: Axes, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw a bowed arrow, so that it can be told from its neighbours where it passes other discs."""
    style = "-|>,head_length=3.2,head_width=1.8"
    shape = FancyArrowPatch(
        start,
        end,
        arrowstyle=style,
        connectionstyle="arc3,rad=0.18",
        shrinkA=RADIUS,
        shrinkB=RADIUS + 0.8,
        color=INK,
        alpha=0.45,
        linewidth=0.9,
        mutation_scale=1.6,
        zorder=2,
    )
    axes.add_patch(shape)


def _draw_legend(axes: Axes, risks: Sequence[Risk], lines: Sequence[Sequence[str]], x: float) -> None:
    y = HEAD - 9
    for at, name in ((x, "risk"), (x + LEGEND - 84, "before"), (x + LEGEND - 40, "after")):
        write(axes, (at, y), name, 8, color=MUTED)
    y = HEAD + 9
    for number, (risk, wrapped) in enumerate(zip(risks, lines, strict=True), 1):
        write(axes, (x + 14, y), f"{number}", 8.5, weight="bold", ha="right")
        for at, line in enumerate(wrapped):
            write(axes, (x + 20, y + 11 * at), line, 8.5)
        for at, grade in ((x + LEGEND - 84, risk.inherent), (x + LEGEND - 40, risk.residual)):
            block(axes, Rect(at - 3, y - 6, at + 37, y + 6), facecolor=LEVELS[grade.level])
            write(axes, (at, y), grade.level.value, 7.5)
        y += 11 * len(wrapped) + 7
