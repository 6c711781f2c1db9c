"""The notice does not say that people may complain to the regulator."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import RightOffered
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.rights import RightKind
from ..facts import Facts
from ..rule import Hit, Rule, Theme


def _hits(facts: Facts) -> Iterator[Hit]:
    rights = (said.claim.right for said in facts.said(RightOffered))
    if RightKind.COMPLAIN_TO_REGULATOR not in rights:
        regulator = facts.data_map.info.regulator
        name = facts.name("party", regulator) if regulator else "the regulator"
        yield Hit((f"party:{regulator}" if regulator else facts.whole,), fields={"regulator": name})


RULE = Rule(
    id="complaint-to-regulator-not-told",
    theme=Theme.TRANSPARENCY,
    title="Right to complain to the regulator not told",
    why="It is the one way to have a refusal looked at that costs nothing.",
    law=("UK GDPR Art. 13(2)(d)", "UK GDPR Art. 14(2)(e)", "Data Protection Act 2018 s.165"),
    remedy="The data protection officer adds the right, with the regulator's name and address.",
    false_alarms="The right stands on a page that the notice links to.",
    message="The notice does not tell people that they may complain to {regulator}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A13-2d",),
)
