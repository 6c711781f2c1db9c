"""The flow ledger: every flow on a row of its own, from the dot to the arrow.

One column a party and one row a flow, so that no line ever crosses another, however many there are (the idea
of BioFabric, Longabaugh 2012, with rows and columns exchanged).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import cos, radians, sin
from typing import Final, NamedTuple

from matplotlib.axes import Axes

from ..model.data_map import DataMap
from ..model.finding import Finding
from ..model.flow import Flow
from ..model.noun import Stance
from .colours import EXPECTED, FINDING, GRID, INK, LINE, MUTED
from .drawing import MARGIN, arrow, dot, figure_of, heading, sheet, write
from .lane_shapes import Point
from .lanes import Lane, lanes
from .lettering import Weight, fit, one_line, width
from .picture import Picture
from .selection import Choice, Selection, choose, data_names, in_notice, marks
from .sentences import flow_ledger_alt, flow_ledger_subtitle, flows_with_findings
from .values import flow_values

ROW: Final = 14.0
SIZE: Final = 9.0
NAME_SIZE: Final = 9.0
HEAD: Final = 78.0
TILT: Final = 60
#: As narrow as the tilted names allow: a wide picture is shown small, and then nobody can read it.
COLUMN: Final = 13.5
LABELS: Final = 230.0
#: Where there are no more columns than this, labels have more room.
FEW: Final = 12
MORE_ROOM: Final = 310.0
BASIS: Final = 110.0
FINDING_ROOM: Final = 330.0
LONGEST_NAME: Final = 220.0


class _Line(NamedTuple):
    """A row: the heading of an activity, or a flow with its number."""

    heading: str
    number: int
    flow: Flow | None


class _Page(NamedTuple):
    """What all pages of a ledger share."""

    data_map: DataMap
    selection: Selection
    marked: Mapping[str, tuple[Finding, ...]]
    columns: Mapping[str, float]
    kinds: Mapping[str, Lane]
    head: float
    labels: float
    right: float
    basis: float
    wrong: float


def flow_ledger(
    data_map: DataMap,
    findings: Iterable[Finding] = (),
    *,
    activity: str | None = None,
    party: str | None = None,
    expected: bool = False,
) -> Picture:
    """Draw every flow on a row of its own: what moves, from the dot to the arrow, on what basis.

    Rows are grouped by activity. A red row carries a finding, named at its right. A dashed arrow is not in
    the privacy notice. As high as there are flows; for print see `flow_ledger_pages`.

    Parameters
    ----------
    data_map
        The map.
    findings
        Those of high or medium severity that are still to be dealt with mark the flows that they name.
    activity, party
        Ids: only flows of this activity, to or from this party.
    expected
        Whether to draw flows that are merely expected.

    Raises
    ------
    ParameterError
        If the map knows no such activity or party.

    Examples
    --------
    >>> from audit_lib.model.data_map import DataMap
    >>> flow_ledger(DataMap.model_validate({
    ...     "map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "agency"},
    ...     "parties": [{"id": "agency", "name": "Agency", "kind": "organisation", "stance": "recorded"}],
    ... })).title
    'No flow to show'
    """
    page = _page(data_map, findings, Choice(activity, party, expected=expected))
    return _picture(page, _lines(page), "")


def flow_ledger_pages(
    data_map: DataMap,
    findings: Iterable[Finding] = (),
    *,
    rows_per_page: int = 55,
    expected: bool = False,
) -> tuple[Picture, ...]:
    """Draw the flow ledger over several pages of at most `rows_per_page` rows, headings included.

    The heads of the columns stand on every page, and an activity that runs over a page is named again.

    Examples
    --------
    >>> from audit_lib.model.data_map import DataMap
    >>> len(flow_ledger_pages(DataMap.model_validate({
    ...     "map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "agency"},
    ...     "parties": [{"id": "agency", "name": "Agency", "kind": "organisation", "stance": "recorded"}],
    ... })))
    1
    """
    page = _page(data_map, findings, Choice(expected=expected))
    parts = _paged(_lines(page), max(rows_per_page, 3))
    return tuple(
        _picture(page, part, f"Page {number} of {len(parts)}. ") for number, part in enumerate(parts, 1)
    )


def _page(data_map: DataMap, findings: Iterable[Finding], choice: Choice) -> _Page:
    selection = choose(data_map, choice)
    involved = {party for flow in selection.flows for party in (flow.sender, flow.recipient)}
    kinds = {party: lane for party, lane in lanes(data_map).items() if party in involved}
    columns: dict[str, float] = {}
    labels = MORE_ROOM if len(kinds) <= FEW else LABELS
    x, before = MARGIN + labels + 10, None
    for party, lane in kinds.items():
        x += 6 if before not in (None, lane) else 0
        columns[party], before = x, lane
        x += COLUMN
    names = [_short(data_map, party) for party in kinds]
    tall = max([width(name, NAME_SIZE, "bold") for name in names], default=0) * sin(radians(TILT))
    marked = marks(findings)
    bases = _widest([_basis(data_map, flow) for flow in selection.flows], BASIS, "normal")
    wrong = _widest([_wrong(marked[f.id]) for f in selection.flows if f.id in marked], FINDING_ROOM, "bold")
    return _Page(data_map, selection, marked, columns, kinds, HEAD + tall + 12, labels, x + 34, bases, wrong)


def _widest(texts: Sequence[str], most: float, weight: Weight) -> float:
    """Return the room that a column of texts takes, at most so much, and enough for its heading."""
    return min(most, max([70.0] + [width(text, SIZE, weight) for text in set(texts)])) + 14


def _wrong(found: Sequence[Finding]) -> str:
    """Return the gravest finding of a flow, and how many other rules have found something."""
    rules = {finding.rule for finding in found}
    return one_line(found[0].title, 120) + (f" (+{len(rules) - 1})" if len(rules) > 1 else "")


def _short(data_map: DataMap, party: str) -> str:
    return fit(data_map.party[party].name, LONGEST_NAME, NAME_SIZE, "bold")


def _lines(page: _Page) -> list[_Line]:
    """Return headings and flows, in the order in which the map lists activities and flows."""
    number = {flow.id: at for at, flow in enumerate(page.data_map.flows, 1)}
    found: list[_Line] = []
    for activity in page.data_map.activities:
        flows = [flow for flow in page.selection.flows if flow.activity == activity.id]
        if flows:
            found.append(_Line(activity.name, 0, None))
            found += [_Line(activity.name, number[flow.id], flow) for flow in flows]
    return found


def _paged(lines: Sequence[_Line], most: int) -> list[list[_Line]]:
    """Cut rows into pages; no heading ends a page, and a heading is repeated where its flows go on."""
    pages: list[list[_Line]] = [[]]
    for at, line in enumerate(lines):
        room = most - len(pages[-1])
        needed = 2 if line.flow is None and at + 1 < len(lines) else 1
        if room < needed:
            pages.append([] if line.flow is None else [_Line(line.heading, 0, None)])
        pages[-1].append(line)
    return pages


def _picture(page: _Page, lines: Sequence[_Line], lead: str) -> Picture:
    title = flows_with_findings(page.selection, page.marked)
    subtitle = lead + flow_ledger_subtitle(page.selection, page.marked)
    wide = max(page.right + page.basis + page.wrong + MARGIN, 620.0)
    foot = page.head + ROW * len(lines) + 6
    axes = sheet(wide, foot + MARGIN)
    heading(axes, (page.data_map.info.title, title, subtitle), wide - 2 * MARGIN)
    _heads(axes, page, foot)
    for at, row in enumerate(lines):
        y = page.head + ROW * (at + 0.5)
        if row.flow is None:
            axes.plot([MARGIN, wide - MARGIN], [y - ROW / 2] * 2, color=GRID, linewidth=0.8, zorder=0)
            write(axes, (MARGIN, y), fit(row.heading, page.labels, SIZE, "bold"), SIZE, weight="bold")
        else:
            _row(axes, page, y, (row.number, row.flow))
    alt = flow_ledger_alt(page.data_map, page.selection, page.marked)
    drawn = flow_values(page.data_map, (row.flow for row in lines if row.flow is not None), page.marked)
    return Picture(figure_of(axes), title, alt, drawn)


def _heads(axes: Axes, page: _Page, foot: float) -> None:
    """Draw the tilted names and the vertical line of each party."""
    lift = cos(radians(TILT)) * NAME_SIZE * 0.3
    for party, x in page.columns.items():
        ink = page.kinds[party].tint.ink
        axes.plot([x, x], [page.head - 4, foot], color=ink, alpha=0.28, linewidth=1.4, zorder=1)
        style = {"color": ink, "weight": "bold", "rotation": TILT, "va": "bottom", "ha": "left"}
        write(
            axes,
            (x - lift, page.head - 5),
            _short(page.data_map, party),
            NAME_SIZE,
            **style,
            rotation_mode="anchor",
        )
    for x, name in ((page.right, "Lawful basis"), (page.right + page.basis, "Finding")):
        write(axes, (x, page.head - 8), name, 7.5, color=MUTED, weight="bold")


def _row(axes: Axes, page: _Page, y: float, numbered: tuple[int, Flow]) -> None:
    number, flow = numbered
    found = page.marked.get(flow.id, ())
    ink = FINDING if found else INK
    write(axes, (MARGIN + 22, y), f"{number}", 7.0, color=FINDING if found else MUTED, ha="right")
    data = data_names(page.data_map, [flow])
    write(axes, (MARGIN + 28, y), fit(data, page.labels - 30, SIZE), SIZE, color=ink)
    start, end = page.columns[flow.sender], page.columns[flow.recipient]
    guess = flow.stance is Stance.EXPECTED
    color = FINDING if found else EXPECTED if guess else LINE
    route = [Point(start, y), Point(end, y)]
    arrow(axes, route, 1.8 if found else 1.5, color=color, dashed=not in_notice(flow), zorder=3)
    dot(axes, (start, y), 2.9, facecolor=color, zorder=4)
    basis = _basis(page.data_map, flow)
    write(axes, (page.right, y), fit(basis, page.basis - 10, SIZE), SIZE, color=MUTED)
    if found:
        said = fit(_wrong(found), page.wrong - 6, SIZE, "bold")
        write(axes, (page.right + page.basis, y), said, SIZE, color=FINDING, weight="bold")


def _basis(data_map: DataMap, flow: Flow) -> str:
    bases = data_map.activity[flow.activity].bases
    named = dict.fromkeys(basis.basis.value.replace("-", " ") for basis in bases)
    return ", ".join(named) or "not stated"
