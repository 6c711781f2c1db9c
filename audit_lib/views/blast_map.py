"""How far a breach reaches: whose data is exposed, what was hit, and who gets the data from it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from matplotlib.axes import Axes

from ..model.blast_radius import BlastRadius, Reached
from ..model.data_map import DataMap
from ..model.noun import Gap
from .colours import EXPECTED, GROUND, INK, LINE, MUTED
from .drawing import MARGIN, arrow, box, figure_of, heading, sheet, write
from .held_box import Held, draw_held, held, shape
from .lane_layout import lay_out
from .lane_shapes import Bundle, Layout, Rect
from .lane_sheet import LANE_HEAD, moved
from .lanes import Lane, Tint, lanes
from .lettering import one_line, wrap
from .person_words import gravest
from .picture import Picture
from .sentences import count, listing
from .values import values

HEAD: Final = 86.0
#: The id of the box of what was hit; ids of a map hold no colon.
HIT: Final = ":hit"
#: More steps than these stand in one column with the last of them.
MOST_STEPS: Final = 3
#: So many boxes stand in one column before there is a second of the same step: a tall picture can be read
#: where a wide one is made small to fit.
DEEPEST: Final = 30
#: Where more boxes than these stand in a column, each says less.
ROOMY: Final = 12
WIDEST: Final = 1000
NAMES: Final = {
    -1: "Whose data is there",
    0: "Hit",
    1: "Gets it directly",
    2: "By way of others",
    3: "Further on",
}


class Line(NamedTuple):
    """A line between two boxes, by their ids; how many flows it stands for, and whether it is a guess."""

    start: str
    end: str
    flows: int = 1
    expected: bool = False


def blast_map(data_map: DataMap, radius: BlastRadius) -> Picture:
    """Draw what a breach exposes, from left to right: the people, what was hit, and who is downstream of it.

    Who gets exposed data directly stands beside what was hit, who gets it by way of others further right. Of
    the lines only those on the shortest ways are drawn. What is merely expected is paler and dashed.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> blast_map(example_map(), BlastRadius(hit="party:court", name="Court", operator="court")).title
    'A breach of Court would expose nothing that the map knows'
    """
    boxes = dict(_boxes(data_map, radius))
    lines = list(_lines(data_map, radius))
    shapes = [shape(name, column, said) for name, (column, said, _) in boxes.items()]
    bundles = [Bundle(line.start, line.end, line.flows, dashed=line.expected) for line in lines]
    layout = moved(lay_out(shapes, bundles), MARGIN, HEAD + LANE_HEAD)
    wide = max(layout.width + 2 * MARGIN, 720.0)
    axes = sheet(wide, layout.height + HEAD + LANE_HEAD + 14 + MARGIN)
    title = _title(radius)
    heading(axes, (f"If {radius.name} is breached", title, _reading(radius)), wide - 2 * MARGIN)
    _columns(axes, layout, sorted({column for column, _, _ in boxes.values()}))
    for line, route in zip(lines, layout.routes, strict=True):
        thick = 1.1 + 0.4 * min(line.flows - 1, 5)
        colour = EXPECTED if line.expected else LINE
        arrow(axes, route, thick, color=colour, dashed=line.expected)
    for name, rect in layout.boxes.items():
        _, said, tint = boxes[name]
        draw_held(axes, rect, said, tint)
    drawn = values(
        ("from", "to", "flows", "expected"),
        ((line.start, line.end, line.flows, "yes" if line.expected else "no") for line in lines),
    )
    return Picture(figure_of(axes), title, _alt(data_map, radius, title), drawn)


def _boxes(data_map: DataMap, radius: BlastRadius) -> Iterator[tuple[str, tuple[int, Held, Tint]]]:
    """Return what stands where: the people, what was hit, and the parties by their steps from it."""
    for people in radius.exposed:
        number = "not counted" if isinstance(people.number, Gap) else f"about {people.number:,}"
        much = f"{number} · {count(len(people.data), 'category', 'categories')}"
        said = held(data_map.party[people.subject].name, much, gravest(data_map, people.data))
        placed = said._replace(expected=people.expected, person=True)
        yield f":{people.subject}", (-WIDEST, placed, Lane.SUBJECTS.tint)
    systems = dict.fromkeys(name for people in radius.exposed for name in people.systems)
    where = ", ".join(data_map.system[name].name for name in systems)
    if radius.hit.startswith("system:"):
        where = f"run by {data_map.party[radius.operator].name}"
    elif where:
        where = f"in {where}"
    much = count(len(radius.data), "category", "categories")
    said = held(radius.name, much, gravest(data_map, radius.data), where)
    yield HIT, (0, said._replace(strong=True), Tint(INK, INK))
    kinds, columns = lanes(data_map), _columns_of(radius.downstream)
    crowded = max(Counter(columns.values()).values(), default=0) > ROOMY
    for row in radius.downstream:
        role = f"{row.role.words} · {count(len(row.data), 'category', 'categories')}"
        said = held(data_map.party[row.party].name, role, "" if crowded else gravest(data_map, row.data))
        yield row.party, (columns[row.party], said._replace(expected=row.expected), kinds[row.party].tint)


def _columns_of(rows: Sequence[Reached]) -> Mapping[str, int]:
    """Return the column of each party: by its steps, and where there are many, in several columns."""
    found: dict[str, int] = {}
    for step in range(1, MOST_STEPS + 1):
        here = [row.party for row in rows if min(row.steps, MOST_STEPS) == step]
        most = max(DEEPEST, math.isqrt(2 * len(here)))
        deep = math.ceil(len(here) / math.ceil(len(here) / most)) if here else 1
        found.update({party: step * WIDEST + at // deep for at, party in enumerate(here)})
    return found


def _step(column: int) -> int:
    """Return the steps that a column stands for; -1 are the people, 0 is what was hit."""
    return column // WIDEST


def _lines(data_map: DataMap, radius: BlastRadius) -> Iterator[Line]:
    """Return the lines on the shortest ways: from people to what was hit, and on from step to step."""
    for people in radius.exposed:
        yield Line(f":{people.subject}", HIT, max(len(people.flows), 1), people.expected)
    steps: Mapping[str, int] = {row.party: row.steps for row in radius.downstream}
    for row in radius.downstream:
        senders: dict[str, int] = {}
        for name in row.flows:
            sender = data_map.flow[name].sender
            start = HIT if row.steps == 1 else sender
            nearer = steps.get(sender) == row.steps - 1 if row.steps > 1 else sender == radius.operator
            if nearer:
                senders[start] = senders.get(start, 0) + 1
        for start, flows in (senders or ({HIT: 1} if row.steps == 1 else {})).items():
            yield Line(start, row.party, flows, row.expected)


def _columns(axes: Axes, layout: Layout, columns: list[int]) -> None:
    for column, rect in zip(columns, layout.lanes, strict=True):
        tall = Rect(rect.left, rect.top - LANE_HEAD, rect.right, rect.bottom + 14)
        box(axes, tall, radius=8, facecolor=GROUND, zorder=0)
        lines = wrap(NAMES[_step(column)], rect.right - rect.left - 8, 8.5, "bold", 2)
        for at, line in enumerate(lines):
            y = tall.top + 17 + 10.5 * (at - (len(lines) - 1) / 2)
            write(axes, (rect.centre.x, y), line, 8.5, weight="bold", ha="center", color=MUTED)


def _title(radius: BlastRadius) -> str:
    name = one_line(radius.name, 36)
    if not radius.data:
        return f"A breach of {name} would expose nothing that the map knows"
    kinds = count(len(radius.exposed), "kind")
    said = f"A breach of {name} exposes {count(len(radius.data), 'category', 'categories')}"
    said += f" about {kinds} of people" if radius.exposed else ""
    if not radius.downstream:
        return said
    verb = "is" if len(radius.downstream) == 1 else "are"
    return f"{said}; {count(len(radius.downstream), 'party', 'parties')} {verb} downstream"


def _reading(radius: BlastRadius) -> str:
    said = ["A box says how many categories are concerned, the gravest by name."]
    if radius.downstream:
        said.append("Downstream: who gets the exposed data from what was hit, on the shortest way.")
    if any(row.expected for row in radius.exposed) or any(row.expected for row in radius.downstream):
        said.append("Pale and dashed: merely expected.")
    return " ".join(said)


def _alt(data_map: DataMap, radius: BlastRadius, title: str) -> str:
    said = [f"{title}."]
    if radius.exposed:
        people = [data_map.party[row.subject].name for row in radius.exposed]
        said.append(f"The people are {listing(people, 8)}.")
    near = [data_map.party[row.party].name for row in radius.downstream if row.steps == 1]
    if near:
        said.append(f"Directly downstream: {listing(near, 8)}.")
    return " ".join(said)
