"""The rows that contradict the map or what a person was promised, found in one pass over the logs.

The pass keeps the few rows that can be meant: those of patterns that the map does not cover, those that need
a consent or a request, and those of people who are on a list, from the moment on which they are. Everything
else is settled by patterns and never looked at row by row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from ...model.verdict import PERSONAL, Verdict
from .judged import NUMBER
from .local_days import Shift, Spans, day_of
from .needs import Lists
from .session import Session

#: The verdicts that follow from the map and are followed to their rows: all but covered and unresolved.
CONTRADICTING: Final = tuple(
    NUMBER[verdict] for verdict in Verdict if verdict.is_violation and verdict not in PERSONAL
)


def watch(session: Session) -> None:
    """Make the table of patterns that are followed to their rows: facing (k, span, m, flagged, needs)."""
    listed = ", ".join(map(str, CONTRADICTING))
    session.make(
        "facing",
        "select p.k, j.span, j.m, f.m is not null as flagged, coalesce(n.rule, -1) as rule, "
        "coalesce(n.list, -1) as list, coalesce(n.consent, -1) as consent, "
        "coalesce(n.request, -1) as request, coalesce(n.class, 0) as class, "
        "coalesce(n.barred, false) as barred from pattern p join judged j on j.m = p.m "
        f"left join (select distinct m, span from verdict where verdict in ({listed})) f "
        "on f.m = j.m and f.span = j.span left join deed_of d on d.m = j.m and d.span = j.span "
        "left join need n on n.deed = d.deed where f.m is not null or n.rule >= 0 or n.consent >= 0 "
        "or n.request >= 0 or n.barred",
    )


def concern(session: Session) -> None:
    """Make the table of people on lists with the first moment on which something is barred (person, us)."""
    session.make("concerned", "select person, min(since_us) as us from bar group by person")


class Feed(NamedTuple):
    """A view of rows (id, us, person, k) of a log, and the table of those of its patterns to follow."""

    view: str
    facing: str = "facing"


def keep_candidates(session: Session, feeds: Sequence[Feed], shifts: Sequence[Shift], spans: Spans) -> None:
    """Make the table candidate: the rows of all feeds that can be meant, each with what it needs."""
    day = day_of(session.dialect, "e.us", shifts)
    same_span = f" and f.span = {spans.column(day)}" if spans.starts else ""
    # Numbers as short as they can be: what does not fit into memory is written to disk and read again.
    needs = (
        "cast(f.consent as int) as consent, cast(f.request as int) as request, cast(f.class as int) as class"
    )
    parts = [
        f"select e.k, e.id, e.us, e.person, cast(f.m as int) as m, "
        f"cast(f.span as int) as span, f.flagged, {needs}, coalesce(e.us >= d.us, false) as late, "
        f"coalesce(f.barred and e.us >= c.us, false) as barred from {feed.view} e "
        f"join {feed.facing} f on f.k = e.k{same_span} left join concerned c on c.person = e.person "
        "left join ended x on x.person = e.person and x.list = f.list "
        "left join due d on d.rule = f.rule and d.day = x.day where f.flagged or e.us >= d.us "
        "or ((f.consent >= 0 or f.request >= 0) and e.person is not null) or (f.barred and e.us >= c.us)"
        for feed in feeds
    ]
    session.make("candidate", " union all ".join(parts))


def find_hits(session: Session, lists: Lists, shifts: Sequence[Shift]) -> None:
    """Make the view hit_now: verdict, and the row that earns it (k, id, us, day, span, person, m).

    The table candidate is given up.
    """
    row = "c.k, c.id, c.us, c.span, c.person, c.m"
    listed = ", ".join(map(str, CONTRADICTING))
    day = day_of(session.dialect, "us", shifts)
    parts = [
        f"select v.verdict, {row} from candidate c join verdict v on v.m = c.m and v.span = c.span "
        f"where c.flagged and v.verdict in ({listed})",
        f"select {NUMBER[Verdict.NO_CONSENT]} as verdict, {row} from "
        "(select * from candidate where consent >= 0 and person is not null) c anti join "
        "(select p.* from permit p semi join "
        "(select distinct person, consent from candidate where consent >= 0) k "
        "on k.person = p.person and k.consent = p.topic) g "
        "on g.person = c.person and g.topic = c.consent and c.us >= g.since_us and c.us < g.until_us",
        f"select {NUMBER[Verdict.NO_REQUEST]} as verdict, {row} from "
        f"(select *, {day} as day from candidate where request >= 0 and person is not null) c "
        "anti join request g on g.person = c.person and g.topic = c.request and c.day >= g.day",
        f"select {NUMBER[Verdict.AFTER_RETENTION]} as verdict, {row} from candidate c where late",
    ]
    parts += [
        f"select {verdict} as verdict, {row} from (select * from candidate where barred) c semi join "
        "(select b.person, b.since_us, b.until_us, f.class "
        "from (select distinct person, class from candidate where barred) k "
        "join bar b on b.person = k.person join forbidden f on f.scope = b.scope and f.class = k.class "
        f"join scope s on s.scope = b.scope and s.verdict = {verdict}) g "
        "on g.person = c.person and g.class = c.class and c.us >= g.since_us and c.us < g.until_us"
        for verdict in sorted({NUMBER[scope.verdict] for scope in lists.scopes})
    ]
    # One after the other: each test then has all the memory to itself.
    for at, part in enumerate(parts):
        session.make(f"hit_{at}", f"select *, cast({day} as int) as day from ({part}) found")
    session.drop("candidate")
    every = " union all ".join(f"select * from hit_{at}" for at in range(len(parts)))
    session.view("hit_now", every)
