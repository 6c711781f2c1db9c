"""People have a right under the bases in use, and nobody is set up to answer it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...law.rights_matrix import NAMES, PROVISIONS, rights_under
from ...model.claim import RightOffered
from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ...model.rights import RightKind
from ..facts import Facts, given
from ..rule import Hit, Rule, Theme
from ..uses import promotes
from ..wording import listed

#: What a notice answers by being there, and what somebody else answers.
_ELSEWHERE: Final = frozenset({RightKind.INFORMED, RightKind.COMPLAIN_TO_REGULATOR})


def _due(facts: Facts) -> set[RightKind]:
    """Return the rights that people have; where a notice leaves one out, that is a finding of its own."""
    bases = dict.fromkeys(basis.basis for activity in facts.activities for basis in facts.bases(activity))
    due = set(rights_under(bases, facts.as_of)) - _ELSEWHERE
    if not any(given(activity.automated_decisions) for activity in facts.activities):
        due.discard(RightKind.AUTOMATED_DECISIONS)
    if any(promotes(facts, activity) for activity in facts.activities):
        due.add(RightKind.OBJECTION)
    if facts.has_notice:
        due &= {said.claim.right for said in facts.said(RightOffered)}
    return due


def _hits(facts: Facts) -> Iterator[Hit]:
    provided = {right.right for right in facts.data_map.rights if right.stance is not Stance.EXPECTED}
    missing = [right for right in RightKind if right in _due(facts) - provided]
    if missing:
        rights = listed((f"{NAMES[right]} ({PROVISIONS[right]})" for right in missing), most=len(missing))
        yield Hit((facts.whole,), fields={"rights": rights})


RULE = Rule(
    id="rights-not-provided-for",
    theme=Theme.RIGHTS,
    title="Rights for which nobody is on record",
    why="A request that nobody is set up to answer misses its month.",
    law=("UK GDPR Art. 12(2)", "UK GDPR Art. 12(3)", "UK GDPR Art. 24(1)"),
    remedy="The data protection officer names for each right the team that answers, the channel and how "
    "it is done within the time, and enters it in the map.",
    false_alarms="One team answers all rights, and the map lists only some of them.",
    message="Who answers when somebody uses the right {rights}? People have it under the lawful bases in "
    "use, and the map has no entry for it.",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
