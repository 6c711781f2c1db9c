"""The chart of the register: columns are what was received, and every request is in one part."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.model.request_figures import Figures, MonthFigures, Tally
from audit_lib.views.register_chart import PARTS, in_part, register_chart

A4_LESS_MARGINS = (210 - 30) / 25.4


def tally(in_time=0, late=0, untimed=0, in_hand=0, overdue=0, days=None):
    closed = in_time + late + untimed
    return {
        "received": closed + in_hand + overdue,
        "open": in_hand + overdue,
        "closed": closed,
        "in_time": in_time,
        "late": late,
        "untimed": untimed,
        "overdue": overdue,
        "waiting": 0,
        "extended": 0,
        "refused": 0,
        "median_days": days,
    }


def figures(*months, **fields):
    """Figures of consecutive months to November 2026, and their sum."""
    first = 2026 * 12 + 10 - len(months) + 1
    listed = tuple(
        MonthFigures(month=dt.date((first + at) // 12, (first + at) % 12 + 1, 1), rights=(), **month)
        for at, month in enumerate(months)
    )
    summed = {name: sum(month[name] for month in months) for name in tally() if name != "median_days"}
    total = Tally(**summed, median_days=21.5 if summed["closed"] else None)
    given_fields = {"later": 0, "restrictions": 0, "restrictions_ended": 0, **fields}
    return Figures(as_of=dt.date(2026, 11, 22), total=total, months=listed, rights=(), **given_fields)


@pytest.mark.parametrize(
    ("month", "title"),
    [
        (tally(in_time=9, late=1, overdue=2), "9 of 10 answers were in time; 2 are overdue"),
        (tally(in_time=3), "All 3 answers were in time; nothing is overdue"),
        (tally(in_time=1, overdue=1), "The one answer was in time; 1 is overdue"),
        (tally(late=1), "The one answer was late; nothing is overdue"),
        (tally(in_hand=4), "4 requests, none answered yet; nothing is overdue"),
        (tally(), "The register holds no request"),
    ],
)
def test_the_title_is_the_finding(month, title):
    assert register_chart(figures(month)).title == title


def test_four_numbers_stand_large(words):
    said = words(register_chart(figures(tally(in_time=7, late=1, in_hand=3, overdue=1))))
    at = said.index("received")
    assert said[at - 1] == "12"
    assert said[said.index("of the answers in time") - 1] == "87%"  # 87.5 is not rounded up
    assert said[said.index("open, 1 of them overdue") - 1] == "4"


def test_every_request_is_in_one_part():
    month = Tally(**tally(5, 2, 1, 3, 4))
    assert sum(in_part(month, part) for part in PARTS) == month.received


def test_the_total_of_each_month_stands_above_its_column(words):
    said = words(register_chart(figures(tally(in_time=11), tally(in_time=3, in_hand=4))))
    assert {"11", "7", "Oct", "Nov", "2026"} <= set(said)


def test_the_median_of_days_stands_beneath(words):
    said = words(register_chart(figures(tally(in_time=2, days=17.5), tally())))
    assert said[said.index("median days") :].count("17.5") == 1
    assert "–" in said


def test_only_what_occurs_is_in_the_key(words):
    said = words(register_chart(figures(tally(in_time=3))))
    assert "answered in time" in said
    assert "overdue" not in said
    assert "answered late" not in said


def test_months_that_are_not_drawn_are_told(words):
    said = " ".join(words(register_chart(figures(*[tally(in_time=1)] * 40))))
    assert "16 earlier months in the numbers and not in the columns." in said


def test_what_came_later_is_told(words):
    assert "2 requests received after this day" in " ".join(words(register_chart(figures(tally(1), later=2))))


@settings(max_examples=20)
@given(
    st.lists(
        st.builds(
            tally,
            *[st.sampled_from([0, 1, 3, 40, 999, 30_000])] * 5,
            days=st.sampled_from([None, 0.0, 22.5, 900.0]),
        ),
        max_size=30,
    )
)
def test_whatever_the_numbers_all_lies_on_the_sheet(months):
    picture = register_chart(figures(*months))
    wide, high = picture.size
    for text in picture.figure.axes[0].texts:
        x, y = text.get_position()
        assert 0 <= x <= wide
        assert 0 <= y <= high


@pytest.mark.parametrize("months", [0, 1, 2, 12, 24, 60])
@pytest.mark.parametrize("number", [1, 12, 9_000])
def test_no_words_run_off_or_lie_over_others(months, number, clipped, overlapping):
    month = tally(number, number // 3, number // 9, number // 2, number // 5, days=21.0)
    picture = register_chart(figures(*[month] * months))
    assert clipped(picture) == []
    assert overlapping(picture) == []


def test_its_letters_can_be_read_on_a4(least_letter):
    picture = register_chart(figures(*[tally(5, 1)] * 24))
    assert least_letter(picture) * A4_LESS_MARGINS / (picture.size[0] / 72) >= 5.5
    assert least_letter(picture) >= 7


def test_the_same_figures_give_the_same_picture():
    given_figures = figures(tally(5, 1, 1, 1, 1))
    assert register_chart(given_figures).data() == register_chart(given_figures).data()


def test_the_alternative_text_tells_the_last_months():
    alt = register_chart(figures(tally(5, 1), tally(2, overdue=1))).alt
    assert "November 2026: 3 received, 0 late, 1 overdue." in alt
