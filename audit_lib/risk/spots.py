"""Where in a map each kind of harm can happen. What is only expected in the map is no such place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ..model.activity import Activity, Basis
from ..model.data_map import DataMap
from ..model.flow import Flow, Role, Transfer
from ..model.noun import Gap, Stance
from ..model.party import PartyKind
from ..model.rights import Use
from ..model.system import SystemKind
from ..records.countries import abroad
from ..records.schedule import retention_of
from .facts import RiskFacts, Spot

_WATCHING: Final = (SystemKind.CCTV, SystemKind.ACCESS_CONTROL, SystemKind.COOKIES)


def holders(facts: RiskFacts) -> Iterator[Spot]:
    """Yield whoever keeps data, by system; only the more than ordinary data where there is any."""
    anywhere = facts.sensitive(name for held in facts.holds.values() for name in held)
    for party in facts.data_map.parties:
        if party.kind in (PartyKind.INDIVIDUALS, PartyKind.PUBLIC):
            continue
        held = facts.holds[party.id] & anywhere if anywhere else facts.holds[party.id]
        if held:
            yield from _holding(facts, party.id, held)


def crossings(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the flows between people and organisations, or between organisations."""
    inside = facts.data_map.inside
    return (
        at_flow(facts, flow, flow.sender, flow.recipient)
        for flow in facts.flows
        if not {flow.sender, flow.recipient} <= inside
        and facts.data_map.party[flow.recipient].kind != "public"
    )


def other_users(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the flows to outside organisations that are, or may be, free to use data for their own ends."""
    free = (Role.CONTROLLER, Role.JOINT_CONTROLLER, Role.UNCLEAR)
    return (
        at_flow(facts, flow, flow.recipient)
        for flow in _leaving(facts, PartyKind.ORGANISATION, PartyKind.TEAM)
        if flow.role in free
    )


def untold(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the flows to recipients that are named as a class only, or of which a notice is silent."""
    party = facts.data_map.party
    return (
        at_flow(facts, flow, flow.recipient)
        for flow in _leaving(facts, *PartyKind)
        if party[flow.recipient].generic or (facts.data_map.clauses and flow.stance is Stance.RECORDED)
    )


def without_period(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the activities that keep data for which no period is known, with this data."""
    for activity in facts.activities:
        endless = frozenset(
            name
            for name in facts.data_map.atoms((*activity.data, *activity.creates))
            if _endless(facts.data_map, activity, name)
        )
        if endless:
            yield at_activity(facts, activity)._replace(data=endless)


def profiles(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the activities that profile people or decide about them by machine."""
    return (
        at_activity(facts, activity)
        for activity in facts.activities
        if activity.id in facts.profiling or not isinstance(activity.automated_decisions, Gap)
    )


def transfers(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the flows abroad without a known safeguard: to a named country, or said to go abroad at all."""
    for flow in facts.flows:
        found = abroad(facts.data_map, flow)
        if not found or not isinstance(found.mechanism, Gap):
            continue
        if isinstance(flow.transfer, Transfer) or not isinstance(found.country, Gap):
            yield at_flow(facts, flow, flow.recipient)


def weak_grounds(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the activities without a lawful basis that is sure."""
    doubtful = (Stance.UNCLEAR, Stance.EXPECTED)
    for activity in facts.activities:
        if all(basis.stance in doubtful for basis in activity.bases):
            yield at_activity(facts, activity)


def doubted_grounds(facts: RiskFacts, touched: frozenset[str]) -> Iterator[Spot]:
    """Yield the activities that open findings touch: their basis is in doubt."""
    return (at_activity(facts, each) for each in facts.activities if f"activity:{each.id}" in touched)


def watching(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the activities that watch people: by camera, by door, or by what their devices store."""
    via: dict[str, set[str]] = {}
    for flow in facts.flows:
        via.setdefault(flow.activity, set()).add(flow.via or "")
    for activity in facts.activities:
        used = {*activity.systems, *via.get(activity.id, ())} & set(facts.data_map.system)
        if any(facts.data_map.system[name].kind in _WATCHING for name in used):
            yield at_activity(facts, activity)


def consents(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the activities that rest on consent."""
    return (
        at_activity(facts, activity)
        for activity in facts.activities
        if any(b.basis is Basis.CONSENT and b.stance is not Stance.EXPECTED for b in activity.bases)
    )


def unbound(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the flows to outside parties whose role is unclear, or whose agreement is not known."""
    needs = (Role.PROCESSOR, Role.SUB_PROCESSOR, Role.JOINT_CONTROLLER)
    inside = facts.data_map.inside
    return (
        at_flow(facts, flow, flow.recipient)
        for flow in facts.flows
        if facts.outside(flow.recipient)
        and (flow.sender in inside or flow.role in needs)
        and (flow.role is Role.UNCLEAR or (flow.role in needs and isinstance(flow.contract, Gap)))
    )


def doors(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the channels by which rights are used, with all that the controller holds behind them."""
    inside = facts.data_map.inside
    behind = frozenset(name for party in inside for name in facts.holds[party])
    for channel in facts.data_map.channels:
        if Use.RIGHTS in channel.uses and channel.stance is not Stance.EXPECTED and channel.party in inside:
            mine = [flow for flow in facts.flows if flow.via == channel.id]
            activities = frozenset(flow.activity for flow in mine)
            also = tuple(f"flow:{flow.id}" for flow in mine)
            house = _house(facts.data_map, channel.party)
            yield Spot(f"channel:{channel.id}", house, frozenset(), activities, behind, also)


def spread_holders(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the outside parties to which a right must be carried on, and the rights that have no door."""
    given: dict[str, list[Flow]] = {}
    for flow in _leaving(facts, PartyKind.ORGANISATION, PartyKind.TEAM):
        given.setdefault(flow.recipient, []).append(flow)
    for party, flows in given.items():
        data = frozenset(name for flow in flows for name in facts.carried(flow))
        also = tuple(f"flow:{flow.id}" for flow in flows)
        activities = frozenset(flow.activity for flow in flows)
        yield Spot(f"party:{party}", frozenset({party}), frozenset(), activities, data, also)
    for right in facts.data_map.rights:
        if not right.channels and right.stance is not Stance.EXPECTED:
            yield Spot(f"right:{right.id}", frozenset({right.team or facts.data_map.info.controller}))


def publications(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the flows that anybody can read."""
    return (
        at_flow(facts, flow, flow.sender)
        for flow in facts.flows
        if flow.role is Role.PUBLIC or facts.data_map.party[flow.recipient].kind is PartyKind.PUBLIC
    )


def demands(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the disclosures to authorities."""
    return (at_flow(facts, flow, flow.sender) for flow in _leaving(facts, PartyKind.AUTHORITY))


def _leaving(facts: RiskFacts, *kinds: PartyKind) -> Iterable[Flow]:
    """Return the flows that bring data to outside parties, other than from the people themselves."""
    people = facts.data_map.individuals
    return [
        flow
        for flow in facts.flows
        if facts.outside(flow.recipient)
        and flow.sender not in people
        and facts.data_map.party[flow.recipient].kind in kinds
    ]


def _endless(data_map: DataMap, activity: Activity, category: str) -> bool:
    found = retention_of(data_map, activity, category)
    return found is None or found.stance is Stance.EXPECTED or found.period in (Gap.NOT_STATED, Gap.UNCLEAR)


def at_flow(facts: RiskFacts, flow: Flow, *parties: str) -> Spot:
    """Return the spot of a flow, in the hands of some parties."""
    systems = frozenset({flow.via}) & facts.data_map.system.keys()
    house = frozenset().union(*(_house(facts.data_map, party) for party in parties))
    activities = frozenset({flow.activity})
    return Spot(f"flow:{flow.id}", house, frozenset(map(str, systems)), activities, facts.carried(flow))


def at_activity(facts: RiskFacts, activity: Activity) -> Spot:
    """Return the spot of an activity, in the hands of its controllers."""
    data = facts.data_map.atoms((*activity.data, *activity.creates))
    parties = frozenset(activity.controllers)
    return Spot(
        f"activity:{activity.id}", parties, frozenset(activity.systems), frozenset({activity.id}), data
    )


def _holding(facts: RiskFacts, party: str, held: frozenset[str]) -> Iterator[Spot]:
    """Yield the spots of a holder: one a system that it runs, one for what is in none of them."""
    data_map = facts.data_map
    house = _house(data_map, party)
    also = tuple(f"flow:{flow.id}" for flow in facts.flows_into.get(party, ()) if facts.carried(flow) & held)
    rest = held
    for system in data_map.systems:
        inside = data_map.atoms(system.holds) & held if system.operator == party else frozenset()
        if inside:
            yield Spot(f"party:{party}", house, frozenset({system.id}), frozenset(), inside, also)
            rest -= inside
    if rest:
        yield Spot(f"party:{party}", house, frozenset(), frozenset(), rest, also)


def _house(data_map: DataMap, party: str) -> frozenset[str]:
    """Return a party and the organisations that it is part of: what they do protects its data too."""
    found = {party}
    above = data_map.party[party].part_of
    while above and above not in found:
        found.add(above)
        above = data_map.party[above].part_of
    return frozenset(found)
