"""The few places where DuckDB and Spark SQL write the same thing differently."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from ..database import literal, name


class Dialect(NamedTuple):
    """How one engine writes what the two write differently; all else is one SQL text.

    `identifier` quotes a name, `text` a string, `key` makes one number of several columns, `micros` turns a
    moment of a type into microseconds, `divide` is division of whole numbers, `first_three` is the three
    smallest of a column as a list, and `later` is the day, counted from 1970, that lies so many calendar
    months and then days after another.
    """

    name: str
    identifier: Callable[[str], str]
    text: Callable[[str], str]
    key: Callable[[Iterable[str]], str]
    micros: Callable[[str, str], str]
    divide: Callable[[str, str], str]
    first_three: Callable[[str], str]
    later: Callable[[str, int, int], str]


def _duck_micros(column: str, of: str) -> str:
    return column if of.upper() == "BIGINT" else f"epoch_us({column})"


def _spark_micros(column: str, of: str) -> str:
    return column if of.lower() == "bigint" else f"unix_micros(cast({column} as timestamp))"


def _spark_identifier(column: str) -> str:
    return "`" + column.replace("`", "``") + "`"


def _spark_text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _spark_key(columns: Iterable[str]) -> str:
    """Return Spark's hash, which passes over NULL: each column says beside it whether it is one."""
    told = (f"isnull({column}), {column}" for column in columns)
    return f"xxhash64({', '.join(told)})"


def _duck_later(day: str, months: int, days: int) -> str:
    first = "date '1970-01-01'"
    return (
        f"datediff('day', {first}, cast({first} + cast({day} as int) + to_months({months}) as date)) + {days}"
    )


def _spark_later(day: str, months: int, days: int) -> str:
    first = "date '1970-01-01'"
    return f"datediff(add_months(date_add({first}, cast({day} as int)), {months}), {first}) + {days}"


DUCKDB: Final = Dialect(
    name="duckdb",
    identifier=name,
    text=literal,
    key=lambda columns: f"hash({', '.join(columns)})",
    micros=_duck_micros,
    divide=lambda over, under: f"({over} // {under})",
    first_three=lambda column: f"min({column}, 3)",
    later=_duck_later,
)

SPARK: Final = Dialect(
    name="spark",
    identifier=_spark_identifier,
    text=_spark_text,
    key=_spark_key,
    micros=_spark_micros,
    divide=lambda over, under: f"({over} div {under})",
    first_three=lambda column: f"slice(array_sort(collect_list({column})), 1, 3)",
    later=_spark_later,
)
