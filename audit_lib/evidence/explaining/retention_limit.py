"""Whether data was still used after the period of its retention had run out."""

from __future__ import annotations

from ...model.data_map import DataMap
from ...model.explanation import Examined, Outcome, Support
from ...model.reconciliation import Meaning
from ...model.retention import Retention
from ...model.verdict import Verdict
from ..limits import limit_day, retention_rules
from .history import Ended, History
from .moments import day_of, said_day
from .supports import retention_supports, source_support


def retention_test(
    data_map: DataMap, meaning: Meaning, at: int, activity: str | None, history: History
) -> Examined:
    """Return the test of an observation, at a moment, against the period for its data in its activity.

    >>> from audit_lib.graph.example import example_map
    >>> log = Meaning(source="log", sender="tenants", recipient="agent", data="name")
    >>> retention_test(example_map(), log, 0, None, History()).why
    'People may send their own data at any time.'
    """
    if meaning.sender in data_map.individuals:
        return _untouched("People may send their own data at any time.")
    rule = retention_rules(data_map, history.started)(str(meaning.data), activity)
    if rule is None:
        return _untouched("No retention statement whose start a source records speaks of this data.")
    rests_on = retention_supports(data_map, rule)
    began = [one for one in history.ends if rule.id in one.starts]
    supports = (*rests_on, *(_ended(one) for one in began))
    if not began:
        why = "No source says that the period has started for this person."
        return Examined(test="retention", outcome=Outcome.NOT_TESTED, why=why, rests_on=rests_on)
    ends = [one.at for one in began if one.at is not None]
    if len(ends) < len(began):
        why = "What starts the period still goes on for this person."
        return Examined(test="retention", outcome=Outcome.PASSED, why=why, rests_on=supports)
    return _timed(rule, max(ends), at, supports)


def _timed(rule: Retention, start: int, at: int, supports: tuple[Support, ...]) -> Examined:
    last = limit_day(day_of(start), str(rule.period))
    late = day_of(at) > last
    ends = f"{'ended' if late else 'ends'} with {last.isoformat()}"
    why = f"The period {rule.period} from {said_day(start)} {ends}; this was {said_day(at)}."
    return Examined(
        test="retention",
        outcome=Outcome.FAILED if late else Outcome.PASSED,
        why=why,
        rests_on=supports,
        verdict=Verdict.AFTER_RETENTION if late else None,
    )


def _untouched(why: str) -> Examined:
    return Examined(test="retention", outcome=Outcome.NOT_APPLICABLE, why=why)


def _ended(one: Ended) -> Support:
    words = f"ended {said_day(one.at)}" if one.at is not None else "still going on"
    return source_support(one.source, words)
