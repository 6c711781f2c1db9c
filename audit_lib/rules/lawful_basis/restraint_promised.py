"""The notice promises restraint, and describes processing without any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from ...model.activity import Basis
from ...model.claim import ProfilingClaimed, Promised, PromiseMade
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.words import raised
from ..facts import Facts, Said, clauses_of
from ..minimisation.more_than_the_task_needs import beyond_the_task
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, listed, quoted

_IN_WORDS: Final[Mapping[Promised, str]] = {
    Promised.NO_IMPACT: "that people's rights and interests do not suffer",
    Promised.PROPORTION: "that processing stays proportionate",
}


def _unlimited(facts: Facts, said: Said[ProfilingClaimed]) -> bool:
    """Say whether a picture of people is made of everything, or of data that can hurt them."""
    return not said.claim.data or bool(facts.sensitive(said.claim.data))


def _on_interests(facts: Facts, said: Said[ProfilingClaimed]) -> bool:
    activities = [facts.data_map.activity[activity] for activity in said.claim.activities]
    return any(b.basis is Basis.LEGITIMATE_INTERESTS for a in activities for b in facts.bases(a))


def _hits(facts: Facts) -> Iterator[Hit]:
    profiling = [said for said in facts.said(ProfilingClaimed) if _unlimited(facts, said)]
    promises = [s for s in facts.said(PromiseMade) if s.claim.about in _IN_WORDS]
    if not any(_on_interests(facts, said) for said in profiling):
        promises = [said for said in promises if said.claim.about is not Promised.NO_IMPACT]
    proportion = any(said.claim.about is Promised.PROPORTION for said in promises)
    excess = beyond_the_task(facts) if proportion else {}
    if not promises or not (profiling or excess):
        return
    made = [said.clause for said in promises]
    against = [*(said.clause for said in profiling), *clauses_of(excess)]
    activities = [activity for said in profiling for activity in said.claim.activities]
    done = []
    if profiling:
        names = quoted(facts.names("activity", activities))
        done.append(f"all that is held about a person goes into one picture ({names})")
    if excess:
        data = listed(facts.names("data", (c for data in excess.values() for c in data)))
        takers = listed(facts.names("party", (flow.recipient for flow in excess)))
        done.append(f"{takers} can get {data}")
    fields = {
        "promised": raised(clauses_that(made, "promises", "promise")),
        "what": listed(_IN_WORDS[said.claim.about] for said in promises),
        "done": listed(done),
    }
    about = (
        *(f"clause:{clause}" for clause in dict.fromkeys(made)),
        *(f"activity:{activity}" for activity in dict.fromkeys(activities)),
        *(f"flow:{flow.id}" for flow in excess),
    )
    yield Hit(about, (*made, *against), fields, contradicts=tuple(against) or tuple(made))


RULE = Rule(
    id="restraint-promised-and-not-kept",
    theme=Theme.LAWFUL_BASIS,
    title="Promises restraint and describes the opposite",
    why="The promise is part of the balance on which people were asked to rely; what goes against it tips "
    "the balance, and misleads.",
    law=("UK GDPR Art. 5(1)(a)", "UK GDPR Art. 5(1)(c)", "UK GDPR Art. 6(1)(f)"),
    remedy="The owner of each activity limits it until the promise holds; the data protection officer takes "
    "out what cannot be promised.",
    false_alarms="What is done is far less than the sentence says, and the assessment shows it.",
    message="{promised} {what}; yet {done}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
)
