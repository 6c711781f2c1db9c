"""An activity is said to rest on consent and on something else as well."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.bases import basis_in_law
from ...model.activity import Activity, Basis, LawfulBasis
from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _competing(bases: tuple[LawfulBasis, ...]) -> bool:
    kinds = {basis.basis for basis in bases}
    return Basis.CONSENT in kinds and len(kinds) > 1


def _sure(bases: tuple[LawfulBasis, ...]) -> bool:
    """Say whether consent and another basis stand beyond doubt, and neither is only read into a clause."""
    return _competing(tuple(b for b in bases if b.stance in (Stance.STATED, Stance.RECORDED)))


def _shown(facts: Facts, activity: Activity) -> str:
    kinds = dict.fromkeys(basis.basis for basis in facts.bases(activity))
    return f'"{activity.name}"' + f" ({listed(basis_in_law(kind).name for kind in kinds)})"


def _against_consent(bases: list[LawfulBasis]) -> tuple[str, ...]:
    """Return the clauses that put on another basis what other clauses put on consent."""
    consenting = set(clauses_of(basis for basis in bases if basis.basis is Basis.CONSENT))
    others = clauses_of(basis for basis in bases if basis.basis is not Basis.CONSENT)
    return tuple(clause for clause in others if consenting and clause not in consenting)


def _hits(facts: Facts) -> Iterator[Hit]:
    found = [activity for activity in facts.activities if _competing(facts.bases(activity))]
    if found:
        bases = [basis for activity in found for basis in facts.bases(activity)]
        sure = any(_sure(facts.bases(activity)) for activity in found)
        fields = {
            "say": "The same processing is said to rest" if sure else "Does the same processing rest",
            "activities": listed(_shown(facts, activity) for activity in found),
            "mark": "." if sure else "?",
        }
        yield Hit(
            tuple(f"activity:{activity.id}" for activity in found),
            clauses_of(bases),
            fields,
            confidence=None if sure else Confidence.ASK,
            contradicts=_against_consent(bases),
        )


RULE = Rule(
    id="bases-compete",
    theme=Theme.LAWFUL_BASIS,
    title="Consent beside another basis for the same processing",
    why="Consent is not free if a no changes nothing: whoever would go on under another basis must not ask.",
    law=("UK GDPR Art. 6(1)", "UK GDPR Art. 7(4)", "UK GDPR Art. 13(1)(c)", "UK GDPR Art. 5(1)(a)"),
    remedy="The owner of the activity and the data protection officer choose one basis for each purpose, "
    "or split the activity where parts rest on different ones, and tell people.",
    false_alarms="The bases belong to different steps of the activity, and the map has them in one row.",
    message="{say} on consent and on something else: {activities}{mark}",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    items=("A13-1c-b",),
)
