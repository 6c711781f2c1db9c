"""The lane map: who gives personal data to whom, at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from matplotlib.axes import Axes

from ..model.data_map import DataMap
from ..model.finding import Finding
from ..model.flow import Flow
from ..model.noun import Stance
from .colours import EXPECTED, FINDING, INK, LINE, MUTED, PAPER
from .drawing import MARGIN, arrow, badge, box, figure_of, heading, sheet, write
from .lane_layout import lay_out
from .lane_legend import Entry, legend
from .lane_shapes import Box, Bundle, Layout, Point, Rect
from .lane_sheet import LANE_HEAD, draw_lanes, moved
from .lanes import Lane, lanes
from .lettering import width, wrap
from .picture import Picture
from .selection import Choice, choose, data_names, in_notice, marks
from .sentences import flows_with_findings, lane_map_alt, lane_map_subtitle
from .values import flow_values

NAME: Final = 9.5
SMALL: Final = 7.8
NAME_ROOM: Final = 116.0
LINE_HEIGHT: Final = 12.0
HEAD: Final = 78.0
#: More lines than these are not drawn: nobody could follow them. The subtitle says how many are left.
MOST_LINES: Final = 600


class Strand(NamedTuple):
    """One line: flows from a sender to a recipient that are marked alike."""

    sender: str
    recipient: str
    flagged: bool
    in_notice: bool
    flows: tuple[Flow, ...]


def lane_map(  # noqa: PLR0913
    data_map: DataMap,
    findings: Iterable[Finding] = (),
    *,
    activity: str | None = None,
    party: str | None = None,
    subject: str | None = None,
    expected: bool = False,
) -> Picture:
    """Draw who gives personal data to whom, one box a party, in lanes from people to authorities.

    A line is every flow between two parties in one direction, thicker for more. Flows with a finding are
    drawn beside the rest in red, with a number that is explained beneath. A dashed line is not in the
    privacy notice.

    Parameters
    ----------
    data_map
        The map.
    findings
        Those of high or medium severity that are still to be dealt with mark the flows that they name.
    activity, party, subject
        Ids: only flows of this activity, to or from this party, about these data subjects.
    expected
        Whether to draw flows that are merely expected: normal for such an organisation, but confirmed by
        nobody. They are dashed and paler.

    Returns
    -------
    Picture
        As wide and high as the content needs; the smallest letters have 7 points.

    Raises
    ------
    ParameterError
        If the map knows no such activity, party or subject.

    Examples
    --------
    >>> from audit_lib.model.data_map import DataMap
    >>> lane_map(DataMap.model_validate({
    ...     "map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "agency"},
    ...     "parties": [{"id": "agency", "name": "Agency", "kind": "organisation", "stance": "recorded"}],
    ... })).title
    'No flow to show'
    """
    selection = choose(data_map, Choice(activity, party, subject, expected))
    marked = marks(findings)
    every = _strands(selection.flows, marked)
    drawn = sorted(every, key=lambda s: (not s.flagged, -len(s.flows)))[:MOST_LINES]
    strands = [strand for strand in every if strand in drawn] if len(every) > MOST_LINES else every
    layout = lay_out(*_to_place(data_map, strands))
    layout = moved(layout, MARGIN, HEAD + LANE_HEAD)
    entries = _entries(data_map, strands, marked)
    title = flows_with_findings(selection, marked)
    subtitle = lane_map_subtitle(selection, len(entries), len(every) - len(strands))
    wide = max(layout.width + 2 * MARGIN, 560.0)
    foot = layout.height + HEAD + LANE_HEAD + 14
    explained = legend(entries, wide - 2 * MARGIN)
    axes = sheet(wide, foot + explained.height + MARGIN)
    heading(axes, (data_map.info.title, title, subtitle), wide - 2 * MARGIN)
    _draw(axes, data_map, layout, strands, {entry.strand: entry.number for entry in entries})
    explained.draw(axes, MARGIN, foot + 6)
    alt = lane_map_alt(data_map, selection, marked)
    shown = {flow.id for strand in strands for flow in strand.flows}
    behind = flow_values(data_map, (flow for flow in selection.flows if flow.id in shown), marked)
    return Picture(figure_of(axes), title, alt, behind)


def _strands(flows: Sequence[Flow], marked: Mapping[str, object]) -> list[Strand]:
    """Put flows together that go from one party to another and are marked alike, in the map's order."""
    found: dict[tuple[str, str, bool, bool], list[Flow]] = {}
    for flow in flows:
        key = (flow.sender, flow.recipient, flow.id in marked, in_notice(flow))
        found.setdefault(key, []).append(flow)
    return [Strand(*key, tuple(listed)) for key, listed in found.items()]


def _to_place(data_map: DataMap, strands: Sequence[Strand]) -> tuple[list[Box], list[Bundle]]:
    involved = {party for strand in strands for party in (strand.sender, strand.recipient)}
    boxes = []
    for party, lane in lanes(data_map).items():
        if party in involved:
            lines = _name_lines(data_map, party)
            room = max([width(line, NAME, "bold") for line in lines] + [62.0])
            boxes.append(Box(party, lane.column, room + 22, LINE_HEIGHT * len(lines) + 19))
    bundles = [
        Bundle(s.sender, s.recipient, len(s.flows), flagged=s.flagged, dashed=not s.in_notice)
        for s in strands
    ]
    return boxes, bundles


def _name_lines(data_map: DataMap, party: str) -> tuple[str, ...]:
    return wrap(data_map.party[party].name, NAME_ROOM, NAME, "bold", lines=4)


def _entries(
    data_map: DataMap, strands: Sequence[Strand], marked: Mapping[str, tuple[Finding, ...]]
) -> list[Entry]:
    """Return the red lines with numbers, gravest finding first: what moves, and what is wrong with it."""
    red = [
        (strand, {f.id: f for flow in strand.flows for f in marked[flow.id]})
        for strand in strands
        if strand.flagged
    ]
    counted = Counter(next(iter(found.values())).rule for _, found in red)
    ranked = sorted(
        red,
        key=lambda pair: (
            -next(iter(pair[1].values())).severity.rank,
            -counted[next(iter(pair[1].values())).rule],
            next(iter(pair[1].values())).rule,
        ),
    )
    return [
        Entry(
            number,
            strand,
            next(iter(found.values())).title,
            f"{data_map.party[strand.sender].name} → {data_map.party[strand.recipient].name}",
            data_names(data_map, strand.flows),
            len({f.rule for f in found.values()}) - 1,
        )
        for number, (strand, found) in enumerate(ranked, 1)
    ]


def _draw(
    axes: Axes,
    data_map: DataMap,
    layout: Layout,
    strands: Sequence[Strand],
    numbers: Mapping[object, int],
) -> None:
    kinds = lanes(data_map)
    draw_lanes(axes, layout, {party: kinds[party] for party in layout.boxes})
    for strand, route in sorted(zip(strands, layout.routes, strict=True), key=lambda pair: pair[0].flagged):
        _draw_strand(axes, strand, route, numbers.get(strand))
    gets = Counter(flow.recipient for strand in strands for flow in strand.flows)
    gives = Counter(flow.sender for strand in strands for flow in strand.flows)
    for party, rect in layout.boxes.items():
        _draw_box(axes, rect, kinds[party], _name_lines(data_map, party), (gets[party], gives[party]))


def _draw_strand(axes: Axes, strand: Strand, route: Sequence[Point], number: int | None) -> None:
    thick = 1.1 + 0.65 * min(len(strand.flows) - 1, 4)
    guess = all(flow.stance is Stance.EXPECTED for flow in strand.flows)
    color = FINDING if strand.flagged else EXPECTED if guess else LINE
    weight = thick + 0.5 if strand.flagged else thick * (0.8 if guess else 1)
    arrow(
        axes,
        route,
        weight,
        color=color,
        dashed=not strand.in_notice,
        halo=strand.flagged,
        zorder=3 if strand.flagged else 2,
    )
    if number is not None:
        start, after = route[0], route[1]
        away = 12.0 if after.x > start.x else -12.0
        badge(axes, (start.x + away, start.y), number)


def _draw_box(axes: Axes, rect: Rect, lane: Lane, lines: Sequence[str], counts: tuple[int, int]) -> None:
    box(axes, rect, facecolor=PAPER, edgecolor=lane.tint.ink, linewidth=1.4, zorder=4)
    top = rect.centre.y - LINE_HEIGHT * len(lines) / 2 + 0.6
    for at, line in enumerate(lines):
        y = top + LINE_HEIGHT * at
        write(axes, (rect.centre.x, y), line, NAME, weight="bold", ha="center", color=INK, zorder=5)
    said = f"{counts[0]} in · {counts[1]} out"
    y = top + LINE_HEIGHT * len(lines) + 1.5
    write(axes, (rect.centre.x, y), said, SMALL, ha="center", color=MUTED, zorder=5)
