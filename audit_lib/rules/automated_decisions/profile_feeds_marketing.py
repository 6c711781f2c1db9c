"""A picture of people decides what is promoted to them, without their consent."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Basis
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import bases_of, profiling, promotes, unless_sure, used_by
from ..wording import listed, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    inferred = facts.atoms(dict.fromkeys(c for activity in profiling(facts) for c in activity.creates))
    found = {
        activity: fed
        for activity in facts.activities
        if promotes(facts, activity) and Basis.CONSENT not in bases_of(facts, activity)
        if (fed := facts.atoms(used_by(facts, activity)) & inferred)
    }
    if found:
        used = {category for each in found.values() for category in each}
        fields = {
            "activities": quoted(activity.name for activity in found),
            "data": listed(facts.names("data", (c.id for c in facts.data_map.data if c.id in used))),
        }
        about = tuple(f"activity:{activity.id}" for activity in found)
        yield Hit(about, clauses_of(found), fields, confidence=unless_sure(found))


RULE = Rule(
    id="profile-feeds-marketing",
    theme=Theme.AUTOMATED_DECISIONS,
    title="Profiles decide what is promoted to whom",
    why="People can end profiling for marketing with one word, and few know that it takes place; those whom "
    "it finds in debt or alone are easily pressed.",
    law=("UK GDPR Art. 21(2)", "UK GDPR Art. 21(3)", "UK GDPR Art. 4(4)", "UK GDPR Art. 6(1)"),
    remedy="The head of marketing chooses by what people have asked for, or by consent to the profile; the "
    "data protection officer says that an objection ends the profile for marketing too.",
    false_alarms="The picture is used to leave people out who have refused, and for nothing else.",
    message="A picture that was formed of people ({data}) is used in {activities}, without "
    "consent on record.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
