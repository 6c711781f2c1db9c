"""Which figures of what was due for deletion may be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..model.reconciliation import DueDeletion, LateDeletion
from .hiding import Count, hide
from .suppression import THRESHOLD, is_small


class DueTold(NamedTuple):
    """What was due for deletion, its figures as they may be shown: None for what is hidden."""

    of: DueDeletion
    due: int | None
    in_time: int | None
    late: int | None
    unlogged: int | None

    @property
    def longest(self) -> int | None:
        """By how many days the latest deletion came late, if how many were late is told."""
        return self.of.longest if self.late else None


def due_told(
    due: Sequence[DueDeletion], late: Iterable[LateDeletion], threshold: int = THRESHOLD
) -> tuple[DueTold, ...]:
    """Return what may be shown of what was due for deletion, in the same order.

    What was late is told as the findings tell it. Of each row, small figures are hidden and others with them,
    so that what was due gives none away; where that is not enough, or where what was due under two rules
    differs by few people, nothing else of a rule is told.

    Parameters
    ----------
    late
        The late deletions that findings tell of.

    >>> def row(in_time, late, unlogged):
    ...     due = in_time + late + unlogged
    ...     return DueDeletion(rule="keep", sender="host", data="name", due=due, in_time=in_time, late=late)
    >>> [one[1:] for one in due_told([row(400, 0, 3)], [])], [one[1:] for one in due_told([row(4, 0, 3)], [])]
    ([(403, None, 0, None)], [(None, None, 0, None)])
    """
    told = {
        (one.sender, one.data) for one in late if not is_small(one.deletions, one.people or None, threshold)
    }
    late_told = [not one.late or (one.sender, one.data) in told for one in due]
    hidden = [_hidden(one, open_, threshold) for one, open_ in zip(due, late_told, strict=True)]
    shut = {one.rule for one, names in zip(due, hidden, strict=True) if names is None}
    shut |= set(_near(due, shut, threshold))
    return tuple(
        _told(one, None if one.rule in shut else names, one.late if open_ else None)
        for one, names, open_ in zip(due, hidden, late_told, strict=True)
    )


def _hidden(one: DueDeletion, late_told: bool, threshold: int) -> set[str] | None:
    """Return which figures of a row to hide; None where that is not enough if what was due is shown."""
    parts = {"in_time": one.in_time, "unlogged": one.unlogged, "late": 0 if late_told else one.late}
    hidden, enough = hide({name: Count(number) for name, number in parts.items() if number}, threshold)
    return hidden if enough and not is_small(one.due, None, threshold) else None


def _near(due: Sequence[DueDeletion], shut: set[str], threshold: int) -> Iterator[str]:
    """Yield the rules that differ by few people from one that is shown: some are due under both."""
    people = {one.rule: one.due for one in due if one.rule not in shut}
    shown: int | None = None
    for rule, number in sorted(people.items(), key=lambda each: (-each[1], each[0])):
        if shown is not None and 0 < shown - number < threshold:
            yield rule
        else:
            shown = number


def _told(one: DueDeletion, hidden: set[str] | None, late: int | None) -> DueTold:
    if hidden is None:
        return DueTold(one, None, None, late, None)
    in_time = None if "in_time" in hidden else one.in_time
    return DueTold(one, one.due, in_time, late, None if "unlogged" in hidden else one.unlogged)
