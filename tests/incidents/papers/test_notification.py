"""The report to the regulator: all that Art. 33(3) asks for, in the regulator's order, nothing made up."""

import datetime as dt

import pytest
from incident_cases import AFTER, AT, breach, dentist, gaps, part, texts

from audit_lib.errors import ParameterError
from audit_lib.exports.document_page import document_page
from audit_lib.incidents.papers.notification import WHERE, draft_notification
from audit_lib.incidents.register.entry import assessed_fields, in_utc
from audit_lib.model.breach import BreachRecord, LateReason, Told
from audit_lib.model.data_map import DataMap
from audit_lib.notice.drafting.markdown import markdown

REPORT = "About this report"
BREACH = "About the breach"
PEOPLE = "The data and the people"
RISK = "Consequences for people"
DONE = "What has been done, and who has been told"
YOU = "About you"


def drafted(at=AT, record=None, **facts):
    data_map, assessment = breach(**facts)
    return draft_notification(data_map, assessment, as_of=at, record=record)


def entry(assessment, **told):
    facts = in_utc(assessment.circumstances)
    return BreachRecord(id="B-2026-0001", **assessed_fields(assessment, facts), told=Told(**told))


def test_it_follows_the_order_of_the_regulators_form():
    headings = [each.heading for each in drafted().sections]
    assert headings == [
        "Before it is sent",
        "1. About this report",
        "2. About the breach",
        "3. The data and the people",
        "4. Consequences for people",
        "5. What was lost, and recovery",
        "6. Staff and training",
        "7. What has been done, and who has been told",
        "8. About you",
        "9. What follows later",
        "Where the law's questions are answered",
        "No part of the report: what to find out first",
    ]


def test_it_goes_to_whom_the_map_calls_the_regulator():
    made = drafted()
    assert made.title == "Report of a personal data breach to the Office of Data Fairness"
    assert not any("Information Commission" in text for text in texts(made))


def test_without_a_regulator_in_the_map_it_has_no_name():
    data_map, assessment = breach(dentist(regulator=None))
    made = draft_notification(data_map, assessment, as_of=AT)
    assert made.title == "Report of a personal data breach to the regulator"


@pytest.mark.parametrize(
    ("paragraph", "section", "words"),
    [
        ("a", BREACH, "Mill Street Dental became aware on Friday 20 November 2026, 14:35 (GMT)"),
        ("a", PEOPLE, "Copy of passport."),
        ("a", PEOPLE, "Health record (special category, Art. 9)."),
        ("a", PEOPLE, "About 40."),
        ("a", PEOPLE, "About 55."),
        ("a", PEOPLE, "Patients (about 900 in all, as the map counts them; children among them)."),
        ("b", YOU, "Data Protection Lead, lead@mill.example"),
        ("c", RISK, "Bank details: people may lose money"),
        ("d", DONE, "The account was shut."),
    ],
)
def test_what_art_33_3_asks_for_stands_where_the_table_says(paragraph, section, words):
    made = drafted(people=40, records=55, measures=("The account was shut.",))
    assert words in part(made, section)
    number = next(each.heading for each in made.sections if each.heading.endswith(section))[0]
    said = next(place for asked, place in WHERE if asked.startswith(f"({paragraph})"))
    assert number in said


@pytest.mark.parametrize(
    ("facts", "section", "words"),
    [
        ({}, BREACH, "in a few sentences, what happened"),
        ({}, BREACH, "how it came about"),
        ({}, BREACH, "who found it, and how"),
        ({}, PEOPLE, "about how many records"),
        ({}, DONE, "what has been done to contain it"),
        ({}, RISK, "what harm is known so far"),
        ({}, YOU, "name, post, telephone and e-mail"),
        ({}, REPORT, "fewer than 250 people, or 250 and more"),
    ],
)
def test_what_is_not_known_is_a_gap_and_never_made_up(facts, section, words):
    assert any(words in gap for gap in gaps(drafted(**facts), section))


def test_the_number_in_the_register_of_fee_payers_comes_from_the_map():
    assert "ZA000000" in part(drafted(), YOU)


def test_an_officer_whom_the_map_does_not_name_is_a_gap():
    data_map, assessment = breach(dentist(dpo=None))
    made = draft_notification(data_map, assessment, as_of=AT)
    assert "names no data protection officer" in part(made, YOU)
    assert any("contact details of whom to ask" in gap for gap in gaps(made, YOU))


def test_within_the_time_it_says_how_much_is_left_and_asks_for_no_reasons():
    made = drafted(at=AT)
    assert "end on Monday 23 November 2026, 14:35 (GMT). That is in 28 hours and 35 minutes." in part(
        made, "Before it is sent"
    )
    assert not any("reasons for the delay" in gap for gap in gaps(made, DONE))


def test_a_late_one_asks_for_the_reasons_for_the_delay():
    assert any("the reasons for the delay (Art. 33(1))" in gap for gap in gaps(drafted(at=AFTER), DONE))


@pytest.mark.parametrize(("second", "late"), [(0, False), (1, True)])
def test_the_time_ends_with_the_moment_itself(second, late):
    end = dt.datetime(2026, 11, 23, 14, 35, second, tzinfo=dt.UTC)
    found = any("reasons for the delay" in gap for gap in gaps(drafted(at=end), DONE))
    assert found is late


def test_on_the_last_day_without_an_hour_both_are_possible_and_it_says_so():
    said = part(drafted(at=dt.date(2026, 11, 23)), "Before it is sent")
    assert "That is today; after that moment, the reasons for the delay go with it." in said


def test_reasons_that_were_recorded_take_the_place_of_the_gap():
    data_map, assessment = breach()
    record = entry(assessment, regulator=AFTER, late=(LateReason.PROCESSOR_LATE,), reference="IC-1")
    made = draft_notification(data_map, assessment, as_of=AFTER, record=record)
    assert "Reasons for the delay: the processor told us late." in part(made, DONE)
    assert not any("delay" in gap for gap in gaps(made, DONE))


def test_once_told_the_next_one_is_a_follow_up_with_the_case_reference():
    data_map, assessment = breach()
    record = entry(assessment, regulator=AT, reference="IC-123456-A1B2")
    said = part(draft_notification(data_map, assessment, as_of=AT, record=record), REPORT)
    assert "Follow-up report. Case reference: IC-123456-A1B2." in said


def test_it_does_not_say_that_anybody_was_told_unless_the_register_does():
    data_map, assessment = breach()
    without = part(draft_notification(data_map, assessment, as_of=AT), DONE)
    record = entry(assessment, people=dt.date(2026, 11, 22))
    told = part(draft_notification(data_map, assessment, as_of=AT, record=record), DONE)
    assert "Yes, on" not in without
    assert "Yes, on 22 November 2026." in told


def test_measures_of_the_map_are_told_as_the_map_has_them_and_to_be_confirmed():
    said = part(drafted(), BREACH)
    assert "As the data map has it: Locked doors. [To be confirmed: that these were in place" in said


def test_a_promise_of_care_in_general_is_no_measure():
    assert "Every care" not in part(drafted(), BREACH)


def test_where_nobody_saw_the_data_no_misuse_by_others_is_foretold():
    said = part(drafted(confidentiality="none", integrity="none", availability="temporary", people=3), RISK)
    assert "lose money" not in said
    assert "Missing data: people may get late" in said


def test_questions_for_the_organisation_stand_outside_the_report():
    data_map, assessment = breach()
    made = draft_notification(data_map, assessment, as_of=AT)
    *report, last = made.sections
    assert last.heading.startswith("No part of the report")
    assert assessment.questions[0] in [each.text for each in last.sentences()]
    sent = {each.text for each_part in report for each in each_part.sentences()}
    assert not sent & set(assessment.questions)


def test_what_comes_from_outside_cannot_become_markup():
    said = dentist().content()
    said["parties"][5]["name"] = "<script>alert(1)</script> [x](http://evil)\u202e"
    data_map, assessment = breach(DataMap.model_validate(said), what="<img src=x> **bold**")
    made = draft_notification(data_map, assessment, as_of=AT)
    page, text = document_page(made), markdown(made)
    assert "<script>" not in page
    assert "<img" not in page
    assert "\u202e" not in page + text
    assert "[x](" not in text


def test_an_assessment_of_another_state_of_the_map_is_refused():
    _, assessment = breach()
    with pytest.raises(ParameterError, match="another state of the map"):
        draft_notification(dentist(title="Changed"), assessment, as_of=AT)


def test_the_same_breach_gives_the_same_report():
    assert drafted() == drafted()
