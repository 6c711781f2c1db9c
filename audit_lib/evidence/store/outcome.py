"""What a comparison of all rows came to, as a store keeps it for the next one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ..engine.duckdb_session import DuckSession
from .ingest import part_file
from .manifest import OUTCOME_FILES, KeptOutcome
from .signatures import BY_MAP, BY_PERSON, cells_of, sign_figures

_FIGURE: Final = "observations, people, first_us, last_us, examples"

#: The query for each file of an outcome.
_QUERIES: Final = {
    # Rows that a person test has found, and what it asked of their patterns.
    "found": f"select k, verdict, us, person, id from hit where verdict in ({BY_PERSON}) order by k",
    "needs": "select * from signature order by k",
    "cells": cells_of("hit"),
    # In which stretches of days which patterns contradict the map, and with whom on which days.
    "flagged": f"select v.verdict, p.k, v.span from verdict v join pattern p on p.m = v.m "
    f"where v.verdict in ({BY_MAP})",
    "contrary": f"select distinct k, day, person from hit where verdict in ({BY_MAP}) and person is not null "
    "order by k",
    # How often each person was touched by a verdict in a month, and what comes of that.
    "touched": "select h.verdict, t.month, h.person, count(*) as n from hit h join month t on t.day = h.day "
    "where h.person is not null group by h.verdict, t.month, h.person order by h.verdict",
    "counted": "select null as verdict, null as month, observations, people from by_all union all "
    "select verdict, null, observations, people from by_verdict union all "
    "select verdict, month, observations, people from by_month",
    # Groups and totals by their signatures.
    "figures": f"select s.signature, {_FIGURE} from by_grp g join sign_grp s on s.grp = g.grp union "
    f"select s.signature, {_FIGURE} from by_tot g join sign_tot s on s.tot = g.tot",
}


def keep_outcome(session: DuckSession, folder: Path, outcome: KeptOutcome) -> None:
    """Write what has been found and counted."""
    sign_figures(session)
    for what in OUTCOME_FILES:
        session.copy(_QUERIES[what], part_file(folder, what, outcome.number))


def open_outcome(session: DuckSession, folder: Path, kept: KeptOutcome) -> None:
    """Make a view kept_... of each file of an outcome."""
    for what in OUTCOME_FILES:
        session.scan(f"kept_{what}", [part_file(folder, what, kept.number)])
