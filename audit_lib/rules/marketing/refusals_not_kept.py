"""People are promoted to, and no list keeps those away who have refused."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.safeguard import Measure
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import promotes
from ..wording import listed, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    lists = [each for each in facts.safeguards if each.measure is Measure.SUPPRESSION_LIST]
    covered = {activity for each in lists for activity in each.activities}
    whole = any(not each.activities for each in lists)
    bare = [a for a in facts.activities if promotes(facts, a) and a.id not in covered]
    if bare and not whole:
        names = listed(each.name for each in lists)
        other = f" What is on record ({names}) is kept for something else." if lists else ""
        fields = {"activities": quoted(activity.name for activity in bare), "other": other}
        about = tuple(f"activity:{activity.id}" for activity in bare)
        yield Hit(about, clauses_of((*bare, *lists)), fields)


RULE = Rule(
    id="refusals-not-kept",
    theme=Theme.MARKETING,
    title="No list of people who have refused marketing",
    why="Whoever merely deletes an address writes to it again when it comes back in; a refusal has to "
    "outlive the rest of the data.",
    law=("UK GDPR Art. 21(3)", "PECR reg. 22", "UK GDPR Art. 25(1)"),
    remedy="The head of marketing keeps a list with the least that identifies a person, checks each mailing "
    "against it, and has providers do the same.",
    false_alarms="The mailing tool keeps the list by itself, and the map does not show it.",
    message="Which list keeps people who have refused or withdrawn out of {activities}?{other}",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
