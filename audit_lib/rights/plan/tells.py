"""Who must learn of a rectification, an erasure or a restriction (UK GDPR Art. 17(2), 19)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ...model.authority import Authority
from ...model.flow import Flow, Role
from ...model.noun import Stance
from ...model.party import PartyKind
from ...model.purpose import PurposeKind
from ...model.request_plan import Standing, Telling, TellingKind
from ...model.rights import RightKind
from ...model.words import listed
from ..words import name
from .facts import Facts
from .sources import roles_of, standing_of

TOLD: Final = (RightKind.RECTIFICATION, RightKind.ERASURE, RightKind.RESTRICTION)
_INSTRUCTED: Final = (Standing.PROCESSOR, Standing.SUB_PROCESSOR)
_DECIDING: Final = frozenset({Role.CONTROLLER, Role.JOINT_CONTROLLER})
_ORDER: Final = tuple(TellingKind)
_SAID: Final = {
    TellingKind.INSTRUCT: ("By our instruction.", "UK GDPR Art. 19, 28(3)(a)"),
    TellingKind.TELL: (
        "Tell it so, unless that is impossible or takes disproportionate effort.",
        "UK GDPR Art. 19",
    ),
    TellingKind.DOUBT: (
        "No recipient while it inquires into a particular case; tell it where it got data otherwise.",
        "UK GDPR Art. 4(9), 19",
    ),
}
_INQUIRIES: Final = frozenset(
    {
        PurposeKind.AUTHORITY_REQUESTS,
        PurposeKind.CRIME_PREVENTION,
        PurposeKind.SANCTIONS,
        PurposeKind.MONEY_LAUNDERING,
        PurposeKind.SAFEGUARDING,
    }
)


def tellings(facts: Facts) -> tuple[Telling, ...]:
    """Return every recipient of the data, and who tells it; nothing for rights that oblige nobody to tell.

    The people themselves are no recipients of their own data, and neither are our own teams. A processor is a
    recipient too (Art. 4(9)), and learns of it by our instruction. An authority that gets data in a
    particular inquiry is none: where the purpose looks like one, or it is the regulator, that is shown as
    a doubt.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.plan.facts import gather
    >>> facts = gather(example_map(), RightKind.ERASURE, "tenants", dt.date(2026, 11, 22))
    >>> [(one.party, one.kind.value) for one in tellings(facts)]
    [('referencer', 'tell'), ('court', 'tell'), ('insurer', 'onward')]
    """
    if facts.right not in TOLD:
        return ()
    by_party: dict[str, list[Flow]] = {}
    for flow in facts.outside:
        by_party.setdefault(flow.recipient, []).append(flow)
    found = [_telling(facts, party, flows) for party, flows in by_party.items()]
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.kind), one.expected, one.generic)))


def _telling(facts: Facts, party: str, flows: list[Flow]) -> Telling:
    data_map = facts.data_map
    entry = data_map.party[party]
    kind = telling_kind(facts, party, flows)
    senders = tuple(dict.fromkeys(flow.sender for flow in flows))
    authority = Authority.ASSUMPTION if kind is TellingKind.DOUBT else Authority.LAW
    says, provision = _said(facts, kind, senders)
    return Telling(
        party=party,
        kind=kind,
        roles=roles_of(facts, party, flows),
        data=facts.highest(name for flow in flows for name in facts.carried[flow.id]),
        senders=senders,
        flows=tuple(flow.id for flow in flows),
        expected=entry.stance is Stance.EXPECTED or all(flow.stance is Stance.EXPECTED for flow in flows),
        generic=entry.generic,
        says=says,
        provision=provision,
        authority=authority,
    )


def telling_kind(facts: Facts, party: str, flows: Iterable[Flow]) -> TellingKind:
    """Return how a recipient of some flows learns of a change, and whether it is a recipient at all.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.plan.facts import gather
    >>> facts = gather(example_map(), RightKind.ACCESS, "tenants", dt.date(2026, 11, 22))
    >>> telling_kind(facts, "insurer", facts.to["insurer"]).value
    'onward'
    """
    data_map = facts.data_map
    listed_flows = tuple(flows)
    entry = data_map.party[party]
    if entry.kind is PartyKind.PUBLIC or all(flow.role is Role.PUBLIC for flow in listed_flows):
        return TellingKind.PUBLIC
    roles = roles_of(facts, party, listed_flows)
    # What a processor also has as a controller of its own, no instruction reaches.
    if standing_of(data_map, party, roles) in _INSTRUCTED and not _DECIDING.intersection(roles):
        return TellingKind.INSTRUCT
    asked = [data_map.purpose[data_map.activity[flow.activity].purpose].kind for flow in listed_flows]
    inquires = party == data_map.info.regulator or all(kind in _INQUIRIES for kind in asked)
    if entry.kind is PartyKind.AUTHORITY and inquires:
        return TellingKind.DOUBT
    # Whoever acts for us discloses in our name; what the person gave directly, nobody disclosed.
    ours = {*data_map.inside, *data_map.processors}
    return TellingKind.TELL if any(flow.sender in ours for flow in listed_flows) else TellingKind.ONWARD


def _said(facts: Facts, kind: TellingKind, senders: tuple[str, ...]) -> tuple[str, str]:
    """Return what has to happen, and the provision."""
    by = listed(name(facts.data_map, "party", one) for one in senders)
    themselves = all(one in facts.data_map.individuals for one in senders)
    if kind in _SAID:
        return _SAID[kind]
    if kind is TellingKind.PUBLIC:
        if facts.right is RightKind.ERASURE:
            says = "Take it down; what we made public: take reasonable steps to tell controllers that use it."
            return says, "UK GDPR Art. 17(2)"
        return "Nobody to tell one by one; take down or correct what we published.", "UK GDPR Art. 19"
    if themselves:
        says = f"{by} gave it the data directly: not our disclosure, unless we had it collected for us."
        return says, "UK GDPR Art. 19"
    return f"{by} disclosed it: ask {by} to pass the news on.", "UK GDPR Art. 19"
