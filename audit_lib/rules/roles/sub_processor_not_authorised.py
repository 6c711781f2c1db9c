"""A processor hands data to a further one, and nothing shows that the controller agreed."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.flow import Direction, Flow, Role
from ...model.noun import Confidence, Gap
from ..facts import Facts, clauses_of, open_gap
from ..rule import Hit, Rule, Theme
from ..wording import listed


def engaged(facts: Facts) -> list[Flow]:
    """Return the flows by which an outsider hands data to a sub-processor that the controller gives none.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> engaged(Facts(example_map(), dt.date(2026, 11, 22)))
    []
    """
    serving = {
        flow.recipient
        for flow in facts.flows
        if flow.role is Role.PROCESSOR and facts.data_map.direction(flow) is not Direction.ONWARD
    }
    return [
        flow
        for flow in facts.flows
        if flow.role is Role.SUB_PROCESSOR
        and facts.data_map.direction(flow) is Direction.ONWARD
        and flow.recipient not in serving
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    open_flows = [flow for flow in engaged(facts) if open_gap(flow.contract) or flow.contract is Gap.NONE]
    if open_flows:
        pairs = (" by ".join(facts.names("party", (flow.recipient, flow.sender))) for flow in open_flows)
        data = (category for flow in open_flows for category in flow.data)
        fields = {"pairs": listed(pairs), "data": listed(facts.names("data", data))}
        yield Hit(tuple(f"flow:{flow.id}" for flow in open_flows), clauses_of(open_flows), fields)


RULE = Rule(
    id="sub-processor-not-authorised",
    theme=Theme.ROLES,
    title="Sub-processor without an authorisation on record",
    why="A processor may not pass the work on by itself: what binds it has to bind everybody down the chain, "
    "and the controller must be able to say no.",
    law=("UK GDPR Art. 28(2)", "UK GDPR Art. 28(4)", "UK GDPR Art. 5(2)"),
    remedy="The owner of each contract gets the processor's list of sub-processors, objects or authorises in "
    "writing, and links the authorisation and the terms that flow down.",
    false_alarms="The contract authorises sub-processors in general, and the map has no link to the list.",
    message="Who has authorised the use of {pairs}, and do the same terms bind them? They get {data}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
