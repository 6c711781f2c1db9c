"""What stays in spite of a request, and on which ground."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.activity import Activity, Basis, LawfulBasis
from ...model.authority import Authority
from ...model.noun import Gap, Stance
from ...model.purpose import PurposeKind
from ...model.request_plan import Kept
from ...model.retention import Retention
from ...model.rights import RightKind
from ...model.safeguard import Measure
from ...model.system import SystemKind
from ...model.words import lasting
from ..words import plain
from .facts import Facts, handled

_DUTIES: Final = (Basis.LEGAL_OBLIGATION, Basis.PUBLIC_TASK)
_CLAIMS: Final = (PurposeKind.LEGAL_CLAIMS, PurposeKind.DEBT_RECOVERY)


def kept(facts: Facts) -> tuple[Kept, ...]:
    """Return what stays: for an erasure by ground, for a restriction what storage and use go on.

    A duty that the map names is taken as stated; a retention period is no ground by itself, and a legal claim
    is asked for, never asserted.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.plan.facts import gather
    >>> facts = gather(example_map(), RightKind.ERASURE, "tenants", dt.date(2026, 11, 22))
    >>> [(one.provision, one.certain) for one in kept(facts)]
    [('UK GDPR Art. 17(3)(e)', False), ('UK GDPR Art. 5(2), 17(3)(b)', True)]
    """
    if facts.right is RightKind.ERASURE:
        return (*_duties(facts), *_periods(facts), _claims(facts), _own_record(facts))
    if facts.right is RightKind.RESTRICTION:
        return _restricted(facts)
    if facts.right is RightKind.OBJECTION:
        return tuple(_suppression(facts))
    if facts.right is RightKind.WITHDRAW_CONSENT:
        return (_proof_of_consent(),)
    return ()


def _duties(facts: Facts) -> Iterator[Kept]:
    """Yield what a legal obligation or a public task keeps."""
    for activity in facts.activities:
        for basis in activity.bases:
            if basis.basis in _DUTIES:
                yield _duty(facts, activity, basis)


def _duty(facts: Facts, activity: Activity, basis: LawfulBasis) -> Kept:
    law = None if isinstance(basis.law, Gap) else basis.law
    obligation = basis.basis is Basis.LEGAL_OBLIGATION
    stances = (activity.stance, basis.stance)
    sure = Stance.EXPECTED not in stances and Stance.UNCLEAR not in stances
    says = f"{plain(activity.name)}: "
    if obligation and law:
        says += f"as far as {plain(law)} requires it."
    elif obligation:
        says += "which law requires it? The map names none."
    else:
        says += "as far as the public task needs it."
    if not sure:
        says += " The basis itself is not sure."
    period = next(_period(one) for one in (*_of_activity(facts, activity), None))
    return Kept(
        says=says,
        provision="UK GDPR Art. 17(3)(b)",
        certain=sure and (bool(law) or not obligation),
        activity=activity.id,
        data=_of(facts, activity),
        law=law,
        period=period,
    )


def _of(facts: Facts, activity: Activity) -> tuple[str, ...]:
    """Return what of an activity is wanted and, as far as the map shows, held by somebody."""
    held = frozenset(name for one in facts.held for name in one.data)
    return facts.highest(held & facts.data_map.atoms(handled(activity)))


def _of_activity(facts: Facts, activity: Activity) -> list[Retention]:
    return [
        entry
        for entry in facts.data_map.retention
        if activity.id in entry.activities and not isinstance(entry.period, Gap)
    ]


def _period(entry: Retention | None) -> str | None:
    """Return how long in words, and from what."""
    if entry is None or isinstance(entry.period, Gap):
        return None
    starts = "" if isinstance(entry.starts, Gap) else f", from: {plain(entry.starts)}"
    return f"{lasting(entry.period)}{starts}"


def _periods(facts: Facts) -> Iterator[Kept]:
    """Yield the periods that the organisation has set itself: whether their ground holds is asked."""
    ours = {activity.id for activity in facts.activities}
    held = frozenset(name for one in facts.held for name in one.data)
    duties = {a.id for a in facts.activities if any(b.basis in _DUTIES for b in a.bases)}
    for entry in facts.data_map.retention:
        named = [facts.data_map.activity[one] for one in entry.activities if one in ours]
        # What a duty covers is said with the duty.
        if isinstance(entry.period, Gap) or (entry.activities and {one.id for one in named} <= duties):
            continue
        speaks_of = entry.data or tuple(name for one in named for name in handled(one))
        data = held & facts.data_map.atoms(speaks_of) if speaks_of else held
        if data:
            ground = "" if isinstance(entry.ground, Gap) else f" Ground given: {plain(entry.ground)}."
            yield Kept(
                says=f"{plain(entry.name)}: {_period(entry)}.{ground}",
                provision="UK GDPR Art. 17(1)(a), (3)",
                certain=False,
                retention=entry.id,
                data=facts.highest(data),
                period=_period(entry),
            )


def _claims(facts: Facts) -> Kept:
    known = [a for a in facts.activities if facts.data_map.purpose[a.purpose].kind in _CLAIMS]
    seen = f" ({', '.join(plain(a.name) for a in known)})" if known else ""
    return Kept(
        says=f"Is there a claim, a debt or a dispute with this person{seen}? What it needs may stay.",
        provision="UK GDPR Art. 17(3)(e)",
        certain=False,
        activity=known[0].id if len(known) == 1 else None,
    )


def _own_record(facts: Facts) -> Kept:
    says = "The request itself and what was done, with no more than is needed to show it"
    says += "; and enough to honour an objection to marketing." if _marketed(facts) else "."
    return Kept(says=says, provision="UK GDPR Art. 5(2), 17(3)(b)", authority=Authority.ASSUMPTION)


def _restricted(facts: Facts) -> tuple[Kept, ...]:
    registers = [
        activity
        for activity in facts.data_map.activities
        if facts.data_map.purpose[activity.purpose].kind is PurposeKind.RIGHTS_REQUESTS and activity.creates
    ]
    kinds = {system.id: system.kind for system in facts.data_map.systems}
    listing = [one for one in registers if any(kinds[s] is SystemKind.REGISTER for s in one.systems)]
    where = f" ({', '.join(plain(one.name) for one in listing or registers)})" if registers else ""
    return (
        Kept(says="Storage of all of it goes on.", provision="UK GDPR Art. 18(2)"),
        Kept(
            says="Any other use: only with the person's consent, for legal claims, to protect the rights of "
            "another, or for reasons of important public interest.",
            provision="UK GDPR Art. 18(2)",
        ),
        Kept(
            says="Duties under a law go on only as far as one of these reasons covers them: which are there?",
            provision="UK GDPR Art. 18(2)",
            authority=Authority.ASSUMPTION,
            certain=False,
        ),
        Kept(
            says=f"The restriction entry{where}, while it lasts; tell the person before it is lifted.",
            provision="UK GDPR Art. 18(3)",
        ),
    )


def _marketed(facts: Facts) -> bool:
    kinds = (facts.data_map.purpose[activity.purpose].kind for activity in facts.activities)
    return PurposeKind.DIRECT_MARKETING in kinds


def _suppression(facts: Facts) -> Iterator[Kept]:
    if _marketed(facts):
        lists = [s for s in facts.data_map.safeguards if s.measure is Measure.SUPPRESSION_LIST]
        where = plain(lists[0].name) if lists else "the map names none"
        yield Kept(
            says=f"An entry in the suppression list ({where}), so that the objection holds in future.",
            provision="UK GDPR Art. 21(3)",
            authority=Authority.GUIDANCE,
        )


def _proof_of_consent() -> Kept:
    return Kept(
        says="The proof that consent was given and withdrawn; what was done before stays lawful.",
        provision="UK GDPR Art. 7(1), (3)",
    )
