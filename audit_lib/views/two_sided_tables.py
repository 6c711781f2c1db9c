"""What one end of a disclosure says that it sent, beside what the other says that it received, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..evidence.suppression import THRESHOLD, is_small
from ..model.data_map import DataMap
from ..model.two_sided import Ends
from .evidence_figures import HIDDEN, hidden_note
from .evidence_words import INVENTED, called, span
from .lettering import one_line
from .sentences import count
from .table import Cell, Mark, Table, tabulate


def two_sided_table(
    ends: Sequence[Ends], data_map: DataMap, *, threshold: int = THRESHOLD, invented: bool = False
) -> Table:
    """Return what was sent, received and found on both sides, where two logs are of the two ends.

    A figure of what one side alone has is hidden if it is about few people, and with it all that this side
    has, so that it cannot be subtracted.

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
    rows = [_row(one, data_map, threshold) for one in ends]
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


def _row(ends: Ends, data_map: DataMap, threshold: int) -> tuple[Cell, ...]:
    sent = is_small(ends.sent_only, ends.people_sent or None, threshold)
    received = is_small(ends.received_only, ends.people_received or None, threshold)
    who = f"{called(data_map, 'party', ends.sender)} → {called(data_map, 'party', ends.recipient)}"
    logs = (
        f"{one_line(ends.disclosures, 80)} and {one_line(ends.receipts, 80)}\n{span(ends.first, ends.last)}"
    )
    return (
        Cell(who, Mark.STRONG, tail=logs),
        Cell(called(data_map, "data", ends.data)),
        _figure(ends.sent, hidden=sent),
        _figure(ends.received, hidden=received),
        _figure(ends.matched, hidden=False),
        _one_side(ends.sent_only, ends.people_sent, ends.examples_sent, hidden=sent),
        _one_side(ends.received_only, ends.people_received, ends.examples_received, hidden=received),
    )


def _figure(number: int, *, hidden: bool) -> Cell:
    return Cell(HIDDEN, Mark.MUTED) if hidden else Cell(f"{number:,}")


def _one_side(number: int, people: int, examples: Sequence[str], *, hidden: bool) -> Cell:
    """Return what one side alone has; of a hidden figure one evidence id, since more would tell how many."""
    if not number:
        return Cell("0", Mark.MUTED)
    shown = [one_line(name, 120) for name in (examples[:1] if hidden else examples)]
    about = [] if hidden or not people else [f"{people:,} people"]
    text = HIDDEN if hidden else f"{number:,}"
    return Cell(text, Mark.FINDING, tail="\n".join([*about, *shown]))
