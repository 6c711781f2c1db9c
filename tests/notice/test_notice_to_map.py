"""The measure of drafted maps is fair, and a drafted map is far nearer to a person's than the naive way."""

import importlib
from pathlib import Path

import pytest

from audit_lib.files.read_map import read_map
from audit_lib.notice.candidates.draft_map import draft_map

ROOT = Path(__file__).parents[2]
AGENCY = ROOT / "data_maps" / "small_agency"


@pytest.fixture
def benchmark(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return importlib.import_module("notice_to_map")


@pytest.fixture(scope="module")
def by_hand():
    return read_map(AGENCY)


@pytest.fixture(scope="module")
def notice():
    return (AGENCY / "notice.txt").read_text(encoding="utf-8")


def test_a_map_agrees_with_itself(benchmark, by_hand):
    prepared = benchmark.side(by_hand)
    scores, _ = benchmark.compare(prepared, prepared)
    assert {(score.precision, score.recall) for score in scores.values()} == {("100%", "100%")}


def test_what_rests_on_no_sentence_is_not_asked_for(benchmark, by_hand):
    assert "pennant-mail" not in benchmark.side(by_hand).parties


def test_the_same_names_in_other_sentences_do_not_count(benchmark, by_hand, notice):
    elsewhere = draft_map("We share your name with tradespeople.", map_id="x", as_of=benchmark.AS_OF)
    scores, _ = benchmark.compare(benchmark.side(by_hand), benchmark.side(elsewhere))
    assert {score.found for score in scores.values()} == {0}


@pytest.mark.parametrize("kind", ["parties", "data", "purposes", "flows", "claims"])
def test_drafting_finds_more_than_the_naive_way_and_is_more_often_right(benchmark, by_hand, notice, kind):
    wanted = benchmark.side(by_hand)
    drafted, _ = benchmark.compare(
        wanted, benchmark.side(draft_map(notice, map_id="x", as_of=benchmark.AS_OF))
    )
    naive, _ = benchmark.compare(wanted, benchmark.side_of_naive(notice, by_hand.notice.headings))
    ours, theirs = drafted[kind], naive[kind]
    assert ours.found > 1.4 * theirs.found
    assert _f1(ours) > 1.3 * _f1(theirs)


def _f1(score) -> float:
    recall = score.found / score.wanted
    precision = score.right / score.drafted if score.drafted else 0.0
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0
