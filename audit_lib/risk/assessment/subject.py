"""What an assessment is about: one activity, with all that the map and the audit say of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from ...errors import ParameterError
from ...graph.asked import Asked, refuse_unknown
from ...model.activity import Activity
from ...model.criterion import Criterion
from ...model.data_map import DataMap
from ...model.finding import Finding
from ...model.flow import Flow
from ...model.noun import Stance
from ...model.record import Cell
from ...model.risk import RiskRegister
from ...model.screening import Screening, Sign
from ...records.controller_record import controller_record
from ...records.recipients import Recipient, household, recipients
from ..screening import screen
from .scoped import clauses_behind, risks_of
from .words import LEAD, OFFICER


@dataclass(frozen=True)
class Subject:
    """An activity under assessment.

    `flows` are all of its flows, those that are only expected included; `cells` its row of the record by
    column; `findings` those that touch it or bear on its risks, gravest first; `outside` who gets its data.
    """

    data_map: DataMap
    activity: Activity
    as_of: dt.date
    controller: str
    flows: tuple[Flow, ...]
    outside: tuple[Recipient, ...]
    cells: dict[str, Cell]
    findings: tuple[Finding, ...]
    screening: Screening
    risks: RiskRegister

    @property
    def here(self) -> str:
        """The reference of the activity."""
        return f"activity:{self.activity.id}"

    @property
    def officer(self) -> str:
        """Who advises: the officer, or who leads on data protection where there is none."""
        return OFFICER if self.data_map.info.dpo else LEAD

    @property
    def facts(self) -> tuple[Flow, ...]:
        """The flows that are more than expected."""
        return tuple(flow for flow in self.flows if flow.stance is not Stance.EXPECTED)

    def sign(self, criterion: Criterion) -> Sign:
        """Return how one of the nine criteria stands."""
        return next(sign for sign in self.screening.criteria if sign.sign is criterion)

    @property
    def clauses(self) -> tuple[str, ...]:
        """The sentences of the notice on which the activity and its flows rest, in their order."""
        cited = clauses_behind(self.data_map, self.activity.id)
        return tuple(clause for clause in self.data_map.clause if clause in cited)

    def name(self, kind: str, entry: str) -> str:
        """Return what a reader calls an entry."""
        return self.data_map.name(f"{kind}:{entry}")

    def names(self, kind: str, entries: Iterable[str]) -> list[str]:
        """Return what a reader calls several entries of a kind."""
        return [self.name(kind, entry) for entry in entries]


def subject(data_map: DataMap, activity: str, as_of: dt.date, findings: Iterable[Finding]) -> Subject:
    """Return what is to be assessed.

    Raises
    ------
    ParameterError
        If the map has no such activity, or names no controller of it: somebody has to answer for it.

    >>> from audit_lib.graph.example import example_map
    >>> found = subject(example_map(), "letting-work", dt.date(2026, 11, 22), [])
    >>> found.controller, [flow.id for flow in found.flows]
    ('agent', ['apply', 'sue'])
    """
    refuse_unknown([Asked("activity", activity, "activity of the map", tuple(data_map.activity))])
    entry = data_map.activity[activity]
    if not entry.controllers:
        message = (
            f'"{entry.name}" has no controller in the map, so nobody can sign: name one under controllers.'
        )
        raise ParameterError.at("activity", message)
    ours = data_map.info.controller in entry.controllers
    controller = data_map.info.controller if ours else entry.controllers[0]
    listed = tuple(findings)
    flows = tuple(flow for flow in data_map.flows if flow.activity == activity)
    record = controller_record(data_map, controller, activity=activity)
    ids = [column.id for column in record.columns]
    touched = {f"activity:{activity}", f"purpose:{entry.purpose}", *(f"flow:{flow.id}" for flow in flows)}
    risks = risks_of(data_map, activity, listed)
    bearing = {name for risk in risks.risks for name in risk.findings}
    return Subject(
        data_map=data_map,
        activity=entry,
        as_of=as_of,
        controller=controller,
        flows=flows,
        outside=recipients(data_map, entry, flows, household(data_map, controller)),
        cells=dict(zip(ids, record.rows[0].cells, strict=True)),
        findings=tuple(f for f in listed if f.id in bearing or not touched.isdisjoint(f.about)),
        screening=screen(data_map, activity),
        risks=risks,
    )
