"""What is wrong with where and how a source is stored: files, formats, encodings, zones, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from ..errors import did_you_mean
from ..model.evidence_source import SourceFormat, SourceKind
from .evidence_files import ENDINGS, format_of, pattern_fault
from .quoting import plain, quoted
from .wording import Wrong

#: How many patterns of files a source may have.
MAX_PATTERNS: Final = 1_000

_ALL: Final = frozenset(SourceFormat)
#: For which formats a field means something; every other field does for all.
ONLY_FOR: Final[Mapping[str, frozenset[SourceFormat]]] = {
    "files": _ALL - {SourceFormat.POSTGRES},
    "encoding": frozenset({SourceFormat.CSV, SourceFormat.JSONL}),
    "delimiter": frozenset({SourceFormat.CSV}),
    "sheet": frozenset({SourceFormat.XLSX}),
    "table": frozenset({SourceFormat.POSTGRES}),
    "connection": frozenset({SourceFormat.POSTGRES}),
    "columns": _ALL - {SourceFormat.REGISTER, SourceFormat.HAR},
    "constants": _ALL - {SourceFormat.REGISTER},
    "values": _ALL - {SourceFormat.REGISTER},
    "separators": _ALL - {SourceFormat.REGISTER, SourceFormat.HAR},
    "people": _ALL - {SourceFormat.REGISTER},
    "zone": _ALL - {SourceFormat.REGISTER},
}

#: The kind that sources of a format must be of; sources of other formats are of any kind.
KIND_OF: Final[Mapping[SourceFormat, SourceKind]] = {
    SourceFormat.HAR: SourceKind.DISCLOSURES,
    SourceFormat.REGISTER: SourceKind.RESTRICTIONS,
}

_VARIABLE: Final = re.compile(r"[A-Z][A-Z0-9_]{0,99}")
_NAME: Final = r"[A-Za-z_][A-Za-z0-9_]{0,62}"
_TABLE: Final = re.compile(rf"{_NAME}(\.{_NAME})?")


def stored_as(entry: Mapping[str, Any]) -> SourceFormat | None:
    """Return the format of a source: as it is written, else as its files or its table say it.

    >>> stored_as({"files": ["log.csv"]}).value, stored_as({"format": "cvs", "files": ["log.csv"]})
    ('csv', None)
    """
    written = entry.get("format")
    if written is not None:
        return SourceFormat(written) if written in tuple(SourceFormat) else None
    if "table" in entry and "files" not in entry:
        return SourceFormat.POSTGRES
    patterns = entry.get("files")
    return (
        format_of(each for each in patterns if isinstance(each, str)) if isinstance(patterns, list) else None
    )


def storage_misfits(entry: Mapping[str, Any], root: Path) -> Iterator[Wrong]:
    r"""Yield what is wrong with where a source is stored, with the way to each within the source.

    >>> [wrong.message for wrong in storage_misfits({"files": ["a.csv"], "delimiter": "::"}, Path("map"))]
    ['"::" is not one character: write one, such as ";", or "\\t" in double quotes for a tab.']
    """
    stored = stored_as(entry)
    yield from _format(entry, stored)
    yield from _files(entry, stored, root)
    if isinstance(entry.get("zone"), str):
        yield from _zone(entry["zone"])
    if isinstance(entry.get("encoding"), str):
        yield from _encoding(entry["encoding"])
    if isinstance(entry.get("delimiter"), str):
        yield from _delimiter(entry["delimiter"])
    yield from _database(entry, stored)


def _format(entry: Mapping[str, Any], stored: SourceFormat | None) -> Iterator[Wrong]:
    if stored is None:
        if entry.get("format") is None:
            known = ", ".join(ENDINGS)
            what = f'lacks the field "format", and its files do not all end in one of {known}: write it.'
            yield Wrong((), what)
        return
    for field, formats in ONLY_FOR.items():
        if field in entry and stored not in formats:
            fits = " or ".join(each.value for each in SourceFormat if each in formats)
            what = f"is for sources of format {fits}; this one is of format {stored}: take it out."
            yield Wrong((field,), what, is_key=True)
    kind = entry.get("kind")
    if stored in KIND_OF and kind in tuple(SourceKind) and kind != KIND_OF[stored]:
        what = f"{quoted(kind)} stands here; a source of format {stored} is of kind {KIND_OF[stored]}."
        yield Wrong(("kind",), what)


def _files(entry: Mapping[str, Any], stored: SourceFormat | None, root: Path) -> Iterator[Wrong]:
    patterns = entry.get("files")
    if patterns is None or patterns == []:
        if stored is not SourceFormat.POSTGRES:
            yield Wrong((), 'lacks the field "files": name its files, like [evidence/log-*.csv].')
        return
    if not isinstance(patterns, list):
        return
    if len(patterns) > MAX_PATTERNS:
        yield Wrong(
            ("files",), f"{len(patterns):,} files stand here; write patterns, at most {MAX_PATTERNS:,}."
        )
        return
    if stored is SourceFormat.REGISTER and (len(patterns) > 1 or re.search(r"[*?\[]", str(patterns[0]))):
        yield Wrong(("files",), "A register is one file: name just that.")
    for at, pattern in enumerate(patterns):
        fault = pattern_fault(root, pattern) if isinstance(pattern, str) and pattern.strip() else None
        if fault:
            yield Wrong(("files", at), fault)


def _zone(zone: str) -> Iterator[Wrong]:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        hint = did_you_mean(zone, sorted(available_timezones())) or _in_any_case(zone)
        yield Wrong(("zone",), f'{quoted(zone)} is no time zone: write one like "Europe/London".{hint}')


def _in_any_case(zone: str) -> str:
    wanted = zone.casefold().replace(" ", "_")
    found = (known for known in sorted(available_timezones()) if known.casefold().endswith(wanted))
    near = next(found, None) if wanted else None
    return f' Did you mean "{near}"?' if near else ""


def _encoding(encoding: str) -> Iterator[Wrong]:
    try:
        "".encode(encoding)
    except (LookupError, ValueError):
        what = f'{quoted(encoding)} is no encoding of text: write one like "utf-8" or "windows-1252".'
        yield Wrong(("encoding",), what)


def _delimiter(delimiter: str) -> Iterator[Wrong]:
    if len(delimiter) != 1:
        what = 'write one, such as ";", or "\\t" in double quotes for a tab.'
        what = f'"{plain(delimiter)}" is not one character: {what}'
        yield Wrong(("delimiter",), what)
    elif delimiter in '"\r\n' or delimiter.isalnum() or not (delimiter.isprintable() or delimiter == "\t"):
        yield Wrong(("delimiter",), f'"{plain(delimiter)}" cannot part columns: write one such as ";".')


def _database(entry: Mapping[str, Any], stored: SourceFormat | None) -> Iterator[Wrong]:
    # What stands under `connection` is never repeated: somebody may have put a password there.
    connection, table = entry.get("connection"), entry.get("table")
    if isinstance(connection, str) and not _VARIABLE.fullmatch(connection):
        what = (
            "is not the name of an environment variable: write one like EVIDENCE_DATABASE, and put how to "
            "reach the database, with the password, into that variable, never into this file."
        )
        yield Wrong(("connection",), what)
    if isinstance(table, str) and not _TABLE.fullmatch(table):
        what = "write its name, or schema and name, in plain letters, digits and _."
        what = f"{quoted(table)} is no table: {what}"
        yield Wrong(("table",), what)
    if stored is SourceFormat.POSTGRES:
        for field, example in (("connection", "EVIDENCE_DATABASE"), ("table", "public.disclosures")):
            if entry.get(field) is None:
                yield Wrong((), f'lacks the field "{field}", like {example}.')
