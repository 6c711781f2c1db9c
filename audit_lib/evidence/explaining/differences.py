"""In what an observation differs from the nearest flow: purpose, role, basis, country, time."""

from __future__ import annotations

import datetime as dt

from ...model.data_map import DataMap
from ...model.explanation import Examined, Outcome, Support
from ...model.flow import Flow
from ...model.reconciliation import Meaning
from ...model.verdict import Verdict
from ..covering import bases, countries, covers_purpose, on_time, purpose, role
from .supports import activity_supports, flow_supports


def difference_tests(
    data_map: DataMap, meaning: Meaning, day: dt.date, flow: Flow, elsewhere: str | None
) -> list[Examined]:
    """Return the five tests of an observation against the flow that comes nearest.

    `elsewhere` is a flow between the same ends for the purpose and activity recorded, if there is one.

    >>> from audit_lib.graph.example import example_map
    >>> log = Meaning(source="log", recipient="referencer", data="name", country="US")
    >>> flow = example_map().flow["check"]
    >>> tests = difference_tests(example_map(), log, dt.date(2026, 11, 22), flow, None)
    >>> [(one.test, one.outcome.value) for one in tests]
    [('purpose', 'not-tested'), ('role', 'not-tested'), ('basis', 'not-tested'), ('country', 'failed'),
     ('time', 'passed')]
    """
    return [
        _purpose(data_map, meaning, flow, elsewhere),
        _role(data_map, meaning, flow),
        _basis(data_map, meaning, flow),
        _country(data_map, meaning, flow),
        _time(data_map, day, flow),
    ]


def _not_tested(test: str, why: str, rests_on: tuple[Support, ...] = ()) -> Examined:
    return Examined(test=test, outcome=Outcome.NOT_TESTED, why=why, rests_on=rests_on)


def _tested(
    test: str, passed: bool, why: str, rests_on: tuple[Support, ...], verdict: Verdict | None
) -> Examined:
    outcome = Outcome.PASSED if passed else Outcome.FAILED
    return Examined(
        test=test, outcome=outcome, why=why, rests_on=rests_on, verdict=None if passed else verdict
    )


def _purpose(data_map: DataMap, meaning: Meaning, flow: Flow, elsewhere: str | None) -> Examined:
    rests_on = activity_supports(data_map, flow.activity)
    if meaning.purpose is None and meaning.activity is None:
        return _not_tested("purpose", "The source records neither purpose nor activity.", rests_on)
    said = " in ".join(word for word in (meaning.purpose, meaning.activity) if word)
    declared = f"{purpose(data_map, flow)} in {flow.activity}"
    if covers_purpose(data_map, flow, meaning):
        why = f"Recorded is {said}, and the flow {flow.id} serves {declared}."
        return _tested("purpose", True, why, rests_on, None)
    if elsewhere is None:
        why = f"Recorded is {said}; no flow between these two serves that. {flow.id} serves {declared}."
        return _tested("purpose", False, why, rests_on, Verdict.UNDECLARED_PURPOSE)
    why = (
        f"Recorded is {said}; the flow {flow.id} serves {declared}. The flow {elsewhere}, between the same "
        "two, serves what is recorded."
    )
    both = (*rests_on, *flow_supports(data_map, elsewhere))
    return _tested("purpose", False, why, both, Verdict.PURPOSE_DIFFERS)


def _role(data_map: DataMap, meaning: Meaning, flow: Flow) -> Examined:
    rests_on, declared = flow_supports(data_map, flow.id), role(flow)
    if meaning.role is None:
        return _not_tested("role", "The source does not record the role of the recipient.", rests_on)
    if declared is None:
        return _not_tested("role", f"The map leaves the role in the flow {flow.id} unclear.", rests_on)
    why = f"Recorded is {meaning.role}, and the flow {flow.id} says {declared}."
    return _tested("role", meaning.role == declared, why, rests_on, Verdict.ROLE_DIFFERS)


def _basis(data_map: DataMap, meaning: Meaning, flow: Flow) -> Examined:
    rests_on, declared = activity_supports(data_map, flow.activity), bases(data_map, flow)
    if meaning.basis is None:
        return _not_tested("basis", "The source does not record the lawful basis.", rests_on)
    if declared is None:
        return _not_tested("basis", f"The activity {flow.activity} states no lawful basis.", rests_on)
    stated = ", ".join(sorted(declared))
    why = f"Recorded is {meaning.basis}, and the activity {flow.activity} rests on {stated}."
    return _tested("basis", meaning.basis in declared, why, rests_on, Verdict.BASIS_DIFFERS)


def _country(data_map: DataMap, meaning: Meaning, flow: Flow) -> Examined:
    rests_on = flow_supports(data_map, flow.id)
    named, anywhere = countries(data_map, flow)
    if meaning.country is None:
        return _not_tested("country", "The source does not record the country.", rests_on)
    if meaning.country in named:
        why = f"{meaning.country} is where the flow {flow.id} may go ({', '.join(sorted(named))})."
        return _tested("country", True, why, rests_on, None)
    if anywhere:
        why = f"The flow {flow.id} leaves open to which country it goes: {meaning.country} in general only."
        return _tested("country", True, why, rests_on, None)
    why = f"Recorded is {meaning.country}; the flow {flow.id} goes to {', '.join(sorted(named))} only."
    return _tested("country", False, why, rests_on, Verdict.UNDECLARED_COUNTRY)


def _time(data_map: DataMap, day: dt.date, flow: Flow) -> Examined:
    rests_on = flow_supports(data_map, flow.id)
    if flow.since is None and flow.until is None:
        why = f"The flow {flow.id} has neither a first nor a last day."
        return _tested("time", True, why, rests_on, None)
    first = flow.since.isoformat() if flow.since else "always"
    last = flow.until.isoformat() if flow.until else "further notice"
    why = f"It happened on {day.isoformat()}, and the flow {flow.id} goes on from {first} until {last}."
    return _tested("time", on_time(flow, day), why, rests_on, Verdict.OUTSIDE_TIME)
