"""Promotion goes by telephone, and no list of refusals is checked."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Activity
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.rights import ChannelKind
from ...model.safeguard import Measure
from ...model.system import SystemKind
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import promotes
from ..wording import quoted


def _calls(facts: Facts, activity: Activity) -> bool:
    ways = {*activity.systems, *(flow.via or "" for flow in facts.flows_of[activity.id])}
    systems = (facts.data_map.system[way] for way in ways if way in facts.data_map.system)
    channels = (facts.data_map.channel[way] for way in ways if way in facts.data_map.channel)
    by_system = any(system.kind is SystemKind.TELEPHONE for system in systems)
    return by_system or any(channel.kind is ChannelKind.TELEPHONE for channel in channels)


def _hits(facts: Facts) -> Iterator[Hit]:
    lists = [each for each in facts.safeguards if each.measure is Measure.SUPPRESSION_LIST]
    screened = {activity for each in lists for activity in each.activities}
    calling = [
        activity
        for activity in facts.activities
        if promotes(facts, activity) and activity.id not in screened and _calls(facts, activity)
    ]
    if calling:
        about = tuple(f"activity:{activity.id}" for activity in calling)
        fields = {"activities": quoted(activity.name for activity in calling)}
        yield Hit(about, clauses_of(calling), fields)


RULE = Rule(
    id="marketing-calls",
    theme=Theme.MARKETING,
    title="Marketing calls without a check against refusals",
    why="Nobody may be called to promote anything who has told the caller not to, or whose number stands in "
    "the register of those who want no such calls.",
    law=("PECR reg. 21", "UK GDPR Art. 21(3)"),
    remedy="The head of marketing has every list of numbers checked against the Telephone Preference Service "
    "and the own list of refusals before each campaign, and keeps the proof.",
    false_alarms="Only people who have asked for the call are called.",
    message="Are the numbers for {activities} checked against the Telephone Preference Service and a list of "
    "refusals before anybody is called?",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
