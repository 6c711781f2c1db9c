"""How the ids of a map are spelt in invented logs: as ids, by name, by alias, in the log's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

import numpy as np

from ...model.activity import Basis
from ...model.data_map import DataMap
from ...model.evidence_source import WORDS, Column
from ...model.flow import Role
from ...model.noun import Entry
from ...model.system import System
from .declared import Pattern

#: Names longer than this, or that break over lines, are not how a log spells anything.
_LONGEST: Final = 120

#: How many spellings of a pattern occur.
SPELLINGS: Final = 3

#: Words for countries that no rule resolves.
_COUNTRIES: Final = {"GB": "Great Britain", "US": "United States", "IE": "Eire", "IN": "Bharat"}

_PREFIX: Final = {
    Column.SENDER: "FR",
    Column.RECIPIENT: "TO",
    Column.DATA: "DC",
    Column.PURPOSE: "PU",
    Column.ACTIVITY: "AC",
    Column.SYSTEM: "SY",
}


class Vocabulary(NamedTuple):
    """The spellings of each id in each column, and the words that ``evidence.yaml`` has to explain.

    `taken` holds, folded, what stands for something in a column.
    """

    spellings: Mapping[Column, Mapping[str, tuple[str, ...]]]
    values: Mapping[Column, Mapping[str, str]]
    taken: Mapping[Column, frozenset[str]]


def fold(word: str) -> str:
    """Return a word as names are compared: without regard to case and to how wide a gap is.

    >>> fold("Acme   Repairs ")
    'acme repairs'
    """
    return " ".join(word.casefold().split())


def vocabulary(data_map: DataMap, seed: int) -> Vocabulary:
    """Choose how each id is spelt; a third of them go by a word of the log's own.

    >>> from audit_lib.graph.example import example_map
    >>> vocabulary(example_map(), 1).spellings[Column.ROLE]["joint-controller"]
    ('joint-controller', 'joint controller', 'joint_controller')
    """
    rng = np.random.default_rng([seed, 4])
    spellings: dict[Column, dict[str, tuple[str, ...]]] = {}
    values: dict[Column, dict[str, str]] = {}
    taken: dict[Column, frozenset[str]] = {}
    for column, entries in _sections(data_map).items():
        names = Counter(
            fold(name) for entry in entries for name in {fold(n): n for n in _names(entry)}.values()
        )
        ids = {entry.id for entry in entries}
        own: dict[str, str] = {}
        found: dict[str, tuple[str, ...]] = {}
        for number, entry in enumerate(entries):
            code = f"{_PREFIX[column]}{number + 1:04d}"
            usable = [n for n in _names(entry) if _plain(n) and names[fold(n)] == 1 and fold(n) not in ids]
            words = [entry.id, *usable][: SPELLINGS + 1]
            if rng.random() < 0.34 and fold(code) not in names and fold(code) not in ids:
                own[code] = entry.id
                words = [code, *usable[:1]]
            found[entry.id] = tuple(words[int(n)] for n in rng.permutation(len(words)))
        spellings[column], values[column] = found, own
        taken[column] = frozenset([*names, *ids, *map(fold, own)])
    _closed_lists(spellings, values, taken)
    return Vocabulary(spellings, values, taken)


def spell(words: Vocabulary, pattern: Pattern, number: int) -> tuple[str | None, ...]:
    """Return the words of a pattern in the order of the columns, in one of its spellings.

    >>> from audit_lib.graph.example import example_map
    >>> spell(vocabulary(example_map(), 1), Pattern(None, "court", "arrears"), 0)[0] is None
    True
    """
    return tuple(
        None if said is None else _choose(words.spellings[column].get(said, (said,)), number + place)
        for place, (column, said) in enumerate(zip(WORDS, pattern, strict=True))
    )


def nonsense(words: Vocabulary, column: Column, number: int) -> str:
    """Return a word that stands for nothing in a column.

    >>> from audit_lib.graph.example import example_map
    >>> nonsense(vocabulary(example_map(), 1), Column.RECIPIENT, 7)
    'Unlisted recipient 7'
    """
    word = f"Unlisted {column.value} {number}"
    while fold(word) in words.taken.get(column, ()):
        word += " (new)"
    return word


def _choose(words: tuple[str, ...], number: int) -> str:
    return words[number % len(words)]


def _sections(data_map: DataMap) -> Mapping[Column, tuple[Entry, ...]]:
    return {
        Column.SENDER: data_map.parties,
        Column.RECIPIENT: data_map.parties,
        Column.DATA: data_map.data,
        Column.PURPOSE: data_map.purposes,
        Column.ACTIVITY: data_map.activities,
        Column.SYSTEM: data_map.systems,
    }


def _names(entry: Entry) -> Iterator[str]:
    yield str(getattr(entry, "name", ""))
    if not isinstance(entry, System):
        yield from getattr(entry, "aliases", ())


def _plain(name: str) -> bool:
    return 0 < len(name) <= _LONGEST and name.isprintable() and name == name.strip()


def _closed_lists(
    spellings: dict[Column, dict[str, tuple[str, ...]]],
    values: dict[Column, dict[str, str]],
    taken: dict[Column, frozenset[str]],
) -> None:
    """Spell bases, roles and countries: with gaps and low lines for hyphens, in small letters, in words."""
    closed: Iterable[tuple[Column, Iterable[str]]] = (
        (Column.BASIS, (one.value for one in Basis)),
        (Column.ROLE, (one.value for one in Role)),
    )
    for column, ids in closed:
        spellings[column] = {
            one: tuple(dict.fromkeys([one, one.replace("-", " "), one.replace("-", "_")])) for one in ids
        }
        values[column] = {}
        taken[column] = frozenset(fold(word) for words in spellings[column].values() for word in words)
    values[Column.COUNTRY] = {word: code for code, word in _COUNTRIES.items()}
    spellings[Column.COUNTRY] = {code: (code, code.lower(), word) for code, word in _COUNTRIES.items()}
    taken[Column.COUNTRY] = frozenset(map(fold, values[Column.COUNTRY]))
