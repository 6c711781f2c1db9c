"""Whether a new version of a notice keeps data longer than the old one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ...model.finding import Severity
from ...model.notice import Clause
from ...model.notice_change import ChangeKind, Significance
from ...model.noun import Confidence, Gap
from ...model.retention import Retention
from ...model.words import lasting, lowered
from ..concepts.concepts import concepts_in
from ..fingerprints import WORD, normalise
from .words import Changed, Comparison, reason

#: How many days each letter of an ISO 8601 duration counts.
DAYS: Final = {"Y": 365.25, "M": 30.4375, "W": 7.0, "D": 1.0}

#: Periods closer than this part of each other are the same ("12 months", "a year").
SAME: Final = 1.02

KEEPS: Final = re.compile(
    r"\b(?:keep|kept|retain|retention|hold|held|stor|delet|eras|destroy|remov|anonymi|archiv|shred|how long)"
    r"|\bfor up to\b|\bafter\b",
    re.IGNORECASE,
)
OPEN: Final = re.compile(
    r"\bas long as\b|\b(?:no|not) longer than\b|\bindefinite|\bpermanent|\breasonable (?:period|time)"
    r"|\buntil\b",
    re.IGNORECASE,
)

#: Words that say nothing of which data a period is for.
COMMON: Final = frozenset(
    re.findall(
        r"\S+",
        "data your personal information keep kept hold held after year month week day long period time when "
        "then they that this have been from delete deleted longer with their will than retain retained file "
        "files ends end most until date start last same about only some other record records",
    )
)


def days(duration: str) -> float:
    """Return how many days an ISO 8601 duration in years, months, weeks and days has on average.

    >>> days("P1Y6M"), days("P2W")
    (547.875, 14.0)
    """
    return sum(int(number) * DAYS[unit] for number, unit in re.findall(r"(\d+)([YMWD])", duration))


def longer_retention(comparison: Comparison) -> Iterator[Significance]:
    """Yield the periods that grew, and those that are no longer said.

    A period is compared with that of the retention that its clause claims or that cites the clause; one in
    a new sentence with that of the retention whose name shares a word with it.

    Parameters
    ----------
    comparison
        The clauses that are gone and the sentences that changed.

    >>> from audit_lib.model.data_map import DataMap
    >>> from audit_lib.notice.clauses import draft_clauses
    >>> from audit_lib.notice.drift.compare import comparison_of
    >>> data_map = DataMap.model_validate({
    ...     "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "kite"},
    ...     "parties": [{"id": "kite", "name": "Kite", "kind": "organisation", "stance": "recorded"}],
    ...     "retention": [{"id": "t", "name": "Orders", "period": "P1Y",
    ...                    "stance": "stated", "clauses": ["c-001"]}],
    ...     "clauses": [{**draft, "gist": "-"}
    ...                 for draft in draft_clauses("We keep orders for a year after delivery.")]})
    >>> found = comparison_of(data_map, "We keep orders for six years after delivery.")
    >>> [one.what for one in longer_retention(found)]
    ['Data is kept longer: 6 years instead of 1 year (orders).']
    """
    for clause, one in comparison.reworded:
        yield from _compared(_periods(comparison, clause), clause, one)
    answered = set[str]()
    new = [
        one
        for one in comparison.changed
        if one.clause is None and KEEPS.search(f"{one.context} {one.sentence.text}")
    ]
    for one in new:
        retention = _spoken_of(comparison, one)
        if retention:
            answered.add(retention.id)
            yield from _compared([retention], None, one)
    for clause in comparison.removed:
        for retention in _periods(comparison, clause):
            cited = set(retention.clauses) & {c.id for c in comparison.standing if _claims(c, retention)}
            if retention.id not in answered and not cited:
                what = f"It is no longer said how long is kept: {lowered(retention.name)}."
                yield reason(
                    ChangeKind.LONGER_RETENTION, what, Severity.MEDIUM, Confidence.ASK, clause=clause
                )


def _compared(retentions: Sequence[Retention], clause: Clause | None, one: Changed) -> Iterator[Significance]:
    old = [days(retention.period) for retention in retentions if not isinstance(retention.period, Gap)]
    if not old:
        return
    new = concepts_in(one.sentence.text).periods
    names = " and ".join(lowered(retention.name) for retention in retentions)
    place = one.sentence.place
    if new and max(map(days, new)) > SAME * max(old):
        longest, was = (
            max(new, key=days),
            max((r.period for r in retentions if not isinstance(r.period, Gap)), key=days),
        )
        what = f"Data is kept longer: {lasting(longest)} instead of {lasting(was)} ({names})."
        yield reason(ChangeKind.LONGER_RETENTION, what, Severity.MEDIUM, clause=clause, place=place)
    elif not new and OPEN.search(one.sentence.text):
        what = f"A period has become an open end ({names})."
        yield reason(ChangeKind.LONGER_RETENTION, what, Severity.MEDIUM, clause=clause, place=place)


def _periods(comparison: Comparison, clause: Clause) -> list[Retention]:
    """Return the retentions with a period that a clause claims, or that cite it."""
    return [
        retention
        for retention in comparison.data_map.retention
        if not isinstance(retention.period, Gap)
        and (_claims(clause, retention) or _rests_alone(clause, retention))
    ]


def _claims(clause: Clause, retention: Retention) -> bool:
    return any(c.kind == "retention-claimed" and retention.id in c.retention for c in clause.claims)


def _rests_alone(clause: Clause, retention: Retention) -> bool:
    claimed = any(c.kind == "retention-claimed" for c in clause.claims)
    return not claimed and retention.clauses == (clause.id,)


def _spoken_of(comparison: Comparison, one: Changed) -> Retention | None:
    """Return the retention with a period whose name, data and activities share most words with a sentence."""
    said = _words(one.sentence.text)
    shared = [
        (len(said & _named(comparison, retention)), retention)
        for retention in comparison.data_map.retention
        if not isinstance(retention.period, Gap)
    ]
    most = max((number for number, _ in shared), default=0)
    best = [retention for number, retention in shared if number == most]
    return best[0] if most and len(best) == 1 else None


def _named(comparison: Comparison, retention: Retention) -> set[str]:
    names = [retention.name, *(comparison.data_map.category[of].name for of in retention.data)]
    names += [comparison.data_map.activity[of].name for of in retention.activities]
    return {word for name in names for word in _words(name)}


def _words(text: str) -> set[str]:
    return {
        word.removesuffix("s")
        for word in WORD.findall(normalise(text))
        if len(word) > 3 and word not in COMMON
    }
