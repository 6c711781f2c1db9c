"""The notice lists lawful bases and does not say which purpose rests on which."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Activity
from ...model.claim import BasisClaimed
from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ...model.words import counted
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, quoted


def _told(activity: Activity) -> bool:
    return any(basis.stance is Stance.STATED for basis in activity.bases)


def _hits(facts: Facts) -> Iterator[Hit]:
    told_of = [a for a in facts.activities if a.bases or a.stance.rests_on_notice]
    untold = [activity for activity in told_of if not _told(activity)]
    if not untold:
        return
    general = [
        said for said in facts.said(BasisClaimed) if not (said.claim.purposes or said.claim.activities)
    ]
    clauses = tuple(said.clause for said in general)
    listing = f" It lists bases in general ({in_clauses(clauses)})." if general else ""
    fields = {
        "untold": len(untold),
        "all": counted(len(told_of), "activity", "activities"),
        "activities": quoted(activity.name for activity in untold),
        "listing": listing,
    }
    grave = 2 * len(untold) > len(told_of)
    about = tuple(f"activity:{activity.id}" for activity in untold)
    yield Hit(about, clauses, fields, severity=Severity.HIGH if grave else None)


RULE = Rule(
    id="basis-not-told",
    theme=Theme.LAWFUL_BASIS,
    title="Lawful basis of each purpose not told",
    why="Which rights people have depends on the basis; a list of possible bases tells nobody whether they "
    "may object, withdraw or take their data along.",
    law=("UK GDPR Art. 13(1)(c)", "UK GDPR Art. 14(1)(c)", "UK GDPR Art. 12(1)"),
    remedy="The data protection officer sets out purpose by purpose which basis it rests on, in a table if "
    "there are many.",
    false_alarms="A more particular notice, given when data is collected, says it.",
    message="For {untold} of {all} the notice does not say on which basis they rest: {activities}.{listing}",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A13-1c-b",),
)
