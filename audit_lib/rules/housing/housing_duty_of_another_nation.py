"""People's data is processed under a housing duty of another part of the kingdom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...law.housing import HOUSING_DUTIES, HousingDuty
from ...model.activity import Activity
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of, given
from ..lettings import lets_homes, nations
from ..rule import Hit, Rule, Theme
from ..uses import serving
from ..wording import listed


def _act(duty: HousingDuty) -> str:
    """Return the title of the Act or Regulations, without the number of the provision."""
    return re.sub(r" (s|reg)\.\s?\d+\w*$", "", duty.provision)


def _foreign(facts: Facts, activity: Activity, rows: list[HousingDuty]) -> HousingDuty | None:
    """Return the duty of another nation on which an activity seems to rest."""
    laws = " ".join(str(basis.law) for basis in facts.bases(activity) if given(basis.law)).casefold()
    for duty in rows:
        # Nowhere but in England is there a right to rent to be checked, whatever is cited for it.
        if duty.kind is PurposeKind.RIGHT_TO_RENT or _act(duty).casefold() in laws:
            return duty
    return None


def _hits(facts: Facts) -> Iterator[Hit]:
    here = nations(facts)
    if not (here and lets_homes(facts)):
        return
    elsewhere = [row for row in HOUSING_DUTIES if not row.nations & here]
    found: dict[Activity, HousingDuty] = {}
    for kind in {row.kind: None for row in elsewhere}:
        for activity in serving(facts, kind):
            duty = _foreign(facts, activity, [row for row in elsewhere if row.kind is kind])
            if duty:
                found[activity] = duty
    if found:
        shown = (
            f'"{activity.name}" ({duty.provision}, {listed(sorted(n.value for n in duty.nations))})'
            for activity, duty in found.items()
        )
        fields = {"shown": listed(shown), "here": listed(sorted(nation.value for nation in here))}
        law = ("UK GDPR Art. 6(3)", "UK GDPR Art. 5(1)(c)", *(duty.provision for duty in found.values()))
        about = tuple(f"activity:{activity.id}" for activity in found)
        yield Hit(about, clauses_of(found), fields, law=tuple(dict.fromkeys(law)))


RULE = Rule(
    id="housing-duty-of-another-nation",
    theme=Theme.HOUSING,
    title="Duty that does not apply in this part of the kingdom",
    why="Without the duty nothing makes the processing lawful: people hand over passports, or more, for a "
    "check that no law asks for.",
    law=(
        "UK GDPR Art. 6(3)",
        "UK GDPR Art. 5(1)(c)",
        *(row.provision for row in HOUSING_DUTIES if len(row.nations) == 1),
    ),
    remedy="The owner of each activity stops it where the duty does not apply, has deleted what was "
    "collected for it, and names the law that applies here, if there is one.",
    false_alarms="The organisation also lets homes where the duty applies, and the map's jurisdiction does "
    "not say so.",
    message="The map is for {here}; a duty that applies elsewhere is taken for the ground of {shown}.",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
)
