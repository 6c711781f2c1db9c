"""The notice does not say that people may complain to the controller."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.commencement import JUNE_2026
from ...model.claim import RightOffered
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.rights import RightKind
from ..facts import Facts
from ..rule import Hit, Rule, Theme


def _hits(facts: Facts) -> Iterator[Hit]:
    offered = facts.said(RightOffered)
    if any(said.claim.right is RightKind.COMPLAIN_TO_CONTROLLER for said in offered):
        return
    near = tuple(s.clause for s in offered if s.claim.right is RightKind.COMPLAIN_TO_REGULATOR)
    fields = {
        "controller": facts.name("party", facts.data_map.info.controller),
        "instead": ", and speaks only of a complaint to the regulator" if near else "",
    }
    yield Hit((facts.whole,), near, fields)


RULE = Rule(
    id="complaint-to-controller-not-told",
    theme=Theme.TRANSPARENCY,
    title="Right to complain to the controller not told",
    why="The controller must make complaints easy, acknowledge each within 30 days and answer it; a notice "
    "written before the change does not say so.",
    law=("UK GDPR Art. 13(2)(ca)", "UK GDPR Art. 14(2)(da)", "Data Protection Act 2018 s.164A"),
    remedy="The data protection officer adds the right with an electronic form and another way to use it, "
    "and sets up acknowledgement within 30 days.",
    false_alarms="The text that was read is older than the notice that is published now.",
    message="The notice does not tell people that they may complain to {controller} itself about their "
    "data{instead}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
    in_force=JUNE_2026,
    needs_notice=True,
    items=("A13-2ca", "A14-2da"),
)
