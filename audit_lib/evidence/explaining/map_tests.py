"""An observation against the flows of the map: which covers it, which is nearest, what differs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final, NamedTuple

from ...model.data_map import DataMap
from ...model.explanation import Examined, Fit, Nearby, Outcome, Support
from ...model.flow import Flow
from ...model.reconciliation import Meaning
from ...model.verdict import Verdict
from ..covering import (
    Candidate,
    Mismatch,
    candidate,
    categories,
    covered,
    covers_purpose,
    mismatches,
    recipients,
    senders,
)
from .differences import difference_tests
from .supports import flow_supports

#: How many flows are shown beside an observation.
MOST_NEARBY: Final = 8

#: How far a flow falls short that does not cover an end or the data, the least far first.
_MISSES: Final[Mapping[str, int]] = {"data": 1, "sender": 2, "recipient": 4}

_GENERAL: Final[Mapping[str, str]] = {
    "sender": "as a member of a class",
    "recipient": "as one of a category of recipients",
    "data": "by a parent category",
}


class Judged(NamedTuple):
    """What the map says of an observation: the tests, the flows looked at, the nearest, the verdicts."""

    tests: tuple[Examined, ...]
    nearby: tuple[Nearby, ...]
    nearest: Candidate | None
    verdicts: tuple[Verdict, ...]


def judge_by_map(data_map: DataMap, meaning: Meaning, day: dt.date) -> Judged:
    """Judge what an observation means, on a local day, by the flows of the map.

    `meaning` must record recipient and data, and all its words must stand for entries of the map.

    >>> from audit_lib.graph.example import example_map
    >>> log = Meaning(source="log", sender="agent", recipient="insurer", data="name")
    >>> judge_by_map(example_map(), log, dt.date(2026, 11, 22)).verdicts
    (<Verdict.UNDECLARED_SENDER: 'undeclared-sender'>,)
    """
    fits = [_nearby(data_map, flow, at, meaning, day) for at, flow in enumerate(data_map.flows)]
    near = tuple(one for _, one in sorted(fits, key=lambda each: each[0]) if _close(one))
    found = [
        one for at, flow in enumerate(data_map.flows) if (one := candidate(data_map, flow, at, meaning, day))
    ]
    nearest = min(found, key=lambda one: one.rank, default=None)
    if nearest is None:
        tests = _uncovered(data_map, meaning, [one for _, one in fits])
        verdict = next(test.verdict for test in tests if test.verdict)
        return Judged((*tests, *_untested()), near[:MOST_NEARBY], None, (verdict,))
    best = next(one for one in near if one.flow == nearest.flow)
    ends = _covered(data_map, meaning, best)
    elsewhere = _known_between(data_map, meaning)
    differing = difference_tests(data_map, meaning, day, data_map.flow[nearest.flow], elsewhere)
    earned = tuple(test.verdict for test in differing if test.verdict)
    cover = Verdict.DECLARED_IN_GENERAL if nearest.general else Verdict.DECLARED
    return Judged((*ends, *differing), near[:MOST_NEARBY], nearest, earned or (cover,))


def _fit(found: bool | None) -> Fit:
    return Fit.NOT if found is None else Fit.GENERAL if found else Fit.EXACT


def _nearby(
    data_map: DataMap, flow: Flow, position: int, meaning: Meaning, day: dt.date
) -> tuple[tuple[int, ...], Nearby]:
    """Return how near a flow is, the smallest the nearest, and the flow beside the observation."""
    fits = {
        "sender": _fit(covered(senders(data_map, flow), meaning.sender)),
        "recipient": _fit(covered(recipients(data_map, flow), meaning.recipient)),
        "data": _fit(covered(categories(data_map, flow), meaning.data)),
    }
    differs = mismatches(data_map, flow, meaning, day)
    whole = candidate(data_map, flow, position, meaning, day)
    general = whole.general if whole else Fit.GENERAL in fits.values()
    missing = sum(_MISSES[what] for what, fit in fits.items() if fit is Fit.NOT)
    named = tuple(each.name.lower() for each in reversed(Mismatch) if each in differs and each.name)
    one = Nearby(flow=flow.id, differs=named, general=general, position=position, **fits)
    return (missing, int(differs).bit_count(), int(differs), general, position), one


def _close(one: Nearby) -> bool:
    return (one.sender, one.recipient, one.data).count(Fit.NOT) <= 1


def _covered(data_map: DataMap, meaning: Meaning, best: Nearby) -> list[Examined]:
    rests_on = flow_supports(data_map, best.flow)
    return [
        _end("sender", meaning.sender, best.sender, best.flow, rests_on),
        _end("recipient", meaning.recipient, best.recipient, best.flow, rests_on),
        _end("data", meaning.data, best.data, best.flow, rests_on),
    ]


def _end(what: str, said: str | None, fit: Fit, flow: str, rests_on: tuple[Support, ...]) -> Examined:
    if said is None:
        return Examined(test=what, outcome=Outcome.NOT_TESTED, why=f"The source does not record the {what}.")
    how = f", in general only: {_GENERAL[what]}" if fit is Fit.GENERAL else ""
    why = f"The flow {flow} covers {said}{how}."
    return Examined(test=what, outcome=Outcome.PASSED, why=why, rests_on=rests_on)


def _uncovered(data_map: DataMap, meaning: Meaning, flows: list[Nearby]) -> list[Examined]:
    """Return the tests of both ends and the data where no flow covers all three: one of them failed."""
    between = [one for one in flows if Fit.NOT not in (one.sender, one.recipient)]
    arriving = [one for one in flows if Fit.NOT not in (one.recipient, one.data)]
    if between:
        failed, verdict, near = "data", Verdict.UNDECLARED_CATEGORY, between
        flows_are = "flow of the map goes" if len(between) == 1 else "flows of the map go"
        why = f"{len(between)} {flows_are} from this sender to this recipient, but none takes {meaning.data}."
    elif arriving:
        failed, verdict, near = "sender", Verdict.UNDECLARED_SENDER, arriving
        why = f"The map has {meaning.data} go to this recipient, but never from {meaning.sender}."
    else:
        failed, verdict, near = "recipient", Verdict.UNDECLARED_RECIPIENT, []
        why = (
            f"No flow takes {meaning.data} to {meaning.recipient}, and none goes there from {meaning.sender}."
        )
    rests_on = flow_supports(data_map, near[0].flow) if near else ()
    tests = []
    for what, said in (("sender", meaning.sender), ("recipient", meaning.recipient), ("data", meaning.data)):
        if what == failed:
            test = Examined(test=what, outcome=Outcome.FAILED, why=why, rests_on=rests_on, verdict=verdict)
        elif near:
            test = _end(what, said, getattr(near[0], what), near[0].flow, rests_on)
        else:
            why_not = "The map declares no such recipient of this sender or this data."
            test = Examined(test=what, outcome=Outcome.NOT_TESTED, why=why_not)
        tests.append(test)
    return tests


def _untested() -> list[Examined]:
    why = "No flow covers sender, recipient and data, so that there is none to compare with."
    return [
        Examined(test=what, outcome=Outcome.NOT_TESTED, why=why)
        for what in ("purpose", "role", "basis", "country", "time")
    ]


def _known_between(data_map: DataMap, meaning: Meaning) -> str | None:
    """Return a flow between the same ends, of whatever data, for the purpose and activity as recorded."""
    for flow in data_map.flows:
        ends = (
            covered(senders(data_map, flow), meaning.sender),
            covered(recipients(data_map, flow), meaning.recipient),
        )
        if None not in ends and covers_purpose(data_map, flow, meaning):
            return flow.id
    return None
