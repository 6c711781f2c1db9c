"""Look at a table in a PostgreSQL database."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial

from ...errors import Fault, Place
from ...files.quoting import plain
from ...model.evidence_source import Column, Source
from .plan import Plan, TableCopy, missing
from .plan_rows import Planned
from .postgres_rows import BadDatabase, copy_table, postgres_columns


def plan_postgres(source: Source, environment: Mapping[str, str] = os.environ) -> Planned:
    """Look at the columns of a table; nothing is copied yet.

    >>> planned = plan_postgres(Source(id="sent", kind="ends", name="Sent", format="postgres"))
    >>> print(*planned.faults)
    sent It is in a database: state its table, and as connection the environment variable that says...
    """
    if source.table is None or source.connection is None:
        what = (
            "It is in a database: state its table, and as connection the environment variable that says how"
        )
        return Planned(Plan(source, ()), (Fault(Place(source.id), f"{what} to reach it."),))
    shown = f"{source.id}, table {plain(source.table)}"
    try:
        names = postgres_columns(source.table, source.connection, environment)
    except BadDatabase as bad:
        return Planned(Plan(source, ()), (Fault(Place(shown), str(bad)),))
    if faults := missing(shown, source, names):
        return Planned(Plan(source, ()), tuple(faults))
    copy = partial(
        copy_table,
        source.table,
        source.connection,
        tuple(source.columns.values()),
        ordered=Column.ID not in source.columns,
        environment=environment,
    )
    return Planned(Plan(source, (TableCopy(shown, source.table, tuple(source.columns), copy),)))
