"""What each contradiction between the map and the evidence is as a finding: how grave, on which law, why."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ..model.verdict import Verdict
from .evidence_rule import EvidenceRule
from .grounds_around import AROUND
from .grounds_of_map import OF_MAP
from .grounds_of_people import OF_PEOPLE

#: The fields of a meaning that keep findings of a verdict apart; ``flow`` is the nearest flow of the group.
#: All other fields of a `Group` at the level of a finding are None.
LEVELS: Final[Mapping[Verdict, tuple[str, ...]]] = MappingProxyType(
    {
        Verdict.UNDECLARED_RECIPIENT: ("sender", "recipient"),
        Verdict.UNDECLARED_SENDER: ("sender", "recipient"),
        Verdict.UNDECLARED_CATEGORY: ("recipient", "data"),
        Verdict.UNDECLARED_PURPOSE: ("recipient", "purpose", "activity"),
        Verdict.PURPOSE_DIFFERS: ("recipient", "purpose", "activity"),
        Verdict.ROLE_DIFFERS: ("recipient", "role", "flow"),
        Verdict.BASIS_DIFFERS: ("recipient", "basis", "flow"),
        Verdict.UNDECLARED_COUNTRY: ("recipient", "country"),
        Verdict.OUTSIDE_TIME: ("flow",),
        Verdict.AFTER_RESTRICTION: ("recipient",),
        Verdict.AFTER_OBJECTION: ("recipient",),
        Verdict.AFTER_DELETION: ("sender", "data"),
        Verdict.NO_CONSENT: ("recipient", "purpose"),
        Verdict.NO_REQUEST: ("recipient",),
        Verdict.AFTER_RETENTION: ("recipient", "data"),
        Verdict.UNRESOLVED: (),
    }
)

#: The kind of finding that each verdict gives which is not covered by the map, in the order of `Verdict`.
GROUNDS: Final[Mapping[Verdict, EvidenceRule]] = MappingProxyType(
    {verdict: {**OF_MAP, **OF_PEOPLE}[verdict] for verdict in LEVELS}
)

#: All kinds of finding that evidence gives, in the order in which those of one severity are told.
EVIDENCE_RULES: Final[tuple[EvidenceRule, ...]] = (*GROUNDS.values(), *AROUND)


def ground_of(verdict: Verdict) -> EvidenceRule | None:
    """Return the kind of finding that a verdict gives; what the map covers gives none.

    >>> ground_of(Verdict.NO_CONSENT).law[0], ground_of(Verdict.DECLARED)
    ('UK GDPR Art. 6(1)(a)', None)
    """
    return GROUNDS.get(verdict)
