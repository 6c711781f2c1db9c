"""A controller from abroad, and no representative in the United Kingdom is named."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.adequacy import HOME
from ...model.claim import RepresentativeNamed
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, given
from ..rule import Hit, Rule, Theme


def _hits(facts: Facts) -> Iterator[Hit]:
    info = facts.data_map.info
    if facts.said(RepresentativeNamed):
        return
    controller = facts.data_map.party[info.controller]
    if info.representative:
        name = facts.name("party", info.representative)
        message = f"{name} represents the controller in the United Kingdom, and the notice does not say so."
        yield Hit((f"party:{info.representative}",), fields={"message": message})
    elif given(controller.country) and controller.country != HOME:
        message = (
            f"{controller.name} has its seat in {controller.country}. Who represents it in the United "
            "Kingdom? The notice names nobody."
        )
        yield Hit((f"party:{controller.id}",), fields={"message": message}, confidence=Confidence.ASK)


RULE = Rule(
    id="representative-not-told",
    theme=Theme.TRANSPARENCY,
    title="Representative in the United Kingdom not told",
    why="Somebody whose data goes to a company abroad needs an address at home.",
    law=("UK GDPR Art. 13(1)(a)", "UK GDPR Art. 14(1)(a)", "UK GDPR Art. 27"),
    remedy="The data protection officer names the representative and how to reach them; where there is none "
    "and one is due, the controller designates one in writing.",
    false_alarms="The controller also has an establishment in the United Kingdom, which runs the processing.",
    message="{message}",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A13-1a-rep",),
)
