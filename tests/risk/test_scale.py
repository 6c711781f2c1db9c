"""The scale."""

from __future__ import annotations

import pytest

from audit_lib.model.risk import Harm, Level, Likelihood
from audit_lib.risk.scale import ICO_SCALE, lower, rank, scale_of


@pytest.mark.parametrize(
    ("harm", "levels"),
    [
        (Harm.MINIMAL, ["low", "low", "low"]),
        (Harm.SIGNIFICANT, ["low", "medium", "high"]),
        (Harm.SEVERE, ["low", "high", "high"]),
    ],
)
def test_the_regulators_matrix(harm, levels):
    assert [ICO_SCALE.level(likelihood, harm) for likelihood in Likelihood] == levels


def test_more_likely_or_more_severe_is_never_a_lower_level():
    for likelihood in Likelihood:
        for harm in Harm:
            here = rank(ICO_SCALE.level(likelihood, harm))
            assert rank(ICO_SCALE.level(lower(likelihood), harm)) <= here
            assert rank(ICO_SCALE.level(likelihood, lower(harm))) <= here


def test_the_lowest_step_stays():
    assert (lower(Likelihood.REMOTE), lower(Harm.MINIMAL)) == (Likelihood.REMOTE, Harm.MINIMAL)


def test_a_map_can_have_a_scale_of_its_own(content, build):
    content["risk_scale"] = {"table": {x: dict.fromkeys(Harm, Level.HIGH) for x in Likelihood}}
    assert scale_of(build(content)).level(Likelihood.REMOTE, Harm.MINIMAL) is Level.HIGH
