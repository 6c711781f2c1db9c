"""The SQL that turns the columns of a source into the standard ones, and says which rows it refuses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from ...files.quoting import plain
from ...model.evidence_source import ALLOWED, NEEDED, WORDS, Column, Source, SourceKind
from .moments import of_text, of_type, part_of_day, written
from .session import literal, name

#: The columns that hold moments.
MOMENTS: Final = (Column.AT, Column.SINCE, Column.UNTIL)
#: How many values one cell may hold.
MOST_VALUES: Final = 1000
#: How many characters one cell may have.
LONGEST_CELL: Final = 10_000
#: The column that says whether a row names a person whom the source of people does not know.
UNNAMED: Final = "unnamed"

_WHOLE: Final = frozenset({"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER"})
_REAL: Final = frozenset({"FLOAT", "DOUBLE"})
_PLAIN: Final = frozenset({"VARCHAR", "BOOLEAN", "UUID", "UBIGINT", "HUGEINT", "UHUGEINT"})
#: What Python's strip takes away, as a class of the regular expressions that DuckDB has.
BLANK: Final = (
    r"[\t\n\x0b\x0c\r\x1c-\x20\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]"
)

_STRICT: Final = "CASE WHEN why IS NULL THEN true ELSE error('a row is refused') END"


class Raw(NamedTuple):
    """Rows to convert.

    `relation` is what follows FROM, `line` SQL for the line or row number, `columns` the physical name and
    DuckDB type of each standard column, and `stem` what a row without an id is called by.
    """

    relation: str
    line: str
    columns: Mapping[Column, tuple[str, str]]
    stem: str


class Conversion(NamedTuple):
    """Two queries: `judged` says of each row `why` it is refused, or NULL; `standard` gives the rest."""

    judged: str
    standard: str
    types: Mapping[Column, str]


def convertible(kind: str, column: Column) -> bool:
    """Return whether a column of a DuckDB type can hold what a standard column holds.

    >>> convertible("DATE", Column.AT), convertible("DATE", Column.PERSON)
    (True, False)
    """
    if kind in _WHOLE | _REAL | _PLAIN or kind.startswith(("DECIMAL", "ENUM")):
        return True
    return column in MOMENTS and _typed(kind)


def standard_type(kind: str, column: Column, source: Source) -> str:
    """Return the type that a standard column gets out of a column of a DuckDB type.

    >>> standard_type("DATE", Column.AT, Source(id="s", kind="ends", name="S", format="parquet"))
    'BIGINT'
    """
    if column in MOMENTS:
        return "BIGINT"
    whole = column is Column.PERSON and kind in _WHOLE and source.people is None
    return "BIGINT" if whole and source.kind is not SourceKind.PEOPLE else "VARCHAR"


def conversion(raw: Raw, source: Source, *, people: str | None = None, strict: bool = False) -> Conversion:
    """Return the query that converts rows.

    A cell with several values (`Source.separators`) makes several rows that share their id, one for each
    different value. An empty id becomes "stem:line".

    Parameters
    ----------
    people
        A table of alias and person, if the person column of the source holds aliases.
    strict
        Whether the first row that is to be refused breaks the query off.

    >>> source = Source(id="s", kind="ends", name="S", format="csv")
    >>> raw = Raw("rows", "line", {Column.PERSON: ("who", "VARCHAR")}, "s")
    >>> conversion(raw, source).types
    {<Column.PERSON: 'person'>: 'VARCHAR'}
    """
    types = {
        column: standard_type(raw.columns[column][1], column, source)
        for column in Column
        if column in raw.columns
    }
    texts = f"SELECT {raw.line} AS line, {', '.join(_texts(raw, source))} FROM {raw.relation}"
    isos = f"SELECT *, {', '.join(_isos(raw, source)) or '0 AS none'} FROM ({texts})"
    moments = f"SELECT {', '.join(_standard(raw, source, types))} FROM ({isos})"
    judged = f"SELECT *, {_why(raw, source)} AS why FROM ({moments})"
    fit = f"SELECT * FROM ({judged}) WHERE {_STRICT if strict else 'why IS NULL'}"
    if Column.ID in ALLOWED[source.kind]:
        types = {Column.ID: "VARCHAR", **types}
    shown = [name(column) for column in types]
    if people is not None and Column.PERSON in types:
        fit = (
            f"SELECT fit.* REPLACE (known.person AS person), fit.person IS NOT NULL AND known.person IS NULL "
            f"AS {UNNAMED} FROM ({fit}) AS fit LEFT JOIN {people} AS known ON known.alias = lower(fit.person)"
        )
        shown.append(UNNAMED)
    for column in _parted(raw, source):
        each = _parts(name(column), source.separators[column])
        fit = f"SELECT * REPLACE ({each} AS {name(column)}) FROM ({fit})"
    return Conversion(judged, f"SELECT {', '.join(shown)} FROM ({fit})", types)


def _texts(raw: Raw, source: Source) -> Iterator[str]:
    for column, (physical, kind) in raw.columns.items():
        typed = column in MOMENTS and _typed(kind)
        whole = standard_type(kind, column, source) == "BIGINT" and column is Column.PERSON
        bare = f"CAST({name(physical)} AS BIGINT)" if whole else name(physical)
        text = bare if typed or whole else _text(name(physical), kind)
        yield f"{text} AS t_{column}"


def _text(column: str, kind: str) -> str:
    if kind in _REAL:
        whole = f"{column} = floor({column}) AND abs({column}) < 1e18"
        either = (
            f"CASE WHEN {whole} THEN CAST(CAST({column} AS BIGINT) AS VARCHAR) ELSE {column}::VARCHAR END"
        )
        return f"CASE WHEN isfinite({column}) THEN {either} END"
    text = column if kind == "VARCHAR" else f"CAST({column} AS VARCHAR)"
    return trimmed(text)


def trimmed(text: str) -> str:
    """Return SQL for a text without white space around it, and NULL where nothing is left.

    >>> trimmed("word").startswith("nullif(regexp_replace(word")
    True
    """
    return f"nullif(regexp_replace({text}, {literal(f'^{BLANK}+|{BLANK}+$')}, '', 'g'), '')"


def _isos(raw: Raw, source: Source) -> Iterator[str]:
    for column in MOMENTS:
        if column in raw.columns and not _typed(raw.columns[column][1]):
            yield f"{written(f't_{column}', day_first=source.day_first)} AS i_{column}"


def _standard(raw: Raw, source: Source, types: Mapping[Column, str]) -> Iterator[str]:
    yield "line"
    if Column.ID in ALLOWED[source.kind]:
        made = f"{literal(raw.stem + ':')} || line"
        yield f"coalesce(t_id, {made}) AS id" if Column.ID in raw.columns else f"{made} AS id"
    for column in types:
        if column is Column.ID:
            continue
        if column not in MOMENTS:
            lowered = column is Column.ALIAS
            yield f"{f'lower(t_{column})' if lowered else f't_{column}'} AS {name(column)}"
            continue
        part = part_of_day(source.kind, column)
        yield f"t_{column} IS NOT NULL AS had_{column}"
        typed = of_type(f"t_{column}", raw.columns[column][1], source.zone, part)
        yield f"{typed or of_text(f't_{column}', f'i_{column}', source.zone, part)} AS {name(column)}"


def _why(raw: Raw, source: Source) -> str:
    """Return SQL for why a row is refused; no text of the row is part of it."""
    cases = []
    for column in MOMENTS:
        if column not in raw.columns:
            continue
        physical, kind = _called(source, column), raw.columns[column][1]
        if _must(source, column):
            cases.append((f"NOT had_{column}", f"the column {physical} is empty"))
        if column is not Column.UNTIL or not _typed(kind):
            unread = f"the column {physical} holds no moment that can be read"
            cases.append((f"had_{column} AND {name(column)} IS NULL", unread))
    for column in _parted(raw, source):
        many = f"len(string_split({name(column)}, {literal(source.separators[column])})) > {MOST_VALUES}"
        cases.append((many, f"the column {_called(source, column)} holds more than {MOST_VALUES:,} values"))
    for column, kind in ((column, raw.columns[column][1]) for column in raw.columns if column not in MOMENTS):
        if kind == "VARCHAR":
            long = f"length({name(column)}) > {LONGEST_CELL}"
            said = f"the column {_called(source, column)} holds more than {LONGEST_CELL:,} characters"
            cases.append((long, said))
    whens = " ".join(f"WHEN {test} THEN {literal(said)}" for test, said in cases)
    return f"CASE {whens} END" if cases else "CAST(NULL AS VARCHAR)"


def _called(source: Source, column: Column) -> str:
    return plain(source.columns.get(column, column.value))


def _typed(kind: str) -> bool:
    return kind == "DATE" or kind.startswith("TIMESTAMP")


def _must(source: Source, column: Column) -> bool:
    return column in NEEDED[source.kind] and source.kind is not SourceKind.ENDS


def _parted(raw: Raw, source: Source) -> list[Column]:
    return [column for column in WORDS if column in raw.columns and source.separators.get(column)]


def _parts(column: str, separator: str) -> str:
    each = f"list_transform(string_split({column}, {literal(separator)}), lambda part: {trimmed('part')})"
    values = f"list_sort(list_distinct({each}))"
    return f"unnest(CASE WHEN len({values}) > 0 THEN {values} ELSE [CAST(NULL AS VARCHAR)] END)"
