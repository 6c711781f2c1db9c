"""What data an activity handles, from where it comes and where it stands."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.activity import Activity
from ..model.data import Sensitivity
from ..model.data_map import DataMap
from ..model.flow import Flow
from ..model.noun import Gap
from ..model.record import Cell
from .cells import OPEN_GAPS, Part, bracketed, cell, firmest, marked, said
from .schedule import topmost


def data_parts(data_map: DataMap, activity: Activity, flows: Iterable[Flow]) -> list[Part]:
    """Return a line for each category that an activity handles; sensitive ones say so (Art. 30(1)(c)).

    Categories that only a flow of the activity names are listed too, so that the record hides none.
    """
    here = f"activity:{activity.id}"
    parts = [
        Part(_data_words(data_map, name), (here, f"data:{name}"))
        for name in dict.fromkeys((*activity.data, *activity.creates))
    ]
    known = data_map.atoms((*activity.data, *activity.creates))
    extra: dict[str, list[Flow]] = {}
    for flow in flows:
        for name in flow.data:
            if name not in known:
                extra.setdefault(name, []).append(flow)
    for name in topmost(data_map, extra):
        named = extra[name]
        words = marked(
            f"{_data_words(data_map, name)}, seen in its flows", firmest(flow.stance for flow in named)
        )
        parts.append(Part(words, (*(f"flow:{flow.id}" for flow in named), f"data:{name}")))
    return parts


def source_cell(data_map: DataMap, activity: Activity, flows: Iterable[Flow], inside: frozenset[str]) -> Cell:
    """Return the cell that says from where data comes: as stated, else as the flows show (Art. 14(2)(f))."""
    here = f"activity:{activity.id}"
    if not isinstance(activity.source, Gap):
        return said(data_map, activity.source, here)
    senders: dict[str, list[Flow]] = {}
    for flow in flows:
        if flow.sender not in inside and (flow.recipient in inside or flow.sender in data_map.individuals):
            senders.setdefault(flow.sender, []).append(flow)
    parts = []
    for sender, listed in senders.items():
        themselves = any(sender in flow.subjects for flow in listed)
        words = f"{data_map.name(f'party:{sender}')}{' (the people themselves)' if themselves else ''}"
        text = marked(words, firmest(flow.stance for flow in listed))
        parts.append(Part(text, tuple(f"flow:{flow.id}" for flow in listed)))
    if activity.creates:
        names = ", ".join(data_map.category[name].name for name in activity.creates)
        parts.append(Part(f"Made by the activity: {names}", (here,)))
    return cell(data_map, parts, activity.source, (here,))


def location_cell(data_map: DataMap, activity: Activity, flows: Iterable[Flow]) -> Cell:
    """Return the cell of the systems in which an activity keeps data, who runs them and where they stand.

    A system through which data only passes is no location.
    """
    here = f"activity:{activity.id}"
    found: dict[str, list[str]] = {name: [here] for name in activity.systems}
    for flow in flows:
        system = data_map.system.get(flow.via or "")
        if system and system.holds:
            found.setdefault(system.id, []).append(f"flow:{flow.id}")
    parts = []
    for name, references in found.items():
        system = data_map.system[name]
        unknown = isinstance(system.location, Gap)
        where = f"country {bracketed(Gap(system.location))}" if unknown else system.location
        text = f"{system.name}, run by {data_map.name(f'party:{system.operator}')}, {where}"
        gap = Gap(system.location) if unknown and system.location in OPEN_GAPS else None
        parts.append(Part(marked(text, system.stance), (f"system:{name}", *references), gap))
    return cell(data_map, parts, Gap.NOT_STATED, (here,))


def _data_words(data_map: DataMap, name: str) -> str:
    """Return a category with its sensitivity, and with the sensitive categories beneath it by name."""
    category = data_map.category[name]
    if category.sensitivity is not Sensitivity.ORDINARY:
        return f"{category.name} ({category.sensitivity.value.replace('-', ' ')})"
    beneath = [
        f"{low.name} ({low.sensitivity.value.replace('-', ' ')})"
        for low in data_map.data
        if low.id in data_map.below[name] and low.sensitivity is not Sensitivity.ORDINARY
    ]
    return f"{category.name}, with {', '.join(beneath)}" if beneath else category.name
