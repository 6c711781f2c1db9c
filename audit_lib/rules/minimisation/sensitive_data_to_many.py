"""Data that can hurt people goes to many recipients."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence
from ...model.party import PartyKind
from ...model.words import counted
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed

#: From how many outside companies on a category counts as widely spread: a judgement, and no law.
MANY: Final = 5


def _hits(facts: Facts) -> Iterator[Hit]:
    spread: dict[str, dict[str, None]] = {}
    flows: dict[str, list[Flow]] = {}
    companies = (
        f for f in facts.disclosures if facts.data_map.party[f.recipient].kind is PartyKind.ORGANISATION
    )
    for flow in companies:
        for category in facts.sensitive(flow.data):
            spread.setdefault(category, {})[flow.recipient] = None
            flows.setdefault(category, []).append(flow)
    wide = {category: parties for category, parties in spread.items() if len(parties) >= MANY}
    if wide:
        recipients = dict.fromkeys(party for parties in wide.values() for party in parties)
        fields = {
            "data": listed(
                f"{facts.name('data', c)} ({counted(len(p), 'company', 'companies')})"
                for c, p in wide.items()
            ),
            "recipients": listed(facts.names("party", recipients)),
        }
        about = tuple(f"data:{category}" for category in wide)
        cited = clauses_of(flow for category in wide for flow in flows[category])
        named = any(len(_by_name(category, flows[category])) >= MANY for category in wide)
        yield Hit(about, cited, fields, confidence=None if named else Confidence.ASK)


def _by_name(category: str, flows: list[Flow]) -> set[str]:
    """Return who gets a category by flows that name it; a wider one need not bring it along."""
    return {flow.recipient for flow in flows if category in flow.data}


RULE = Rule(
    id="sensitive-data-to-many",
    theme=Theme.MINIMISATION,
    title="High-risk data goes to many recipients",
    why="Each recipient more is a further place from which identity documents, payment data or allegations "
    "can leak.",
    law=("UK GDPR Art. 5(1)(c)", "UK GDPR Art. 5(1)(f)", "UK GDPR Art. 25(2)"),
    remedy="The owner of each activity checks recipient by recipient whether this category is needed, and "
    "takes it out of the flow where a yes or no, or a reference number, would do.",
    false_alarms="The flows name a wide category, and the sensitive part of it does not go along.",
    message="As the flows are described, {data} can reach {recipients}. Does each of them need it?",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
