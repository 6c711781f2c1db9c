"""What an access answer says beside the copy (UK GDPR Art. 15(1)(a) to (h), 15(2))."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ...law.commencement import JUNE_2026
from ...law.exemptions import CRIME_AND_TAXATION
from ...law.rights_matrix import NAMES, rights_under
from ...model.data import Sensitivity
from ...model.flow import Flow, Transfer
from ...model.noun import Gap, Stance
from ...model.request_plan import Informed, KeptFor, Source, TellingKind
from ...model.rights import RightKind
from ...model.words import lasting, listed
from ..words import data_words, name, plain
from .facts import Facts
from .tells import telling_kind

_ELSE: Final = "what else it is used for, as far as that may be told (DPA 2018 Sch. 2 para. 2)"
#: The rights that Art. 15(1)(e) names, in its order.
_NAMED: Final = (RightKind.RECTIFICATION, RightKind.ERASURE, RightKind.RESTRICTION, RightKind.OBJECTION)


def informed(facts: Facts, sources: Iterable[Source]) -> tuple[Informed, ...]:
    """Return what must be said beside the copy, from the map, with what a person still has to say.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.plan.facts import gather
    >>> from audit_lib.rights.plan.sources import sources
    >>> facts = gather(example_map(), RightKind.ACCESS, "tenants", dt.date(2026, 11, 22))
    >>> said = informed(facts, sources(facts, None))
    >>> said[0].says, said[2].says[1]
    (('Letting',), 'Insurer: passport copy')
    """
    if facts.right is not RightKind.ACCESS:
        return ()
    listed_sources = tuple(sources)
    return (
        _purposes(facts),
        _categories(facts, listed_sources),
        _recipients(facts),
        _periods(facts, listed_sources),
        _rights(facts),
        _complaint(facts),
        _origin(facts),
        _decisions(facts),
        _transfers(facts),
    )


def _purposes(facts: Facts) -> Informed:
    every = dict.fromkeys(activity.purpose for activity in facts.activities)
    named = [one for one in every if facts.data_map.purpose[one].kind not in CRIME_AND_TAXATION]
    says = tuple(name(facts.data_map, "purpose", one) for one in named)
    return Informed(
        item="15(1)(a)",
        heading="Purposes",
        says=says,
        rests=tuple(f"purpose:{one}" for one in named),
        gap=_ELSE if len(named) < len(every) else None if says else "what the data is used for",
    )


def _categories(facts: Facts, sources: tuple[Source, ...]) -> Informed:
    offences = _offences(facts)
    found = {atom for one in sources if one.standing.searched for atom in one.atoms}
    data = facts.highest(found - offences)
    says = (data_words(facts.data_map, data),) if data else ()
    rests = tuple(f"data:{one}" for one in data)
    gap = None if says else "which categories were found"
    if found & offences:
        gap = "whether anything of Art. 10 was found, and may be told (DPA 2018 Sch. 2 para. 2)"
    return Informed(item="15(1)(b)", heading="Categories of data", says=says, rests=rests, gap=gap)


def _recipients(facts: Facts) -> Informed:
    by_party: dict[str, list[Flow]] = {}
    for flow in facts.outside:
        if flow.stance is not Stance.EXPECTED:
            by_party.setdefault(flow.recipient, []).append(flow)
    doubted = [one for one, flows in by_party.items() if telling_kind(facts, one, flows) is TellingKind.DOUBT]
    by_party = {party: flows for party, flows in by_party.items() if party not in doubted}
    says = []
    for party, flows in by_party.items():
        carried = {one for flow in flows for one in facts.carried[flow.id]}
        data = facts.highest(carried - _offences(facts))
        if data:
            says.append(f"{name(facts.data_map, 'party', party)}: {data_words(facts.data_map, data)}")
    generic = [party for party in by_party if facts.data_map.party[party].generic]
    who = listed(name(facts.data_map, "party", one) for one in generic)
    gaps = [f"who is meant by {who}, where it can be said"] if generic else []
    if doubted:
        # Which ones is said under what to check, never in words that go to the person.
        gaps.append("whether an authority is named: one that inquires is no recipient (Art. 4(9))")
    rests = tuple(f"party:{party}" for party in by_party)
    gap = "; ".join(gaps) or None
    return Informed(item="15(1)(c)", heading="Recipients", says=tuple(says), rests=rests, gap=gap)


def _periods(facts: Facts, sources: tuple[Source, ...]) -> Informed:
    ours = [one for one in sources if one.standing.searched]
    known: dict[str, list[KeptFor]] = {}
    for part in (part for one in ours for part in one.kept):
        known.setdefault(part.retention, []).append(part)
    says = []
    for parts in known.values():
        part = parts[0]
        starts = "" if isinstance(part.starts, Gap) else f", from: {plain(part.starts)}"
        atoms = facts.data_map.atoms(tuple(name for each in parts for name in each.data)) - _offences(facts)
        what = data_words(facts.data_map, facts.highest(atoms))
        if not what:
            continue
        says.append(f"{what[:1].upper()}{what[1:]}: {lasting(part.period)}{starts}")
    without = facts.highest(unkept(facts, ours) - _offences(facts))
    gap = f"the period, or how it is decided, for {data_words(facts.data_map, without)}" if without else None
    rests = tuple(f"retention:{one}" for one in known)
    return Informed(item="15(1)(d)", heading="How long", says=tuple(says), rests=rests, gap=gap)


def _offences(facts: Facts) -> frozenset[str]:
    """Return the categories of Art. 10: that somebody is suspected is not told before a person has looked."""
    named = (one.id for one in facts.data_map.data if one.sensitivity is Sensitivity.CRIMINAL_OFFENCE)
    return frozenset(facts.data_map.atoms(tuple(named)))


def unkept(facts: Facts, sources: Iterable[Source]) -> frozenset[str]:
    """Return the categories, to the last level, for which no retention entry gives a period.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.plan.facts import gather
    >>> from audit_lib.rights.plan.sources import sources
    >>> facts = gather(example_map(), RightKind.ACCESS, "tenants", dt.date(2026, 11, 22), ["arrears"])
    >>> sorted(unkept(facts, sources(facts, None)))
    ['arrears']
    """
    listed_sources = tuple(sources)
    covered = {name for one in listed_sources for part in one.kept for name in part.data}
    held = frozenset(atom for one in listed_sources for atom in one.atoms)
    # A category of which parts are held is judged by its parts.
    below = facts.data_map.below
    last = frozenset(name for name in held if below[name].isdisjoint(held - {name}))
    without = last - facts.data_map.atoms(tuple(covered))
    return frozenset(name for name in held if below[name] & last <= without)


def _rights(facts: Facts) -> Informed:
    bases = {basis.basis for activity in facts.activities for basis in activity.bases}
    there = rights_under(bases, facts.as_of)
    unknown = [activity.id for activity in facts.activities if not activity.bases]
    says = [f"The right {NAMES[right]}" for right in _NAMED if right in there or unknown]
    gap = "whether the right to object applies where no lawful basis is stated" if unknown else None
    rests = tuple(f"activity:{one}" for one in unknown)
    return Informed(item="15(1)(e)", heading="Rights", says=tuple(says), rests=rests, gap=gap)


def _complaint(facts: Facts) -> Informed:
    info = facts.data_map.info
    says = []
    if facts.as_of >= JUNE_2026:
        says.append("The right to complain to us, which we must acknowledge within 30 days (DPA 2018 s.164A)")
    regulator = name(facts.data_map, "party", info.regulator) if info.regulator else "the regulator"
    the = "" if regulator.lower().startswith("the ") else "the "
    says.append(f"The right to complain to {the}{regulator}")
    gap = None if info.regulator else "the name and address of the regulator"
    rests = (f"party:{info.regulator}",) if info.regulator else ()
    return Informed(item="15(1)(f)", heading="Complaints", says=tuple(says), rests=rests, gap=gap)


def _origin(facts: Facts) -> Informed:
    data_map = facts.data_map
    stated = [
        (f"activity:{one.id}", plain(one.source))
        for one in facts.activities
        if not isinstance(one.source, Gap)
    ]
    senders = [
        (f"party:{flow.sender}", name(data_map, "party", flow.sender))
        for flow in facts.flows
        if flow.recipient in data_map.inside
        and flow.sender not in data_map.inside
        and flow.sender != facts.subject
        and flow.stance is not Stance.EXPECTED
    ]
    found = dict([*stated, *senders])
    says = tuple(dict.fromkeys(found.values()))
    if facts.by_sender.get(facts.subject):
        says = ("The person", *(one for one in says if one != "The person"))
    gap = None if says else "where the data came from"
    return Informed(item="15(1)(g)", heading="Where it came from", says=says, rests=tuple(found), gap=gap)


def _decisions(facts: Facts) -> Informed:
    says = tuple(
        f"{plain(one.name)}: {plain(one.automated_decisions)}"
        for one in facts.activities
        if not isinstance(one.automated_decisions, Gap)
    )
    silent = [a for a in facts.activities if a.automated_decisions in (Gap.NOT_STATED, Gap.UNCLEAR)]
    gap = None
    if silent:
        gap = "whether there are others" if says else "whether there are any"
        gap += ", with the logic and what they mean for the person: the map does not say"
    rests = tuple(f"activity:{one.id}" for one in silent)
    return Informed(item="15(1)(h)", heading="Automated decisions", says=says, rests=rests, gap=gap)


def _transfers(facts: Facts) -> Informed:
    says: dict[str, None] = {}
    unsafe: dict[str, str] = {}
    quiet = {one for one, flows in facts.to.items() if telling_kind(facts, one, flows) is TellingKind.DOUBT}
    for flow, transfer in _abroad(facts):
        if flow.recipient in quiet:
            continue
        party = name(facts.data_map, "party", flow.recipient)
        known = not isinstance(transfer.mechanism, Gap)
        how = f"under {plain(transfer.mechanism)}" if known else "safeguard not stated"
        says[f"{party} ({transfer.country}): {how}"] = None
        if not known:
            unsafe[f"flow:{flow.id}"] = party
    gaps = [f"the safeguard for the transfer to {listed(unsafe.values())}"] if unsafe else []
    open_ones = {
        flow.recipient: name(facts.data_map, "party", flow.recipient)
        for flow in facts.outside
        if flow.transfer in (Gap.NOT_STATED, Gap.UNCLEAR)
        and flow.stance is not Stance.EXPECTED
        and flow.recipient not in quiet
    }
    if open_ones:
        gaps.append(f"whether data leaves the country with {listed(open_ones.values())}")
    rests = (*unsafe, *(f"party:{one}" for one in open_ones))
    gap = "; ".join(gaps) or None
    return Informed(item="15(2)", heading="Transfers", says=tuple(says), rests=rests, gap=gap)


def _abroad(facts: Facts) -> Iterator[tuple[Flow, Transfer]]:
    for flow in facts.outside:
        if isinstance(flow.transfer, Transfer):
            yield flow, flow.transfer
