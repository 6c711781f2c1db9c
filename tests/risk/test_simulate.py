"""Simulated years, against what can be worked out exactly."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
import pytest

from audit_lib.model.quantified import State
from audit_lib.model.risk_model import LossKind
from audit_lib.risk.expected import expected
from audit_lib.risk.figures import figures, spreads
from audit_lib.risk.simulate import shared_years, simulate
from audit_lib.risk.spread import amount
from audit_lib.risk.stakes import stakes

YEARS = 200_000
NOTHING = [{"kind": kind.value, "low": 0, "high": 0, "source": "test"} for kind in LossKind]


def _range(low, high):
    return {"low": low, "high": high, "source": "test"}


def _run(data_map, scenario="exposed-where-kept", years=YEARS, seed=1):
    """Return the stake, its distributions and its simulated years."""
    found = stakes(data_map, [])
    known = spreads(figures(data_map, [stake.id for stake in found]))
    stake = next(each for each in found if each.id == scenario)
    names = {name for held in stake.held.values() for name, _ in (*held.rarer, *held.milder)}
    shared = shared_years([*sorted(names), "people"], known, years, seed)
    return stake, known, simulate(stake, known, shared, years, seed)


@pytest.fixture
def only_response(content, build):
    """Make the map with a frequency and a cost of response alone for exposed stores."""

    def make(often, cost=(1_000, 4_000), **more):
        response = {"kind": "response", **_range(*cost)}
        rest = [loss for loss in NOTHING if loss["kind"] != "response"]
        numbers = {"scenario": "exposed-where-kept", **often, "losses": [response, *rest]}
        content["risk_model"] = {"scenarios": [numbers], **more}
        return build(content)

    return make


def test_the_mean_is_events_times_loss(only_response):
    *_, run = _run(only_response({"frequency": _range(0.7, 0.7)}))
    annual = run[State.CURRENT].annual
    exact = 0.7 * amount(1_000, 4_000).mean
    assert annual.mean() == pytest.approx(exact, abs=4 * annual.std() / math.sqrt(YEARS))


def test_the_variance_is_that_of_a_compound_poisson_number(only_response):
    *_, run = _run(only_response({"frequency": _range(0.7, 0.7)}))
    cost = amount(1_000, 4_000)
    square = math.exp(2 * cost.first + 2 * cost.second**2)
    assert run[State.CURRENT].annual.var() == pytest.approx(0.7 * square, rel=0.03)


def test_an_uncertain_frequency_widens_it_by_its_own_variance(only_response):
    *_, run = _run(only_response({"frequency": _range(0.5, 4.0)}))
    often, cost = amount(0.5, 4.0), amount(1_000, 4_000)
    square = math.exp(2 * cost.first + 2 * cost.second**2)
    varies = (math.exp(often.second**2) - 1) * often.mean**2
    exact = often.mean * square + varies * cost.mean**2
    annual = run[State.CURRENT].annual
    assert annual.mean() == pytest.approx(often.mean * cost.mean, rel=0.02)
    assert annual.var() == pytest.approx(exact, rel=0.06)


def test_years_without_a_loss_are_as_many_as_a_poisson_number_has(only_response):
    *_, run = _run(only_response({"frequency": _range(0.7, 0.7)}))
    none = float(np.mean(run[State.CURRENT].annual == 0))
    assert none == pytest.approx(math.exp(-0.7), abs=4 * math.sqrt(0.25 / YEARS))


def test_a_chance_comes_to_one_event_at_most(only_response):
    *_, run = _run(only_response({"probability": _range(0.3, 0.3)}, cost=(500, 500)))
    annual = run[State.CURRENT].annual
    assert set(np.unique(annual)) == {0.0, 500.0}
    assert np.mean(annual > 0) == pytest.approx(0.3, abs=4 * math.sqrt(0.21 / YEARS))
    assert annual.var() == pytest.approx(500**2 * 0.3 * 0.7, rel=0.02)


def test_what_is_exceeded_agrees_with_the_exact_distribution(only_response):
    """The reference: the compound Poisson distribution by Fourier transform, on a grid of GBP 5."""
    *_, run = _run(only_response({"frequency": _range(0.7, 0.7)}))
    cost, step, size = amount(1_000, 4_000), 5.0, 2**15
    edges = (np.arange(size + 1) - 0.5) * step
    normal = NormalDist(cost.first, cost.second)
    below = np.array([normal.cdf(math.log(edge)) if edge > 0 else 0.0 for edge in edges.tolist()])
    severity = np.diff(below)
    density = np.fft.irfft(np.exp(0.7 * (np.fft.rfft(severity, 2 * size) - 1)), 2 * size)
    exact = 1 - np.cumsum(density)
    for pounds in (0, 1_000, 2_000, 5_000, 8_000):
        share = exact[int(pounds / step)]
        seen = np.mean(run[State.CURRENT].annual > pounds + step / 2)
        assert seen == pytest.approx(share, abs=4.5 * math.sqrt(share * (1 - share) / YEARS) + 1e-4)


def test_every_scenario_has_the_mean_that_is_worked_out_without_chance(content, entry, build):
    content["safeguards"] = [
        entry("lock", measure="encryption-at-rest", parties=["agency", "cloud", "owner"])
    ]
    content["parties"][2]["number"] = 900
    data_map = build(content)
    for stake in stakes(data_map, []):
        _, known, run = _run(data_map, stake.id)
        for state in (State.INHERENT, State.CURRENT):
            annual = run[state].annual
            exact = sum(expected(stake, known, state).values())
            assert annual.mean() == pytest.approx(exact, abs=4.5 * annual.std() / math.sqrt(YEARS) + 0.01)


def test_the_kinds_of_loss_add_up_to_the_whole(content, build):
    _, _, run = _run(build(content), years=20_000)
    assert run[State.CURRENT].kinds.sum() == pytest.approx(run[State.CURRENT].annual.sum())


def test_a_measure_makes_no_year_dearer(content, entry, build):
    content["safeguards"] = [entry("lock", measure="encryption-at-rest", parties=["agency"])]
    *_, run = _run(build(content))
    before, now = run[State.INHERENT].annual, run[State.CURRENT].annual
    assert (now <= before).all()
    assert now.sum() < before.sum()


def test_what_a_map_gives_is_as_it_is_with_the_measures_in_place(only_response, content, entry):
    content["safeguards"] = [
        entry("lock", measure="encryption-at-rest", parties=["agency", "cloud", "owner"])
    ]
    *_, run = _run(only_response({"frequency": _range(0.7, 0.7)}))
    annual = run[State.CURRENT].annual
    assert annual.mean() == pytest.approx(0.7 * amount(1_000, 4_000).mean, rel=0.02)
    assert run[State.INHERENT].annual.mean() > 1.2 * annual.mean()


def test_the_same_seed_gives_the_same_years_and_another_seed_others(content, build):
    one, same, other = (_run(build(content), years=2_000, seed=seed)[2] for seed in (1, 1, 2))
    assert one[State.CURRENT].annual.tobytes() == same[State.CURRENT].annual.tobytes()
    assert one[State.CURRENT].annual.tobytes() != other[State.CURRENT].annual.tobytes()


def test_another_scenario_beside_it_changes_nothing(content, entry, flow, build):
    alone = _run(build(content), "used-for-other-ends", years=5_000)[2]
    content["purposes"].append(entry("adverts", kind="direct-marketing"))
    content["activities"].append({**content["activities"][0], "id": "advertise", "purpose": "adverts"})
    assert any(stake.id == "pestered" for stake in stakes(build(content), []))
    beside = _run(build(content), "used-for-other-ends", years=5_000)[2]
    assert alone[State.CURRENT].annual.tobytes() == beside[State.CURRENT].annual.tobytes()


def test_so_many_events_that_they_are_drawn_in_parts_still_have_their_mean(only_response):
    *_, run = _run(only_response({"frequency": _range(1_000, 1_000)}, cost=(1, 1)), years=4_000)
    annual = run[State.CURRENT].annual
    assert annual.mean() == pytest.approx(1_000, abs=4 * math.sqrt(1_000 / 4_000))
    assert annual.var() == pytest.approx(1_000, rel=0.12)


def test_the_chance_of_a_loss_is_the_share_of_events_that_bring_it(content, build):
    losses = [
        {**loss, "low": 100, "high": 100, "chance": 0.25} for loss in NOTHING if loss["kind"] == "redress"
    ]
    rest = [loss for loss in NOTHING if loss["kind"] != "redress"]
    numbers = {"scenario": "exposed-where-kept", "probability": _range(1, 1), "losses": [*losses, *rest]}
    content["risk_model"] = {"scenarios": [numbers]}
    *_, run = _run(build(content))
    assert np.mean(run[State.CURRENT].annual) == pytest.approx(25, rel=0.02)


def test_no_event_concerns_more_people_than_there_are(content, build):
    content["parties"][2]["number"] = 3
    content["risk_model"] = {
        "assumptions": [
            {"assumption": "telling-cost", "low": 1, "high": 1, "source": "test"},
            {"assumption": "store-told", "low": 0.99, "high": 0.99, "source": "test"},
        ],
        "scenarios": [
            {
                "scenario": "exposed-where-kept",
                "probability": _range(1, 1),
                "people": _range(50, 500),
                "losses": [loss for loss in NOTHING if loss["kind"] != "notification"],
            }
        ],
    }
    *_, run = _run(build(content), years=2_000)
    assert run[State.CURRENT].annual.max() == 3
