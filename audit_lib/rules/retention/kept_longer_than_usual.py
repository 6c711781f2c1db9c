"""Data is kept clearly longer than is usual, and no reason is on record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...law.retention_periods import RetentionPeriod, usual_period
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.retention import Retention
from ...model.words import lasting
from ..facts import Facts, clauses_of, given
from ..lettings import lets_homes
from ..rule import Hit, Rule, Theme
from ..spans import longer
from ..wording import listed

#: Rows with rules of their own, and rows whose words fit too many categories.
_NOT_HERE: Final = frozenset({"right-to-rent", "applicants", "cctv", "identity-contact", "account"})


def _usual(facts: Facts, each: Retention) -> dict[str, RetentionPeriod]:
    """Return the categories of a statement that are usually kept shorter, with the usual period."""
    rows = {category: usual_period(facts.name("data", category)) for category in each.data}
    return {
        category: row
        for category, row in rows.items()
        if row and row.period and row.id not in _NOT_HERE and longer(str(each.period), row.period)
    }


def _hits(facts: Facts) -> Iterator[Hit]:
    if not lets_homes(facts):
        return
    found = {
        each: rows
        for each in facts.retention
        if given(each.period) and not given(each.ground) and (rows := _usual(facts, each))
    }
    if found:
        shown = (
            f"{facts.name('data', category)} for {lasting(str(each.period))} (usual: "
            f"{lasting(str(row.period))} from {row.starts})"
            for each, rows in found.items()
            for category, row in rows.items()
        )
        about = tuple(f"retention:{each.id}" for each in found)
        yield Hit(about, clauses_of(found), {"shown": listed(shown)})


RULE = Rule(
    id="kept-longer-than-usual",
    theme=Theme.RETENTION,
    title="Kept longer than usual, without a reason on record",
    why="Whoever keeps longer than others in the trade will be asked why, and every year more is a year in "
    "which it can be lost.",
    law=("UK GDPR Art. 5(1)(e)", "UK GDPR Art. 5(2)", "UK GDPR Art. 13(2)(a)"),
    remedy="The owner of each activity shortens the period, or writes down the ground that calls for it.",
    false_alarms="A claim, a regulator or a contract calls for it, and the map does not say so.",
    message="What calls for keeping {shown}?",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
