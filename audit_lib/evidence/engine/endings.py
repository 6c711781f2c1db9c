"""When retention periods begin and are over for a person, from the lists of what starts them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...model.noun import Gap
from ..intake import Table
from ..limits import period
from .list_views import Opening, day_column, open_list, union
from .local_days import midnight

ENDED: Final = {"list": "int", "day": "int"}
DUE: Final = {"list": "int", "day": "int", "rule": "int", "us": "int"}


def open_endings(opening: Opening, tables: Sequence[Table]) -> dict[str, int]:
    """Make the tables ended and due: when what starts a period ended for a person, and when periods are over.

    ended (person, list, day) holds the latest end, and nobody who has one that has not come yet; a list
    stands for the sources that start the same periods. due (list, day, rule, us) says for each such day when
    the period of each rule is over. Returns the rules with the list that starts each.
    """
    session = opening.session
    named = {one for table in tables for one in table.source.starts}
    periods = {
        one.id: one.period
        for one in opening.data_map.retention
        if one.id in named and not isinstance(one.period, Gap)
    }
    views = {table.source.id: open_list(opening, table) for table in tables}
    lists: dict[tuple[str, ...], list[int]] = {}
    for rule, name in enumerate(periods):
        of = tuple(views[table.source.id] for table in tables if name in table.source.starts)
        lists.setdefault(of, []).append(rule)
    union(opening, "ended", [_ended(opening, at, of) for at, of in enumerate(lists)], ENDED)
    session.make("start_day", "select distinct list, day from ended")
    durations = list(periods.values())
    after = [
        f"select list, day, {rule} as rule, {_last_day(opening, durations[rule])} as last from start_day "
        f"where list = {at}"
        for at, rules in enumerate(lists.values())
        for rule in rules
    ]
    session.table("no_last_day", {"list": "int", "day": "int", "rule": "int", "last": "int"}, [])
    session.make("last_day", " union all ".join(["select list, day, rule, last from no_last_day", *after]))
    days = [row[0] for row in session.rows("select distinct last from last_day")]
    nights = [(day, midnight(opening.zone, day + 1)) for day in days]
    session.table("night", {"day": "int", "us": "int"}, nights)
    session.make("due", "select l.list, l.day, l.rule, n.us from last_day l join night n on n.day = l.last")
    of_rule = {rule: at for at, rules in enumerate(lists.values()) for rule in rules}
    return {name: of_rule[rule] for rule, name in enumerate(periods)}


def _ended(opening: Opening, number: int, views: Sequence[str]) -> str:
    rows = " union all ".join(
        f"select r.person, {day_column(opening, view, 'r.at_us')} as day, r.at_us from {view} r "
        "where r.person is not null"
        for view in views
    )
    return (
        f"select person, {number} as list, day from (select person, max(day) as day, "
        f"max(case when at_us is null then 1 else 0 end) as goes_on from ({rows}) told group by "
        "person) latest "
        "where goes_on = 0"
    )


def _last_day(opening: Opening, duration: str) -> str:
    years, months, weeks, days = period(duration)
    return opening.session.dialect.later("day", years * 12 + months, weeks * 7 + days)
