"""The notice has neither date nor version."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import VersionStated
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, given
from ..rule import Hit, Rule, Theme


def _hits(facts: Facts) -> Iterator[Hit]:
    notice = facts.data_map.notice
    dated = notice is not None and (given(notice.published) or given(notice.version))
    if not dated and not facts.said(VersionStated):
        title = notice.title if notice else facts.data_map.info.title
        yield Hit((facts.whole,), fields={"title": title})


RULE = Rule(
    id="no-version",
    theme=Theme.TRANSPARENCY,
    title="Notice without date or version",
    why="Nobody can show what people were told on the day when their data was collected.",
    law=("UK GDPR Art. 5(2)", "UK GDPR Art. 24(1)"),
    remedy="The data protection officer dates and numbers the notice and keeps every earlier version.",
    false_alarms="The page shows a date that the text which was read left out.",
    message='The notice "{title}" states neither a date nor a version.',
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("VER",),
)
