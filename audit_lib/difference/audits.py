"""Two audits compared: what is different, and what that asks of the organisation."""

from __future__ import annotations

from collections.abc import Iterator

from ..graph.compare import compare_maps
from ..model.audit import Audit
from ..model.difference import CellChange, LossChange, RiskChange, RowChange, Standing
from ..model.record import Record, Row
from ..risk.average_year import average_year
from .contracts import contracts_needed
from .difference import AuditDifference
from .findings import compare_findings
from .reviews import assessments_to_review
from .still_said import still_said
from .told import people_to_tell
from .two import Two


def compare_audits(before: Audit, after: Audit) -> AuditDifference:
    """Return what two audits differ in, and what has to be done for the later one to hold.

    The audits may be of two versions of a map, or of a map and of what a change would make of it. What is
    merely expected in a map is no fact, so nothing is asked because of it.

    Parameters
    ----------
    before, after
        The audits, judged on the same day as a rule; else the law of each one's day is in its findings.

    Notes
    -----
    The time is linear in the size of the maps but for who can reach what, which is that of `compare_maps`.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.graph.example import example_map
    >>> day = dt.date(2026, 11, 22)
    >>> audit = run_audit(example_map(), day)
    >>> bool(compare_audits(audit, audit))
    False
    """
    two = Two(before.data_map, after.data_map, after.as_of)
    findings = compare_findings(before.findings, after.findings)
    return AuditDifference(
        before=before,
        after=after,
        entries=compare_maps(before.data_map, after.data_map),
        gained=two.exposure.gained,
        lost=two.exposure.lost,
        found=findings.new,
        gone=findings.gone,
        changed=findings.changed,
        risks=tuple(_risks(before, after)),
        rows=tuple(_rows(before.record, after.record)),
        news=people_to_tell(two),
        contracts=contracts_needed(two),
        reviews=assessments_to_review(two),
        still_said=still_said(two),
        loss=LossChange(before=_loss(before), after=_loss(after)),
    )


def _loss(audit: Audit) -> float:
    return average_year(audit.data_map, audit.findings)


def _risks(before: Audit, after: Audit) -> Iterator[RiskChange]:
    """Yield each risk of either audit, in the order of the later register, then those that are gone."""
    old, new = ({risk.id: risk for risk in audit.risks.risks} for audit in (before, after))
    for name in dict.fromkeys([*new, *old]):
        was, now = old.get(name), new.get(name)
        title = (now or old[name]).title
        yield RiskChange(title=title, before=was, after=now)


def _rows(before: Record, after: Record) -> Iterator[RowChange]:
    """Yield the rows of the record that differ; a column is known by its id."""
    old, new = ({row.activity: row for row in record.rows} for record in (before, after))
    for activity in dict.fromkeys([*new, *old]):
        was, now = old.get(activity), new.get(activity)
        if was is None or now is None:
            standing = Standing.ADDED if was is None else Standing.REMOVED
            row = now if now is not None else was
            if row is not None:
                yield RowChange(activity=activity, name=_called(row), standing=standing)
            continue
        cells = tuple(_cells(before, was, after, now))
        if cells:
            name = _called(now)
            yield RowChange(activity=activity, name=name, standing=Standing.CHANGED, cells=cells)


def _called(row: Row) -> str:
    """Return what a row is called: its first cell, which holds the function and the activity."""
    return row.cells[0].text() if row.cells else row.activity


def _cells(before: Record, was: Row, after: Record, now: Row) -> Iterator[CellChange]:
    old = {column.id: cell.text() for column, cell in zip(before.columns, was.cells, strict=True)}
    for column, cell in zip(after.columns, now.cells, strict=True):
        text = old.get(column.id, "")
        if text != cell.text():
            yield CellChange(column=column.id, heading=column.heading, before=text, after=cell.text())
