"""What many rules need to know of a map, worked out once a run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

import networkx as nx

from ..graph.build import build_graph
from ..graph.onward import Onward, onward
from ..model.activity import Activity, Basis, LawfulBasis
from ..model.claim import ControllerNamed, RightOffered
from ..model.data import Sensitivity
from ..model.data_map import DataMap
from ..model.flow import Direction, Flow, Role
from ..model.notice import C, Said
from ..model.noun import Entry, Gap, Stance
from ..model.party import PartyKind
from ..model.retention import Retention
from ..model.safeguard import Safeguard

__all__ = ["ACTS_FOR_ANOTHER", "ORGANISED", "Facts", "Said", "clauses_of", "given", "open_gap"]

E = TypeVar("E", bound=Entry)

#: Roles in which a recipient acts for another (UK GDPR Art. 4(8)) and is no third party (Art. 4(10)).
ACTS_FOR_ANOTHER = frozenset({Role.PROCESSOR, Role.SUB_PROCESSOR})
#: Parties that are organisations of some sort, and no natural persons.
ORGANISED = frozenset({PartyKind.ORGANISATION, PartyKind.AUTHORITY, PartyKind.TEAM})


def given(value: object) -> bool:
    """Say whether words were given, and no gap.

    >>> given("six years"), given(Gap.NOT_STATED)
    (True, False)
    """
    return not isinstance(value, Gap)


def open_gap(value: object) -> bool:
    """Say whether something is not known: not stated, or unclear.

    >>> open_gap(Gap.UNCLEAR), open_gap(Gap.NOT_APPLICABLE), open_gap("six years")
    (True, False, False)
    """
    return value in (Gap.NOT_STATED, Gap.UNCLEAR)


def clauses_of(entries: Iterable[Entry | LawfulBasis]) -> tuple[str, ...]:
    """Return the clauses that entries cite, each once, in order.

    >>> from audit_lib.graph.example import example_map
    >>> clauses_of(example_map().flows)
    ()
    """
    return tuple(dict.fromkeys(clause for entry in entries for clause in entry.clauses))


class Facts:
    """A map with the questions that rules ask of it.

    What is merely *expected* is left out of everything here but `expected_flows`: it is no fact.
    """

    def __init__(self, data_map: DataMap, as_of: dt.date) -> None:
        self.data_map = data_map
        self.as_of = as_of

    @property
    def whole(self) -> str:
        """The reference that stands for the whole map."""
        return f"map:{self.data_map.info.id}"

    @property
    def has_notice(self) -> bool:
        """Whether there are clauses of a notice to judge."""
        return bool(self.data_map.clauses)

    def name(self, kind: str, entry: str) -> str:
        """Return what a reader calls an entry."""
        return self.data_map.name(f"{kind}:{entry}")

    def names(self, kind: str, entries: Iterable[str]) -> list[str]:
        """Return what a reader calls several entries of a kind."""
        return [self.name(kind, entry) for entry in entries]

    # What the notice says

    def said(self, kind: type[C]) -> list[Said[C]]:
        """Return the claims of a kind with their clauses, in the order of the notice."""
        return self.data_map.said(kind)

    @cached_property
    def offering_rights(self) -> frozenset[str]:
        """The clauses that offer a right, with the rest of their paragraphs.

        What people have done at their own wish, such as sending their data to a provider of their choice, is
        no disclosure of the controller's.
        """
        offering = {_paragraph(said.clause, self.data_map) for said in self.said(RightOffered)}
        clauses = self.data_map.clauses
        return frozenset(clause.id for clause in clauses if _paragraph(clause.id, self.data_map) in offering)

    @cached_property
    def controllers(self) -> frozenset[str]:
        """The controller of the map with its teams, and every party that the notice names as a controller."""
        named = {party for said in self.said(ControllerNamed) for party in said.claim.parties}
        return self.data_map.inside | named

    # What is done

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """The flows that are facts."""
        return _facts(self.data_map.flows)

    @cached_property
    def expected_flows(self) -> tuple[Flow, ...]:
        """The flows that such an organisation usually has, and that nobody has confirmed."""
        return tuple(flow for flow in self.data_map.flows if flow.stance is Stance.EXPECTED)

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """The activities that are facts."""
        return _facts(self.data_map.activities)

    @cached_property
    def retention(self) -> tuple[Retention, ...]:
        """The statements of retention that are facts."""
        return _facts(self.data_map.retention)

    @cached_property
    def safeguards(self) -> tuple[Safeguard, ...]:
        """The safeguards that are facts."""
        return _facts(self.data_map.safeguards)

    @cached_property
    def flows_of(self) -> Mapping[str, list[Flow]]:
        """The flows of each activity."""
        found: dict[str, list[Flow]] = {activity.id: [] for activity in self.data_map.activities}
        for flow in self.flows:
            found[flow.activity].append(flow)
        return found

    @cached_property
    def activities_for(self) -> Mapping[str, list[Activity]]:
        """The activities that serve each purpose."""
        found: dict[str, list[Activity]] = {purpose.id: [] for purpose in self.data_map.purposes}
        for activity in self.activities:
            found[activity.purpose].append(activity)
        return found

    def bases(self, activity: Activity) -> tuple[LawfulBasis, ...]:
        """Return the bases of an activity that are more than expected."""
        return tuple(basis for basis in activity.bases if basis.stance is not Stance.EXPECTED)

    def resting_on(self, basis: Basis) -> list[tuple[Activity, LawfulBasis]]:
        """Return the activities that rest on a basis, each with what is said of that basis."""
        return [
            (activity, each)
            for activity in self.activities
            for each in self.bases(activity)
            if each.basis is basis
        ]

    # Who is outside

    def outside(self, party: str) -> bool:
        """Say whether a party is an organisation or authority outside the controller of the map."""
        return party not in self.data_map.inside and self.data_map.party[party].kind in ORGANISED

    @cached_property
    def disclosures(self) -> tuple[Flow, ...]:
        """The flows by which data leaves the controller, or one outsider for another, to an outside party.

        What only people's rights bring about is left out.
        """
        leaving = (Direction.DISCLOSED, Direction.ONWARD)
        return tuple(
            flow
            for flow in self.flows
            if self.outside(flow.recipient)
            and self.data_map.direction(flow) in leaving
            and not (flow.clauses and self.offering_rights.issuperset(flow.clauses))
        )

    @cached_property
    def processors(self) -> frozenset[str]:
        """The outside parties that act for another in at least one flow or activity."""
        by_flow = {flow.recipient for flow in self.flows if flow.role in ACTS_FOR_ANOTHER}
        by_activity = {party for activity in self.activities for party in activity.processors}
        return frozenset(party for party in by_flow | by_activity if self.outside(party))

    # Data

    def sensitive(self, categories: Iterable[str], *levels: Sensitivity) -> list[str]:
        """Return those of the categories, and of what lies beneath them, that are of these sensitivities.

        They come in the order of the map. Without `levels`, all that is not ordinary counts. A category that
        is only expected is left out.
        """
        beneath = self.atoms(categories)
        wanted = levels or tuple(level for level in Sensitivity if level is not Sensitivity.ORDINARY)
        return [
            category
            for category, level in self.data_map.graded.items()
            if level in wanted and category in beneath
        ]

    def atoms(self, categories: Iterable[str]) -> frozenset[str]:
        """Return the categories and all that lies beneath them."""
        return self._atoms_of(tuple(categories))

    def _atoms_of(self, categories: tuple[str, ...]) -> frozenset[str]:
        found = self._seen.get(categories)
        if found is None:
            found = self._seen[categories] = self.data_map.atoms(categories)
        return found

    @cached_property
    def _seen(self) -> dict[tuple[str, ...], frozenset[str]]:
        return {}

    def overlap(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Say whether two lists of categories share one, by the hierarchy; an empty one means all data."""
        first, second = self.atoms(one), self.atoms(other)
        return not first or not second or bool(first & second)

    @cached_property
    def processed(self) -> frozenset[str]:
        """Every data category that an activity or a flow touches, with what lies beneath."""
        named = {c for activity in self.activities for c in (*activity.data, *activity.creates)}
        named.update(category for flow in self.flows for category in flow.data)
        return self.atoms(sorted(named))

    # The graph

    @cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The map as a graph."""
        return build_graph(self.data_map)

    @cached_property
    def onward(self) -> tuple[Onward, ...]:
        """Where a recipient passes on what it got for another purpose."""
        return onward(self.graph)


def _paragraph(clause: str, data_map: DataMap) -> str:
    """Return the line of the notice in which a clause stands."""
    return data_map.clause[clause].place.partition(".")[0]


def _facts(entries: tuple[E, ...]) -> tuple[E, ...]:
    return tuple(entry for entry in entries if entry.stance is not Stance.EXPECTED)
