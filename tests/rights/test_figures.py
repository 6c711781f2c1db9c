"""The figures of a register: every request counted once, and every sum agreeing."""

import datetime as dt
import itertools

from hypothesis import given
from hypothesis import strategies as st

from audit_lib.model.deadline import RequestDates
from audit_lib.model.request import Outcome, Request
from audit_lib.model.restriction import Restriction
from audit_lib.model.rights import RightKind
from audit_lib.rights.figures import monthly_figures

AS_OF = dt.date(2026, 11, 22)
FIRST = dt.date(2025, 11, 1)
COUNTS = (
    "received", "open", "closed", "in_time", "late", "untimed", "overdue", "waiting", "extended", "refused",
)  # fmt: skip


def made(received, *, right=RightKind.ACCESS, number=1, **fields):
    entry = f"R-{received.year}-{number:04}"
    extended = fields.pop("extended_on", None)
    return Request(
        id=entry, right=right, dates=RequestDates(received=received, extended_on=extended), **fields
    )


def day(text):
    return dt.date.fromisoformat(text)


@st.composite
def requests(draw):
    """Requests as they could be told, whether a clock would give these days or not."""
    received = draw(st.dates(FIRST, AS_OF + dt.timedelta(days=40)))
    right = draw(st.sampled_from([RightKind.ACCESS, RightKind.OBJECTION, RightKind.COMPLAIN_TO_CONTROLLER]))
    later = st.none() | st.integers(0, 120).map(lambda days: received + dt.timedelta(days=days))
    closed = draw(later)
    due = draw(later)
    return made(
        received,
        right=right,
        number=draw(st.integers(1, 9999)),
        due=due,
        waiting=None if due else draw(st.none() | st.just("Proof of identity is awaited.")),
        marketing=right is RightKind.OBJECTION and draw(st.booleans()),
        stopped_on=draw(later) if right is RightKind.OBJECTION else None,
        acknowledged_on=draw(later) if right is RightKind.COMPLAIN_TO_CONTROLLER else None,
        closed_on=closed,
        outcome=draw(st.sampled_from([Outcome.GRANTED, Outcome.REFUSED])) if closed else None,
        extended_on=draw(st.none() | st.just(received)),
    )


@given(st.lists(requests(), max_size=30))
def test_every_request_is_counted_once_and_every_sum_agrees(those):
    figures = monthly_figures(those, AS_OF)
    assert figures.total.received + figures.later == len(those)
    for tally in (figures.total, *figures.months, *figures.rights):
        assert tally.received == tally.open + tally.closed
        assert tally.closed == tally.in_time + tally.late + tally.untimed
        assert tally.overdue + tally.waiting <= tally.open
        assert (tally.median_days is None) == (tally.closed == 0)
    for name in COUNTS:
        total = getattr(figures.total, name)
        assert total == sum(getattr(month, name) for month in figures.months)
        assert total == sum(getattr(right, name) for right in figures.rights)
        for month in figures.months:
            assert getattr(month, name) == sum(getattr(right, name) for right in month.rights)


@given(st.lists(requests(), max_size=20), st.randoms(use_true_random=False))
def test_the_order_of_the_requests_changes_nothing(those, random):
    shuffled = those[:]
    random.shuffle(shuffled)
    assert monthly_figures(shuffled, AS_OF) == monthly_figures(those, AS_OF)


@given(st.lists(requests(), max_size=20))
def test_months_follow_each_other_without_a_gap_up_to_the_day(those):
    months = [month.month for month in monthly_figures(those, AS_OF).months]
    assert all((later - earlier).days in range(28, 32) for earlier, later in itertools.pairwise(months))
    assert all(month.day == 1 for month in months)
    assert not months or months[-1] == AS_OF.replace(day=1)


def test_without_requests_there_are_no_months():
    figures = monthly_figures([], AS_OF)
    assert (figures.months, figures.rights, figures.total.median_days) == ((), (), None)


def test_days_are_counted_from_receipt_to_closing_and_the_median_is_taken():
    received = day("2026-09-01")
    closed = [received + dt.timedelta(days=days) for days in (3, 10, 20, 40)]
    those = [made(received, closed_on=end, outcome=Outcome.GRANTED, due=day("2026-10-01")) for end in closed]
    tally = monthly_figures(those, AS_OF).total
    assert (tally.median_days, tally.in_time, tally.late) == (15.0, 3, 1)


def test_the_last_day_is_in_time_and_overdue_begins_after_it():
    due = day("2026-11-22")
    closed = made(day("2026-10-22"), due=due, closed_on=due, outcome=Outcome.GRANTED)
    still_open = made(day("2026-10-22"), due=due)
    assert monthly_figures([closed], AS_OF).total.in_time == 1
    assert monthly_figures([still_open], AS_OF).total.overdue == 0
    assert monthly_figures([still_open], AS_OF + dt.timedelta(days=1)).total.overdue == 1


def test_what_was_closed_after_the_day_was_open_on_it():
    refused = {"closed_on": day("2026-11-23"), "outcome": Outcome.REFUSED}
    request = made(day("2026-10-20"), due=day("2026-11-20"), **refused)
    tally = monthly_figures([request], AS_OF).total
    assert (tally.open, tally.overdue, tally.refused) == (1, 1, 0)


def test_restrictions_are_counted_that_hold_and_that_no_longer_do():
    one = {"person": "aaaa-bbbb-cccc-dddd", "request": "R-2026-0001", "ground": "accuracy"}
    listed = [
        Restriction(id="RES-2026-0001", since=day("2026-11-01"), **one),
        Restriction(id="RES-2026-0002", since=day("2026-11-01"), until=day("2026-11-22"), **one),
        Restriction(id="RES-2026-0003", since=day("2026-11-01"), until=day("2026-11-21"), **one),
        Restriction(id="RES-2026-0004", since=day("2026-11-23"), **one),
    ]
    figures = monthly_figures([], AS_OF, listed)
    assert (figures.restrictions, figures.restrictions_ended) == (2, 1)
