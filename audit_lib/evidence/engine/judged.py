"""Each meaning set against the flows of the map: which flow comes nearest, and what differs.

A score orders the candidates: the number of mismatches first, then which they are, then whether the flow
covers the observation in general only, then its place in the map. The smallest wins, and holds the answer.
"""

from __future__ import annotations

from typing import Final

from ...model.verdict import Verdict
from ..covering import Mismatch
from .dialect import Dialect
from .local_days import Spans
from .session import Session

#: How many flows a map may have, so that a score can hold the place of one.
MOST_FLOWS: Final = 1 << 24

#: Every verdict by its number in the engine's tables: its place in the order of `Verdict`.
NUMBER: Final = {verdict: at for at, verdict in enumerate(Verdict)}

_DIFFERS: Final = {
    Mismatch.PURPOSE: (
        "(m.purpose <> '' and m.purpose <> f.purpose) or (m.activity <> '' and m.activity <> f.activity)"
    ),
    Mismatch.ROLE: "m.role <> '' and f.role <> '' and m.role <> f.role",
    Mismatch.BASIS: "m.basis <> '' and not f.any_basis and b.flow is null",
    Mismatch.COUNTRY: "m.country <> '' and not f.any_country and c.flow is null",
    Mismatch.TIME: "t.first_day < f.since or t.last_day > f.until",
}
_VERDICTS: Final = {
    Mismatch.ROLE: Verdict.ROLE_DIFFERS,
    Mismatch.BASIS: Verdict.BASIS_DIFFERS,
    Mismatch.COUNTRY: Verdict.UNDECLARED_COUNTRY,
    Mismatch.TIME: Verdict.OUTSIDE_TIME,
}
_GENERAL: Final = (
    "s.general or r.general or d.general or (m.country <> '' and f.any_country and c.flow is null)"
)


def judge(session: Session, known: Spans) -> None:
    """Make the tables judged (m, span, flow or -1, differs) and verdict (m, span, verdict)."""
    session.make(
        "dealt",
        "select m, span, sum(observations) as observations, min(first_us) as first_us, "
        "max(last_us) as last_us "
        f"from (select p.m, {known.column('d.day')} as span, d.observations, d.first_us, d.last_us "
        "from days d join pattern p on p.k = d.k) dated group by m, span",
    )
    session.make("judged", _judged(session.dialect))
    session.make("verdict", _verdict())


def _judged(dialect: Dialect) -> str:
    """Return the query for the nearest flow of each meaning in each stretch of days."""
    marks = {one: f"case when {differs} then 1 else 0 end" for one, differs in _DIFFERS.items()}
    count = " + ".join(marks.values())
    mask = " + ".join(f"{int(one)} * {mark}" for one, mark in marks.items())
    general = f"case when {_GENERAL} then 1 else 0 end"
    score = f"((cast({count} as bigint) * 32 + {mask}) * 2 + {general}) * {MOST_FLOWS} + f.flow"
    nearest = (
        f"select m.m, t.span, min({score}) as score from dealt x join meaning m on m.m = x.m "
        "join span t on t.span = x.span "
        "join flow_recipient r on r.id = m.recipient join flow_data d on d.flow = r.flow and d.id = m.data "
        "join flow_sender s on s.flow = r.flow and s.id = m.sender join flow f on f.flow = r.flow "
        "left join flow_basis b on b.flow = r.flow and b.id = m.basis "
        "left join flow_country c on c.flow = r.flow and c.id = m.country group by m.m, t.span"
    )
    above = dialect.divide("score", str(MOST_FLOWS))
    return (
        f"select x.m, x.span, coalesce(n.score % {MOST_FLOWS}, -1) as flow, "
        f"coalesce({dialect.divide(above, '2')} % 32, 0) as differs, coalesce({above} % 2, 0) as general, "
        f"x.observations, x.first_us, x.last_us from dealt x "
        f"left join ({nearest}) n on n.m = x.m and n.span = x.span"
    )


def _verdict() -> str:
    """Return the query for the verdicts that follow from the map alone."""
    between = (
        "select distinct m.m from meaning m join flow_recipient r on r.id = m.recipient "
        "join flow_sender s on s.flow = r.flow and s.id = m.sender"
    )
    to = (
        "select distinct m.m from meaning m join flow_recipient r on r.id = m.recipient "
        "join flow_data d on d.flow = r.flow and d.id = m.data"
    )
    for_it = (
        f"{between} join flow f on f.flow = r.flow "
        "where (m.purpose = '' or m.purpose = f.purpose) and (m.activity = '' or m.activity = f.activity)"
    )
    none = (
        f"case when b.m is not null then {NUMBER[Verdict.UNDECLARED_CATEGORY]} "
        f"when t.m is not null then {NUMBER[Verdict.UNDECLARED_SENDER]} "
        f"else {NUMBER[Verdict.UNDECLARED_RECIPIENT]} end"
    )
    purpose = (
        f"case when p.m is null then {NUMBER[Verdict.UNDECLARED_PURPOSE]} "
        f"else {NUMBER[Verdict.PURPOSE_DIFFERS]} end"
    )
    covered = (
        f"case when general = 1 then {NUMBER[Verdict.DECLARED_IN_GENERAL]} "
        f"else {NUMBER[Verdict.DECLARED]} end"
    )
    parts = [
        f"select m, span, {NUMBER[Verdict.UNRESOLVED]} as verdict from judged where m = -1",
        f"select m, span, {covered} as verdict from judged where m <> -1 and flow >= 0 and differs = 0",
        f"select j.m, j.span, {none} as verdict from judged j left join ({between}) b on b.m = j.m "
        f"left join ({to}) t on t.m = j.m where j.m <> -1 and j.flow < 0",
        f"select j.m, j.span, {purpose} as verdict from judged j left join ({for_it}) p on p.m = j.m "
        f"where {_has('j.differs', Mismatch.PURPOSE)}",
    ]
    parts += [
        f"select m, span, {NUMBER[verdict]} as verdict from judged where {_has('differs', one)}"
        for one, verdict in _VERDICTS.items()
    ]
    return " union all ".join(parts)


def _has(column: str, one: Mismatch) -> str:
    return f"({column} & {int(one)}) <> 0"
