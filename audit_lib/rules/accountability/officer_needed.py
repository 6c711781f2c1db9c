"""There is no data protection officer, and the map shows signs that one is required."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.data import Sensitivity
from ...model.finding import Severity
from ...model.noun import Confidence, Gap, Stance
from ...model.party import PartyKind
from ...model.system import SystemKind
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import listed

#: From how many people on processing counts as being on a large scale: a judgement, and no law.
LARGE: Final = 5_000


def _people(facts: Facts) -> int:
    """Return how many people the activities are about, as far as the map gives numbers."""
    subjects = {person for activity in facts.activities for person in activity.subjects}
    numbers = (facts.data_map.party[person].number for person in sorted(subjects))
    return sum(number for number in numbers if not isinstance(number, Gap))


def _signs(facts: Facts) -> list[str]:
    """Return what the map shows of Art. 37(1)(b) and (c)."""
    watched = any(
        system.kind in (SystemKind.CCTV, SystemKind.ACCESS_CONTROL) and system.stance is not Stance.EXPECTED
        for system in facts.data_map.systems
    )
    levels = (Sensitivity.SPECIAL_CATEGORY, Sensitivity.CRIMINAL_OFFENCE)
    grave = facts.sensitive(facts.processed, *levels)
    signs = ["people are watched by cameras or doors that record"] if watched else []
    return signs + ([f"it uses {listed(facts.names('data', grave))}"] if grave else [])


def _hits(facts: Facts) -> Iterator[Hit]:
    info = facts.data_map.info
    if info.dpo:
        return
    if facts.data_map.party[info.controller].kind is PartyKind.AUTHORITY:
        message = "The controller is a public authority, and the map names no data protection officer."
        yield Hit((facts.whole,), fields={"message": message}, confidence=Confidence.CERTAIN)
        return
    signs, people = _signs(facts), _people(facts)
    if signs and people >= LARGE:
        message = (
            f"The map counts some {people:,} people, and {listed(signs)}. Has it been decided, with reasons, "
            "that no data protection officer is required?"
        )
        yield Hit((facts.whole,), fields={"message": message}, severity=Severity.MEDIUM)


RULE = Rule(
    id="officer-needed",
    theme=Theme.ACCOUNTABILITY,
    title="No data protection officer, and signs that one is required",
    why="Where people are watched or sensitive data is used on a large scale, somebody independent has to "
    "advise the board and to be there for people.",
    law=("UK GDPR Art. 37(1)", "UK GDPR Art. 38(3)", "Data Protection Act 2018 s.7"),
    remedy="The board appoints a data protection officer, or records why none is required and who looks "
    "after data protection instead.",
    false_alarms="Watching and sensitive data are no core activity, and the reasons are on record.",
    message="{message}",
    severity=Severity.HIGH,
    confidence=Confidence.ASK,
    test=_hits,
)
