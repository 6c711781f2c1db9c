"""A legal obligation is relied on, and no law is named."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Basis
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import counted, quoted
from .duty_overclaimed import overclaimed


def _hits(facts: Facts) -> Iterator[Hit]:
    no_duty = {purpose for purposes in overclaimed(facts).values() for purpose in purposes}
    nameless = [
        (activity, basis)
        for activity, basis in facts.resting_on(Basis.LEGAL_OBLIGATION)
        if not given(basis.law) and activity.purpose not in no_duty
    ]
    if nameless:
        fields = {
            "count": counted(len(nameless), "activity rests", "activities rest"),
            "activities": quoted(activity.name for activity, _ in nameless),
        }
        about = tuple(f"activity:{activity.id}" for activity, _ in nameless)
        yield Hit(about, clauses_of(basis for _, basis in nameless), fields)


RULE = Rule(
    id="obligation-without-law",
    theme=Theme.LAWFUL_BASIS,
    title="Legal obligation without the law that obliges",
    why="Only an obligation in domestic law counts; one that cannot be named may be none.",
    law=("UK GDPR Art. 6(1)(c)", "UK GDPR Art. 6(3)"),
    remedy="The owner of each activity names the Act and section; the data protection officer puts them "
    "into the record and the notice.",
    false_alarms="The law is named in the record of processing that the map was made from.",
    message="{count} on a legal obligation without the law being named: {activities}.",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
)
