"""All answers about a map side by side: findings, record, risks, and how the notice stands."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

from .model.audit import Audit
from .model.data_map import DataMap
from .model.finding import Finding
from .model.risk import Risk
from .notice.coverage import cover
from .notice.transparency import transparency
from .records.controller_record import controller_record
from .risk.register import risk_register
from .rules.run import run_rules

T = TypeVar("T", Finding, Risk)


def run_audit(
    data_map: DataMap, as_of: dt.date, notice_text: str | None = None, *, activity: str | None = None
) -> Audit:
    """Return all that the workbench has to say about a map on a day.

    Parameters
    ----------
    data_map
        The map, as `read_map` returns it.
    as_of
        The day on which the law and the decisions about findings are looked at.
    notice_text
        The text of the published notice; with it, the coverage says how each clause stands there now, and how
        plain its language is can be judged.
    activity
        Keep only the findings, risks and rows of the record that touch this activity or a flow of it.

    Raises
    ------
    ParameterError
        If the controller of the map has no such activity.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> audit = run_audit(example_map(), dt.date(2026, 11, 22))
    >>> audit.findings[0].title, len(audit.record.rows)
    ('Processing without a lawful basis', 1)
    """
    run = run_rules(data_map, as_of)
    register = risk_register(data_map, run.findings)
    touched = None if activity is None else _touched(data_map, activity)
    return Audit(
        data_map=data_map,
        as_of=as_of,
        findings=_of(run.findings, touched),
        skipped=run.skipped,
        record=controller_record(data_map, activity=activity),
        risks=register.model_copy(update={"risks": _of(register.risks, touched)}),
        coverage=cover(data_map, notice_text),
        transparency=transparency(data_map, as_of, run.findings, notice_text),
    )


def _touched(data_map: DataMap, activity: str) -> frozenset[str]:
    flows = (f"flow:{flow.id}" for flow in data_map.flows if flow.activity == activity)
    return frozenset([f"activity:{activity}", *flows])


def _of(answers: tuple[T, ...], touched: frozenset[str] | None) -> tuple[T, ...]:
    if touched is None:
        return answers
    return tuple(answer for answer in answers if not touched.isdisjoint(answer.about))
