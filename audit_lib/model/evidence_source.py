"""Where evidence comes from, and what its columns and values mean in the map."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from .noun import Flag, Id, Noun, Text


class SourceKind(StrEnum):
    """What the rows of a source are.

    `disclosures` is what was given to somebody, as its sender logged it: a disclosure or access log, a
    payment file, a send log, a cookie scan. `receipts` is the same as the recipient logged it. `consents`,
    `restrictions`, `ends` (of what starts a retention period, such as tenancies), `deletions`, `requests` (of
    an authority for data) are what disclosures are judged against. `people` says which other names a person
    goes by in the logs.
    """

    DISCLOSURES = "disclosures"
    RECEIPTS = "receipts"
    CONSENTS = "consents"
    RESTRICTIONS = "restrictions"
    ENDS = "ends"
    DELETIONS = "deletions"
    REQUESTS = "requests"
    PEOPLE = "people"


class SourceFormat(StrEnum):
    """How a source is stored."""

    PARQUET = "parquet"
    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"
    HAR = "har"
    POSTGRES = "postgres"
    REGISTER = "register"


class Column(StrEnum):
    """What a column of a source says.

    `id` tells a row from all others of its source, `at`, `since` and `until` are moments or days, `person`
    and `alias` stand for a person, `reference` is a number that both ends of a disclosure know. All others
    are words that stand for entries of the map.
    """

    ID = "id"
    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    PERSON = "person"
    ALIAS = "alias"
    REFERENCE = "reference"
    GROUND = "ground"
    SENDER = "sender"
    RECIPIENT = "recipient"
    DATA = "data"
    PURPOSE = "purpose"
    ACTIVITY = "activity"
    BASIS = "basis"
    ROLE = "role"
    COUNTRY = "country"
    SYSTEM = "system"


#: The columns whose values are words that stand for something in the map, in the order of a meaning.
WORDS: Final = (
    Column.SENDER,
    Column.RECIPIENT,
    Column.DATA,
    Column.PURPOSE,
    Column.ACTIVITY,
    Column.BASIS,
    Column.ROLE,
    Column.COUNTRY,
    Column.SYSTEM,
)

_WHO_AND_WHAT: Final = frozenset(WORDS)
#: The columns that a source of each kind may have, and those that it or a constant must give.
ALLOWED: Final[Mapping[SourceKind, frozenset[Column]]] = {
    SourceKind.DISCLOSURES: _WHO_AND_WHAT | {Column.ID, Column.AT, Column.PERSON, Column.REFERENCE},
    SourceKind.RECEIPTS: _WHO_AND_WHAT | {Column.ID, Column.AT, Column.PERSON, Column.REFERENCE},
    SourceKind.CONSENTS: frozenset({Column.PERSON, Column.PURPOSE, Column.SINCE, Column.UNTIL}),
    SourceKind.RESTRICTIONS: frozenset(
        {Column.PERSON, Column.SINCE, Column.UNTIL, Column.GROUND, Column.DATA, Column.ACTIVITY}
    ),
    SourceKind.ENDS: frozenset({Column.PERSON, Column.AT}),
    SourceKind.DELETIONS: frozenset({Column.ID, Column.PERSON, Column.AT, Column.SENDER, Column.DATA}),
    SourceKind.REQUESTS: frozenset({Column.ID, Column.PERSON, Column.AT, Column.RECIPIENT, Column.REFERENCE}),
    SourceKind.PEOPLE: frozenset({Column.ALIAS, Column.PERSON}),
}
NEEDED: Final[Mapping[SourceKind, frozenset[Column]]] = {
    SourceKind.DISCLOSURES: frozenset({Column.AT, Column.RECIPIENT, Column.DATA}),
    SourceKind.RECEIPTS: frozenset({Column.AT, Column.RECIPIENT, Column.DATA}),
    SourceKind.CONSENTS: frozenset({Column.PERSON, Column.PURPOSE, Column.SINCE}),
    SourceKind.RESTRICTIONS: frozenset({Column.PERSON, Column.SINCE}),
    SourceKind.ENDS: frozenset({Column.PERSON, Column.AT}),
    SourceKind.DELETIONS: frozenset({Column.PERSON, Column.AT, Column.SENDER, Column.DATA}),
    SourceKind.REQUESTS: frozenset({Column.PERSON, Column.AT, Column.RECIPIENT}),
    SourceKind.PEOPLE: frozenset({Column.ALIAS, Column.PERSON}),
}


class Source(Noun):
    """A log, an export or a list that shows what happened.

    `files` are patterns within the folder of the map (or absolute where the command line gives them),
    `columns` says under which name each column stands in them, `constants` what holds for all rows, as ids of
    the map, and `values` which words of a column stand for which id. `separators` says by what several values
    in one cell are parted. `zone` is the time zone of moments that state none. `starts` are the retention
    statements whose period the ends of this source start, `covers` the flows that the source would show;
    without any, it would show those of every sender that it names. `people` is the source that says whom
    the person column names. Of a table in PostgreSQL, `connection` is the name of the environment variable
    that says how to reach it. `invented` says that it is made up for a demonstration.
    """

    id: Id
    kind: SourceKind
    name: Text
    format: SourceFormat
    files: tuple[Text, ...] = ()
    columns: Mapping[Column, Text] = {}
    constants: Mapping[Column, Text] = {}
    values: Mapping[Column, Mapping[str, Text]] = {}
    separators: Mapping[Column, str] = {}
    zone: Text = "Europe/London"
    encoding: Text | None = None
    delimiter: str | None = None
    day_first: Flag = True
    sheet: Text | None = None
    table: Text | None = None
    connection: Text | None = None
    starts: tuple[Id, ...] = ()
    covers: tuple[Id, ...] = ()
    people: Id | None = None
    invented: Flag = False


class Evidence(Noun):
    """The sources of a map, as ``evidence.yaml`` names them."""

    sources: tuple[Source, ...]
