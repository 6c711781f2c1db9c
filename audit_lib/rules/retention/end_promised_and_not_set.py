"""The notice promises that data is gone when its time is up, and keeps some for a time without end."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import Promised, PromiseMade
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.retention import Retention
from ...model.safeguard import Measure
from ...model.words import raised
from ..facts import Facts, clauses_of, open_gap
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, in_clauses, quoted


def _endless(facts: Facts) -> list[Retention]:
    """Return the statements about particular data that give neither a period, nor a start, nor an end.

    A list of those who have objected has to last (Art. 21(3)), and is left out.
    """
    listing = {
        activity
        for safeguard in facts.safeguards
        if safeguard.measure is Measure.SUPPRESSION_LIST
        for activity in safeguard.activities
    }
    return [
        each
        for each in facts.retention
        if (each.data or each.activities)
        and open_gap(each.period)
        and open_gap(each.starts)
        and open_gap(each.at_end)
        and not listing & set(each.activities)
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    made = [s.clause for s in facts.said(PromiseMade) if s.claim.about is Promised.END]
    endless = _endless(facts)
    if made and endless:
        made = list(dict.fromkeys(made))
        kept = clauses_of(endless)
        fields = {
            "promised": raised(clauses_that(made, "promises", "promise")),
            "statements": quoted(each.name for each in endless),
            "kept": f" ({in_clauses(kept)})" if kept else "",
        }
        about = (
            *(f"clause:{clause}" for clause in made),
            *(f"retention:{each.id}" for each in endless),
        )
        yield Hit(about, (*made, *kept), fields, contradicts=kept or tuple(made))


RULE = Rule(
    id="end-promised-and-not-set",
    theme=Theme.RETENTION,
    title="An end is promised where none is set",
    why="What is kept among the records of a company without an end is never deleted, whatever else the "
    "notice promises.",
    law=("UK GDPR Art. 5(1)(e)", "UK GDPR Art. 13(2)(a)", "UK GDPR Art. 5(1)(a)"),
    remedy="The owner of these records sets the period and the event that starts it; the data protection "
    "officer puts both into the notice.",
    false_alarms="A retention schedule that the map does not hold sets the end.",
    message="{promised} that data is deleted or made anonymous when it is no longer needed. When is that for "
    "{statements}{kept}? No end is set.",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
    needs_notice=True,
    items=("A13-2a",),
)
