"""The regulator's scale: how likelihood and severity make an overall level."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, TypeVar

from ..model.data_map import DataMap
from ..model.risk import Harm, Level, Likelihood, RiskScale

S = TypeVar("S", bound=StrEnum)

#: The sample matrix of the regulator's guidance on DPIAs: a harm that is minimal, or whose chance is remote,
#: is low; a severe one is high as soon as it is a reasonable possibility. A map's own `risk_scale` goes
#: before it.
ICO_SCALE: Final = RiskScale(
    table={
        Likelihood.REMOTE: {
            Harm.MINIMAL: Level.LOW,
            Harm.SIGNIFICANT: Level.LOW,
            Harm.SEVERE: Level.LOW,
        },
        Likelihood.POSSIBLE: {
            Harm.MINIMAL: Level.LOW,
            Harm.SIGNIFICANT: Level.MEDIUM,
            Harm.SEVERE: Level.HIGH,
        },
        Likelihood.PROBABLE: {
            Harm.MINIMAL: Level.LOW,
            Harm.SIGNIFICANT: Level.HIGH,
            Harm.SEVERE: Level.HIGH,
        },
    }
)


def scale_of(data_map: DataMap) -> RiskScale:
    """Return the scale that a map is graded on: its own, or the regulator's.

    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "S", "kind": "organisation", "stance": "recorded"}]})
    >>> scale_of(m) == ICO_SCALE
    True
    """
    return data_map.risk_scale or ICO_SCALE


def rank(value: Likelihood | Harm | Level) -> int:
    """Return how far up its own scale a value stands: 0 for the lowest.

    >>> rank(Likelihood.REMOTE), rank(Harm.SEVERE), rank(Level.MEDIUM)
    (0, 2, 1)
    """
    steps: Sequence[StrEnum] = tuple(type(value))
    return steps.index(value)


def lower(value: S) -> S:
    """Return the step beneath a likelihood or a severity; the lowest stays.

    >>> lower(Likelihood.PROBABLE).value, lower(Harm.MINIMAL).value
    ('possible', 'minimal')
    """
    steps = tuple(type(value))
    return steps[max(0, steps.index(value) - 1)]
