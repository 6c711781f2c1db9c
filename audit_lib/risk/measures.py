"""Which safeguards make a difference to a risk, and where they are missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from ..model.data_map import DataMap
from ..model.noun import Stance
from ..model.safeguard import Measure, Safeguard
from ..records.security import Scope, applies, is_general
from .facts import Spot

#: A safeguard counts when it is known to be in place: a clause states it, or the organisation records it.
IN_PLACE: Final = (Stance.STATED, Stance.RECORDED)


class Cover(NamedTuple):
    """How far measures of some kinds reach: which they are, and how many of the places they cover.

    `share` is the part of the data at these places that they protect, from 0 to 1: each category counts
    once at each place, since a platform that holds forty weighs more than a list that holds one. `general`
    are measures of these kinds that name nothing to protect; they cover nothing.
    """

    safeguards: tuple[Safeguard, ...]
    covered: int
    places: int
    share: float = 0.0
    general: tuple[Safeguard, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether the measures are in place everywhere."""
        return self.places > 0 and self.covered == self.places


def cover(
    data_map: DataMap, spots: Sequence[Spot], kinds: Iterable[Measure], planned: Iterable[Safeguard] = ()
) -> Cover:
    """Return how far the safeguards of some kinds cover spots.

    A spot is covered if the safeguards that apply to it protect all of its data; a place is covered if all
    of its spots are. What is inferred, unclear or only expected does not count, and neither does a promise
    that names nothing to protect. A measure that names nothing but data speaks for the controller of the
    map and its teams alone: nobody can promise what happens in another's house. `planned` safeguards count as
    if they were in place.

    Examples
    --------
    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "S", "kind": "organisation", "stance": "recorded"}],
    ...     "safeguards": [{"id": "lock", "name": "Lock", "measure": "access-control", "parties": ["s"],
    ...                     "stance": "recorded"}]})
    >>> here, there = Spot("party:s", frozenset({"s"})), Spot("party:x", frozenset({"x"}))
    >>> cover(m, [here], [Measure.ACCESS_CONTROL]).complete
    True
    >>> found = cover(m, [here, there], [Measure.ACCESS_CONTROL])
    >>> found.covered, found.share
    (1, 0.5)
    """
    wanted = set(kinds)
    known = [s for s in (*data_map.safeguards, *planned) if s.measure in wanted and s.stance in IN_PLACE]
    able = [safeguard for safeguard in known if not is_general(safeguard)]
    places: dict[str, bool] = {}
    used: set[str] = set()
    at_stake = kept = 0
    for spot in spots:
        met = [safeguard for safeguard in able if _reaches(data_map, safeguard, spot)]
        used.update(safeguard.id for safeguard in met)
        whole = any(not safeguard.data for safeguard in met)
        protected = data_map.atoms(tuple(name for safeguard in met for name in safeguard.data))
        safe = bool(met) and (whole or spot.data <= protected)
        weight = max(len(spot.data), 1)
        at_stake += weight
        kept += weight if safe else len(spot.data & protected)
        places[spot.place] = places.get(spot.place, True) and safe
    return Cover(
        safeguards=tuple(safeguard for safeguard in able if safeguard.id in used),
        covered=sum(places.values()),
        places=len(places),
        share=kept / at_stake if at_stake else 0.0,
        general=tuple(safeguard for safeguard in known if is_general(safeguard)),
    )


def _reaches(data_map: DataMap, safeguard: Safeguard, spot: Spot) -> bool:
    """Say whether a safeguard applies at a spot."""
    only_data = not (safeguard.parties or safeguard.systems or safeguard.activities)
    if only_data and data_map.inside.isdisjoint(spot.parties):
        return False
    scope = Scope(parties=spot.parties, systems=spot.systems, activities=spot.activities, data=spot.data)
    return applies(data_map, safeguard, scope)
