"""What of a map a notice can tell as a fact, and what somebody has to confirm first."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import combinations
from typing import Final, NamedTuple, TypeVar

from ...model.activity import Activity
from ...model.data_map import DataMap
from ...model.flow import Flow, Role
from ...model.noun import Entry, Gap, Stance
from ...model.party import Party, PartyKind
from ...model.retention import Retention
from ...model.rights import Channel, Use
from ...model.words import lowered
from .words import listed, plain

E = TypeVar("E", bound=Entry)

#: What nobody has confirmed, or what can be read in more than one way, is no fact.
OPEN: Final = (Stance.EXPECTED, Stance.UNCLEAR)

ACTING: Final = (Role.PROCESSOR, Role.SUB_PROCESSOR)
DECIDING: Final = (Role.CONTROLLER, Role.JOINT_CONTROLLER)

#: Words for promotion, to which people can object whatever it rests on (Art. 21(2)).
_PROMOTION: Final = re.compile(r"\b(marketing|news\w*|promot\w*|offers|advert\w*)\b", re.IGNORECASE)


def facts(entries: Iterable[E]) -> tuple[E, ...]:
    """Return the entries that are facts.

    >>> facts([])
    ()
    """
    return tuple(entry for entry in entries if entry.stance not in OPEN)


class Recipient(NamedTuple):
    """Somebody outside who gets data: the flows that bring it, the activities that name it without one."""

    party: Party
    flows: tuple[Flow, ...]
    named_by: tuple[Activity, ...]

    @property
    def activities(self) -> tuple[str, ...]:
        """The activities for which the party gets data."""
        return tuple(dict.fromkeys([*(f.activity for f in self.flows), *(a.id for a in self.named_by)]))

    @property
    def acts_for_us(self) -> bool:
        """Whether the party acts for somebody else in anything that it does."""
        return bool(self.named_by) or any(flow.role in ACTING for flow in self.flows)

    @property
    def unsettled(self) -> tuple[Flow, ...]:
        """The flows that leave open whether the party decides for itself."""
        both = self.acts_for_us
        return tuple(f for f in self.flows if f.role is Role.UNCLEAR or (both and f.role in DECIDING))

    @property
    def nameless(self) -> bool:
        """Whether nobody knows more than that somebody gets the data: neither who, nor in which part."""
        guessed = self.party.generic and self.party.stance is Stance.INFERRED
        return guessed and not self.named_by and all(flow.role is Role.UNCLEAR for flow in self.flows)


class DraftFacts:
    """A map with the questions that a notice of its controller has to answer on a day."""

    def __init__(self, data_map: DataMap, as_of: dt.date) -> None:
        self.data_map = data_map
        self.as_of = as_of
        self.whole = f"map:{data_map.info.id}"
        self.controller = data_map.party[data_map.info.controller]

    # What is told

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """What the controller of the map does, as a fact."""
        return tuple(a for a in facts(self.data_map.activities) if self.ours(a))

    def ours(self, activity: Activity) -> bool:
        """Say whether the controller of the map decides about an activity, alone or with others."""
        return not self.data_map.inside.isdisjoint(activity.controllers)

    @cached_property
    def told(self) -> frozenset[str]:
        """The ids of the activities that are told."""
        return frozenset(activity.id for activity in self.activities)

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """The flows of these activities that are facts."""
        return tuple(flow for flow in facts(self.data_map.flows) if flow.activity in self.told)

    @cached_property
    def flows_of(self) -> Mapping[str, tuple[Flow, ...]]:
        """The flows of each activity that are facts."""
        found: dict[str, list[Flow]] = {}
        for flow in self.flows:
            found.setdefault(flow.activity, []).append(flow)
        return {activity: tuple(flows) for activity, flows in found.items()}

    @cached_property
    def retention(self) -> tuple[Retention, ...]:
        """The statements of retention that are facts."""
        return facts(self.data_map.retention)

    @cached_property
    def channels(self) -> tuple[Channel, ...]:
        """The doors that are facts and lead to the controller itself."""
        return tuple(c for c in facts(self.data_map.channels) if c.party in self.data_map.inside)

    @cached_property
    def clashing(self) -> frozenset[str]:
        """The statements of retention that set different periods for the same data or activity.

        Periods that run from different events, or for different activities, can both hold.
        """
        topics: dict[str, list[Retention]] = {}
        for entry in self.retention:
            if known(entry.period):
                for topic in references("data", entry.data) or references("activity", entry.activities):
                    topics.setdefault(topic, []).append(entry)
        return frozenset(
            each.id
            for entries in topics.values()
            for one, other in combinations(entries, 2)
            if _clash(one, other)
            for each in (one, other)
        )

    def doors(self, use: Use) -> tuple[Channel, ...]:
        """Return the controller's own doors for a use."""
        return tuple(channel for channel in self.channels if use in channel.uses)

    # Who gets data

    def outside(self, party: str) -> bool:
        """Say whether a party is somebody other than the controller with its teams."""
        return party not in self.data_map.inside

    def disclosed(self, flow: Flow) -> bool:
        """Say whether a flow brings data to somebody outside who is not the person that it is about.

        What people themselves tell the regulator is theirs to tell.
        """
        people = self.data_map.individuals
        theirs = flow.recipient in people and flow.recipient in flow.subjects
        complaint = flow.sender in people and flow.recipient == self.data_map.info.regulator
        return self.outside(flow.recipient) and not theirs and not complaint

    @cached_property
    def disclosures(self) -> tuple[Flow, ...]:
        """The flows that bring data to others."""
        return tuple(flow for flow in self.flows if self.disclosed(flow))

    @cached_property
    def recipients(self) -> tuple[Recipient, ...]:
        """Everybody outside who gets data, in the order of the map."""
        flows: dict[str, list[Flow]] = {}
        for flow in self.disclosures:
            flows.setdefault(flow.recipient, []).append(flow)
        named: dict[str, list[Activity]] = {}
        for activity in self.activities:
            reached = {flow.recipient for flow in self.flows_of.get(activity.id, ())}
            for party in activity.processors:
                if self.outside(party) and party not in reached:
                    named.setdefault(party, []).append(activity)
        return tuple(
            Recipient(party, tuple(flows.get(party.id, ())), tuple(named.get(party.id, ())))
            for party in self.data_map.parties
            if party.id in flows or party.id in named
        )

    @cached_property
    def processors(self) -> frozenset[str]:
        """The parties outside that are known to act for another in anything."""
        by_flow = {flow.recipient for flow in facts(self.data_map.flows) if flow.role in ACTING}
        by_activity = {party for activity in facts(self.data_map.activities) for party in activity.processors}
        return frozenset(by_flow | by_activity) - self.data_map.inside

    @cached_property
    def received(self) -> tuple[Flow, ...]:
        """The flows by which data about people comes from somebody else who does not hold it for us."""
        return tuple(
            flow
            for flow in self.flows
            if flow.recipient in self.data_map.inside
            and self.outside(flow.sender)
            and flow.sender not in flow.subjects
            and flow.sender not in self.processors
        )

    # Data

    def known_data(self, categories: Iterable[str]) -> list[str]:
        """Return the categories that are facts, without those that lie beneath another, in map order."""
        given = {name for name in categories if self.data_map.category[name].stance not in OPEN}
        beneath = {low for name in given for low in self.data_map.below[name] if low != name}
        return [category.id for category in self.data_map.data if category.id in given - beneath]

    def data_of(self, activity: Activity) -> list[str]:
        """Return the categories that an activity uses or makes and those that its flows add."""
        own = (*activity.data, *activity.creates)
        covered = self.data_map.atoms(own)
        flows = (c for flow in self.flows_of.get(activity.id, ()) for c in flow.data if c not in covered)
        return self.known_data([*own, *flows])

    # Names

    @cached_property
    def proper(self) -> frozenset[str]:
        """The first words of the names of particular organisations, which keep their capital."""
        names = [
            name
            for party in self.data_map.parties
            if party.kind is PartyKind.ORGANISATION and not party.generic
            for name in (party.name, *party.aliases)
        ]
        return frozenset(word[0] for name in names if (word := re.match(r"\w+", name)))

    def name(self, reference: str) -> str:
        """Return the name of an entry, fit to print."""
        return plain(self.data_map.name(reference))

    def small(self, reference: str) -> str:
        """Return the name of an entry as it stands inside a sentence."""
        return lowered(self.name(reference), self.proper)

    def party_name(self, party: str) -> str:
        """Return the name of a party inside a sentence: a class of parties with a small first letter."""
        entry = self.data_map.party[party]
        is_class = entry.generic or entry.kind in (PartyKind.INDIVIDUALS, PartyKind.PUBLIC)
        return self.small(f"party:{party}") if is_class else plain(entry.name)

    def parties(self, parties: Iterable[str]) -> str:
        """Return the names of parties as words of a sentence."""
        return listed(self.party_name(party) for party in parties)

    def data(self, categories: Iterable[str]) -> str:
        """Return the names of data categories as words of a sentence."""
        return listed(self.small(f"data:{category}") for category in categories)

    def activity_names(self, activities: Iterable[Activity | str]) -> str:
        """Return the names of activities as words of a sentence."""
        ids = (a if isinstance(a, str) else a.id for a in activities)
        return listed(self.small(f"activity:{activity}") for activity in ids)

    def promotes(self, activity: Activity) -> bool:
        """Say whether an activity is direct marketing, going by its own name and that of its purpose."""
        purpose = self.data_map.purpose[activity.purpose]
        return bool(_PROMOTION.search(f"{activity.name} {purpose.name}"))


def _clash(one: Retention, other: Retention) -> bool:
    starts = {str(each.starts).casefold() for each in (one, other) if known(each.starts)}
    apart = bool(one.activities and other.activities) and not set(one.activities) & set(other.activities)
    return one.period != other.period and len(starts) < 2 and not apart


def references(kind: str, ids: Iterable[str]) -> tuple[str, ...]:
    """Return ids as references of a kind.

    >>> references("flow", ["rent"])
    ('flow:rent',)
    """
    return tuple(f"{kind}:{each}" for each in ids)


def known(value: str | Gap) -> bool:
    """Say whether words were given, and no gap.

    >>> known("six years"), known(Gap.UNCLEAR)
    (True, False)
    """
    return not isinstance(value, Gap)
