"""The data map: one frozen value that holds all that a folder says."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Final, Self, cast

from pydantic import Field, SkipValidation, model_validator

from ..errors import Place
from .activity import Activity
from .consistency import Problem, problems
from .data import DataCategory, Sensitivity
from .finding import Decision
from .flow import Direction, Flow, Role
from .map_info import MapInfo
from .notice import C, Clause, Notice, Said
from .noun import Entry, Noun, Stance
from .own_rule import OwnRule
from .party import Party, PartyKind
from .purpose import Purpose
from .retention import Retention
from .rights import Channel, Right
from .risk import RiskScale
from .risk_model import RiskModel
from .safeguard import Safeguard
from .system import System

#: The sections of a map that hold entries, and what one entry of each is called.
KINDS: Final[Mapping[str, str]] = {
    "parties": "party",
    "systems": "system",
    "data": "data",
    "purposes": "purpose",
    "activities": "activity",
    "flows": "flow",
    "retention": "retention",
    "safeguards": "safeguard",
    "rights": "right",
    "channels": "channel",
    "clauses": "clause",
}

#: The section in which the entries of each kind stand.
SECTIONS: Final[Mapping[str, str]] = {kind: section for section, kind in KINDS.items()}


class DataMap(Noun):
    """All that a folder of plain text says about who gives which personal data to whom, and why.

    Two maps are equal when they say the same; where it stands (`places`) does not count.
    """

    info: MapInfo = Field(alias="map")
    parties: tuple[Party, ...] = ()
    systems: tuple[System, ...] = ()
    data: tuple[DataCategory, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    activities: tuple[Activity, ...] = ()
    flows: tuple[Flow, ...] = ()
    retention: tuple[Retention, ...] = ()
    safeguards: tuple[Safeguard, ...] = ()
    rights: tuple[Right, ...] = ()
    channels: tuple[Channel, ...] = ()
    notice: Notice | None = None
    clauses: tuple[Clause, ...] = ()
    decisions: tuple[Decision, ...] = ()
    risk_scale: RiskScale | None = None
    risk_model: RiskModel | None = None
    own_rules: tuple[OwnRule, ...] = ()
    places: Annotated[Mapping[str, Place], SkipValidation] = Field(default={}, exclude=True, repr=False)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        """Refuse a map whose entries do not fit together; what exists is consistent."""
        found = list(problems(self.entries(), self.heads()))
        found.extend(self._own_rules_wrong())
        if found:
            said = "; ".join(f"{p.reference} {'.'.join(map(str, p.path))}: {p.message}" for p in found)
            raise ValueError(said)
        return self

    def _own_rules_wrong(self) -> Iterator[Problem]:
        if self.own_rules and self.info.own_rules is None:
            yield Problem("map", ("own_rules",), "Name the folder that holds the own rules.")
        for name, times in Counter(rule.id for rule in self.own_rules).items():
            if times > 1:
                yield Problem(f"own-rule:{name}", ("id",), f'The id "{name}" is used twice: rename one.')

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DataMap) and self.content() == other.content()

    def __hash__(self) -> int:
        return hash(self.sha256)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with other fields; what was worked out of the old ones does not come along.

        The copy is not checked again: see `DataMap.model_validate` for that.
        """
        copied = super().model_copy(update=update, deep=deep)
        for worked_out in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[worked_out]
        return copied

    def content(self) -> dict[str, Any]:
        """Return what the map says as plain values, under the names that the files use."""
        return self.model_dump(mode="json", by_alias=True)

    @cached_property
    def sha256(self) -> str:
        """The hash of what the map says; comments and the order of keys do not change it."""
        text = json.dumps(self.content(), sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def stamp(self) -> dict[str, str]:
        """What tells this map from others, as answers for programs name it: id, version and sha256."""
        return {"id": self.info.id, "version": str(self.info.version), "sha256": self.sha256}

    def entries(self) -> Iterator[tuple[str, Entry | Clause]]:
        """Yield every entry of the map with its reference, such as ``("flow:rent", Flow(...))``."""
        for section, kind in KINDS.items():
            for entry in getattr(self, section):
                yield f"{kind}:{entry.id}", entry

    def heads(self) -> Iterator[tuple[str, Noun]]:
        """Yield what holds ids and is no entry: the head of the map and of the notice, and the risk model."""
        yield "map", self.info
        if self.notice:
            yield "notice", self.notice
        if self.risk_model:
            yield "risk_model", self.risk_model

    @cached_property
    def by_reference(self) -> Mapping[str, Entry | Clause]:
        """Every entry under its reference, such as ``"flow:rent"``."""
        return dict(self.entries())

    @cached_property
    def party(self) -> Mapping[str, Party]:
        """The parties by id."""
        return {party.id: party for party in self.parties}

    @cached_property
    def system(self) -> Mapping[str, System]:
        """The systems by id."""
        return {system.id: system for system in self.systems}

    @cached_property
    def category(self) -> Mapping[str, DataCategory]:
        """The data categories by id."""
        return {category.id: category for category in self.data}

    @cached_property
    def purpose(self) -> Mapping[str, Purpose]:
        """The purposes by id."""
        return {purpose.id: purpose for purpose in self.purposes}

    @cached_property
    def activity(self) -> Mapping[str, Activity]:
        """The activities by id."""
        return {activity.id: activity for activity in self.activities}

    @cached_property
    def flow(self) -> Mapping[str, Flow]:
        """The flows by id."""
        return {flow.id: flow for flow in self.flows}

    @cached_property
    def channel(self) -> Mapping[str, Channel]:
        """The channels by id."""
        return {channel.id: channel for channel in self.channels}

    @cached_property
    def clause(self) -> Mapping[str, Clause]:
        """The clauses of the notice by id, in the order of the notice."""
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def _claims(self) -> Mapping[type[Noun], list[Said[Noun]]]:
        found: dict[type[Noun], list[Said[Noun]]] = {}
        for clause in self.clauses:
            for claim in clause.claims:
                found.setdefault(type(claim), []).append(Said(clause.id, claim))
        return found

    def said(self, kind: type[C]) -> list[Said[C]]:
        """Return the claims of a kind with their clauses, in the order of the notice."""
        return cast("list[Said[C]]", self._claims.get(kind, []))

    def name(self, reference: str) -> str:
        """Return what a reader calls an entry: its name, or its id where it has no name."""
        entry = self.by_reference.get(reference)
        return str(getattr(entry, "name", "") or reference.partition(":")[2])

    def place(self, reference: str) -> Place:
        """Return where an entry stands; for a map that was not read from files, its reference."""
        return self.places.get(reference) or Place(reference)

    @cached_property
    def below(self) -> Mapping[str, frozenset[str]]:
        """For each data category, itself and all categories beneath it."""
        found: dict[str, set[str]] = {category.id: {category.id} for category in self.data}
        for category in self.data:
            above = self.category.get(category.parent or "")
            while above:
                found[above.id].add(category.id)
                above = self.category.get(above.parent or "")
        return {category: frozenset(beneath) for category, beneath in found.items()}

    def atoms(self, categories: tuple[str, ...]) -> frozenset[str]:
        """Return the categories and all that lies beneath them."""
        return frozenset().union(*(self.below[category] for category in categories))

    @cached_property
    def graded(self) -> Mapping[str, Sensitivity]:
        """The sensitivity of each category that is not ordinary and more than expected, in map order."""
        return {
            category.id: category.sensitivity
            for category in self.data
            if category.sensitivity is not Sensitivity.ORDINARY and category.stance is not Stance.EXPECTED
        }

    @cached_property
    def inside(self) -> frozenset[str]:
        """The controller of the map and every team that is part of it, directly or through another team."""
        found = {self.info.controller}
        waiting = True
        while waiting:
            more = {party.id for party in self.parties if party.part_of in found} - found
            found |= more
            waiting = bool(more)
        return frozenset(found)

    @cached_property
    def processors(self) -> frozenset[str]:
        """The parties outside that act for another in an activity or a flow that is more than expected."""
        acting = (Role.PROCESSOR, Role.SUB_PROCESSOR)
        facts = [flow for flow in self.flows if flow.stance is not Stance.EXPECTED]
        by_flow = {flow.recipient for flow in facts if flow.role in acting}
        by_activity = {
            party
            for activity in self.activities
            if activity.stance is not Stance.EXPECTED
            for party in activity.processors
        }
        return frozenset(by_flow | by_activity) - self.inside

    @cached_property
    def individuals(self) -> frozenset[str]:
        """The parties that are categories of data subjects."""
        return frozenset(party.id for party in self.parties if party.kind is PartyKind.INDIVIDUALS)

    def direction(self, flow: Flow) -> Direction:
        """Return where a flow goes, seen from the controller of the map."""
        if flow.sender in self.individuals:
            return Direction.COLLECTED
        if flow.recipient in self.individuals:
            return Direction.SENT
        if flow.sender in self.inside:
            return Direction.INSIDE if flow.recipient in self.inside else Direction.DISCLOSED
        return Direction.RECEIVED if flow.recipient in self.inside else Direction.ONWARD
