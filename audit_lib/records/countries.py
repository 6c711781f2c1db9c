"""Where data goes abroad, and what makes that lawful (UK GDPR Chapter V, Art. 30(1)(e))."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from ..law.adequacy import home
from ..model.data_map import DataMap
from ..model.flow import Flow, Transfer
from ..model.noun import Gap, Stance
from ..model.party import PartyKind
from ..model.record import Cell
from .cells import OPEN_GAPS, Part, bracketed, cell, firmest, marked

#: What a country is called in a sentence, where its code is not; others stand as the map has them.
_SPOKEN: Final = {"GB": "the United Kingdom"}


class Abroad(NamedTuple):
    """What the map says of a recipient and other countries.

    `country` is the third country, or why it is not known. `mechanism` is what makes the transfer lawful.
    `by_flow` says that the flow itself names the country; otherwise the party's own country is all that is
    known. `references` are the flow and the party that this rests on, `stance` is how sure they are.
    """

    party: str
    country: str | Gap
    mechanism: str | Gap
    by_flow: bool
    references: tuple[str, ...]
    stance: Stance


def is_home(data_map: DataMap, country: str) -> bool:
    """Say whether a country is the map's own.

    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "S", "kind": "organisation", "stance": "recorded"}]})
    >>> is_home(m, "GB"), is_home(m, "NO")
    (True, False)
    """
    return home(country) == home(data_map.info.jurisdiction)


def abroad(data_map: DataMap, flow: Flow) -> Abroad | None:
    """Return what the map says about a transfer by a flow; None if it stays at home or says there is none.

    What the flow itself says counts before the country of its recipient.

    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "S", "kind": "organisation", "stance": "recorded"},
    ...                 {"id": "host", "name": "H", "kind": "organisation", "country": "US",
    ...                  "stance": "recorded"}],
    ...     "data": [{"id": "d", "name": "D", "stance": "recorded"}],
    ...     "purposes": [{"id": "p", "name": "P", "stance": "recorded"}],
    ...     "activities": [{"id": "a", "name": "A", "function": "F", "purpose": "p", "controllers": ["s"],
    ...                     "subjects": [], "data": ["d"], "stance": "recorded"}]})
    >>> flow = Flow.model_validate({"id": "f", "from": "s", "to": "host", "activity": "a", "data": ["d"],
    ...     "subjects": ["s"], "role": "processor", "stance": "recorded"})
    >>> abroad(m, flow).country
    'US'
    """
    here = f"flow:{flow.id}"
    said = flow.transfer
    if isinstance(said, Transfer):
        if not isinstance(said.country, Gap) and is_home(data_map, said.country):
            return None
        return Abroad(flow.recipient, said.country, said.mechanism, True, (here,), flow.stance)
    if said in (Gap.NONE, Gap.NOT_APPLICABLE):
        return None
    return _by_party(data_map, flow.recipient, said, (here, f"party:{flow.recipient}"), flow.stance)


def _by_party(
    data_map: DataMap, party: str, said: Gap, references: tuple[str, ...], stance: Stance
) -> Abroad | None:
    """Return what a recipient's own country says, where nothing is said of a transfer."""
    entry = data_map.party[party]
    if not isinstance(entry.country, Gap):
        at_home = is_home(data_map, entry.country)
        return None if at_home else Abroad(party, entry.country, said, False, references, stance)
    if entry.kind in (PartyKind.INDIVIDUALS, PartyKind.PUBLIC):
        return None  # people and readers stand nowhere in particular; publication is a risk of its own
    gap = Gap.UNCLEAR if Gap.UNCLEAR in (said, entry.country) else Gap.NOT_STATED
    return Abroad(party, gap, Gap.NOT_STATED, False, references, stance)


class Destination(NamedTuple):
    """Somewhere that data goes: a flow, or a recipient that an entry names without a flow."""

    party: str
    flow: Flow | None
    references: tuple[str, ...]
    stance: Stance


def destinations(flows: Iterable[Flow]) -> list[Destination]:
    """Return the destinations of flows.

    >>> destinations([])
    []
    """
    return [Destination(flow.recipient, flow, (f"flow:{flow.id}",), flow.stance) for flow in flows]


def country_cell(data_map: DataMap, going: Sequence[Destination], *about: str) -> Cell:
    """Return the cell that names the third countries to which data goes.

    Four things are kept apart: countries that are named; that it is not stated or unclear where a
    recipient stands; that there is no transfer; and that the question does not arise, since nothing leaves.
    """
    if not going:
        return cell(data_map, [], Gap.NOT_APPLICABLE, about)
    found = _abroad(data_map, going)
    if not found:
        return _no_transfer(data_map, going)
    named = [item for item in found if not isinstance(item.country, Gap)]
    if not named:
        return cell(data_map, [], _gap(found), [r for item in found for r in item.references])
    parts = []
    for item in named:
        words = f"{item.country}: {data_map.name(f'party:{item.party}')}"
        gap = None
        if not item.by_flow:
            gap = Gap(item.mechanism)
            words += f", by its own country; transfer {bracketed(gap)}"
        parts.append(Part(marked(words, item.stance), item.references, _if_fact(gap, item)))
    return cell(data_map, [*parts, *_rest(data_map, found)], Gap.NONE)


def safeguard_cell(data_map: DataMap, going: Sequence[Destination], *about: str) -> Cell:
    """Return the cell that says what makes each transfer lawful; not applicable where there is none."""
    found = _abroad(data_map, going)
    if not found:
        return cell(data_map, [], Gap.NOT_APPLICABLE, about)
    parts = []
    for item in found:
        if isinstance(item.country, Gap) and isinstance(item.mechanism, Gap):
            continue
        gap = item.mechanism if isinstance(item.mechanism, Gap) else None
        country = bracketed(item.country) if isinstance(item.country, Gap) else item.country
        words = bracketed(gap) if gap else item.mechanism
        text = f"{country}, {data_map.name(f'party:{item.party}')}: {words}"
        parts.append(Part(marked(text, item.stance), item.references, _if_fact(gap, item)))
    return cell(data_map, parts, _gap(found), [r for item in found for r in item.references])


def _abroad(data_map: DataMap, going: Sequence[Destination]) -> list[Abroad]:
    found = (
        abroad(data_map, to.flow)
        if to.flow
        else _by_party(data_map, to.party, Gap.NOT_STATED, to.references, to.stance)
        for to in going
    )
    return [item for item in found if item]


def _no_transfer(data_map: DataMap, going: Sequence[Destination]) -> Cell:
    """Return the cell of flows that stay at home: stated so, or known from the recipients' countries."""
    references = tuple(reference for to in going for reference in to.references)
    said = {to.flow.transfer if to.flow else Gap.NOT_STATED for to in going}
    if said == {Gap.NOT_APPLICABLE}:
        return cell(data_map, [], Gap.NOT_APPLICABLE, references)
    if said <= {Gap.NONE, Gap.NOT_APPLICABLE}:
        return cell(data_map, [], Gap.NONE, references)
    country = home(data_map.info.jurisdiction)
    words = f"No transfer out of {_SPOKEN.get(country, country)} to any organisation in the map"
    return cell(data_map, [Part(marked(words, firmest(to.stance for to in going)), references)], Gap.NONE)


def _rest(data_map: DataMap, found: Iterable[Abroad]) -> list[Part]:
    """Return the line for the recipients of whom it is not known where they stand."""
    unknown = [item for item in found if isinstance(item.country, Gap)]
    if not unknown:
        return []
    names = dict.fromkeys(data_map.name(f"party:{item.party}") for item in unknown)
    gap = _gap(unknown)
    references = tuple(reference for item in unknown for reference in item.references)
    return [Part(f"{bracketed(gap)} for {', '.join(names)}", references, gap)]


def _gap(found: Iterable[Abroad]) -> Gap:
    gaps = {item.country for item in found if isinstance(item.country, Gap)}
    return Gap.UNCLEAR if Gap.UNCLEAR in gaps else Gap.NOT_STATED


def _if_fact(gap: Gap | None, item: Abroad) -> Gap | None:
    """Return the gap, unless the flow is only expected: what may not exist leaves nothing to fill."""
    return gap if gap in OPEN_GAPS and item.stance is not Stance.EXPECTED else None
