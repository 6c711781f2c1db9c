"""A record that the law has kept for a time is deleted before."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.housing import HOUSING_DUTIES
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.words import lasting
from ..facts import Facts, clauses_of
from ..lettings import duties, kept_for
from ..rule import Hit, Rule, Theme
from ..spans import longer
from ..uses import serving
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    found = [
        (each, duty)
        for duty in duties(facts)
        if duty.keep_least
        for activity in serving(facts, duty.kind)
        for each in kept_for(facts, activity)
        if longer(duty.keep_least, str(each.period))
    ]
    if found:
        shown = (
            f'"{each.name}" {lasting(str(each.period))} ({duty.provision}: at least '
            f"{lasting(str(duty.keep_least))} from {duty.starts})"
            for each, duty in found
        )
        law = ("UK GDPR Art. 5(2)", *(duty.provision for _, duty in found))
        yield Hit(
            tuple(f"retention:{each.id}" for each, _ in found),
            clauses_of(each for each, _ in found),
            {"shown": listed(shown)},
            law=tuple(dict.fromkeys(law)),
        )


RULE = Rule(
    id="statutory-record-kept-too-short",
    theme=Theme.HOUSING,
    title="Record deleted before the law lets it go",
    why="Who has deleted the record cannot show that the check was made, and stands as if it had not been.",
    law=("UK GDPR Art. 5(2)", *(row.provision for row in HOUSING_DUTIES if row.keep_least)),
    remedy="The owner of each activity sets the period to what the law asks, counted from the event that it "
    "names.",
    false_alarms="A second statement, which the map does not hold, keeps the record itself longer.",
    message="Kept for less time than the law asks: {shown}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
