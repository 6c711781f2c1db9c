"""Simulated years as numbers that can be told."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from audit_lib.model.quantified import State
from audit_lib.risk.annual import SHARES, curve, losses
from audit_lib.risk.simulate import Simulated

annual = arrays(np.float64, st.integers(1, 60), elements=st.just(0.0) | st.floats(0.01, 1e9))


def _told(values):
    return losses(Simulated(np.asarray(values, float), np.zeros(5), 0), {})


@given(annual)
def test_a_percentile_is_the_least_loss_that_so_many_years_do_not_exceed(values):
    told = _told(values)
    for share in SHARES:
        found = told.percentile(share)
        assert np.mean(values <= found) >= share - 1e-9
        assert np.mean(values < found) < share


@given(annual)
def test_the_curve_counts_the_years_above_each_amount(values):
    for point in curve(dict.fromkeys(State, values)):
        assert point.current == pytest.approx(np.mean(values > point.loss))


@given(annual)
def test_the_curve_goes_on_until_no_year_is_above(values):
    assert curve(dict.fromkeys(State, values))[-1].inherent == pytest.approx(0, abs=1 / len(values))


def test_the_standard_error_shrinks_with_the_years():
    assert _told([0, 10] * 50).error == pytest.approx(0.5)
    assert _told([0, 10] * 5_000).error == pytest.approx(0.05)
