"""Bases, conditions and rights."""

from __future__ import annotations

from audit_lib.model.noun import Gap
from audit_lib.records.controller_record import controller_record

SCHEDULE = ("schedule-1-condition", "schedule-1-basis", "policy", "policy-followed", "policy-reasons")


def _cell(build, pick, content, column, **changes):
    content["activities"][0].update(changes)
    return pick(controller_record(build(content)), column)


def test_a_basis_is_told_with_its_article_and_how_sure_it_is(content, build, pick):
    bases = [
        {"basis": "contract", "stance": "inferred", "clauses": ["c-1"]},
        {"basis": "legal-obligation", "stance": "recorded", "law": "Immigration Act 2014"},
    ]
    cell = _cell(build, pick, content, "lawful-basis", bases=bases)
    assert cell.value == "6(1)(b) contract, inferred;\n6(1)(c) legal obligation (Immigration Act 2014)"
    assert cell.stances == ("inferred", "recorded")
    assert "clause:c-1" in cell.sources


def test_an_unclear_basis_is_a_gap_to_fill(content, build, pick):
    bases = [{"basis": "consent", "stance": "unclear", "clauses": ["c-1"]}]
    assert _cell(build, pick, content, "lawful-basis", bases=bases).gap is Gap.UNCLEAR


def test_no_basis_is_not_stated(content, build, pick):
    assert _cell(build, pick, content, "lawful-basis", bases=[]).gap is Gap.NOT_STATED


def test_article_9_applies_to_special_category_data_alone(content, build, pick):
    assert _cell(build, pick, content, "special-condition").gap is Gap.NOT_APPLICABLE
    assert _cell(build, pick, content, "special-condition", data=["health"]).gap is Gap.NOT_STATED


def test_a_condition_that_is_said_not_to_apply_to_special_data_is_unclear(content, build, pick):
    changes = {"data": ["health"], "special_condition": "not-applicable"}
    assert _cell(build, pick, content, "special-condition", **changes).gap is Gap.UNCLEAR


def test_interests_are_told_where_they_are_the_basis(content, build, pick):
    bases = [{"basis": "legitimate-interests", "stance": "recorded", "interest": "Keep homes in repair"}]
    assert _cell(build, pick, content, "interests", bases=bases).value == "Keep homes in repair"
    assert _cell(build, pick, content, "lia").gap is Gap.NOT_STATED


def test_interests_do_not_apply_under_another_basis(content, build, pick):
    assert _cell(build, pick, content, "interests").gap is Gap.NOT_APPLICABLE
    assert _cell(build, pick, content, "lia").gap is Gap.NOT_APPLICABLE


def test_without_a_basis_nobody_knows_whether_interests_apply(content, build, pick):
    assert _cell(build, pick, content, "interests", bases=[]).gap is Gap.NOT_STATED


def test_an_interest_that_is_not_named_is_a_gap(content, build, pick):
    bases = [{"basis": "legitimate-interests", "stance": "recorded"}]
    assert _cell(build, pick, content, "interests", bases=bases).text() == "[not stated]"


def test_a_record_of_consent_is_asked_for_under_consent_alone(content, build, pick):
    assert _cell(build, pick, content, "consent-record").gap is Gap.NOT_APPLICABLE
    bases = [{"basis": "consent", "stance": "recorded"}]
    assert _cell(build, pick, content, "consent-record", bases=bases).gap is Gap.NOT_STATED


def test_rights_follow_from_the_basis(content, build, pick):
    duty = [{"basis": "legal-obligation", "stance": "recorded"}]
    consent = [{"basis": "consent", "stance": "recorded"}]
    under_duty = _cell(build, pick, content, "rights", bases=duty).value
    under_consent = _cell(build, pick, content, "rights", bases=consent).value
    assert "Access (Art. 15)" in under_duty
    assert "Portability" not in under_duty
    assert "Portability (Art. 20)" in under_consent
    assert "Withdraw consent (Art. 7(3))" in under_consent


def test_a_right_that_hangs_on_one_of_several_bases_says_on_which(content, build, pick):
    bases = [{"basis": name, "stance": "recorded"} for name in ("legal-obligation", "contract")]
    words = _cell(build, pick, content, "rights", bases=bases).value
    assert "Portability (Art. 20): under contract" in words
    assert "Erasure (Art. 17): under contract within limits" in words


def test_without_a_basis_rights_are_not_known(content, build, pick):
    assert _cell(build, pick, content, "rights", bases=[]).gap is Gap.NOT_STATED


def test_schedule_1_does_not_apply_to_ordinary_data(content, build, pick):
    assert {_cell(build, pick, content, column).gap for column in SCHEDULE} == {Gap.NOT_APPLICABLE}


def test_schedule_1_applies_to_offence_data(content, build, pick):
    changes = {"data": ["offences"], "policy": {"link": "intranet/policy", "followed": "yes"}}
    cells = [_cell(build, pick, content, column, **changes) for column in SCHEDULE]
    assert [cell.text() for cell in cells] == [
        "[not stated]",
        "6(1)(b) contract",
        "intranet/policy",
        "Yes",
        "[not applicable]",
    ]


def test_sensitive_data_beneath_a_category_counts(content, build, pick):
    content["data"][2]["parent"] = "identity"
    assert _cell(build, pick, content, "schedule-1-condition").gap is Gap.NOT_STATED


def test_an_article_9_condition_that_stands_alone_needs_no_schedule(content, build, pick):
    changes = {"data": ["health"], "special_condition": "Art. 9(2)(a) explicit consent"}
    cell = _cell(build, pick, content, "schedule-1-condition", **changes)
    assert cell.text() == "[not applicable]"


def test_an_article_9_condition_that_names_its_schedule_is_taken_over(content, build, pick):
    changes = {"data": ["health"], "special_condition": "Art. 9(2)(g) with Sch. 1 para. 18"}
    cell = _cell(build, pick, content, "schedule-1-condition", **changes)
    assert cell.value == "Special category data: Art. 9(2)(g) with Sch. 1 para. 18"


def test_both_kinds_of_sensitive_data_have_a_line_each(content, build, pick):
    changes = {"data": ["health", "offences"], "offence_condition": "Sch. 1 para. 10"}
    cell = _cell(build, pick, content, "schedule-1-condition", **changes)
    assert cell.value == ("Criminal offence data: Sch. 1 para. 10;\nSpecial category data: [not stated]")
    assert cell.gap is Gap.NOT_STATED
