"""How ids are spelt: whatever occurs must stand for just what it is meant for."""

import numpy as np
import pytest

from audit_lib.evidence.life.words import nonsense, vocabulary
from audit_lib.evidence.words import resolve
from audit_lib.model.data_map import DataMap
from audit_lib.model.evidence_source import Column, Source

from .ferry import ferry_map


def source_of(data_map: DataMap, seed: int) -> Source:
    values = vocabulary(data_map, seed).values
    return Source(id="log", kind="disclosures", name="Log", format="parquet", values=values)


@pytest.mark.parametrize("seed", range(5))
def test_every_spelling_stands_for_its_id(seed: int) -> None:
    data_map = ferry_map()
    source = source_of(data_map, seed)
    for column, spellings in vocabulary(data_map, seed).spellings.items():
        for name, words in spellings.items():
            assert {each.id for each in resolve(data_map, source, column, words).values()} == {name}


def test_nonsense_stands_for_nothing() -> None:
    data_map = ferry_map()
    words = vocabulary(data_map, 1)
    for column in (*words.spellings, Column.COUNTRY):
        word = nonsense(words, column, 3)
        assert resolve(data_map, source_of(data_map, 1), column, [word])[word].id is None


def test_a_name_that_two_parties_share_is_not_used() -> None:
    content = ferry_map().content()
    content["parties"] += [{**content["parties"][-1], "id": "other-museum"}]
    data_map = DataMap.model_validate(content)
    spelt = vocabulary(data_map, 1).spellings[Column.RECIPIENT]
    assert "Museum" not in [*spelt["museum"], *spelt["other-museum"]]


def test_a_name_that_is_another_s_id_is_not_used() -> None:
    content = ferry_map().content()
    content["parties"][-1]["name"] = "Insurer"
    content["parties"][-2]["name"] = "Cover for all"
    spelt = vocabulary(DataMap.model_validate(content), 1).spellings[Column.SENDER]
    assert "Insurer" not in spelt["museum"]


def test_a_third_or_so_go_by_words_of_the_log_s_own() -> None:
    shares = [
        len(words.values[Column.RECIPIENT]) / len(words.spellings[Column.RECIPIENT])
        for words in (vocabulary(ferry_map(), seed) for seed in range(20))
    ]
    assert 0.2 < np.mean(shares) < 0.5
