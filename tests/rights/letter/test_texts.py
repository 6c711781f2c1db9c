"""What single letters say: the reasons, days, ways and warnings that the law asks each of them for."""

import datetime as dt

import pytest
from letter_map import CAME, DAY, MAP, draft, everything, gaps, headings, letter_content, said

from audit_lib.errors import ParameterError
from audit_lib.model.data_map import DataMap
from audit_lib.model.deadline import Question, RequestDates
from audit_lib.model.letter import LetterKind
from audit_lib.model.rights import RightKind
from audit_lib.rights.letter.case import ASKED, FITS
from audit_lib.rights.letters import addressees
from audit_lib.rights.search_plan import plan_request


def test_an_acknowledgement_says_by_when_as_the_clock_has_it():
    letter = draft(LetterKind.ACKNOWLEDGEMENT, RightKind.ACCESS)
    assert "On 9 November 2026 you asked us for a copy" in said(letter)
    assert "You will have our answer by Wednesday 9 December 2026 at the latest." in said(letter)
    assert "You do not have to pay for this." in said(letter)


def test_an_acknowledgement_that_comes_too_late_says_so_and_leaves_the_why_to_a_person():
    letter = draft(LetterKind.ACKNOWLEDGEMENT, RightKind.ACCESS, as_of=dt.date(2026, 12, 10))
    assert "You should have had our answer by Wednesday 9 December 2026." in said(letter)
    assert "[why it is late, and by when it comes]" in gaps(letter)


def test_while_identity_is_awaited_no_day_is_promised():
    asked = CAME.model_copy(update={"identity": Question(asked=dt.date(2026, 11, 10))})
    letter = draft(LetterKind.ACKNOWLEDGEMENT, RightKind.ACCESS, dates=asked)
    assert "by Wednesday" not in said(letter)
    assert "until we hear from you" in said(letter)


def test_identity_is_asked_for_with_reasons_and_no_more_than_needed():
    letter = draft(LetterKind.IDENTITY, RightKind.ERASURE)
    assert any("why we are in doubt" in text for text in gaps(letter))
    assert "Please send us no more than that." in said(letter)
    assert "within one month" in said(letter)
    assert "reasonable doubts" in everything(letter)


def test_a_clarification_says_that_the_clock_stands_still_and_that_everything_may_be_asked_for():
    letter = draft(LetterKind.CLARIFICATION, RightKind.ACCESS)
    assert "stands still from today until the day we hear from you" in said(letter)
    assert "Without this question it would end on Wednesday 9 December 2026." in said(letter)
    assert "If you want all of it, just tell us so." in said(letter)
    assert "Art. 12A(5)" in everything(letter)


def test_a_clarification_of_a_request_before_article_12a_promises_no_pause():
    came = RequestDates(received=dt.date(2026, 2, 4))
    letter = draft(LetterKind.CLARIFICATION, RightKind.ACCESS, dates=came, as_of=dt.date(2026, 2, 6))
    assert "stands still from today" not in said(letter)
    assert "12A" not in everything(letter)


def test_a_fee_is_asked_for_with_reasons_and_the_ways_to_complain():
    letter = draft(LetterKind.FEE, RightKind.ACCESS)
    assert any("manifestly unfounded, or excessive" in text for text in gaps(letter))
    assert "If you are not happy with this" in headings(letter)


def test_an_extension_gives_the_new_day_and_the_old_one_and_leaves_the_reasons_to_a_person():
    letter = draft(LetterKind.EXTENSION, RightKind.ACCESS)
    assert "by Tuesday 9 February 2027 at the latest" in said(letter)
    assert "Until now that day was Wednesday 9 December 2026." in said(letter)
    assert any("what makes the request complex" in text for text in gaps(letter))


def test_an_extension_after_the_first_month_is_refused():
    with pytest.raises(ParameterError, match="is too late: the person had to be told by 2026-12-09"):
        draft(LetterKind.EXTENSION, RightKind.ACCESS, as_of=dt.date(2026, 12, 10))


ARTICLE_15 = (
    "What we use it for", "What kinds of information it is", "Who gets it", "How long we keep it",
    "What you can ask us to do", "Where we got it from", "Decisions by a computer alone",
    "Information that goes abroad", "If you are not happy with this",
)  # fmt: skip


@pytest.mark.parametrize("planned", [True, False])
def test_an_access_answer_says_all_that_article_15_asks_for(planned):
    assert set(ARTICLE_15) <= set(headings(draft(LetterKind.ANSWER, RightKind.ACCESS, planned=planned)))


def test_an_access_answer_names_the_recipients_that_the_plan_knows():
    letter = draft(LetterKind.ANSWER, RightKind.ACCESS)
    gets = next(part for part in letter.parts if part.heading == "Who gets it")
    words = " ".join(each.text for each in gets.sentences())
    assert "Cloud" in words
    assert "Owner" in words


@pytest.mark.parametrize("right", [RightKind.ACCESS, RightKind.ERASURE, RightKind.RECTIFICATION])
def test_what_the_map_says_of_such_people_is_to_be_checked_for_this_person(right):
    found = gaps(draft(LetterKind.ANSWER, right))
    assert any("this person" in text and "take out" in text for text in found)


def test_an_erasure_answer_says_what_stays_and_by_which_law():
    letter = draft(LetterKind.ANSWER, RightKind.ERASURE)
    keeps = next(part for part in letter.parts if part.heading == "What we keep, and why")
    kept = [each for each in keeps.sentences() if "Right to rent" in each.text]
    assert len(kept) == 1
    assert "The Immigration Act 2014 has us keep it." in kept[0].text
    assert any("claim" in each.text for each in keeps.sentences() if each.gap)


def test_an_answer_about_a_change_names_who_is_told():
    letter = draft(LetterKind.ANSWER, RightKind.RECTIFICATION)
    told = next(part for part in letter.parts if part.heading == "Who else is told")
    assert {"Cloud", "Owner"} <= {each.text for each in told.sentences()}


def test_a_restriction_answer_says_when_data_may_still_be_used_and_that_lifting_is_told():
    words = said(draft(LetterKind.ANSWER, RightKind.RESTRICTION))
    assert "you agree" in words
    assert "a legal claim" in words
    assert "We will tell you before we use it as we did before." in words


def test_a_portability_answer_says_what_does_not_go_along_and_why():
    letter = draft(LetterKind.ANSWER, RightKind.PORTABILITY)
    why = next(part for part in letter.parts if part.heading == "What this does not cover, and why")
    assert any(
        "Because the law tells us to (Immigration Act 2014): Right to rent" in each.text
        for each in why.sentences()
    )


def test_an_answer_to_an_objection_stops_marketing_whatever_becomes_of_the_rest():
    assert "Marketing" in headings(draft(LetterKind.ANSWER, RightKind.OBJECTION))


def test_a_basis_that_the_map_calls_unclear_is_no_reason_in_a_letter():
    content = letter_content()
    content["clauses"] = [
        {
            "id": "c",
            "heading": "Us",
            "place": "1.1",
            "fingerprint": "0" * 16,
            "sketch": "0" * 64,
            "gist": "G.",
        }
    ]
    content["activities"][1]["bases"][0].update(stance="unclear", clauses=["c"])
    letter = draft(LetterKind.ANSWER, RightKind.PORTABILITY, DataMap.model_validate(content))
    assert "Because the law tells us to" not in said(letter)
    assert any("Right to rent" in text for text in gaps(letter))


@pytest.mark.parametrize("right", FITS[LetterKind.REFUSAL])
def test_a_refusal_gives_reasons_and_every_way_to_complain(right):
    letter = draft(LetterKind.REFUSAL, right)
    assert any("the reasons in this case" in text for text in gaps(letter))
    words = said(letter)
    assert "You can complain to us." in words
    assert "within 30 days" in words
    assert "You can complain to the Data office" in words
    assert "0300 000 0000" in words
    assert "go to court" in words
    assert "sections 164A, 165 and 167" in words


def test_the_regulator_is_the_one_of_the_map_and_a_gap_without_one():
    content = letter_content()
    del content["map"]["regulator"]
    letter = draft(LetterKind.REFUSAL, RightKind.ACCESS, DataMap.model_validate(content))
    assert "Commissioner" not in said(letter)
    assert any("regulator" in text for text in gaps(letter))


def test_marketing_that_stops_needs_no_reason_and_is_remembered():
    letter = draft(LetterKind.MARKETING_STOPPED, RightKind.OBJECTION, marketing=True)
    assert "you asked us to stop sending you marketing" in said(letter)
    assert "you do not have to give a reason" in said(letter)
    assert "we have to remember that you said no" in said(letter)


def test_a_complaint_is_acknowledged_with_who_looks_and_what_follows():
    letter = draft(LetterKind.COMPLAINT_ACKNOWLEDGEMENT, RightKind.COMPLAIN_TO_CONTROLLER)
    assert "We got your complaint on Monday 9 November 2026." in said(letter)
    assert any("who looks into it" in text for text in gaps(letter))
    assert "Wednesday 9 December 2026" in everything(letter)
    assert "s.164A(3), (4)" in everything(letter)


def test_the_outcome_of_a_complaint_leads_on_to_the_regulator_and_not_back_to_us():
    letter = draft(LetterKind.COMPLAINT_OUTCOME, RightKind.COMPLAIN_TO_CONTROLLER)
    assert "You can complain to us." not in said(letter)
    assert "Data office" in said(letter)


# Before a restriction is lifted

LIFTED = LetterKind.RESTRICTION_LIFTED


@pytest.mark.parametrize("right", FITS[LIFTED])
def test_before_a_restriction_is_lifted_the_letter_says_what_from_when_why_and_what_then(right):
    letter = draft(LIFTED, right)
    assert headings(letter) == [
        "What this is about", "From when, and why", "What happens then", "If you do not agree",
        "If you are not happy with this", "How to reach us",
    ]  # fmt: skip
    assert "[the day from which it is lifted: not before the person has this letter]" in gaps(letter)
    assert any(text.startswith("[why, such as:") for text in gaps(letter))
    assert any(text.startswith("[what happens then:") for text in gaps(letter))
    assert "Please tell us before that day" in said(letter)


GROUNDS = {
    RightKind.RECTIFICATION: {"it is right"},
    RightKind.OBJECTION: {"weigh more"},
    RightKind.RESTRICTION: {"it is right", "weigh more", "claim has ended", "no right to use"},
}


@pytest.mark.parametrize(("right", "offered"), GROUNDS.items())
def test_the_reasons_offered_for_lifting_are_those_of_the_grounds_that_the_right_can_have(right, offered):
    [why] = [text for text in gaps(draft(LIFTED, right)) if text.startswith("[why")]
    assert {words for words in GROUNDS[RightKind.RESTRICTION] if words in why} == offered


def test_what_was_restricted_comes_from_the_plan_and_is_a_gap_without_one():
    plan = plan_request(MAP, RightKind.RESTRICTION, "tenants", DAY, data=["name"])
    known = draft(LIFTED, RightKind.RESTRICTION, planned=False, plan=plan)
    assert "The information: name." in said(known)
    assert "Tenancy" in said(known)
    assert "[which information was restricted]" not in gaps(known)
    unknown = gaps(draft(LIFTED, RightKind.RESTRICTION, planned=False))
    assert {"[which information was restricted]", "[what it was not used for]"} <= set(unknown)


def test_marketing_that_somebody_objected_to_is_not_among_what_is_lifted():
    letter = draft(LIFTED, RightKind.OBJECTION)
    assert "Newsletter" not in said(letter)
    assert "If you said no to marketing, that stays so." in said(letter)
    assert "Newsletter" in said(draft(LIFTED, RightKind.RESTRICTION))


def test_an_objection_to_marketing_alone_is_never_lifted():
    with pytest.raises(ParameterError, match="which is final"):
        draft(LIFTED, RightKind.OBJECTION, marketing=True)


def test_whoever_signs_the_lifting_is_told_of_the_register_and_of_those_who_wait_for_word():
    checks = " ".join(each.text for each in draft(LIFTED, RightKind.RESTRICTION).checks)
    assert "UK GDPR Art. 18(3)" in checks
    assert "Art. 19" in checks
    assert "By the map: Cloud and Owner." in checks
    assert "privacy-audit request lift ID --told-on DATE" in checks


@pytest.mark.parametrize(("day", "knows"), [(dt.date(2026, 6, 18), False), (dt.date(2026, 6, 19), True)])
def test_the_letter_before_a_lifting_names_the_ways_to_complain_of_its_day(day, knows):
    letter = draft(LIFTED, RightKind.RECTIFICATION, as_of=day, dates=RequestDates(received=day))
    assert "You can complain to the Data office" in said(letter)
    assert ("You can complain to us." in said(letter)) is knows
    assert ("s.164A" in everything(letter)) is knows


# Organisations


def test_a_recipient_is_told_what_to_do_about_which_data_and_by_when():
    letter = draft(LetterKind.RECIPIENT_NOTICE, RightKind.ERASURE, recipient="owner")
    assert [each.text for each in letter.recipient] == ["Owner", "2 Hill Street, Brookham"]
    assert "Information: name." in said(letter)
    assert "Please erase it in your records too" in said(letter)
    assert "The person must have our answer by Wednesday 9 December 2026." in said(letter)
    assert "UK GDPR Art. 19" in everything(letter)


def test_a_recipient_that_answers_for_itself_is_asked_and_not_instructed():
    assert "You answer for your own use of it." in said(
        draft(LetterKind.RECIPIENT_NOTICE, RightKind.ERASURE, recipient="owner")
    )


def test_a_processor_is_instructed_under_its_contract_to_search_its_systems():
    letter = draft(LetterKind.PROCESSOR_INSTRUCTION, RightKind.ACCESS, recipient="cloud")
    assert "Under our contract (Hosting contract of 2024) you help us" in said(letter)
    assert "Tenancy platform: identity" in said(letter)
    assert "Do not answer the person yourselves" in said(letter)
    assert "Art. 28(3)(a), (e)" in everything(letter)


def test_a_processor_that_erases_is_told_what_has_to_stay():
    letter = draft(LetterKind.PROCESSOR_INSTRUCTION, RightKind.ERASURE, recipient="cloud")
    assert "[what is not to be erased, since we have to keep it, such as identity]" in gaps(letter)


def test_without_a_contract_the_instruction_has_a_gap():
    content = letter_content()
    del content["flows"][2]["contract"]
    letter = draft(
        LetterKind.PROCESSOR_INSTRUCTION, RightKind.ACCESS, DataMap.model_validate(content), recipient="cloud"
    )
    assert any("the contract by which they help" in text for text in gaps(letter))


def test_letters_go_to_processors_and_to_recipients_that_are_told():
    plan = plan_request(MAP, RightKind.ERASURE, "tenants", DAY)
    assert addressees(LetterKind.PROCESSOR_INSTRUCTION, plan) == ("cloud",)
    assert addressees(LetterKind.RECIPIENT_NOTICE, plan) == ("owner",)
    assert addressees(LetterKind.ANSWER, plan) == ()


def inquired():
    content = letter_content()
    content["purposes"].append(
        {"id": "police", "name": "Help the police", "kind": "crime-prevention", "stance": "recorded"}
    )
    inquiry = {**content["activities"][1], "id": "inquiry", "name": "Inquiry", "purpose": "police"}
    content["activities"].append(inquiry)
    return DataMap.model_validate(content)


@pytest.mark.parametrize(
    ("kind", "right"),
    [
        (kind, right)
        for kind in (
            LetterKind.ANSWER,
            LetterKind.REFUSAL,
            LetterKind.CLARIFICATION,
            LetterKind.RESTRICTION_LIFTED,
        )
        for right in ASKED
        if right in FITS[kind]
    ],
)
def test_what_could_tip_off_stands_in_no_letter_not_even_in_a_gap(kind, right):
    assert "Inquiry" not in said(draft(kind, right, inquired()))


@pytest.mark.parametrize("kind", [LetterKind.ANSWER, LetterKind.REFUSAL])
def test_whoever_signs_is_told_what_the_letter_does_not_name(kind):
    checks = " ".join(each.text for each in draft(kind, RightKind.ERASURE, inquired()).checks)
    assert "does not name these, since that could tip somebody off: inquiry" in checks.lower()


def test_a_restriction_names_each_ground_of_the_article():
    text = said(draft(LetterKind.ANSWER, RightKind.RESTRICTION))
    for ground in ("it is wrong", "kept rather than deleted", "need it for a claim", "you object"):
        assert ground in text


def test_to_stop_marketing_nobody_has_to_prove_who_they_are():
    with pytest.raises(ParameterError):
        draft(LetterKind.IDENTITY, RightKind.OBJECTION, marketing=True)


def test_a_complaint_is_acknowledged_and_not_admitted():
    text = said(draft(LetterKind.COMPLAINT_ACKNOWLEDGEMENT, RightKind.COMPLAIN_TO_CONTROLLER))
    assert "something is wrong" not in text


@pytest.mark.parametrize("kind", [LetterKind.IDENTITY, LetterKind.FEE])
def test_a_month_is_not_promised_without_its_extension(kind):
    assert "If we need more time than that" in said(draft(kind, RightKind.ACCESS))


def test_consent_is_no_reason_to_refuse_an_objection_without_saying_that_it_can_be_taken_back():
    text = said(draft(LetterKind.REFUSAL, RightKind.OBJECTION))
    assert "agreed to it" not in text or "which you can take back at any time" in text


def test_what_a_contract_may_still_need_is_not_said_to_be_deleted():
    letter = draft(LetterKind.ANSWER, RightKind.ERASURE)
    [deleted] = [each for each in letter.parts if each.heading == "What we have deleted"]
    sure = [each.text for block in deleted.blocks for each in getattr(block, "items", ()) if not each.gap]
    assert "Tenancy" not in " ".join(sure)
    assert any("Tenancy" in each for each in gaps(letter))
