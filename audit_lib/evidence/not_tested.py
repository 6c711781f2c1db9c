"""What of a comparison could not be tested, or is open to doubt, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final

from ..law.periods import LONDON
from ..model.data_map import DataMap
from ..model.finding import Skipped
from ..model.noun import Gap
from ..model.verdict import Verdict
from ..model.words import raised
from .engine.due import untold
from .engine.local_days import instant
from .engine.needs import Lists
from .intake import Intake
from .suppression import shown

#: How many observations a log holds, and its first and last moment.
Bounds = tuple[int, int, int]

#: What is said where there is nothing to compare.
NO_ROWS: Final = Skipped(what="observations", why="No source of disclosures has a row.")


def doubtful(taken: Intake, threshold: int) -> Iterator[Skipped]:
    """Yield what is open to doubt in the rows that were taken in: people not known, ids that return."""
    for table in taken.tables:
        what = f"source {table.source.id}"
        if table.unnamed:
            why = (
                f"{_rows(table.unnamed, threshold)} name somebody whom the source {table.source.people} "
                "does not know: what depends on the person was not tested on them."
            )
            yield Skipped(what=what, why=why)
        if table.repeated:
            many = _rows(table.repeated, threshold)
            why = f"{many} have an id that an earlier row has: was an export read twice?"
            yield Skipped(what=what, why=why)


def _rows(number: int, threshold: int) -> str:
    return raised(f"{shown(number, threshold=threshold)} rows")


def ahead(seen: Mapping[str, Bounds], as_of: dt.date) -> Iterator[Skipped]:
    """Yield the logs with rows after the day of the report: day and month may have changed places."""
    for source, (_, _, last) in seen.items():
        if instant(last).astimezone(LONDON).date() > as_of:
            why = "It has rows after the day of the report. Is day_first right for it, and its zone?"
            yield Skipped(what=f"source {source}", why=why)


def merged_patterns(patterns: int) -> Skipped:
    """Return that patterns are too many to be told one by one."""
    why = (
        f"There are {patterns:,} different ones, too many to list. They are told as the findings merge them: "
        "what a finding does not tell apart stands as not recorded, and without a sender no line is drawn."
    )
    return Skipped(what="patterns", why=why)


def untested(data_map: DataMap, lists: Lists) -> Iterator[Skipped]:
    """Yield the tests that nothing could be tested with, and what is missing."""
    if not lists.consents:
        yield Skipped(what=Verdict.NO_CONSENT, why="No source holds consents.")
    if lists.requests is None:
        yield Skipped(what=Verdict.NO_REQUEST, why="No source holds requests of authorities.")
    forbidden = {scope.verdict for scope in lists.scopes}
    for verdict, what in (
        (Verdict.AFTER_RESTRICTION, "restrictions"),
        (Verdict.AFTER_OBJECTION, "objections"),
        (Verdict.AFTER_DELETION, "deletions"),
    ):
        if verdict not in forbidden:
            yield Skipped(what=verdict, why=f"No source holds {what}.")
    if Verdict.AFTER_DELETION in forbidden:
        yield from untold(data_map, lists.started)
    if not lists.started:
        periods = any(not isinstance(one.period, Gap) for one in data_map.retention)
        yield Skipped(
            what=Verdict.AFTER_RETENTION,
            why="No source says when a period of retention starts."
            if periods
            else "The map states no period of retention.",
        )
