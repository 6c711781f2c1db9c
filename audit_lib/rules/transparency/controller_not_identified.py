"""The notice does not say who the controller is, or how to reach it."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import ControllerNamed
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.rights import Use
from ..facts import Facts, given
from ..rule import Hit, Rule, Theme


def _hits(facts: Facts) -> Iterator[Hit]:
    named = facts.said(ControllerNamed)
    controller = facts.data_map.info.controller
    about = (f"party:{controller}",)
    if not named:
        yield Hit(about, fields={"what": "does not name the controller"})
        return
    addressed = any(given(said.claim.address) for said in named)
    doors = any(
        Use.CONTACT in channel.uses and channel.party in facts.data_map.inside
        for channel in facts.data_map.channels
    )
    if not (addressed or doors):
        clauses = tuple(said.clause for said in named)
        what = "names the controller and gives no way to reach it"
        yield Hit(about, clauses, {"what": what}, severity=Severity.MEDIUM)


RULE = Rule(
    id="controller-not-identified",
    theme=Theme.TRANSPARENCY,
    title="Controller not identified",
    why="Whoever does not know who decides about their data can use no right against anybody.",
    law=("UK GDPR Art. 13(1)(a)", "UK GDPR Art. 14(1)(a)"),
    remedy="The data protection officer puts the controller's registered name and address into the notice.",
    false_alarms="The controller stands on the page around the notice, outside the text that was read.",
    message="The notice {what}.",
    severity=Severity.HIGH,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A13-1a",),
)
