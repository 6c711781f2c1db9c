"""What person tests find: in new parts everywhere, in others only where what they ask has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..engine.duckdb_session import DuckSession
from ..engine.hits import Feed, concern, find_hits, keep_candidates
from ..engine.local_days import day_of
from ..engine.needs import Lists
from ..reconcile import Stretch
from .ingest import DAYS, ROWS, part_file
from .manifest import KeptOutcome


class Looking(NamedTuple):
    """Where rows are looked for: the parts of each log by its number, and what is kept of them.

    `person` is the expression for a person of a file that is kept. `kept` is what was found with the same
    lists, None if nothing was; its views have been made.
    """

    session: DuckSession
    folder: Path
    lists: Lists
    stretch: Stretch
    parts: Mapping[int, Sequence[int]]
    person: str
    kept: KeptOutcome | None

    @property
    def old(self) -> dict[int, list[int]]:
        """The parts of each log, by its number, at which person tests with the same lists have looked."""
        return {log: found for log, parts in self.parts.items() if (found := self._among(parts, True))}

    @property
    def new(self) -> dict[int, list[int]]:
        """The other parts of each log."""
        return {log: found for log, parts in self.parts.items() if (found := self._among(parts, False))}

    def _among(self, parts: Sequence[int], looked: bool) -> list[int]:
        known = set(self.kept.parts) if self.kept else set[int]()
        return [part for part in parts if (part in known) is looked]

    @property
    def all_kept_is_there(self) -> bool:
        """Whether all parts that were looked at are still compared."""
        every = {part for parts in self.parts.values() for part in parts}
        return self.kept is not None and set(self.kept.parts) <= every

    def rows(self, log: int, age: str) -> str:
        """Return the name of the view of the old or new rows of a log."""
        return f"rows_{log}_{age}"


def open_rows(looking: Looking) -> None:
    """Make the views of old and new rows, and old_days (k, day, observations) of the old parts."""
    session, days = looking.session, [*looking.old.values()]
    for age, parts_of in (("old", looking.old), ("new", looking.new)):
        for log, parts in parts_of.items():
            name = looking.rows(log, age)
            session.scan(f"{name}_file", [part_file(looking.folder, ROWS, part) for part in parts])
            session.view(name, f"select k, us, {looking.person} as person, id from {name}_file")
    if days:
        session.scan("old_days", [part_file(looking.folder, DAYS, part) for of in days for part in of])


def compare_needs(looking: Looking) -> bool:
    """Make the tables signature (k, signature) and changed (k): what patterns need, and whose needs are new.

    Returns whether there are any of the latter among patterns that have been looked at.
    """
    session = looking.session
    session.make(
        "signature",
        "select k, case when min(said) = max(said) then min(said) "
        "else string_agg(concat(first_day, ':', said), ' ' order by first_day) end as signature from ("
        "select p.k, t.first_day, coalesce(n.signature, '') as said from pattern p "
        "join judged j on j.m = p.m join span t on t.span = j.span "
        "left join deed_of d on d.m = j.m and d.span = j.span left join need n on n.deed = d.deed) known "
        "group by k",
    )
    if looking.kept is None:
        session.make("changed", "select k from signature where false")
        return False
    session.make(
        "changed",
        "select s.k from signature s join kept_needs n on n.k = s.k where n.signature <> s.signature",
    )
    return bool(session.rows("select 1 from changed limit 1"))


def found_beside(looking: Looking, *, changed: bool) -> None:
    """Make the views hit_changed and hit_new: what is found beside the rows that are kept.

    hit_changed is what person tests find in old rows of patterns whose needs have `changed`, hit_new all that
    new rows earn. Only one of the two has rows: where there are new ones, no needs may have changed.
    """
    session = looking.session
    if looking.new:
        _find(looking, [Feed(looking.rows(log, "new")) for log in looking.new])
    elif changed:
        session.make(
            "facing_changed",
            "select f.* replace (false as flagged) from facing f semi join changed c on c.k = f.k",
        )
        _find(looking, [Feed(looking.rows(log, "old"), "facing_changed") for log in looking.old])
    else:
        numbers = ", ".join(f"0 as {column}" for column in ("verdict", "m", "span", "day"))
        nothing = (f"select *, {numbers} from {looking.rows(log, 'old')} where false" for log in looking.old)
        session.view("hit_now", " union all ".join(nothing))
    session.view("hit_changed", f"select * from hit_now where {not looking.new}")
    session.view("hit_new", f"select * from hit_now where {bool(looking.new)}")


def all_found(looking: Looking) -> None:
    """Make the view hit: all rows that contradict, those that are kept included.

    Patterns whose needs are the same are followed into old parts only if the map contradicts them: what
    person tests have found there is kept.
    """
    session = looking.session
    same = "c.k is null"
    session.make(
        "facing_old",
        f"select f.k, f.span, f.m, f.flagged, case when {same} then -1 else f.rule end as rule, f.list, "
        f"case when {same} then -1 else f.consent end as consent, "
        f"case when {same} then -1 else f.request end as request, f.class, "
        f"f.barred and not ({same}) as barred from facing f left join changed c on c.k = f.k "
        "where f.flagged or c.k is not null",
    )
    feeds = [Feed(looking.rows(log, "old"), "facing_old") for log in looking.old]
    _find(looking, feeds + [Feed(looking.rows(log, "new")) for log in looking.new])
    if looking.kept is None:
        session.view("hit", "select * from hit_now")
        return
    day = day_of(session.dialect, "f.us", looking.stretch.shifts)
    session.view(
        "hit",
        "select * from hit_now union all select f.verdict, f.k, f.id, f.us, "
        f"{looking.stretch.spans.column('f.day')} as span, f.person, f.m, f.day from ("
        f"select f.verdict, f.k, f.id, f.us, {looking.person} as person, p.m, {day} as day "
        "from kept_found f anti join changed c on c.k = f.k join pattern p on p.k = f.k) f",
    )


def _find(looking: Looking, feeds: Sequence[Feed]) -> None:
    concern(looking.session)
    keep_candidates(looking.session, feeds, *looking.stretch)
    find_hits(looking.session, looking.lists, looking.stretch.shifts)
