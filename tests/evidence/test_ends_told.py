"""What is told of two logs gives no figure about few people away, nor lets one be worked out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.evidence.ends_told import EndsTold, ends_told
from audit_lib.model.two_sided import Ends

DAY = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
#: A threshold so low that a reader can try out everything that may be.
LEAST = 3
MOST = 9


def logs(sent: int, received: int, matched: int, **fields: object) -> Ends:
    given = {"disclosures": "out", "receipts": "in", "sender": "agent", "recipient": "court", "data": "name"}
    return Ends(**given, first=DAY, last=DAY, sent=sent, received=received, matched=matched, **fields)


def test_logs_about_enough_people_are_told_whole() -> None:
    told = ends_told(logs(120, 100, 90, people_sent=30, people_received=10))
    assert told == EndsTold(120, 100, 90, 30, 10, 30, 10)


def test_a_small_rest_hides_all_that_it_could_be_worked_out_from() -> None:
    assert ends_told(logs(95, 120, 90))[:5] == (None, None, None, None, 30)


def test_a_rest_that_no_finding_tells_of_is_told_as_none() -> None:
    assert ends_told(logs(93, 90, 90))[3:5] == (None, 0)


def test_many_entries_about_few_people_are_hidden() -> None:
    assert ends_told(logs(500, 500, 500, everyone_sent=3, everyone_received=3))[:3] == (None, None, None)


def test_what_both_ends_have_about_few_people_is_hidden() -> None:
    few = logs(500, 500, 400, people_sent=97, people_received=98, everyone_sent=100, everyone_received=100)
    assert ends_told(few)[:3] == (None, None, None)
    assert ends_told(few)[3:5] == (100, 100)


def test_where_no_people_are_recorded_the_entries_decide() -> None:
    assert ends_told(logs(500, 500, 500))[:3] == (500, 500, 500)
    assert ends_told(logs(9, 9, 9))[:3] == (None, None, None)


class Counts(NamedTuple):
    """What both ends and each end alone have."""

    matched: int
    sent_only: int
    received_only: int

    @property
    def logs(self) -> Ends:
        return logs(self.matched + self.sent_only, self.matched + self.received_only, self.matched)


COUNTS = st.builds(Counts, *(st.integers(0, MOST) for _ in range(3)))


def may_be(real: Counts, table: EndsTold | None) -> Iterator[Counts]:
    """Yield what is possible for a reader who has the findings, the patterns and perhaps the table."""
    for matched in range(2 * MOST):
        for sent_only in range(2 * MOST):
            for received_only in range(2 * MOST):
                one = Counts(matched, sent_only, received_only)
                if fits(one, real) and (table is None or shows(table, one)):
                    yield one


def fits(one: Counts, real: Counts) -> bool:
    """Say whether findings and patterns are the same: these tell of all that was sent, if that is not few."""
    alone = all(
        said == true if true == 0 or true >= LEAST else said >= 1
        for said, true in zip(one[1:], real[1:], strict=True)
    )
    return alone and (real.logs.sent < LEAST or one.logs.sent == real.logs.sent)


def shows(table: EndsTold, one: Counts) -> bool:
    of = (one.logs.sent, one.logs.received, one.matched, one.sent_only, one.received_only)
    return all(said is None or said == value for said, value in zip(table[:5], of, strict=True))


@settings(max_examples=60, deadline=None)
@given(COUNTS)
def test_nobody_learns_more_of_a_small_figure_than_findings_and_patterns_tell(real: Counts) -> None:
    told = ends_told(real.logs, LEAST)
    before, after = list(may_be(real, None)), list(may_be(real, told))
    for place, value in enumerate(real):
        if 0 < value < LEAST:
            possible = {one[place] for one in after}
            assert max(possible) >= LEAST or possible == {one[place] for one in before}
