"""What housing law demands is said to rest on something else than that law."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.bases import basis_in_law
from ...law.housing import HOUSING_DUTIES, HousingDuty
from ...model.activity import Activity, Basis, LawfulBasis
from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of
from ..lettings import duties
from ..rule import Hit, Rule, Theme
from ..uses import serving
from ..wording import listed

_ROWS = tuple(row for row in HOUSING_DUTIES if row.kind is not PurposeKind.FIRE_SAFETY)


def wrong_bases(facts: Facts) -> list[tuple[Activity, LawfulBasis, HousingDuty]]:
    """Return the activities that a duty demands and that rest on no legal obligation, basis by basis.

    Fire safety is left out: much of it is no duty about personal data.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> wrong_bases(Facts(example_map(), dt.date(2026, 11, 22)))
    []
    """
    found = []
    for duty in (row for row in duties(facts) if row in _ROWS):
        for activity in serving(facts, duty.kind):
            bases = facts.bases(activity)
            if all(basis.basis is not Basis.LEGAL_OBLIGATION for basis in bases):
                found += [(activity, basis, duty) for basis in bases]
    return found


def _hits(facts: Facts) -> Iterator[Hit]:
    found = wrong_bases(facts)
    if found:
        shown = (f'"{a.name}" on {basis_in_law(b.basis).name} ({duty.provision})' for a, b, duty in found)
        by_consent = any(basis.basis is Basis.CONSENT for _, basis, _ in found)
        sure = any(basis.stance in (Stance.STATED, Stance.RECORDED) for _, basis, _ in found)
        yield Hit(
            tuple(f"activity:{activity.id}" for activity, _, _ in found),
            clauses_of(basis for _, basis, _ in found),
            {"shown": listed(shown)},
            severity=Severity.HIGH if by_consent else None,
            confidence=None if sure else Confidence.ASK,
            law=("UK GDPR Art. 6(1)(c)", *dict.fromkeys(duty.provision for _, _, duty in found)),
        )


RULE = Rule(
    id="housing-duty-on-wrong-basis",
    theme=Theme.HOUSING,
    title="What housing law demands rests on another basis",
    why="Who is asked to agree to what the law demands has no choice; and who relies on a balance tells "
    "people of an objection that they do not have.",
    law=("UK GDPR Art. 6(1)(c)", *(row.provision for row in _ROWS)),
    remedy="The owner of each activity names the duty as its basis and keeps to what the duty asks; the data "
    "protection officer corrects the notice.",
    false_alarms="The activity goes further than the duty, and the other basis is meant for that part: the "
    "law on sanctions asks for a report and for no screening, and that on the right to rent spares whoever "
    "has checked a penalty.",
    message="The law demands what is said to rest on something else: {shown}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
