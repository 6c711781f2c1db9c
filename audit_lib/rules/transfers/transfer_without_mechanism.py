"""Data goes abroad, and nothing on record makes that lawful."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.adequacy import adequate
from ...model.finding import Severity
from ...model.flow import Flow, Transfer
from ...model.noun import Confidence
from ..abroad import destinations
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _lawful(flow: Flow) -> bool:
    return isinstance(flow.transfer, Transfer) and given(flow.transfer.mechanism)


def _hits(facts: Facts) -> Iterator[Hit]:
    bare = [(flow, country) for flow, country in destinations(facts) if not _lawful(flow)]
    if not bare:
        return
    grave = any(not adequate(country) for _, country in bare)
    note = "" if grave else " Adequacy regulations are assumed to cover it: record them."
    fields = {
        "routes": listed(f"{facts.name('party', flow.recipient)} ({country})" for flow, country in bare),
        "note": note,
    }
    yield Hit(
        tuple(f"flow:{flow.id}" for flow, _ in bare),
        clauses_of(flow for flow, _ in bare),
        fields,
        severity=None if grave else Severity.LOW,
    )


RULE = Rule(
    id="transfer-without-mechanism",
    theme=Theme.TRANSFERS,
    title="Transfer abroad without a mechanism",
    why="Abroad, people's data may be open to others and their rights hard to use; the law wants that "
    "checked first.",
    law=(
        "UK GDPR Art. 44A (before 5 February 2026: Art. 44)",
        "UK GDPR Art. 45A (before 5 February 2026: Art. 45)",
        "UK GDPR Art. 46",
        "UK GDPR Art. 49",
    ),
    remedy="The owner of the contract and the data protection officer put adequacy regulations, the IDTA "
    "or the Addendum with a data protection test on record, or the flow stops.",
    false_alarms="The party has its seat abroad and processes the data in the United Kingdom only.",
    message="Nothing on record makes the transfer lawful to {routes}.{note}",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
)
