"""Which figures of a list to hide, so that its sum gives no small one away."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from .suppression import is_small

K = TypeVar("K", bound=Hashable)


class Count(NamedTuple):
    """How many observations, and about how many people; 0 people: not known."""

    observations: int
    people: int = 0


def is_enough(hidden: Iterable[Count], least: int) -> bool:
    """Say whether hidden figures protect each other from a reader who knows their sum.

    Such a reader knows that each is 1 at least. Any of them must be able to be `least` or more; or there are
    so many that none can be told from the others, and they are not all 1.

    >>> is_enough([Count(3)], 10), is_enough([Count(3), Count(40)], 10), is_enough([Count(3), Count(4)], 10)
    (False, True, False)
    """
    counts = [one.observations for one in hidden]
    spare = sum(counts) - len(counts)
    return len(counts) > 1 and (spare + 1 >= least or (len(counts) >= least and spare > 1))


def hide(counts: Mapping[K, Count], least: int, forced: Collection[K] = ()) -> tuple[set[K], bool]:
    """Return what to hide in a list whose sum is known, and whether that is enough while the sum is shown.

    The small figures and those that are forced are hidden, then the smallest of the rest, until they protect
    each other.

    >>> hide({"May": Count(3), "June": Count(40), "July": Count(90)}, 10)[0] == {"May", "June"}
    True
    """
    small = {
        key
        for key, one in counts.items()
        if key in forced or is_small(one.observations, one.people or None, least)
    }
    if not small:
        return set(), True
    order = {key: at for at, key in enumerate(counts)}
    ranked = sorted(counts, key=lambda key: (key not in small, counts[key].observations, order[key]))
    for number in range(len(small), len(ranked) + 1):
        if is_enough([counts[key] for key in ranked[:number]], least):
            return set(ranked[:number]), True
    return set(ranked), False


def tells(rest: int, hidden: int, least: int) -> bool:
    """Say whether people who are in no figure shown tell how many a hidden one is about, at the least.

    The same person can be in several figures, so that people do not add up: those of all parts together are
    no more than their sum. Who is in no part that is shown must be in one of the `hidden` ones.

    >>> tells(5, 1, 10), tells(5, 3, 10), tells(-4, 2, 10), tells(0, 0, 10)
    (True, False, False, False)
    """
    return hidden > 0 and rest - (hidden - 1) * (least - 1) > 1
