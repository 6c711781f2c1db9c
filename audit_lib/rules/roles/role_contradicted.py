"""A party acts for the controller in some places and answers for itself in others."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import LiabilityClaimed
from ...model.finding import Severity
from ...model.flow import Flow, Role
from ...model.noun import Confidence
from ...model.words import counted
from ..facts import ACTS_FOR_ANOTHER, Facts, Said, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, listed, quoted

_DECIDES = frozenset({Role.CONTROLLER, Role.JOINT_CONTROLLER})


def _as_both(serving: list[Flow], deciding: list[Flow]) -> list[Flow]:
    """Return the flows in which the party decides, of activities in which it also acts for another."""
    activities = {flow.activity for flow in serving}
    return [flow for flow in deciding if flow.activity in activities]


def _hits(facts: Facts) -> Iterator[Hit]:
    serving: dict[str, list[Flow]] = {}
    deciding: dict[str, list[Flow]] = {}
    open_role: dict[str, list[Flow]] = {}
    for flow in facts.flows:
        if flow.role in ACTS_FOR_ANOTHER:
            serving.setdefault(flow.recipient, []).append(flow)
        elif flow.role in _DECIDES:
            deciding.setdefault(flow.recipient, []).append(flow)
        elif flow.role is Role.UNCLEAR:
            open_role.setdefault(flow.recipient, []).append(flow)
    alone: dict[str, list[Said[LiabilityClaimed]]] = {}
    for said in facts.said(LiabilityClaimed):
        for party in said.claim.parties if said.claim.alone else ():
            alone.setdefault(party, []).append(said)
    for party, flows in serving.items():
        both = _as_both(flows, deciding.get(party, []))
        data = sorted({c for flow in [*flows, *open_role.get(party, [])] for c in flow.data})
        liable = [said for said in alone.get(party, []) if facts.overlap(said.claim.data, data)]
        if facts.outside(party) and (both or liable):
            yield _hit(facts, party, flows, [*both, *_left_open(open_role.get(party, []), liable)], liable)


def _left_open(flows: list[Flow], liable: list[Said[LiabilityClaimed]]) -> list[Flow]:
    """Return the flows of open role that the clauses on liability are about."""
    return [flow for flow in flows if {said.clause for said in liable} & set(flow.clauses)]


def _hit(
    facts: Facts, party: str, serving: list[Flow], both: list[Flow], liable: list[Said[LiabilityClaimed]]
) -> Hit:
    against = []
    if liable:
        data = listed(facts.names("data", (c for said in liable for c in said.claim.data))) or "data"
        makes = clauses_that([said.clause for said in liable], "makes", "make")
        against.append(f"{makes} it alone answer for {data}")
    deciding = [flow for flow in both if flow.role in _DECIDES]
    if deciding:
        names = quoted(facts.names("activity", (flow.activity for flow in deciding)))
        against.append(
            f"it is a controller in {counted(len(deciding), 'flow')} of the same activities ({names})"
        )
    fields = {
        "party": facts.name("party", party),
        "serving": counted(len(serving), "flow"),
        "against": listed(against),
    }
    about = (f"party:{party}", *(f"flow:{flow.id}" for flow in [*both, *serving]))
    alone = tuple(said.clause for said in liable)
    other = tuple(c for c in clauses_of(serving) if c not in {*alone, *clauses_of(both)})
    return Hit(about, (*alone, *clauses_of([*both, *serving])), fields, contradicts=other or alone)


RULE = Rule(
    id="role-contradicted",
    theme=Theme.ROLES,
    title="Processor in one place, answerable for itself in another",
    why="If the role is open, so is who answers a request, reports a breach and pays for the damage; and a "
    "controller cannot pass what it owes people to its processor by a sentence in a notice.",
    law=("UK GDPR Art. 4(7), 4(8)", "UK GDPR Art. 28", "UK GDPR Art. 24(1)", "UK GDPR Art. 82(4)"),
    remedy="The owner of the contract settles the party's role for each activity from its terms and from "
    "what the party really does; the data protection officer takes out every sentence that sends people to "
    "the processor with their claims.",
    false_alarms="The party decides for itself in a service of its own that people use beside the "
    "controller's.",
    message="{party} acts for the controller in {serving}; yet {against}.",
    severity=Severity.HIGH,
    confidence=Confidence.CERTAIN,
    test=_hits,
)
