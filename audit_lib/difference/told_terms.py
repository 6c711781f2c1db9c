"""What people must be told of because the terms change: who decides, the basis, how long, which rights."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from ..law.bases import BASES
from ..law.rights_matrix import NAMES, rights_under
from ..model.activity import Activity, Basis
from ..model.difference import News, NewsKind
from ..model.noun import Gap, Stance
from ..model.retention import Retention
from ..model.rights import Right, RightKind
from ..model.safeguard import Safeguard
from ..model.words import lasting, lowered
from ..notice.drift.retention import SAME, days
from ..rules.facts import Facts, given
from ..rules.wording import listed
from .two import Two
from .wording import names

#: The rights that a change of basis can take; the others hold whatever the basis.
BY_BASIS: Final = (
    RightKind.ERASURE,
    RightKind.PORTABILITY,
    RightKind.OBJECTION,
    RightKind.WITHDRAW_CONSENT,
)


def new_terms(two: Two) -> Iterator[News]:
    """Yield who comes to decide, and the bases, periods, rights, decisions and safeguards that change.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> list(new_terms(Two(example_map(), example_map(), dt.date(2026, 11, 22))))
    []
    """
    before = {activity.id: activity for activity in two.old.activities}
    known = frozenset(party for activity in two.old.activities for party in activity.controllers)
    for activity in two.new.activities:
        was = before.get(activity.id)
        yield from _controllers(two, known if was is None else was.controllers, activity)
        if was is not None:
            yield from _bases(two, was, activity)
        yield from _decisions(was, activity)
    yield from _periods(two)
    yield from _rights(two)
    yield from _safeguards(two)


def _controllers(two: Two, known: Collection[str], activity: Activity) -> Iterator[News]:
    """Yield the controllers of an activity that are none of those whom people know of."""
    for party in activity.controllers:
        if party in known:
            continue
        name, what = two.name(f"party:{party}"), lowered(activity.name)
        joint = len(activity.controllers) > 1
        yield News(
            kind=NewsKind.CONTROLLER,
            what=f"{name} becomes {'a joint' if joint else 'the'} controller of: {what}.",
            plain=(
                f"{name} will be responsible{' together with us' if joint else ''} for this use of "
                f"information about you: {what}. You can reach it at: {_contact(two.new, party)}."
            ),
            law="UK GDPR Art. 13(1)(a), 14(1)(a), 26(2)" if joint else "UK GDPR Art. 13(1)(a), 14(1)(a)",
            subjects=activity.subjects,
            about=(f"activity:{activity.id}", f"party:{party}"),
        )


def _contact(facts: Facts, party: str) -> str:
    contact = facts.data_map.party[party].contact
    return "[contact details]" if isinstance(contact, Gap) else contact


def _bases(two: Two, was: Activity, activity: Activity) -> Iterator[News]:
    old, new = (
        {basis.basis for basis in facts.bases(one)} for facts, one in ((two.old, was), (two.new, activity))
    )
    added = [basis for basis in Basis if basis in new - old]
    if not added:
        return
    kept = [BASES[basis].name for basis in Basis if basis in old - new]
    instead = f" instead of {listed(kept)}" if kept else ""
    to = listed(BASES[basis].name for basis in added)
    what = f"{activity.name}: the lawful basis becomes {to}{instead}."
    plain = f"For this use of information about you we will rely on {to}{instead}: {lowered(activity.name)}."
    if Basis.CONSENT in old - new:
        what += " People who consented may withdraw; to swap the basis under them is hard to call fair."
    yield News(
        kind=NewsKind.BASIS,
        what=what,
        plain=f"{plain}{_interest(activity, added)}",
        law="UK GDPR Art. 13(1)(c), (d), 14(1)(c), (2)(b)",
        subjects=activity.subjects,
        about=(f"activity:{activity.id}",),
    )
    lost = _lost_rights(two, old, new)
    if old and lost:
        yield News(
            kind=NewsKind.RIGHT,
            what=f"{activity.name}: with the basis goes the right {listed(lost)}.",
            plain=f"For that use you will no longer have the right {listed(lost)}.",
            law="UK GDPR Art. 13(2)(b), (c), 14(2)(c), (d)",
            subjects=activity.subjects,
            about=(f"activity:{activity.id}",),
        )


def _interest(activity: Activity, added: list[Basis]) -> str:
    for basis in activity.bases:
        if basis.basis in added and basis.basis is Basis.LEGITIMATE_INTERESTS:
            interest = lowered(basis.interest) if given(basis.interest) else "[the interest that we pursue]"
            return f" Our interest is this: {interest.rstrip('.')}."
    return ""


def _lost_rights(two: Two, old: set[Basis], new: set[Basis]) -> list[str]:
    now = rights_under(new, two.new.as_of)
    return [
        NAMES[right] for right in rights_under(old, two.new.as_of) if right in BY_BASIS and right not in now
    ]


def _decisions(was: Activity | None, activity: Activity) -> Iterator[News]:
    if not given(activity.automated_decisions) or (
        was and was.automated_decisions == activity.automated_decisions
    ):
        return
    yield News(
        kind=NewsKind.AUTOMATED_DECISION,
        what=f"{activity.name}: decisions by automated means: {activity.automated_decisions}",
        plain=(
            f"Decisions about you will be made by automated means ({lowered(activity.name)}): "
            f"{activity.automated_decisions} You can ask for a person to look at a decision, and contest it."
        ),
        law="UK GDPR Art. 13(2)(f), 14(2)(g), 22C",
        subjects=activity.subjects,
        about=(f"activity:{activity.id}",),
    )


def _periods(two: Two) -> Iterator[News]:
    """Yield what is kept longer, or no longer for a time that is known."""
    before = {each.id: each for each in two.old.retention}
    for each in two.new.retention:
        was = before.get(each.id)
        if was is None or not given(was.period) or was.period == each.period:
            continue
        old = lasting(str(was.period))
        if not given(each.period):
            now = "for a time that is not said any more"
        elif days(str(each.period)) > SAME * days(str(was.period)):
            now = f"for {lasting(str(each.period))}"
        else:
            continue
        yield News(
            kind=NewsKind.RETENTION,
            what=f"{each.name}: kept {now} instead of {old}.",
            plain=f"We will keep information about you longer ({lowered(each.name)}): {now} instead of "
            f"{old}.",
            law="UK GDPR Art. 13(2)(a), 14(2)(a)",
            subjects=_kept_of(two, each),
            about=(f"retention:{each.id}",),
        )


def _kept_of(two: Two, each: Retention) -> tuple[str, ...]:
    known = two.new.data_map.activity
    return tuple(dict.fromkeys(subject for name in each.activities for subject in known[name].subjects))


def _rights(two: Two) -> Iterator[News]:
    """Yield rights that are no longer offered, ways to use them that are gone, and limits that are new."""
    before, after = _offered(two.old), _offered(two.new)
    for right, were in before.items():
        now, name = after.get(right, []), NAMES[right]
        known = {str(each.limits) for each in were}
        limits = [str(each.limits) for each in now if given(each.limits) and str(each.limits) not in known]
        gone = _ways(were) - _ways(now)
        if not now:
            what = f"The right {name} is no longer offered."
            plain = f"We no longer tell you how to use your right {name}: [why]."
        elif limits:
            what = f"The right {name} gets a limit: {limits[0]}"
            plain = f"Your right {name} gets a limit: {limits[0]}"
        elif gone:
            ways = names(two.old.data_map, "channel", gone)
            what = f"The right {name} can no longer be used by: {ways}."
            plain = f"You can no longer use your right {name} in this way: {ways}."
        else:
            continue
        yield News(
            kind=NewsKind.RIGHT,
            what=what,
            plain=plain,
            law="UK GDPR Art. 12(2), 13(2)(b), 14(2)(c)",
            about=tuple(f"right:{each.id}" for each in (now or were)),
        )


def _offered(facts: Facts) -> dict[RightKind, list[Right]]:
    """Return the rights that are offered as a fact; one right may be offered in several entries."""
    found: dict[RightKind, list[Right]] = {}
    for right in facts.data_map.rights:
        if right.stance is not Stance.EXPECTED:
            found.setdefault(right.right, []).append(right)
    return found


def _ways(rights: list[Right]) -> set[str]:
    return {channel for right in rights for channel in right.channels}


def _safeguards(two: Two) -> Iterator[News]:
    """Yield the safeguards of which the notice told people and that are gone."""
    after = {each.id for each in two.new.safeguards}
    gone: list[Safeguard] = [each for each in two.old.safeguards if each.id not in after and each.clauses]
    for each in gone:
        yield News(
            kind=NewsKind.SAFEGUARD,
            what=f"A safeguard that the notice promises ends: {each.name}.",
            plain=f"A protection of which we told you ends: {lowered(each.name)}.",
            law="UK GDPR Art. 5(1)(a), (f)",
            about=(f"safeguard:{each.id}",),
        )
