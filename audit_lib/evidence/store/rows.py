"""The rows of a store for a comparison: patterns as they were counted, what was found as it was found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from ...model.data_map import DataMap
from ...model.evidence_source import Evidence
from ...model.reconciliation import Read, Unresolved
from ..engine.counts import count, earn
from ..engine.duckdb_session import DuckSession
from ..engine.due import Deleted, deleted
from ..engine.local_days import Spans
from ..engine.logs import Log
from ..engine.needs import Lists
from ..engine.session import Session
from ..reconcile import Direct, Stretch
from .difference import Edited, compare_outcomes, count_difference
from .fill import Filled
from .found import Looking, all_found, compare_needs, found_beside, open_rows
from .ingest import DAYS, ROWS, part_file, read_patterns
from .lists import keep_lists, known_lists, open_kept_lists, scan_kept_deletions
from .manifest import KeptLists, KeptOutcome
from .outcome import keep_outcome, open_outcome
from .signatures import cells_of, sign


class Stored:
    """The rows of a store; `manifest` is what it holds when the comparison is over.

    Parameters
    ----------
    filled
        What is kept, all that is new included, and what tells the lists from others.
    taken
        The lists that were read in this run; nothing if those that are kept are still the same.
    """

    def __init__(
        self,
        session: DuckSession,
        folder: Path,
        evidence: Evidence,
        filled: Filled,
        taken: Direct,
    ) -> None:
        """Put together what is kept and what was read in this run."""
        self._session = session
        self._folder = folder
        self.manifest = manifest = filled.manifest
        self._taken = taken
        self._made_of = filled.made_of
        self._lists_are_new = False
        self._sources = [source for source in evidence.sources if source.id in manifest.logs]
        self.skipped = taken.skipped
        self.senders: Mapping[str, frozenset[str]] = {}
        self.reads = (*self._log_reads(), *self._list_reads())
        self.passes: Mapping[str, int] = {"candidate": sum(read.rows for read in self._log_reads())}

    @property
    def _text(self) -> bool:
        """Whether people are text in any log or list."""
        return self._taken.people_are_text or self._lists_are_text

    @property
    def _person(self) -> str:
        return f"cast(person as {'string' if self._text else 'bigint'})"

    @property
    def _lists_are_text(self) -> bool:
        return self._kept_lists is not None and self._kept_lists.people_are_text

    @property
    def _kept_lists(self) -> KeptLists | None:
        """The lists that are kept, if they are still the same."""
        kept = self.manifest.lists
        return kept if kept is not None and kept.made_of == self._made_of else None

    def _log_reads(self) -> list[Read]:
        return [
            Read(
                source=source.id,
                kind=source.kind,
                files=kept.names,
                rows=kept.rows,
                refused=kept.refused,
                reasons=kept.reasons,
                notes=kept.notes,
                invented=source.invented,
            )
            for source in self._sources
            if (kept := self.manifest.logs[source.id])
        ]

    def _list_reads(self) -> tuple[Read, ...]:
        if self._kept_lists is not None:
            return self._kept_lists.reads
        logs = {source.id for source in self._sources}
        return tuple(read for read in self._taken.reads if read.source not in logs)

    def logs(self, session: Session) -> Sequence[Log]:
        """Make the view and the tables of patterns of each log out of what is kept."""
        found = []
        for number, source in enumerate(self._sources):
            kept = self.manifest.logs[source.id]
            if not kept.parts:
                continue
            recorded = tuple(str(column) for column in kept.recorded)
            log = Log(number, source, recorded)
            self._scan(f"kept_days_{number}", DAYS, kept.parts)
            session.make(f"days_{number}", f"select * from kept_days_{number}")
            read_patterns(self._session, self._folder, f"patterns_{number}", kept, recorded)
            words = "".join(f", {word}" for word in recorded)
            session.view(f"said_{number}", f"select pattern as k{words} from patterns_{number}")
            self._scan(f"all_{number}", ROWS, kept.parts)
            session.view(log.view, f"select k, us, {self._person} as person, id from all_{number}")
            found.append(log)
        return found

    def _scan(self, name: str, what: str, parts: Sequence[int]) -> None:
        self._session.scan(name, [part_file(self._folder, what, part) for part in parts])

    def lists(
        self, session: Session, data_map: DataMap, logs: Sequence[Log], unresolved: list[Unresolved]
    ) -> Lists:
        """Return what the lists hold: those that are kept if they are the same, else those that were read."""
        kept = self._kept_lists
        if kept is not None:
            unresolved.extend(kept.unresolved)
            self.skipped = (*self.skipped, *kept.skipped)
            return known_lists(self._folder, data_map, kept)
        told: list[Unresolved] = []
        lists = self._taken.lists(session, data_map, logs, told)
        unresolved.extend(told)
        self.skipped = self._taken.skipped
        if self._made_of is not None:
            self._keep_lists(self._made_of, lists, told)
        return lists

    def _keep_lists(self, made_of: str, lists: Lists, told: Sequence[Unresolved]) -> None:
        number = self.manifest.last + 1
        keep_lists(self._session, self._folder, number)
        kept = KeptLists(
            number=number,
            made_of=made_of,
            people_are_text=self._text,
            scopes=tuple(scope.words for scope in lists.scopes),
            started=lists.started,
            list_of=lists.list_of,
            consents=lists.consents,
            requests=lists.requests,
            unresolved=tuple(told),
            reads=self._list_reads(),
            skipped=self._taken.skipped,
        )
        self._lists_are_new = True
        self.manifest = self.manifest.model_copy(update={"last": number, "lists": kept})

    def deleted(self, session: Session, data_map: DataMap, lists: Lists, as_of: dt.date) -> Deleted:
        """Return what was deleted too late, and of how much that was due, from the lists that are kept."""
        kept = self._unopened_lists
        prefix = "" if kept is None else scan_kept_deletions(self._session, self._folder, kept)
        return deleted(session, data_map, lists.started, as_of, prefix)

    @property
    def _unopened_lists(self) -> KeptLists | None:
        """The lists that are kept, unless they were read in this run, so that their tables are there."""
        return None if self._lists_are_new else self._kept_lists

    def count(self, session: Session, logs: Sequence[Log], lists: Lists, stretch: Stretch) -> None:
        """Find the rows that contradict, as few of them anew as may be, and count them."""
        kept = self._kept_outcome
        parts = {log.number: self.manifest.logs[log.source.id].parts for log in logs}
        every = tuple(part for of in parts.values() for part in of)
        looking = Looking(self._session, self._folder, lists, stretch, parts, self._person, kept)
        if kept is not None:
            open_outcome(self._session, self._folder, kept)
        open_rows(looking)
        changed = compare_needs(looking)
        if kept is not None and looking.all_kept_is_there and not (changed and looking.new):
            if changed or looking.new:
                self._open_lists()
            found_beside(looking, changed=changed)
            old = [looking.rows(log, "old") for log in looking.old]
            edited = Edited(self._session, logs, old, *stretch, Spans(kept.starts), self._person)
            if compare_outcomes(edited):
                count_difference(edited)
                return
        self._open_lists()
        all_found(looking)
        session.make("cells", cells_of("hit"))
        sign(self._session, stretch.spans)
        session.make("met", "select verdict, m, span from signed")
        earn(session, logs)
        count(session)
        if self._made_of is not None:
            self._keep_outcome(self._made_of, every, stretch.spans)

    def _keep_outcome(self, made_of: str, parts: tuple[int, ...], spans: Spans) -> None:
        number = self.manifest.last + 1
        outcome = KeptOutcome(number=number, parts=parts, made_of=made_of, starts=spans.starts)
        keep_outcome(self._session, self._folder, outcome)
        self.manifest = self.manifest.model_copy(update={"last": number, "outcome": outcome})

    @property
    def _kept_outcome(self) -> KeptOutcome | None:
        """What a comparison with the same lists came to."""
        kept = self.manifest.outcome
        return kept if kept is not None and kept.made_of == self._made_of else None

    def _open_lists(self) -> None:
        """Open the lists that are kept, unless they were read in this run."""
        kept = self._unopened_lists
        if kept is not None:
            open_kept_lists(self._session, self._folder, kept, self._person)
