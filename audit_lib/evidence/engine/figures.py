"""What has been found, as figures: groups, totals of a finding, months, volumes of flows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from ...model.data_map import DataMap
from ...model.reconciliation import Group, LateDeletion, Meaning, Month, Volume
from ...model.verdict import Verdict
from ..limits import retention_rules
from .judged import NUMBER
from .local_days import instant
from .logs import FIELDS, Log
from .session import Session

_VERDICT: Final = tuple(Verdict)
#: The verdicts that are no contradictions: they follow from patterns, and are never followed to rows.
_SETTLED: Final = ", ".join(str(NUMBER[verdict]) for verdict in Verdict if not verdict.is_violation)


def patterns(session: Session) -> int:
    """Return how many groups there are."""
    return int(session.rows("select count(*) from by_grp")[0][0])


def groups(session: Session, data_map: DataMap) -> tuple[Group, ...]:
    """Return the contradictions by what was observed, in the order of verdicts, the most frequent first."""
    fields = ", ".join(f"m.{field}" for field in FIELDS)
    rows = session.rows(
        f"select e.verdict, s.observations, l.name, {fields}, e.flow, s.people, s.first_us, s.last_us, "
        "s.examples from by_grp s join (select distinct grp, verdict, m, flow from earned) e "
        "on e.grp = s.grp join meaning m on m.m = e.m join log l on l.source = m.source"
    )
    return _groups(data_map, rows)


def totals(session: Session, data_map: DataMap) -> tuple[Group, ...]:
    """Return the contradictions as findings tell them: merged by verdict and the fields that it is about."""
    fields = ", ".join(f"t_{field}" for field in FIELDS)
    rows = session.rows(
        f"select e.verdict, s.observations, '', {fields}, e.t_flow, s.people, s.first_us, s.last_us, "
        f"s.examples from by_tot s join (select distinct tot, verdict, t_flow, {fields} from earned) e "
        "on e.tot = s.tot"
    )
    return _groups(data_map, rows)


def _groups(data_map: DataMap, rows: Sequence[tuple[Any, ...]]) -> tuple[Group, ...]:
    flows = [flow.id for flow in data_map.flows]

    def order(row: tuple[Any, ...]) -> tuple[Any, ...]:
        verdict, observations, source, *said = row[: 4 + len(FIELDS)]
        flow = said.pop()
        return (
            verdict,
            -observations,
            source,
            [(not word, word) for word in said],
            flows[flow] if flow >= 0 else "",
        )

    return tuple(_group(flows, row) for row in sorted(rows, key=order))


def _group(flows: Sequence[str], row: tuple[Any, ...]) -> Group:
    verdict, observations, source, *said = row[: 3 + len(FIELDS)]
    flow, people, first, last, examples = row[3 + len(FIELDS) :]
    words = {field: word or None for field, word in zip(FIELDS, said, strict=True)}
    return Group(
        verdict=_VERDICT[verdict],
        meaning=Meaning(source=source, **words),
        flow=flows[flow] if flow >= 0 else None,
        observations=observations,
        people=people,
        first=instant(first),
        last=instant(last),
        examples=tuple(examples),
    )


def months(session: Session) -> tuple[Month, ...]:
    """Return how often each verdict was earned in each calendar month, by the local day.

    People are counted for contradictions alone.
    """
    settled = session.rows(
        "select v.verdict, t.month, sum(d.observations), cast(null as bigint) from days d "
        "join pattern p on p.k = d.k join month t on t.day = d.day "
        "join span s on d.day >= s.first_day and d.day <= s.last_day "
        f"join verdict v on v.m = p.m and v.span = s.span where v.verdict in ({_SETTLED}) "
        "group by v.verdict, t.month"
    )
    found = session.rows("select verdict, month, observations, people from by_month")
    return tuple(
        Month(
            verdict=_VERDICT[verdict],
            month=f"{month // 100:04}-{month % 100:02}",
            observations=int(observations),
            people=people,
        )
        for verdict, month, observations, people in sorted([*settled, *found], key=lambda row: row[:2])
    )


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
        f"where v.verdict in ({_SETTLED}) group by v.verdict"
    )
    hits = session.rows("select verdict, observations from by_verdict")
    return {_VERDICT[verdict]: int(count) for verdict, count in sorted([*rows, *hits])}


def people_by_verdict(session: Session) -> dict[Verdict, int]:
    """Return how many different people each contradiction is about."""
    rows = session.rows("select verdict, people from by_verdict")
    return {_VERDICT[verdict]: int(count) for verdict, count in sorted(rows)}


def people(session: Session) -> int:
    """Return how many different people the contradictions are about."""
    return int(session.rows("select people from by_all")[0][0])


def bounds(session: Session) -> dict[str, tuple[int, int, int]]:
    """Return how many observations each log holds that has any, with its first and last moment."""
    rows = session.rows(
        "select l.name, sum(d.observations), min(d.first_us), max(d.last_us) from days d "
        "join pattern p on p.k = d.k join log l on l.source = p.source group by l.name "
        "order by min(l.source)"
    )
    return {name: (int(observations), first, last) for name, observations, first, last in rows}


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
