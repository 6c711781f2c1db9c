"""The observations that a flow of the map would leave in logs, written now more and now less fully."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np

from ...model.data_map import DataMap
from ...model.flow import Flow, Role, Transfer
from ...model.noun import Gap
from ...model.party import PartyKind
from ...model.purpose import PurposeKind
from .declared import Declared, Pattern

#: How often a kind of purpose gives rise to a disclosure, against all others.
_FREQUENT: Final = {
    PurposeKind.SITE_SECURITY: 3.0,
    PurposeKind.NETWORK_SECURITY: 3.0,
    PurposeKind.RENT_AND_PAYMENTS: 2.5,
    PurposeKind.ANALYTICS: 2.0,
    PurposeKind.REPAIRS: 1.5,
    PurposeKind.DIRECT_MARKETING: 1.5,
    PurposeKind.LEGAL_CLAIMS: 0.1,
    PurposeKind.RIGHTS_REQUESTS: 0.1,
    PurposeKind.AUTHORITY_REQUESTS: 0.1,
    PurposeKind.GROUP_ADMINISTRATION: 0.3,
}
_RARE: Final = 0.01

#: How a country is written; the home of a map may be no more than a name.
_CODE: Final = re.compile("[A-Z]{2}")

#: Where data may go that a map leaves open.
_ABROAD: Final = ("IE", "US", "IN", "NL")


def volume(data_map: DataMap, flow: Flow, rng: np.random.Generator) -> float:
    """Return how much goes along a flow, against the others: skewed, and one in eight flows is rare.

    >>> from audit_lib.graph.example import example_map
    >>> volume(example_map(), example_map().flow["apply"], np.random.default_rng(1)) > 0
    True
    """
    weight = float(rng.lognormal(0.0, 1.0))
    if rng.random() < 0.125:
        weight *= _RARE
    if data_map.party[flow.recipient].kind is PartyKind.AUTHORITY:
        weight *= 0.05
    if flow.role in (Role.PROCESSOR, Role.SUB_PROCESSOR, Role.INTERNAL):
        weight *= 2.0
    return weight * _FREQUENT.get(data_map.purpose[data_map.activity[flow.activity].purpose].kind, 1.0)


def patterns_of(
    known: Declared, flow: Flow, rng: np.random.Generator, most: int
) -> Iterator[tuple[Pattern, float]]:
    """Yield what observations of a flow say, with their shares of its volume; at most about `most`.

    First each category that it names, written in full or in part; then what it covers besides: parts of its
    categories, teams and organisations akin to its ends, members of a class, a processor that sends on the
    sender's behalf, countries.

    >>> from audit_lib.evidence.life.declared import declared
    >>> from audit_lib.graph.example import example_map
    >>> flow = example_map().flow["apply"]
    >>> found = patterns_of(declared(example_map()), flow, np.random.default_rng(1), 14)
    >>> sorted({pattern.data for pattern, _ in found})
    ['identity', 'name', 'passport-copy']
    """
    data = list(flow.data)[: max(most - 4, 1)]
    full = _full(known, flow)
    for place, category in enumerate(data):
        yield _written(known, full._replace(data=category), int(rng.integers(0, 6)), rng), 1 / (1 + place)
    if most <= 4:
        return
    for category in _some(sorted(known.data_map.atoms(flow.data) - set(flow.data)), 3, rng):
        yield _written(known, full._replace(data=category), int(rng.integers(0, 6)), rng), 0.3
    position = known.data_map.flows.index(flow)
    for sender in _some(sorted(_covering(known.senders, position) - {flow.sender}), 2, rng):
        yield full._replace(sender=sender, data=data[0]), 0.2
    for recipient in _some(sorted(_covering(known.recipients, position) - {flow.recipient}), 3, rng):
        yield full._replace(recipient=recipient, data=data[-1]), 0.3
    for country in _countries(known, flow):
        yield full._replace(country=country), 0.3


def _full(known: Declared, flow: Flow) -> Pattern:
    activity = known.data_map.activity[flow.activity]
    basis = activity.bases[0].basis.value if activity.bases else None
    role = None if flow.role is Role.UNCLEAR else flow.role.value
    return Pattern(
        flow.sender,
        flow.recipient,
        flow.data[0],
        activity.purpose,
        flow.activity,
        basis,
        role,
        system=flow.via if flow.via in known.data_map.system else None,
    )


def _written(known: Declared, full: Pattern, style: int, rng: np.random.Generator) -> Pattern:
    """Leave out what a log of some style does not record."""
    if style == 0:
        return full._replace(sender=None, activity=None, basis=None, role=None, system=None)
    if style == 1:
        return full._replace(activity=None, role=None)
    if style == 2:
        return full._replace(purpose=None, basis=None)
    if style == 3:
        home = known.home if _CODE.fullmatch(known.home) else None
        return full._replace(purpose=None, activity=None, basis=None, country=home)
    bases = known.data_map.activity[full.activity or ""].bases
    basis = bases[int(rng.integers(0, len(bases)))].basis.value if bases else None
    return full._replace(basis=basis)


def _some(ids: list[str], most: int, rng: np.random.Generator) -> list[str]:
    return [ids[int(n)] for n in sorted(rng.permutation(len(ids))[:most])]


def _covering(covered: Mapping[str, Mapping[int, bool]], position: int) -> set[str]:
    """Return the ids that a flow covers."""
    return {name for name, flows in covered.items() if position in flows}


def _countries(known: Declared, flow: Flow) -> list[str]:
    stands = known.data_map.party[flow.recipient].country
    found = [] if isinstance(stands, Gap) else [stands]
    if isinstance(flow.transfer, Transfer):
        found += _ABROAD[:2] if isinstance(flow.transfer.country, Gap) else [flow.transfer.country]
    return list(dict.fromkeys(found))
