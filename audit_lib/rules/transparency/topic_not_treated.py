"""The notice announces a topic and does not treat it."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import TopicAnnounced
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    empty = [said for said in facts.said(TopicAnnounced) if not said.claim.clauses]
    if empty:
        clauses = tuple(said.clause for said in empty)
        fields = {"topics": quoted(said.claim.topic for said in empty), "where": in_clauses(clauses)}
        yield Hit(tuple(f"clause:{clause}" for clause in dict.fromkeys(clauses)), clauses, fields)


RULE = Rule(
    id="topic-not-treated",
    theme=Theme.TRANSPARENCY,
    title="Announces a topic and says nothing of it",
    why="A heading without text tells people that something is done, and not what.",
    law=("UK GDPR Art. 12(1)", "UK GDPR Art. 13(1)(c)", "UK GDPR Art. 5(1)(a)"),
    remedy="The data protection officer asks the owner of the activity whether it is done, and writes "
    "what is done under the heading, or takes the heading out.",
    false_alarms="The topic is treated on a page that stands behind the heading as a link.",
    message="The notice announces {topics} ({where}), and no sentence says anything about it. Is it done?",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
)
