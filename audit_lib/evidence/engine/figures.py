"""What has been found, as figures: groups, totals of a finding, months, volumes of flows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from ...model.data_map import DataMap
from ...model.reconciliation import Group, LateDeletion, Meaning, Month, Volume
from ...model.verdict import Verdict
from ..grounds import LEVELS
from ..limits import retention_rules
from .judged import NUMBER
from .local_days import date_of, instant
from .logs import FIELDS, Log
from .session import Session

_VERDICT: Final = tuple(Verdict)
_LEVEL_FIELDS: Final = (*FIELDS, "flow")


def count(session: Session, logs: Sequence[Log]) -> None:
    """Make the tables that figures are read from: earned (verdict, m, span, grp, tot) and named_hit."""
    session.table("log", {"source": "int", "name": "text"}, [(log.number, log.source.id) for log in logs])
    levels = ", ".join(f"{_level(field)} as t_{field}" for field in _LEVEL_FIELDS)
    session.make(
        "said_of",
        f"select e.verdict, e.m, e.span, j.flow, {levels} from "
        "(select distinct verdict, m, span from hit) e join judged j on j.m = e.m and j.span = e.span "
        "join meaning m on m.m = e.m left join deed_of x on x.m = e.m and x.span = e.span "
        "left join deed d on d.deed = x.deed",
    )
    level = ", ".join(f"t_{field}" for field in _LEVEL_FIELDS)
    session.make(
        "earned",
        "select *, dense_rank() over (order by verdict, m, flow) as grp, "
        f"dense_rank() over (order by verdict, {level}) as tot from said_of",
    )
    session.make(
        "named_hit",
        "select h.verdict, h.us, h.day, h.person, e.grp, e.tot, concat(l.name, ':', cast(h.id as "
        "string)) as evidence from hit h "
        "join earned e on e.verdict = h.verdict and e.m = h.m and e.span = h.span join log l on "
        "l.source = h.source",
    )


def _level(field: str) -> str:
    """Return the expression for a field at the level of a finding: '' (or -1) for verdicts that merge it."""
    kept = [str(NUMBER[verdict]) for verdict, fields in LEVELS.items() if field in fields]
    nothing = "-1" if field == "flow" else "''"
    column = "j.flow" if field == "flow" else f"m.{field}"
    if field == "purpose":
        column = f"case when e.verdict = {NUMBER[Verdict.NO_CONSENT]} then d.purpose else m.purpose end"
    return f"case when e.verdict in ({', '.join(kept)}) then {column} else {nothing} end" if kept else nothing


def _summary(session: Session, key: str) -> str:
    three = session.dialect.first_three("evidence")
    return (
        f"select {key}, count(*) as observations, count(distinct person) as people, min(us) as first_us, "
        f"max(us) as last_us, {three} as examples from named_hit group by {key}"
    )


def groups(session: Session, data_map: DataMap, logs: Sequence[Log]) -> tuple[Group, ...]:
    """Return the contradictions by what was observed, in the order of verdicts, the most frequent first."""
    fields = ", ".join(f"m.{field}" for field in FIELDS)
    rows = session.rows(
        f"select e.verdict, e.flow, m.source, {fields}, s.observations, s.people, s.first_us, "
        "s.last_us, s.examples "
        f"from ({_summary(session, 'grp')}) s join (select distinct grp, verdict, m, flow from earned) e "
        "on e.grp = s.grp join meaning m on m.m = e.m"
    )
    names = {log.number: log.source.id for log in logs}
    return _sorted(_group(data_map, row[:2], names[row[2]], row[3:]) for row in rows)


def totals(session: Session, data_map: DataMap) -> tuple[Group, ...]:
    """Return the contradictions as findings tell them: merged by verdict and the fields that it is about."""
    fields = ", ".join(f"t_{field}" for field in FIELDS)
    rows = session.rows(
        f"select e.verdict, e.t_flow, {fields}, s.observations, s.people, s.first_us, s.last_us, s.examples "
        f"from ({_summary(session, 'tot')}) s join (select distinct tot, verdict, t_flow, "
        f"{fields} from earned) e "
        "on e.tot = s.tot"
    )
    return _sorted(_group(data_map, row[:2], "", row[2:]) for row in rows)


def _group(data_map: DataMap, what: Sequence[Any], source: str, rest: Sequence[Any]) -> Group:
    verdict, flow = what
    said = {field: value or None for field, value in zip(FIELDS, rest, strict=False)}
    observations, people, first, last, examples = rest[len(FIELDS) :]
    return Group(
        verdict=_VERDICT[verdict],
        meaning=Meaning(source=source, **said),
        flow=data_map.flows[flow].id if flow >= 0 else None,
        observations=observations,
        people=people,
        first=instant(first),
        last=instant(last),
        examples=tuple(examples),
    )


def _sorted(found: Iterator[Group]) -> tuple[Group, ...]:
    def order(group: Group) -> tuple[int, int, str, str]:
        return NUMBER[group.verdict], -group.observations, group.meaning.model_dump_json(), group.flow or ""

    return tuple(sorted(found, key=order))


def months(session: Session) -> tuple[Month, ...]:
    """Return how often each verdict was earned in each calendar month, by the local day.

    People are counted for contradictions alone.
    """
    settled = session.rows(
        "select v.verdict, x.day, sum(x.observations) from (select p.m, d.day, d.observations, j.span "
        "from days d join pattern p on p.k = d.k join judged j on j.m = p.m join span t on t.span = j.span "
        "and d.day >= t.first_day and d.day <= t.last_day) x join verdict v on v.m = x.m and v.span = x.span "
        f"where v.verdict in ({_settled()}) group by v.verdict, x.day"
    )
    counted: dict[tuple[int, str], int] = {}
    for verdict, day, observations in settled:
        month = date_of(day).isoformat()[:7]
        counted[verdict, month] = counted.get((verdict, month), 0) + int(observations)
    found: dict[tuple[int, str], tuple[int, int | None]] = {
        key: (observations, None) for key, observations in counted.items()
    }
    return tuple(
        Month(verdict=_VERDICT[verdict], month=month, observations=observations, people=people)
        for (verdict, month), (observations, people) in sorted({**found, **_months_of_hits(session)}.items())
    )


def _settled() -> str:
    return ", ".join(str(NUMBER[verdict]) for verdict in Verdict if not verdict.is_violation)


def _months_of_hits(session: Session) -> Mapping[tuple[int, str], tuple[int, int | None]]:
    days = [row[0] for row in session.rows("select distinct day from hit")]
    session.table(
        "month", {"day": "int", "month": "text"}, [(day, date_of(day).isoformat()[:7]) for day in days]
    )
    return {
        (verdict, month): (observations, people)
        for verdict, month, observations, people in session.rows(
            "select h.verdict, t.month, count(*), count(distinct h.person) from hit h join month "
            "t on t.day = h.day "
            "group by h.verdict, t.month"
        )
    }


def volumes(session: Session, data_map: DataMap) -> tuple[Volume, ...]:
    """Return how often each flow was observed, in the order of the map: as covering, or as the nearest."""
    rows = session.rows(
        "select flow, sum(observations), max(last_us) from judged where flow >= 0 group by flow order by flow"
    )
    return tuple(
        Volume(flow=data_map.flows[flow].id, observations=int(observations), last=instant(last))
        for flow, observations, last in rows
    )


def settled(session: Session) -> dict[Verdict, int]:
    """Return how many observations earn each verdict, all of them, covered and unresolved ones too."""
    rows = session.rows(
        "select v.verdict, sum(j.observations) from verdict v join judged j on j.m = v.m and j.span = v.span "
        f"where v.verdict in ({_settled()}) group by v.verdict"
    )
    hits = session.rows("select verdict, count(*) from hit group by verdict")
    return {_VERDICT[verdict]: int(count) for verdict, count in sorted([*rows, *hits])}


def people_by_verdict(session: Session) -> dict[Verdict, int]:
    """Return how many different people each contradiction is about."""
    rows = session.rows("select verdict, count(distinct person) from named_hit group by verdict")
    return {_VERDICT[verdict]: int(count) for verdict, count in sorted(rows)}


def people(session: Session) -> int:
    """Return how many different people the contradictions are about."""
    return int(session.rows("select count(distinct person) from hit")[0][0])


def observations(session: Session) -> int:
    """Return how many observations there are."""
    return int(session.rows("select coalesce(sum(observations), 0) from days")[0][0])


def bounds(session: Session, log: Log) -> tuple[int, int | None, int | None]:
    """Return how many observations a log holds, and its first and last moment."""
    rows, first, last = session.rows(
        f"select coalesce(sum(observations), 0), min(first_us), max(last_us) from days_{log.number}"
    )[0]
    return int(rows), first, last


def time_covered(session: Session) -> tuple[int, int]:
    """Return the first and the last moment of all observations."""
    first, last = session.rows("select min(first_us), max(last_us) from days")[0]
    return first, last


def senders(session: Session, logs: Sequence[Log]) -> dict[str, frozenset[str]]:
    """Return which senders each log names, as ids of parties."""
    found: dict[str, set[str]] = {log.source.id: set() for log in logs}
    names = {log.number: log.source.id for log in logs}
    for number, sender in session.rows("select distinct source, sender from meaning where sender <> ''"):
        found[names[number]].add(sender)
    return {source: frozenset(named) for source, named in found.items()}


def late_deletions(
    session: Session,
    data_map: DataMap,
    started: Sequence[str],
    prefix: str = "",
) -> tuple[LateDeletion, ...]:
    """Return deletions after the retention period of what was deleted had ended, by holder and category.

    `prefix` stands before the names of the tables deleted, ended and due, if there are several.
    """
    rule_of = retention_rules(data_map, started)
    place = {name: at for at, name in enumerate(started)}
    gone = [row[0] for row in session.rows(f"select distinct data from {prefix}deleted order by data")]
    rules = [(data, place[rule.id]) for data in gone if (rule := rule_of(data, None))]
    session.table("deleted_rule", {"data": "text", "rule": "int"}, rules)
    three = session.dialect.first_three("evidence")
    rows = session.rows(
        f"select sender, data, count(*), count(distinct person), min(us), max(us), {three} from ("
        "select d.sender, d.data, d.person, d.us, concat(d.source, ':', coalesce(d.id, '?')) as evidence "
        f"from {prefix}deleted d join deleted_rule r on r.data = d.data "
        f"join {prefix}ended e on e.person = d.person "
        f"join {prefix}due g on g.rule = r.rule and g.list = e.list and g.day = e.day where d.us "
        ">= g.us) late "
        "group by sender, data order by sender, data"
    )
    return tuple(
        LateDeletion(
            sender=sender,
            data=data,
            deletions=deletions,
            people=people,
            first=instant(first),
            last=instant(last),
            examples=tuple(examples),
        )
        for sender, data, deletions, people, first, last, examples in rows
    )
