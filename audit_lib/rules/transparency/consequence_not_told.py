"""Data must be provided, and the notice does not say what follows if it is not."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Basis
from ...model.claim import Promised, PromiseMade, RequirementStated
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.words import counted
from ..facts import Facts, open_gap
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, in_clauses, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    required = facts.said(RequirementStated)
    silent = [said for said in required if open_gap(said.claim.consequence)]
    if silent:
        clauses = tuple(said.clause for said in silent)
        what = f"says that data is required ({in_clauses(clauses)}), and not what follows if it is not given"
        about = tuple(f"clause:{clause}" for clause in clauses)
        promised = _promised(facts)
        fields = {"what": what, "promised": _against(promised)}
        yield Hit(about, (*clauses, *promised), fields, contradicts=promised)
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
            promised = _promised(facts)
            about = tuple(f"activity:{activity.id}" for activity in binding)
            fields = {"what": what, "promised": _against(promised)}
            yield Hit(about, promised, fields, contradicts=promised)


def _promised(facts: Facts) -> tuple[str, ...]:
    """Return the clauses that promise to say which data is needed."""
    made = (s.clause for s in facts.said(PromiseMade) if s.claim.about is Promised.NECESSITY_TOLD)
    return tuple(dict.fromkeys(made))


def _against(promised: tuple[str, ...]) -> str:
    made = clauses_that(promised, "promises", "promise")
    return f", though {made} that people are told what is needed" if promised else ""


RULE = Rule(
    id="consequence-not-told",
    theme=Theme.TRANSPARENCY,
    title="What follows if data is not provided is not told",
    why="Somebody who does not know what is compulsory cannot keep back what is not.",
    law=("UK GDPR Art. 13(2)(e)",),
    remedy="The data protection officer says for each item whether law or contract requires it or it is "
    "optional, and what cannot be done without it.",
    false_alarms="Each form says so beside its fields.",
    message="The notice {what}{promised}.",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A13-2e",),
)
