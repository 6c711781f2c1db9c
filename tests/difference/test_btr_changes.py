"""The three changes that the build-to-rent operator faces, each with what an adviser would expect of it."""

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from audit_lib.audit import run_audit
from audit_lib.difference.apply import apply_change
from audit_lib.difference.audits import compare_audits
from audit_lib.difference.tell import tell
from audit_lib.files.read_change import read_change
from audit_lib.files.read_map import read_map
from audit_lib.model.difference import ContractKind, NewsKind, ReviewKind

BTR = Path(__file__).parents[2] / "data_maps" / "btr"
DAY = dt.date(2026, 11, 22)


@cache
def done(name):
    before = read_map(BTR)
    after = apply_change(before, read_change(BTR / "changes" / f"{name}.yaml", before))
    return compare_audits(run_audit(before, DAY), run_audit(after, DAY))


def lost(difference, party):
    return {category for category, who in difference.lost if who == party}


def gained(difference, party):
    return {category for category, who in difference.gained if who == party}


def rules(findings):
    return {finding.rule for finding in findings}


@pytest.mark.parametrize("path", sorted((BTR / "changes").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_change_that_ships_can_be_made(path):
    assert done(path.stem)


def test_a_map_does_not_take_its_folder_of_changes_for_files_of_its_own():
    assert read_map(BTR).info.id == "btr"


class TestHandingOverToANewAgent:
    def test_no_passport_and_no_means_of_payment_goes_along(self):
        assert {"passport-copy", "right-to-rent-evidence", "payment-method"} <= lost(
            self.found, "successor-agent"
        )

    def test_nothing_more_goes_along_than_before(self):
        assert not gained(self.found, "successor-agent")

    def test_the_profile_and_the_marketing_end(self):
        removed = {row.activity for row in self.found.rows if row.standing.value == "removed"}
        assert {"profile-customers", "do-direct-marketing", "send-news"} <= removed
        assert "profile-of-everything" in rules(self.found.gone)

    def test_residents_are_told_who_takes_over_on_which_ground_and_what_for(self):
        kinds = {news.kind for news in self.found.must_tell if "residents" in news.subjects}
        assert {NewsKind.CONTROLLER, NewsKind.RECIPIENT, NewsKind.BASIS, NewsKind.PURPOSE} <= kinds

    def test_they_can_object(self):
        assert "- Object: tell us" in tell(self.found).text()

    def test_sharing_with_the_new_agent_is_advised_to_be_agreed(self):
        advised = [need for need in self.found.contracts if need.kind is ContractKind.SHARING]
        assert [need.party for need in advised] == ["successor-agent"]

    def test_the_interest_is_weighed_before(self):
        assert (ReviewKind.LIA, "change-agent") in [(each.kind, each.activity) for each in self.found.reviews]

    def test_the_notice_still_speaks_of_the_profile(self):
        assert {"c38-2", "c38-3"} <= {said.clause for said in self.found.still_said}

    def test_nothing_grave_is_new(self):
        assert not self.found.grave

    @property
    def found(self):
        return done("hand_over_to_new_agent")


class TestReplacingThePlatform:
    def test_all_that_the_old_vendor_held_moves_to_the_new_one(self):
        assert gained(self.found, "new-platform-vendor") <= lost(self.found, "yardi")
        assert "passport-copy" in gained(self.found, "new-platform-vendor")

    def test_authorities_no_longer_get_data_from_the_platform_by_itself(self):
        assert "account-activity" in lost(self.found, "law-enforcement")

    def test_the_new_vendor_is_a_processor_without_a_contract_so_far(self):
        missing = [need for need in self.found.contracts if need.missing]
        assert [(need.kind, need.party) for need in missing] == [
            (ContractKind.PROCESSOR, "new-platform-vendor")
        ]

    def test_the_old_vendor_returns_or_deletes(self):
        ending = [need.party for need in self.found.contracts if need.kind is ContractKind.ENDING]
        assert ending == ["yardi"]

    def test_people_are_told_of_the_new_vendor(self):
        assert [news.kind for news in self.found.must_tell] == [NewsKind.RECIPIENT]
        assert "It works for us" in tell(self.found).text()

    def test_the_notice_still_names_the_old_vendor(self):
        named = {said.clause for said in self.found.still_said if "names Yardi" in said.why}
        assert {"c40-2", "c40-6", "c50-1", "c50-2"} <= named

    def test_the_notice_is_silent_on_the_new_vendor_and_no_longer_contradicts_itself_on_the_old(self):
        assert "recipients-not-told" in rules(self.found.found)
        assert "role-contradicted" in rules(self.found.gone)

    @property
    def found(self):
        return done("replace_platform")


class TestSendingOnlyAggregates:
    def test_the_partner_no_longer_gets_what_the_reports_held(self):
        assert lost(self.found, "abrdn") == {"investment-report-data"}
        assert gained(self.found, "abrdn") == {"statistics"}

    def test_nobody_has_to_be_told_since_figures_are_about_nobody(self):
        assert not self.found.must_tell
        assert tell(self.found) is None

    def test_no_agreement_and_no_assessment_is_needed(self):
        assert not self.found.contracts
        assert not self.found.reviews

    def test_one_row_of_the_record_reads_otherwise(self):
        assert [row.activity for row in self.found.rows] == ["report-to-investment-partner"]

    def test_no_finding_is_new(self):
        assert not self.found.found

    def test_the_clause_covers_the_smaller_flow_so_the_notice_can_stay(self):
        assert not self.found.still_said

    @property
    def found(self):
        return done("aggregates_to_investor")
