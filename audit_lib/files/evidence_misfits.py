"""What is wrong with what a source says of its columns and words, and with the entries that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from ..errors import did_you_mean
from ..model.consistency import CALLED
from ..model.data_map import KINDS, DataMap
from ..model.evidence_ids import LIST_OF_COLUMN, SECTION_OF_COLUMN, ids_of
from ..model.evidence_source import ALLOWED, NEEDED, WORDS, Column, SourceFormat, SourceKind
from ..model.noun import Gap
from .quoting import quoted
from .wording import Wrong

#: How many words of one source may be given a meaning.
MAX_VALUES: Final = 100_000

#: For how many unknown ids a near one is looked for; each costs a pass over all ids.
MAX_HINTS: Final = 50

#: What the format itself says, so that no column has to be named for it.
SAID_BY_FORMAT: Final[Mapping[SourceFormat, frozenset[Column]]] = {
    SourceFormat.HAR: frozenset({Column.AT, Column.RECIPIENT, Column.DATA}),
    SourceFormat.REGISTER: frozenset({Column.PERSON, Column.SINCE}),
}

_FIXED: Final = (*WORDS, Column.GROUND)
_DOMAIN: Final = re.compile(r"\*(\.[\w-]{1,63})+")
_FLOWS: Final = (SourceKind.DISCLOSURES, SourceKind.RECEIPTS)


class Misfits:
    """The misfits of the sources of one file; `people` are the ids of its sources of people."""

    def __init__(self, data_map: DataMap, people: frozenset[str]) -> None:
        self._map = data_map
        self._people = people
        self._ids: dict[Column, frozenset[str]] = {}
        self._hints = 0

    def of(self, entry: Mapping[str, Any], stored: SourceFormat | None) -> Iterator[Wrong]:
        """Yield the misfits of one source, with the way to each within it.

        >>> from audit_lib.graph.example import example_map
        >>> entry = {"kind": "disclosures", "columns": {"at": "t", "data": "d"},
        ...     "constants": {"recipient": "cort"}}
        >>> for wrong in Misfits(example_map(), frozenset()).of(entry, SourceFormat.CSV):
        ...     print(wrong.path, wrong.message)
        ('constants', 'recipient') No party has the id "cort". Did you mean "court"?
        """
        kind = entry.get("kind")
        if kind not in tuple(SourceKind):
            return
        yield from self._columns(entry, SourceKind(kind), stored)
        yield from self._words(entry)
        yield from self._named(entry, SourceKind(kind))

    def _columns(
        self, entry: Mapping[str, Any], kind: SourceKind, stored: SourceFormat | None
    ) -> Iterator[Wrong]:
        implied = SAID_BY_FORMAT.get(stored, frozenset()) if stored else frozenset()
        columns, constants = _block(entry, "columns"), _block(entry, "constants")
        for field in ("columns", "constants", "values", "separators"):
            for name in _block(entry, field):
                fault = _not_a_column(name, field, kind)
                if not fault and field in ("values", "separators"):
                    there = name in columns or Column(name) in implied
                    fault = None if there else _nowhere(name)
                if fault:
                    yield Wrong((field, name), fault, is_key=True)
        for name in columns:
            if name in constants:
                yield Wrong(("constants", name), "is also named under columns: keep one.", is_key=True)
        if "columns" in entry and not isinstance(entry["columns"], dict):
            return
        for column in Column:
            if column in NEEDED[kind] and not {column, column.value} & {*columns, *constants, *implied}:
                yield Wrong((), _lacks(column))

    def _words(self, entry: Mapping[str, Any]) -> Iterator[Wrong]:
        for name, word in _block(entry, "constants").items():
            if name in tuple(Column) and isinstance(word, str):
                fault = self._no_id(Column(name), word)
                if fault:
                    yield Wrong(("constants", name), fault)
        for name, separator in _block(entry, "separators").items():
            if isinstance(separator, str) and not 0 < len(separator) <= 5:
                yield Wrong(
                    ("separators", name),
                    f"{quoted(separator)} stands here; one to five characters are wanted.",
                )
        for name, words in _block(entry, "values").items():
            if name in tuple(Column) and isinstance(words, dict):
                yield from self._values(Column(name), words)

    def _values(self, column: Column, words: Mapping[str, Any]) -> Iterator[Wrong]:
        way = ("values", column.value)
        if len(words) > MAX_VALUES:
            yield Wrong(way, f"{len(words):,} words stand here; at most {MAX_VALUES:,} are read.")
            return
        known: dict[str, Any] = {}
        for word, meant in words.items():
            fault = _no_word(column, word.strip(), known.setdefault(word.strip(), meant) == meant)
            if fault:
                yield Wrong((*way, word), fault, is_key=True)
            elif isinstance(meant, str):
                fault = self._no_id(column, meant)
                if fault:
                    yield Wrong((*way, word), fault)

    def _no_id(self, column: Column, name: str) -> str | None:
        """Return what is wrong with an id, or a word of a list, that words of a column are to stand for."""
        if column is Column.COUNTRY:
            fits = re.fullmatch(r"[A-Z]{2}", name)
            return None if fits else f"{quoted(name)} is not a country: use two capital letters, like GB."
        if column not in self._ids:
            self._ids[column] = frozenset(ids_of(self._map, column))
        if name in self._ids[column] or column not in _FIXED:
            return None
        if column in LIST_OF_COLUMN:
            known = LIST_OF_COLUMN[column]
            return f"{quoted(name)} is not one of {', '.join(known)}.{did_you_mean(name, known)}"
        return self._unknown(SECTION_OF_COLUMN[column], name)

    def _named(self, entry: Mapping[str, Any], kind: SourceKind) -> Iterator[Wrong]:
        """Yield what is wrong with the statements, flows and people that a source names."""
        if kind is SourceKind.ENDS and not entry.get("starts"):
            yield Wrong(
                (), 'lacks the field "starts": name the retention statements whose period these ends start.'
            )
        yield from self._listed(entry, "starts", "retention", fits=kind is SourceKind.ENDS, kinds="ends")
        yield from self._listed(
            entry, "covers", "flows", fits=kind in _FLOWS, kinds="disclosures or receipts"
        )
        endless = {each.id for each in self._map.retention if isinstance(each.period, Gap)}
        for at, name in enumerate(_list(entry, "starts")):
            if name in endless:
                yield Wrong(
                    ("starts", at), f'"{name}" states no period, so nothing can start it: take it out.'
                )
        people = entry.get("people")
        if not isinstance(people, str):
            return
        if kind is SourceKind.PEOPLE or Column.PERSON not in ALLOWED[kind]:
            yield Wrong(("people",), f"is not for a source of kind {kind}: take it out.", is_key=True)
        elif people not in self._people:
            hint = did_you_mean(people, sorted(self._people))
            yield Wrong(("people",), f"No source of kind people has the id {quoted(people)}.{hint}")

    def _listed(
        self, entry: Mapping[str, Any], field: str, section: str, *, fits: bool, kinds: str
    ) -> Iterator[Wrong]:
        if field in entry and not fits:
            yield Wrong((field,), f"is for sources of kind {kinds} alone: take it out.", is_key=True)
            return
        known = {each.id for each in getattr(self._map, section)}
        for at, name in enumerate(_list(entry, field)):
            if name not in known:
                yield Wrong((field, at), self._unknown(section, name))

    def _unknown(self, section: str, name: str) -> str:
        kind = KINDS[section]
        self._hints += 1
        near = [each.id for each in getattr(self._map, section)] if self._hints <= MAX_HINTS else []
        return f"No {CALLED.get(kind, kind)} has the id {quoted(name)}.{did_you_mean(name, near)}"


def _block(entry: Mapping[str, Any], field: str) -> Mapping[str, Any]:
    found = entry.get(field)
    return found if isinstance(found, dict) else {}


def _list(entry: Mapping[str, Any], field: str) -> list[str]:
    found = entry.get(field)
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def _not_a_column(name: str, field: str, kind: SourceKind) -> str | None:
    words = field != "columns"
    known = [each for each in Column if each in ALLOWED[kind] and (not words or each in _FIXED)]
    if name in known:
        return None
    article = "an" if kind.value[0] in "aeiou" else "a"
    what = (
        f"no column of words of {article} {kind} source" if words else f"no column of {article} {kind} source"
    )
    hint = did_you_mean(name, known) or (f" Known are {', '.join(known)}." if known else " It has none.")
    return f"is {what}.{hint}"


def _no_word(column: Column, word: str, means_one_thing: bool) -> str | None:
    """Return what is wrong with a word of a log as such, whatever it is said to mean."""
    if not word:
        return "is empty: an empty cell says nothing and cannot mean an id."
    if not means_one_thing:
        return "stands here twice, but for blanks around it, with two meanings: keep one."
    if word.startswith("*.") and column is not Column.RECIPIENT:
        return "would be a domain with all beneath it, which only recipients can be: write the word itself."
    if word.startswith("*.") and not _DOMAIN.fullmatch(word):
        return "is no domain with all beneath it: write one like *.example.org."
    return None


def _nowhere(name: str) -> str:
    return f"is of no use, for {name} is not named under columns: name the column there, or take this out."


def _lacks(column: Column) -> str:
    if column in _FIXED:
        return f'lacks "{column}": name its column under columns, or the one id for all rows under constants.'
    return f'lacks "{column}": name its column under columns.'
