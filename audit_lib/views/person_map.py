"""Where one person's data is: who holds what about people of one kind, and in which order to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from matplotlib.axes import Axes

from ..graph.holdings import carried_about, holdings
from ..model.data_map import DataMap
from ..model.holding import Holding
from ..model.noun import Gap, Stance
from ..model.request_plan import RequestPlan
from .colours import EXPECTED, LINE
from .drawing import MARGIN, arrow, figure_of, heading, sheet
from .held_box import Held, draw_held, held, shape
from .lane_layout import lay_out
from .lane_map import MOST_LINES
from .lane_shapes import Bundle, Layout
from .lane_sheet import LANE_HEAD, draw_lanes, moved
from .lanes import lanes
from .order_list import order_list, places
from .person_words import gravest, person_alt, person_reading, person_title
from .picture import Picture
from .sentences import count
from .values import values

HEAD: Final = 86.0


class Pair(NamedTuple):
    """One line: all flows about the people between two parties, and whether they go both ways."""

    sender: str
    recipient: str
    both: bool
    flows: int
    expected: bool


def person_map(data_map: DataMap, subject: str, plan: RequestPlan | None = None) -> Picture:
    """Draw where the data of one person of a kind is: the parties that hold it, what and in which systems.

    A lane map with only the flows about these people, one line between two parties. Each box says how many
    categories the party holds, the gravest by name, and the systems of its own in which they rest. What only
    expected entries put there is paler and dashed.

    Parameters
    ----------
    data_map
        The map.
    subject
        The id of the kind of people.
    plan
        The plan of a request: then those to ask have their number in the order of asking, listed beneath.

    Raises
    ------
    ParameterError
        The map has no such kind of people.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> person_map(example_map(), "tenants").title
    '4 parties hold data about Tenants'
    """
    holding = {one.party: one for one in holdings(data_map, subject=subject)}
    every = _pairs(data_map, subject)
    pairs = sorted(every, key=lambda pair: -pair.flows)[:MOST_LINES]
    boxes = _boxes(data_map, subject, holding, pairs, plan)
    lanes_of = lanes(data_map)
    shapes = [shape(party, lanes_of[party].column, one) for party, one in boxes.items()]
    bundles = [Bundle(pair.sender, pair.recipient, pair.flows, dashed=pair.expected) for pair in pairs]
    layout = moved(lay_out(shapes, bundles), MARGIN, HEAD + LANE_HEAD)
    title = person_title(data_map, subject, holding, plan)
    wide = max(layout.width + 2 * MARGIN, 620.0)
    foot = layout.height + HEAD + LANE_HEAD + 14
    listed = order_list(data_map, plan, wide - 2 * MARGIN)
    axes = sheet(wide, foot + listed.height + MARGIN)
    reading = person_reading(holding, plan, len(every) - len(pairs))
    heading(axes, (data_map.info.title, title, reading), wide - 2 * MARGIN)
    draw_lanes(axes, layout, {party: lanes_of[party] for party in layout.boxes})
    _lines(axes, layout, pairs)
    for party, rect in layout.boxes.items():
        draw_held(axes, rect, boxes[party], lanes_of[party].tint)
    listed.draw(axes, MARGIN, foot + 6)
    name = {party: data_map.party[party].name for party in boxes}
    named = ((name[pair.sender], name[pair.recipient], pair.flows) for pair in pairs)
    drawn = values(("from", "to", "flows"), named)
    return Picture(figure_of(axes), title, person_alt(data_map, title, holding, plan), drawn)


def _pairs(data_map: DataMap, subject: str) -> list[Pair]:
    """Put all flows about the people that carry anything together, between two parties."""
    carried = carried_about(data_map, subject)
    flows = [flow for flow in data_map.flows if flow.id in carried and flow.sender != flow.recipient]
    between: dict[frozenset[str], list[int]] = {}
    for at, flow in enumerate(flows):
        between.setdefault(frozenset((flow.sender, flow.recipient)), []).append(at)
    found = []
    for listed in between.values():
        here = [flows[at] for at in listed]
        first = here[0]
        both = any(flow.sender != first.sender for flow in here)
        guess = all(flow.stance is Stance.EXPECTED for flow in here)
        found.append(Pair(first.sender, first.recipient, both, len(here), guess))
    return found


def _boxes(
    data_map: DataMap,
    subject: str,
    holding: Mapping[str, Holding],
    pairs: Iterable[Pair],
    plan: RequestPlan | None,
) -> dict[str, Held]:
    """Return what stands in each box, in the order in which pictures list parties."""
    shown = {subject, *holding, *(party for pair in pairs for party in (pair.sender, pair.recipient))}
    numbers = {source.party: at for at, source in (places(plan) if plan else {}).items()}
    giving = {pair.sender for pair in pairs} | {pair.recipient for pair in pairs if pair.both}
    getting = {pair.recipient for pair in pairs}
    does = {party: "gives some of it" if party in giving else "gets some of it" for party in giving | getting}
    return {
        party: _held(data_map, holding[party], numbers.get(party))
        if party in holding
        else _people(data_map, party, does.get(party), subject)
        for party in lanes(data_map)
        if party in shown
    }


def _held(data_map: DataMap, holding: Holding, number: int | None) -> Held:
    name = data_map.party[holding.party].name
    much = count(len(holding.data), "category", "categories")
    where = ", ".join(data_map.system[system].name for system in holding.systems)
    found = held(name, much, gravest(data_map, holding.data), f"in {where}" if where else "")
    return found._replace(expected=holding.expected, number=number)


def _people(data_map: DataMap, party: str, does: str | None, subject: str) -> Held:
    """Return the box of who holds nothing in the sense of the search: people themselves, mostly.

    That no line leads to them is no slip of the picture where others have told of them: then it is said.
    """
    people = data_map.party[party].number
    one = "the person" if isinstance(people, Gap) else f"one of about {people:,}"
    if party != subject:
        return held(data_map.party[party].name, does or "")
    told = "" if does else "nothing comes from or goes to them"
    return held(data_map.party[party].name, one, told)._replace(person=True)


def _lines(axes: Axes, layout: Layout, pairs: Sequence[Pair]) -> None:
    for pair, route in zip(pairs, layout.routes, strict=True):
        thick = (1.0 if pair.expected else 1.2) + 0.35 * min(pair.flows - 1, 5)
        style = {"color": EXPECTED if pair.expected else LINE, "dashed": pair.expected}
        arrow(axes, route, thick, **style)
        if pair.both:
            arrow(axes, tuple(reversed(route)), thick, **style)
