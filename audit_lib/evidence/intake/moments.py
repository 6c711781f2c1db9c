"""Moments in any usual form, as whole microseconds since 1970 UTC, in SQL.

A moment without an offset is in the zone of its source. One that occurs twice, in the hour when clocks go
back, is the later one; one that does not occur, in the hour when clocks go forward, is shifted forward by
that hour. Neither is counted. Fractions finer than a microsecond are cut off.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from ...model.evidence_source import Column, SourceKind
from .session import literal

_DAY: Final = r"\d{4}-\d{1,2}-\d{1,2}"
_TIME: Final = r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?"
_OFFSET: Final = r" ?(?:[Zz]|UTC|[+-](?:0\d|1[0-8])(?::?[0-5]\d)?)"
_USUAL: Final = (
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-8]):[0-5]\d)?)?)?"
)
_ISO: Final = rf"{_DAY}(?:[Tt ] ?{_TIME}(?:{_OFFSET})?)?"
_SLASHED: Final = rf"(\d{{1,2}})[/.-](\d{{1,2}})[/.-](\d{{4}})(?:,? ({_TIME}(?:{_OFFSET})?))?"
_TWELVE: Final = r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}),? (\d{1,2}:\d{2})(:\d{2})? ?([AaPp][Mm])"
_COMPACT_DAY: Final = r"((?:19|20)\d{2})(\d{2})(\d{2})"
_COMPACT: Final = rf"{_COMPACT_DAY}[Tt]?(\d{{2}})(\d{{2}})(\d{{2}})((?:{_OFFSET})?)"
_NUMBER: Final = r"-?\d{9,19}(?:\.\d{1,9})?"


class Part(StrEnum):
    """For which moment a day stands: its start, its noon, the next midnight, or its last microsecond."""

    START = "start"
    NOON = "noon"
    MIDNIGHT = "midnight"
    LAST = "last"


def part_of_day(kind: SourceKind, column: Column) -> Part:
    """Return for which moment a day without a time stands: always one in favour of the organisation.

    >>> part_of_day(SourceKind.RESTRICTIONS, Column.SINCE).value
    'midnight'
    """
    if kind in {SourceKind.DISCLOSURES, SourceKind.RECEIPTS}:
        return Part.NOON
    if kind is SourceKind.DELETIONS:
        return Part.LAST
    if (kind, column) in {
        (SourceKind.RESTRICTIONS, Column.SINCE),
        (SourceKind.CONSENTS, Column.UNTIL),
    }:
        return Part.MIDNIGHT
    return Part.START


def written(text: str, *, day_first: bool) -> str:
    """Return SQL for a moment in text, rewritten as ISO 8601; NULL for a number and for what is none.

    `text` is SQL for a text without blanks around it.

    >>> from .session import session
    >>> from pathlib import Path
    >>> with session(Path("/nowhere")) as database:
    ...     database.one(f"SELECT {written('t', day_first=True)} FROM (SELECT '1/3/2026 14:05' AS t)")
    ('2026-3-1 14:05:00',)
    """
    order = r"\3-\2-\1" if day_first else r"\3-\1-\2"
    slashed = f"rtrim(regexp_replace({text}, {literal(_SLASHED)}, '{order} \\4'))"
    twelve = f"regexp_replace({text}, {literal(_TWELVE)}, '{order} \\4\\5 \\6')"
    compact = f"regexp_replace({text}, {literal(_COMPACT)}, '\\1-\\2-\\3 \\4:\\5:\\6\\7')"
    return f"""CASE
 WHEN regexp_full_match({text}, {literal(_USUAL)}) THEN {text}
 WHEN regexp_full_match({text}, {literal(_ISO)}) THEN {_tidy(text)}
 WHEN regexp_full_match({text}, {literal(_SLASHED)}) THEN {_tidy(slashed)}
 WHEN regexp_full_match({text}, {literal(_TWELVE)})
  THEN CAST(try_strptime({twelve}, ['%Y-%m-%d %I:%M:%S %p', '%Y-%m-%d %I:%M %p']) AS VARCHAR)
 WHEN regexp_full_match({text}, {literal(_COMPACT_DAY)})
  THEN regexp_replace({text}, {literal(_COMPACT_DAY)}, '\\1-\\2-\\3')
 WHEN regexp_full_match({text}, {literal(_COMPACT)}) THEN {_tidy(compact)}
END"""


def _tidy(iso: str) -> str:
    """Return SQL for a moment with a decimal point, seconds, and an offset right after them."""
    plain = f"replace(replace(upper({iso}), ',', '.'), 'UTC', 'Z')"
    closed = f"regexp_replace(regexp_replace({plain}, 'T ', 'T'), ' +(Z|[+-])', '\\1')"
    return f"regexp_replace({closed}, '([T ]\\d+:\\d+)(Z|[+-]|$)', '\\1:00\\2')"


def of_text(text: str, iso: str, zone: str, part: Part) -> str:
    """Return SQL for the microseconds of a moment in `text`, of which `iso` is the rewritten form.

    >>> from .session import session
    >>> from pathlib import Path
    >>> with session(Path("/nowhere")) as database:
    ...     sql = of_text("t", "t", "Europe/London", Part.START)
    ...     database.one(f"SELECT {sql} FROM (SELECT '1970-01-02' AS t)")
    (82800000000,)
    """
    wall = f"TRY_CAST({iso} AS TIMESTAMP)"
    return f"""CASE
 WHEN {iso} IS NULL THEN {_of_number(text)}
 WHEN length({iso}) <= 10 THEN {_of_day(wall, zone, part)}
 WHEN regexp_matches({iso}, ':[0-9.]+(Z|[+-][0-9:]+)$') THEN epoch_us(TRY_CAST({iso} AS TIMESTAMPTZ))
 ELSE {_of_wall(wall, zone)}
END"""


def of_type(column: str, kind: str, zone: str, part: Part) -> str | None:
    """Return SQL for the microseconds of a moment in a column of a type, or None if it holds text or numbers.

    >>> print(of_type("t", "TIMESTAMP", "UTC", Part.NOON))
    CASE WHEN isfinite(t) THEN epoch_us(timezone('UTC', t)) END
    """
    if kind == "TIMESTAMP WITH TIME ZONE":
        return f"CASE WHEN isfinite({column}) THEN epoch_us({column}) END"
    if kind == "DATE":
        inner = _of_day(f"CAST({column} AS TIMESTAMP)", zone, part)
        return f"CASE WHEN isfinite({column}) THEN {inner} END"
    if kind == "TIMESTAMP":
        return f"CASE WHEN isfinite({column}) THEN {_of_wall(column, zone)} END"
    if kind.startswith("TIMESTAMP_"):
        inner = _of_wall(f"CAST({column} AS TIMESTAMP)", zone)
        return f"CASE WHEN isfinite({column}) THEN {inner} END"
    return None


def _of_wall(wall: str, zone: str) -> str:
    return f"epoch_us(timezone({literal(zone)}, {wall}))"


def _of_day(wall: str, zone: str, part: Part) -> str:
    hours = {Part.START: 0, Part.NOON: 12, Part.MIDNIGHT: 24, Part.LAST: 24}[part]
    moment = _of_wall(f"{wall} + INTERVAL {hours} HOUR", zone)
    return f"{moment} - 1" if part is Part.LAST else moment


def _of_number(text: str) -> str:
    """Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their size."""
    exact = f"TRY_CAST({text} AS DECIMAL(29, 9))"
    scaled = " ".join(
        f"WHEN abs({exact}) < 1{'0' * digits} THEN CAST(floor({exact} * {times}) AS BIGINT)"
        for digits, times in ((11, 1_000_000), (14, 1000), (17, 1))
    )
    whole = f"CAST(CAST(floor({exact}) AS HUGEINT) // 1000 AS BIGINT)"
    return f"CASE WHEN regexp_full_match({text}, {literal(_NUMBER)}) THEN CASE {scaled} ELSE {whole} END END"
