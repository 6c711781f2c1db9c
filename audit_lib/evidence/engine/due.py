"""Whose retention period is over, and what became of the data by the log of deletions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ...law.periods import LONDON
from ...model.data_map import DataMap
from ...model.finding import Skipped
from ...model.reconciliation import DueDeletion, LateDeletion
from .figures import late_deletions
from .local_days import instant, midnight, number
from .session import Session


class Deleted(NamedTuple):
    """Deletions after the end of retention, and how many that is of those that were due."""

    late: tuple[LateDeletion, ...] = ()
    due: tuple[DueDeletion, ...] = ()


def untold(data_map: DataMap, started: Sequence[str]) -> Iterator[Skipped]:
    """Yield the rules of retention that deletions are not held against, and why.

    >>> from ...graph.example import example_map
    >>> list(untold(example_map(), ["keep"]))
    []
    """
    why = "It holds for single activities, and a log of deletions names none."
    for rule in data_map.retention:
        if rule.id in started and rule.activities:
            yield Skipped(what=f"deletions under {rule.id}", why=why)


class _Outcome(NamedTuple):
    """How many people a holder deleted a category of in time and late, and the longest delay in days."""

    in_time: int = 0
    late: int = 0
    longest: int | None = None


def deleted(
    session: Session, data_map: DataMap, started: Sequence[str], as_of: dt.date, prefix: str = ""
) -> Deleted:
    """Return what was deleted too late, and what became of all that was due, where deletions are logged.

    Rules that hold for single activities are not among them: a deletion does not name one.

    Parameters
    ----------
    started
        The rules of retention whose start a source records.
    prefix
        Stands before the names of the tables deleted, ended and due, if there are several.
    """
    late = late_deletions(session, data_map, started, prefix)
    logged = session.rows(f"select max(us) from {prefix}deleted")[0][0]
    if logged is None:
        return Deleted(late)
    until = max(midnight(LONDON, number(as_of) + 1), logged)
    due = _due(session, started, until, prefix)
    outcomes = _outcomes(session, until, prefix)
    sources = _sources(session, prefix)
    rules = {data: started[rule] for data, rule in session.rows("select data, rule from deleted_rule")}
    known = [
        DueDeletion(
            rule=rules[data], sender=sender, data=data, sources=of, due=due[rules[data]],
            **outcomes.get((sender, data), _Outcome())._asdict(),
        )
        for (sender, data), of in sources.items()
        if due.get(rules.get(data, ""))
    ]  # fmt: skip
    seen = {one.rule for one in known}
    nothing = [
        DueDeletion(rule=rule, due=due[rule])
        for rule in started
        if rule not in seen and due.get(rule) and not _of_activities(data_map, rule)
    ]
    place = {rule.id: at for at, rule in enumerate(data_map.retention)}
    return Deleted(late, tuple(sorted([*known, *nothing], key=lambda one: place[one.rule])))


def _of_activities(data_map: DataMap, rule: str) -> bool:
    return any(one.id == rule and one.activities for one in data_map.retention)


def _due(session: Session, started: Sequence[str], until: int, prefix: str) -> Mapping[str, int]:
    """Return for how many people the period of each rule is over."""
    rows = session.rows(
        f"select g.rule, count(*) from {prefix}ended e join {prefix}due g "
        f"on g.list = e.list and g.day = e.day where g.us <= {until} group by g.rule"
    )
    return {started[rule]: int(people) for rule, people in rows}


def _outcomes(session: Session, until: int, prefix: str) -> Mapping[tuple[str, str], _Outcome]:
    """Return what became of each category at each holder; whom something late is logged of counts as late."""
    rows = session.rows(
        "select sender, data, due_us, sum(case when last_us < due_us then 1 else 0 end), "
        "sum(case when last_us >= due_us then 1 else 0 end), max(last_us) from ("
        "select d.sender, d.data, d.person, g.us as due_us, max(d.us) as last_us "
        f"from {prefix}deleted d join deleted_rule r on r.data = d.data "
        f"join {prefix}ended e on e.person = d.person "
        f"join {prefix}due g on g.rule = r.rule and g.list = e.list and g.day = e.day "
        f"where g.us <= {until} group by d.sender, d.data, d.person, g.us) one "
        "group by sender, data, due_us"
    )
    found: dict[tuple[str, str], _Outcome] = {}
    for row in rows:
        found[row[0], row[1]] = _with(found.get((row[0], row[1]), _Outcome()), *row[2:])
    return found


def _with(known: _Outcome, due: int, in_time: Any, late: Any, last: int) -> _Outcome:
    """Return an outcome with that of the people whose period was over at one moment."""
    longest = known.longest
    if late:
        longest = max(longest or 0, (_day(last) - _day(due)).days + 1)
    return _Outcome(known.in_time + int(in_time), known.late + int(late), longest)


def _day(us: int) -> dt.date:
    return instant(us).astimezone(LONDON).date()


def _sources(session: Session, prefix: str) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return which logs tell of deletions, by holder and category in the order of the ids."""
    found: dict[tuple[str, str], list[str]] = {}
    query = f"select distinct sender, data, source from {prefix}deleted"
    for sender, data, source in sorted(session.rows(query)):
        found.setdefault((sender, data), []).append(source)
    return {key: tuple(of) for key, of in found.items()}
