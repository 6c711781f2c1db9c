"""Who gets the data of an activity, in which role and under which contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from ..model.activity import Activity
from ..model.data_map import DataMap
from ..model.flow import Flow, Role
from ..model.noun import Gap, Stance
from .cells import Part, bracketed, firmest, marked

#: The roles that act on a controller's instructions (UK GDPR Art. 28).
PROCESSING: Final = (Role.PROCESSOR, Role.SUB_PROCESSOR)

_CALLED: Final = {
    Role.CONTROLLER: "controller",
    Role.JOINT_CONTROLLER: "joint controller",
    Role.PROCESSOR: "processor",
    Role.SUB_PROCESSOR: "sub-processor",
    Role.INTERNAL: "internal",
    Role.INDIVIDUAL: "individual",
    Role.PUBLIC: "the public",
    Role.UNCLEAR: "role unclear",
}


class Recipient(NamedTuple):
    """A recipient of an activity: the party, its role, and the flows that bring it the data."""

    party: str
    role: Role
    flows: tuple[Flow, ...]


def household(data_map: DataMap, party: str) -> frozenset[str]:
    """Return a party and every team that is part of it, directly or through another team.

    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "S", "kind": "organisation", "stance": "recorded"},
    ...                 {"id": "desk", "name": "Desk", "kind": "team", "part_of": "s",
    ...                  "stance": "recorded"}]})
    >>> sorted(household(m, "s"))
    ['desk', 's']
    """
    found = {party}
    while True:
        more = {other.id for other in data_map.parties if other.part_of in found} - found
        if not more:
            return frozenset(found)
        found |= more


def recipients(
    data_map: DataMap, activity: Activity, flows: Iterable[Flow], inside: frozenset[str]
) -> tuple[Recipient, ...]:
    """Return the recipients of an activity outside the controller's own organisation (Art. 4(9)).

    The people whose data it is are no recipients of it, and neither are the controller's own teams.
    Processors that the activity names without a flow are recipients too.

    Parameters
    ----------
    flows
        The flows of the activity.
    inside
        The controller and its teams.

    Returns
    -------
    tuple of Recipient
        In the order of the flows; one for each party and role.
    """
    found: dict[tuple[str, Role], list[Flow]] = {}
    for flow in flows:
        own = flow.recipient in inside or flow.role is Role.INTERNAL
        theirs = flow.recipient in data_map.individuals and flow.recipient in flow.subjects
        if not own and not theirs:
            found.setdefault((flow.recipient, flow.role), []).append(flow)
    with_flows = {party for party, role in found if role in PROCESSING}
    for party in activity.processors:
        if party not in inside and party not in with_flows:
            found.setdefault((party, Role.PROCESSOR), [])
    return tuple(Recipient(party, role, tuple(listed)) for (party, role), listed in found.items())


def recipient_parts(
    data_map: DataMap, activity: Activity, listed: Iterable[Recipient], inside: frozenset[str]
) -> list[Part]:
    """Return a line for each recipient: its name, its role, who passes it on, and how sure the map is."""
    parts = []
    for recipient in listed:
        stance = _stance(activity, recipient)
        words = f"{data_map.name(f'party:{recipient.party}')}, {_CALLED[recipient.role]}"
        onward = [flow for flow in recipient.flows if flow.sender not in {*inside, *data_map.individuals}]
        if onward and len(onward) == len(recipient.flows):
            senders = dict.fromkeys(data_map.name(f"party:{flow.sender}") for flow in onward)
            words += f", from {' and '.join(senders)}"
        gap = Gap.UNCLEAR if stance is not Stance.EXPECTED and recipient.role is Role.UNCLEAR else None
        parts.append(Part(marked(words, stance), _references(activity, recipient), gap))
    return parts


def flows_to_processors(data_map: DataMap) -> dict[str, tuple[Flow, ...]]:
    """Return the flows that reach each party in the role of a processor.

    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "S", "kind": "organisation", "stance": "recorded"}]})
    >>> flows_to_processors(m)
    {}
    """
    found: dict[str, list[Flow]] = {}
    for flow in data_map.flows:
        if flow.role in PROCESSING:
            found.setdefault(flow.recipient, []).append(flow)
    return {party: tuple(flows) for party, flows in found.items()}


def contract_parts(
    data_map: DataMap,
    activity: Activity,
    listed: Iterable[Recipient],
    anywhere: Mapping[str, tuple[Flow, ...]],
) -> list[Part]:
    """Return a line for each processor: the contract with it, or that the map states none (Art. 28(3)).

    For a processor that the activity names without a flow, the contracts of its flows in other activities
    (`anywhere`) stand in, and the line says so.
    """
    parts = []
    for recipient in listed:
        if recipient.role not in PROCESSING:
            continue
        flows, elsewhere = recipient.flows, ""
        if not flows:
            flows, elsewhere = anywhere.get(recipient.party, ()), ", named for another activity"
        known = dict.fromkeys(flow.contract for flow in flows)
        words = [contract for contract in known if not isinstance(contract, Gap)]
        gaps = [contract for contract in known if isinstance(contract, Gap)] or [Gap.NOT_STATED]
        said = f"{'; '.join(words)}{elsewhere}" if words else bracketed(gaps[0])
        stance = _stance(activity, recipient)
        # With a processor that may not exist there may be no contract either: nothing to fill yet.
        gap = None if words or stance is Stance.EXPECTED else gaps[0]
        text = marked(f"{data_map.name(f'party:{recipient.party}')}: {said}", stance)
        parts.append(Part(text, _references(activity, recipient, flows if words else ()), gap))
    return parts


def joint_parts(
    data_map: DataMap, activity: Activity, listed: Iterable[Recipient], inside: frozenset[str]
) -> list[Part]:
    """Return a line for each joint controller: its name and how to reach it (Art. 26, 30(1)(a))."""
    joint: dict[str, list[str]] = {party: [] for party in activity.controllers if party not in inside}
    for recipient in listed:
        if recipient.role is Role.JOINT_CONTROLLER:
            joint.setdefault(recipient.party, []).extend(f"flow:{flow.id}" for flow in recipient.flows)
    return [
        contact_part(data_map, party, (f"activity:{activity.id}", *flows)) for party, flows in joint.items()
    ]


def contact_part(data_map: DataMap, party: str, references: tuple[str, ...] = ()) -> Part:
    """Return the line that names a party and says how to reach it."""
    entry = data_map.party[party]
    known = not isinstance(entry.contact, Gap)
    contact = entry.contact if known else f"contact {bracketed(Gap(entry.contact))}"
    gap = None if known else Gap(entry.contact)
    return Part(marked(f"{entry.name}, {contact}", entry.stance), (f"party:{party}", *references), gap)


def _stance(activity: Activity, recipient: Recipient) -> Stance:
    return firmest(flow.stance for flow in recipient.flows) if recipient.flows else activity.stance


def _references(activity: Activity, recipient: Recipient, also: tuple[Flow, ...] = ()) -> tuple[str, ...]:
    flows = tuple(f"flow:{flow.id}" for flow in also or recipient.flows) or (f"activity:{activity.id}",)
    return (f"party:{recipient.party}", *flows)
