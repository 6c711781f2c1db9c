"""Where a breach would expose most: every party and every system of a map, in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from ..law.enisa import CONFIDENTIALITY, MALICE, level_of, score_of
from ..model.blast_radius import ExposedPeople
from ..model.circumstances import Confidentiality
from ..model.data import Sensitivity
from ..model.data_map import DataMap
from ..model.flow import Role
from ..model.incident import Exposed
from ..model.party import Vulnerability
from .context import Graded, context_of, identification_of, worst
from .exposed import exposed_everywhere

#: The circumstances that a ranking takes for granted: stolen, and nobody can say who has it.
THEFT: Final = CONFIDENTIALITY[Confidentiality.UNKNOWN_RECIPIENTS].value + MALICE


def rank_exposure(data_map: DataMap) -> tuple[Exposed, ...]:
    """Return all parties and systems by what a theft at each of them would expose, the worst first.

    The weight is people times severity, kind by kind of people, each by its own data. A kind of people whom
    nobody has counted weighs as many as the largest kind that the map knows, or one if it knows none. Equal
    weights are ordered by severity, by the number of categories, and by name of the reference, so that the
    order of the map makes no difference. Who has nothing is left out.

    >>> from audit_lib.graph.example import example_map
    >>> [(row.rank, row.hit, row.severity) for row in rank_exposure(example_map())][:2]
    [(1, 'party:agent', 4.0), (2, 'party:court', 4.0)]
    """
    scale = _Scale(data_map)
    rows = [
        _row(scale, hit, with_data)
        for hit, people in exposed_everywhere(data_map).items()
        if (with_data := tuple(row for row in people if row.data))
    ]
    rows.sort(key=lambda row: (-row.weight, -row.severity, -len(row.data), row.hit))
    return tuple(row.model_copy(update={"rank": at}) for at, row in enumerate(rows, 1))


@dataclass(frozen=True, eq=False)
class _Scale:
    """What is looked up for each row."""

    data_map: DataMap

    @cached_property
    def context(self) -> Mapping[str, Graded]:
        """The context of each category."""
        return {name: context_of(self.data_map, name) for name in self.data_map.category}

    @cached_property
    def identification(self) -> Mapping[str, Graded]:
        """The identification of each category."""
        return {name: identification_of(self.data_map, name) for name in self.data_map.category}

    @cached_property
    def stand_in(self) -> int:
        """How many people a kind counts as whom nobody has counted."""
        known = (party.number for party in self.data_map.parties if party.id in self.data_map.individuals)
        return max((number for number in known if isinstance(number, int)), default=1)

    @cached_property
    def role(self) -> Mapping[str, str]:
        """What each party is to the organisation, in words."""
        found: dict[str, set[Role]] = {}
        for flow in self.data_map.flows:
            found.setdefault(flow.recipient, set()).add(flow.role)
        return {party.id: self._role(party.id, found.get(party.id, set())) for party in self.data_map.parties}

    def said_role(self, hit: str) -> str:
        """Return what a party is to the organisation, or who runs a system."""
        kind, _, name = hit.partition(":")
        if kind == "party":
            return self.role[name]
        return f"run by {self.data_map.name(f'party:{self.data_map.system[name].operator}')}"

    def _role(self, party: str, roles: set[Role]) -> str:
        if party == self.data_map.info.controller:
            return "the organisation"
        if party in self.data_map.inside:
            return "part of the organisation"
        if party in self.data_map.processors:
            roles = roles - {Role.SUB_PROCESSOR} | {Role.PROCESSOR} if Role.PROCESSOR in roles else roles
        named = [role.words for role in Role if role in roles]
        return ", ".join(named) or "not stated"


class _Kind(NamedTuple):
    """One kind of people at a hit: how many, how grave for them, and by which two values."""

    people: int | None
    severity: float
    context: Graded
    telling: float


def _kind(scale: _Scale, row: ExposedPeople) -> _Kind:
    gravest = worst(scale.context[name] for name in row.data)[0]
    telling = max(scale.identification[name].highest for name in row.data)
    people = row.number if isinstance(row.number, int) else None
    return _Kind(people, score_of(gravest.highest, telling, THEFT), gravest, telling)


def _row(scale: _Scale, hit: str, people: tuple[ExposedPeople, ...]) -> Exposed:
    data_map = scale.data_map
    kinds = [_kind(scale, row) for row in people]
    gravest = max(kinds, key=lambda kind: (kind.severity, kind.context.highest, kind.context.stated))
    counted = [kind for kind in kinds if kind.people is not None]
    data = {name for row in people for name in row.data}
    contexts = worst(scale.context[name] for name in data_map.category if name in data)
    sensitive = {data_map.category[name].sensitivity for name in data}
    return Exposed(
        rank=1,
        hit=hit,
        name=data_map.name(hit),
        role=scale.said_role(hit),
        people=sum(kind.people or 0 for kind in counted) if counted else None,
        subjects=tuple(row.subject for row in people),
        uncounted=tuple(row.subject for row in people if not isinstance(row.number, int)),
        data=tuple(name for name in data_map.category if name in data),
        worst=tuple(one.category for one in contexts),
        context=gravest.context.highest,
        identification=gravest.telling,
        severity=gravest.severity,
        level=level_of(gravest.severity),
        exposure=sum((kind.people or 0) * kind.severity for kind in counted) if counted else None,
        weight=sum(
            (scale.stand_in if kind.people is None else kind.people) * kind.severity for kind in kinds
        ),
        special_category=Sensitivity.SPECIAL_CATEGORY in sensitive,
        criminal_offence=Sensitivity.CRIMINAL_OFFENCE in sensitive,
        children=any(Vulnerability.CHILD in row.vulnerability for row in people),
        assumed=not gravest.context.stated,
        expected=all(row.expected for row in people),
    )
