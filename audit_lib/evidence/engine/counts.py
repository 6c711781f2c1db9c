"""How often contradictions were seen, and about how many people: overall, by verdict, by month, by group.

What is counted stands in the table `hit` (verdict, k, id, us, day, span, person, m): each row that
earns a verdict. `met` (verdict, m, span) says which meanings earn which verdict in which stretch of days.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...model.verdict import Verdict
from ..grounds import LEVELS
from .judged import NUMBER
from .local_days import date_of
from .logs import FIELDS, Log
from .session import Session

_LEVEL_FIELDS: Final = (*FIELDS, "flow")


def earn(session: Session, logs: Sequence[Log]) -> None:
    """Make the tables earned, log and month out of met.

    earned (verdict, m, span, flow, grp, tot, t_... the fields of a total) gives what earns a verdict its
    number among groups, which tell observations apart by all that was recorded, and among totals, which
    merge them as findings tell them. month (day, month) holds each day, and its month as a number: 202603.
    """
    session.table("log", {"source": "int", "name": "text"}, [(log.number, log.source.id) for log in logs])
    days = [row[0] for row in session.rows("select distinct day from days")]
    session.table(
        "month", {"day": "int", "month": "int"}, [(day, int(f"{date_of(day):%Y%m}")) for day in days]
    )
    levels = ", ".join(f"{_level(field)} as t_{field}" for field in _LEVEL_FIELDS)
    session.make(
        "said_of",
        f"select e.verdict, e.m, e.span, j.flow, {levels} from met e "
        "join judged j on j.m = e.m and j.span = e.span join meaning m on m.m = e.m "
        "left join deed_of x on x.m = e.m and x.span = e.span left join deed d on d.deed = x.deed",
    )
    fields = [f"t_{field}" for field in _LEVEL_FIELDS]
    _number(session, "grp", "verdict", "m", "flow")
    _number(session, "tot", "verdict", *fields)
    session.make(
        "earned",
        "select s.*, g.grp, t.tot from said_of s "
        "join grp_of g on g.verdict = s.verdict and g.m = s.m and g.flow = s.flow "
        f"join tot_of t on t.verdict = s.verdict and {' and '.join(f't.{one} = s.{one}' for one in fields)}",
    )


def _number(session: Session, name: str, *columns: str) -> None:
    """Make a table that numbers what differs in some columns: a narrow one, since ordering needs memory."""
    key = ", ".join(columns)
    session.make(
        f"{name}_of",
        f"select row_number() over (order by {key}) as {name}, * from (select distinct {key} from said_of) s",
    )


def _level(field: str) -> str:
    """Return the expression for a field at the level of a finding: '' (or -1) for verdicts that merge it."""
    kept = [str(NUMBER[verdict]) for verdict, fields in LEVELS.items() if field in fields]
    nothing = "-1" if field == "flow" else "''"
    column = "j.flow" if field == "flow" else f"m.{field}"
    if field == "purpose":
        asked = f"e.verdict = {NUMBER[Verdict.NO_CONSENT]}"
        column = f"case when {asked} then coalesce(d.purpose, '') else m.purpose end"
    return f"case when e.verdict in ({', '.join(kept)}) then {column} else {nothing} end" if kept else nothing


def count(session: Session) -> None:
    """Make the tables by_all, by_verdict and by_month, and those of `count_groups`, out of hit.

    Each has the columns observations and people, how many different people these are about, beside verdict
    and month.
    """
    two = "count(*) as observations, count(distinct person) as people"
    session.make("by_all", f"select {two} from hit")
    session.make("by_verdict", f"select verdict, {two} from hit group by verdict")
    session.make(
        "by_month",
        f"select h.verdict, t.month, {two} from hit h join month t on t.day = h.day "
        "group by h.verdict, t.month",
    )
    count_groups(session)


def count_groups(session: Session, name: str = "by") -> None:
    """Make the tables by_grp and by_tot (or of another name), of the numbers of groups and totals.

    Then: observations, people, first_us, last_us, and the ids of the first three observations as examples.
    """
    session.make(
        "named_hit",
        "select h.us, h.person, e.grp, e.tot, concat(l.name, ':', cast(h.id as string)) as evidence "
        "from hit h "
        "join earned e on e.verdict = h.verdict and e.m = h.m and e.span = h.span "
        "join meaning m on m.m = h.m join log l on l.source = m.source",
    )
    three = session.dialect.first_three("evidence")
    for key in ("grp", "tot"):
        session.make(
            f"{name}_{key}",
            f"select {key}, count(*) as observations, count(distinct person) as people, min(us) as first_us, "
            f"max(us) as last_us, {three} as examples from named_hit group by {key}",
        )
    # Nothing asks for it again, and what comes after it has its memory.
    session.drop("named_hit")
