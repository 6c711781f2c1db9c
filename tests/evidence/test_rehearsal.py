from __future__ import annotations

import datetime as dt

import duckdb
import pytest

from audit_lib.evidence.compare import compare_with_evidence
from audit_lib.evidence.generate import generate
from audit_lib.evidence.rehearsal import MISTAKES, rehearse_evidence
from audit_lib.files.read_map import read_map
from audit_lib.model.verdict import Verdict

AS_OF = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def agency():
    return read_map("data_maps/small_agency")


@pytest.fixture(scope="module")
def rehearsed(agency):
    return rehearse_evidence(agency, AS_OF, observations=6_000, people=500, faults=20)


def test_a_rehearsal_says_that_it_is_invented(rehearsed):
    assert rehearsed.invented
    assert all(read.invented for read in rehearsed.reads)


def test_it_covers_the_year_that_ends_on_the_day_of_the_report(rehearsed):
    (log,) = [read for read in rehearsed.reads if read.kind == "disclosures"]
    assert log.first.date() >= dt.date(2025, 11, 22)
    assert log.last.date() <= AS_OF


def test_each_fault_happens_as_often_as_asked(rehearsed):
    assert rehearsed.verdicts[Verdict.UNDECLARED_RECIPIENT] == 20
    assert rehearsed.verdicts[Verdict.NO_CONSENT] == 20


def test_a_mistake_is_made_again_and_again_in_one_way(rehearsed):
    ways = {g.meaning.recipient for g in rehearsed.totals if g.verdict is Verdict.AFTER_RETENTION}
    assert len(ways) == 1


def test_the_same_rehearsal_gives_the_same_answer(agency, rehearsed):
    again = rehearse_evidence(agency, AS_OF, observations=6_000, people=500, faults=20)
    assert again == rehearsed


def test_without_a_folder_a_comparison_is_a_rehearsal(agency):
    found = compare_with_evidence(agency, None, AS_OF)
    assert found.invented
    assert found.verdicts[Verdict.NO_CONSENT] == MISTAKES[Verdict.NO_CONSENT]


def test_a_folder_with_evidence_is_compared_and_a_store_gives_the_same(agency, tmp_path):
    start = dt.date(2026, 1, 1)
    generate(agency, tmp_path / "year", seed=1, events=1_000, people=100, start=start, days=90, faults=3)
    direct = compare_with_evidence(agency, tmp_path / "year", AS_OF)
    kept = compare_with_evidence(agency, str(tmp_path / "year"), AS_OF, store=tmp_path / "store")
    assert kept.totals == direct.totals
    assert kept.findings == direct.findings


def test_people_whom_nobody_knows_are_told(agency, tmp_path):
    folder = tmp_path / "year"
    start = dt.date(2026, 1, 1)
    generate(agency, folder, seed=1, events=400, people=60, start=start, days=90, faults=2)
    moved = f"select * replace (person_no + 1000000000 as person_no) from '{folder / 'consents.parquet'}'"
    duckdb.execute(f"copy ({moved}) to '{folder / 'elsewhere.parquet'}'")
    (folder / "elsewhere.parquet").replace(folder / "consents.parquet")
    found = compare_with_evidence(agency, folder, AS_OF)
    assert "consents" in {one.what for one in found.skipped}
    assert "consents" not in {one.what for one in compare_with_evidence(agency, None, AS_OF).skipped}


def test_rows_after_the_day_of_the_report_are_told(agency, tmp_path):
    start = dt.date(2026, 1, 1)
    generate(agency, tmp_path / "year", seed=1, events=400, people=60, start=start, days=90, faults=2)
    found = compare_with_evidence(agency, tmp_path / "year", dt.date(2026, 2, 1))
    assert any("after the day of the report" in one.why for one in found.skipped)
