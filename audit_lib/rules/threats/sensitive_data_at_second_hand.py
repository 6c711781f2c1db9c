"""Sensitive data reaches outsiders with whom the controller has nothing to do (data disclosure)."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.linddun import Threat, named_source
from ...model.finding import Severity
from ...model.flow import Direction, Flow, Role
from ...model.noun import Confidence
from ...model.party import PartyKind
from ..facts import Facts, clauses_of, given
from ..outsiders import given_directly
from ..rule import Hit, Rule, Theme
from ..uses import unless_sure
from ..wording import listed


def _unknown(facts: Facts) -> list[Flow]:
    """Return the flows between outsiders that bring sensitive data to who gets none from the controller.

    What goes on for another purpose, and what sub-processors get, other rules speak of.
    """
    known = given_directly(facts)
    repurposed = {found.passed_on for found in facts.onward}
    return [
        flow
        for flow in facts.disclosures
        if facts.data_map.direction(flow) is Direction.ONWARD
        and flow.recipient not in known
        and flow.role is not Role.SUB_PROCESSOR
        and flow.id not in repurposed
        and facts.data_map.party[flow.recipient].kind is PartyKind.ORGANISATION
        and not given(flow.contract)
        and facts.sensitive(flow.data)
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    unknown = _unknown(facts)
    if unknown:
        ways = (" to ".join(facts.names("party", (flow.sender, flow.recipient))) for flow in unknown)
        data = (category for flow in unknown for category in facts.sensitive(flow.data))
        fields = {"ways": listed(ways), "data": listed(facts.names("data", data))}
        about = tuple(f"flow:{flow.id}" for flow in unknown)
        yield Hit(about, clauses_of(unknown), fields, confidence=unless_sure(unknown))


RULE = Rule(
    id="sensitive-data-at-second-hand",
    theme=Theme.THREATS,
    title="Sensitive data with outsiders whom nobody here knows",
    why="Who has no dealings with a recipient cannot limit it, learns of no breach there and can have "
    "nothing erased.",
    law=(
        named_source(Threat.DATA_DISCLOSURE),
        "UK GDPR Art. 5(1)(f)",
        "UK GDPR Art. 5(1)(c)",
        "UK GDPR Art. 24(1)",
    ),
    remedy="The owner of the contract with the first recipient has the further one named and bound, or has "
    "the data taken out of what goes on.",
    false_alarms="The agreement with the first recipient covers the further one, and the map has no link.",
    message="{data} can go on to outsiders that get nothing from the controller itself: {ways}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
