"""A period is set, and not from when it counts or what happens at its end."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, clauses_of, given, open_gap
from ..rule import Hit, Rule, Theme
from ..wording import listed, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    periods = [each for each in facts.retention if given(each.period)]
    no_event = [each for each in periods if open_gap(each.starts)]
    no_end = [each for each in periods if open_gap(each.at_end)]
    said = []
    if no_event:
        said.append(f"from which event the period counts ({quoted(each.name for each in no_event)})")
    if no_end:
        said.append(f"what happens at its end, and who does it ({quoted(each.name for each in no_end)})")
    if said:
        found = list({each.id: each for each in (*no_event, *no_end)}.values())
        severity = None if no_event else Severity.LOW
        about = tuple(f"retention:{each.id}" for each in found)
        yield Hit(about, clauses_of(found), {"missing": listed(said)}, severity=severity)


RULE = Rule(
    id="period-cannot-be-applied",
    theme=Theme.RETENTION,
    title="Period without a beginning or without an end",
    why="Six years from nothing never end; and a period at whose end nobody does anything is a sentence and "
    "no deletion.",
    law=("UK GDPR Art. 5(1)(e)", "UK GDPR Art. 13(2)(a)", "UK GDPR Art. 30(1)(f)"),
    remedy="The owner of each activity names the event that starts the period and who deletes, or makes "
    "anonymous, in which system; the system does it by itself where it can.",
    false_alarms="The schedule says it, and the map took only the period over.",
    message="A period is set, and it is not said {missing}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
)
