"""Two different periods are given for the same data."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.retention import Retention
from ...model.words import lasting
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, listed

_DAYS: Final[Mapping[str, float]] = {"Y": 365.25, "M": 365.25 / 12, "W": 7, "D": 1}


def _length(each: Retention) -> int:
    """Return about how many days a period lasts, so that twelve months and a year are one."""
    return round(sum(int(n) * _DAYS[unit] for n, unit in re.findall(r"(\d+)([YMWD])", str(each.period))))


def _by_topic(facts: Facts) -> Mapping[tuple[str, str], list[Retention]]:
    """Return the statements with a period for each category that they name, or else for each activity."""
    found: dict[tuple[str, str], list[Retention]] = defaultdict(list)
    for each in facts.retention:
        if given(each.period):
            topics = [("data", category) for category in each.data]
            for topic in topics or [("activity", activity) for activity in each.activities]:
                found[topic].append(each)
    return found


def _differ(one: Retention, other: Retention) -> bool:
    """Say whether two statements cannot both be followed: another length from the same event."""
    starts = {str(each.starts).casefold() for each in (one, other) if given(each.starts)}
    apart = bool(one.data and one.activities and other.activities) and not (
        set(one.activities) & set(other.activities)
    )
    return _length(one) != _length(other) and len(starts) < 2 and not apart


def _hits(facts: Facts) -> Iterator[Hit]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (kind, topic), statements in _by_topic(facts).items():
        shortest, longest = min(statements, key=_length), max(statements, key=_length)
        if _differ(shortest, longest):
            found[shortest.id, longest.id].append(facts.name(kind, topic))
    known = {each.id: each for each in facts.retention}
    for (first, second), names in found.items():
        pair = [known[first], known[second]]
        other = tuple(clause for clause in clauses_of(pair[1:]) if clause not in pair[0].clauses)
        clauses = clauses_of(pair)
        fields = {
            "names": listed(names),
            "one": f'{lasting(str(pair[0].period))} ("{pair[0].name}")',
            "other": f'{lasting(str(pair[1].period))} ("{pair[1].name}")',
            "where": f"; see {in_clauses(clauses)}" if clauses else "",
        }
        about = tuple(f"retention:{each.id}" for each in pair)
        yield Hit(about, clauses, fields, contradicts=other or clauses)


RULE = Rule(
    id="periods-differ",
    theme=Theme.RETENTION,
    title="Two periods for the same data",
    why="Where two periods are given the longer one is what happens, and the shorter one is what people were "
    "told.",
    law=("UK GDPR Art. 5(1)(e)", "UK GDPR Art. 13(2)(a)", "UK GDPR Art. 5(2)"),
    remedy="The owner of the activity settles one period from one event; the data protection officer puts it "
    "into the schedule and the notice.",
    false_alarms="The two periods run from different events, or for different people, and the map does not "
    "say so.",
    message="For {names} there are two periods: {one} and {other}{where}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    items=("A13-2a",),
)
