"""What one end of a disclosure says that it sent, beside what the other says that it received, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..evidence.suppression import THRESHOLD
from ..model.data_map import DataMap
from ..model.two_sided import Ends
from .ends_rows import AloneRow, EndsRow, ends_rows
from .evidence_figures import HIDDEN, hidden_note
from .evidence_words import INVENTED
from .sentences import count
from .table import Cell, Mark, Table, tabulate


def two_sided_table(
    ends: Sequence[Ends], data_map: DataMap, *, threshold: int = THRESHOLD, invented: bool = False
) -> Table:
    """Return what was sent, received and found on both sides, where two logs are of the two ends.

    A figure about few people is hidden, and with it what was sent, received and found on both sides, so that
    it cannot be worked out.

    Parameters
    ----------
    ends
        The pairs of logs that were compared.
    data_map
        The map whose ids they use.
    threshold
        From how many people on a figure is shown.
    invented
        Whether the logs are made up for a demonstration.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> two_sided_table([], example_map()).title
    'No disclosure has the logs of both ends'
    """
    rows = [_row(row) for row in ends_rows(ends, data_map, threshold)]
    differ = sum(one.sent_only > 0 or one.received_only > 0 for one in ends)
    logs = count(len(ends), "pair of logs", "pairs of logs")
    title = f"{differ or 'None'} of {logs} {'differs' if differ < 2 else 'differ'}"
    none = "No disclosure has the logs of both ends"
    columns = ("From and to", "Data", "Sent", "Received", "On both sides", "Sent only", "Received only")
    found = tabulate(title if rows else none, columns, rows)
    said = [INVENTED] if invented else []
    if any(cell.text == HIDDEN for row in rows for cell in row):
        said.append(hidden_note(threshold))
    return replace(found, note=" ".join(said))


def _row(row: EndsRow) -> tuple[Cell, ...]:
    return (
        Cell(row.way, Mark.STRONG, tail=f"{row.logs}\n{row.covered}"),
        Cell(row.data),
        *(Cell(text, Mark.MUTED if text == HIDDEN else Mark.PLAIN) for text in (row.sent, row.received)),
        Cell(row.matched, Mark.MUTED if row.matched == HIDDEN else Mark.PLAIN),
        _one_side(row.sent_only, "of what was sent"),
        _one_side(row.received_only, "of what was received"),
    )


def _one_side(row: AloneRow, of: str) -> Cell:
    if row.entries == "0":
        return Cell("0", Mark.MUTED)
    return Cell(row.entries, Mark.FINDING, tail="\n".join(row.said(of)))
