"""Recordings of cameras are kept longer than a month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ...model.system import SystemKind
from ...model.words import lasting
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..spans import longer
from ..wording import listed

#: Common practice for cameras in buildings where people live; no statute sets a period.
USUAL: Final = "P31D"


def _hits(facts: Facts) -> Iterator[Hit]:
    cameras = [
        system
        for system in facts.data_map.systems
        if system.kind is SystemKind.CCTV and system.stance is not Stance.EXPECTED
    ]
    names = {system.id for system in cameras}
    recorded = facts.atoms(category for system in cameras for category in system.holds)
    watching = {activity.id for activity in facts.activities if names & set(activity.systems)}
    long = [
        each
        for each in facts.retention
        if given(each.period)
        and longer(str(each.period), USUAL)
        and (watching & set(each.activities) or recorded & facts.atoms(each.data))
    ]
    if long:
        shown = (f'{lasting(str(each.period))} ("{each.name}")' for each in long)
        about = tuple(f"retention:{each.id}" for each in long)
        yield Hit(about, clauses_of(long), {"shown": listed(shown)})


RULE = Rule(
    id="recordings-kept-long",
    theme=Theme.RETENTION,
    title="Camera recordings kept longer than a month",
    why="Where people live, recordings show who comes to whom and when; what was not missed within a month "
    "serves hardly any purpose but curiosity.",
    law=("UK GDPR Art. 5(1)(e)", "UK GDPR Art. 5(1)(c)", "UK GDPR Art. 35(7)"),
    remedy="The head of security sets the recorder to 31 days or less, has copies for an incident kept apart "
    "with the case, and writes down why where more is needed.",
    false_alarms="The period is that of copies for incidents, and the recorder overwrites sooner.",
    message="Camera recordings are kept {shown}; 31 days is the usual limit, and nothing shows why more is "
    "needed.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
