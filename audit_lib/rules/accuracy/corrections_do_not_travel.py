"""Nothing says how a correction or an erasure reaches those to whom data has gone."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence
from ...model.party import PartyKind
from ...model.purpose import PurposeKind
from ...model.words import counted
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import serving, to_others
from ..wording import listed


def _unreached(facts: Facts) -> dict[str, list[Flow]]:
    """Return the companies that got data for themselves and that no flow for requests reaches."""
    answering = serving(facts, PurposeKind.RIGHTS_REQUESTS)
    told = {flow.recipient for activity in answering for flow in facts.flows_of[activity.id]}
    found: dict[str, list[Flow]] = {}
    for flow in to_others(facts):
        company = facts.data_map.party[flow.recipient].kind is PartyKind.ORGANISATION
        if company and flow.recipient not in told:
            found.setdefault(flow.recipient, []).append(flow)
    return found


def _hits(facts: Facts) -> Iterator[Hit]:
    unreached = _unreached(facts)
    if unreached:
        flows = [flow for each in unreached.values() for flow in each]
        fields = {
            "count": counted(len(unreached), "recipient"),
            "recipients": listed(facts.names("party", unreached)),
        }
        about = tuple(f"party:{party}" for party in unreached)
        yield Hit(about, clauses_of(flows), fields)


RULE = Rule(
    id="corrections-do-not-travel",
    theme=Theme.ACCURACY,
    title="Corrections do not follow the data",
    why="What was put right or erased here lives on where it was sent, and can be used against people there.",
    law=("UK GDPR Art. 19", "UK GDPR Art. 5(1)(d)", "UK GDPR Art. 17(2)"),
    remedy="The team that answers requests keeps a list of who got what, and tells each recipient of every "
    "correction, erasure and restriction; the contracts say what the recipient then does.",
    false_alarms="A procedure or the agreements on sharing lay it down, and the map has no flow for it.",
    message="How is it made known to {count} outside that data was corrected, erased or restricted: "
    "{recipients}? No flow for requests leads there.",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
