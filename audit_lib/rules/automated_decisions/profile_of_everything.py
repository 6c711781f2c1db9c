"""All data about people is combined into a picture of them on the strength of legitimate interests."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.bases import basis_in_law
from ...model.activity import Activity, Basis
from ...model.claim import ProfilingClaimed
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ..facts import Facts, Said
from ..rule import Hit, Rule, Theme
from ..uses import serving
from ..wording import in_clauses, listed, quoted


def _weak(facts: Facts, activity: Activity) -> bool:
    """Say whether the activity rests on no consent: on a balance, a contract, or nothing."""
    return Basis.CONSENT not in {basis.basis for basis in facts.bases(activity)}


def _grave(facts: Facts, data: tuple[str, ...]) -> str:
    """Return which data goes into the picture, if some of it can hurt people; otherwise nothing."""
    grave = facts.sensitive(data)
    whole = listed(facts.names("data", data))
    return f"{whole}, which takes in {listed(facts.names('data', grave))}" if grave else ""


def _breadth(facts: Facts, said: Said[ProfilingClaimed]) -> str:
    """Return which data goes into the picture that a clause claims, if it is too much; otherwise nothing."""
    everything = "all data that is held about a person, with no category left out"
    return _grave(facts, said.claim.data) if said.claim.data else everything


def _hit(facts: Facts, weak: list[Activity], clauses: tuple[str, ...], breadth: str) -> Hit:
    kinds = dict.fromkeys(b.basis for activity in weak for b in facts.bases(activity))
    fields = {
        "where": f" ({in_clauses(clauses)})" if clauses else "",
        "activities": quoted(activity.name for activity in weak),
        "data": breadth,
        "basis": listed(basis_in_law(kind).name for kind in kinds) or "no basis that is named",
    }
    return Hit(tuple(f"activity:{activity.id}" for activity in weak), clauses, fields)


def _hits(facts: Facts) -> Iterator[Hit]:
    claimed: set[str] = set()
    for said in facts.said(ProfilingClaimed):
        claimed.update(said.claim.activities)
        activities = [facts.data_map.activity[activity] for activity in said.claim.activities]
        weak = [activity for activity in activities if _weak(facts, activity)]
        breadth = _breadth(facts, said)
        if weak and breadth:
            yield _hit(facts, weak, (said.clause,), breadth)
    for activity in serving(facts, PurposeKind.PROFILING):
        made = set(activity.creates)
        breadth = _grave(facts, tuple(c for c in activity.data if c not in made))
        if activity.id not in claimed and _weak(facts, activity) and breadth:
            yield _hit(facts, [activity], activity.clauses, breadth)


RULE = Rule(
    id="profile-of-everything",
    theme=Theme.AUTOMATED_DECISIONS,
    title="Profiles people from everything that is held about them",
    why="A picture made of everything goes beyond what people expect and is seldom necessary; it needs a "
    "balance that can be shown, a limit on the data, and a way out.",
    law=(
        "UK GDPR Art. 6(1)(f)",
        "UK GDPR Art. 5(1)(b)",
        "UK GDPR Art. 5(1)(c)",
        "UK GDPR Art. 21(1)",
        "UK GDPR Art. 35",
    ),
    remedy="The owner of the activity limits which data is combined, keeps identity documents and payment "
    "data out of it, has the balance and the impact assessed, and offers an objection; or asks for consent.",
    false_alarms="What is called a picture of people are figures about groups, in which nobody can be "
    "recognised.",
    message="{activities}{where} puts together {data}. The basis: {basis}.",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
)
