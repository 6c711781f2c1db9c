"""The notice does not say how people learn of changes."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import ChangePromised
from ...model.finding import Severity
from ...model.noun import Confidence, Gap
from ..facts import Facts, given
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses


def _hits(facts: Facts) -> Iterator[Hit]:
    said = facts.said(ChangePromised)
    told = [each for each in said if given(each.claim.how)]
    if any(each.claim.new_purposes for each in told):
        return
    clauses = tuple(each.clause for each in told or said)
    where = in_clauses(clauses)
    if told:
        what = f"how people learn of changes ({where}), and not that they hear of a new use beforehand"
    elif any(each.claim.how is Gap.NONE for each in said):
        what = f"that people are not told of changes ({where})"
    elif said:
        what = f"that it may change ({where}), and not how people learn of changes"
    else:
        what = "nothing about how people learn of changes"
    yield Hit((facts.whole,), clauses, {"what": what})


RULE = Rule(
    id="changes-not-promised",
    theme=Theme.TRANSPARENCY,
    title="No word on a new use of data, or on changes",
    why="Data may be used for a new purpose only after people have been told of it.",
    law=("UK GDPR Art. 13(3)", "UK GDPR Art. 14(4)"),
    remedy="The data protection officer says by which channel people are told before data is used for a "
    "new purpose.",
    false_alarms="People are told of every change, though no notice promises it.",
    message="The notice says {what}.",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A13-3",),
)
