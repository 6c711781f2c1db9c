"""Copies that were taken for a duty are kept after the duty has ended."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.housing import HOUSING_DUTIES
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.retention import Retention
from ...model.words import lasting
from ..facts import Facts, clauses_of
from ..lettings import duties, kept_for
from ..rule import Hit, Rule, Theme
from ..spans import longer
from ..uses import serving
from ..wording import listed


def _own_statement(facts: Facts, each: Retention) -> str:
    """Return what a statement is about, so that one for a whole file is told from one for the copies."""
    return listed(facts.names("data", each.data), most=3) or f'all of "{each.name}"'


def _hits(facts: Facts) -> Iterator[Hit]:
    found = {
        each.id: (each, duty)
        for duty in duties(facts)
        if duty.keep_most
        for activity in serving(facts, duty.kind)
        for each in kept_for(facts, activity)
        if longer(str(each.period), duty.keep_most)
    }
    if found:
        shown = (
            f"{_own_statement(facts, each)} for {lasting(str(each.period))} (the {duty.asks} needs "
            f"{lasting(str(duty.keep_most))} from {duty.starts})"
            for each, duty in found.values()
        )
        law = ("UK GDPR Art. 5(1)(e)", *(duty.provision for _, duty in found.values()))
        yield Hit(
            tuple(f"retention:{name}" for name in found),
            clauses_of(each for each, _ in found.values()),
            {"shown": listed(shown)},
            law=tuple(dict.fromkeys(law)),
        )


RULE = Rule(
    id="statutory-record-kept-too-long",
    theme=Theme.HOUSING,
    title="Copies kept after the duty to keep them has ended",
    why="Copies of passports and proofs of wealth that nobody has to keep any more are what a thief finds.",
    law=("UK GDPR Art. 5(1)(e)", *(row.provision for row in HOUSING_DUTIES if row.keep_most)),
    remedy="The owner of each activity gives these copies a period of their own, as long as the duty and no "
    "longer, and has them destroyed at its end.",
    false_alarms="A claim or an investigation is open, for which the copies are held back.",
    message="Kept longer than the duty for which it was taken: {shown}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
