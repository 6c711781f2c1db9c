"""Two maps side by side, with what is a fact in each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property

from ..graph.compare import compare_maps
from ..graph.difference import MapDifference
from ..model.data_map import DataMap
from ..model.flow import Flow, Role
from ..model.noun import Stance
from ..model.safeguard import Measure
from ..rules.facts import ACTS_FOR_ANOTHER, Facts

#: Roles in which a recipient decides for itself what it does with data (UK GDPR Art. 4(7)).
DECIDES = frozenset({Role.CONTROLLER, Role.JOINT_CONTROLLER, Role.UNCLEAR, Role.PUBLIC})


class Two:
    """An older and a newer map, with the questions that both are asked; what is only expected is left out."""

    def __init__(self, old: DataMap, new: DataMap, as_of: dt.date) -> None:
        self.old = Facts(old, as_of)
        self.new = Facts(new, as_of)

    @cached_property
    def exposure(self) -> MapDifference:
        """Who comes to hold which data, and who no longer does, by flows that are facts."""
        return compare_maps(*(_confirmed(facts) for facts in (self.old, self.new)))

    @cached_property
    def gained(self) -> dict[str, list[str]]:
        """The categories that each party comes to hold only in the newer map."""
        found: dict[str, list[str]] = {}
        for category, party in self.exposure.gained:
            found.setdefault(party, []).append(category)
        return found

    @cached_property
    def given_before(self) -> frozenset[str]:
        """The parties that got data by a flow that was a fact."""
        return frozenset(flow.recipient for flow in self.old.flows)

    @cached_property
    def reaching(self) -> dict[str, list[Flow]]:
        """The flows that reach each party in the newer map."""
        found: dict[str, list[Flow]] = {}
        for flow in self.new.flows:
            found.setdefault(flow.recipient, []).append(flow)
        return found

    @cached_property
    def newly_named(self) -> frozenset[str]:
        """The parties that stood for a class of recipients and now are a particular one."""
        before = self.old.data_map.party
        return frozenset(
            party.id
            for party in self.new.data_map.parties
            if not party.generic and party.id in before and before[party.id].generic
        )

    @cached_property
    def anonymous(self) -> frozenset[str]:
        """The activities of the newer map whose data a safeguard makes anonymous, so that it is about nobody.

        Such data is no personal data (UK GDPR rec. 26): nobody need be told who gets it.
        """
        made = (each for each in self.new.safeguards if each.measure is Measure.ANONYMISATION)
        return frozenset(activity for each in made for activity in each.activities)

    def name(self, reference: str) -> str:
        """Return what a reader calls an entry, as the newer map calls it."""
        known = reference in self.new.data_map.by_reference
        return (self.new if known else self.old).data_map.name(reference)

    def people(self, flows: Iterable[Flow]) -> tuple[str, ...]:
        """Return whom the data of flows is about, in the order of the newer map."""
        wanted = {subject for flow in flows for subject in flow.subjects}
        return tuple(party.id for party in self.new.data_map.parties if party.id in wanted)


def _confirmed(facts: Facts) -> DataMap:
    """Return a map without the flows and activities that are only expected."""
    whole = facts.data_map
    flows = tuple(flow for flow in whole.flows if flow.stance is not Stance.EXPECTED)
    if len(flows) == len(whole.flows):
        return whole
    return whole.model_copy(update={"flows": flows})


def acting(facts: Facts) -> dict[str, list[Flow]]:
    """Return the outside parties that act for another, each with the flows by which it gets data to do so.

    A party that an activity names as its processor counts, with no flow if it gets none.

    >>> from audit_lib.graph.example import example_map
    >>> acting(Facts(example_map(), dt.date(2026, 11, 22)))
    {}
    """
    found: dict[str, list[Flow]] = {party: [] for party in sorted(facts.processors)}
    for flow in facts.flows:
        if flow.role in ACTS_FOR_ANOTHER and flow.recipient in found:
            found[flow.recipient].append(flow)
    return found
