"""The maps that benchmarks are run on are valid, and have the shape that is told."""

import importlib.util
from pathlib import Path

import pytest
import yaml

from audit_lib.graph.build import build_graph
from audit_lib.graph.exposure import exposure
from audit_lib.model.data_map import DataMap


@pytest.fixture(scope="module")
def generated():
    path = Path(__file__).parents[2] / "benchmarks" / "generate.py"
    spec = importlib.util.spec_from_file_location("benchmark_generate", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("flows", [1, 40, 1000])
def test_the_model_accepts_a_generated_map(generated, flows):
    data_map = generated.generate(flows)
    assert len(data_map.flows) == flows
    assert DataMap.model_validate(data_map.content()) == data_map


def test_the_same_seed_gives_the_same_map_and_another_seed_another(generated):
    assert generated.generate(50, seed=3) == generated.generate(50, seed=3)
    assert generated.generate(50, seed=3) != generated.generate(50, seed=4)


def test_the_text_of_a_generated_map_says_what_the_map_says(generated):
    data_map = generated.generate(300)
    told = yaml.safe_load(generated.yaml_text(data_map))
    assert DataMap.model_validate(told) == data_map


def test_a_generated_map_has_the_shape_that_is_told(generated):
    data_map = generated.generate(2000)
    assert (len(data_map.parties), len(data_map.data), len(data_map.purposes)) == (500, 200, 32)
    parents = {entry.parent for entry in data_map.data}
    share = sum(not parents.isdisjoint(flow.data) for flow in data_map.flows) / 2000
    assert 0.12 < share < 0.18
    text = generated.yaml_text(data_map)
    flows = text[text.index("\nflows:\n") : text.index("\nclauses:\n")]
    assert 250 < len(flows) / 2000 < 350


def test_data_comes_several_steps_far_in_a_generated_map(generated):
    data_map = generated.generate(2000)
    shown = exposure(build_graph(data_map))
    assert shown.received.sum() > 5 * len(data_map.parties)
