"""The head of a record: who keeps it and how to reach them (UK GDPR Art. 30(1)(a), 30(2)(a))."""

from __future__ import annotations

from ..model.claim import ControllerNamed
from ..model.data_map import DataMap
from ..model.noun import Gap
from ..model.record import Cell, RecordKind
from ..model.rights import Use
from .cells import Part, cell, marked
from .countries import is_home

_CONTACTS = (Use.CONTACT, Use.RIGHTS, Use.COMPLAINTS)


def record_head(
    data_map: DataMap, party: str, kind: RecordKind, joint: tuple[str, ...] = ()
) -> tuple[tuple[str, Cell], ...]:
    """Return the head of a party's record as (name, cell) pairs.

    The data protection officer and the representative of a map are those of its controller; for another
    party they are not stated.

    Parameters
    ----------
    joint
        The joint controllers anywhere in the record.

    Examples
    --------
    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "Shop", "kind": "organisation", "stance": "recorded"}]})
    >>> [(name, cell.text()) for name, cell in record_head(m, "s", RecordKind.CONTROLLER)][:2]
    [('Controller', 'Shop'), ('Contact of the controller', '[not stated]')]
    """
    who = kind.value
    own = party == data_map.info.controller
    officer = data_map.info.dpo if own else None
    head = [
        (who.capitalize(), name_cell(data_map, party)),
        (f"Contact of the {who}", contact_cell(data_map, party)),
        ("Other names", _alias_cell(data_map, party)),
        ("Data protection officer", name_cell(data_map, officer)),
        ("Contact of the officer", contact_cell(data_map, officer)),
        ("Representative (Art. 27)", representative_cell(data_map, party)),
    ]
    if kind is RecordKind.CONTROLLER:
        parts = [
            Part(marked(data_map.party[name].name, data_map.party[name].stance), (f"party:{name}",))
            for name in joint
        ]
        head.append(("Joint controllers", cell(data_map, parts, Gap.NOT_APPLICABLE, (f"party:{party}",))))
    return tuple(head)


def name_cell(data_map: DataMap, party: str | None) -> Cell:
    """Return the cell of a party's name; not stated where there is no such party."""
    if party is None:
        return cell(data_map, [], Gap.NOT_STATED)
    entry = data_map.party[party]
    return cell(data_map, [Part(marked(entry.name, entry.stance), (f"party:{party}",))], Gap.NOT_STATED)


def contact_cell(data_map: DataMap, party: str | None) -> Cell:
    """Return the cell that says how to reach a party: contact, address in the notice, channels."""
    if party is None:
        return cell(data_map, [], Gap.NOT_STATED)
    entry = data_map.party[party]
    parts = []
    if not isinstance(entry.contact, Gap):
        parts.append(Part(entry.contact, (f"party:{party}",)))
    for clause in data_map.clauses:
        for claim in clause.claims:
            if not isinstance(claim, ControllerNamed) or isinstance(claim.address, Gap):
                continue
            if party in claim.parties:
                parts.append(Part(claim.address, (f"clause:{clause.id}",)))
    for channel in data_map.channels:
        open_to_all = channel.party == party and not set(_CONTACTS).isdisjoint(channel.uses)
        if open_to_all and not isinstance(channel.address, Gap):
            text = marked(f"{channel.name}: {channel.address}", channel.stance)
            parts.append(Part(text, (f"channel:{channel.id}",)))
    return cell(data_map, parts, Gap(entry.contact) if isinstance(entry.contact, Gap) else Gap.NOT_STATED)


def representative_cell(data_map: DataMap, party: str) -> Cell:
    """Return the cell of the representative: a controller or processor at home needs none (Art. 27)."""
    named = data_map.info.representative if party == data_map.info.controller else None
    if named:
        return name_cell(data_map, named)
    country = data_map.party[party].country
    at_home = not isinstance(country, Gap) and is_home(data_map, country)
    return cell(data_map, [], Gap.NOT_APPLICABLE if at_home else Gap.NOT_STATED, (f"party:{party}",))


def _alias_cell(data_map: DataMap, party: str) -> Cell:
    here = (f"party:{party}",)
    parts = [Part(alias, here) for alias in data_map.party[party].aliases]
    return cell(data_map, parts, Gap.NONE, here)
