"""The rows of a store for a comparison: patterns as they were counted, found rows as they were found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from ...model.data_map import DataMap
from ...model.evidence_source import Evidence
from ...model.reconciliation import LateDeletion, Read, Unresolved
from ...model.verdict import PERSONAL
from ..engine import figures
from ..engine.duckdb_session import DuckSession
from ..engine.hits import Feed, concern, find_hits, keep_candidates
from ..engine.judged import NUMBER
from ..engine.lists import LIST_TABLES, no_lists
from ..engine.local_days import day_of
from ..engine.logs import Log
from ..engine.needs import Lists, scope_of_words
from ..engine.session import Session
from ..reconcile import Direct, Stretch
from .fill import Filled
from .ingest import DAYS, ROWS, part_file, read_patterns
from .manifest import KeptFound, KeptLists, damaged

_FOUND: Final = "found"
_NEEDS: Final = "needs"
#: What is kept of a row that a person test has found.
_ROW: Final = "k, verdict, us, person, id"


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
        self._read_now = set[int]()
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
            self._scan(f"days_{number}", DAYS, kept.parts)
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
            try:
                scopes = tuple(scope_of_words(data_map, words) for words in kept.scopes)
            except (KeyError, ValueError) as error:
                raise damaged(self._folder, "The lists that this store keeps are damaged") from error
            return Lists(scopes, kept.started, kept.consents, kept.requests, kept.list_of)
        told: list[Unresolved] = []
        lists = self._taken.lists(session, data_map, logs, told)
        unresolved.extend(told)
        self.skipped = self._taken.skipped
        if self._made_of is not None:
            self._keep_lists(lists, told)
        return lists

    def _keep_lists(self, lists: Lists, told: Sequence[Unresolved]) -> None:
        number = self.manifest.last + 1
        for table in LIST_TABLES:
            self._session.copy(f"select * from {table}", part_file(self._folder, table, number))
        kept = KeptLists(
            number=number,
            made_of=str(self._made_of),
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
        self._read_now.add(number)
        self.manifest = self.manifest.model_copy(update={"last": number, "lists": kept})

    def hits(self, session: Session, logs: Sequence[Log], lists: Lists, stretch: Stretch) -> None:
        """Find the rows that contradict: in new parts all, in others those of patterns that have changed."""
        looked = self._looked_at()
        changed = self._compare_needs(looked)
        feeds = []
        for log in logs:
            parts = self.manifest.logs[log.source.id].parts
            old = [part for part in parts if part in looked]
            new = [part for part in parts if part not in looked]
            if old:
                feeds.append(self._feed(log, "old", old, "facing_old"))
            if new:
                feeds.append(self._feed(log, "new", new, "facing"))
        if changed or any(feed.facing == "facing" for feed in feeds):
            self._open_kept_lists()
        else:
            no_lists(session, people_are_text=self._text)
        concern(session)
        keep_candidates(session, feeds, *stretch)
        find_hits(session, lists, stretch.shifts)
        self._add_found(stretch, looked)
        if changed or set(self._parts(logs)) != set(looked):
            self._keep_found(self._parts(logs))

    def late(self, session: Session, data_map: DataMap, lists: Lists) -> tuple[LateDeletion, ...]:
        """Return the deletions that came too late, from the lists that are kept."""
        kept = self._kept_lists
        if kept is None or kept.number in self._read_now:
            return figures.late_deletions(session, data_map, lists.started)
        for table in ("deleted", "ended", "due"):
            self._session.scan(f"kept_{table}", [part_file(self._folder, table, kept.number)])
        return figures.late_deletions(session, data_map, lists.started, "kept_")

    def _parts(self, logs: Sequence[Log]) -> tuple[int, ...]:
        return tuple(part for log in logs for part in self.manifest.logs[log.source.id].parts)

    def _feed(self, log: Log, age: str, parts: Sequence[int], facing: str) -> Feed:
        name = f"rows_{log.number}_{age}"
        self._scan(f"{name}_file", ROWS, parts)
        self._session.view(name, f"select k, us, {self._person} as person, id from {name}_file")
        return Feed(log.number, name, facing)

    def _looked_at(self) -> tuple[int, ...]:
        """Return the parts over which person tests have been run with the lists as they are now."""
        found = self.manifest.found
        return found.parts if found is not None and found.made_of == self._made_of else ()

    def _compare_needs(self, looked: Sequence[int]) -> bool:
        """Make the tables signature, changed and facing_old; return whether the needs of any have changed.

        Patterns whose needs are the same are followed into old parts only if the map contradicts them: what
        person tests have found there is kept.
        """
        run = self._session.make
        run(
            "signature",
            "select k, case when min(said) = max(said) then min(said) "
            "else string_agg(concat(first_day, ':', said), ' ' order by first_day) end as signature from ("
            "select p.k, t.first_day, coalesce(n.signature, '') as said from pattern p "
            "join judged j on j.m = p.m join span t on t.span = j.span "
            "left join deed_of d on d.m = j.m and d.span = j.span left join need n on n.deed = d.deed) known "
            "group by k",
        )
        if not looked:
            run("changed", "select k from signature where false")
            return False
        self._session.scan("kept_needs", [self._kept_file(_NEEDS)])
        run(
            "changed",
            "select s.k from signature s join kept_needs n on n.k = s.k where n.signature <> s.signature",
        )
        same = "c.k is null"
        run(
            "facing_old",
            f"select f.k, f.span, f.m, f.flagged, case when {same} then -1 else f.rule end as rule, f.list, "
            f"case when {same} then -1 else f.consent end as consent, "
            f"case when {same} then -1 else f.request end as request, f.class, "
            f"f.barred and not ({same}) as barred from facing f left join changed c on c.k = f.k "
            "where f.flagged or c.k is not null",
        )
        return bool(self._session.rows("select 1 from changed limit 1"))

    def _kept_file(self, what: str) -> Path:
        number = self.manifest.found.number if self.manifest.found else 0
        return part_file(self._folder, what, number)

    def _open_kept_lists(self) -> None:
        """Make views of the lists that are kept, unless they were read in this run."""
        kept = self._kept_lists
        if kept is not None and kept.number not in self._read_now:
            for table in LIST_TABLES:
                columns = self._session.scan(f"kept_{table}", [part_file(self._folder, table, kept.number)])
                person = f" replace ({self._person} as person)" if "person" in columns else ""
                self._session.view(table, f"select *{person} from kept_{table}")

    def _add_found(self, stretch: Stretch, looked: Sequence[int]) -> None:
        """Add to the table hit what person tests found in old parts and need not look for again."""
        if not looked:
            self._session.view("hit", "select * from hit_now")
            return
        self._session.scan("kept_found", [self._kept_file(_FOUND)])
        day = day_of(self._session.dialect, "f.us", stretch.shifts)
        cast = "string" if self._text else "bigint"
        self._session.view(
            "hit",
            "select * from hit_now union all select f.verdict, f.source, f.k, f.id, f.us, "
            f"{stretch.spans.column('f.day')} as span, f.person, f.m, f.day from ("
            f"select f.verdict, p.source, f.k, f.id, f.us, try_cast(f.person as {cast}) as "
            f"person, p.m, {day} as day "
            "from kept_found f anti join changed c on c.k = f.k join pattern p on p.k = f.k) f",
        )

    def _keep_found(self, parts: tuple[int, ...]) -> None:
        if self._made_of is None:
            return
        number = self.manifest.last + 1
        listed = ", ".join(sorted(str(NUMBER[verdict]) for verdict in PERSONAL))
        self._session.copy(
            f"select {_ROW} from hit where verdict in ({listed}) order by k",
            part_file(self._folder, _FOUND, number),
        )
        self._session.copy("select * from signature order by k", part_file(self._folder, _NEEDS, number))
        found = KeptFound(number=number, parts=parts, made_of=self._made_of)
        self.manifest = self.manifest.model_copy(update={"last": number, "found": found})
