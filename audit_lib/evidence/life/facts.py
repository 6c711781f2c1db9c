"""What decides about an observation and the person whom it is about, apart from who that is and when."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from ...model.activity import Basis
from ...model.data_map import DataMap
from ...model.noun import Gap
from ...model.party import PartyKind
from ...model.purpose import PurposeKind
from ...model.restriction import Exemption
from ...model.retention import Retention
from .days import length
from .declared import Judged, Pattern


class Facts(NamedTuple):
    """What decides about a pattern and a person, apart from who and when.

    `consent` is the purpose that must have been agreed to, `request` whether an authority must have asked,
    `kept` the retention statement that limits the data.
    """

    activity: str | None
    purpose: str | None
    marketing: bool
    exemption: Exemption | None
    consent: str | None
    request: bool
    kept: str | None


def facts(data_map: DataMap, pattern: Pattern, judged: Judged, started: Collection[str]) -> Facts:
    """Work out what decides about a pattern; `started` are the retention statements that a list starts.

    >>> from audit_lib.graph.example import example_map
    >>> one = Pattern("agent", "referencer", "passport-copy")
    >>> facts(example_map(), one, Judged(frozenset(), 1), ()).purpose
    'checking'
    """
    nearest = None if judged.flow is None else data_map.activity[data_map.flows[judged.flow].activity]
    activity = pattern.activity or (nearest.id if nearest else None)
    purpose = pattern.purpose or (data_map.activity[activity].purpose if activity else None)
    kind = data_map.purpose[purpose].kind if purpose else None
    bases = {each.basis for each in nearest.bases} if nearest else set()
    consent = bases == {Basis.CONSENT} if pattern.basis is None else pattern.basis == Basis.CONSENT.value
    exemption = Exemption.CONSENT if pattern.basis == Basis.CONSENT.value else None
    authority = data_map.party[pattern.recipient].kind is PartyKind.AUTHORITY
    people_send = pattern.sender in data_map.individuals
    rule = None if people_send else retention_of(data_map, pattern.data, activity, started)
    return Facts(
        activity,
        purpose,
        kind is PurposeKind.DIRECT_MARKETING,
        Exemption.CLAIMS if kind is PurposeKind.LEGAL_CLAIMS else exemption,
        purpose if consent else None,
        authority and kind is PurposeKind.AUTHORITY_REQUESTS,
        rule.id if rule else None,
    )


def retention_of(
    data_map: DataMap, data: str, activity: str | None, started: Collection[str]
) -> Retention | None:
    """Return the retention statement that limits a category in an activity, if any.

    One that names the activity goes first, then the one that names the nearest category, the longest, the
    first in the map.

    >>> from audit_lib.graph.example import example_map
    >>> retention_of(example_map(), "name", None, ()) is None
    True
    """
    found = []
    for position, one in enumerate(data_map.retention):
        if one.id not in started or isinstance(one.period, Gap):
            continue
        if one.activities and activity not in one.activities:
            continue
        steps = _steps(data_map, data, one)
        if steps is not None:
            found.append(((not one.activities, steps, -length(one.period), position), one))
    return min(found, key=lambda each: each[0])[1] if found else None


def _steps(data_map: DataMap, data: str, one: Retention) -> int | None:
    """Return how far above a category the nearest named one stands; None if only others are named."""
    if not one.data:
        return len(data_map.data) + 1
    steps, at = 0, data_map.category.get(data)
    while at is not None:
        if at.id in one.data:
            return steps
        steps, at = steps + 1, data_map.category.get(at.parent or "")
    return None
