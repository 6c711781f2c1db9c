"""What evidence shows as tables: sources, verdicts, patterns, words that mean nothing, flows never seen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ..model.reconciliation import Reconciliation
from ..model.verdict import Verdict
from .evidence_figures import HIDDEN, figures, hidden_note
from .evidence_months import TOGETHER, by_months
from .evidence_rows import (
    PatternRow,
    pattern_rows,
    source_rows,
    trend_rows,
    unresolved_rows,
    unseen_rows,
    verdict_rows,
)
from .evidence_words import (
    INVENTED,
    MEANINGS,
    NOT_RECORDED,
    ORDER,
    VERDICTS,
    month_name,
    months_between,
)
from .sentences import count
from .table import Cell, Mark, Table, tabulate

#: What contradicts the map or a promise, in the order of `Verdict`.
CONTRADICTIONS = tuple(verdict for verdict in ORDER if verdict.is_violation)
_MARKS = {VERDICTS[verdict]: Mark.FINDING for verdict in CONTRADICTIONS} | {
    VERDICTS[Verdict.UNRESOLVED]: Mark.GAP
}


def evidence_sources_table(reconciliation: Reconciliation) -> Table:
    """Return what was read: each source with its files, its rows and those that could not be read.

    Examples
    --------
    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> evidence_sources_table(example_reconciliation()).title
    '1 source with 1,252 rows'
    """
    rows = [
        (
            Cell(row.source, Mark.STRONG, tail=row.kind),
            Cell(row.files),
            row.rows,
            Cell(row.refused, Mark.MUTED if row.refused == "0" else Mark.GAP),
            row.first,
            row.last,
            Cell("invented", Mark.GAP) if row.invented == "yes" else Cell("real", Mark.MUTED),
        )
        for row in source_rows(reconciliation)
    ]
    read = sum(one.rows for one in reconciliation.reads)
    title = f"{count(len(rows), 'source').capitalize()} with {count(read, 'row')}"
    columns = ("Source", "Files", "Rows", "Refused", "First", "Last", "Made")
    return _noted(
        tabulate(title if rows else "No source was read", columns, rows), reconciliation, hidden=False
    )


def verdict_table(reconciliation: Reconciliation) -> Table:
    """Return the verdicts that were earned: what each says, how often, about how many people, when.

    One observation can earn several contradictions, so that the figures do not add up.

    Examples
    --------
    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> [row[1].text for row in verdict_table(example_reconciliation()).rows]
    ['1,200', '40', '12']
    """
    known = figures(reconciliation)
    meanings = {VERDICTS[verdict]: meaning for verdict, meaning in MEANINGS.items()}
    rows: list[tuple[Cell | str, ...]] = [
        (
            Cell(row.verdict, _MARKS.get(row.verdict, Mark.STRONG), tail=meanings[row.verdict]),
            _figure(row.observed),
            _figure(row.people),
            row.patterns,
            row.first,
            row.last,
            *([_figure(row.excused)] if known.excused else []),
        )
        for row in verdict_rows(reconciliation, known)
    ]
    kinds = sum(verdict.is_violation for verdict, number in known.totals.items() if number != 0)
    every = count(reconciliation.observations, "observation")
    title = f"{every[0].upper()}{every[1:]}, {count(kinds, 'kind')} of contradiction"
    columns = ["Verdict", "Observations", "People", "Patterns", "First", "Last"]
    widths = [44, 13, 12, 9, 11, 11]
    if known.excused:
        columns, widths = [*columns, "Excused"], [*widths, 11]
    found = tabulate(title, tuple(columns), rows, widths=tuple(widths))
    return _noted(found, reconciliation, hidden=_hides(rows))


def pattern_table(
    reconciliation: Reconciliation,
    verdicts: Collection[Verdict] = CONTRADICTIONS,
    *,
    most: int | None = 60,
) -> Table:
    """Return what was observed, by pattern: which verdict, from whom to whom, which data, how often, when.

    Parameters
    ----------
    reconciliation
        What the sources show about a map.
    verdicts
        Those whose patterns to show; without, all contradictions.
    most
        At most so many rows; None for all.

    Examples
    --------
    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> table = pattern_table(example_reconciliation())
    >>> table.title, [cell.text for cell in table.rows[0][:3]]
    ('1 pattern is not as declared', ['Recipient not declared', 'Agent → Insurer', 'Arrears'])
    """
    known = figures(reconciliation)
    rows = [_pattern(row) for row in pattern_rows(reconciliation, known, verdicts)]
    verb = "is" if len(rows) == 1 else "are"
    said = "not as declared" if set(verdicts) <= set(CONTRADICTIONS) else "shown"
    title = f"{count(len(rows), 'pattern').capitalize()} {verb} {said}"
    columns = ("Verdict", "From and to", "Data", "Purpose, basis, country", "Observed", "When and evidence")
    found = tabulate(title, columns, rows, most, widths=(17, 19, 14, 19, 12, 19))
    return _noted(found, reconciliation, hidden=_hides(rows))


def _pattern(row: PatternRow) -> tuple[Cell, ...]:
    nearest = [] if row.flow == "none" else [f"nearest flow: {row.flow}"]
    tail = "\n".join([*([row.decided] if row.decided else []), *nearest])
    role = "" if row.role == NOT_RECORDED else f"role of the recipient: {row.role}"
    lead, *terms = row.terms
    return (
        Cell(row.verdict, _MARKS.get(row.verdict, Mark.STRONG), tail=tail),
        Cell(row.way, tail=role),
        Cell(row.data, Mark.MUTED if row.data == NOT_RECORDED else Mark.PLAIN),
        Cell(lead, Mark.PLAIN if terms else Mark.MUTED, tail="\n".join(terms)),
        Cell(row.observed, Mark.MUTED if row.observed == HIDDEN else Mark.PLAIN, tail=row.about),
        Cell(row.when, tail=row.evidence),
    )


def unresolved_table(reconciliation: Reconciliation, *, most: int | None = 60) -> Table:
    """Return the words of the sources that stand for nothing in the map, and what each most probably means.

    Examples
    --------
    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> unresolved_table(example_reconciliation()).title
    '1 word stands for nothing in the map'
    """
    rows = [
        (
            Cell(row.word, Mark.GAP),
            row.source,
            row.column,
            row.rows,
            Cell(row.likeliest or ("" if row.words > 1 else "no guess"), _known(row.likeliest)),
        )
        for row in unresolved_rows(reconciliation)
    ]
    words = sum(one.words for one in reconciliation.unresolved)
    verb = "stands" if words == 1 else "stand"
    title = f"{count(words, 'word').capitalize()} {verb} for nothing in the map"
    none = "Every word of the sources stands for something in the map"
    columns = ("Word", "Source", "Column", "Rows", "Most probably")
    return _noted(tabulate(title if rows else none, columns, rows, most), reconciliation, hidden=False)


def _known(text: str) -> Mark:
    return Mark.PLAIN if text else Mark.MUTED


def unseen_table(reconciliation: Reconciliation, *, most: int | None = 60) -> Table:
    """Return the flows that are declared and were not seen, those that a source would show first.

    Examples
    --------
    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> unseen_table(example_reconciliation()).title
    '1 flow was never seen, 2 are not watched'
    """
    rows = [
        (
            Cell(row.sender, tail=row.flow),
            row.recipient,
            row.data,
            row.activity,
            Cell(row.watched, Mark.STRONG if row.watched == "yes" else Mark.MUTED),
            row.last,
            row.days,
        )
        for row in unseen_rows(reconciliation)
    ]
    watched = sum(one.watched for one in reconciliation.unseen)
    rest = len(rows) - watched
    said = [f"{count(watched, 'flow')} {'was' if watched == 1 else 'were'} never seen"]
    said += [f"{rest:,} {'is' if rest == 1 else 'are'} not watched"] if rest else []
    title = ", ".join(said)
    columns = ("From", "To", "Data", "Activity", "Watched", "Last seen", "Days without")
    none = "Every flow of the map was seen"
    return _noted(
        tabulate(f"{title[0].upper()}{title[1:]}" if rows else none, columns, rows, most),
        reconciliation,
        hidden=False,
    )


def trend_table(reconciliation: Reconciliation) -> Table:
    """Return how many observations earned each verdict in each month, small figures hidden.

    Many months are shown as several tables, one under the other.

    Examples
    --------
    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> print([cell.text for cell in trend_table(example_reconciliation()).rows[0]])
    ['Declared', '700', '0', '500', '1,200']
    """
    known = figures(reconciliation)
    months = months_between(one.month for one in reconciliation.months)
    rows = [
        (
            Cell(cells[0], _MARKS.get(cells[0], Mark.STRONG)),
            *(_figure(cell) for cell in cells[1:]),
        )
        for cells in trend_rows(known, months)
    ]
    columns = ("Verdict", *map(month_name, months), TOGETHER)
    title = f"{count(len(rows), 'verdict').capitalize()} in {count(len(months), 'month')}"
    return _noted(by_months(tabulate(title, columns, rows)), reconciliation, hidden=_hides(rows))


def _figure(text: str) -> Cell:
    return Cell(text, Mark.MUTED if text in (HIDDEN, "0", "not counted", "not recorded") else Mark.PLAIN)


def _hides(rows: Sequence[Sequence[Cell | str]]) -> bool:
    return any(isinstance(cell, Cell) and cell.text == HIDDEN for row in rows for cell in row)


def _noted(table: Table, reconciliation: Reconciliation, *, hidden: bool) -> Table:
    """Return a table whose note says that data is invented, and what a hidden figure means."""
    said = [INVENTED] if reconciliation.invented else []
    said += [hidden_note(reconciliation.threshold)] if hidden else []
    return replace(table, note=" ".join([*said, *([table.note] if table.note else [])]))
