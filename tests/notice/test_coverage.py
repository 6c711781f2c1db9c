"""Every sentence of a notice is accounted for, and what has changed since it was mapped is said."""

from pathlib import Path

import pytest

from audit_lib.files.read_map import read_map
from audit_lib.files.read_notice import read_notice
from audit_lib.model.coverage import Standing
from audit_lib.model.data_map import DataMap
from audit_lib.notice.clauses import draft_clauses
from audit_lib.notice.coverage import cover

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT.parent / "shared" / "seeds" / "privacy_notice.txt"
BTR = ROOT / "data_maps" / "btr"

NOTICE = """\
Data we keep
We keep the name and the address of each tenant for our records.
We never sell any of your data to other companies. Ask us anything.
Your rights
You may ask for a copy of all the data that we hold about you.
Ask us anything.
"""
HEADINGS = ["Data we keep", "Your rights"]
STATED = {"stance": "stated", "clauses": ["c-001"]}


def mapped(notice: str = NOTICE, **sections) -> DataMap:
    clauses = [{**draft, "gist": f"gist of {draft['id']}"} for draft in draft_clauses(notice, HEADINGS)]
    return DataMap.model_validate(
        {
            "map": {"id": "demo", "title": "Demo", "jurisdiction": "UK", "controller": "kite"},
            "parties": [{"id": "kite", "name": "Kite", "kind": "organisation", "stance": "recorded"}],
            "notice": {"title": "Notice", "publisher": "kite", "headings": HEADINGS},
            "clauses": clauses,
            **sections,
        }
    )


def standings(data_map: DataMap, notice: str) -> dict[str, Standing | None]:
    return {clause.clause: clause.standing for clause in cover(data_map, notice).clauses}


U, M, R, X = Standing.UNCHANGED, Standing.MOVED, Standing.REWORDED, Standing.REMOVED


def test_entries_of_every_kind_rest_on_the_clauses_they_cite():
    people = {"id": "tenants", "name": "Tenants", "kind": "individuals", **STATED}
    activity = {
        "id": "a", "name": "A", "function": "F", "purpose": "p", "controllers": ["kite"],
        "subjects": ["tenants"], "data": ["d"], **STATED,
    }  # fmt: skip
    flow = {
        "id": "f", "from": "tenants", "to": "kite", "activity": "a", "data": ["d"], "subjects": ["tenants"],
        "role": "controller", **STATED,
    }  # fmt: skip
    data_map = mapped(
        parties=[{"id": "kite", "name": "Kite", "kind": "organisation", "stance": "recorded"}, people],
        systems=[{"id": "s", "name": "S", "kind": "app", "operator": "kite", **STATED}],
        data=[{"id": "d", "name": "D", **STATED}],
        purposes=[{"id": "p", "name": "P", **STATED}],
        activities=[activity],
        flows=[flow],
        retention=[{"id": "t", "name": "T", **STATED}],
        safeguards=[{"id": "g", "name": "G", "measure": "training", **STATED}],
        rights=[{"id": "r", "right": "access", **STATED}],
        channels=[{"id": "c", "name": "C", "kind": "email", "uses": ["rights"], "party": "kite", **STATED}],
    )
    coverage = cover(data_map)
    assert coverage.clauses[0].rests == (
        "party:tenants", "system:s", "data:d", "purpose:p", "activity:a", "flow:f", "retention:t",
        "safeguard:g", "right:r", "channel:c",
    )  # fmt: skip
    assert coverage.clauses[1].rests == ()


def test_an_activity_rests_on_the_clauses_of_its_bases_once():
    activity = {
        "id": "a", "name": "A", "function": "F", "purpose": "p", "controllers": ["kite"],
        "subjects": [], "data": [], **STATED,
        "bases": [{"basis": "consent", "stance": "stated", "clauses": ["c-001", "c-002"]}],
    }  # fmt: skip
    coverage = cover(mapped(purposes=[{"id": "p", "name": "P", "stance": "recorded"}], activities=[activity]))
    assert [clause.rests for clause in coverage.clauses[:3]] == [("activity:a",), ("activity:a",), ()]


def test_a_claim_is_no_rest_and_a_reason_is_as_good_as_one():
    data_map = mapped()
    named = [{"kind": "controller-named", "name": "Kite", "parties": ["kite"]}]
    clauses = [clause.model_dump() for clause in data_map.clauses]
    clauses[0]["claims"] = named
    clauses[1]["carries_nothing"] = "a greeting"
    coverage = cover(mapped(clauses=clauses))
    assert [clause.accounted_for for clause in coverage.clauses] == [False, True, False, False, False]


def test_without_the_notice_nothing_is_said_of_it():
    coverage = cover(mapped())
    assert coverage.sentences is None
    assert all(clause.standing is None and clause.text is None for clause in coverage.clauses)


def test_the_notice_that_was_mapped_is_unchanged():
    coverage = cover(mapped(), NOTICE)
    assert coverage.sentences == 5
    assert coverage.added == ()
    assert {clause.standing for clause in coverage.clauses} == {U}
    assert {clause.likeness for clause in coverage.clauses} == {1.0}
    assert coverage.clauses[2].text == "Ask us anything."


def test_lines_that_come_in_between_move_nothing():
    coverage = cover(mapped(), "\n\nData we keep\nThis is a wholly new beginning here.\n" + NOTICE)
    assert {clause.standing for clause in coverage.clauses} == {U}
    assert coverage.added == (("4.1", "This is a wholly new beginning here."),)


def test_a_sentence_in_another_place_has_moved():
    lines = NOTICE.splitlines()
    lines.insert(0, lines.pop(4))
    assert standings(mapped(), "\n".join(lines)) == {
        "c-001": U,
        "c-002": U,
        "c-003": U,
        "c-004": M,
        "c-005": U,
    }


def test_a_reworded_sentence_is_known_again():
    coverage = cover(mapped(), NOTICE.replace("a copy of all the data that", "a copy of the data that"))
    reworded = coverage.clauses[3]
    assert reworded.standing is R
    assert reworded.likeness is not None
    assert 0.5 <= reworded.likeness < 1
    assert reworded.text == "You may ask for a copy of the data that we hold about you."
    assert coverage.added == ()


def test_a_sentence_that_is_gone_was_removed_and_another_was_added():
    notice = NOTICE.replace("We never sell any of your data to other companies.", "Cookies are small files.")
    coverage = cover(mapped(), notice)
    assert coverage.clauses[1].standing is X
    assert (coverage.clauses[1].likeness, coverage.clauses[1].text) == (None, None)
    assert coverage.added == (("3.1", "Cookies are small files."),)
    assert not coverage.complete


def test_of_two_equal_sentences_the_one_under_its_own_heading_stays():
    without_the_first = NOTICE.replace("companies. Ask us anything.", "companies.")
    assert standings(mapped(), without_the_first)["c-003"] is X
    assert standings(mapped(), without_the_first)["c-005"] is U
    without_the_second = NOTICE.removesuffix("Ask us anything.\n")
    assert standings(mapped(), without_the_second)["c-003"] is U
    assert standings(mapped(), without_the_second)["c-005"] is X


def test_each_sentence_is_matched_once():
    coverage = cover(mapped(), NOTICE + NOTICE)
    assert coverage.sentences == 10
    assert len(coverage.added) == 5
    assert {clause.standing for clause in coverage.clauses} == {U}


def test_the_most_alike_of_two_reworded_sentences_is_taken():
    near = "You may ask for a copy of all the data that we hold on you."
    far = "You may ask for a copy of all the data that they might once hold."
    coverage = cover(
        mapped(),
        NOTICE.replace("You may ask for a copy of all the data that we hold about you.", f"{far}\n{near}"),
    )
    assert coverage.clauses[3].text == near
    assert coverage.added == (("5.1", far),)


def test_a_map_without_clauses_knows_no_sentence():
    coverage = cover(mapped(clauses=[]), NOTICE)
    assert len(coverage.added) == coverage.sentences == 5


@pytest.mark.skipif(not PUBLISHED.exists(), reason=f"the published notice is not there: {PUBLISHED.name}")
def test_the_published_notice_is_cut_as_its_map_says():
    coverage = cover(read_map(BTR), read_notice(PUBLISHED))
    assert {clause.standing for clause in coverage.clauses} == {U}
    assert coverage.added == ()
    assert coverage.sentences == len(coverage.clauses)
