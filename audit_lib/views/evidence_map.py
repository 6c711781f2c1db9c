"""Declared and observed on one lane map: what is as declared, what was never seen, what is not declared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matplotlib.axes import Axes

from ..model.reconciliation import Reconciliation
from .colours import INK, MUTED
from .drawing import MARGIN, badge, box, figure_of, heading, sheet, write
from .evidence_figures import HIDDEN, Figures, figures
from .evidence_list import evidence_list, evidence_rows
from .evidence_marks import draw_line, invented_mark, key, scale
from .evidence_scene import NOBODY, Kind, Scene, Show, at_least, evidence_scene
from .evidence_story import map_alt, map_reading, map_title
from .lane_layout import lay_out
from .lane_map import LINE_HEIGHT, MOST_LINES, NAME, NAME_ROOM, SMALL
from .lane_shapes import Box, Bundle, Layout, Rect, Spacing
from .lane_sheet import LANE_HEAD, draw_lanes, moved
from .lanes import Lane
from .lettering import width, wrap
from .picture import Picture
from .values import values

#: Room for the words at the top, and for the rows that show how lines look.
HEAD: Final = 78.0
KEY: Final = 47.0
#: Wide lines need more room beside each other.
SPACING: Final = Spacing(port=10.5, flagged_port=14.0, track=8.0, line_gap=10.0)


def evidence_map(reconciliation: Reconciliation, *, show: Show = "all", most_red: int = 30) -> Picture:
    """Draw what is declared and what was observed on one lane map.

    A line is all that goes from one party to another and stands alike: declared and seen, wider for more
    observations (in steps of ten); declared and never seen, grey and dashed; declared where no source would
    show it, pale, dotted and with a ring; not as declared, red and numbered. A pair of parties that the map
    does not connect gets a red line of its own. The numbers are explained beneath, with figures below the
    threshold left out.

    Parameters
    ----------
    reconciliation
        What the sources show about a map.
    show
        ``all``; ``watched`` leaves out what no source would show; ``red`` shows only the red lines and what
        is declared between the parties at their ends.
    most_red
        At most so many red lines: those of the most observations. The title counts all of them.

    Returns
    -------
    Picture
        As wide and high as the content needs; the smallest letters have 6 points.

    Raises
    ------
    ParameterError
        If `show` is none of the three.

    Examples
    --------
    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> evidence_map(example_reconciliation()).title
    '95.8 % of 1,252 observations are declared; 1 line is red; 1 declared flow was never seen'
    """
    scene = evidence_scene(reconciliation, show, most=MOST_LINES, most_red=most_red)
    layout = moved(lay_out(*_to_place(reconciliation, scene), SPACING), MARGIN, HEAD + KEY + LANE_HEAD)
    wide = max(layout.width + 2 * MARGIN, 680.0)
    foot = layout.height + HEAD + KEY + LANE_HEAD + 14
    known = figures(reconciliation)
    rows = evidence_rows(reconciliation, scene, known)
    note = known.note if any(row.figures.startswith(HIDDEN) for row in rows) else ""
    listed = evidence_list(rows, wide - 2 * MARGIN, note)
    axes = sheet(wide, foot + listed.height + MARGIN)
    title = map_title(reconciliation, scene, known)
    said = (f"{reconciliation.data_map.info.title}: declared and observed", title)
    heading(axes, (*said, map_reading(reconciliation, scene, known, show)), wide - 2 * MARGIN)
    if reconciliation.invented:
        invented_mark(axes, wide - MARGIN, 20)
    steps = scale(line.observations for line in scene.lines)
    key(axes, (MARGIN, HEAD + 9), [kind for kind in Kind if scene.of(kind)], steps)
    _draw(axes, layout, reconciliation, scene, known)
    listed.draw(axes, MARGIN, foot + 6)
    names = {party.id: party.name for party in reconciliation.data_map.parties} | {NOBODY: "not recorded"}
    drawn = values(
        ("from", "to", "how it stands", "declared flows"),
        (
            (names[line.sender], names[line.recipient], line.kind.value, "; ".join(line.flows))
            for line in scene.lines
        ),
    )
    return Picture(figure_of(axes), title, map_alt(reconciliation, scene, known), drawn)


def _to_place(reconciliation: Reconciliation, scene: Scene) -> tuple[list[Box], list[Bundle]]:
    boxes = []
    for party, lane in scene.parties.items():
        lines = _name_lines(reconciliation, party)
        said = _said(scene, party)
        room = max([width(line, NAME, "bold") for line in lines] + [width(said, SMALL), 62.0])
        boxes.append(Box(party, lane.column, room + 22, LINE_HEIGHT * len(lines) + (19 if said else 11)))
    bundles = [
        Bundle(line.sender, line.recipient, max(len(line.flows), 1), flagged=line.kind is Kind.RED)
        for line in scene.lines
    ]
    return boxes, bundles


def _name_lines(reconciliation: Reconciliation, party: str) -> tuple[str, ...]:
    if party == NOBODY:
        return ("Sender not", "recorded")
    return wrap(reconciliation.data_map.party[party].name, NAME_ROOM, NAME, "bold", lines=4)


def _said(scene: Scene, party: str) -> str:
    """Return what stands beneath the name of a party: how many of its flows were seen."""
    if party == NOBODY:
        return ""
    tally = scene.tally[party]
    if not tally.declared:
        return "no declared flow"
    return f"{tally.seen} of {tally.watched} seen" if tally.watched else "nothing watched"


def _draw(axes: Axes, layout: Layout, reconciliation: Reconciliation, scene: Scene, known: Figures) -> None:
    draw_lanes(axes, layout, scene.parties)
    steps = scale(line.observations for line in scene.lines)
    for line, route in zip(scene.lines, layout.routes, strict=True):
        shown = [group for group in line.groups if group not in known.hidden]
        told = line._replace(observations=at_least(shown)) if line.groups else line
        draw_line(axes, told, route, steps)
        if line.kind is Kind.RED:
            start, after = route[0], route[1]
            away = 12.0 if after.x > start.x else -12.0
            badge(axes, (start.x + away, start.y), scene.numbers[line.key])
    for party, rect in layout.boxes.items():
        _draw_box(axes, rect, scene.parties[party], _name_lines(reconciliation, party), _said(scene, party))
    for line in scene.within:
        rect = layout.boxes[line.sender]
        badge(axes, (rect.left + 9, rect.top), scene.numbers[line.key])


def _draw_box(axes: Axes, rect: Rect, lane: Lane, lines: Sequence[str], said: str) -> None:
    dashes = "solid" if said else (0, (3, 2.4))  # nobody recorded who it is
    box(axes, rect, edgecolor=lane.tint.ink, linewidth=1.4, zorder=4, linestyle=dashes)
    top = rect.centre.y - LINE_HEIGHT * (len(lines) - (not said)) / 2 + (0.6 if said else 0)
    for at, line in enumerate(lines):
        y = top + LINE_HEIGHT * at
        write(axes, (rect.centre.x, y), line, NAME, weight="bold", ha="center", color=INK, zorder=5)
    y = top + LINE_HEIGHT * len(lines) + 1.5
    write(axes, (rect.centre.x, y), said, SMALL, ha="center", color=MUTED, zorder=5)
