"""Distributions from 90 % ranges."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_lib.risk.spread import Spread, amount, capped_mean, chance, fixed, triangle

ends = st.tuples(st.floats(1e-3, 1e6), st.floats(1.001, 1e3)).map(lambda pair: (pair[0], pair[0] * pair[1]))
shares = st.tuples(st.floats(1e-4, 0.99), st.floats(1e-4, 0.99)).filter(lambda p: abs(p[0] - p[1]) > 1e-6)


def _drawn(spread: Spread, size: int = 400_000):
    return spread.draw(np.random.default_rng(7), size)


@given(ends)
def test_a_lognormal_has_its_range_as_5th_and_95th_percentile(pair):
    found = amount(*pair)
    assert (found.percentile(0.05), found.percentile(0.95)) == pytest.approx(pair, rel=1e-9)


@given(ends)
def test_its_parameters_are_those_of_the_formula(pair):
    a, b = pair
    found = amount(a, b)
    assert found.first == pytest.approx((math.log(a) + math.log(b)) / 2)
    assert found.second == pytest.approx(math.log(b / a) / (2 * 1.6449), rel=1e-4)
    assert found.mean == pytest.approx(math.exp(found.first + found.second**2 / 2))


@given(shares)
def test_a_chance_has_its_range_as_percentiles_and_stays_between_0_and_1(pair):
    low, high = sorted(pair)
    found = chance(low, high)
    assert (found.percentile(0.05), found.percentile(0.95)) == pytest.approx((low, high), rel=1e-9)
    assert 0 < found.percentile(1e-9) < found.mean < found.percentile(1 - 1e-9) <= 1


@pytest.mark.parametrize(
    "spread", [amount(1, 12), chance(0.03, 0.1), chance(0.05, 0.95), triangle(0.75, 4.3, 38.7)]
)
def test_draws_have_the_mean_and_the_percentiles(spread):
    drawn = _drawn(spread)
    assert drawn.mean() == pytest.approx(spread.mean, abs=5 * drawn.std() / math.sqrt(drawn.size))
    for share in (0.05, 0.5, 0.95):
        assert np.mean(drawn <= spread.percentile(share)) == pytest.approx(share, abs=0.003)


def test_a_triangle_has_the_mean_of_its_corners():
    assert triangle(0.75, 4.3, 38.7).mean == pytest.approx((0.75 + 4.3 + 38.7) / 3)


def test_what_is_certain_does_not_vary():
    assert set(_drawn(fixed(3), 10)) == {3.0}
    assert amount(5, 5) == fixed(5)
    assert amount(0, 0).mean == 0


@pytest.mark.parametrize("make", [amount, chance])
def test_a_range_that_starts_at_0_or_runs_backwards_is_refused(make):
    for wrong in [(0, 0.5), (0.5, 0.2), (-1, 0.5)]:
        with pytest.raises(ValueError, match="range"):
            make(*wrong)


def test_a_factor_multiplies_an_amount_and_its_mean():
    product = amount(2, 20).times(amount(0.5, 3))
    assert product.mean == pytest.approx(amount(2, 20).mean * amount(0.5, 3).mean)


def test_a_factor_multiplies_the_odds_of_a_chance():
    before = chance(0.03, 0.1).percentile(0.5)
    after = chance(0.03, 0.1).times(fixed(3)).percentile(0.5)
    assert after / (1 - after) == pytest.approx(3 * before / (1 - before))


def test_a_factor_of_nothing_leaves_nothing():
    assert amount(1, 2).times(fixed(0)).mean == 0


def test_the_ends_are_certain_and_can_still_be_multiplied():
    low, high = amount(2, 20).ends
    assert (low.mean, high.mean) == pytest.approx((2, 20))
    assert high.times(amount(1, 4)).percentile(0.5) == pytest.approx(40)


@pytest.mark.parametrize("cap", [fixed(3), amount(1, 9)])
def test_the_mean_under_a_cap_is_that_of_the_lesser(cap):
    random = np.random.default_rng(3)
    lesser = np.minimum(amount(1, 12).draw(random, 400_000), cap.draw(random, 400_000))
    assert capped_mean(amount(1, 12), cap) == pytest.approx(lesser.mean(), rel=0.005)


def test_without_a_cap_the_mean_is_the_mean():
    assert capped_mean(amount(1, 12), fixed(math.inf)) == amount(1, 12).mean
