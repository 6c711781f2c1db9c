"""What changes between two maps in words: title, reading aid, list, and a text for who cannot see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from ..model.data_map import DataMap
from .change_marks import Row
from .flow_changes import CHANGING, Kind, Scene
from .flow_words import move_words, party_words
from .sentences import count, listing

HEADS: Final[Mapping[Kind, str]] = {
    Kind.STOPS: "Stops",
    Kind.STARTS: "Starts",
    Kind.CHANGES: "Changes",
    Kind.STAYS: "As before, either way",
}
_VERBS: Final = {
    Kind.STOPS: ("stops", "stop"),
    Kind.STARTS: ("starts", "start"),
    Kind.CHANGES: ("changes", "change"),
}


def change_title(scene: Scene) -> str:
    """Return in one line how many flows stop, start and change, and who comes and goes.

    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.views.flow_changes import compare_flows
    >>> change_title(compare_flows(example_map(), example_map()))
    'Nothing changes in who gives what to whom'
    """
    flows = Counter[Kind]()
    for move in scene.moves:
        flows[move.kind] += len(move.flows)
    said: list[str] = []
    for kind in CHANGING:
        if flows[kind]:
            noun = "" if said else " flow" if flows[kind] == 1 else " flows"
            said.append(f"{flows[kind]:,}{noun} {_VERBS[kind][flows[kind] != 1]}")
    who = {kind: [one.party.name for one in scene.parties.values() if one.kind is kind] for kind in CHANGING}
    idle = [one.party.name for one in scene.parties.values() if one.idle]
    also = [
        f"{listing(names, 2)} {one if len(names) == 1 else many}"
        for names, one, many in (
            (who[Kind.STOPS], "leaves", "leave"),
            (idle, "has no flow left", "have no flow left"),
            (who[Kind.STARTS], "is new", "are new"),
        )
        if names
    ]
    parts = [*([", ".join(said)] if said else []), *also]
    if not parts and who[Kind.CHANGES]:
        parts = [f"{count(len(who[Kind.CHANGES]), 'party', 'parties')} changed; all flows stay"]
    return "; ".join(parts) or "Nothing changes in who gives what to whom"


def versions(before: DataMap, after: DataMap) -> str:
    """Return what is drawn: the title of the map, or of both.

    >>> from audit_lib.graph.example import example_map
    >>> versions(example_map(), example_map())
    'Example · before and after'
    """
    titles = dict.fromkeys((before.info.title, after.info.title))
    return " → ".join(titles) + " · before and after"


def reading(scene: Scene) -> str:
    """Return how to read the picture, and how many lines it leaves out.

    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.views.flow_changes import compare_flows
    >>> reading(compare_flows(example_map(), example_map()))
    'A line is every flow between two parties with the same fate, thicker for more.'
    """
    said = ["A line is every flow between two parties with the same fate, thicker for more."]
    if scene.numbers or scene.party_numbers:
        said.append("Numbers are explained beneath.")
    if scene.left_out:
        said.append(f"Left out: {count(scene.left_out, 'line')} of flows with the fewest changes.")
    return " ".join(said)


def change_rows(scene: Scene) -> list[Row]:
    """Return the list beneath the picture: numbered lines under the kind of their change, then parties.

    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.views.flow_changes import compare_flows
    >>> change_rows(compare_flows(example_map(), example_map()))
    []
    """
    rows: list[Row] = []
    changing = [move for kind in CHANGING for move in scene.of(kind)]
    for move in changing:
        if not rows or rows[-1].kind is not move.kind:
            rows.append(Row(move.kind, 0, HEADS[move.kind]))
        ends = " → ".join(scene.parties[name].party.name for name in (move.sender, move.recipient))
        many = f" ({count(len(move.flows), 'flow')})" if len(move.flows) > 1 else ""
        rows.append(Row(move.kind, scene.numbers[move.key], ends + many, move_words(move, *scene.maps)))
    if scene.party_numbers:
        rows.append(Row(Kind.STAYS, 0, "Parties"))
    words = {Kind.STOPS: "leaves the map", Kind.STARTS: "is new"}
    for name, number in scene.party_numbers.items():
        standing = scene.parties[name]
        becomes = words.get(standing.kind) or party_words(name, standing, *scene.maps)
        rows.append(Row(standing.kind, number, standing.party.name, becomes))
    return rows


def change_alt(scene: Scene) -> str:
    """Return the picture in words: what it says, and the lines of each kind.

    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.views.flow_changes import compare_flows
    >>> change_alt(compare_flows(example_map(), example_map()))
    'Nothing changes in who gives what to whom.'
    """
    said = [f"{change_title(scene)}."]
    for kind in CHANGING:
        listed = [
            " to ".join(scene.parties[name].party.name for name in (move.sender, move.recipient))
            + f" ({move_words(move, *scene.maps)})"
            for move in scene.of(kind)
        ]
        if listed:
            said.append(f"{HEADS[kind]}: {listing(listed, 6)}.")
    return " ".join(said)
