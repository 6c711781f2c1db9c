"""How long durations last, one against another."""

from hypothesis import given
from hypothesis import strategies as st

from audit_lib.rules.spans import days, longer

DURATIONS = st.builds(lambda n, unit: f"P{n}{unit}", st.integers(1, 999), st.sampled_from("YMWD"))


@given(DURATIONS)
def test_nothing_is_longer_than_itself(duration):
    assert not longer(duration, duration)


@given(DURATIONS, DURATIONS)
def test_of_two_at_most_one_is_longer(one, other):
    assert not (longer(one, other) and longer(other, one))


@given(st.integers(1, 99), st.integers(0, 11), st.integers(0, 30))
def test_the_parts_of_a_duration_add_up(years, months, rest):
    assert days(f"P{years}Y{months}M{rest}D") == days(f"P{years}Y") + days(f"P{months}M") + rest


def test_a_month_is_thirty_or_thirty_one_days():
    assert not any(longer(one, other) for one in ("P1M", "P31D", "P30D") for other in ("P1M", "P31D"))
