"""A recipient is held to its task in one clause and let off in another."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import RecipientFreed, RecipientLimited
from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence
from ...model.words import counted
from ..facts import Facts, Said
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, listed


def let_off(facts: Facts) -> dict[str, list[Said[RecipientFreed]]]:
    """Return the parties that are both limited and freed, each with the claims that free it.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> facts = Facts(example_map(), dt.date(2026, 11, 22))
    >>> let_off(facts)
    {}
    """
    limited = {party for said in facts.said(RecipientLimited) for party in said.claim.recipients}
    freed: dict[str, list[Said[RecipientFreed]]] = {}
    for said in facts.said(RecipientFreed):
        for party in said.claim.recipients:
            freed.setdefault(party, []).append(said)
    return {
        party.id: freed[party.id] for party in facts.data_map.parties if party.id in limited & freed.keys()
    }


def flows_let_off(facts: Facts) -> list[Flow]:
    """Return the flows by which such parties pass data on, resting on the clauses that free them.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> facts = Facts(example_map(), dt.date(2026, 11, 22))
    >>> flows_let_off(facts)
    []
    """
    clauses = {party: {said.clause for said in claims} for party, claims in let_off(facts).items()}
    return [
        flow for flow in facts.disclosures if not clauses.get(flow.sender, set()).isdisjoint(flow.clauses)
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    both = let_off(facts)
    if not both:
        return
    holding = [
        s.clause for s in facts.said(RecipientLimited) if not both.keys().isdisjoint(s.claim.recipients)
    ]
    letting = [s for s in facts.said(RecipientFreed) if not both.keys().isdisjoint(s.claim.recipients)]
    flows = flows_let_off(facts)
    takers = listed(facts.names("party", (flow.recipient for flow in flows)))
    fields = {
        "parties": listed(facts.names("party", both)),
        "limited": clauses_that(holding, "holds", "hold"),
        "freed": clauses_that([said.clause for said in letting], "lets", "let"),
        "freedoms": listed(said.claim.freedom for said in letting),
        "flows": f" So data can go from them to {takers} ({counted(len(flows), 'flow')})." if flows else "",
    }
    about = (*(f"party:{party}" for party in both), *(f"flow:{flow.id}" for flow in flows))
    freeing = tuple(said.clause for said in letting)
    yield Hit(about, (*holding, *freeing), fields, contradicts=freeing)


RULE = Rule(
    id="recipient-limited-and-freed",
    theme=Theme.SHARING,
    title="Recipients limited in one clause and freed in another",
    why="A processor that uses or discloses data for ends of its own is a controller, and people were told "
    "the opposite.",
    law=("UK GDPR Art. 28(3)(a)", "UK GDPR Art. 28(10)", "UK GDPR Art. 5(1)(a)", "UK GDPR Art. 5(1)(b)"),
    remedy="The owner of each contract binds the provider to instructions, and to passing requests by "
    "authorities to the controller; the data protection officer makes the notice say the same.",
    false_alarms="The freedom is only what the law itself imposes on the recipient (Art. 28(3)(a), at the "
    "end).",
    message="{parties}: {limited} them to their task, {freed} them off ({freedoms}).{flows}",
    severity=Severity.HIGH,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
)
