"""Many phrases looked for at once, the longest first, in time that grows only with the text.

A phrase is written as words: ``bank|building_society account`` (one or the other), ``copy of? passport`` (may
be missing), ``collect .. rent`` (up to four words between). Articles and possessives between the words of a
phrase never hinder it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final, NamedTuple

from .words import ENDS, stem, words_of

#: Words that may stand inside any phrase.
FILLERS: Final = frozenset(
    map(
        stem,
        [
            "the",
            "a",
            "an",
            "your",
            "our",
            "their",
            "his",
            "her",
            "its",
            "my",
            "any",
            "all",
            "this",
            "that",
            "these",
            "those",
            "such",
            "some",
            "other",
        ],
    )
)

#: How many fillers in a row a phrase bears, and how many words a gap.
FILLERS_IN_A_ROW: Final = 2
GAP: Final = 4


class Found(NamedTuple):
    """A phrase in a text: what it stands for, and its first word and the one after its last."""

    key: str
    start: int
    end: int


class _Node:
    """A place in the tree of phrases: what may follow, what may follow after a gap, what ends here."""

    __slots__ = ("gap", "keys", "steps")

    def __init__(self) -> None:
        self.steps: dict[str, _Node] = {}
        self.gap: _Node | None = None
        self.keys: tuple[str, ...] = ()


class _Way(NamedTuple):
    """How far a phrase goes: the word after it, what it stands for, and if it bridges a gap."""

    end: int
    keys: tuple[str, ...]
    gap: bool = False


class PhraseTree:
    """The phrases of many keys; a phrase may stand under several.

    >>> tree = PhraseTree([("address", "address"), ("email", "email address"), ("rent", "collect .. rent")])
    >>> stems = words_of("your email address, to collect each month's rent").stems
    >>> [found.key for found in tree.find(stems)]
    ['email', 'rent']
    """

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._root = _Node()
        for key, phrase in phrases:
            for way in _ways(phrase):
                self._enter(key, way)

    def _enter(self, key: str, way: Sequence[str]) -> None:
        node = self._root
        for word in way:
            if word == "..":
                node.gap = node.gap or _Node()
                node = node.gap
            else:
                node = node.steps.setdefault(word, _Node())
        if key not in node.keys:
            node.keys = (*node.keys, key)

    def find(self, stems: Sequence[str]) -> Iterator[Found]:
        """Yield the longest phrase at each place; what stands inside a found phrase is not looked at again.

        The words behind the first of a phrase with a gap are looked at, since they may be phrases too.
        """
        free = 0
        for start, word in enumerate(stems):
            first = self._root.steps.get(word)
            if first is None or start < free:
                continue
            way = _longest(first, stems, start + 1)
            if way.keys:
                free = start + 1 if way.gap else way.end
                for key in way.keys:
                    yield Found(key, start, way.end)


def _longest(node: _Node, stems: Sequence[str], at: int) -> _Way:
    """Return how far the longest phrase from a node goes; without a gap wins over with one."""
    best = _Way(at, node.keys)
    for follower, after in _followers(node, stems, at):
        way = _longest(follower, stems, after)
        if way.keys and (not best.keys or best.gap or (not way.gap and way.end > best.end)):
            best = way
    if node.gap is not None and not best.keys:
        best = _over_gap(node.gap, stems, at)
    return best


def _over_gap(behind: _Node, stems: Sequence[str], at: int) -> _Way:
    for where in range(at, min(at + GAP + 1, len(stems))):
        if stems[where] in ENDS:
            break
        follower = behind.steps.get(stems[where])
        if follower is not None:
            way = _longest(follower, stems, where + 1)
            if way.keys:
                return way._replace(gap=True)
    return _Way(at, ())


def _followers(node: _Node, stems: Sequence[str], at: int) -> Iterator[tuple[_Node, int]]:
    """Yield the nodes that the next words lead to, and the word behind them; fillers are stepped over."""
    for where in range(at, min(at + FILLERS_IN_A_ROW + 1, len(stems))):
        follower = node.steps.get(stems[where])
        if follower is not None:
            yield follower, where + 1
        if stems[where] not in FILLERS:
            return


def _ways(phrase: str) -> Iterator[tuple[str, ...]]:
    """Yield every way in which a phrase can be said, as stems."""
    choices: list[list[tuple[str, ...]]] = []
    for item in phrase.split():
        said = [(word,) if word == ".." else words_of(word).stems for word in item.rstrip("?").split("|")]
        choices.append([(), *said] if item.endswith("?") else said)
    for choice in product(*choices):
        yield tuple(word for words in choice for word in words)
