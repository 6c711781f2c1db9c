"""The notice does not say how people learn of changes."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import ChangePromised
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, open_gap
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses


def _hits(facts: Facts) -> Iterator[Hit]:
    said = facts.said(ChangePromised)
    if any(not open_gap(each.claim.how) for each in said):
        return
    clauses = tuple(each.clause for each in said)
    what = f"that it may change ({in_clauses(clauses)}), and not how" if said else "nothing about how"
    yield Hit((facts.whole,), clauses, {"what": what})


RULE = Rule(
    id="changes-not-promised",
    theme=Theme.TRANSPARENCY,
    title="No word on how people learn of changes",
    why="Data may be used for a new purpose only after people have been told of it.",
    law=("UK GDPR Art. 13(3)", "UK GDPR Art. 14(4)"),
    remedy="The data protection officer says by which channel people are told before data is used for a "
    "new purpose.",
    false_alarms="People are told of every change, though no notice promises it.",
    message="The notice says {what} people learn of changes.",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
)
