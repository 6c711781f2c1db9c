"""A right is offered, and there is no door by which to use it."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.rights_matrix import NAMES
from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ...model.rights import RightKind, Use
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    uses = {use for channel in facts.data_map.channels for use in channel.uses}
    regulator = facts.data_map.info.regulator
    bare = [
        right
        for right in facts.data_map.rights
        if right.stance is not Stance.EXPECTED
        and right.right is not RightKind.INFORMED
        and not right.channels
        if not _open_door(right.right, uses, regulator)
    ]
    if bare:
        fields = {"rights": listed((NAMES[right.right] for right in bare), most=len(bare))}
        yield Hit(tuple(f"right:{right.id}" for right in bare), clauses_of(bare), fields)


def _open_door(right: RightKind, uses: set[Use], regulator: str | None) -> bool:
    """Say whether a general channel serves the right; of the regulator a person can ask the way."""
    if right is RightKind.COMPLAIN_TO_REGULATOR:
        return regulator is not None
    return (Use.COMPLAINTS if right is RightKind.COMPLAIN_TO_CONTROLLER else Use.RIGHTS) in uses


RULE = Rule(
    id="right-without-channel",
    theme=Theme.RIGHTS,
    title="Rights without a channel",
    why="A right that nobody can address to anybody is not offered.",
    law=("UK GDPR Art. 12(2)", "UK GDPR Art. 13(2)(b)"),
    remedy="The data protection officer gives a channel for each right, an electronic one among them.",
    false_alarms="One channel serves all rights, and the map does not mark it so.",
    message="There is no channel for the right {rights}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
    items=("A12-2",),
)
