"""Who must be told of a breach, and by when."""

import datetime as dt

import pytest
from incident_maps import AWARE, SETTLED, TODAY, breach, flow, hostel, without

from audit_lib.errors import ParameterError
from audit_lib.incidents.assess import assess_incident
from audit_lib.model.circumstances import DutyKind, Verdict


def assessed(data_map=None, as_of=TODAY, **known):
    return assess_incident(data_map or hostel(), breach(**known), as_of)


def verdicts(found):
    return tuple(found.duty(kind).verdict.value for kind in (DutyKind.REGULATOR, DutyKind.PEOPLE))


ADULTS = without("parties", "guests", vulnerability=[])
#: A name that a known recipient has: 0.75 + 0.25, low. A passport: high.
LOW = {"party": "front-desk", "data": ["name"], **SETTLED, "confidentiality": "known-recipients"}
HIGH = {"data": ["passport"], **SETTLED}
MEDIUM = {**LOW, "adjustments": [{"factor": "volume", "by": 1, "reason": "Years."}], "malicious": "yes"}


def test_a_low_severity_tells_nobody_and_is_recorded():
    found = assessed(ADULTS, **LOW)
    assert found.severity.level.value == "low"
    assert verdicts(found) == ("need-not", "need-not")
    assert found.duty(DutyKind.RECORD).verdict is Verdict.MUST


def test_a_medium_severity_tells_the_regulator_alone():
    found = assessed(ADULTS, **MEDIUM)
    assert found.severity.level.value == "medium"
    assert verdicts(found) == ("must", "need-not")


def test_a_high_severity_tells_both():
    found = assessed(**HIGH)
    assert found.severity.level.value == "high"
    assert verdicts(found) == ("must", "must")


def test_the_step_from_the_score_to_the_law_is_told_as_an_assumption():
    found = assessed(**HIGH)
    assert found.duty(DutyKind.REGULATOR).authority.value == "assumption"
    assert any("knows a risk and a high risk and no scores" in each for each in found.assumptions)


def test_where_a_risk_cannot_be_ruled_out_the_regulator_is_told():
    found = assessed(ADULTS, party="front-desk", data=["name"])
    assert found.severity.level.value == "low"
    assert found.severity.highest_level.value == "medium"
    assert verdicts(found) == ("presumably", "need-not")


def test_where_a_high_risk_is_open_the_questions_come_first():
    found = assessed(
        ADULTS, party="front-desk", data=["identity"], subjects=["guests"], confidentiality="none"
    )
    people = found.duty(DutyKind.PEOPLE)
    assert people.verdict.value == "presumably"
    spread = assessed(ADULTS, party="hostel", data=["mood"])
    assert spread.duty(DutyKind.PEOPLE).verdict.value == "ask"
    assert set(spread.duty(DutyKind.PEOPLE).questions) <= set(spread.questions)


@pytest.mark.parametrize("field", ["encrypted", "contained"])
def test_an_exception_that_is_still_open_leaves_a_presumption(field):
    found = assessed(**{**HIGH, field: "not-stated"})
    assert found.duty(DutyKind.PEOPLE).verdict is Verdict.PRESUMABLY
    assert found.duty(DutyKind.PEOPLE).questions


def test_unreadable_data_that_is_neither_altered_nor_missing_tells_nobody():
    found = assessed(**{**HIGH, "encrypted": "yes"})
    assert verdicts(found) == ("need-not", "need-not")
    assert found.duty(DutyKind.PEOPLE).provision == "Art. 34(3)(a)"


@pytest.mark.parametrize("lost", [{"integrity": "altered"}, {"availability": "for-good"}])
def test_encryption_is_no_help_against_other_losses(lost):
    found = assessed(**{**HIGH, "encrypted": "yes", **lost})
    assert verdicts(found) == ("must", "ask")


def test_measures_that_end_the_high_risk_free_from_telling_people_alone():
    found = assessed(**{**HIGH, "contained": "yes"})
    assert verdicts(found) == ("presumably", "need-not")
    assert found.duty(DutyKind.PEOPLE).provision == "Art. 34(3)(b)"
    assert "trusted" in found.duty(DutyKind.REGULATOR).questions[0]


@pytest.mark.parametrize("known", [HIGH, {"party": "front-desk", "data": ["name"], "encrypted": "no"}])
def test_whether_any_risk_remains_after_the_measures_is_asked_and_not_answered(known):
    data_map = None if known is HIGH else ADULTS
    regulator = assessed(data_map, **{**known, "contained": "yes"}).duty(DutyKind.REGULATOR)
    assert regulator.verdict is Verdict.PRESUMABLY
    assert "frees from telling people (Art. 34(3)(b)), not from this" in regulator.why
    assert any("any risk to people unlikely, and not just a high one" in each for each in regulator.questions)
    open_still = assessed(data_map, **{**known, "contained": "not-stated"}).duty(DutyKind.REGULATOR)
    assert "34(3)(b)" not in open_still.why


def test_what_is_asked_of_the_measures_is_what_the_exception_asks():
    [asked] = [
        each
        for each in assessed(**{**HIGH, "contained": "not-stated"}).duty(DutyKind.PEOPLE).questions
        if "been done since" in each
    ]
    assert "a high risk to people no longer likely" in asked
    assert "for the regulator any risk counts" in asked


def test_disproportionate_effort_asks_for_a_public_communication():
    people = assessed(**HIGH, effort="yes").duty(DutyKind.PEOPLE)
    assert people.verdict is Verdict.MUST
    assert "public communication" in people.why
    assert people.provision == "Art. 34(1), (3)(c)"


def test_the_regulator_is_told_within_72_hours_of_knowing():
    regulator = assessed(**HIGH).duty(DutyKind.REGULATOR)
    assert regulator.by.moment == dt.datetime(2026, 11, 23, 14, 35, tzinfo=dt.UTC)
    assert regulator.parties == ("ico",)


@pytest.mark.parametrize(("day", "late"), [(23, False), (24, True)])
def test_after_the_72_hours_the_reasons_for_the_delay_go_along(day, late):
    found = assessed(as_of=dt.date(2026, 11, day), **HIGH)
    assert ("72 hours are over" in found.duty(DutyKind.REGULATOR).why) is late


def test_a_processor_must_tell_us_what_it_knows():
    duty = assessed(**HIGH).duty(DutyKind.PROCESSOR)
    assert (duty.verdict, duty.parties, duty.provision) == (Verdict.MUST, ("cloud",), "Art. 33(2), 28(3)(f)")


def test_a_system_that_a_processor_runs_is_our_breach_too():
    found = assessed(system="platform", **SETTLED)
    assert found.ours
    assert found.duty(DutyKind.PROCESSOR).parties == ("cloud",)
    assert verdicts(found) == ("must", "must")


def test_the_breach_of_an_independent_controller_is_not_ours_to_notify():
    found = assessed(party="insurer", **SETTLED)
    assert not found.ours
    assert verdicts(found) == ("need-not", "need-not")
    assert "Insurer answers for its own copy" in found.duty(DutyKind.REGULATOR).why
    assert found.duty(DutyKind.CONTROLLER).title == "Ask Insurer what happened"


def test_joint_controllers_agree_who_tells():
    duty = assessed(party="sister", **SETTLED).duty(DutyKind.JOINT_CONTROLLER)
    assert duty.parties == ("sister",)
    assert duty.provision.startswith("Art. 26")


def test_who_works_for_another_tells_the_controller_and_nobody_else():
    served = hostel(
        parties=[{"id": "school", "name": "School", "kind": "organisation", "stance": "recorded"}],
        flows=[flow("lend", "school", "hostel", "trips", "processor", ["card"])],
        activities=[
            {
                "id": "trips",
                "name": "Trips",
                "function": "Desk",
                "purpose": "run",
                "controllers": ["school"],
                "processors": ["hostel"],
                "subjects": ["guests"],
                "data": ["card"],
                "creates": ["card"],
                "stance": "recorded",
            }
        ],
    )
    found = assessed(served, party="hostel", data=["card"])
    assert verdicts(found) == ("need-not", "need-not")
    assert found.duty(DutyKind.CONTROLLER).parties == ("school",)
    assert found.clock.first.duty == "Tell the controller"
    both = assessed(served, party="hostel", data=["card", "name"])
    assert both.ours
    assert both.duty(DutyKind.CONTROLLER).parties == ("school",)


def test_a_person_can_say_for_whom_the_organisation_acts():
    assert not assessed(acting_for="yes", **HIGH).ours
    assert assessed(party="insurer", acting_for="no", **SETTLED).ours


def test_where_the_map_does_not_tell_whose_it_is_it_is_taken_as_ours_and_asked():
    unclear = without("flows", "insure", role="unclear")
    found = assessed(
        unclear,
        party="insurer",
        **{**SETTLED, "malicious": "yes"},
        adjustments=({"factor": "volume", "by": 3, "reason": "All of it."},),
    )
    assert found.ours
    assert found.duty(DutyKind.REGULATOR).verdict is Verdict.PRESUMABLY
    assert "answer for this data as a controller" in found.questions[0]


@pytest.mark.parametrize(
    ("integrity", "verdict"), [("altered", "presumably"), ("none", "need-not"), ("not-stated", "ask")]
)
def test_who_gets_the_data_is_warned_of_what_was_altered(integrity, verdict):
    duty = assessed(**{**HIGH, "integrity": integrity}).duty(DutyKind.RECIPIENTS)
    assert (duty.verdict.value, duty.parties) == (verdict, ("archive",))


@pytest.mark.parametrize(("malicious", "asked"), [("yes", True), ("not-stated", True), ("no", False)])
def test_the_police_is_a_question_unless_it_was_an_accident(malicious, asked):
    others = assessed(**{**HIGH, "malicious": malicious}).duty(DutyKind.OTHERS)
    assert any("police" in each for each in others.questions) is asked


def test_a_person_may_decide_otherwise_and_the_answer_is_kept():
    decided = {"duty": "people", "verdict": "need-not", "reason": "All were called already."}
    duty = assessed(overrides=[decided], **HIGH).duty(DutyKind.PEOPLE)
    assert (duty.verdict, duty.answered) == (Verdict.NEED_NOT, Verdict.MUST)
    assert duty.decided == "All were called already."


def test_a_duty_that_is_not_there_cannot_be_decided():
    decided = {"duty": "joint-controller", "verdict": "must", "reason": "Because."}
    with pytest.raises(ParameterError, match="joint-controller"):
        assessed(overrides=[decided], **HIGH)


def test_a_duty_is_decided_once():
    decided = {"duty": "people", "verdict": "must", "reason": "Because."}
    with pytest.raises(ParameterError, match="twice"):
        assessed(overrides=[decided, decided], **HIGH)


def test_times_are_those_of_the_clock():
    found = assessed(**HIGH)
    assert found.duty(DutyKind.REGULATOR).by == found.clock.first
    assert found.clock.event.endswith("Friday 20 November 2026, 14:35 (GMT).")
    assert AWARE.tzinfo is None


def test_a_score_close_to_the_next_level_asks_for_a_second_look():
    at_the_edge = {**LOW, "confidentiality": "unknown-recipients", "malicious": "yes"}
    found = assessed(ADULTS, **at_the_edge)
    assert found.severity.highest == 1.75
    assert "second person" in found.duty(DutyKind.REGULATOR).why
    assert "second person" not in assessed(ADULTS, **LOW).duty(DutyKind.REGULATOR).why


def test_for_whom_the_organisation_acts_is_asked_where_the_map_names_nobody():
    duty = assessed(acting_for="yes", **HIGH).duty(DutyKind.CONTROLLER)
    assert duty.parties == ()
    assert duty.questions == ("For whom is this data processed? The map does not say.",)


def test_an_inquiry_may_ask_that_word_to_people_waits():
    [police] = [
        each for each in assessed(malicious="yes").duty(DutyKind.OTHERS).questions if "police" in each
    ]
    assert "Sch. 2 para. 2" in police
