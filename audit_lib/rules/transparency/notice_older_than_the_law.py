"""The notice is older than law that it has to reflect."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from ...law.commencement import COMMENCEMENTS, Commencement
from ...model.activity import Basis
from ...model.claim import AutomatedDecisionsClaimed, CookiesClaimed, ProfilingClaimed, TransferClaimed
from ...model.day import long_date
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.system import SystemKind
from ..abroad import destinations
from ..facts import Facts, given
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _decides(facts: Facts) -> bool:
    claimed = bool(facts.said(AutomatedDecisionsClaimed)) or bool(facts.said(ProfilingClaimed))
    return claimed or any(given(activity.automated_decisions) for activity in facts.activities)


def _cookies(facts: Facts) -> bool:
    kinds = {system.kind for system in facts.data_map.systems}
    return bool(facts.said(CookiesClaimed)) or SystemKind.COOKIES in kinds


def _abroad(facts: Facts) -> bool:
    return bool(facts.said(TransferClaimed)) or any(True for _ in destinations(facts))


#: The sections of the Act of 2025 that change what a notice says, and whether they concern a map.
_CONCERNS: Final[Mapping[str, Callable[[Facts], bool]]] = {
    "s.70": lambda facts: bool(facts.resting_on(Basis.RECOGNISED_LEGITIMATE_INTEREST)),
    "s.80": _decides,
    "s.85": _abroad,
    "s.112": _cookies,
    "s.103": lambda facts: True,  # noqa: ARG005  complaints concern every controller
}


def _since(facts: Facts, published: dt.date) -> list[Commencement]:
    return [
        row
        for row in COMMENCEMENTS
        if row.section in _CONCERNS
        and row.in_force is not None
        and published < row.in_force <= facts.as_of
        and _CONCERNS[row.section](facts)
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    notice = facts.data_map.notice
    if notice is None or not isinstance(notice.published, dt.date):
        return
    changes = _since(facts, notice.published)
    if changes:
        fields = {
            "title": notice.title,
            "published": long_date(notice.published),
            "changes": listed(
                f"{row.changed} ({long_date(row.in_force)})" for row in changes if row.in_force
            ),
        }
        yield Hit((facts.whole,), fields=fields)


RULE = Rule(
    id="notice-older-than-the-law",
    theme=Theme.TRANSPARENCY,
    title="Notice older than the law",
    why="A notice that nobody has looked at since the law changed tells people of rights and rules that are "
    "no longer these.",
    law=("UK GDPR Art. 5(2)", "UK GDPR Art. 24(1)", "UK GDPR Art. 12(1)"),
    remedy="The data protection officer reviews the notice against these changes, and dates it anew, even if "
    "no word had to change.",
    false_alarms="The text was reviewed since and needed no change, and its date was left as it was.",
    message='The notice "{title}" is of {published}. What has changed since and concerns it: {changes}.',
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
)
