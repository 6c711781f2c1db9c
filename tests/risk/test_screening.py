"""Which activities call for an impact assessment: what is shown counts, what is not known is asked."""

import pytest

from audit_lib.errors import ParameterError
from audit_lib.law.dpia_criteria import SCALE
from audit_lib.model.criterion import Criterion, Operation
from audit_lib.model.data_map import DataMap
from audit_lib.model.screening import Case, Met, Outcome
from audit_lib.risk.screening import screen, screen_all


@pytest.fixture
def let(content):
    """The activity of the small agency, to be changed; `screened` then screens it."""
    content["data"][0]["sensitivity"] = "ordinary"
    return content["activities"][0]


@pytest.fixture
def screened(content):
    def look():
        return screen(DataMap.model_validate(content), "let")

    return look


def sign(screening, wanted):
    return next(each for each in screening.signs if each.sign is wanted)


def answer(which, given, why="Asked of the owner."):
    return {"sign": which, "answer": given, "why": why}


ALL_NO = [answer(one.value, "no") for one in (*Criterion, *Operation)]


def test_what_the_map_cannot_show_is_not_known_and_asked(let, screened):
    screening = screened()
    for one in (Criterion.LARGE_SCALE, Criterion.VULNERABLE_PEOPLE, Criterion.INNOVATION):
        found = sign(screening, one)
        assert (found.met, bool(found.ask)) == (Met.NOT_KNOWN, True)
    assert sign(screening, Operation.PHYSICAL_HARM).met is Met.NOT_KNOWN
    assert screening.outcome is Outcome.NOT_DECIDABLE


def test_only_what_is_not_known_is_asked(let, screened):
    assert all(bool(each.ask) == (each.met is Met.NOT_KNOWN) for each in screened().signs)


def test_two_criteria_are_presumed_to_need_one(let, screened, content):
    content["data"][0]["sensitivity"] = "high-risk"
    content["purposes"][0]["kind"] = "right-to-rent"
    screening = screened()
    assert {each.sign for each in screening.met} == {Criterion.SENSITIVE_DATA, Criterion.BARS_A_RIGHT}
    assert screening.outcome is Outcome.PRESUMED


def test_one_criterion_is_not_enough(let, screened):
    let["dpia"] = {"answers": [*ALL_NO[1:], answer("evaluation", "yes")]}
    assert screened().outcome is Outcome.NOT_INDICATED


def test_with_every_answer_no_nothing_is_indicated(let, screened):
    let["dpia"] = {"answers": ALL_NO}
    screening = screened()
    assert (screening.outcome, screening.questions) == (Outcome.NOT_INDICATED, ())


def test_a_persons_answer_counts_before_the_map_and_gives_its_reason(let, screened, content):
    content["data"][0]["sensitivity"] = "high-risk"
    let["dpia"] = {"answers": [answer("sensitive-data", "no", "A blank specimen.")]}
    found = sign(screened(), Criterion.SENSITIVE_DATA)
    assert (found.met, found.answered) == (Met.NOT_MET, True)
    assert found.evidence[0].text == "Answered no: A blank specimen."
    assert "Passport" in found.evidence[1].text


@pytest.mark.parametrize("given", ["not-stated", "unclear"])
def test_an_answer_that_is_none_leaves_the_question_open(let, screened, given):
    let["dpia"] = {"answers": [answer("innovation", given)]}
    found = sign(screened(), Criterion.INNOVATION)
    assert (found.met, found.answered, bool(found.ask)) == (Met.NOT_KNOWN, False, True)


@pytest.mark.parametrize(
    ("number", "met"),
    [
        (SCALE.small_below - 1, Met.NOT_MET),
        (SCALE.small_below, Met.NOT_KNOWN),
        (SCALE.large_from - 1, Met.NOT_KNOWN),
        (SCALE.large_from, Met.MET),
    ],
)
def test_scale_is_read_from_how_many_people_there_are(let, screened, content, number, met):
    content["parties"][2]["number"] = number
    assert sign(screened(), Criterion.LARGE_SCALE).met is met


def test_a_group_of_unknown_size_keeps_the_scale_open(let, screened, content, entry):
    content["parties"] += [{**entry("guests", kind="individuals")}]
    content["parties"][2]["number"] = 5
    let["subjects"] = ["tenants", "guests"]
    found = sign(screened(), Criterion.LARGE_SCALE)
    assert (found.met, found.ask) == (Met.NOT_KNOWN, ("How many are there, about: Guests?",))


def test_what_makes_people_vulnerable_is_the_map_s_to_say(let, screened, content):
    content["parties"][2]["vulnerability"] = ["child"]
    found = sign(screened(), Criterion.VULNERABLE_PEOPLE)
    assert (found.met, found.evidence[0].rests) == (Met.MET, ("party:tenants",))


def test_what_is_only_expected_is_no_evidence(let, screened, content):
    content["data"][0].update(sensitivity="high-risk", stance="expected")
    assert sign(screened(), Criterion.SENSITIVE_DATA).met is Met.NOT_MET


def test_a_camera_monitors_and_a_public_area_is_asked(let, screened, content, entry):
    content["systems"].append(entry("eye", kind="cctv", operator="agency"))
    let["systems"] = ["eye"]
    screening = screened()
    assert sign(screening, Criterion.SYSTEMATIC_MONITORING).met is Met.MET
    assert sign(screening, Case.PUBLIC_AREA).met is Met.NOT_KNOWN


@pytest.mark.parametrize(("kind", "met"), [("analytics", Met.MET), ("tenancy", Met.NOT_MET)])
def test_cookies_monitor_only_where_they_follow_people(let, screened, content, entry, kind, met):
    content["systems"].append(entry("jar", kind="cookies", operator="agency"))
    content["purposes"][0]["kind"] = kind
    let.update(systems=["jar"], creates=["address"])
    assert sign(screened(), Criterion.SYSTEMATIC_MONITORING).met is met


@pytest.mark.parametrize(("holds", "met"), [("address", Met.MET), ("passport", Met.NOT_MET)])
def test_a_door_monitors_only_where_its_record_is_made(let, screened, content, entry, holds, met):
    content["systems"].append(entry("door", kind="access-control", operator="agency", holds=[holds]))
    let.update(systems=["door"], creates=["address"])
    assert sign(screened(), Criterion.SYSTEMATIC_MONITORING).met is met


def test_data_from_several_sources_is_matched_and_on_the_list(let, screened, content):
    content["purposes"][0]["kind"] = "referencing"
    content["flows"].append(
        {**content["flows"][2], "id": "report", "from": "owner", "to": "agency", "role": "controller"}
    )
    screening = screened()
    assert sign(screening, Operation.DATA_MATCHING).met is Met.MET
    assert screening.outcome is Outcome.REQUIRED


def test_a_listed_operation_that_needs_company_is_not_met_alone(let, screened):
    others = [each for each in ALL_NO if each["sign"] not in ("innovation", "innovative-technology")]
    let["dpia"] = {"answers": [*others, answer("innovation", "yes")]}
    screening = screened()
    assert sign(screening, Operation.INNOVATIVE_TECHNOLOGY).met is Met.NOT_MET
    assert screening.outcome is Outcome.NOT_INDICATED


def test_with_another_criterion_it_is(let, screened, content):
    content["data"][0]["sensitivity"] = "high-risk"
    let["dpia"] = {"answers": [answer("innovation", "yes")]}
    assert sign(screened(), Operation.INNOVATIVE_TECHNOLOGY).met is Met.MET


def test_special_data_on_a_large_scale_is_required_by_the_law_itself(let, screened, content):
    content["data"][0]["sensitivity"] = "special-category"
    content["parties"][2]["number"] = SCALE.large_from
    screening = screened()
    assert sign(screening, Case.SPECIAL_DATA).met is Met.MET
    assert (screening.outcome, "Art. 35(3)(b)" in screening.why[0]) == (Outcome.REQUIRED, True)


def test_without_special_data_nothing_can_be_biometric(let, screened):
    assert sign(screened(), Operation.BIOMETRICS).met is Met.NOT_MET


def test_special_data_asks_whether_it_is_biometric(let, screened, content):
    content["data"][0]["sensitivity"] = "special-category"
    found = sign(screened(), Operation.BIOMETRICS)
    assert (found.met, "Passport" in found.ask[0]) == (Met.NOT_KNOWN, True)


def test_none_recorded_means_no_automated_decision(let, screened):
    let["automated_decisions"] = "none"
    assert sign(screened(), Criterion.AUTOMATED_DECISION).met is Met.NOT_MET


def test_every_reference_of_the_evidence_is_an_entry_of_the_map(content):
    data_map = DataMap.model_validate(content)
    for screening in screen_all(data_map):
        for each in screening.signs:
            assert all(ref in data_map.by_reference for e in each.evidence for ref in e.rests)


def test_an_unknown_activity_is_told_with_the_nearest(content):
    with pytest.raises(ParameterError, match='Did you mean "let"'):
        screen(DataMap.model_validate(content), "lets")
