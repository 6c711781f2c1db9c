"""Signatures of what is counted together: as long as one is the same, so are its figures.

A figure counts the rows of some patterns on some days that earn a verdict. Its signature is a sum over these
rows that does not depend on how they are divided: rows that contradict the map come as whole stretches of
days of a pattern, and each stretch adds the hash of its end less the hash of its beginning, so that two that
meet count as one; rows that a person test has found add a hash for each pattern and day. Hashes have 64 bits:
that any two of a million different sets share a signature has a chance of one in 37 million.
"""

from __future__ import annotations

from typing import Final

from ...model.verdict import PERSONAL
from ..engine.duckdb_session import DuckSession
from ..engine.hits import CONTRADICTING
from ..engine.judged import NUMBER
from ..engine.local_days import Spans

#: The verdicts that follow from the map alone, and those of person tests, as lists in SQL.
BY_MAP: Final = ", ".join(map(str, CONTRADICTING))
BY_PERSON: Final = ", ".join(sorted(str(NUMBER[verdict]) for verdict in PERSONAL))


def cells_of(hits: str) -> str:
    """Return the query for what person tests have found, by day: verdict, k, day, signature of the rows.

    >>> print(cells_of("hit_now")[:29])
    select verdict, k, day, hash(
    """
    return (
        "select verdict, k, day, hash(verdict, k, day, sum(hash(us, id, person))) as signature "
        f"from {hits} where verdict in ({BY_PERSON}) group by verdict, k, day"
    )


def sign(session: DuckSession, spans: Spans, days: str = "days") -> None:
    """Make the tables indexed and signed, out of verdict, pattern, cells and counts by day.

    indexed (k, span, n, until): how many rows of a pattern lie in a stretch of days, and how many until its
    end. signed (verdict, m, span, signature).
    """
    session.make(
        "indexed",
        "select k, span, n, sum(n) over (partition by k order by span) as until from "
        f"(select k, {spans.column('day')} as span, sum(observations) as n from {days} "
        "group by k, span) dealt",
    )
    session.make(
        "signed",
        "select verdict, m, span, sum(signature) as signature from ("
        "select v.verdict, v.m, v.span, cast(hash(v.verdict, i.k, i.until) as hugeint) - "
        "cast(hash(v.verdict, i.k, i.until - i.n) as hugeint) as signature "
        "from verdict v join pattern p on p.m = v.m join indexed i on i.k = p.k and i.span = v.span "
        f"where v.verdict in ({BY_MAP}) union all "
        f"select c.verdict, p.m, {spans.column('c.day')} as span, cast(c.signature as hugeint) as signature "
        "from cells c join pattern p on p.k = c.k) members group by verdict, m, span",
    )


def sign_figures(session: DuckSession) -> None:
    """Make the tables sign_grp and sign_tot: the signature of each group and of each total, as text."""
    for key in ("grp", "tot"):
        session.make(
            f"sign_{key}",
            f"select e.{key}, cast(sum(s.signature) as varchar) as signature from signed s join earned e "
            f"on e.verdict = s.verdict and e.m = s.m and e.span = s.span group by e.{key}",
        )
