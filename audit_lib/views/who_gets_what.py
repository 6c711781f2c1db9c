"""Who gets what: data categories down, recipients across."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import cos, radians, sin
from typing import Final, Literal, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..graph.build import build_graph
from ..graph.exposure import Exposure, exposure
from ..model.data import DataCategory, Sensitivity
from ..model.data_map import DataMap
from ..model.finding import Finding
from ..model.flow import Flow
from ..model.party import PartyKind
from .colours import COUNTS, FINDING, GRID, GROUND, INK, LINE, MUTED, PAPER
from .drawing import MARGIN, block, dot, figure_of, heading, sheet, write
from .lane_shapes import Rect
from .lanes import lanes
from .lettering import fit, width
from .picture import Picture
from .selection import Choice, choose, marks
from .sentences import (
    flows_with_findings,
    who_gets_what_alt,
    who_gets_what_subtitle,
    who_gets_what_title,
)
from .values import values

#: As narrow as the tilted names allow: a wide picture is shown small, and then nobody can read it.
CELL: Final = (15.0, 14.0)
SIZE: Final = 9.0
TILT: Final = 60
HEAD: Final = 80.0
INDENT: Final = 11.0
LONGEST: Final = 220.0
LABEL: Final = 265.0

#: How a row label says that a category is sensitive: a word, so that no colour is needed.
SENSITIVE: Final[Mapping[Sensitivity, str]] = {
    Sensitivity.ORDINARY: "",
    Sensitivity.HIGH_RISK: "high risk",
    Sensitivity.SPECIAL_CATEGORY: "special category",
    Sensitivity.CRIMINAL_OFFENCE: "criminal offence",
}


class Cell(NamedTuple):
    """What a recipient gets of a row: by how many flows, is one flagged, or does it hold it without."""

    flows: int
    flagged: bool
    holds: bool = False


class Row(NamedTuple):
    """A row: label, depth in the hierarchy, a word on sensitivity, ink, and cells by party."""

    label: str
    depth: int
    word: str
    ink: str
    cells: Mapping[str, Cell]


class Matrix(NamedTuple):
    """The table behind the picture: rows, the parties across, and how many categories no flow carries."""

    rows: tuple[Row, ...]
    across: tuple[str, ...]
    left_out: int


def who_gets_what(  # noqa: PLR0913
    data_map: DataMap,
    findings: Iterable[Finding] = (),
    *,
    activity: str | None = None,
    party: str | None = None,
    by: Literal["data", "party"] = "data",
    expected: bool = False,
) -> Picture:
    """Draw which recipient gets which data category, and by how many flows.

    Parameters
    ----------
    data_map
        The map.
    findings
        Those of high or medium severity that are still to be dealt with make the cells red whose flows they
        name.
    activity, party
        Ids: only flows of this activity, to or from this party.
    by
        ``data``: categories down, in their hierarchy, and recipients across. ``party``: senders down.
    expected
        Whether to count flows that are merely expected.

    Notes
    -----
    A flow counts for a category that it names, for all above it, and for what lies beneath it as far as the
    sender can hold that (`graph.exposure`). A ring marks a party that holds a category without a flow: it
    runs a system that keeps it, or its activity creates it.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> who_gets_what(example_map()).title
    '0 of 4 recipients get sensitive data'
    """
    marked = marks(findings)
    selection = choose(data_map, Choice(activity, party, expected=expected))
    matrix = (
        by_category(data_map, selection.flows, marked)
        if by == "data"
        else by_sender(data_map, selection.flows, marked)
    )
    if by == "data":
        sensitive = {
            party for row in matrix.rows if row.word for party, cell in row.cells.items() if cell.flows
        }
        reached = {flow.recipient for flow in selection.flows}
        title = who_gets_what_title(len(sensitive), len(reached))
    else:
        title = flows_with_findings(selection, marked)
    subtitle = who_gets_what_subtitle(selection, matrix.left_out, _signs(matrix), by)
    picture = _draw(data_map, matrix, (title, subtitle))
    drawn = values(
        ("category" if by == "data" else "sender", "recipient", "flows", "marked", "holds it without a flow"),
        (
            (row.label, data_map.party[party].name, cell.flows, *_said(cell))
            for row in matrix.rows
            for party, cell in row.cells.items()
        ),
    )
    return Picture(picture, title, who_gets_what_alt(data_map, selection, title), drawn)


def _said(cell: Cell) -> tuple[str, str]:
    return "yes" if cell.flagged else "no", "yes" if cell.holds else "no"


def by_category(data_map: DataMap, flows: Sequence[Flow], marked: Mapping[str, object]) -> Matrix:
    """Return the matrix of data categories and recipients.

    >>> from audit_lib.graph.example import example_map
    >>> matrix = by_category(example_map(), example_map().flows, {})
    >>> [(row.label, row.depth) for row in matrix.rows][:2]
    [('Identity', 0), ('Passport copy', 1)]
    """
    shown = exposure(build_graph(data_map))
    carried = {flow.id: _carried(data_map, shown, flow) for flow in flows}
    named = {category for flow in flows for category in flow.data}
    alarming = {c.id for c in data_map.data if c.sensitivity is not Sensitivity.ORDINARY}
    reached = frozenset().union(*carried.values()) if carried else frozenset()
    wanted = named | (alarming & reached)
    rows = [
        Row(
            category.name,
            depth,
            SENSITIVE[category.sensitivity],
            INK,
            _cells(data_map, shown, data_map.below[category.id], (flows, carried, marked)),
        )
        for category, depth in _hierarchy(data_map)
        if wanted & data_map.below[category.id]
    ]
    got = {party for row in rows for party in row.cells}
    left = sum(not (reached & data_map.below[category.id]) for category in data_map.data)
    return Matrix(tuple(rows), tuple(party for party in lanes(data_map) if party in got), left)


def by_sender(data_map: DataMap, flows: Sequence[Flow], marked: Mapping[str, object]) -> Matrix:
    """Return the matrix of senders and recipients.

    >>> from audit_lib.graph.example import example_map
    >>> by_sender(example_map(), example_map().flows, {}).rows[0].label
    'Tenants'
    """
    kinds = lanes(data_map)
    rows = []
    for sender, lane in kinds.items():
        cells: dict[str, Cell] = {}
        for flow in flows:
            if flow.sender == sender:
                before = cells.get(flow.recipient, Cell(0, flagged=False))
                cells[flow.recipient] = Cell(before.flows + 1, before.flagged or flow.id in marked)
        if cells:
            rows.append(Row(data_map.party[sender].name, 0, "", lane.tint.ink, cells))
    got = {party for row in rows for party in row.cells}
    return Matrix(tuple(rows), tuple(party for party in kinds if party in got), 0)


def _hierarchy(data_map: DataMap) -> Iterator[tuple[DataCategory, int]]:
    """Yield the categories, each beneath its parent, with their depth."""
    children: dict[str | None, list[str]] = {}
    for category in data_map.data:
        children.setdefault(category.parent, []).append(category.id)
    waiting = [(name, 0) for name in reversed(children.get(None, []))]
    while waiting:
        name, depth = waiting.pop()
        yield data_map.category[name], depth
        waiting += [(child, depth + 1) for child in reversed(children.get(name, []))]


def _carried(data_map: DataMap, shown: Exposure, flow: Flow) -> frozenset[str]:
    """Return what a flow carries: what it names, and of what lies beneath, what can reach its recipient."""
    reaches = shown.received[:, shown.parties.index(flow.recipient)]
    can = {category for category, reached in zip(shown.categories, reaches, strict=True) if reached}
    return frozenset(flow.data) | (data_map.atoms(flow.data) & can)


def _cells(
    data_map: DataMap,
    shown: Exposure,
    beneath: frozenset[str],
    counted: tuple[Sequence[Flow], Mapping[str, frozenset[str]], Mapping[str, object]],
) -> dict[str, Cell]:
    flows, carried, marked = counted
    cells: dict[str, Cell] = {}
    for flow in flows:
        if carried[flow.id] & beneath:
            before = cells.get(flow.recipient, Cell(0, flagged=False))
            cells[flow.recipient] = Cell(before.flows + 1, before.flagged or flow.id in marked)
    rows = [at for at, category in enumerate(shown.categories) if category in beneath]
    holds = np.any(shown.outset[rows], axis=0).tolist()
    themselves = (PartyKind.INDIVIDUALS, PartyKind.PUBLIC)
    for party, holding in zip(shown.parties, holds, strict=True):
        if holding and party not in cells and data_map.party[party].kind not in themselves:
            cells[party] = Cell(0, flagged=False, holds=True)
    return cells


def _signs(matrix: Matrix) -> tuple[bool, bool]:
    """Return whether a red cell and whether a ring is to be seen."""
    cells = [cell for row in matrix.rows for cell in row.cells.values()]
    return any(cell.flagged for cell in cells), any(cell.holds for cell in cells)


def _draw(data_map: DataMap, matrix: Matrix, words: tuple[str, str]) -> Figure:
    labels = [fit(data_map.party[party].name, LONGEST, SIZE, "bold") for party in matrix.across]
    longest = max([width(label, SIZE, "bold") for label in labels], default=0.0)
    tall = HEAD + longest * sin(radians(TILT)) + 12
    left = MARGIN + _label_room(matrix)
    wide = max(left + CELL[0] * len(matrix.across) + longest * cos(radians(TILT)) + MARGIN, 560.0)
    axes = sheet(wide, tall + CELL[1] * len(matrix.rows) + MARGIN)
    heading(axes, (data_map.info.title, *words), wide - 2 * MARGIN)
    kinds = lanes(data_map)
    for at, (party, label) in enumerate(zip(matrix.across, labels, strict=True)):
        x = left + CELL[0] * (at + 0.5)
        style = {"rotation": TILT, "rotation_mode": "anchor", "va": "bottom", "weight": "bold"}
        write(axes, (x + 2, tall - 4), label, SIZE, color=kinds[party].tint.ink, **style)
    for down, row in enumerate(matrix.rows):
        y = tall + CELL[1] * down
        _draw_label(axes, row, (left, y + CELL[1] / 2), first=down == 0)
        for at, party in enumerate(matrix.across):
            x = left + CELL[0] * at
            _draw_cell(axes, Rect(x, y, x + CELL[0], y + CELL[1]), row.cells.get(party))
    return figure_of(axes)


def _label_room(matrix: Matrix) -> float:
    names = [
        width(fit(row.label, LABEL, SIZE, "bold"), SIZE, "bold") + INDENT * row.depth for row in matrix.rows
    ]
    words = [width(row.word, 8.0) for row in matrix.rows]
    return max(names, default=0.0) + max(words, default=0.0) + 24


def _draw_label(axes: Axes, row: Row, at: tuple[float, float], *, first: bool) -> None:
    x, y = at
    top = row.depth == 0
    if top and not first:
        axes.plot([MARGIN, x - 4], [y - CELL[1] / 2] * 2, color=GRID, linewidth=0.8, zorder=0)
    weight = "bold" if top else "normal"
    label = fit(row.label, LABEL, SIZE, "bold" if top else "normal")
    write(axes, (MARGIN + INDENT * row.depth, y), label, SIZE, weight=weight, color=row.ink)
    if row.word:
        write(axes, (x - 8, y), row.word, 8.0, color=MUTED, ha="right", style="italic")


def _draw_cell(axes: Axes, rect: Rect, cell: Cell | None) -> None:
    inner = Rect(rect.left + 0.7, rect.top + 0.7, rect.right - 0.7, rect.bottom - 0.7)
    if cell is None or cell.holds:
        block(axes, inner, facecolor=GROUND)
        if cell is not None:
            dot(axes, rect.centre, 3.0, facecolor="none", edgecolor=LINE, linewidth=1.1)
        return
    ground, ink = COUNTS[0 if cell.flows == 1 else 1 if cell.flows < 4 else 2]
    if cell.flagged:
        ground, ink = FINDING, PAPER
    block(axes, inner, facecolor=ground)
    write(axes, rect.centre, f"{cell.flows}", 7.5, color=ink, weight="bold", ha="center", va="center")
