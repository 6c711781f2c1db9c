"""The statutory maximum and the regulator's fining method."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_lib.law.authority import Authority
from audit_lib.law.fines import (
    BRACKETS,
    MAXIMA,
    METHOD_AUTHORITY,
    Seriousness,
    Tier,
    adjustment,
    bracket_range,
    penalty_range,
    statutory_maximum,
    tier,
)

LOW, MEDIUM, HIGH = Seriousness
#: The ranges for the higher maximum, in GBP, by a turnover within each bracket.
TABLE = [
    (1e6, (0, 7_000), (3_500, 14_000), (7_000, 70_000)),
    (5e6, (0, 35_000), (7_000, 70_000), (14_000, 350_000)),
    (30e6, (0, 175_000), (35_000, 350_000), (70_000, 1.75e6)),
    (75e6, (0, 350_000), (175_000, 700_000), (350_000, 3.5e6)),
    (200e6, (0, 875_000), (350_000, 1.75e6), (700_000, 8.75e6)),
    (300e6, (0, 1.75e6), (875_000, 3.5e6), (1.75e6, 17.5e6)),
]


@pytest.mark.parametrize(("turnover", "low", "medium", "high"), TABLE)
def test_the_ranges_are_those_of_the_table(turnover, low, medium, high):
    for seriousness, wanted in zip(Seriousness, (low, medium, high), strict=True):
        assert bracket_range(Tier.HIGHER, seriousness, turnover) == pytest.approx(wanted)


def test_above_the_last_bracket_the_share_of_turnover_counts_and_nothing_is_adjusted():
    assert penalty_range(Tier.HIGHER, HIGH, 1e9) == pytest.approx((0.04 * 1e9 * 0.2, 0.04 * 1e9))
    assert penalty_range(Tier.HIGHER, MEDIUM, 1e9) == pytest.approx((0.04 * 1e9 * 0.1, 0.04 * 1e9 * 0.2))


def test_the_maximum_is_the_larger_of_a_sum_and_a_share():
    assert statutory_maximum(Tier.HIGHER, 0) == 17.5e6
    assert statutory_maximum(Tier.STANDARD, 0) == 8.7e6
    assert statutory_maximum(Tier.HIGHER, 10.8e9) == pytest.approx(432e6)
    assert statutory_maximum(Tier.STANDARD, 435e6) == pytest.approx(8.7e6)


@pytest.mark.parametrize(
    "provision",
    [
        "UK GDPR Art. 5(1)(f)", "Art. 6", "Art. 7", "Art. 9", "Art. 12", "Art. 22", "Art. 22B", "Art. 22C",
        "Art. 44A", "Art. 49", "PECR reg. 6", "PECR reg. 21", "PECR reg. 22",
    ],
)  # fmt: skip
def test_principles_rights_and_transfers_fall_under_the_higher_maximum(provision):
    assert tier([provision]) is Tier.HIGHER


@pytest.mark.parametrize(
    "provision",
    ["Art. 8", "Art. 11", "Art. 25", "Art. 28", "Art. 32", "Art. 39", "DPA 2018 s. 164A", "PECR reg. 9"],
)
def test_what_controllers_and_processors_owe_falls_under_the_standard_maximum(provision):
    assert tier([provision]) is Tier.STANDARD


def test_the_gravest_provision_decides():
    assert tier(["Art. 32", "Art. 5"]) is Tier.HIGHER


def test_the_maximum_is_law_and_the_turnover_table_an_assumption():
    assert {maximum.authority for maximum in MAXIMA.values()} == {Authority.LAW}
    assert METHOD_AUTHORITY is Authority.ASSUMPTION


def test_the_brackets_join_without_a_gap():
    for one, other in pairwise(BRACKETS):
        assert (one.upto, one.high) == (other.above, other.low)


turnovers = st.floats(0, 1e12)


@given(turnovers, turnovers, st.sampled_from(Seriousness), st.sampled_from(Tier))
def test_a_larger_turnover_never_makes_a_penalty_smaller(one, other, seriousness, which):
    less, more = sorted((one, other))
    for smaller, larger in zip(
        penalty_range(which, seriousness, less), penalty_range(which, seriousness, more), strict=True
    ):
        assert smaller <= larger * (1 + 1e-12)


@given(turnovers, st.sampled_from(Seriousness), st.sampled_from(Tier))
def test_no_starting_point_is_above_the_maximum_or_outside_its_bracket(turnover, seriousness, which):
    found, bracket = (each(which, seriousness, turnover) for each in (penalty_range, bracket_range))
    assert bracket.low * (1 - 1e-12) <= found.low <= found.high <= bracket.high * (1 + 1e-12)
    assert found.high <= statutory_maximum(which, turnover) * (1 + 1e-12)
    assert 0.002 <= adjustment(turnover) <= 1
