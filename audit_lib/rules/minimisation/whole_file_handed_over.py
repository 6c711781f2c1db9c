"""Nearly everything about people goes to another company in one flow."""

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
from ..uses import to_others
from ..wording import listed

#: From how many kinds of data on a flow counts as the whole file: a judgement, and no law.
MANY: Final = 5


def _kinds(facts: Facts, flow: Flow) -> list[str]:
    """Return the kinds of data at the top of the hierarchy of which a flow carries something."""
    found: dict[str, None] = {}
    for category in flow.data:
        top = facts.data_map.category[category]
        while top.parent:
            top = facts.data_map.category[top.parent]
        found[top.id] = None
    return list(found)


def _hits(facts: Facts) -> Iterator[Hit]:
    found = {}
    for flow in to_others(facts):
        kinds = _kinds(facts, flow)
        company = facts.data_map.party[flow.recipient].kind is PartyKind.ORGANISATION
        deciding = facts.data_map.activity[flow.activity].controllers
        if company and len(kinds) >= MANY and flow.recipient not in deciding:
            found[flow] = kinds
    if found:
        kinds = list(dict.fromkeys(kind for each in found.values() for kind in each))
        fields = {
            "recipients": listed(facts.names("party", (flow.recipient for flow in found))),
            "count": counted(len(kinds), "kind"),
            "data": listed(facts.names("data", kinds), most=len(kinds)),
        }
        yield Hit(tuple(f"flow:{flow.id}" for flow in found), clauses_of(found), fields)


RULE = Rule(
    id="whole-file-handed-over",
    theme=Theme.MINIMISATION,
    title="The whole file goes to another company",
    why="A file that goes over as it is takes along old complaints, letters and payments that the new "
    "holder has no use for and people did not expect it to have.",
    law=("UK GDPR Art. 5(1)(c)", "UK GDPR Art. 5(1)(b)", "UK GDPR Art. 14(1)"),
    remedy="The owner of the activity lists item by item what the recipient needs from the first day on "
    "(contacts, the running agreement, open work and arrears), sends that, and tells people beforehand.",
    false_alarms="The recipient takes over every duty towards these people, and the list has been checked "
    "item by item.",
    message="{recipients} can get {count} of data in one go ({data}). Is each of them needed there?",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
