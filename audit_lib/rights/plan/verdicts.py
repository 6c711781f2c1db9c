"""How far a right reaches into each activity, by the basis on which it rests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...law.rights_matrix import PROVISIONS, Extent, application
from ...model.activity import Activity, Basis, LawfulBasis
from ...model.authority import Authority
from ...model.noun import Gap, Stance
from ...model.purpose import PurposeKind
from ...model.request_plan import Reach, Verdict
from ...model.rights import RightKind
from .facts import Facts

_REACH: Final = {
    Extent.APPLIES: Reach.APPLIES,
    Extent.LIMITED: Reach.LIMITED,
    Extent.DOES_NOT: Reach.DOES_NOT,
}
_BALANCE: Final = (
    "Stop, unless you show compelling legitimate grounds that override the person's, or need it for legal "
    "claims: weigh it for this person."
)
_MARKETING: Final = "Direct marketing: the objection is absolute, nothing is weighed. Stop."
_RELATED: Final = "Does it serve direct marketing? As far as it does, the objection is absolute."
_UNSTATED: Final = "The map states no lawful basis: find it first, the answer depends on it."
_OTHER_BASIS: Final = {
    RightKind.PORTABILITY: "It rests neither on consent nor on a contract.",
    RightKind.WITHDRAW_CONSENT: "It does not rest on consent.",
    RightKind.OBJECTION: "It rests on none of the bases of Art. 21(1).",
}
_DECISIONS: Final = {
    Gap.NONE: (Reach.DOES_NOT, "The map says that no decision is taken by automated means alone."),
    Gap.NOT_APPLICABLE: (Reach.DOES_NOT, "The map says that automated decisions do not come into question."),
    Gap.NOT_STATED: (Reach.ASK, "The map does not say whether decisions are taken by automated means alone."),
    Gap.UNCLEAR: (Reach.ASK, "The map leaves open whether decisions are taken by automated means alone."),
}


def verdicts(facts: Facts) -> tuple[Verdict, ...]:
    """Return how far the right reaches into each of our activities about these people, in map order.

    One verdict for each basis; where the map states none, the basis is asked for unless the right reaches
    equally far under all of them. Objections to direct marketing are judged by purpose, not by basis.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.plan.facts import gather
    >>> facts = gather(example_map(), RightKind.ERASURE, "tenants", dt.date(2026, 11, 22))
    >>> [(one.activity, one.reach.value) for one in verdicts(facts)]
    [('letting-work', 'ask')]
    """
    return tuple(verdict for activity in facts.activities for verdict in _of_activity(facts, activity))


def reached(facts: Facts, listed: tuple[Verdict, ...]) -> frozenset[str] | None:
    """Return the activities into which the right reaches; None where no basis puts any out of its reach.

    Of an objection that is weighed, those whose basis has yet to be found count too.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.plan.facts import gather
    >>> facts = gather(example_map(), RightKind.ACCESS, "tenants", dt.date(2026, 11, 22))
    >>> reached(facts, verdicts(facts)) is None
    True
    """
    if facts.right in (RightKind.ACCESS, RightKind.RECTIFICATION, RightKind.ERASURE, RightKind.RESTRICTION):
        return None
    counts = {Reach.APPLIES, Reach.LIMITED}
    if facts.right is RightKind.OBJECTION and not facts.marketing:
        counts.add(Reach.ASK)
    return frozenset(verdict.activity for verdict in listed if verdict.reach in counts)


def _of_activity(facts: Facts, activity: Activity) -> Iterator[Verdict]:
    kind = facts.data_map.purpose[activity.purpose].kind
    if facts.right is RightKind.AUTOMATED_DECISIONS:
        yield from _of_decisions(activity)
    elif facts.right is RightKind.OBJECTION and (facts.marketing or kind is PurposeKind.DIRECT_MARKETING):
        yield from _of_marketing(activity, kind)
    elif activity.bases:
        for basis in activity.bases:
            yield _of_basis(facts.right, activity, basis)
    else:
        yield _without_basis(facts.right, activity)


def _of_basis(right: RightKind, activity: Activity, stated: LawfulBasis) -> Verdict:
    found = application(right, stated.basis)
    reason = found.reason
    if right is RightKind.OBJECTION and found.extent is Extent.APPLIES:
        reason = _BALANCE
    elif found.extent is Extent.DOES_NOT:
        reason = _OTHER_BASIS.get(right, reason)
    return Verdict(
        activity=activity.id,
        basis=stated.basis,
        reach=_REACH[found.extent],
        reason=reason,
        provision=found.provision,
        authority=found.authority,
        law=None if isinstance(stated.law, Gap) else stated.law,
        unclear=stated.stance is Stance.UNCLEAR,
        expected=Stance.EXPECTED in (activity.stance, stated.stance),
    )


def _without_basis(right: RightKind, activity: Activity) -> Verdict:
    every = {application(right, basis).extent: application(right, basis) for basis in Basis}
    one = next(iter(every.values())) if len(every) == 1 else None
    return Verdict(
        activity=activity.id,
        basis=None,
        reach=_REACH[one.extent] if one else Reach.ASK,
        reason=one.reason if one else _UNSTATED,
        provision=PROVISIONS[right],
        authority=one.authority if one else Authority.LAW,
        expected=activity.stance is Stance.EXPECTED,
    )


def _of_marketing(activity: Activity, kind: PurposeKind) -> Iterator[Verdict]:
    """Yield what an objection to marketing does; other purposes it does not touch."""
    known = {
        PurposeKind.DIRECT_MARKETING: (Reach.APPLIES, _MARKETING),
        PurposeKind.PROFILING: (Reach.ASK, _RELATED),
    }
    if kind in known:
        reach, reason = known[kind]
        yield Verdict(
            activity=activity.id,
            basis=activity.bases[0].basis if len(activity.bases) == 1 else None,
            reach=reach,
            reason=reason,
            provision="UK GDPR Art. 21(2), (3)",
            marketing=kind is PurposeKind.DIRECT_MARKETING,
            expected=activity.stance is Stance.EXPECTED,
        )


def _of_decisions(activity: Activity) -> Iterator[Verdict]:
    said = activity.automated_decisions
    expected = activity.stance is Stance.EXPECTED
    if isinstance(said, Gap):
        reach, reason = _DECISIONS[said]
        provision = PROVISIONS[RightKind.AUTOMATED_DECISIONS]
        yield Verdict(
            activity=activity.id,
            basis=None,
            reach=reach,
            reason=reason,
            provision=provision,
            expected=expected,
        )
    elif activity.bases:
        yield from (_of_basis(RightKind.AUTOMATED_DECISIONS, activity, basis) for basis in activity.bases)
    else:
        yield _without_basis(RightKind.AUTOMATED_DECISIONS, activity)
