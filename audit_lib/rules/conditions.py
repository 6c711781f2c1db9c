"""Activities that use a sensitive kind of data without the condition that the law asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..model.activity import Activity
from ..model.data import Sensitivity
from ..model.noun import Confidence, Gap, Stance, Text
from .facts import Facts, clauses_of, given
from .rule import Hit
from .wording import listed, quoted


def without_condition(
    facts: Facts, level: Sensitivity, condition: Callable[[Activity], Gap | Text]
) -> Iterator[Hit]:
    """Yield one hit for all activities that use data of a sensitivity and record no condition for it.

    A condition need not stand in a notice: where a notice is all that is known of the activities, the hit is
    a question.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> facts = Facts(example_map(), dt.date(2026, 11, 22))
    >>> list(without_condition(facts, Sensitivity.SPECIAL_CATEGORY, lambda one: one.special_condition))
    []
    """
    found: dict[Activity, list[str]] = {}
    for activity in facts.activities:
        if given(condition(activity)):
            continue
        flows = (category for flow in facts.flows_of[activity.id] for category in flow.data)
        data = facts.sensitive((*activity.data, *activity.creates, *flows), level)
        if data:
            found[activity] = data
    if found:
        categories = dict.fromkeys(category for data in found.values() for category in data)
        fields = {
            "activities": quoted(activity.name for activity in found),
            "data": listed(facts.names("data", categories)),
        }
        sure = any(a.stance is Stance.RECORDED or condition(a) is Gap.NONE for a in found)
        about = tuple(f"activity:{activity.id}" for activity in found)
        yield Hit(about, clauses_of(found), fields, confidence=None if sure else Confidence.ASK)
