"""What was due for deletion and what became of it, as a table."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ..model.reconciliation import Reconciliation
from .due_rows import NOBODY, DueRow, due_rows
from .evidence_figures import HIDDEN, hidden_note
from .evidence_words import INVENTED
from .sentences import count
from .table import Cell, Mark, Table, tabulate

#: What the figures count, and what a deletion that is not logged may mean.
DUE_NOTE: Final = (
    "The figures are people whose period of retention is over, by the log of its end; the delay is in days.",
    "No deletion logged is a question and no finding: the holder may have held nothing of the category, or "
    "have logged the deletion under a wider one.",
)


def deletions_table(reconciliation: Reconciliation) -> Table:
    """Return, for each rule of retention, holder and category, what was deleted in time, late, or not yet.

    Examples
    --------
    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> deletions_table(example_reconciliation()).title
    'No source shows what was due for deletion'
    """
    listed = list(due_rows(reconciliation))
    rows = [_row(row) for row in listed]
    late = sum(row.late != "0" for row in listed)
    every = count(len(listed), "kind of data", "kinds of data")
    verb = "was" if late == 1 else "were"
    title = f"{late or 'None'} of {every} due for deletion {verb} deleted late"
    none = "No source shows what was due for deletion"
    columns = ("Rule and period", "Holder and data", "Due", "In time", "Late", "Not logged", "Longest delay")
    found = tabulate(title if rows else none, columns, rows, widths=(30, 24, 9, 9, 9, 9, 10))
    said = [INVENTED] if reconciliation.invented else []
    said += DUE_NOTE if rows else []
    hidden = any(cell.text == HIDDEN for row in rows for cell in row)
    return replace(
        found, note=" ".join([*said, *([hidden_note(reconciliation.threshold)] if hidden else [])])
    )


def _row(row: DueRow) -> tuple[Cell, ...]:
    holder = Mark.MUTED if row.holder == NOBODY else Mark.PLAIN
    return (
        Cell(row.rule, Mark.STRONG, tail=f"{row.period}\n{row.clauses}"),
        Cell(row.holder, holder, tail=f"{row.data}\n{row.logs}".strip()),
        _figure(row.due),
        _figure(row.in_time),
        Cell(row.late, Mark.MUTED if row.late == "0" else Mark.FINDING),
        _figure(row.unlogged),
        _figure(row.delay),
    )


def _figure(text: str) -> Cell:
    return Cell(text, Mark.MUTED if text in (HIDDEN, "0") else Mark.PLAIN)
