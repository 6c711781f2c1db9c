"""The second map: an invented letting agency in Scotland with its notice; `audit_lib` knows nothing of it."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from audit_lib.audit import run_audit
from audit_lib.files.read_map import read_map
from audit_lib.files.read_notice import read_notice
from audit_lib.model.coverage import Standing
from audit_lib.model.finding import Status
from audit_lib.model.flow import Direction, Transfer
from audit_lib.model.noun import Stance
from audit_lib.notice.coverage import cover

REPOSITORY = Path(__file__).parents[2]
FOLDER = REPOSITORY / "data_maps" / "small_agency"
AS_OF = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def data_map():
    return read_map(FOLDER)


@pytest.fixture(scope="module")
def notice():
    return read_notice(FOLDER / "notice.txt")


@pytest.fixture(scope="module")
def audit(data_map, notice):
    return run_audit(data_map, AS_OF, notice)


def test_every_sentence_of_the_notice_is_known_unchanged_and_accounted_for(data_map, notice):
    coverage = cover(data_map, notice)
    assert coverage.complete
    assert coverage.sentences == len(data_map.clauses)
    assert {clause.standing for clause in coverage.clauses} == {Standing.UNCHANGED}


def test_no_clause_both_carries_something_and_says_that_it_carries_nothing(data_map):
    both = [clause.clause for clause in cover(data_map).clauses if clause.rests and clause.carries_nothing]
    assert both == []


def test_the_agency_does_not_work_under_english_law(data_map):
    assert "Scotland" in data_map.info.jurisdiction


def test_its_flows_go_in_all_directions(data_map):
    assert {data_map.direction(flow) for flow in data_map.flows} == set(Direction)


def test_its_flows_are_stated_inferred_recorded_and_expected(data_map):
    stances = Counter(flow.stance for flow in data_map.flows)
    assert set(stances) == {Stance.STATED, Stance.INFERRED, Stance.RECORDED, Stance.EXPECTED}


def test_its_transfers_abroad_name_country_and_mechanism(data_map):
    transfers = [flow.transfer for flow in data_map.flows if isinstance(flow.transfer, Transfer)]
    assert {transfer.country for transfer in transfers} == {"IN"}
    assert all("Agreement" in transfer.mechanism for transfer in transfers)


def test_every_rule_could_run(audit):
    assert audit.skipped == ()


def test_its_one_contradiction_is_between_the_notice_and_the_records(audit):
    (found,) = [finding for finding in audit.findings if finding.contradicts]
    assert found.rule == "recipients-not-told"
    assert found.contradicts == found.clauses == ("c-029",)


def test_its_decision_is_about_a_finding_that_exists(data_map, audit):
    decided = {decision.finding for decision in data_map.decisions}
    accepted = {finding.id for finding in audit.findings if finding.status is Status.ACCEPTED}
    assert decided == accepted != set()


def test_an_accepted_finding_is_open_again_when_its_time_is_up(data_map, notice):
    (decision,) = data_map.decisions
    later = run_audit(data_map, decision.expires + dt.timedelta(days=1), notice)
    assert [finding.status for finding in later.findings if finding.id == decision.finding] == [
        Status.EXPIRED
    ]
