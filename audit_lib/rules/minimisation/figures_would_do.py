"""Personal data goes out for reports for which figures would do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence
from ...model.party import PartyKind
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import kind_of
from ..wording import listed, quoted

_FIGURES: Final = frozenset({PurposeKind.INVESTOR_REPORTING, PurposeKind.STATISTICS})
_REPORTING: Final = re.compile(
    r"\b(report\w*|statistic\w*|business planning|performance review|investor\w*)\b", re.IGNORECASE
)


def _for_reports(facts: Facts, flow: Flow) -> bool:
    activity = facts.data_map.activity[flow.activity]
    purpose = facts.name("purpose", activity.purpose)
    company = facts.data_map.party[flow.recipient].kind is PartyKind.ORGANISATION
    kind = kind_of(facts, activity)
    named = kind is PurposeKind.OTHER and _REPORTING.search(f"{purpose} {activity.name}")
    return company and (kind in _FIGURES or bool(named))


def _hits(facts: Facts) -> Iterator[Hit]:
    # A principal must know with whom a contract is made in its name; what it gets is another rule's matter.
    principals = {party for activity in facts.activities for party in activity.contract_with}
    entitled = facts.processors | principals
    found = [
        flow for flow in facts.disclosures if flow.recipient not in entitled and _for_reports(facts, flow)
    ]
    if found:
        fields = {
            "recipients": listed(facts.names("party", (flow.recipient for flow in found))),
            "data": listed(facts.names("data", (category for flow in found for category in flow.data))),
            "activities": quoted(facts.names("activity", (flow.activity for flow in found))),
        }
        yield Hit(tuple(f"flow:{flow.id}" for flow in found), clauses_of(found), fields)


RULE = Rule(
    id="figures-would-do",
    theme=Theme.MINIMISATION,
    title="Personal data in reports to another company",
    why="An owner or investor who wants to know how a business does needs figures, and hardly ever names.",
    law=("UK GDPR Art. 5(1)(c)", "UK GDPR Art. 25(1)", "UK GDPR Art. 6(1)(f)"),
    remedy="The owner of the activity reports figures about groups too large for anybody to be recognised; "
    "the data protection officer says so in the notice.",
    false_alarms="The report is about one person because the law or a claim requires it.",
    message="Is personal data ({data}) needed by {recipients} for {activities}, or would figures do?",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
