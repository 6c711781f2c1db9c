"""Data goes from an outsider to a second and on to a third."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ...model.finding import Severity
from ...model.flow import Direction, Flow
from ...model.noun import Confidence
from ...model.party import PartyKind
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import unless_sure
from ..wording import listed


def _brought(facts: Facts, flows: list[Flow]) -> Mapping[str, dict[str, Flow]]:
    """Return for each party and category one flow by which an outsider passed it on to that party."""
    found: dict[str, dict[str, Flow]] = defaultdict(dict)
    for flow in flows:
        for category in facts.atoms(flow.data):
            found[flow.recipient].setdefault(category, flow)
    return found


def _hits(facts: Facts) -> Iterator[Hit]:
    onward = [flow for flow in facts.disclosures if facts.data_map.direction(flow) is Direction.ONWARD]
    brought = _brought(facts, onward)
    third: dict[Flow, Flow] = {}
    for flow in onward:
        came = brought.get(flow.sender, {})
        shared = sorted(facts.atoms(flow.data) & came.keys())
        before = next((came[c] for c in shared if came[c].sender != flow.recipient), None)
        # An authority that may demand data gets it wherever it is.
        if before and facts.data_map.party[flow.recipient].kind is not PartyKind.AUTHORITY:
            third[flow] = before
    if third:
        chains = (
            " to ".join(facts.names("party", (before.sender, flow.sender, flow.recipient)))
            for flow, before in third.items()
        )
        flows = list(dict.fromkeys(flow for pair in third.items() for flow in reversed(pair)))
        data = (c for flow in third for c in flow.data)
        fields = {"chains": listed(chains, most=4), "data": listed(facts.names("data", data))}
        about = tuple(f"flow:{flow.id}" for flow in flows)
        yield Hit(about, clauses_of(flows), fields, confidence=unless_sure(third))


RULE = Rule(
    id="beyond-the-second-hand",
    theme=Theme.PURPOSE_LIMITATION,
    title="Data travels on beyond the second outsider",
    why="With each hand the limits that were set at the start get weaker; at the third nobody at the "
    "controller knows who holds the data, or can have it erased.",
    law=("UK GDPR Art. 5(1)(b)", "UK GDPR Art. 28(2)", "UK GDPR Art. 28(4)", "UK GDPR Art. 5(2)"),
    remedy="The owner of the first contract has every further recipient named and approved, with the same "
    "limits all along, or has the data sent by the controller itself.",
    false_alarms="The whole chain is in the provider's list of sub-processors, which the controller has "
    "approved.",
    message="Data goes on from outsider to outsider: {chains}. What travels: {data}.",
    severity=Severity.LOW,
    confidence=Confidence.LIKELY,
    test=_hits,
)
