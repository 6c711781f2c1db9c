"""What the words of a source stand for in the map."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from ..model.data_map import DataMap
from ..model.evidence_ids import LIST_OF_COLUMN, SECTION_OF_COLUMN, ids_of
from ..model.evidence_source import Column, Source
from .likeness import Labels

#: For how many words that stand for nothing the likeliest id is worked out: those that come first.
GUESSED: Final = 200

#: What logs often write for a code of ISO 3166-1, which reserves it so that it stands for nothing else.
_USUAL_FOR: Final = {"UK": "GB"}

#: What begins a word of `values` that means a domain and all beneath it.
WILDCARD: Final = "*."


class Resolved(NamedTuple):
    """What a word stands for: `id`, or None and the `likeliest` id, if one is near enough."""

    id: str | None
    likeliest: str | None = None


def resolve(data_map: DataMap, source: Source, column: Column, words: Iterable[str]) -> dict[str, Resolved]:
    """Return what words of a column of a source stand for, under the words as they were given.

    In this order: what `values` of the source says of the word, as it is or else whatever its case; for a
    recipient, the nearest domain above it that `values` has as ``*.example.org``; an id; a name or an alias,
    whatever its case and blanks, if only one entry goes by it. Lawful bases, roles and grounds may have
    blanks or underscores for hyphens; a country is two letters, and UK is taken for GB. Blanks
    around a word never count.

    Parameters
    ----------
    data_map
        The map.
    source
        The source whose `values` apply.
    column
        A column of words, or `Column.GROUND`.
    words
        Any number of words, the most frequent first: for the first 200 that stand for nothing, the id that
        they most probably mean is looked for.

    >>> from audit_lib.graph.example import example_map
    >>> log = Source(id="log", kind="disclosures", name="Log", format="csv",
    ...     values={"recipient": {"R&C Ltd": "referencer"}})
    >>> found = resolve(example_map(), log, Column.RECIPIENT, ["r&c ltd", "INSURER", "Court of Appeal"])
    >>> [tuple(each) for each in found.values()]
    [('referencer', None), ('insurer', None), (None, 'court')]
    """
    meanings = _Meanings(data_map, source, column)
    found: dict[str, Resolved] = {}
    unknown = 0
    for word in words:
        if word in found:
            continue
        stands_for = meanings.of(word)
        guess = None
        if stands_for is None and unknown < GUESSED:
            unknown += 1
            guess = meanings.likeliest(word)
        found[word] = Resolved(stands_for, guess)
    return found


class _Meanings:
    """What the words of one column can stand for; each table is made once."""

    def __init__(self, data_map: DataMap, source: Source, column: Column) -> None:
        self.column = column
        self.ids = dict.fromkeys(ids_of(data_map, column))
        self.labels = list(_labels(data_map, column))
        said = {word.strip(): name for word, name in source.values.get(column, {}).items()}
        domains = column is Column.RECIPIENT
        self.domains = {
            word.removeprefix(WILDCARD).casefold(): name
            for word, name in said.items()
            if domains and word.startswith(WILDCARD)
        }
        self.values = {
            word: name for word, name in said.items() if not (domains and word.startswith(WILDCARD))
        }
        self.values_in_any_case = _unambiguous((word.casefold(), name) for word, name in self.values.items())
        self.names = _unambiguous((plain_name(label), name) for name, label in self.labels)
        self.index: Labels | None = None

    def of(self, word: str) -> str | None:
        """Return what a word stands for, or None."""
        stripped = word.strip()
        if not stripped:
            return None
        found = self.values.get(stripped) or self.values_in_any_case.get(stripped.casefold())
        if found is None and self.domains:
            found = self._by_domain(stripped)
        return found or self._of_itself(stripped)

    def likeliest(self, word: str) -> str | None:
        """Return the id whose name, alias or own words are nearest to a word, if any are near enough."""
        if self.index is None:
            named = [*self.labels, *((name, name.replace("-", " ")) for name in self.ids)]
            told = [(name, said.removeprefix(WILDCARD)) for said, name in self.values.items()]
            self.index = Labels([*named, *told])
        return self.index.nearest(word)

    def _by_domain(self, word: str) -> str | None:
        """Go up from a domain until one is known: of two, the longer one counts."""
        above = word.casefold().rstrip(".")
        while above:
            if above in self.domains:
                return self.domains[above]
            above = above.partition(".")[2]
        return None

    def _of_itself(self, word: str) -> str | None:
        if self.column is Column.COUNTRY:
            code = word.upper()
            return _USUAL_FOR.get(code, code) if re.fullmatch(r"[A-Z]{2}", code) else None
        if self.column in LIST_OF_COLUMN:
            spelt = re.sub(r"[\s_]+", "-", word.casefold())
            return spelt if spelt in self.ids else None
        return word if word in self.ids else self.names.get(plain_name(word))


def plain_name(text: str) -> str:
    """Return a name as it is compared: without case, and with one blank between words.

    >>> plain_name("  Kite   HOMES ")
    'kite homes'
    """
    return " ".join(text.casefold().split())


def _labels(data_map: DataMap, column: Column) -> Iterator[tuple[str, str]]:
    """Yield each id with each name that it goes by."""
    if column in SECTION_OF_COLUMN:
        for entry in getattr(data_map, SECTION_OF_COLUMN[column]):
            for label in (entry.name, *getattr(entry, "aliases", ())):
                yield entry.id, label


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what each word stands for, without the words that stand for several things."""
    found: dict[str, set[str]] = {}
    for word, name in pairs:
        found.setdefault(word, set()).add(name)
    return {word: next(iter(names)) for word, names in found.items() if len(names) == 1}
