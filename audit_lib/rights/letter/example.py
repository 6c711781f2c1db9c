"""A request of a tenant of the example map, for the examples in this package."""

from __future__ import annotations

import datetime as dt

from ...graph.example import example_map
from ...model.deadline import RequestDates
from ...model.letter import LetterKind
from ...model.rights import RightKind
from ..search_plan import plan_request
from .case import Case, make_case


def example_case(right: RightKind, kind: LetterKind = LetterKind.ANSWER) -> Case:
    """Return a request that came on 9 November 2026, on the day of a letter about it, the 22nd.

    >>> example_case(RightKind.ACCESS).answer.latest
    datetime.date(2026, 12, 9)
    """
    data_map, day = example_map(), dt.date(2026, 11, 22)
    dates = RequestDates(received=dt.date(2026, 11, 9))
    if right is RightKind.COMPLAIN_TO_CONTROLLER:
        return make_case(LetterKind.COMPLAINT_OUTCOME, data_map, right, day, dates=dates)
    plan = plan_request(data_map, right, "tenants", day)
    return make_case(kind, data_map, right, day, dates=dates, plan=plan)
