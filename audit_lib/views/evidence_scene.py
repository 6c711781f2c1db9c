"""What the picture of declared and observed shows: lines between parties, and how each stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Final, Literal, NamedTuple

from ..errors import Fault, ParameterError, Place, did_you_mean
from ..model.reconciliation import Group, Reconciliation, Unseen
from .evidence_words import ORDER
from .lanes import Lane, lanes

#: What to show: everything, without what no source would show, or red lines and what is between their ends.
Show = Literal["all", "watched", "red"]
SHOWS: Final[tuple[Show, ...]] = ("all", "watched", "red")
#: The id of the box for a sender that nobody recorded; ids of a map hold no colon.
NOBODY: Final = ":nobody"


class Kind(Enum):
    """How a line stands: as declared, or red."""

    SEEN = "declared and seen"
    UNSEEN = "declared, never seen"
    UNWATCHED = "declared, no source would show it"
    RED = "not as declared"


class Line(NamedTuple):
    """What goes from one party to another and stands alike.

    `flows` are ids of the map; a red line has `groups` instead, gravest verdict first. `undeclared` says of a
    red line that the map has no flow between the two at all.
    """

    sender: str
    recipient: str
    kind: Kind
    observations: int = 0
    flows: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    undeclared: bool = False

    @property
    def key(self) -> tuple[str, str, Kind]:
        """What tells this line from all others of a picture."""
        return self.sender, self.recipient, self.kind


class Tally(NamedTuple):
    """How many flows a party gives or gets, how many of them a source would show, how many were seen."""

    declared: int = 0
    watched: int = 0
    seen: int = 0


class Scene(NamedTuple):
    """All that the picture shows: the lines, the lane of each party, the numbers of the red lines.

    `within` are red lines from a party to itself, which are not drawn. `left_out` is how many lines there are
    besides, because they are too many or were not asked for; `red_left` is how many red ones are not shown.
    """

    lines: tuple[Line, ...]
    within: tuple[Line, ...]
    parties: Mapping[str, Lane]
    numbers: Mapping[tuple[str, str, Kind], int]
    tally: Mapping[str, Tally]
    left_out: int
    red_left: int

    def of(self, kind: Kind) -> tuple[Line, ...]:
        """Return the lines of a kind; the red ones by number, those within one party among them."""
        if kind is Kind.RED:
            red = [line for line in (*self.lines, *self.within) if line.kind is kind]
            return tuple(sorted(red, key=lambda line: self.numbers[line.key]))
        return tuple(line for line in self.lines if line.kind is kind)


def evidence_scene(
    reconciliation: Reconciliation, show: Show = "all", *, most: int = 600, most_red: int = 30
) -> Scene:
    """Return what a picture of declared and observed shows, in at most so many lines, red ones before others.

    Of the red lines, at most `most_red` are shown: those of the most observations.

    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> found = evidence_scene(example_reconciliation(), "watched").lines
    >>> [(line.recipient, line.kind.value) for line in found]
    [('referencer', 'declared and seen'), ('court', 'declared, never seen'), ('insurer', 'not as declared')]
    """
    _refuse(show)
    red_lines = _red(reconciliation)
    kept = sorted(red_lines, key=lambda line: (-line.observations, _gravity(line)))[:most_red]
    every = [*_declared(reconciliation), *(line for line in red_lines if line in kept)]
    wanted = _wanted(every, show)
    ranked = sorted(
        range(len(wanted)), key=lambda at: (wanted[at].kind is not Kind.RED, -wanted[at].observations)
    )
    shown = [wanted[at] for at in sorted(ranked[:most])]
    involved = {party for line in shown for party in (line.sender, line.recipient)}
    found = {NOBODY: Lane.CONTROLLER, **lanes(reconciliation.data_map)}
    red = sorted((line for line in shown if line.kind is Kind.RED), key=_gravity)
    return Scene(
        lines=tuple(line for line in shown if line.sender != line.recipient),
        within=tuple(line for line in shown if line.sender == line.recipient),
        parties={party: lane for party, lane in found.items() if party in involved},
        numbers={line.key: number for number, line in enumerate(red, 1)},
        tally=_tally(reconciliation),
        left_out=len(every) - len(shown),
        red_left=len(red_lines) - len(red),
    )


def _refuse(show: str) -> None:
    if show not in SHOWS:
        known = ", ".join(SHOWS)
        message = f'show is one of {known}, and not "{show}".{did_you_mean(show, SHOWS)}'
        raise ParameterError([Fault(Place("show"), message)])


def _declared(reconciliation: Reconciliation) -> list[Line]:
    """Return a line for all flows from one party to another that stand alike, in the order of the map.

    Where a pair has flows that a source would show, those that none would show are not told apart.
    """
    seen = {volume.flow: volume.observations for volume in reconciliation.volumes}
    unseen = {one.flow: one for one in reconciliation.unseen}
    found: dict[tuple[str, str], dict[Kind, list[str]]] = {}
    for flow in reconciliation.data_map.flows:
        kind = _standing(flow.id, seen, unseen)
        if kind is not None:
            found.setdefault((flow.sender, flow.recipient), {}).setdefault(kind, []).append(flow.id)
    for kinds in found.values():
        rest = kinds.pop(Kind.UNWATCHED, []) if len(kinds) > 1 else []
        if rest:
            kinds[Kind.SEEN if Kind.SEEN in kinds else Kind.UNSEEN] += rest
    return [
        Line(*pair, kind, sum(seen.get(flow, 0) for flow in flows), tuple(flows))
        for pair, kinds in found.items()
        for kind, flows in kinds.items()
    ]


def _standing(flow: str, seen: Mapping[str, int], unseen: Mapping[str, Unseen]) -> Kind | None:
    if seen.get(flow):
        return Kind.SEEN
    if flow in unseen:
        return Kind.UNSEEN if unseen[flow].watched else Kind.UNWATCHED
    return None


def _red(reconciliation: Reconciliation) -> list[Line]:
    """Return a red line for each pair of parties between which something was not as declared."""
    flows = reconciliation.data_map.flow
    found: dict[tuple[str, str], list[Group]] = {}
    for group in reconciliation.groups:
        nearest = flows.get(group.flow or "")
        recipient = group.meaning.recipient or (nearest.recipient if nearest else None)
        sender = group.meaning.sender or (nearest.sender if nearest else NOBODY)
        # Merged patterns have no source: that they name no sender does not say that none was recorded.
        unsaid = sender == NOBODY and not group.meaning.source
        if group.verdict.is_violation and recipient and not unsaid:
            found.setdefault((sender, recipient), []).append(group)
    pairs = {(flow.sender, flow.recipient) for flow in reconciliation.data_map.flows}
    return [
        Line(
            *pair,
            Kind.RED,
            at_least(groups),
            groups=tuple(sorted(groups, key=lambda g: (ORDER.index(g.verdict), -g.observations))),
            undeclared=pair not in pairs,
        )
        for pair, groups in found.items()
    ]


def at_least(groups: Sequence[Group]) -> int:
    """Return how many observations groups stand for; one that earned several verdicts counts once.

    Groups that mean the same may be about the same observations: the largest of them counts.

    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> at_least(example_reconciliation().groups)
    40
    """
    most: dict[str, int] = {}
    for group in groups:
        meaning = group.meaning.model_dump_json()
        most[meaning] = max(most.get(meaning, 0), group.observations)
    return sum(most.values())


def _wanted(lines: Iterable[Line], show: Show) -> list[Line]:
    listed = list(lines)
    if show == "all":
        return listed
    if show == "watched":
        return [line for line in listed if line.kind is not Kind.UNWATCHED]
    touched = {party for line in listed if line.kind is Kind.RED for party in (line.sender, line.recipient)}
    return [
        line
        for line in listed
        if line.kind is Kind.RED
        or (line.kind is not Kind.UNWATCHED and {line.sender, line.recipient} <= touched)
    ]


def _gravity(line: Line) -> tuple[bool, int, int]:
    """Return a key that sorts what the map does not have before the rest, then by verdict and by how many."""
    return not line.undeclared, ORDER.index(line.groups[0].verdict), -line.observations


def _tally(reconciliation: Reconciliation) -> Mapping[str, Tally]:
    seen = {volume.flow for volume in reconciliation.volumes if volume.observations}
    watched = seen | {one.flow for one in reconciliation.unseen if one.watched}
    found = {party.id: Tally() for party in reconciliation.data_map.parties}
    for flow in reconciliation.data_map.flows:
        for party in (flow.sender, flow.recipient):
            old = found[party]
            found[party] = Tally(
                old.declared + 1, old.watched + (flow.id in watched), old.seen + (flow.id in seen)
            )
    return found
