"""How long the data of an activity is kept: the most specific statement for each category."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.activity import Activity
from ..model.data_map import DataMap
from ..model.noun import Gap
from ..model.record import Cell
from ..model.retention import Retention
from ..model.words import lasting
from .cells import Part, bracketed, cell, marked


def retention_of(data_map: DataMap, activity: Activity, category: str) -> Retention | None:
    """Return the most specific statement of how long an activity keeps a category; None if there is none.

    In this order: one for the activity and the category, one for the category (the nearest in the
    hierarchy first), one for the activity, one for everything.

    Examples
    --------
    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "S", "kind": "organisation", "stance": "recorded"}],
    ...     "data": [{"id": "d", "name": "D", "stance": "recorded"}],
    ...     "purposes": [{"id": "p", "name": "P", "stance": "recorded"}],
    ...     "activities": [{"id": "a", "name": "A", "function": "F", "purpose": "p", "controllers": ["s"],
    ...                     "subjects": [], "data": ["d"], "stance": "recorded"}],
    ...     "retention": [{"id": "all", "name": "All", "stance": "recorded"},
    ...                   {"id": "d-only", "name": "D", "data": ["d"], "stance": "recorded"}]})
    >>> retention_of(m, m.activity["a"], "d").id
    'd-only'
    """
    return _best(data_map, _candidates(data_map, activity), category)


def topmost(data_map: DataMap, categories: Iterable[str]) -> list[str]:
    """Return the categories of which none of the others is an ancestor, in the order of the map.

    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "S", "kind": "organisation", "stance": "recorded"}],
    ...     "data": [{"id": "who", "name": "Who", "stance": "recorded"},
    ...              {"id": "passport", "name": "Passport", "parent": "who", "stance": "recorded"}]})
    >>> topmost(m, ["passport", "who"])
    ['who']
    """
    given = set(categories)
    beneath = {low for name in given for low in data_map.below[name] if low != name}
    return [category.id for category in data_map.data if category.id in given - beneath]


def retention_cell(data_map: DataMap, activity: Activity, categories: Iterable[str]) -> Cell:
    """Return the cell of the retention schedule (Art. 30(1)(f)).

    One line a statement, the most specific for each category. A statement without a period is shown as
    one, and categories for which there is none are named.
    """
    candidates = _candidates(data_map, activity)
    if not candidates:
        return cell(data_map, [], Gap.NOT_STATED, (f"activity:{activity.id}",))
    covers: dict[str, list[str]] = {}
    uncovered: list[str] = []
    for category in categories:
        for atom in sorted(data_map.below[category]):
            best = _best(data_map, candidates, atom)
            if best:
                covers.setdefault(best.id, []).append(atom)
            else:
                uncovered.append(atom)
    parts = [_part(data_map, entry) for entry in data_map.retention if entry.id in covers]
    if uncovered:
        names = ", ".join(data_map.category[name].name for name in topmost(data_map, uncovered))
        words = f"{bracketed(Gap.NOT_STATED)} for {names}" if parts else bracketed(Gap.NOT_STATED)
        parts.append(Part(words, (f"activity:{activity.id}",), Gap.NOT_STATED))
    return cell(data_map, parts, Gap.NOT_STATED, (f"activity:{activity.id}",))


def _candidates(data_map: DataMap, activity: Activity) -> list[Retention]:
    return [entry for entry in data_map.retention if not entry.activities or activity.id in entry.activities]


def _best(data_map: DataMap, candidates: Iterable[Retention], category: str) -> Retention | None:
    """Return the candidate that fits a category most closely; of equals, the first in the map."""
    ranked = []
    for entry in candidates:
        near = [len(data_map.below[data]) for data in entry.data if category in data_map.below[data]]
        if entry.data and not near:
            continue
        ranked.append(((not entry.data, not entry.activities, min(near, default=0)), entry))
    return min(ranked, key=lambda pair: pair[0])[1] if ranked else None


def _part(data_map: DataMap, entry: Retention) -> Part:
    about = ", ".join(data_map.category[name].name for name in entry.data)
    known = not isinstance(entry.period, Gap)
    period = lasting(entry.period) if known else f"period {bracketed(Gap(entry.period))}"
    what = f"{about or 'All data'}: {period if known else f'{entry.name}, {period}'}"
    words = [what]
    for label, value in (("from", entry.starts), ("then", entry.at_end), ("because", entry.ground)):
        if not isinstance(value, Gap):
            words.append(f"{label}: {value}")
    gap = None if known else Gap(entry.period)
    return Part(marked(", ".join(words), entry.stance), (f"retention:{entry.id}",), gap)
