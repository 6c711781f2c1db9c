"""Which agreements a difference calls for, and which it brings to an end."""

from __future__ import annotations

from collections.abc import Iterator

from ..law.adequacy import adequate
from ..model.difference import ContractKind, ContractNeed
from ..model.flow import Flow, Role, Transfer
from ..notice.naming.country_names import country_name
from ..rules.abroad import destinations
from ..rules.facts import Facts, given
from .two import DECIDES, Two, acting
from .wording import names, tops


def contracts_needed(two: Two) -> tuple[ContractNeed, ...]:
    """Return what has to be agreed before the newer map can hold, and what has to be brought to an end.

    Processors and sub-processors that are new or get more to do (Art. 28(3), (4)), joint controllers (Art.
    26), transfers (Art. 44A to 49), recipients in their own right (good practice, no duty), and processors
    that stop, who must return or delete what they hold (Art. 28(3)(g)).

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> new = example_map()
    >>> old = type(new).model_validate({**new.content(), "flows": new.content()["flows"][:3]})
    >>> [need.kind.value for need in contracts_needed(Two(old, new, dt.date(2026, 11, 22)))]
    ['sharing']
    """
    return (*_processors(two), *_joint(two), *_transfers(two), *_sharing(two), *_endings(two))


def _processors(two: Two) -> Iterator[ContractNeed]:
    before, after = acting(two.old), acting(two.new)
    for party, flows in after.items():
        fresh = party not in before
        known = {
            (flow.activity, category)
            for flow in before.get(party, ())
            for category in two.old.atoms(flow.data)
        }
        new = [
            flow
            for flow in flows
            if any((flow.activity, category) not in known for category in two.new.atoms(flow.data))
        ]
        if not fresh and not new:
            continue
        sub = bool(flows) and all(flow.role is Role.SUB_PROCESSOR for flow in flows)
        name = two.name(f"party:{party}")
        data = names(
            two.new.data_map,
            "data",
            tops(two.new.data_map, {c for flow in (new or flows) for c in flow.data}),
        )
        who = "sub-processor" if sub else "processor"
        does = f", which gets {data}" if data else ""
        what = (
            f"A contract with {name} as a {who}{does}."
            if fresh
            else f"The contract with {name} as a {who} must cover what is new: {data}."
        )
        yield ContractNeed(
            kind=ContractKind.SUB_PROCESSOR if sub else ContractKind.PROCESSOR,
            party=party,
            what=what,
            law="UK GDPR Art. 28(2), (4)" if sub else "UK GDPR Art. 28(3)",
            about=(f"party:{party}", *(f"flow:{flow.id}" for flow in (new or flows))),
            in_place=_agreed(new or flows),
        )


def _agreed(flows: list[Flow]) -> str | None:
    """Return the contract that every one of some flows records, if each records one."""
    said = [flow.contract for flow in flows]
    return "; ".join(dict.fromkeys(map(str, said))) if said and all(map(given, said)) else None


def _joint(two: Two) -> Iterator[ContractNeed]:
    """Yield arrangements of joint controllers: by activity, and by the role of a recipient."""
    before = {
        (each.id, party) for each in two.old.activities for party in _partners(two.old, each.controllers)
    }
    found: dict[str, list[str]] = {}
    for each in two.new.activities:
        for party in _partners(two.new, each.controllers):
            if (each.id, party) not in before:
                found.setdefault(party, []).append(f"activity:{each.id}")
    acted = {flow.recipient for flow in two.old.flows if flow.role is Role.JOINT_CONTROLLER}
    by_role: dict[str, list[Flow]] = {}
    for flow in two.new.flows:
        if (
            flow.role is Role.JOINT_CONTROLLER
            and flow.recipient not in acted
            and two.new.outside(flow.recipient)
        ):
            by_role.setdefault(flow.recipient, []).append(flow)
            found.setdefault(flow.recipient, []).append(f"flow:{flow.id}")
    for party, about in found.items():
        name = two.name(f"party:{party}")
        yield ContractNeed(
            kind=ContractKind.JOINT_CONTROLLERS,
            party=party,
            what=f"An arrangement with {name} as joint controllers; people get its essence.",
            law="UK GDPR Art. 26(1), (2)",
            about=(f"party:{party}", *about),
            in_place=_agreed(by_role.get(party, [])),
        )


def _partners(facts: Facts, controllers: tuple[str, ...]) -> list[str]:
    """Return the others with whom the controller of the map decides jointly."""
    ours = facts.data_map.inside
    return (
        [party for party in controllers if party not in ours] if any(p in ours for p in controllers) else []
    )


def _transfers(two: Two) -> Iterator[ContractNeed]:
    before = {(flow.recipient, country, _mechanism(flow)) for flow, country in destinations(two.old)}
    found: dict[tuple[str, str], list[Flow]] = {}
    for flow, country in destinations(two.new):
        if (flow.recipient, country, _mechanism(flow)) not in before:
            found.setdefault((flow.recipient, country), []).append(flow)
    for (party, country), flows in found.items():
        where, name = country_name(country), two.name(f"party:{party}")
        known = list(dict.fromkeys(way for flow in flows if (way := _mechanism(flow))))
        whole = "; ".join(known) if all(_mechanism(flow) for flow in flows) else None
        covered = adequate(country)
        what = (
            f"Adequacy regulations are assumed to cover {where}: confirm it for {name}."
            if covered
            else f"What makes it lawful that data goes to {name} in {where}, and the data protection test."
        )
        yield ContractNeed(
            kind=ContractKind.TRANSFER,
            party=party,
            what=what,
            law="UK GDPR Art. 45A" if covered else "UK GDPR Art. 44A, 46(1A), 46(6)",
            about=(f"party:{party}", *(f"flow:{flow.id}" for flow in flows)),
            in_place=whole,
            required=not covered,
        )


def _mechanism(flow: Flow) -> str | None:
    transfer = flow.transfer
    return str(transfer.mechanism) if isinstance(transfer, Transfer) and given(transfer.mechanism) else None


def _sharing(two: Two) -> Iterator[ContractNeed]:
    """Yield the recipients that decide for themselves and come to get data from the controller."""
    before = {flow.recipient for flow in two.old.disclosures if flow.role in DECIDES} - two.newly_named
    found: dict[str, list[Flow]] = {}
    for flow in two.new.disclosures:
        if (
            flow.role is Role.CONTROLLER
            and flow.recipient not in before
            and flow.sender in two.new.data_map.inside
        ):
            found.setdefault(flow.recipient, []).append(flow)
    for party, flows in found.items():
        name = two.name(f"party:{party}")
        yield ContractNeed(
            kind=ContractKind.SHARING,
            party=party,
            what=f"A data sharing agreement with {name}, which decides for itself (good practice).",
            law="UK GDPR Art. 5(2); Data sharing code of practice (DPA 2018 s.121)",
            about=(f"party:{party}", *(f"flow:{flow.id}" for flow in flows)),
            in_place=_agreed(flows),
            required=False,
        )


def _endings(two: Two) -> Iterator[ContractNeed]:
    before, after = acting(two.old), acting(two.new)
    for party, flows in before.items():
        if party in after:
            continue
        name = two.name(f"party:{party}")
        yield ContractNeed(
            kind=ContractKind.ENDING,
            party=party,
            what=f"The end with {name}: it returns or deletes all that it holds, but for what a law has it "
            "keep, and says so in writing.",
            law="UK GDPR Art. 28(3)(g)",
            about=(f"party:{party}", *(f"flow:{flow.id}" for flow in flows)),
            in_place=None,
            required=False,
        )
