"""A recognised legitimate interest is relied on without its condition in Annex 1."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.commencement import FEBRUARY_2026
from ...model.activity import Basis
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    resting = facts.resting_on(Basis.RECOGNISED_LEGITIMATE_INTEREST)
    bare = [(activity, basis) for activity, basis in resting if not given(basis.condition)]
    if bare:
        about = tuple(f"activity:{activity.id}" for activity, _ in bare)
        fields = {"activities": quoted(activity.name for activity, _ in bare)}
        yield Hit(about, clauses_of(basis for _, basis in bare), fields)


RULE = Rule(
    id="recognised-interest-without-condition",
    theme=Theme.LAWFUL_BASIS,
    title="Recognised legitimate interest without its condition",
    why="This basis spares the balancing test only for the purposes that Annex 1 lists.",
    law=("UK GDPR Art. 6(1)(ea)", "UK GDPR Annex 1"),
    remedy="The owner of the activity records the paragraph of Annex 1 that is met, or relies on Art. "
    "6(1)(f) with an assessment.",
    false_alarms="The paragraph is in the record, and not in the map.",
    message="{activities}: a recognised legitimate interest is relied on, and no condition of Annex 1 is "
    "given.",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
    in_force=FEBRUARY_2026,
)
