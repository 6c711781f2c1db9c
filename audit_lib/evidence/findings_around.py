"""Findings from what no single observation shows: words, rows, ends, late deletions, flows never seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model.data_map import DataMap
from ..model.noun import Stance
from ..model.reconciliation import Group, LateDeletion, Read, Unresolved, Unseen
from ..model.two_sided import Ends
from ..model.verdict import Verdict
from .findings_of_groups import Hit
from .grounds import GROUNDS
from .grounds_around import LATE_DELETION, NEVER_OBSERVED, RECEIVED_NOT_SENT, REFUSED_ROWS, SENT_NOT_RECEIVED
from .seen import Seen, called, counted, told, words_told
from .unseen import LONG
from .withheld import rows_told


class Shown(NamedTuple):
    """What the evidence shows beside the totals: each as the part of the comparison gives it that finds it.

    `complete` says that all sources of the map were compared: only then is a decision about a finding that
    is not there told as one that has nothing to decide any more. `patterns` are the groups beneath
    the totals.
    """

    unresolved: Sequence[Unresolved] = ()
    unseen: Sequence[Unseen] = ()
    ends: Sequence[Ends] = ()
    late: Sequence[LateDeletion] = ()
    reads: Sequence[Read] = ()
    complete: bool = True
    patterns: Sequence[Group] = ()


def around(data_map: DataMap, shown: Shown, threshold: int) -> Iterator[Hit]:
    """Yield the findings about what was not understood, not read, not seen, or seen by one end only.

    >>> from audit_lib.graph.example import example_map
    >>> missing = [Unseen(flow="sue", watched=True, days=365), Unseen(flow="sell", watched=True, days=30)]
    >>> [hit.message for hit in around(example_map(), Shown(unseen=missing), 10)]
    ['Is flow sue (Agent to Court) still going on? Logs that would show it cover 365 days, and none does.']
    """
    yield from _words(shown.unresolved, threshold)
    yield from _late(data_map, shown.late, threshold)
    yield from _ends(data_map, shown.ends, threshold)
    yield from _refused(shown.reads)
    yield from _never(data_map, shown.unseen)


def _words(unresolved: Sequence[Unresolved], threshold: int) -> Iterator[Hit]:
    """Yield one finding for each column of a source that holds words which stand for nothing."""
    rule = GROUNDS[Verdict.UNRESOLVED]
    columns: dict[tuple[str, str], list[tuple[Unresolved, int | None]]] = {}
    for one, rows in zip(unresolved, rows_told(unresolved, threshold), strict=True):
        columns.setdefault((one.source, one.column), []).append((one, rows))
    for (source, column), words in columns.items():
        message = rule.message.format(source=source, column=column, seen=words_told(words))
        yield Hit(rule, (f"source:{source}",), message, (f"column={column}",))


def _late(data_map: DataMap, late: Sequence[LateDeletion], threshold: int) -> Iterator[Hit]:
    for one in late:
        seen = Seen(one.deletions, one.people, one.first, one.last, one.examples, "deletion")
        message = LATE_DELETION.message.format(
            sender=called(data_map, "party", one.sender),
            data=f'"{called(data_map, "data", one.data)}"',
            seen=told(seen, threshold),
        )
        yield Hit(LATE_DELETION, (f"party:{one.sender}", f"data:{one.data}"), message)


def _ends(data_map: DataMap, ends: Sequence[Ends], threshold: int) -> Iterator[Hit]:
    """Yield what one end logged and the other did not, each way, for each pair of logs."""
    for one in ends:
        sides = (
            (SENT_NOT_RECEIVED, one.sent_only, one.people_sent, one.examples_sent),
            (RECEIVED_NOT_SENT, one.received_only, one.people_received, one.examples_received),
        )
        about = (f"party:{one.sender}", f"party:{one.recipient}", f"data:{one.data}")
        for rule, entries, people, examples in sides:
            if entries:
                seen = Seen(entries, people, one.first, one.last, examples, "entry")
                message = rule.message.format(
                    sender=called(data_map, "party", one.sender),
                    recipient=called(data_map, "party", one.recipient),
                    data=f'"{called(data_map, "data", one.data)}"',
                    seen=told(seen, threshold),
                )
                yield Hit(rule, about, message, (f"logs={one.disclosures}>{one.receipts}",))


def _refused(reads: Sequence[Read]) -> Iterator[Hit]:
    for read in reads:
        if read.refused:
            message = REFUSED_ROWS.message.format(
                refused=f"{read.refused:,}",
                rows=counted(read.rows + read.refused, "row"),
                source=read.source,
            )
            yield Hit(REFUSED_ROWS, (f"source:{read.source}",), message)


def _never(data_map: DataMap, unseen: Sequence[Unseen]) -> Iterator[Hit]:
    """Yield the flows that logs would show, and that none has shown for long."""
    for one in unseen:
        flow = data_map.flow[one.flow]
        if not one.watched or (one.days or 0) < LONG:
            continue
        expected = flow.stance is Stance.EXPECTED
        message = NEVER_OBSERVED.message.format(
            flow=f"flow {flow.id}",
            sender=called(data_map, "party", flow.sender),
            recipient=called(data_map, "party", flow.recipient),
            days=counted(one.days or 0, "day"),
            note=" The map only expects this flow; nobody has confirmed it." if expected else "",
        )
        yield Hit(NEVER_OBSERVED, (f"flow:{flow.id}",), message, clauses=flow.clauses)
