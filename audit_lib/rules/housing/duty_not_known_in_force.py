"""A duty is relied on of which no day of commencement is known."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.housing import not_known_in_force
from ...model.activity import Basis
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, clauses_of, given
from ..lettings import lets_homes
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    if not lets_homes(facts):
        return
    found = []
    for activity, basis in facts.resting_on(Basis.LEGAL_OBLIGATION):
        cited = f"{activity.name} {basis.law if given(basis.law) else ''}"
        part = not_known_in_force(cited, facts.as_of)
        if part:
            found.append((activity, basis, part))
    if found:
        shown = (f'"{activity.name}" ({part.what}: {part.source})' for activity, _, part in found)
        law = (
            "UK GDPR Art. 6(1)(c)",
            *dict.fromkeys(f"Renters' Rights Act 2025 {part.part}" for _, _, part in found),
        )
        about = tuple(f"activity:{activity.id}" for activity, _, _ in found)
        yield Hit(about, clauses_of(basis for _, basis, _ in found), {"shown": listed(shown)}, law=law)


RULE = Rule(
    id="duty-not-known-in-force",
    theme=Theme.HOUSING,
    title="Duty relied on that is not known to be in force",
    why="An Act that has been passed obliges nobody before its day; until then another basis is needed, or "
    "the data is not to be given.",
    law=(
        "UK GDPR Art. 6(1)(c)",
        "Renters' Rights Act 2025 Pt 1",
        "Renters' Rights Act 2025 Pt 2 Ch. 2",
        "Renters' Rights Act 2025 Pt 2 Ch. 3",
    ),
    remedy="The owner of the activity finds the commencement regulations and records their number and day, "
    "or waits with the processing.",
    false_alarms="The regulations have been made since, and the workbench does not know them.",
    message="Is the duty in force on which this rests: {shown}?",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
