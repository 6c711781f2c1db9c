"""Between processor and controller: the word of the one, the questions of the other."""

import pytest
from incident_cases import AT, breach, part, texts

from audit_lib.errors import ParameterError
from audit_lib.incidents.papers.controller_notice import draft_controller_notice, draft_processor_questions


def at_ours(**facts):
    return breach(party="mill-street", data=("log-in",), **facts)


def test_the_controller_is_told_what_it_needs_for_its_own_report():
    data_map, assessment = at_ours(people=12, measures=("The list was deleted.",))
    made = draft_controller_notice(data_map, assessment, as_of=AT)
    said = " ".join(texts(made))
    assert made.title == "Notice of a personal data breach to County Trust"
    for words in ("Passwords.", "About 12.", "The list was deleted.", "lead@mill.example", "Art. 33(2)"):
        assert words in said


def test_it_does_not_judge_for_the_controller_whether_the_risk_is_high():
    data_map, assessment = at_ours()
    said = " ".join(texts(draft_controller_notice(data_map, assessment, as_of=AT)))
    assert "high risk" not in said
    assert "Severity" not in said


def test_it_reads_of_its_own_data_alone_and_of_no_numbers_that_count_others():
    data_map, assessment = breach(party="mill-street", people=940, records=2_000)
    said = " ".join(texts(draft_controller_notice(data_map, assessment, as_of=AT)))
    assert "Passwords." in said
    for others in ("Bank details", "Copy of passport", "Visitors", "940", "2,000"):
        assert others not in said


def test_without_another_controller_there_is_nobody_to_tell():
    data_map, assessment = breach(data=("passport",))
    with pytest.raises(ParameterError, match="there is no controller to tell"):
        draft_controller_notice(data_map, assessment, as_of=AT)


def test_a_party_that_does_not_answer_for_the_data_is_refused_with_those_that_do():
    data_map, assessment = at_ours()
    with pytest.raises(ParameterError, match=r'"cloud" does not answer.*name one of trust'):
        draft_controller_notice(data_map, assessment, as_of=AT, controller="cloud")


@pytest.mark.parametrize(
    "words", ["When did you become aware", "Whose data", "how many", "sub-processors", "What have you done"]
)
def test_the_processor_is_asked_for_all_that_the_report_needs(words):
    data_map, assessment = breach()
    assert words in " ".join(texts(draft_processor_questions(data_map, assessment, as_of=AT)))


def test_the_processor_is_told_when_our_own_time_ends_and_what_we_think_it_has():
    data_map, assessment = breach(data=("passport",))
    made = draft_processor_questions(data_map, assessment, as_of=AT)
    assert "ends on Monday 23 November 2026, 14:35 (GMT)" in " ".join(texts(made))
    assert part(made, "What our records say that you have").endswith("Patients Copy of passport.")


def test_one_does_not_ask_oneself():
    data_map, assessment = at_ours()
    with pytest.raises(ParameterError, match="run by the organisation itself"):
        draft_processor_questions(data_map, assessment, as_of=AT)
