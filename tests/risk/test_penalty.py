"""Penalties that the model draws, against the law and against published cases."""

from __future__ import annotations

import numpy as np
import pytest

from audit_lib.law.enforcement import CASES
from audit_lib.law.fines import Seriousness, Tier, penalty_range, statutory_maximum
from audit_lib.risk.assumptions import ASSUMPTIONS
from audit_lib.risk.penalty import (
    DRAWS,
    capped_penalties,
    capped_penalty_mean,
    even_people,
    penalties,
    penalty_mean,
)
from audit_lib.risk.spread import amount, chance, fixed, triangle

GRAVE = (Tier.HIGHER, Seriousness.HIGH)
PENALTY = {case.id: case for case in CASES if case.penalty}


def _known(turnover, a_person=None, adjusted=None):
    row = {name.value: each for name, each in ASSUMPTIONS.items()}
    usual = row["fine-a-person"]
    return {
        "turnover": turnover,
        "fine-a-person": a_person or triangle(usual.low, usual.mode, usual.high),
        "fine-adjusted": adjusted or amount(row["fine-adjusted"].low, row["fine-adjusted"].high),
    }


def _drawn(people, turnover, **more):
    known = _known(turnover, **more)
    return penalties(np.random.default_rng(5), known, GRAVE, np.full(100_000, float(people)))


def _band(people, turnover):
    low, high = np.quantile(_drawn(people, turnover), (0.05, 0.95))
    return low, high


@pytest.mark.parametrize("turnover", [1e5, 5e6, 1e9, 1e11])
def test_none_is_above_the_statutory_maximum(turnover):
    drawn = _drawn(1e10, fixed(turnover), adjusted=fixed(1000))
    assert drawn.max() <= statutory_maximum(Tier.HIGHER, turnover)
    assert drawn.max() == pytest.approx(statutory_maximum(Tier.HIGHER, turnover))


def test_where_many_people_are_concerned_the_method_decides():
    drawn = _drawn(1e9, fixed(6e6), adjusted=fixed(1))
    low, high = penalty_range(*GRAVE, 6e6)
    assert low <= drawn.min() <= drawn.max() <= high
    assert drawn.mean() == pytest.approx((low + high) / 2, rel=0.01)


def test_where_few_people_are_concerned_their_number_decides():
    assert _drawn(10, fixed(10.8e9), a_person=fixed(4)).tolist() == [40.0] * 100_000


def test_a_letting_agent_that_exposes_18610_tenants_lies_about_the_penalty_that_one_got():
    turnover = ASSUMPTIONS["turnover"]
    low, high = _band(18_610, amount(turnover.low, turnover.high))
    assert low < PENALTY["life-at-parliament-view"].penalty < high
    assert 5_000 < low < high < 200_000


def test_leaving_that_case_out_the_others_still_frame_it():
    others = [case.per_person for case in PENALTY.values() if case.id != "life-at-parliament-view"]
    assert min(others) < PENALTY["life-at-parliament-view"].per_person < max(others)


@pytest.mark.parametrize("case", ["capita", "23andme"])
def test_large_undertakings_lie_in_the_band(case):
    low, high = _band(PENALTY[case].people, fixed(1e9))
    assert low < PENALTY[case].penalty < high


def test_the_cases_at_the_ends_of_the_triangle_lie_outside_the_band():
    # The dearest and the cheapest a person made the triangle, and a law firm with few clients is beyond it.
    outside = {
        name: _band(case.people, fixed(1e9))
        for name, case in PENALTY.items()
        if name in ("lastpass", "advanced", "dpp-law")
    }
    assert PENALTY["lastpass"].penalty < outside["lastpass"][0]
    assert PENALTY["advanced"].penalty > outside["advanced"][1]
    assert PENALTY["dpp-law"].penalty > outside["dpp-law"][1]


@pytest.mark.parametrize("turnover", [fixed(3e6), amount(1e6, 10e6), fixed(1e9)])
@pytest.mark.parametrize("reach", [50, 3_000, 50_000])
def test_the_mean_is_that_of_many_draws(turnover, reach):
    random, known = np.random.default_rng(9), _known(turnover)
    people = chance(0.05, 0.95).draw(random, 400_000) * reach
    drawn = penalties(random, known, GRAVE, people)
    exact = penalty_mean(known, GRAVE, even_people(chance(0.05, 0.95), fixed(reach)))
    assert exact == pytest.approx(drawn.mean(), rel=0.025)


def test_the_mean_is_always_worked_out_with_the_same_points():
    known = _known(amount(1e6, 10e6))
    assert penalty_mean(known, GRAVE, amount(1, 9)) == penalty_mean(known, GRAVE, amount(1, 9))
    assert even_people(fixed(2), fixed(3)).tolist() == [6.0] * DRAWS


def test_a_penalty_of_the_map_is_capped_by_law():
    known = {"turnover": fixed(1e6)}
    drawn = capped_penalties(np.random.default_rng(1), known, Tier.STANDARD, amount(1e6, 1e9), 50_000)
    assert drawn.max() == 8.7e6
    assert capped_penalty_mean(known, Tier.STANDARD, amount(1e6, 1e9)) == pytest.approx(
        drawn.mean(), rel=0.02
    )
