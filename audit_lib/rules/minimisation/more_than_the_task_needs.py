"""Somebody who repairs, cleans or delivers gets data that no such task needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence, Stance
from ...model.party import PartyKind
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import kind_of
from ..wording import listed, quoted

#: Work with the hands, for which a name, a way to reach the person and a description are enough.
_TASK: Final = re.compile(
    r"\b(repair\w*|maintenance|maintain\w* (and repair )?\w*home\w*|clean\w*|deliver(y|ies)|removals?|"
    r"gardening|locksmith\w*)\b",
    re.IGNORECASE,
)
#: Data that such work does not need, whatever its sensitivity.
_BESIDE_IT: Final = re.compile(
    r"\b(bill\w*|payments?|bank|card|account history|rent account|financ\w*|income|credit|salar\w*|"
    r"passport|birth|correspondence|references?)\b",
    re.IGNORECASE,
)


def beyond_the_task(facts: Facts) -> dict[Flow, list[str]]:
    """Return the disclosures to people who do such work, each with the categories beyond their task.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> beyond_the_task(Facts(example_map(), dt.date(2026, 11, 22)))
    {}
    """
    found = {}
    for flow in facts.disclosures:
        activity = facts.data_map.activity[flow.activity]
        task = f"{activity.name} {facts.name('purpose', activity.purpose)}"
        running = {facts.data_map.system[system].operator for system in activity.systems}
        worker = facts.data_map.party[flow.recipient].kind is PartyKind.ORGANISATION
        kind = kind_of(facts, activity)
        named = kind is PurposeKind.OTHER and _TASK.search(task)
        if worker and flow.recipient not in running and (kind is PurposeKind.REPAIRS or named):
            beyond = [category for category in flow.data if _BESIDE_IT.search(facts.name("data", category))]
            if beyond:
                found[flow] = beyond
    return found


def _hits(facts: Facts) -> Iterator[Hit]:
    found = beyond_the_task(facts)
    if found:
        sure = any(flow.stance in (Stance.STATED, Stance.RECORDED) for flow in found)
        fields = {
            "recipients": listed(facts.names("party", (flow.recipient for flow in found))),
            "data": listed(facts.names("data", (c for data in found.values() for c in data))),
            "activities": quoted(facts.names("activity", (flow.activity for flow in found))),
        }
        about = tuple(f"flow:{flow.id}" for flow in found)
        yield Hit(about, clauses_of(found), fields, confidence=None if sure else Confidence.ASK)


RULE = Rule(
    id="more-than-the-task-needs",
    theme=Theme.MINIMISATION,
    title="Those who do the work get more than it needs",
    why="Somebody who mends a tap needs a name, a number and the fault; what a resident owes or has written "
    "is none of their business.",
    law=("UK GDPR Art. 5(1)(c)", "UK GDPR Art. 25(2)", "UK GDPR Art. 28(3)"),
    remedy="The owner of the activity limits what goes to contractors to name, contact and the job; the data "
    "protection officer corrects the notice where it says more.",
    false_alarms="The sentence is loosely worded and only the report of the fault goes out; or the bill is "
    "for the work itself.",
    message="{recipients} can get {data} for {activities}; such work does not seem to need it.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
