"""What is different between two maps, entry by entry and party by party."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from ..model.data_map import KINDS, DataMap
from ..model.noun import Noun
from .compiled import compile_map
from .difference import EntryChange, Exposed, FieldChange, MapDifference
from .exposure import exposure_of
from .outset import PEOPLE
from .spread import Flags


def compare_maps(old: DataMap, new: DataMap) -> MapDifference:
    """Return what was added, removed and changed between two maps, and who gains or loses which data.

    Entries are the same if kind and id are the same: an entry under another id is one removed and one
    added. The result is false if, and only if, the maps are equal.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> old = example_map()
    >>> new = old.model_copy(update={"flows": old.flows[:-2]})
    >>> difference = compare_maps(old, new)
    >>> difference.removed
    ('flow:sell', 'flow:sue')
    >>> [tuple(pair) for pair in difference.lost]
    [('passport-copy', 'insurer'), ('arrears', 'court')]
    """
    sections = [(name, _listed(old, name), _listed(new, name)) for name in (*KINDS, "decisions")]
    sections += [("heads", _heads(old), _heads(new))]
    gained, lost = _exposed(old, new)
    return MapDifference(
        added=tuple(name for _, before, after in sections for name in after if name not in before),
        removed=tuple(name for _, before, after in sections for name in before if name not in after),
        changed=tuple(change for _, before, after in sections for change in _changes(before, after)),
        reordered=tuple(name for name, before, after in sections if _moved(before, after)),
        gained=gained,
        lost=lost,
    )


def _listed(data_map: DataMap, section: str) -> dict[str, Noun]:
    if section != "decisions":
        return {f"{KINDS[section]}:{entry.id}": entry for entry in getattr(data_map, section)}
    found: dict[str, Noun] = {}
    for decision in data_map.decisions:
        # A map may hold several decisions about one finding; each is counted by its place among them.
        name = reference = f"decision:{decision.finding}"
        count = 1
        while name in found:
            count += 1
            name = f"{reference}#{count}"
        found[name] = decision
    return found


def _heads(data_map: DataMap) -> dict[str, Noun]:
    heads = {
        "map": data_map.info,
        "notice": data_map.notice,
        "risk_scale": data_map.risk_scale,
        "risk_model": data_map.risk_model,
        **{f"own_rules:{rule.id}": rule for rule in data_map.own_rules},
    }
    return {name: noun for name, noun in heads.items() if noun is not None}


def _changes(before: Mapping[str, Noun], after: Mapping[str, Noun]) -> Iterator[EntryChange]:
    for reference, noun in after.items():
        was = before.get(reference)
        if was is None or was == noun:
            continue
        old, new = (one.model_dump(mode="json", by_alias=True) for one in (was, noun))
        fields = tuple(FieldChange(name, old[name], new[name]) for name in new if old[name] != new[name])
        if fields:
            yield EntryChange(reference, fields)


def _moved(before: Mapping[str, Noun], after: Mapping[str, Noun]) -> bool:
    return [name for name in before if name in after] != [name for name in after if name in before]


def _exposed(old: DataMap, new: DataMap) -> tuple[tuple[Exposed, ...], tuple[Exposed, ...]]:
    """Return the (category, party) pairs that only the new and only the old map has, in map order."""
    categories = tuple(dict.fromkeys(entry.id for one in (new, old) for entry in one.data))
    parties = tuple(dict.fromkeys(entry.id for one in (new, old) for entry in one.parties))
    before, after = (_reached(one, categories, parties) for one in (old, new))
    return _told(after & ~before, categories, parties), _told(before & ~after, categories, parties)


def _reached(data_map: DataMap, categories: Sequence[str], parties: Sequence[str]) -> Flags:
    """Return what parties come to hold otherwise than by being people, over the ids of both maps."""
    shown = exposure_of(compile_map(data_map))
    people = np.array([party.kind in PEOPLE for party in data_map.parties], np.bool_)
    row = {name: at for at, name in enumerate(categories)}
    column = {name: at for at, name in enumerate(parties)}
    reached = np.zeros((len(categories), len(parties)), np.bool_)
    rows = np.array([row[name] for name in shown.categories], np.intp)
    columns = np.array([column[name] for name in shown.parties], np.intp)
    reached[np.ix_(rows, columns)] = shown.received | (shown.matrix & ~people)
    return reached


def _told(cells: Flags, categories: Sequence[str], parties: Sequence[str]) -> tuple[Exposed, ...]:
    return tuple(
        Exposed(categories[row], parties[column]) for row, column in zip(*np.nonzero(cells), strict=True)
    )
