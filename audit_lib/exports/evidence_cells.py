"""The cells of what two ends say of each other and of what was due for deletion, as a page shows them."""

from __future__ import annotations

from typing import Final

from ..views.due_rows import DueRow
from ..views.ends_rows import AloneRow, EndsRow

#: The columns of two logs on a page, with the share that each has of it.
ENDS_COLUMNS: Final = {
    "From and to": 24,
    "Data": 13,
    "Sent": 10,
    "Received": 10,
    "On both sides": 10,
    "Sent only": 17,
    "Received only": 17,
}
#: What stands above them.
ENDS_NOTE: Final = (
    "What one log says was sent, set one to one against what the other says was received, in the time that "
    "both cover.",
    "What one end alone has is a question to both of them; a finding says what to do.",
)

#: The columns of what was due for deletion, with the share that each has of a page.
DUE_COLUMNS: Final = {
    "Rule of retention": 26,
    "Holder and data": 24,
    "Due": 9,
    "In time": 10,
    "Late": 10,
    "Not logged": 10,
    "Longest delay": 11,
}


def ends_cells(row: EndsRow) -> tuple[str, ...]:
    r"""Return the cells of a pair of logs, each the lines that stand in it.

    >>> none = AloneRow("0", "", "", "", "")
    >>> ends_cells(EndsRow("A", "B", "Name", "out", "in", "", "", "3 Mar 2026", "9", "9", "9", none, none))[0]
    'A → B\nout and in\n3 Mar 2026'
    """
    return (
        "\n".join((row.way, row.logs, row.covered)),
        row.data,
        row.sent,
        row.received,
        row.matched,
        _alone(row.sent_only, "of what was sent"),
        _alone(row.received_only, "of what was received"),
    )


def _alone(row: AloneRow, of: str) -> str:
    return "\n".join((row.entries, *row.said(of)))


def due_cells(row: DueRow) -> tuple[str, ...]:
    """Return the cells of what was due for deletion, each the lines that stand in it."""
    return (
        "\n".join((row.rule, row.period, row.clauses)),
        "\n".join(line for line in (row.holder, row.data, row.logs) if line),
        row.due,
        row.in_time,
        row.late,
        row.unlogged,
        row.delay,
    )
