"""After an edit of the map or a new file only what these change is counted, all else is as it was kept.

Groups and totals are known again by their signatures; the rows of the others are fetched. To those that are
known, new rows are added. Of verdicts, months and all together, what has come and what has gone is added to
the figures that are kept. How many *different* people that makes is told by how often each of those whom it
touches was touched before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from ..engine.counts import count_groups, earn
from ..engine.duckdb_session import DuckSession
from ..engine.local_days import Shift, Spans, day_of
from ..engine.logs import Log
from .signatures import BY_MAP, BY_PERSON, cells_of, sign, sign_figures

#: By what each of these tables tells figures apart, and where its figures stand among those that are kept.
_LEVELS: Final = {
    "by_all": ((), "verdict is null"),
    "by_verdict": (("verdict",), "verdict is not null and month is null"),
    "by_month": (("verdict", "month"), "month is not null"),
}


class Edited(NamedTuple):
    """What is compared now, set against an outcome that is kept, of which `open_outcome` has made the views.

    `old` are the views of the rows that were there then. `shifts` and `spans` are how far the
    zone of the logs is ahead of UTC, and between which days no flow begins or ends; `before` is the same as
    it was then. `person` is the expression for a person of a file that is kept.
    """

    session: DuckSession
    logs: Sequence[Log]
    old: Sequence[str]
    shifts: Sequence[Shift]
    spans: Spans
    before: Spans
    person: str

    @property
    def both(self) -> Spans:
        """The stretches within which no flow begins or ends, neither now nor before."""
        return Spans(tuple(sorted({*self.before.starts, *self.spans.starts})))

    def day(self, column: str) -> str:
        """Return the expression for the local day of a moment."""
        return day_of(self.session.dialect, column, self.shifts)

    @property
    def kept_found(self) -> str:
        """The query for the rows that person tests have found and that need not be looked for again."""
        return (
            f"select f.verdict, f.k, f.id, f.us, {self.day('f.us')} as day, "
            f"{self.person} as person, p.m from kept_found f anti join changed c on c.k = f.k "
            "join pattern p on p.k = f.k"
        )


def compare_outcomes(edited: Edited) -> bool:
    """Find what has to be counted again; say whether that is less than to count everything.

    hit_changed must hold what person tests find in old rows of the patterns of changed, and hit_new what new
    rows earn.
    """
    session = edited.session
    now = cells_of("hit_changed")
    session.make("cells", f"select c.* from kept_cells c anti join changed n on n.k = c.k union all {now}")
    sign(session, edited.spans, "old_days")
    session.make("met", "select verdict, m, span from signed union select verdict, m, span from hit_new")
    earn(session, edited.logs)
    sign_figures(session)
    _settle(session)
    _shift(edited)
    session.make(
        "again",
        f"select p.k from unsettled u join pattern p on p.m = u.m where u.verdict in ({BY_MAP}) "
        "union select k from shifted",
    )
    more, everything = session.rows(
        "select coalesce(sum(n) filter (k in (select k from again union select k from changed)), 0) + "
        "(select sum(observations) from days) - sum(n), "
        "coalesce(sum(n) filter (k in (select p.k from pattern p join verdict v on v.m = p.m "
        f"where v.verdict in ({BY_MAP}))), 0) from indexed"
    )[0]
    return bool(more <= everything)


def _settle(session: DuckSession) -> None:
    """Make the tables unsettled (verdict, m, span, grp, tot), and known_grp and known_tot of all others.

    A total with its groups is unsettled if the signature of any of these is none that is kept.
    """
    for key in ("grp", "tot"):
        session.make(
            f"unknown_{key}",
            f"select s.{key} from sign_{key} s anti join kept_figures f on f.signature = s.signature",
        )
    session.make(
        "unsettled",
        "select verdict, m, span, grp, tot from earned where tot in (select tot from unknown_tot union "
        "select e.tot from earned e semi join unknown_grp u on u.grp = e.grp)",
    )
    for key in ("grp", "tot"):
        session.make(
            f"known_{key}",
            f"select s.{key}, f.* exclude (signature) from sign_{key} s "
            f"join kept_figures f on f.signature = s.signature anti join unsettled u on u.{key} = s.{key}",
        )


def _shift(edited: Edited) -> None:
    """Make the table shifted (verdict, k, stretch, sign): what has come to contradict the map, or gone."""
    both = edited.both
    firsts = [min(both.starts, default=0) - 1, *both.starts]
    rows = [(at, edited.before.of(day), edited.spans.of(day)) for at, day in enumerate(firsts)]
    edited.session.table("stretch", {"stretch": "int", "before": "int", "now": "int"}, rows)
    edited.session.make(
        "shifted",
        "select verdict, k, stretch, sum(sign) as sign from ("
        "select f.verdict, f.k, s.stretch, -1 as sign from kept_flagged f "
        "join stretch s on s.before = f.span union all "
        "select v.verdict, p.k, s.stretch, 1 from verdict v join pattern p on p.m = v.m "
        f"join stretch s on s.now = v.span where v.verdict in ({BY_MAP})) moved "
        "group by verdict, k, stretch having sum(sign) <> 0",
    )


def count_difference(edited: Edited) -> None:
    """Make the tables of `counts` out of what is kept and what `compare_outcomes` has found."""
    session = edited.session
    of_logs = " union all ".join(
        f"select e.k, e.us, e.person, e.id from {view} e semi join again a on a.k = e.k"
        for view in edited.old
    )
    session.make("row_again", f"select *, {edited.day('us')} as day from ({of_logs}) picked")
    _count_groups(edited)
    _move(edited)
    for table, (keys, kept) in _LEVELS.items():
        session.make(table, _moved_figures(keys, kept))


def _count_groups(edited: Edited) -> None:
    """Make the tables by_grp and by_tot: what is known, what has to be added to it, and all of the others."""
    session, span = edited.session, edited.spans.column
    session.view(
        "hit",
        "select u.verdict, r.k, r.id, r.us, r.day, u.span, r.person, u.m from row_again r "
        f"join pattern p on p.k = r.k join unsettled u on u.m = p.m and u.span = {span('r.day')} "
        f"where u.verdict in ({BY_MAP}) union all "
        "select u.verdict, f.k, f.id, f.us, f.day, u.span, f.person, u.m from ("
        f"{edited.kept_found} union all "
        "select verdict, k, id, us, day, person, m from hit_changed) f "
        f"join unsettled u on u.verdict = f.verdict and u.m = f.m and u.span = {span('f.day')} "
        f"where u.verdict in ({BY_PERSON}) union all "
        "select verdict, k, id, us, day, span, person, m from hit_new",
    )
    count_groups(session, "again")
    _meet(edited)
    for key in ("grp", "tot"):
        session.make(
            f"by_{key}",
            f"select coalesce(n.{key}, a.{key}) as {key}, "
            "coalesce(n.observations, 0) + coalesce(a.observations, 0) as observations, "
            "coalesce(n.people, 0) + coalesce(a.people, 0) - coalesce(b.people, 0) as people, "
            "least(n.first_us, a.first_us) as first_us, greatest(n.last_us, a.last_us) as last_us, "
            "list_slice(list_sort(list_concat(n.examples, a.examples)), 1, 3) as examples "
            f"from known_{key} n full join again_{key} a on a.{key} = n.{key} "
            f"left join both_{key} b on b.{key} = n.{key}",
        )


def _meet(edited: Edited) -> None:
    """Make the tables both_grp and both_tot: how many people of new rows were in a group or total already."""
    session, span = edited.session, edited.spans.column
    earned = "e.verdict = h.verdict and e.m = h.m and e.span ="
    session.make(
        "new_pair",
        f"select distinct e.grp, e.tot, h.person from hit_new h join earned e on {earned} h.span "
        "anti join unsettled u on u.tot = e.tot where h.person is not null",
    )
    session.make(
        "meeting",
        "select distinct p.k from earned e join pattern p on p.m = e.m semi join new_pair n on n.tot = e.tot "
        f"where e.verdict in ({BY_MAP})",
    )
    session.make(
        "met_again",
        "select e.grp, e.tot, r.person from ("
        f"select k, day, {edited.person} as person from kept_contrary union all "
        "select k, day, person from row_again) r semi join meeting g on g.k = r.k "
        "semi join new_pair n on n.person = r.person join pattern p on p.k = r.k "
        f"join earned e on e.m = p.m and e.span = {span('r.day')} where e.verdict in ({BY_MAP}) union "
        f"select e.grp, e.tot, h.person from ({edited.kept_found}) h "
        f"join earned e on {earned} {span('h.day')} semi join new_pair n on n.person = h.person",
    )
    for key in ("grp", "tot"):
        session.make(
            f"both_{key}",
            f"select m.{key}, count(distinct m.person) as people from met_again m "
            f"semi join new_pair n on n.{key} = m.{key} and n.person = m.person group by m.{key}",
        )


def _move(edited: Edited) -> None:
    """Make the tables moved and touched: how often who has come under a verdict, and was before.

    moved (verdict, month, person, d); touched (verdict, month, person, n, d) for the people of moved alone.
    """
    session = edited.session
    session.make(
        "moved",
        "select x.verdict, t.month, x.person, sum(x.sign) as d from ("
        "select s.verdict, r.day, r.person, s.sign from row_again r "
        f"join shifted s on s.k = r.k and s.stretch = {edited.both.column('r.day')} union all "
        f"select f.verdict, {edited.day('f.us')}, {edited.person}, -1 from kept_found f "
        "semi join changed c on c.k = f.k union all "
        "select verdict, day, person, 1 from hit_changed union all "
        "select verdict, day, person, 1 from hit_new) x "
        "join month t on t.day = x.day group by x.verdict, t.month, x.person having sum(x.sign) <> 0",
    )
    session.make(
        "touched",
        "select verdict, month, person, sum(n) as n, sum(d) as d from ("
        "select f.verdict, f.month, f.person, f.n, 0 as d from "
        f"(select verdict, month, {edited.person} as person, n from kept_touched f) f "
        "semi join moved v on v.person = f.person union all "
        "select verdict, month, person, 0, d from moved where person is not null) both_of_them "
        "group by verdict, month, person",
    )


def _moved_figures(keys: Sequence[str], kept: str) -> str:
    """Return the query for the figures of a level: those that are kept, and what has moved.

    People who come are those who were not touched at this level before; who go, those who no longer are.
    """
    by = "".join(f"{key}, " for key in keys)
    grouped = f"group by {', '.join(keys)}" if keys else ""
    there = "having sum(observations) > 0" if keys else ""
    change = "count(*) filter (n + d > 0) - count(*) filter (n > 0)"
    people = f"select {by}person, sum(n) as n, sum(d) as d from touched group by {by}person"
    figures = "cast(sum(observations) as bigint) as observations, cast(sum(people) as bigint) as people"
    return (
        f"select {by}{figures} from ("
        f"select {by}observations, people from kept_counted where {kept} union all "
        f"select {by}d, 0 from moved union all "
        f"select {by}0, {change} from ({people}) known {grouped}) parts {grouped} {there}"
    )
