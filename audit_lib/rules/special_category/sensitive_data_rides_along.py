"""Special category or offence data lies within a wider category that is disclosed."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.data import Sensitivity
from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import to_others
from ..wording import listed

_LEVELS = (Sensitivity.SPECIAL_CATEGORY, Sensitivity.CRIMINAL_OFFENCE)


def _unnamed(facts: Facts, flow: Flow) -> list[str]:
    """Return what is sensitive in a flow and comes in only beneath a category that is not."""
    grave = [c for c in flow.data if facts.data_map.category[c].sensitivity in _LEVELS]
    named = facts.atoms(grave)
    return [category for category in facts.sensitive(flow.data, *_LEVELS) if category not in named]


def _hits(facts: Facts) -> Iterator[Hit]:
    found = {flow: unnamed for flow in to_others(facts) if (unnamed := _unnamed(facts, flow))}
    if found:
        hidden = dict.fromkeys(category for unnamed in found.values() for category in unnamed)
        wide = (c for flow in found for c in flow.data if facts.atoms([c]) & hidden.keys())
        fields = {
            "data": listed(facts.names("data", hidden)),
            "wide": listed(facts.names("data", wide)),
            "recipients": listed(facts.names("party", (flow.recipient for flow in found))),
        }
        yield Hit(tuple(f"flow:{flow.id}" for flow in found), clauses_of(found), fields)


RULE = Rule(
    id="sensitive-data-rides-along",
    theme=Theme.SPECIAL_CATEGORY,
    title="Sensitive data within a wider category that goes out",
    why="Whoever sends a whole file without saying what is in it sends health and allegations too, for which "
    "the recipient needs a condition of its own.",
    law=("UK GDPR Art. 9(1)", "UK GDPR Art. 10", "UK GDPR Art. 5(1)(c)"),
    remedy="The owner of each activity names in the flow what is really sent, and leaves the sensitive part "
    "out or records the condition under which it goes.",
    false_alarms="The sensitive part is kept elsewhere and never goes with the rest.",
    message="Does {data} go along when {wide} goes to {recipients}?",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
