"""What drives the expected loss: each figure at its 5th and at its 95th percentile, all others held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model.assumption import Figure
from ..model.quantified import Driver, State
from .assumption import Event
from .expected import Spreads, expected
from .stakes import Stake


def drivers(figures: Iterable[Figure], stakes: Sequence[Stake], spreads: Spreads) -> tuple[Driver, ...]:
    """Return for each figure the expected loss of a year, as it is now, at both its ends; widest swing first.

    One figure is set to its 5th and then to its 95th percentile; the others keep their whole range. This is
    worked out without chance, so there is no noise in it. Figures that change nothing are left out.

    Examples
    --------
    >>> drivers([], [], {})
    ()
    """
    before = {stake.id: _current(stake, spreads) for stake in stakes}
    found = []
    for figure in figures:
        low, high = (
            sum(_swung(stake, spreads, figure, end, before[stake.id]) for stake in stakes) for end in (0, 1)
        )
        if low != high:
            found.append(Driver(figure=figure.id, name=figure.name, at_low=low, at_high=high))
    return tuple(sorted(found, key=lambda driver: (-driver.swing, driver.figure)))


def _current(stake: Stake, spreads: Spreads) -> float:
    return sum(expected(stake, spreads, State.CURRENT).values())


def _swung(stake: Stake, spreads: Spreads, figure: Figure, end: int, before: float) -> float:
    if not _concerns(figure.id, stake):
        return before
    return _current(stake, {**spreads, figure.id: spreads[figure.id].ends[end]})


def _concerns(name: str, stake: Stake) -> bool:
    """Say whether a figure can count in a scenario; most are of one, of one event, or of measures."""
    kind, _, rest = name.partition(":")
    if kind in ("frequency", "people", "loss") and rest:
        return rest.partition(":")[0] == stake.id
    if name.partition("-")[0] in tuple(Event):
        return name.startswith(stake.event.value)
    if name in ("remote", "possible", "probable"):
        return name == stake.factor
    if kind == "measure" or name.startswith("effect-"):
        held = stake.held[State.CURRENT]
        return name in {cut for cut, _ in (*held.rarer, *held.milder)}
    return True
