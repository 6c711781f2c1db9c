"""Health, allegations and the like serve marketing, research or a picture of people."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Activity
from ...model.data import Sensitivity
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import by_explicit_consent, profiling, promotes, serving, unless_sure, used_by
from ..wording import listed, quoted

_LEVELS = (Sensitivity.SPECIAL_CATEGORY, Sensitivity.CRIMINAL_OFFENCE)


def _for_own_ends(facts: Facts) -> list[Activity]:
    own = serving(facts, PurposeKind.MARKET_RESEARCH, PurposeKind.ANALYTICS)
    own += [activity for activity in facts.activities if promotes(facts, activity)]
    return list(dict.fromkeys([*own, *profiling(facts)]))


def _hits(facts: Facts) -> Iterator[Hit]:
    found = {
        activity: data
        for activity in _for_own_ends(facts)
        if not by_explicit_consent(activity) and (data := facts.sensitive(used_by(facts, activity), *_LEVELS))
    }
    if found:
        fields = {
            "data": listed(facts.names("data", (c for data in found.values() for c in data))),
            "activities": quoted(activity.name for activity in found),
        }
        about = tuple(f"activity:{activity.id}" for activity in found)
        yield Hit(about, clauses_of(found), fields, confidence=unless_sure(found))


RULE = Rule(
    id="sensitive-data-for-own-ends",
    theme=Theme.SPECIAL_CATEGORY,
    title="Sensitive data serves marketing, research or profiles",
    why="Hardly any condition but explicit consent allows a business to use health, beliefs or allegations "
    "to promote, to research its market or to know its customers.",
    law=("UK GDPR Art. 9(1)", "UK GDPR Art. 9(2)(a)", "UK GDPR Art. 10", "UK GDPR Art. 5(1)(b)"),
    remedy="The owner of each activity takes this data out of it at once, or asks for explicit consent and "
    "stops where it is not given.",
    false_alarms="Explicit consent is asked for, and the map does not name it as the condition; or another "
    "does apply, such as that for statistics or for monitoring equality (Sch. 1 para. 4 or 8).",
    message="In {activities} use is made of {data}, without explicit consent on record.",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
)
