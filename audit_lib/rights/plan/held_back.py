"""What shows other people, or may not be shown: to be checked before anything is handed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ...law.exemptions import CRIME_AND_TAXATION as _CRIME
from ...model.activity import Activity
from ...model.authority import Authority
from ...model.data import Sensitivity
from ...model.party import PartyKind
from ...model.purpose import PurposeKind
from ...model.request_plan import Concern, HeldBack
from ...model.rights import RightKind
from ...model.system import SystemKind
from ...model.words import listed
from ..words import name
from .facts import Facts, handled

_HANDED_OVER: Final = (RightKind.ACCESS, RightKind.PORTABILITY)
#: What Sch. 2 para. 1 lists: Art. 13 to 16, 17(1) and (2), 18(1), 19, 20 and 21(1).
_CRIME_REACHES: Final = (
    *_HANDED_OVER,
    RightKind.RECTIFICATION,
    RightKind.ERASURE,
    RightKind.RESTRICTION,
    RightKind.OBJECTION,
)
_MESSAGES: Final = (SystemKind.EMAIL, SystemKind.TELEPHONE, SystemKind.SMS, SystemKind.POST)
_CLAIMS: Final = frozenset({PurposeKind.LEGAL_CLAIMS, PurposeKind.DEBT_RECOVERY})
_PLANNING: Final = frozenset({PurposeKind.INVESTOR_REPORTING, PurposeKind.STATISTICS})


def held_back(facts: Facts) -> tuple[HeldBack, ...]:
    """Return what to check before handing over, and for every right what an answer could give away.

    The rights of others limit a copy (Art. 15(4), DPA 2018 Sch. 2 para. 16) and what is ported (Art. 20(4));
    privilege, forecasts, negotiations and references limit access alone (Sch. 2 Part 4); crime and taxation
    limit nearly every right (para. 2), and only as far as an answer would be likely to prejudice them. Health
    data that a person does not know of needs a health professional first (Sch. 3 para. 6). That data found
    under a purpose, or a special category, is of that sort is an assumption, and says so.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.plan.facts import gather
    >>> facts = gather(example_map(), RightKind.ACCESS, "tenants", dt.date(2026, 11, 22))
    >>> held_back(facts)
    ()
    """
    found: list[HeldBack] = []
    if facts.right in _HANDED_OVER:
        found.extend(_other_people(facts))
    if facts.right is RightKind.ACCESS:
        found.extend(_references(facts))
        found.extend(_health(facts))
    if facts.right in _CRIME_REACHES and not facts.marketing:
        found.extend(_crime(facts))
    if facts.right is RightKind.ACCESS:
        found.extend(_of_access_alone(facts))
    return tuple(found)


def _other_people(facts: Facts) -> Iterator[HeldBack]:
    provision = "UK GDPR Art. 20(4)"
    if facts.right is RightKind.ACCESS:
        provision = "UK GDPR Art. 15(4); DPA 2018 Sch. 2 para. 16"
    given = [
        flow
        for flow in facts.flows
        if flow.sender in facts.data_map.individuals and flow.sender != facts.subject
    ]
    if given:
        yield HeldBack(
            concern=Concern.OTHER_PEOPLE,
            data=facts.highest(one for flow in given for one in facts.carried[flow.id]),
            others=tuple(dict.fromkeys(flow.sender for flow in given)),
            flows=tuple(flow.id for flow in given),
            says="Other people gave it: it may show who they are, and that they are the source.",
            provision=provision,
            authority=Authority.LAW,
        )
    for says, kinds in (
        ("Pictures show whoever was there: blur the others, or ask them.", (SystemKind.CCTV,)),
        ("Messages, letters and recordings tend to name others: read them before they go out.", _MESSAGES),
    ):
        yield from _in_systems(facts, kinds, says, provision)
    yield from _shared_rows(facts, provision)


def _in_systems(facts: Facts, kinds: tuple[SystemKind, ...], says: str, provision: str) -> Iterator[HeldBack]:
    """Yield what was made or kept by systems in which other people show by their nature."""
    data_map = facts.data_map
    systems = {system.id for system in data_map.systems if system.kind in kinds}
    flows = [flow for flow in facts.flows if flow.via in systems]
    rests = {
        one for held in facts.held for part in held.resting if part.system in systems for one in part.data
    }
    made = {
        one
        for activity in facts.activities
        if systems.intersection(activity.systems)
        for one in facts.among(data_map.atoms(activity.creates))
    }
    # What merely passes through is said of only where nothing is known to be kept or made there.
    passing = (one for flow in flows for one in facts.carried[flow.id])
    data = facts.highest({*rests, *made} or set(passing))
    if data:
        yield HeldBack(
            concern=Concern.OTHER_PEOPLE,
            data=data,
            flows=tuple(flow.id for flow in flows),
            says=says,
            provision=provision,
            authority=Authority.ASSUMPTION,
        )


def _shared_rows(facts: Facts, provision: str) -> Iterator[HeldBack]:
    """Yield the data that flows carry about several kinds of people at once."""
    shared = [flow for flow in facts.flows if set(flow.subjects) - {facts.subject}]
    if shared:
        yield HeldBack(
            concern=Concern.OTHER_PEOPLE,
            data=facts.highest(one for flow in shared for one in facts.carried[flow.id]),
            others=tuple(dict.fromkeys(o for flow in shared for o in flow.subjects if o != facts.subject)),
            flows=tuple(flow.id for flow in shared),
            says="Kept or sent together with data about other people: see that only this person's goes out.",
            provision=provision,
            authority=Authority.ASSUMPTION,
        )


def _of_kind(facts: Facts, kinds: Iterable[PurposeKind]) -> list[Activity]:
    wanted = frozenset(kinds)
    return [one for one in facts.activities if facts.data_map.purpose[one.purpose].kind in wanted]


def _found_in(facts: Facts, activities: Iterable[Activity]) -> tuple[str, ...]:
    held = frozenset(one for holding in facts.held for one in holding.data)
    return facts.highest(held & facts.data_map.atoms(tuple(n for one in activities for n in handled(one))))


def _references(facts: Facts) -> Iterator[HeldBack]:
    activities = _of_kind(facts, [PurposeKind.REFERENCING])
    given = [
        flow
        for flow in facts.flows
        if flow.activity in {one.id for one in activities}
        and flow.sender not in facts.data_map.inside
        and flow.sender != facts.subject
    ]
    if given:
        yield HeldBack(
            concern=Concern.REFERENCES,
            data=facts.highest(one for flow in given for one in facts.carried[flow.id]),
            activities=tuple(one.id for one in activities),
            flows=tuple(flow.id for flow in given),
            says="Given in confidence for work, study, an office or a service, a reference is exempt; one "
            "for a tenancy is not: there, weigh the interests of its writer.",
            provision="DPA 2018 Sch. 2 para. 24, 16",
            authority=Authority.LAW,
        )


def _health(facts: Facts) -> Iterator[HeldBack]:
    special = {one.id for one in facts.data_map.data if one.sensitivity is Sensitivity.SPECIAL_CATEGORY}
    held = special.intersection(one for holding in facts.held for one in holding.data)
    if held:
        yield HeldBack(
            concern=Concern.HEALTH,
            data=facts.highest(held),
            says="What is about health goes out only if the person knows it or has seen it, or if a health "
            "professional has said in the last six months that it would do no serious harm.",
            provision="DPA 2018 Sch. 3 para. 5, 6",
            authority=Authority.ASSUMPTION,
        )


def _crime(facts: Facts) -> Iterator[HeldBack]:
    data_map = facts.data_map
    activities = _of_kind(facts, _CRIME)
    told = [
        flow
        for flow in facts.outside
        if data_map.party[flow.recipient].kind is PartyKind.AUTHORITY
        and data_map.purpose[data_map.activity[flow.activity].purpose].kind in _CRIME
    ]
    offences = {one.id for one in data_map.data if one.sensitivity is Sensitivity.CRIMINAL_OFFENCE}
    held = offences.intersection(one for holding in facts.held for one in holding.data)
    if activities or told or held:
        who = listed(dict.fromkeys(name(data_map, "party", flow.recipient) for flow in told))
        also = f" That includes that {who} asked or was told." if who else ""
        yield HeldBack(
            concern=Concern.CRIME,
            data=facts.highest(held),
            activities=tuple(one.id for one in activities),
            flows=tuple(flow.id for flow in told),
            says=f"Say nothing that would be likely to tip off somebody under inquiry.{also}",
            provision="DPA 2018 Sch. 2 para. 2",
            authority=Authority.LAW,
        )


def _of_access_alone(facts: Facts) -> Iterator[HeldBack]:
    for concern, kinds, says, provision in (
        (
            Concern.PRIVILEGE,
            _CLAIMS,
            "Advice of lawyers, and what was written for proceedings, may be privileged.",
            "DPA 2018 Sch. 2 para. 19",
        ),
        (
            Concern.NEGOTIATIONS,
            _CLAIMS,
            "What we intend in negotiations with this person stays back while showing it would harm them.",
            "DPA 2018 Sch. 2 para. 23",
        ),
        (
            Concern.FORECASTS,
            _PLANNING,
            "Forecasts and plans of the business stay back while showing them would harm it.",
            "DPA 2018 Sch. 2 para. 22",
        ),
    ):
        activities = _of_kind(facts, kinds)
        if activities:
            yield HeldBack(
                concern=concern,
                data=_found_in(facts, activities),
                activities=tuple(one.id for one in activities),
                says=says,
                provision=provision,
                authority=Authority.ASSUMPTION,
            )
