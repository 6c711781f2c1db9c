"""Data about people goes out who appear in no flow at all (unawareness)."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.linddun import Threat, named_source
from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence
from ...model.words import counted
from ..facts import Facts, clauses_of
from ..people.people_not_addressed import left_out
from ..rule import Hit, Rule, Theme
from ..subjects import spoken_for
from ..uses import unless_sure
from ..wording import listed


def _unmet(facts: Facts) -> dict[str, list[Flow]]:
    """Return the people who neither give nor get anything, with the disclosures that are about them.

    Those of whom others give data, and those whom the notice leaves out, have rules of their own.
    """
    met = {end for flow in facts.flows for end in (flow.sender, flow.recipient)}
    for others in spoken_for(facts, facts.flows).values():
        met.update(others)
    met.update(left_out(facts))
    found: dict[str, list[Flow]] = {}
    for flow in facts.disclosures:
        for person in flow.subjects:
            if person not in met:
                found.setdefault(person, []).append(flow)
    return found


def _hits(facts: Facts) -> Iterator[Hit]:
    unmet = _unmet(facts)
    if unmet:
        flows = list(dict.fromkeys(flow for each in unmet.values() for flow in each))
        shown = (
            f"{facts.name('party', person)} "
            f"({counted(len({flow.recipient for flow in each}), 'outside recipient')})"
            for person, each in unmet.items()
        )
        about = (*(f"party:{person}" for person in unmet), *(f"flow:{flow.id}" for flow in flows))
        yield Hit(about, clauses_of(flows), {"people": listed(shown)}, confidence=unless_sure(flows))


RULE = Rule(
    id="people-never-met",
    theme=Theme.THREATS,
    title="People whose data goes out and who are never spoken to",
    why="Who is never asked and never hears anything cannot object, correct or complain, and does not know "
    "that there is anything to complain about.",
    law=(named_source(Threat.UNAWARENESS), "UK GDPR Art. 14(1)", "UK GDPR Art. 5(1)(a)"),
    remedy="The owner of each activity has these people told at the first contact, and within a month at "
    "the latest, who has which data about them and why; or records the exception that applies.",
    false_alarms="They are told by somebody else, such as the recipient, and the map has no flow for it.",
    message="In no flow do these people give or get anything, and data about them goes out: {people}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
