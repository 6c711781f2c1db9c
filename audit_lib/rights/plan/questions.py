"""What the map cannot tell: asked of a person, never asserted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model.activity import Basis
from ...model.flow import Role
from ...model.purpose import PurposeKind
from ...model.request_plan import (
    PlanQuestion,
    Portable,
    Reach,
    Source,
    Standing,
    Telling,
    TellingKind,
    Verdict,
)
from ...model.rights import RightKind
from ...model.words import listed
from ..words import data_words, name
from .facts import Facts, handled
from .informed import unkept


def questions(
    facts: Facts,
    sources: Iterable[Source],
    tells: Iterable[Telling],
    verdicts: Iterable[Verdict],
    portable: Iterable[Portable],
) -> tuple[PlanQuestion, ...]:
    """Return what has to be found out, one question for all of a sort, the nearest to the search first.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.plan.facts import gather
    >>> facts = gather(example_map(), RightKind.ERASURE, "tenants", dt.date(2026, 11, 22))
    >>> questions(facts, (), (), (), ())[0].says
    'Who answers this right? The map names no team and no channel for it.'
    """
    concerned = tuple(one for one in sources if one.concerned)
    return (
        *_of_desk(facts),
        *_of_marketing(facts),
        *_of_sources(facts, concerned, tuple(tells)),
        *_of_contracts(facts, concerned),
        *_of_rows(facts),
        *_of_systems(facts),
        *_of_bases(facts, tuple(verdicts)),
        *_of_periods(facts, concerned),
        *_of_portable(facts, tuple(portable)),
    )


def _asked(says: str, kind: str, about: Iterable[str]) -> PlanQuestion:
    return PlanQuestion(says=says, about=tuple(f"{kind}:{one}" for one in dict.fromkeys(about)))


def _names(facts: Facts, kind: str, entries: Iterable[str]) -> str:
    return listed(name(facts.data_map, kind, one) for one in dict.fromkeys(entries))


def _of_desk(facts: Facts) -> Iterator[PlanQuestion]:
    offered = [one for one in facts.data_map.rights if one.right is facts.right]
    if not any(one.team or one.channels for one in offered):
        says = "Who answers this right? The map names no team and no channel for it."
        yield PlanQuestion(says=says, about=tuple(f"right:{one.id}" for one in offered))


def _of_marketing(facts: Facts) -> Iterator[PlanQuestion]:
    """Yield what to look for where an objection to marketing meets a map that shows none."""
    kinds = {facts.data_map.purpose[one.purpose].kind for one in facts.activities}
    if facts.marketing and PurposeKind.DIRECT_MARKETING not in kinds:
        says = "The map shows no direct marketing to these people: is there none, no newsletter and no list?"
        yield PlanQuestion(says=says)


def _of_sources(
    facts: Facts, sources: tuple[Source, ...], tells: tuple[Telling, ...]
) -> Iterator[PlanQuestion]:
    parties = facts.data_map.party
    asked = [(one.party, one.expected) for one in sources if one.standing.searched]
    asked += [
        (one.party, one.expected) for one in tells if one.kind in (TellingKind.TELL, TellingKind.ONWARD)
    ]
    # Of those whom nobody has confirmed it is first asked whether they are there at all.
    generic = [party for party, expected in asked if parties[party].generic and not expected]
    if generic:
        yield _asked(f"Which ones are meant by {_names(facts, 'party', generic)}?", "party", generic)
    unclear = [one.party for one in sources if one.standing is Standing.UNCLEAR or Role.UNCLEAR in one.roles]
    if unclear:
        who = _names(facts, "party", unclear)
        yield _asked(
            f"For us or for themselves: in which role does each of these act? {who}.", "party", unclear
        )
    doubtful = [one.party for one in sources if one.expected]
    if doubtful:
        who = _names(facts, "party", doubtful)
        yield _asked(f"Nobody has confirmed that these hold anything: do they? {who}.", "party", doubtful)
    presumed = facts.highest(atom for one in sources for atom in one.presumed)
    if presumed:
        what = data_words(facts.data_map, presumed)
        says = f"Is there any of this about these people? Only rows about others too say so: {what}."
        yield _asked(says, "party", (one.party for one in sources if one.presumed))


def _of_contracts(facts: Facts, sources: tuple[Source, ...]) -> Iterator[PlanQuestion]:
    without = [
        one.party
        for one in sources
        if one.standing is Standing.PROCESSOR and not one.contracts and not one.expected
    ]
    if without:
        who = _names(facts, "party", without)
        yield _asked(f"Under which contract can these be instructed (Art. 28(3))? {who}.", "party", without)


def _of_rows(facts: Facts) -> Iterator[PlanQuestion]:
    """Yield what activities name and no flow or system explains."""
    held = frozenset(atom for one in facts.held for atom in one.data)
    holders = {one.party for one in facts.held}
    loose: list[str] = []
    idle: list[str] = []
    for activity in facts.activities:
        atoms = facts.among(facts.data_map.atoms(handled(activity)))
        if atoms and held.isdisjoint(atoms):
            loose.append(activity.id)
        idle.extend(party for party in activity.processors if party not in holders)
    if loose:
        which = _names(facts, "activity", loose)
        yield _asked(f"Who holds the data of these activities? No flow shows it: {which}.", "activity", loose)
    if idle:
        who = _names(facts, "party", idle)
        says = f"What do these hold? They are named as processors, and no flow shows what they get: {who}."
        yield _asked(says, "party", idle)


def _of_systems(facts: Facts) -> Iterator[PlanQuestion]:
    """Yield systems of holders that keep such data, and that nothing about these people names."""
    held = {one.party: frozenset(one.data) for one in facts.held}
    known = {part.system for one in facts.held for part in one.resting}
    found = [
        system.id
        for system in facts.data_map.systems
        if system.id not in known
        and system.operator in {*facts.data_map.inside, *facts.data_map.processors}
        and not facts.data_map.atoms(system.holds).isdisjoint(held.get(system.operator, ()))
    ]
    if found:
        which = _names(facts, "system", found)
        says = (
            f"Are these people in these systems too? They keep such data, and nothing says of whom: {which}."
        )
        yield _asked(says, "system", found)


def _of_bases(facts: Facts, verdicts: tuple[Verdict, ...]) -> Iterator[PlanQuestion]:
    open_ones = [one.activity for one in verdicts if one.reach is Reach.ASK and one.basis is None]
    if open_ones and not facts.marketing:
        which = _names(facts, "activity", open_ones)
        what = "On which lawful basis does each of these rest?"
        if facts.right is RightKind.AUTOMATED_DECISIONS:
            what = "In which of these are decisions taken by automated means alone?"
        yield _asked(f"{what} {which}.", "activity", open_ones)
    judged = {one.activity for one in verdicts if one.basis is Basis.CONTRACT}
    others = [
        one.id
        for one in facts.activities
        if one.id in judged and one.contract_with and facts.subject not in one.contract_with
    ]
    if facts.right not in (RightKind.ERASURE, RightKind.PORTABILITY):
        return
    if others:
        which = _names(facts, "activity", others)
        says = f"Is the person a party to the contract on which these rest (Art. 6(1)(b))? {which}."
        yield _asked(says, "activity", others)


def _of_periods(facts: Facts, sources: tuple[Source, ...]) -> Iterator[PlanQuestion]:
    """Yield what has no period; an access answer says it with Art. 15(1)(d) already."""
    if facts.right is RightKind.ERASURE:
        ours = [one for one in sources if one.standing in (Standing.OWN, Standing.PROCESSOR)]
        without = unkept(facts, ours)
        data = facts.highest(without)
        kept = any(one.kept for one in ours)
        if data:
            what = "any of it" if not kept else data_words(facts.data_map, data)
            yield _asked(f"When is it no longer needed? No period is stated for {what}.", "data", data)


def _of_portable(facts: Facts, portable: tuple[Portable, ...]) -> Iterator[PlanQuestion]:
    made = facts.highest(one for part in portable for one in part.made)
    if made:
        what = data_words(facts.data_map, made)
        yield _asked(f"Was it observed (it goes too) or inferred (it does not)? {what}.", "data", made)
