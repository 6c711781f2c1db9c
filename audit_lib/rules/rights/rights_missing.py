"""People have rights under the bases in use that the notice does not mention."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from ...law.rights_matrix import NAMES, PROVISIONS, rights_under
from ...model.claim import AutomatedDecisionsClaimed, RightOffered
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.rights import RightKind
from ..facts import Facts, given
from ..rule import Hit, Rule, Theme
from ..uses import promotes
from ..wording import listed

#: Rights with rules of their own, and the right that a notice answers by being there.
_ELSEWHERE: Final = frozenset(
    {RightKind.INFORMED, RightKind.COMPLAIN_TO_CONTROLLER, RightKind.COMPLAIN_TO_REGULATOR}
)

#: The transparency items and provisions for rights; most are told under one.
_RIGHTS: Final = ("A13-2b", "UK GDPR Art. 13(2)(b)")
_TOLD_IN: Final[Mapping[RightKind, tuple[tuple[str, str], ...]]] = {
    RightKind.WITHDRAW_CONSENT: (("A13-2c", "UK GDPR Art. 13(2)(c)"),),
    RightKind.AUTOMATED_DECISIONS: (("A13-2f", "UK GDPR Art. 13(2)(f)"),),
    RightKind.OBJECTION: (_RIGHTS, ("A21-4", "UK GDPR Art. 21(4)")),
}


def _automated(facts: Facts) -> bool:
    claimed = any(not said.claim.denied for said in facts.said(AutomatedDecisionsClaimed))
    return claimed or any(given(activity.automated_decisions) for activity in facts.activities)


def _hits(facts: Facts) -> Iterator[Hit]:
    bases = dict.fromkeys(basis.basis for activity in facts.activities for basis in facts.bases(activity))
    offered = {said.claim.right for said in facts.said(RightOffered)}
    rights = set(rights_under(bases, facts.as_of))
    if any(promotes(facts, activity) for activity in facts.activities):
        rights.add(RightKind.OBJECTION)  # to direct marketing it is open on any basis: Art. 21(2)
    due = [
        right
        for right in RightKind
        if right in rights
        and right not in _ELSEWHERE | offered
        and (right is not RightKind.AUTOMATED_DECISIONS or _automated(facts))
    ]
    if due:
        fields = {
            "rights": listed((f"{NAMES[right]} ({PROVISIONS[right]})" for right in due), most=len(due)),
        }
        clauses = tuple(said.clause for said in facts.said(RightOffered))
        told_in = dict.fromkeys(place for right in due for place in _TOLD_IN.get(right, (_RIGHTS,)))
        items, law = zip(*told_in, strict=True)
        yield Hit((facts.whole,), clauses, fields, items=items, law=(*law, "UK GDPR Art. 12(2)"))


RULE = Rule(
    id="rights-missing",
    theme=Theme.RIGHTS,
    title="Rights that the notice leaves out",
    why="People do not use rights of which nobody has told them.",
    law=(
        "UK GDPR Art. 13(2)(b)",
        "UK GDPR Art. 13(2)(c)",
        "UK GDPR Art. 13(2)(f)",
        "UK GDPR Art. 21(4)",
        "UK GDPR Art. 12(2)",
    ),
    remedy="The data protection officer adds these rights, each with when it applies.",
    false_alarms="The rights stand on a page that the notice links to.",
    message="Under the lawful bases in use people also have the right {rights}; the notice does not "
    "mention it.",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A13-2b", "A13-2c", "A13-2f", "A21-4"),
)
