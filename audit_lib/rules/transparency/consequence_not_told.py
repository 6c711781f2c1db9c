"""Data must be provided, and the notice does not say what follows if it is not."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Basis
from ...model.claim import RequirementStated
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, open_gap
from ..rule import Hit, Rule, Theme
from ..wording import counted, in_clauses, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    required = facts.said(RequirementStated)
    silent = [said for said in required if open_gap(said.claim.consequence)]
    if silent:
        clauses = tuple(said.clause for said in silent)
        what = f"says that data is required ({in_clauses(clauses)}), and not what follows if it is not given"
        yield Hit(tuple(f"clause:{clause}" for clause in clauses), clauses, {"what": what})
    elif not required:
        binding = dict.fromkeys(
            activity
            for basis in (Basis.CONTRACT, Basis.LEGAL_OBLIGATION)
            for activity, _ in facts.resting_on(basis)
            if open_gap(activity.requirement)
        )
        if binding:
            many = counted(len(binding), "activity", "activities")
            names = quoted(activity.name for activity in binding)
            what = (
                f"does not say if people must provide the data, nor what follows if not, for {many}: {names}"
            )
            yield Hit(tuple(f"activity:{activity.id}" for activity in binding), fields={"what": what})


RULE = Rule(
    id="consequence-not-told",
    theme=Theme.TRANSPARENCY,
    title="What follows if data is not provided is not told",
    why="Somebody who does not know what is compulsory cannot keep back what is not.",
    law=("UK GDPR Art. 13(2)(e)",),
    remedy="The data protection officer says for each item whether law or contract requires it or it is "
    "optional, and what cannot be done without it.",
    false_alarms="Each form says so beside its fields.",
    message="The notice {what}.",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
)
