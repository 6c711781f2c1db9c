"""The lane map of two versions: what stops, what starts and what changes between them, in one picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from matplotlib.axes import Axes

from ..model.data_map import DataMap
from .change_marks import LOOKS, change_list, cross, key, sign, sign_width
from .change_words import HEADS, change_alt, change_rows, change_title, reading, versions
from .colours import GONE, INK, MUTED
from .drawing import MARGIN, arrow, box, figure_of, heading, sheet, write
from .flow_changes import CHANGING, Kind, Move, Scene, Standing, compare_flows
from .lane_layout import lay_out
from .lane_map import HEAD, LINE_HEIGHT, MOST_LINES, NAME, NAME_ROOM, SMALL
from .lane_shapes import Box, Bundle, Layout, Point, Rect
from .lane_sheet import LANE_HEAD, draw_lanes, moved
from .lettering import width, wrap
from .picture import Picture
from .values import values

#: The row that shows how each kind of line looks.
KEY: Final = 20.0
#: Room for a number at the upper edge of a box.
SIGNED: Final = 7.0


def lane_map_change(before: DataMap, after: DataMap, *, expected: bool = False) -> Picture:
    """Draw what stops, starts and changes between two versions of a map, on the lane map of both together.

    Every party of either map has one place, so that what stays is where it was. Flows that stop are dark,
    broken and struck with a cross, flows that start strong and solid, changed ones of dashes and dots; each
    has a sign and a number that is explained beneath. What stays is pale, one line between two parties.

    Parameters
    ----------
    before, after
        Two versions of a map, or two maps: entries with the same id are the same.
    expected
        Whether to draw flows that stay and are merely expected. Those that stop or start are always drawn.

    Returns
    -------
    Picture
        As wide and high as the content needs; the smallest letters have 7 points.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> lane_map_change(example_map(), example_map()).title
    'Nothing changes in who gives what to whom'
    """
    scene = compare_flows(before, after, expected=expected, most=MOST_LINES)
    layout = moved(lay_out(*_to_place(scene)), MARGIN, HEAD + KEY + LANE_HEAD)
    title = change_title(scene)
    wide = max(layout.width + 2 * MARGIN, 620.0)
    foot = layout.height + HEAD + KEY + LANE_HEAD + 14
    listed = change_list(change_rows(scene), wide - 2 * MARGIN)
    axes = sheet(wide, foot + listed.height + MARGIN)
    heading(axes, (versions(before, after), title, reading(scene)), wide - 2 * MARGIN)
    key(axes, (MARGIN, HEAD + 2), [(kind, HEADS[kind]) for kind in HEADS if scene.of(kind)])
    _draw(axes, layout, scene)
    listed.draw(axes, MARGIN, foot + 6)
    drawn = values(
        ("what becomes of it", "from", "to", "flows"),
        (
            (move.kind.name.lower(), *(scene.parties[end].party.name for end in move[:2]), _ids(move))
            for move in scene.moves
        ),
    )
    return Picture(figure_of(axes), title, change_alt(scene), drawn)


def _ids(move: Move) -> str:
    return "; ".join(dict.fromkeys(flow.id for flow in (*move.old, *move.flows)))


def _to_place(scene: Scene) -> tuple[list[Box], list[Bundle]]:
    touched = scene.touched
    boxes = []
    for name, standing in scene.parties.items():
        lines = _name_lines(standing)
        room = max([width(line, NAME, "bold") for line in lines] + [74.0])
        said = _said(standing, touched[name])
        more = (19 if said else 11) + (SIGNED if name in scene.party_numbers else 0)
        boxes.append(Box(name, standing.lane.column, room + 22, LINE_HEIGHT * len(lines) + more))
    bundles = [
        Bundle(move.sender, move.recipient, len(move.flows), flagged=move.kind is not Kind.STAYS)
        for move in scene.moves
    ]
    return boxes, bundles


def _name_lines(standing: Standing) -> tuple[str, ...]:
    return wrap(standing.party.name, NAME_ROOM, NAME, "bold", lines=4)


def _draw(axes: Axes, layout: Layout, scene: Scene) -> None:
    draw_lanes(axes, layout, {name: standing.lane for name, standing in scene.parties.items()})
    above = (Kind.STAYS, Kind.STOPS, Kind.CHANGES, Kind.STARTS)
    lines = zip(scene.moves, layout.routes, strict=True)
    for move, route in sorted(lines, key=lambda pair: above.index(pair[0].kind)):
        _draw_move(axes, move, route, scene.numbers.get(move.key))
    touched = scene.touched
    for name, rect in layout.boxes.items():
        _draw_party(axes, rect, scene.parties[name], touched[name])
        if name in scene.party_numbers:
            kind, number = scene.parties[name].kind, scene.party_numbers[name]
            sign(axes, (rect.left + 8 + sign_width(kind, number) / 2, rect.top), kind, number)


def _draw_move(axes: Axes, move: Move, route: Sequence[Point], number: int | None) -> None:
    look, stays = LOOKS[move.kind], move.kind is Kind.STAYS
    thick = look.wide + (0.3 if stays else 0.45) * min(len(move.flows) - 1, 4)
    style = {"color": look.colour, "dashes": look.dashes, "halo": not stays, "zorder": 2 if stays else 3}
    arrow(axes, route, thick, **style)
    if number is None:
        if any(flow.sender == move.recipient for flow in move.flows):
            arrow(axes, tuple(reversed(route)), thick, **style)
        return
    if move.kind is Kind.STOPS:
        cross(axes, _middle(route))
    start, after = route[0], route[1]
    away = 2.5 + sign_width(move.kind, number) / 2
    sign(axes, (start.x + (away if after.x > start.x else -away), start.y), move.kind, number)


def _middle(route: Sequence[Point]) -> Point:
    """Return the middle of the longest straight stretch of a line."""
    stretches = list(pairwise(route))
    first, second = max(stretches, key=lambda ends: abs(ends[0].x - ends[1].x + ends[0].y - ends[1].y))
    share = 0.6 if (first, second) == stretches[0] else 0.5  # at the beginning stands the number
    return Point(first.x + (second.x - first.x) * share, first.y + (second.y - first.y) * share)


def _draw_party(axes: Axes, rect: Rect, standing: Standing, touched: Counter[Kind]) -> None:
    look, said = LOOKS[standing.kind], _said(standing, touched)
    stays, leaves = standing.kind is Kind.STAYS, standing.kind is Kind.STOPS
    edge = GONE if standing.idle else standing.lane.tint.ink if stays else look.colour
    line = {"linewidth": 1.0 if not said else 1.5 if stays or leaves else 2.4}
    dashes = (0, (3, 2.4)) if leaves or standing.idle else "solid"
    box(axes, rect, edgecolor=edge, zorder=4, linestyle=dashes, **line)
    lines = _name_lines(standing)
    top = (
        rect.centre.y
        + (0 if stays else SIGNED / 2)
        - LINE_HEIGHT * (len(lines) - (not said)) / 2
        + (0.6 if said else 0)
    )
    for at, words in enumerate(lines):
        y, half = top + LINE_HEIGHT * at, width(words, NAME, "bold") / 2 + 2
        ink = GONE if leaves else INK if said else MUTED
        write(axes, (rect.centre.x, y), words, NAME, weight="bold", ha="center", color=ink, zorder=5)
        if leaves:
            axes.plot([rect.centre.x - half, rect.centre.x + half], [y, y], color=GONE, lw=1.1, zorder=5.1)
    y = top + LINE_HEIGHT * len(lines) + 1.5
    write(axes, (rect.centre.x, y), said, SMALL, ha="center", color=MUTED, zorder=5)


def _said(standing: Standing, touched: Counter[Kind]) -> str:
    """Return what stands beneath the name of a party: what becomes of it and how many of its flows change."""
    words = {Kind.STOPS: "leaves", Kind.STARTS: "new", Kind.CHANGES: "changes", Kind.STAYS: ""}
    counts = " ".join(f"{kind.value}{touched[kind]}" for kind in CHANGING if touched[kind])
    idle = "no flow left" if standing.idle else ""
    return " · ".join(part for part in (words[standing.kind], idle, counts) if part)
