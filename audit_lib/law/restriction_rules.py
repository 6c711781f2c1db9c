"""What a restriction forbids, and what it leaves allowed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from ..model.data_map import DataMap
from ..model.purpose import PurposeKind
from ..model.restriction import DataUse, Exemption, Ground, Restriction

#: The provision that each ground rests on.
PROVISIONS: Final[Mapping[Ground, str]] = {
    Ground.ACCURACY: "UK GDPR Art. 18(1)(a): the person contests that the data is accurate",
    Ground.UNLAWFUL: "UK GDPR Art. 18(1)(b): the processing is unlawful and the person opposes erasure",
    Ground.CLAIMS: "UK GDPR Art. 18(1)(c): the person needs the data for legal claims",
    Ground.OBJECTION: "UK GDPR Art. 18(1)(d): an objection is being weighed",
    Ground.MARKETING: "UK GDPR Art. 21(3): no more direct marketing after an objection",
    Ground.ERASURE_PENDING: "A precaution while an erasure is carried out (an assumption; no provision)",
}

#: After an objection to marketing, what Art. 18(2) allows is of no help but for these two.
_AFTER_OBJECTION: Final = (Exemption.STORAGE, Exemption.CONSENT)


def blocks(restriction: Restriction, use: DataUse, below: Mapping[str, Collection[str]]) -> bool:
    """Say whether a use of data about the person falls under a restriction, and so must not happen.

    A category stands for all that lies beneath it, in the restriction and in the use: a restriction of
    identity data reaches a passport copy, and one of passport copies reaches a use of all identity data.
    After an objection to marketing, only direct marketing is blocked, and a consent that was given
    later allows it again (an assumption).

    Parameters
    ----------
    restriction
        One that is about the person whose data is used.
    use
        What is used on which day; `marketing_activities` says which activities of a map are direct marketing.
    below
        For each category, itself and all beneath it: `DataMap.below`. One that is not in it stands alone.

    >>> import datetime as dt
    >>> one = Restriction(id="RES-2026-0001", person="aaaa-bbbb-cccc-dddd", request="R-2026-0001",
    ...     ground=Ground.ACCURACY, since=dt.date(2026, 10, 1), data=("identity",))
    >>> below = {"identity": {"identity", "passport"}, "passport": {"passport"}}
    >>> used = DataUse("passport", None, dt.date(2026, 10, 2))
    >>> blocks(one, used, below), blocks(one, used._replace(exemption=Exemption.STORAGE), below)
    (True, False)
    """
    if not restriction.active(use.day):
        return False
    if restriction.ground is Ground.MARKETING:
        reached = use.marketing or use.activity in restriction.activities
        allowed = use.exemption in _AFTER_OBJECTION
    else:
        reached = not restriction.activities or use.activity in (None, *restriction.activities)
        allowed = use.exemption is not None
    return reached and not allowed and _touches(restriction.data, use.data, below)


def _touches(restricted: tuple[str, ...], used: str, below: Mapping[str, Collection[str]]) -> bool:
    """Say whether what is used has anything in common with what is restricted; nothing named means all."""
    if not restricted:
        return True
    atoms = set(below.get(used, (used,)))
    return any(atoms.intersection(below.get(each, (each,))) for each in restricted)


def marketing_activities(data_map: DataMap) -> tuple[str, ...]:
    """Return the activities of a map whose purpose is direct marketing.

    >>> marketing_activities(DataMap.model_validate({
    ...     "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "us"},
    ...     "parties": [{"id": "us", "name": "Us", "kind": "organisation", "stance": "recorded"}]}))
    ()
    """
    kinds = {purpose.id: purpose.kind for purpose in data_map.purposes}
    return tuple(
        activity.id
        for activity in data_map.activities
        if kinds[activity.purpose] is PurposeKind.DIRECT_MARKETING
    )
