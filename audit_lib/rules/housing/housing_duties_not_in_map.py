"""Duties that every landlord or agent has, and of which the map knows nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.housing import HOUSING_DUTIES, HousingDuty
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ..facts import Facts
from ..lettings import duties, nations
from ..rule import Hit, Rule, Theme
from ..wording import listed

#: Of these another rule asks, with more to say.
_APART = frozenset({PurposeKind.SANCTIONS})


def _shown(duty: HousingDuty, somewhere: bool) -> str:
    """Return a duty with its provision, and where it applies if the map does not say where the homes are."""
    only = listed(sorted(nation.value for nation in duty.nations))
    return f"the {duty.asks} ({duty.provision}{'' if somewhere else f'; {only}'})"


def _hits(facts: Facts) -> Iterator[Hit]:
    # What is only expected counts as known here: that it is not confirmed, expected-not-confirmed says.
    known = {facts.data_map.purpose[activity.purpose].kind for activity in facts.data_map.activities} | _APART
    missing = [duty for duty in duties(facts) if duty.asked and duty.kind not in known]
    if missing and facts.activities:
        fields = {"duties": listed(_shown(duty, bool(nations(facts))) for duty in missing)}
        law = ("UK GDPR Art. 30(1)", "UK GDPR Art. 6(1)(c)", *(duty.provision for duty in missing))
        yield Hit((facts.whole,), fields=fields, law=law)


RULE = Rule(
    id="housing-duties-not-in-map",
    theme=Theme.HOUSING,
    title="Duties of a landlord that the map does not know",
    why="Engineers, inspectors, schemes and councils get tenants' names, numbers and addresses for these "
    "duties, and the records have to be kept; what is not in the map is neither told nor protected.",
    law=(
        "UK GDPR Art. 30(1)",
        "UK GDPR Art. 6(1)(c)",
        *(row.provision for row in HOUSING_DUTIES if row.asked and row.kind not in _APART),
    ),
    remedy="The head of property management says who carries out each duty, with which data and which "
    "provider; the owner of the map records it, or why the duty does not arise.",
    false_alarms="The landlord does it alone, there is no gas, or the buildings are too low; or the map has "
    "it under a purpose without a kind.",
    message="Which activity holds the data for {duties}? The map has none.",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
