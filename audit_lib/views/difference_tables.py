"""What two audits differ in, as tables for notebooks."""

from __future__ import annotations

from dataclasses import replace

from ..difference.difference import AuditDifference
from ..model.difference import ContractNeed, Letter
from ..model.finding import Finding
from ..model.risk import Risk
from ..risk.wording import pounds
from .difference_detail import TO_REVIEW
from .difference_memo import NEWS_NAMES
from .finding_place import stands_at
from .sentences import count, listing
from .table import SEVERE, Cell, Mark, Table, tabulate


def difference_tables(difference: AuditDifference, *, most: int = 60) -> dict[str, Table]:
    """Return the tables of a difference by name, in reading order.

    The names are ``people``, ``agreements``, ``notice``, ``findings``, ``risks``, ``record`` and
    ``assessments``; a table without a row says in its title that there is none.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.difference.audits import compare_audits
    >>> from audit_lib.graph.example import example_map
    >>> audit = run_audit(example_map(), dt.date(2026, 11, 22))
    >>> difference_tables(compare_audits(audit, audit))["people"].title
    'Nobody has to be told of anything'
    """
    return {
        "people": people_table(difference, most=most),
        "agreements": agreements_table(difference, most=most),
        "notice": notice_table(difference, most=most),
        "findings": findings_difference_table(difference, most=most),
        "risks": risks_difference_table(difference, most=most),
        "record": record_difference_table(difference, most=most),
        "assessments": assessments_table(difference, most=most),
    }


def people_table(difference: AuditDifference, *, most: int = 60) -> Table:
    """Return what people must be told of before it takes effect, to whom, and on which provision."""
    rows = [
        (
            Cell(NEWS_NAMES[each.kind], Mark.STRONG),
            each.what,
            listing([difference.name(f"party:{one}") for one in each.subjects], 6) if each.subjects else "",
            Cell("before it takes effect", Mark.FINDING)
            if each.must_tell
            else Cell(f"told already: {', '.join(each.told_by)}", Mark.MUTED),
            each.law,
        )
        for each in difference.news
    ]
    told = len(difference.must_tell)
    title = f"{count(told, 'thing').capitalize()} to tell people before it takes effect"
    columns = ("What", "In words", "Whom", "When", "Law")
    return tabulate(
        title if told else "Nobody has to be told of anything", columns, rows, most, (10, 38, 18, 14, 20)
    )


def agreements_table(difference: AuditDifference, *, most: int = 60) -> Table:
    """Return which agreements to make, change or end, and which the map records already."""
    rows = [
        (Cell(each.kind.value.replace("-", " "), Mark.STRONG), each.what, _state(each), each.law)
        for each in difference.contracts
    ]
    missing = sum(each.missing for each in difference.contracts)
    title = f"{count(len(rows), 'agreement').capitalize()} to look at, {missing or 'none'} missing"
    return tabulate(
        title if rows else "No agreement is needed",
        ("Kind", "What", "State", "Law"),
        rows,
        most,
        (14, 50, 16, 20),
    )


def _state(need: ContractNeed) -> Cell:
    if need.missing:
        return Cell("missing", Mark.FINDING)
    if need.in_place:
        return Cell("recorded", tail=need.in_place)
    return Cell("to end" if need.kind.value == "ending" else "good practice", Mark.MUTED)


def notice_table(difference: AuditDifference, *, most: int = 60) -> Table:
    """Return the sentences of the notice that say what is no longer so."""
    rows = [(Cell(each.clause, Mark.STRONG), each.gist, each.why) for each in difference.still_said]
    title = (
        f"{count(len(rows), 'sentence').capitalize()} of the notice must change"
        if rows
        else "No sentence of the notice becomes untrue"
    )
    return tabulate(title, ("Clause", "What it says", "Why it is no longer so"), rows, most, (10, 50, 40))


def findings_difference_table(difference: AuditDifference, *, most: int = 60) -> Table:
    """Return the findings that are new, that are gone, and that have become graver or milder."""
    graded = [each for each in difference.changed if each.before.severity is not each.after.severity]
    rows = [
        *(_finding_row("new", Mark.FINDING, finding) for finding in difference.found),
        *(
            (Cell("changed", Mark.STRONG), f"{each.before.severity.value} to {each.after.severity.value}",
             Cell(each.after.message, lead=each.after.title),
             Cell(each.after.remedy, tail=stands_at(each.after)))
            for each in graded
        ),
        *(_finding_row("gone", Mark.MUTED, finding) for finding in difference.gone),
    ]  # fmt: skip
    new, gone = len(difference.found), len(difference.gone)
    title = (
        f"Findings: {new:,} new, {gone:,} gone, {len(graded):,} graver or milder"
        if rows
        else "No finding is new or gone, and none is graver or milder"
    )
    columns = ("", "Severity", "Finding", "To put it right, and where")
    return tabulate(title, columns, rows, most, (9, 12, 45, 34))


def _finding_row(what: str, mark: Mark, finding: Finding) -> tuple[Cell | str, ...]:
    """Return all of a new finding; of one that is gone, its title and what it rested on are enough."""
    if what == "gone":
        gone = Cell("", tail=stands_at(finding))
        return Cell(what, mark), Cell(finding.severity.value, mark), finding.title, gone
    severity = Cell(finding.severity.value, SEVERE[finding.severity])
    remedy = Cell(finding.remedy, tail=stands_at(finding))
    return Cell(what, mark), severity, Cell(finding.message, lead=finding.title), remedy


def risks_difference_table(difference: AuditDifference, *, most: int = 60) -> Table:
    """Return the risks that are graded otherwise, on the regulator's scale: those that rise first."""
    ordered = sorted(
        (risk for risk in difference.risks if _graded(risk.before) != _graded(risk.after)),
        key=lambda risk: (not risk.moved, -risk.moved),
    )
    rows = [
        (
            Cell(risk.title, Mark.STRONG if risk.moved else Mark.PLAIN),
            _graded(risk.before),
            _graded(risk.after),
            "rises" if risk.moved > 0 else "falls" if risk.moved else "same level",
        )
        for risk in ordered
    ]
    rise, fall = sum(r.moved > 0 for r in ordered), sum(r.moved < 0 for r in ordered)
    same = len(difference.risks) - rise - fall
    title = (
        f"Risks to people: {rise:,} up, {fall:,} down, {same:,} as before"
        if rise or fall
        else f"No risk to people rises or falls: {same:,} as before"
    )
    table = tabulate(title, ("Risk to people", "Before", "After", ""), rows, most, (58, 15, 15, 12))
    loss = difference.loss
    was, now = pounds(loss.before), pounds(loss.after)
    cost = f"An average year costs {now} (before: {was})." if was != now else f"An average year costs {now}."
    return replace(table, note=f"{cost} {table.note}".strip())


def _graded(risk: Risk | None) -> Cell:
    if risk is None:
        return Cell("none", Mark.MUTED)
    grade = risk.residual
    return Cell(
        grade.level.value, Mark(grade.level.value), tail=f"{grade.likelihood.value}, {grade.harm.value}"
    )


def record_difference_table(difference: AuditDifference, *, most: int = 60) -> Table:
    """Return the cells of the record of processing that read otherwise, and the rows that come and go."""
    rows: list[tuple[Cell | str, ...]] = []
    for row in difference.rows:
        if not row.cells:
            rows.append(
                (Cell(row.name, Mark.STRONG), Cell(f"row {row.standing.value}", Mark.FINDING), "", "")
            )
        rows += [
            (Cell(row.name, Mark.STRONG), cell.heading, Cell(cell.before, Mark.MUTED), cell.after)
            for cell in row.cells
        ]
    title = f"{count(len(difference.rows), 'row').capitalize()} of the record of processing changed"
    return tabulate(title, ("Row", "Column", "Before", "After"), rows, most, (18, 18, 32, 32))


def assessments_table(difference: AuditDifference, *, most: int = 60) -> Table:
    """Return the assessments to make, or to look at again, and why."""
    rows = [
        (
            Cell(TO_REVIEW[each.kind]),
            Cell(difference.name(f"activity:{each.activity}"), Mark.STRONG),
            each.why,
            each.law,
        )
        for each in difference.reviews
    ]
    title = f"{count(len(rows), 'assessment').capitalize()} to look at"
    return tabulate(title, ("What to do", "Activity", "Why", "Law"), rows, most, (26, 24, 34, 16))


def letter_table(letter: Letter | None) -> Table:
    """Return the text to tell people, one paragraph a row, so that gaps catch the eye.

    >>> letter_table(None).title
    'Nobody has to be told of anything'
    """
    if letter is None:
        return tabulate("Nobody has to be told of anything", ("",), [])
    rows = [
        (Cell(paragraph, Mark.GAP if "[" in paragraph else Mark.PLAIN),) for paragraph in letter.paragraphs
    ]
    return tabulate(
        f"{letter.title} ({count(letter.gaps, 'gap')} to fill)",
        ("A text to tell people",),
        rows,
        widths=(100,),
    )
