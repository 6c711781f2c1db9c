"""The comparison itself: rows against the map, in one session of an engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, Protocol

from ..law.periods import LONDON
from ..model.data_map import DataMap
from ..model.finding import Skipped
from ..model.reconciliation import Read, Reconciliation, Unresolved
from .engine import figures
from .engine.counts import count, earn
from .engine.declared import declare, declare_spans, flow_spans
from .engine.due import Deleted, deleted
from .engine.hits import Feed, concern, find_hits, keep_candidates, watch
from .engine.judged import judge
from .engine.list_views import Opening
from .engine.lists import open_lists, strangers
from .engine.local_days import Shift, Spans, instant, shifts
from .engine.logs import Log, count_patterns, log_of, open_log, people_of, span
from .engine.meanings import give_meaning
from .engine.needs import Lists, weigh
from .engine.session import Session
from .intake import Intake, reasons_of
from .not_tested import NO_ROWS, Bounds, ahead, doubtful, merged_patterns, untested
from .registers import Registers
from .restrictions import Bars
from .suppression import THRESHOLD

#: How much of the time that a row takes goes into counting patterns; the rest into finding contradictions.
COUNTING: Final = 0.3
#: How many patterns are told one by one: more than anybody reads, and few enough for memory and a workbook.
MOST_PATTERNS: Final = 20_000


class Stretch(NamedTuple):
    """The time of the logs: how far the zone is ahead of UTC in it, and where flows begin and end."""

    shifts: tuple[Shift, ...]
    spans: Spans


class Rows(Protocol):
    """Where the rows of a comparison come from: straight from the sources, or out of a store.

    `reads` says what was read, `skipped` what was left out, and `senders`, once the logs have been given a
    meaning, which senders each of them names. `passes` are the tables that are made by looking at every row,
    with how many rows each of them stands for when one asks how far a comparison is.
    """

    passes: Mapping[str, int]
    reads: tuple[Read, ...]
    skipped: tuple[Skipped, ...]
    senders: Mapping[str, frozenset[str]]

    def logs(self, session: Session) -> Sequence[Log]:
        """Make the view and the tables of patterns of each log."""

    def lists(
        self, session: Session, data_map: DataMap, logs: Sequence[Log], unresolved: list[Unresolved]
    ) -> Lists:
        """Make the tables of lists."""

    def count(self, session: Session, logs: Sequence[Log], lists: Lists, stretch: Stretch) -> None:
        """Find the rows that contradict and make the tables of `counts` out of them."""

    def deleted(self, session: Session, data_map: DataMap, lists: Lists, as_of: dt.date) -> Deleted:
        """Return what was deleted too late, and what became of all that was due."""


class Direct:
    """Rows straight from the sources: each is looked at as it was taken in, and nothing is kept."""

    def __init__(
        self,
        taken: Intake,
        registers: Registers | None = None,
        *,
        people_are_text: bool = False,
        threshold: int = THRESHOLD,
    ) -> None:
        """Take what the intake gave, and what says what registers hold about people of the logs.

        `people_are_text` says that people are text somewhere else, and are to be compared as such. Numbers of
        rows below the `threshold` are not told.
        """
        self.taken = taken
        self.people_are_text = people_are_text or taken.persons_are_text
        self.registers = registers
        self.reads = tuple(
            Read(
                source=table.source.id,
                kind=table.source.kind,
                files=table.names,
                rows=table.rows,
                notes=table.notes,
                refused=table.refused.count,
                reasons=reasons_of(table),
                invented=table.source.invented,
            )
            for table in taken.tables
        )
        self.skipped = (*taken.skipped, *doubtful(taken, threshold))
        self.senders: Mapping[str, frozenset[str]] = {}
        rows = {f"days_{number}": table.rows for number, table in enumerate(taken.disclosures)}
        counted = {name: round(each * COUNTING) for name, each in rows.items()}
        self.passes: Mapping[str, int] = {
            **counted,
            "candidate": sum(rows.values()) - sum(counted.values()),
        }

    def logs(self, session: Session) -> Sequence[Log]:
        """Make the view and the tables of patterns of each log."""
        of = self.taken.disclosures
        logs = [log_of(number, table) for number, table in enumerate(of)]
        for log, table in zip(logs, of, strict=True):
            open_log(session, log, table, people_are_text=self.people_are_text)
        covered = span(session, logs) if logs else None
        if covered is None:
            return []
        for log in logs:
            count_patterns(session, log, shifts(LONDON, *covered))
        return logs

    def lists(
        self, session: Session, data_map: DataMap, logs: Sequence[Log], unresolved: list[Unresolved]
    ) -> Lists:
        """Make the tables of lists out of what was taken in."""
        opening = Opening(session, data_map, LONDON, self.people_are_text, unresolved)
        bars: list[Bars] = []
        told: list[Skipped] = []
        if self.registers is not None and self.registers.sources:
            bars, told = self.registers.bars(data_map, people_of(session, logs))
        lists = open_lists(opening, self.taken.tables, bars)
        self.skipped = (*self.skipped, *told, *strangers(session, logs))
        return lists

    def count(self, session: Session, logs: Sequence[Log], lists: Lists, stretch: Stretch) -> None:
        """Find the rows that contradict, in one pass over the logs, and count them."""
        concern(session)
        keep_candidates(session, [Feed(log.view) for log in logs], *stretch)
        find_hits(session, lists, stretch.shifts)
        session.view("hit", "select * from hit_now")
        session.make("met", "select distinct verdict, m, span from hit")
        earn(session, logs)
        count(session)

    def deleted(self, session: Session, data_map: DataMap, lists: Lists, as_of: dt.date) -> Deleted:
        """Return the deletions that came too late, and how many that is of those that were due."""
        return deleted(session, data_map, lists.started, as_of)


def reconcile(
    session: Session, data_map: DataMap, rows: Rows, as_of: dt.date, *, threshold: int = THRESHOLD
) -> Reconciliation:
    """Return what the logs show about a map; findings and what was never seen are not in it yet.

    Parameters
    ----------
    session
        An open engine; the tables that it is given stay until it is closed.
    threshold
        Below how many people a figure is not shown.
    """
    logs = rows.logs(session)
    blank = Reconciliation(
        data_map=data_map,
        as_of=as_of,
        engine=session.dialect.name,
        observations=0,
        people=0,
        reads=rows.reads,
        groups=(),
        months=(),
        unresolved=(),
        unseen=(),
        volumes=(),
        skipped=(*rows.skipped, *([] if logs else [NO_ROWS])),
        threshold=threshold,
    )
    return _compared(session, data_map, rows, logs, blank) if logs else blank


def _compared(
    session: Session, data_map: DataMap, rows: Rows, logs: Sequence[Log], blank: Reconciliation
) -> Reconciliation:
    unresolved = list(give_meaning(session, data_map, logs))
    rows.senders = figures.senders(session, logs)
    stretch = Stretch(shifts(LONDON, *figures.time_covered(session)), flow_spans(data_map))
    declare(session, data_map)
    declare_spans(session, stretch.spans)
    judge(session, stretch.spans)
    lists = rows.lists(session, data_map, logs, unresolved)
    weigh(session, data_map, lists)
    watch(session)
    rows.count(session, logs, lists, stretch)
    seen = figures.bounds(session)
    totals = figures.totals(session, data_map)
    patterns = figures.patterns(session)
    merged = patterns > MOST_PATTERNS
    found = {
        "observations": sum(each for each, _, _ in seen.values()),
        "people": figures.people(session),
        "reads": tuple(_dated(rows.reads, {log.source.id for log in logs}, seen)),
        "verdicts": figures.settled(session),
        "people_by_verdict": figures.people_by_verdict(session),
        "groups": totals if merged else figures.groups(session, data_map),
        "totals": totals,
        "months": figures.months(session),
        "unresolved": tuple(unresolved),
        "volumes": figures.volumes(session, data_map),
        **rows.deleted(session, data_map, lists, blank.as_of)._asdict(),
        "skipped": (
            *rows.skipped,
            *untested(data_map, lists),
            *ahead(seen, blank.as_of),
            *([merged_patterns(patterns)] if merged else []),
        ),
    }
    return blank.model_copy(update=found)


def _dated(reads: Sequence[Read], logs: Collection[str], seen: Mapping[str, Bounds]) -> Iterator[Read]:
    """Yield what was read with its first and last moment; rows that state no moment count as refused."""
    for read in reads:
        if read.source not in logs:
            yield read
            continue
        rows, first, last = seen.get(read.source, (0, None, None))
        yield read.model_copy(
            update={
                "rows": rows,
                "refused": read.refused + read.rows - rows,
                "first": None if first is None else instant(first),
                "last": None if last is None else instant(last),
            }
        )
