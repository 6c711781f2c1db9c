"""What is different about a flow or a party between two maps, in words."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from ..model.data_map import DataMap
from ..model.flow import Flow, Transfer
from ..model.noun import Stance
from .flow_changes import PARTY_FIELDS, Kind, Move, Standing
from .lanes import lanes
from .lettering import one_line
from .selection import data_names


def _party_differences(name: str, before: DataMap, after: DataMap) -> list[str]:
    old, new = before.party[name], after.party[name]
    return [
        f"{field.replace('_', ' ')} {_plain(getattr(old, field))} → {_plain(getattr(new, field))}"
        for field in PARTY_FIELDS
        if getattr(old, field) != getattr(new, field)
    ]


def move_words(move: Move, before: DataMap, after: DataMap) -> str:
    """Return what moves along a line that stops or starts, or what is different about one that changes.

    >>> from audit_lib.graph.example import example_map
    >>> flow = example_map().flow["apply"]
    >>> move = Move("tenants", "agent", Kind.STOPS, (flow,), (flow,))
    >>> move_words(move, example_map(), example_map())
    'Identity'
    """
    if move.kind is not Kind.CHANGES:
        said = data_names(before if move.kind is Kind.STOPS else after, move.flows)
        unsure = sum(flow.stance is Stance.EXPECTED for flow in move.flows)
        return said + (" (merely expected)" if unsure == len(move.flows) else "")
    told = dict.fromkeys(
        words
        for old, new in zip(move.old, move.flows, strict=True)
        for words in _differences(old, new, before, after)
    )
    return "; ".join(told)


def party_words(name: str, standing: Standing, before: DataMap, after: DataMap) -> str:
    """Return what is different about a party that both maps have.

    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.views.flow_changes import standings
    >>> party_words("agent", standings(example_map(), example_map())["agent"], example_map(), example_map())
    ''
    """
    then = lanes(before)[name]
    stands = [] if then is standing.lane else [f"{then.value.lower()} → {standing.lane.value.lower()}"]
    return "; ".join([*stands, *_party_differences(name, before, after)])


def _differences(old: Flow, new: Flow, before: DataMap, after: DataMap) -> Iterator[str]:
    for field, kind in (("data", "data"), ("subjects", "party")):
        was, now = getattr(old, field), getattr(new, field)
        more = [f"+ {after.name(f'{kind}:{name}')}" for name in now if name not in was]
        less = [f"− {before.name(f'{kind}:{name}')}" for name in was if name not in now]
        if more or less:
            yield ", ".join([*less, *more])
    for field, kind in (("activity", "activity"), ("via", "")):
        was, now = getattr(old, field), getattr(new, field)
        if was != now:
            yield f"{field} {_called(before, was, kind)} → {_called(after, now, kind)}"
    if old.role is not new.role:
        yield f"role {old.role.value} → {new.role.value}"
    for field in ("condition", "contract", "transfer", "since", "until"):
        was, now = getattr(old, field), getattr(new, field)
        if was != now:
            yield f"{field} {_plain(was)} → {_plain(now)}"


def _called(data_map: DataMap, name: str | None, kind: str) -> str:
    if name is None:
        return "none"
    references = [f"{one}:{name}" for one in ([kind] if kind else ["system", "channel"])]
    return next((data_map.name(one) for one in references if one in data_map.by_reference), name)


def _plain(value: object) -> str:
    if isinstance(value, Transfer):
        return f"{_plain(value.country)} ({_plain(value.mechanism)})"
    if value is None:
        return "none"
    return value.value.replace("-", " ") if isinstance(value, Enum) else one_line(str(value), 60)
