"""Words that stand for nothing: the most frequent are named, the rest is counted, and the sums are right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit_lib.cli.evidence.check_json import reconciliation_json
from audit_lib.evidence.check import check_evidence
from audit_lib.evidence.engine import meanings
from audit_lib.model.evidence_source import Column
from audit_lib.model.reconciliation import Reconciliation, Unresolved
from audit_lib.model.verdict import Verdict

from ..conftest import AS_OF
from ..lido_map import lido
from ..worlds import World, source

#: How many rows have each word; two cells are blank, and one word is written with blanks around it.
WORDS = {"Zenith": 30, "Acme": 20, " Acme ": 5, "Bolt": 12, "Corax": 4, "Dyne": 4, "": 1, "  ": 1}


@pytest.fixture(autouse=True)
def two_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meanings, "TOLD", 2)


def compared(root: Path, words: dict[str, int] = WORDS, **asked: object) -> Reconciliation:
    rows = [
        {"id": f"{number}", "at": "2026-07-15 12:00", "sender": "lido", "recipient": word, "data": "name"}
        for number, word in enumerate(word for word, rows in words.items() for _ in range(rows))
    ]
    rows.append(
        {"id": "good", "at": "2026-07-15 12:00", "sender": "lido", "recipient": "printer", "data": "contact"}
    )
    world = World(lido(), (source("log", "disclosures"),), {"log": rows})
    return check_evidence(world.data_map, world.write(root), root, AS_OF, **asked)


def told(found: Reconciliation) -> list[tuple[str, int, int]]:
    assert {(one.source, one.column) for one in found.unresolved} == {("log", Column.RECIPIENT)}
    return [(one.word, one.observations, one.more) for one in found.unresolved]


def test_the_rest_is_counted_with_its_rows(tmp_path: Path) -> None:
    found = compared(tmp_path)
    assert told(found) == [("Zenith", 30, 0), ("Acme", 25, 0), ("", 20, 3), ("", 2, 0)]
    assert sum(one.observations for one in found.unresolved) == found.verdicts[Verdict.UNRESOLVED]
    assert sum(one.words for one in found.unresolved) == 6


def test_where_all_are_named_there_is_no_rest(tmp_path: Path) -> None:
    assert told(compared(tmp_path, {"Zenith": 30, "Acme": 20})) == [("Zenith", 30, 0), ("Acme", 20, 0)]


def test_a_kept_store_says_the_same(tmp_path: Path) -> None:
    direct = compared(tmp_path)
    for _ in range(2):
        assert compared(tmp_path, store=tmp_path / "store").unresolved == direct.unresolved


@pytest.mark.slow
def test_spark_says_the_same(tmp_path: Path, spark: None) -> None:
    assert compared(tmp_path, engine="spark").unresolved == compared(tmp_path).unresolved


def test_a_rest_on_few_rows_is_withheld_and_cannot_be_worked_out(tmp_path: Path) -> None:
    said = reconciliation_json(compared(tmp_path, {"Zenith": 30, "Acme": 20, "Bolt": 3, "Corax": 2}))
    shown = {(one["word"], one["observations"]) for one in said["unresolved"]}
    assert shown == {("Zenith", 30), ("Acme", None), ("(2 more words)", None)}


def test_a_word_that_is_not_named_stands_in_no_answer(tmp_path: Path) -> None:
    found = compared(tmp_path)
    assert "Bolt" not in json.dumps(reconciliation_json(found))
    assert not any("Bolt" in finding.message for finding in found.findings)


def test_the_finding_counts_what_it_does_not_name(tmp_path: Path) -> None:
    found = compared(tmp_path, {"Zenith": 30, "Acme": 20, "Bolt": 12, "Corax": 4})
    assert any('"Acme" (20 rows), 2 more words.' in finding.message for finding in found.findings)


def test_an_entry_for_the_rest_is_no_empty_cell() -> None:
    rest = Unresolved(source="log", column="data", word="", observations=5, more=3)
    assert (rest.words, rest.model_copy(update={"more": 0}).words) == (3, 1)
