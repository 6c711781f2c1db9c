"""The tables of the register: what is due first, figures that add up, steps with their weight."""

from __future__ import annotations

import datetime as dt

import pytest

from audit_lib.model.deadline import Question, RequestDates
from audit_lib.model.request import Request
from audit_lib.model.request_figures import Figures, MonthFigures, RightFigures, Tally
from audit_lib.model.restriction import Ground, Restriction
from audit_lib.model.rights import RightKind
from audit_lib.rights.deadlines import complaint_clock, request_clock
from audit_lib.views.request_tables import (
    clock_table,
    due_table,
    figures_table,
    restrictions_table,
    rights_figures_table,
)
from audit_lib.views.table import Mark

D = dt.date
TODAY = D(2026, 11, 22)
PERSON = "abcd-efgh-ijkl-mnop"


def request(number, due, **fields):
    given = {"right": RightKind.ACCESS, "dates": RequestDates(received=D(2026, 10, 1)), "safe": due}
    return Request(id=f"R-2026-{number:04}", due=due, **{**given, **fields})


def tally(received, **fields):
    names = ("open", "in_time", "late", "untimed", "overdue", "waiting", "extended", "refused")
    given = {**dict.fromkeys(names, 0), "closed": received, "median_days": None, **fields}
    return {"received": received, **given}


@pytest.fixture
def figures():
    """Two months and two rights of seven requests, two of them overdue."""
    months = (
        MonthFigures(month=D(2026, 10, 1), rights=(), **tally(3, in_time=3, median_days=12.5)),
        MonthFigures(month=D(2026, 11, 1), rights=(), **tally(4, open=2, overdue=2, closed=2, late=2)),
    )
    rights = (
        RightFigures(right=RightKind.ERASURE, **tally(2)),
        RightFigures(right=RightKind.ACCESS, **tally(5, overdue=2, open=2)),
    )
    total = Tally(**tally(7, open=2, overdue=2, closed=5, in_time=3, late=2, median_days=20.0))
    return Figures(
        as_of=TODAY,
        total=total,
        months=months,
        rights=rights,
        later=1,
        restrictions=2,
        restrictions_ended=1,
    )


def test_overdue_ones_come_first_and_those_without_a_day_last():
    listed = [request(1, None, waiting="The time has not started."), request(2, D(2026, 12, 9))]
    table = due_table([*listed, request(3, D(2026, 11, 2)), request(4, D(2026, 11, 25))], TODAY)
    assert [row[0].text[-1] for row in table.rows] == ["3", "4", "2", "1"]
    assert table.title == "4 requests are open, 1 overdue"


def test_how_many_days_are_left_is_said_in_words():
    days = [D(2026, 11, 2), TODAY, D(2026, 11, 25), D(2026, 12, 9)]
    found = [row[4] for row in due_table([request(at, day) for at, day in enumerate(days)], TODAY).rows]
    assert [cell.text for cell in found] == ["overdue by 20 days", "today", "3 days", "17 days"]
    assert [cell.mark for cell in found] == [Mark.HIGH, Mark.MEDIUM, Mark.MEDIUM, Mark.PLAIN]


def test_closed_requests_are_not_due():
    closed = request(1, D(2026, 11, 2), closed_on=D(2026, 11, 1), outcome="granted")
    assert due_table([closed], TODAY).title == "No request is open"


def test_a_time_that_is_awaited_says_for_what():
    (row,) = due_table([request(1, None, waiting="Proof of identity is awaited.")], TODAY).rows
    assert (row[3].text, row[3].tail) == ("not known yet", "Proof of identity is awaited.")


def test_months_stand_latest_first_with_their_sum_at_the_end(figures):
    table = figures_table(figures)
    assert [row[0].text for row in table.rows] == ["November 2026", "October 2026", "All together"]
    received = [int(row[1].text) for row in table.rows]
    assert received[-1] == sum(received[:-1])
    assert table.title == "7 requests in 2 months; 2 are overdue"


def test_an_unknown_median_is_no_zero(figures):
    assert [row[-1].text for row in figures_table(figures).rows] == ["–", "12.5", "20"]


def test_rights_stand_with_the_most_used_first(figures):
    table = rights_figures_table(figures)
    assert [row[0].text for row in table.rows[:2]] == ["right of access", "right to erasure"]
    assert "Restrictions: 2 hold, 1 have ended." in table.note


def test_a_clock_shows_each_step_once_with_its_weight():
    dates = RequestDates(
        received=D(2026, 10, 1),
        clarifications=(Question(asked=D(2026, 10, 5), answered=D(2026, 10, 14)),),
    )
    clock = request_clock(RightKind.ACCESS, dates)
    table = clock_table(clock)
    says = [row[1].text for row in table.rows if row[2].text]
    assert len(says) == len(set(says))
    assert set(says) == {step.says for deadline in clock.deadlines for step in deadline.steps}
    assert {row[3].text for row in table.rows if row[2].text} == {"law", "assumption"}


def test_a_clock_says_the_last_and_the_safe_day_together():
    row = clock_table(complaint_clock(D(2026, 6, 19))).rows[0]
    assert row[1].text == "by the end of Monday 20 July 2026; safe: Sunday 19 July 2026"


def test_a_clock_without_duties_says_why():
    table = clock_table(complaint_clock(D(2026, 6, 18)))
    assert table.title.endswith("nothing is due")
    assert "There is no such duty for this complaint" in table.note


def restriction(number, ground, **fields):
    given = {"since": D(2026, 10, 1), "person": PERSON, "request": "R-2026-0001"}
    return Restriction(id=f"S-2026-{number:04}", ground=ground, **{**given, **fields})


def test_restrictions_that_hold_stand_first():
    ended = restriction(1, Ground.ACCURACY, until=D(2026, 11, 1))
    table = restrictions_table([ended, restriction(2, Ground.OBJECTION)], TODAY)
    assert [row[0].text for row in table.rows] == ["S-2026-0002", "S-2026-0001"]
    assert table.title == "1 restriction holds, 1 does not"


@pytest.mark.parametrize("ground", Ground)
def test_every_ground_has_words_and_a_provision(ground):
    (row,) = restrictions_table([restriction(1, ground)], TODAY).rows
    assert row[3].text
    assert row[3].tail


def test_nobody_is_named_in_the_list_of_restrictions_not_even_by_pseudonym(letting):
    listed = restriction(1, Ground.CLAIMS, subject="tenants", data=("contact",), activities=("let",))
    (row,) = restrictions_table([listed], TODAY, data_map=letting).rows
    assert [cell.whole for cell in row[1:3]] == ["Tenants", "Contact details\nin Manage tenancies"]
    assert PERSON not in str([cell.whole for cell in row])


def test_what_is_asked_by_whom_is_said_in_names(letting):
    complaint = request(1, TODAY, right=RightKind.COMPLAIN_TO_CONTROLLER, subject="tenants")
    table = due_table([complaint, request(2, TODAY, subject="nobody-here")], TODAY, data_map=letting)
    assert [row[1].whole for row in table.rows] == ["complaint\nTenants", "access\nnobody-here"]
    assert table.title == "2 requests and complaints are open, none overdue"


def test_the_safe_day_stands_with_the_last_day_where_it_is_another():
    (row, other) = due_table([request(1, TODAY, safe=D(2026, 11, 20)), request(2, TODAY)], TODAY).rows
    assert row[3].tail == "safe: Friday 20 November 2026"
    assert other[3].tail == ""


@pytest.mark.parametrize("table", [due_table, restrictions_table])
def test_the_tables_of_a_report_keep_to_the_width_of_its_page(table):
    listed = [request(1, TODAY)] if table is due_table else [restriction(1, Ground.CLAIMS)]
    assert sum(table(listed, TODAY).widths) == 100


def test_what_in_time_means_is_said_beneath_the_figures(figures):
    assert "of a complaint it is the acknowledgement" in figures_table(figures).note.lower()
