"""Which flows stop, start and change between two maps, put together as the lines of one picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Final, NamedTuple

from ..model.data_map import DataMap
from ..model.flow import Flow
from ..model.noun import Stance
from ..model.party import Party
from .lanes import Lane, lanes

#: The fields of a flow that say what moves, to whom and how; where the map knows it from is no change.
FIELDS: Final = (
    "data", "subjects", "activity", "via", "role", "condition", "contract", "transfer", "since", "until"
)  # fmt: skip
PARTY_FIELDS: Final = ("name", "kind", "part_of", "group", "country")


class Kind(Enum):
    """What becomes of flows or parties: the sign that stands on their line, and the heading of their list."""

    STOPS = "×"
    STARTS = "+"
    CHANGES = "≠"
    STAYS = ""


#: In which order the kinds of change are numbered and listed.
CHANGING: Final = (Kind.STOPS, Kind.STARTS, Kind.CHANGES)


class Move(NamedTuple):
    """The flows between two parties that share a fate, in the order of the map; `old` are they before.

    Flows that stay are one move for both directions; all others run from the sender to the recipient.
    """

    sender: str
    recipient: str
    kind: Kind
    flows: tuple[Flow, ...]
    old: tuple[Flow, ...]

    @property
    def key(self) -> tuple[str, str, Kind]:
        """What tells this move from all others of a picture."""
        return self.sender, self.recipient, self.kind


class Standing(NamedTuple):
    """A party of either map: as it is, or was, its lane, and what becomes of it.

    `idle` says that the map still has it and that no flow of it is left.
    """

    party: Party
    lane: Lane
    kind: Kind
    idle: bool = False


class Scene(NamedTuple):
    """All that a picture of two maps shows: both maps, lines, parties, and the numbers of what changes.

    `left_out` is how many lines are too many to draw.
    """

    maps: tuple[DataMap, DataMap]
    moves: tuple[Move, ...]
    parties: Mapping[str, Standing]
    numbers: Mapping[tuple[str, str, Kind], int]
    party_numbers: Mapping[str, int]
    left_out: int

    def of(self, kind: Kind) -> tuple[Move, ...]:
        """Return the lines of a kind."""
        return tuple(move for move in self.moves if move.kind is kind)

    @property
    def touched(self) -> Mapping[str, Counter[Kind]]:
        """How many flows of each kind each party gives and gets."""
        found: dict[str, Counter[Kind]] = {name: Counter() for name in self.parties}
        for move in self.moves:
            for name in (move.sender, move.recipient):
                found[name][move.kind] += len(move.flows)
        return found


def compare_flows(before: DataMap, after: DataMap, *, expected: bool = False, most: int = 600) -> Scene:
    """Return what a picture of two maps shows, in at most so many lines; lines that stay are left out first.

    >>> from audit_lib.graph.example import example_map
    >>> len(compare_flows(example_map(), example_map()).moves)
    4
    """
    every = moves(before, after, expected=expected)
    ranked = sorted(range(len(every)), key=lambda at: (every[at].kind is Kind.STAYS, -len(every[at].flows)))
    shown = tuple(every[at] for at in sorted(ranked[:most]))
    standing = standings(before, after)
    involved = {name for move in shown for name in (move.sender, move.recipient)}
    parties = {name: one for name, one in standing.items() if name in involved or one.kind is not Kind.STAYS}
    lines = [move.key for kind in CHANGING for move in shown if move.kind is kind]
    who = [name for kind in CHANGING for name, one in parties.items() if one.kind is kind]
    return Scene(
        maps=(before, after),
        moves=shown,
        parties=parties,
        numbers={key: number for number, key in enumerate(lines, 1)},
        party_numbers={name: number for number, name in enumerate(who, len(lines) + 1)},
        left_out=len(every) - len(shown),
    )


def moves(before: DataMap, after: DataMap, *, expected: bool = False) -> tuple[Move, ...]:
    """Return what becomes of the flows of two maps: what stops, what starts, what changes, what stays.

    A flow is the same if its id is; one with other ends stops at the old and starts at the new. Flows that
    stay and are merely expected are left out unless asked for.

    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.data_map import DataMap
    >>> content = example_map().content()
    >>> changed = DataMap.model_validate({**content, "flows": content["flows"][:3]})
    >>> [(move.sender, move.recipient) for move in moves(example_map(), changed) if move.kind is Kind.STOPS]
    [('agent', 'court')]
    """
    found: dict[tuple[str, str, Kind], tuple[list[Flow], list[Flow]]] = {}
    for old, new in _pairs(before, after):
        for sender, recipient, kind in _fates(old, new):
            if kind is Kind.STAYS and _merely_expected(new) and not expected:
                continue
            back = (recipient, sender, kind)
            key = back if kind is Kind.STAYS and back in found else (sender, recipient, kind)
            olds, news = found.setdefault(key, ([], []))
            olds += [old] if old and kind is not Kind.STARTS else []
            news += [new] if new and kind is not Kind.STOPS else []
    return tuple(Move(*key, tuple(news or olds), tuple(olds)) for key, (olds, news) in found.items())


def _pairs(before: DataMap, after: DataMap) -> Iterator[tuple[Flow | None, Flow | None]]:
    for new in after.flows:
        yield before.flow.get(new.id), new
    for old in before.flows:
        if old.id not in after.flow:
            yield old, None


def _fates(old: Flow | None, new: Flow | None) -> Iterator[tuple[str, str, Kind]]:
    ends = [one and (one.sender, one.recipient) for one in (old, new)]
    if old and new and ends[0] == ends[1]:
        differs = any(getattr(old, field) != getattr(new, field) for field in FIELDS)
        yield new.sender, new.recipient, Kind.CHANGES if differs else Kind.STAYS
        return
    if old:
        yield old.sender, old.recipient, Kind.STOPS
    if new:
        yield new.sender, new.recipient, Kind.STARTS


def _merely_expected(flow: Flow | None) -> bool:
    return flow is not None and flow.stance is Stance.EXPECTED


def standings(before: DataMap, after: DataMap) -> Mapping[str, Standing]:
    """Return the parties of both maps in the order in which pictures list them.

    >>> from audit_lib.graph.example import example_map
    >>> {one.kind for one in standings(example_map(), example_map()).values()}
    {<Kind.STAYS: ''>}
    """
    then, now = lanes(before), lanes(after)
    busy = [
        {party for flow in each.flows for party in (flow.sender, flow.recipient)} for each in (before, after)
    ]
    found = {}
    for name, lane in now.items():
        # Where flows come and go in only one of the maps, only that one can tell the lane.
        known = lane if name in busy[1] or name not in then else then[name]
        moved = name in busy[0] & busy[1] and then[name] is not lane
        kind = _party_fate(name, before, after, moved=moved)
        found[name] = Standing(after.party[name], known, kind, idle=name in busy[0] - busy[1])
    found |= {
        name: Standing(before.party[name], lane, Kind.STOPS) for name, lane in then.items() if name not in now
    }
    return dict(sorted(found.items(), key=lambda item: list(Lane).index(item[1].lane)))


def _party_fate(name: str, before: DataMap, after: DataMap, *, moved: bool) -> Kind:
    if name not in before.party:
        return Kind.STARTS
    old, new = before.party[name], after.party[name]
    differs = any(getattr(old, field) != getattr(new, field) for field in PARTY_FIELDS)
    return Kind.CHANGES if moved or differs else Kind.STAYS
