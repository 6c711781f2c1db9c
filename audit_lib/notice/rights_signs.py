"""What the claims of a mapped notice show of lawful bases, rights, complaints and automated decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from ..law.rights_matrix import rights_under
from ..model.activity import Basis
from ..model.claim import (
    AutomatedDecisionsClaimed,
    BasisClaimed,
    ConsentClaimed,
    ProfilingClaimed,
    RightOffered,
    RouteGiven,
)
from ..model.data_map import DataMap
from ..model.noun import Gap, Stance
from ..model.rights import RightKind, Use
from ..model.transparency import Effect, Sign

#: The rights of Art. 13(2)(b), which are also the names of its aspects.
RIGHTS: Final = (
    RightKind.ACCESS,
    RightKind.RECTIFICATION,
    RightKind.ERASURE,
    RightKind.RESTRICTION,
    RightKind.OBJECTION,
    RightKind.PORTABILITY,
)

#: The bases that are open to an objection (Art. 21(1)).
OPEN_TO_OBJECTION: Final = (
    Basis.LEGITIMATE_INTERESTS,
    Basis.PUBLIC_TASK,
    Basis.RECOGNISED_LEGITIMATE_INTEREST,
)


def shows(item: str, aspect: str, at: str = "") -> Sign:
    """Return the sign that an aspect of an item is there.

    >>> shows("VER", "date").effect.value
    'shows'
    """
    return Sign(item=item, effect=Effect.SHOWS, aspect=aspect, at=at)


def contacts(data_map: DataMap) -> Iterator[tuple[str, frozenset[Use]]]:
    """Yield each clause that gives a channel of the controller's own, with what its channels are for.

    >>> from audit_lib.graph.example import example_map
    >>> list(contacts(example_map()))
    []
    """
    for clause, given in data_map.said(RouteGiven):
        own = [data_map.channel[channel] for channel in given.channels]
        uses = {use for channel in own if channel.party in data_map.inside for use in channel.uses}
        if uses:
            yield clause, frozenset(uses)


def bases(data_map: DataMap) -> frozenset[Basis]:
    """Return the lawful bases that the notice claims or the map knows of.

    >>> from audit_lib.graph.example import example_map
    >>> sorted(bases(example_map()))
    []
    """
    claimed = {said.claim.basis for said in data_map.said(BasisClaimed)}
    known = {
        basis.basis
        for activity in data_map.activities
        for basis in activity.bases
        if Stance.EXPECTED not in (activity.stance, basis.stance)
    }
    return frozenset(claimed | known)


def basis_signs(data_map: DataMap) -> Iterator[Sign]:
    """Yield what is told of lawful bases and of the interests pursued.

    >>> from audit_lib.graph.example import example_map
    >>> list(basis_signs(example_map()))
    []
    """
    for clause, claimed in data_map.said(BasisClaimed):
        yield shows("A13-1c-b", "basis", clause)
        if claimed.purposes or claimed.activities:
            yield shows("A13-1c-b", "linked", clause)
        if claimed.basis is Basis.LEGITIMATE_INTERESTS:
            told = not isinstance(claimed.interest, Gap)
            yield shows("A13-1d", "interest" if told else "relied-on", clause)
    relied_on = bases(data_map)
    if Basis.LEGITIMATE_INTERESTS in relied_on:
        yield Sign(item="A13-1d", effect=Effect.APPLIES)
    if Basis.CONSENT in relied_on or data_map.said(ConsentClaimed):
        yield Sign(item="A13-2c", effect=Effect.APPLIES)
    if relied_on.intersection(OPEN_TO_OBJECTION):
        yield Sign(item="A21-4", effect=Effect.APPLIES)


def rights_signs(data_map: DataMap, as_of: dt.date) -> Iterator[Sign]:
    """Yield what is told of rights, of how to use them, and of complaints.

    A right that no basis of the map gives is not due (law.rights_matrix).

    >>> from audit_lib.graph.example import example_map
    >>> list(rights_signs(example_map(), dt.date(2026, 11, 22)))
    []
    """
    for clause, offered in data_map.said(RightOffered):
        if offered.right in RIGHTS:
            yield shows("A13-2b", offered.right.value, clause)
        if offered.right is RightKind.WITHDRAW_CONSENT:
            yield shows("A13-2c", "withdraw", clause)
        elif offered.right is RightKind.COMPLAIN_TO_REGULATOR:
            yield shows("A13-2d", "complain", clause)
        elif offered.right is RightKind.COMPLAIN_TO_CONTROLLER:
            yield from _complaint("complain", clause)
        elif offered.right is RightKind.OBJECTION:
            yield shows("A21-4", "objection", clause)
            if offered.set_apart:
                yield shows("A21-4", "apart", clause)
    yield from _routes(data_map)
    relied_on = bases(data_map)
    due = rights_under(relied_on, as_of) if relied_on else RIGHTS
    for right in RIGHTS:
        if right not in due:
            yield Sign(item="A13-2b", effect=Effect.WAIVES, aspect=right.value)


def _routes(data_map: DataMap) -> Iterator[Sign]:
    for clause, uses in contacts(data_map):
        yield shows("A12-2", "route" if Use.RIGHTS in uses else "contact", clause)
        if Use.COMPLAINTS in uses:
            yield from _complaint("route", clause)
    for right in data_map.rights:
        own = [c for c in right.channels if data_map.channel[c].party in data_map.inside]
        if right.right is RightKind.COMPLAIN_TO_CONTROLLER and right.stance is Stance.STATED and own:
            for clause in right.clauses:
                yield from _complaint("route", clause)


def _complaint(aspect: str, clause: str) -> Iterator[Sign]:
    """Yield the sign for people who gave their data, and for those about whom others gave it."""
    yield shows("A13-2ca", aspect, clause)
    yield shows("A14-2da", aspect, clause)


def decision_signs(data_map: DataMap) -> Iterator[Sign]:
    """Yield what is told of automated decisions.

    >>> from audit_lib.graph.example import example_map
    >>> list(decision_signs(example_map()))
    []
    """
    for clause, told in data_map.said(AutomatedDecisionsClaimed):
        yield shows("A13-2f", "none" if told.denied else "decisions", clause)
        if not told.denied and not isinstance(told.safeguards, Gap):
            yield shows("A13-2f", "safeguards", clause)
    for clause, _ in data_map.said(ProfilingClaimed):
        why = "A picture of people is formed."
        yield Sign(item="A13-2f", effect=Effect.APPLIES, at=clause, why=why)
    if any(not isinstance(activity.automated_decisions, Gap) for activity in data_map.activities):
        why = "The map has activities with automated decisions."
        yield Sign(item="A13-2f", effect=Effect.APPLIES, why=why)
