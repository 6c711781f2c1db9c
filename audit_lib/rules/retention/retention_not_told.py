"""The notice gives no period, and no criterion that would let anybody work one out."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import RetentionClaimed
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.retention import Retention
from ..facts import Facts, given, open_gap
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, quoted


def _decides(statement: Retention) -> bool:
    """Say whether a statement gives a period, or an event and a ground from which one follows."""
    return not open_gap(statement.period) or (given(statement.starts) and given(statement.ground))


def _head(bare: int, statements: int) -> str:
    if bare < statements:
        give = "gives" if bare == 1 else "give"
        return f"{bare} of the notice's {statements} statements on retention {give} neither a period nor"
    if statements == 1:
        return "The notice's one statement on retention gives neither a period nor"
    return f"None of the notice's {statements} statements on retention gives a period or"


def _hits(facts: Facts) -> Iterator[Hit]:
    claims = facts.said(RetentionClaimed)
    told = {name for said in claims for name in said.claim.retention}
    statements = [each for each in facts.retention if each.id in told or each.stance.rests_on_notice]
    if not statements:
        yield Hit((facts.whole,), fields={"message": "The notice does not say how long anything is kept."})
        return
    bare = [statement for statement in statements if not _decides(statement)]
    if not bare:
        return
    clauses = dict.fromkeys(
        [
            *(said.clause for said in claims if set(said.claim.retention) & {each.id for each in bare}),
            *(clause for each in bare for clause in each.clauses),
        ]
    )
    every = len(bare) == len(statements)
    names = quoted(each.name for each in bare)
    message = f"{_head(len(bare), len(statements))} what decides it ({in_clauses(clauses)}): {names}."
    yield Hit(
        tuple(f"retention:{each.id}" for each in bare),
        tuple(clauses),
        {"message": message},
        severity=None if every else Severity.LOW,
    )


RULE = Rule(
    id="retention-not-told",
    theme=Theme.RETENTION,
    title="How long data is kept is not told",
    why="As long as necessary repeats the law and tells people nothing: they cannot know when their data "
    "is gone.",
    law=("UK GDPR Art. 13(2)(a)", "UK GDPR Art. 14(2)(a)", "UK GDPR Art. 5(1)(e)"),
    remedy="The data protection officer publishes a schedule: for each category the period, the event that "
    "starts it and why.",
    false_alarms="A schedule stands on a page that the notice links to.",
    message="{message}",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A13-2a",),
)
