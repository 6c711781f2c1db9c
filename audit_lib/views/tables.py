"""The answers as tables: findings, flows, parties, risks, records, coverage, and a summary of the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from ..model.coverage import Coverage, Standing
from ..model.data_map import DataMap
from ..model.finding import Finding, Status
from ..model.noun import Gap, Stance
from ..model.record import Cell as RecordCell
from ..model.record import Record
from ..model.risk import Grade, RiskRegister
from .finding_place import stands_at
from .map_tables import flows_table, map_summary, parties_table, trace_table
from .selection import gravity
from .sentences import count, coverage_title, findings_title, heat_map_title, listing
from .table import SEVERE, Cell, Mark, Table, tabulate

__all__ = [
    "coverage_table",
    "findings_table",
    "flows_table",
    "map_summary",
    "parties_table",
    "record_table",
    "risks_table",
    "trace_table",
]

#: Tables of more columns than this scroll sideways, each column as wide as its texts need.
MOST_SHARED: Final = 9


def findings_table(findings: Iterable[Finding], *, most: int = 100) -> Table:
    """Return the findings, gravest first: what is wrong, what to do, on which law, and where it stands.

    Examples
    --------
    >>> findings_table([]).title
    'No finding is open'
    """
    listed = sorted(findings, key=lambda finding: (not finding.counts, gravity(finding)))
    rows = [
        (
            Cell(finding.severity.value, SEVERE[finding.severity], tail=_standing(finding)),
            Cell(finding.message, lead=finding.title),
            finding.remedy,
            Cell("\n".join(finding.law), tail=stands_at(finding)),
        )
        for finding in listed
    ]
    columns = ("Severity", "Finding", "To put it right", "Law and places")
    return tabulate(
        findings_title([f for f in listed if f.counts]), columns, rows, most, widths=(8, 38, 26, 28)
    )


def _standing(finding: Finding) -> str:
    decided = finding.status is not Status.OPEN
    return "\n".join([finding.confidence.value, *([_decided(finding)] if decided else [])])


def _decided(finding: Finding) -> str:
    decision = finding.decision
    if decision is None:
        return finding.status.value
    until = f", until {decision.expires.isoformat()}" if decision.expires else ""
    return f"{finding.status.value} by {decision.owner}{until}: {decision.reason}"


def record_table(record: Record, columns: Sequence[str] | None = None, *, most: int = 100) -> Table:
    """Return a record of processing, one row an activity; a gap is marked and says which of four it is.

    Parameters
    ----------
    record
        The record.
    columns
        Ids of the columns to show, in this order; without, all of them.
    most
        At most so many rows.

    Raises
    ------
    ValueError
        If the record has no column of such an id.

    Examples
    --------
    >>> from audit_lib.model.record import RecordKind
    >>> record_table(Record(kind=RecordKind.CONTROLLER, party="agent", head=(), columns=(), rows=())).title
    'No rows, no gaps to fill'
    """
    known = {column.id: at for at, column in enumerate(record.columns)}
    wrong = [column for column in columns or () if column not in known]
    if wrong:
        raise ValueError(f"the record has no column {listing(wrong)}; it has {listing(list(known), 60)}")
    shown = [known[column] for column in columns] if columns is not None else list(known.values())
    rows = [tuple(_record_cell(row.cells[at]) for at in shown) for row in record.rows]
    open_at = [
        at for row in record.rows for at in shown if row.cells[at].gap in (Gap.NOT_STATED, Gap.UNCLEAR)
    ]
    title = f"{count(len(record.rows), 'row').capitalize()}, {count(len(open_at), 'gap')} to fill"
    if open_at:
        title += f", {sum(record.columns[at].required for at in open_at):,} in columns that the law requires"
    headings = tuple(record.columns[at].heading for at in shown)
    return tabulate(title, headings, rows, most, widths=_shares(headings, rows))


def _shares(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> tuple[int, ...]:
    """Return per cent of the width for each column: more where more is written, and room for each heading."""
    if not rows or len(headings) > MOST_SHARED:
        return ()
    columns = zip(headings, *rows, strict=True)
    needs = [
        max(sum(len(cell.whole) for cell in cells) / len(rows), len(heading) / 2, 12.0) ** 0.5
        for heading, *cells in columns
    ]
    return tuple(round(100 * need / sum(needs)) for need in needs)


def _record_cell(cell: RecordCell) -> Cell:
    unsure = [stance for stance in cell.stances if stance != Stance.STATED]
    if cell.value is None:
        return Cell(cell.text(), Mark.GAP if cell.gap in (Gap.NOT_STATED, Gap.UNCLEAR) else Mark.MUTED)
    return Cell(cell.text(), Mark.MUTED if unsure and len(unsure) == len(cell.stances) else Mark.PLAIN)


def risks_table(register: RiskRegister) -> Table:
    """Return the risk register: each risk before and after its measures, and what is to be done next.

    Examples
    --------
    >>> from audit_lib.model.risk import Harm, Level, Likelihood, RiskScale
    >>> low = {likelihood: {harm: Level.LOW for harm in Harm} for likelihood in Likelihood}
    >>> risks_table(RiskRegister(scale=RiskScale(table=low), risks=())).title
    'The register holds no risk'
    """
    rows = [
        (
            f"{number}",
            Cell(
                risk.harm_to_people,
                lead=risk.title,
                tail=f"{count(len(risk.findings), 'finding')}, {count(len(risk.about), 'place')} of the map",
            ),
            _grades(risk.inherent, risk.residual),
            Cell(risk.inherent.why, tail=f"Measures: {risk.residual.why}"),
            risk.next_step,
        )
        for number, risk in enumerate(register.risks, 1)
    ]
    columns = ("No.", "Risk", "Level", "Why", "Next step")
    return tabulate(heat_map_title(register), columns, rows, widths=(4, 25, 13, 34, 24))


def _grades(before: Grade, after: Grade) -> Cell:
    """Return the level with the measures, and beneath it the level before them where that is another."""
    tail = f"{after.likelihood.value}, {after.harm.value}"
    if (before.likelihood, before.harm) != (after.likelihood, after.harm):
        tail += f"\nbefore: {before.level.value} ({before.likelihood.value}, {before.harm.value})"
    return Cell(after.level.value, Mark(after.level.value), tail=tail)


def coverage_table(coverage: Coverage, data_map: DataMap, *, most: int = 400) -> Table:
    """Return each clause of the notice with what rests on it, or why nothing does.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> coverage_table(Coverage(clauses=()), example_map()).title
    'The map knows no clause of a notice'
    """
    given = any(clause.standing for clause in coverage.clauses)  # else the notice is not at hand
    rows: list[tuple[Cell | str, ...]] = []
    for clause in coverage.clauses:
        known = data_map.clause.get(clause.clause)
        kinds = Counter(reference.partition(":")[0] for reference in clause.rests)
        rests = listing([count(number, *KINDS.get(kind, (kind, None))) for kind, number in kinds.items()], 12)
        carries = (
            Cell(rests)
            if kinds
            else Cell(f"nothing: {clause.carries_nothing}", Mark.MUTED)
            if clause.carries_nothing
            else Cell("not accounted for", Mark.FINDING)
        )
        moved = clause.standing and clause.standing is not Standing.UNCHANGED
        rows.append(
            (
                Cell(clause.clause, Mark.MUTED, tail=f"at {known.place}" if known and known.place else ""),
                known.heading if known else "",
                clause.text or (known.gist if known else ""),
                carries,
                *([Cell(clause.standing or "", Mark.GAP if moved else Mark.PLAIN)] if given else []),
            )
        )
    said = "Says" if any(clause.text for clause in coverage.clauses) else "Says, in our words"
    columns = ("Clause", "Heading", said, "What rests on it", *(["In the notice"] if given else []))
    widths = (9, 20, 34, 25, 12) if given else (9, 21, 40, 30)
    return tabulate(coverage_title(coverage), columns, rows, most, widths)


#: What one and several of a kind are called, where that is not the name of the kind and an s.
KINDS: Final = {
    "party": ("party", "parties"),
    "activity": ("activity", "activities"),
    "data": ("data category", "data categories"),
    "retention": ("statement of retention", "statements of retention"),
}
