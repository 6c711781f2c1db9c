"""The map as it is once a drafted notice has taken the place of the old one."""

import datetime as dt
from pathlib import Path

import pytest

from audit_lib.files.read_map import read_map
from audit_lib.notice.coverage import cover
from audit_lib.notice.drafting.draft import draft_notice
from audit_lib.notice.drafting.remap import as_read, remap

AS_OF = dt.date(2026, 11, 22)
SMALL = Path(__file__).parents[3] / "data_maps" / "small_agency"


@pytest.fixture(scope="module")
def old():
    return read_map(SMALL)


@pytest.fixture(scope="module")
def draft(old):
    return draft_notice(old, AS_OF)


@pytest.fixture(scope="module")
def new(old, draft):
    return remap(old, draft)


def test_the_clauses_are_the_sentences_of_the_file(new, draft):
    coverage = cover(new, as_read(draft))
    assert coverage.complete
    assert {clause.standing.value for clause in coverage.clauses} == {"unchanged"}


def test_what_the_draft_tells_is_stated_by_its_sentences(new):
    rent = new.activity["rent"]
    assert rent.stance.value == "stated"
    assert any("Collect the rent" in new.clause[clause].gist for clause in rent.clauses)


def test_what_only_the_records_knew_is_stated_now_that_it_is_told(old, new):
    assert old.flow["addresses-for-mailing"].stance.value == "recorded"
    assert new.flow["addresses-for-mailing"].stance.value == "stated"


def test_what_only_the_old_notice_said_is_on_record(old, new):
    """Inside the agency a flow needs no telling; the old notice told it, the new one does not."""
    assert old.flow["reports-read"].stance.value == "stated"
    assert (new.flow["reports-read"].stance.value, new.flow["reports-read"].clauses) == ("recorded", ())


def test_what_is_expected_stays_expected(new):
    assert new.flow["landlord-income-reported"].stance.value == "expected"


def test_a_basis_that_the_draft_asks_about_is_not_stated(new):
    (consent,) = new.activity["newsletter"].bases
    assert (consent.stance.value, consent.clauses) == ("recorded", ())


def test_a_gap_carries_nothing_and_says_why(new):
    gaps = [clause for clause in new.clauses if clause.gist.startswith("A gap")]
    assert gaps
    assert all(clause.carries_nothing for clause in gaps)


def test_no_sentence_of_the_draft_stands_in_the_map(new, draft):
    kept = " ".join(clause.gist for clause in new.clauses)
    long_ones = [s.text for s in draft.sentences() if len(s.text.split()) > 6 and s.text[-1] == "."]
    assert not [text for text in long_ones if text in kept]


def test_the_notice_is_the_draft(new, draft):
    assert new.notice is not None
    assert (new.notice.title, new.notice.version) == (draft.title, "22 November 2026")
    assert "Your right to object" in new.notice.headings


def test_the_rest_of_the_map_is_as_it_was(old, new):
    assert [party.name for party in new.parties] == [party.name for party in old.parties]
    assert new.decisions == old.decisions
    assert new.info == old.info


def test_ids_of_clauses_are_free_in_the_map(old, draft):
    taken = old.model_copy(
        update={"parties": (old.parties[0].model_copy(update={"id": "n-001"}), *old.parties[1:])}
    )
    assert "n-001" not in [clause.id for clause in _clauses(taken, draft)]


def _clauses(data_map, draft):
    content = data_map.content()
    text = str(content).replace("'enquirers'", "'n-001'")
    assert "n-001" in text
    renamed = type(data_map).model_validate(_renamed(content, "enquirers", "n-001"))
    return remap(renamed, draft_notice(renamed, AS_OF)).clauses


def _renamed(value, old_id, new_id):
    if isinstance(value, dict):
        return {key: _renamed(item, old_id, new_id) for key, item in value.items()}
    if isinstance(value, list):
        return [_renamed(item, old_id, new_id) for item in value]
    return new_id if value == old_id else value
