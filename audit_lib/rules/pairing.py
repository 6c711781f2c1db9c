"""Which findings of two runs are one finding that has come to be about other entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar


class Told(Protocol):
    """A finding as far as it takes to know it again."""

    @property
    def id(self) -> str:
        """The id of the finding."""

    @property
    def rule(self) -> str:
        """The rule that found it."""

    @property
    def about(self) -> tuple[str, ...]:
        """The entries that it is about."""


A = TypeVar("A", bound=Told)
B = TypeVar("B", bound=Told)


def known_again(before: Sequence[Told], after: Sequence[Told]) -> dict[str, str]:
    """Return which finding of one run is which of a later one, by their ids.

    Findings of one id are the same; of the others, those that `paired` takes for one.

    >>> known_again([], [])
    {}
    """
    now = {finding.id for finding in after}
    again = {finding.id: finding.id for finding in before if finding.id in now}
    left = [finding for finding in before if finding.id not in again]
    come = [finding for finding in after if finding.id not in again]
    return again | {one.id: other.id for one, other in paired(left, come)}


def paired(before: Iterable[A], after: Iterable[B]) -> Iterator[tuple[A, B]]:
    """Pair findings of one rule that are about some of the same entries, each at most once.

    Those that share most of what they are about come first, so that a shared cause does not come and go with
    every entry that it touches; the choice does not depend on which came first.

    >>> list(paired([], []))
    []
    """
    touching: dict[tuple[str, str], list[B]] = defaultdict(list)
    for finding in after:
        for reference in finding.about:
            touching[finding.rule, reference].append(finding)
    alike: list[tuple[float, list[str], A, B]] = []
    for one in before:
        near = (other for reference in one.about for other in touching.get((one.rule, reference), ()))
        alike += [
            (-_shared(one, other), sorted([one.id, other.id]), one, other)
            for other in {other.id: other for other in near}.values()
        ]
    taken: set[str] = set()
    for _, ids, one, other in sorted(alike, key=lambda pair: (pair[0], pair[1])):
        if taken.isdisjoint(ids):
            taken.update(ids)
            yield one, other


def _shared(one: Told, other: Told) -> float:
    both = set(one.about) | set(other.about)
    return len(set(one.about) & set(other.about)) / len(both)
