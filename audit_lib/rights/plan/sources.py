"""Who holds anything about the people, in the order to ask, and what each is asked to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ...model.data_map import DataMap
from ...model.flow import Flow, Role
from ...model.holding import Holding
from ...model.noun import Gap
from ...model.party import PartyKind
from ...model.request_plan import KeptFor, Source, Standing
from ...model.rights import RightKind
from ...model.words import listed
from ..words import name
from .facts import Facts, handled, narrowed

_ORDER: Final = tuple(Standing)

_BY_ROLE: Final = {
    Role.INTERNAL: Standing.OWN,
    Role.PROCESSOR: Standing.PROCESSOR,
    Role.SUB_PROCESSOR: Standing.SUB_PROCESSOR,
    Role.JOINT_CONTROLLER: Standing.JOINT_CONTROLLER,
    Role.UNCLEAR: Standing.UNCLEAR,
    Role.CONTROLLER: Standing.INDEPENDENT,
    Role.INDIVIDUAL: Standing.INDEPENDENT,
    Role.PUBLIC: Standing.PUBLIC,
}

#: What our own systems and teams are asked to do.
_TASK: Final = {
    RightKind.ACCESS: "Search, and hand over what is found.",
    RightKind.RECTIFICATION: "Search, and correct or complete what is wrong.",
    RightKind.ERASURE: "Search; erase what nothing below keeps, copies too.",
    RightKind.RESTRICTION: "Search, mark it, and store it without further use.",
    RightKind.PORTABILITY: "Export what the person gave, in a structured, machine-readable format.",
    RightKind.OBJECTION: "Stop using it for what the objection reaches.",
    RightKind.WITHDRAW_CONSENT: "Stop what rests on the consent.",
    RightKind.AUTOMATED_DECISIONS: "Find the decisions and what they rested on; have a person look again.",
}
_INDEPENDENT: Final = {
    RightKind.ACCESS: "Do not search: name it to the person as a recipient; it answers for what it holds.",
    RightKind.RECTIFICATION: "Do not search: tell it, as listed below.",
    RightKind.ERASURE: "Do not search: tell it, as listed below.",
    RightKind.RESTRICTION: "Do not search: tell it, as listed below.",
}
_OTHERWISE: Final = "Do not search: it answers for what it holds, and the person may turn to it."


def sources(
    facts: Facts, reached: frozenset[str] | None, touched: frozenset[str] | None = None
) -> tuple[Source, ...]:
    """Return every party that holds anything of what is wanted, once, in the order to ask.

    Our own systems and teams come first, then processors (they must help: Art. 28(3)(e)), sub-processors
    through their processor, joint controllers (Art. 26) and those whose role is unclear; at the end those who
    answer for themselves. Within each, what is confirmed stands before what is only expected.

    Parameters
    ----------
    reached
        The activities into which the right reaches; None for all. What a source is asked for is then
        narrowed to what these activities handle, and one that has nothing of it is not concerned.
    touched
        The categories, to the last level, to which it is narrowed instead.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.plan.facts import gather
    >>> facts = gather(example_map(), RightKind.ACCESS, "tenants", dt.date(2026, 11, 22))
    >>> [(one.party, one.standing.value) for one in sources(facts, None)][:2]
    [('agent', 'own'), ('referencer', 'independent-controller')]
    """
    if reached is not None and touched is None:
        touched = _touched(facts, reached)
    controller = facts.data_map.info.controller
    found = [_source(facts, holding, reached, touched) for holding in facts.held]

    def place(one: Source) -> tuple[int, bool, bool, bool]:
        return _ORDER.index(one.standing), one.party != controller, one.expected, one.generic

    return tuple(sorted(found, key=place))


def standing_of(data_map: DataMap, party: str, roles: Iterable[Role]) -> Standing:
    """Return how a party stands to us: of several roles, the one that puts it nearest to our own search.

    >>> from audit_lib.graph.example import example_map
    >>> standing_of(example_map(), "insurer", [Role.CONTROLLER, Role.PROCESSOR]).value
    'processor'
    """
    if party in data_map.inside:
        return Standing.OWN
    if data_map.party[party].kind is PartyKind.PUBLIC:
        return Standing.PUBLIC
    return min((_BY_ROLE[role] for role in roles), key=_ORDER.index, default=Standing.UNCLEAR)


def roles_of(facts: Facts, party: str, flows: Iterable[Flow]) -> tuple[Role, ...]:
    """Return the roles in which flows about the people, or activities, show a party; the order is the map's.

    A part of somebody else's organisation acts as that organisation does.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.plan.facts import gather
    >>> facts = gather(example_map(), RightKind.ACCESS, "tenants", dt.date(2026, 11, 22))
    >>> [role.value for role in roles_of(facts, "agent", facts.flows)]
    ['controller']
    """
    data_map = facts.data_map
    found: list[Role] = []
    for flow in flows:
        if flow.recipient == party:
            found.extend(_roles_in(facts, flow))
    for activity in data_map.activities:
        if facts.subject in activity.subjects:
            if party in activity.processors:
                found.append(Role.PROCESSOR)
            elif party in activity.controllers:
                ours = not data_map.inside.isdisjoint(activity.controllers)
                found.append(
                    Role.JOINT_CONTROLLER if ours and party not in data_map.inside else Role.CONTROLLER
                )
    return tuple(dict.fromkeys(found))


def _roles_in(facts: Facts, flow: Flow) -> list[Role]:
    """Return the role of the recipient in a flow; a part of an outsider's organisation has the outsider's."""
    if flow.role is not Role.INTERNAL or flow.sender in facts.data_map.inside:
        return [flow.role]
    above: list[Role] = [one.role for one in facts.to.get(flow.sender, ()) if one.role is not Role.INTERNAL]
    return above or [Role.UNCLEAR]


def _touched(facts: Facts, reached: frozenset[str]) -> frozenset[str]:
    """Return the categories, to the last level, that some activities handle."""
    data_map = facts.data_map
    named = tuple(name for one in data_map.activities if one.id in reached for name in handled(one))
    moved = {name for flow in facts.flows if flow.activity in reached for name in facts.carried[flow.id]}
    return data_map.atoms(named) | moved


def _source(
    facts: Facts, holding: Holding, reached: frozenset[str] | None, touched: frozenset[str] | None
) -> Source:
    data_map, party = facts.data_map, holding.party
    flows = tuple(data_map.flow[one] for one in holding.flows)
    roles = roles_of(facts, party, flows)
    standing = standing_of(data_map, party, roles)
    uses = _uses(facts, holding)
    concerned = True
    if reached is not None and touched is not None:
        concerned = not reached.isdisjoint(uses) and not touched.isdisjoint(holding.data)
        if concerned:
            holding = narrowed(holding, touched, frozenset(holding.flows), data_map)
            uses = tuple(one for one in uses if one in reached)
    through = tuple(dict.fromkeys(flow.sender for flow in flows if flow.role is Role.SUB_PROCESSOR))
    ask, provision = _ask(facts, standing, through)
    return Source(
        party=party,
        standing=standing,
        roles=() if standing is Standing.OWN else roles,
        data=facts.highest(holding.data),
        atoms=holding.data,
        unconfirmed=holding.unconfirmed,
        presumed=holding.presumed,
        resting=holding.resting,
        kept=_kept(facts, holding, uses),
        contracts=tuple(dict.fromkeys(f.contract for f in flows if not isinstance(f.contract, Gap))),
        through=through,
        teams=_teams(data_map, flows),
        activities=uses,
        flows=holding.flows,
        generic=data_map.party[party].generic,
        concerned=concerned,
        ask=ask if concerned else "Nothing to ask: it has the data for nothing that this right reaches.",
        provision=provision,
    )


def _uses(facts: Facts, holding: Holding) -> tuple[str, ...]:
    """Return the activities for which a party has the data, in map order."""
    data_map, rests = facts.data_map, {one.system: frozenset(one.data) for one in holding.resting}
    found = {data_map.flow[name].activity for name in holding.flows} | set(holding.activities)
    found |= {flow.activity for flow in facts.by_sender.get(holding.party, ())}
    found |= {flow.activity for system in rests for flow in facts.by_way.get(system, ())}
    for activity in data_map.activities:
        if facts.subject in activity.subjects:
            acts = holding.party in (*activity.processors, *activity.controllers)
            if acts or any(name in rests for name in activity.systems):
                found.add(activity.id)
    return tuple(activity.id for activity in data_map.activities if activity.id in found)


def _teams(data_map: DataMap, flows: Iterable[Flow]) -> tuple[str, ...]:
    """Return who of us sends it the data: they know whom to ask there."""
    return tuple(dict.fromkeys(flow.sender for flow in flows if flow.sender in data_map.inside))


def _kept(facts: Facts, holding: Holding, uses: Iterable[str]) -> tuple[KeptFor, ...]:
    """Return the retention entries with a period that speak of its data in its activities."""
    data_map, held, mine = facts.data_map, frozenset(holding.data), frozenset(uses)
    found = []
    for entry in data_map.retention:
        named = [data_map.activity[one] for one in entry.activities if one in mine]
        named = [one for one in named if facts.subject in one.subjects]
        if isinstance(entry.period, Gap) or (entry.activities and not named):
            continue
        atoms = data_map.atoms(
            entry.data or tuple(name for one in named for name in (*one.data, *one.creates))
        )
        covered = held & atoms if entry.data or entry.activities else held
        if covered:
            data = facts.highest(covered)
            found.append(KeptFor(retention=entry.id, data=data, period=entry.period, starts=entry.starts))
    return tuple(found)


def _ask(facts: Facts, standing: Standing, through: tuple[str, ...]) -> tuple[str, str]:
    """Return what a source is asked to do, and the provision that makes it answer."""
    if standing is Standing.PUBLIC:
        return "Nobody to search: what was made public is anybody's.", "UK GDPR Art. 17(2)"
    if standing is Standing.INDEPENDENT:
        named = facts.right is RightKind.ACCESS
        provision = "UK GDPR Art. 15(1)(c)" if named else "UK GDPR Art. 4(7)"
        return _INDEPENDENT.get(facts.right, _OTHERWISE), provision
    return _searched(facts, standing, through)


def _searched(facts: Facts, standing: Standing, through: tuple[str, ...]) -> tuple[str, str]:
    task = "Stop using it for direct marketing." if facts.marketing else _TASK[facts.right]
    by = listed(name(facts.data_map, "party", one) for one in through) or "its processor"
    if standing is Standing.OWN:
        return task, "UK GDPR Art. 12(3)"
    if standing is Standing.PROCESSOR:
        return f"Instruct it: {_small(task)}", "UK GDPR Art. 28(3)(a), (e)"
    if standing is Standing.SUB_PROCESSOR:
        return f"Have {by} instruct it: {_small(task)}", "UK GDPR Art. 28(3)(e), (4)"
    if standing is Standing.JOINT_CONTROLLER:
        return f"Agree who answers, and ask it: {_small(task)}", "UK GDPR Art. 26(1), (3)"
    return f"Ask whether it acts for us or for itself. If for us: {_small(task)}", "UK GDPR Art. 4(7), (8)"


def _small(task: str) -> str:
    return task[0].lower() + task[1:]
