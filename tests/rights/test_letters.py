"""Letters: they say what the law asks, invent nothing, cite no law before its day, and read easily."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letter_map import CAME, DAY, MAP, PAIRS, draft, everything, gaps, headings, said

from audit_lib.errors import ParameterError
from audit_lib.law.calendar import Nation
from audit_lib.law.periods import spoken
from audit_lib.model.deadline import Question, RequestDates
from audit_lib.model.letter import LetterKind
from audit_lib.model.rights import RightKind
from audit_lib.notice.clauses import split_sentences
from audit_lib.notice.readability import readability
from audit_lib.rights.deadlines import request_clock
from audit_lib.rights.letter.case import ASKED
from audit_lib.rights.letters import draft_letter, fitting_letters
from audit_lib.rights.search_plan import plan_request

# What every letter has


@pytest.mark.parametrize(("kind", "right"), PAIRS)
def test_every_letter_says_who_writes_when_and_about_which_matter(kind, right):
    letter = draft(kind, right)
    assert letter.sender[0].text == "Agency"
    assert letter.as_of == DAY
    assert letter.references[0].sentences[0].text == "Our reference:"
    assert letter.close[0].text == "Yours sincerely"
    assert letter.close[-1].text == "Agency"


@pytest.mark.parametrize(("kind", "right"), PAIRS)
def test_no_letter_knows_the_name_or_the_address_of_the_person(kind, right):
    letter = draft(kind, right)
    if not kind.to_organisation:
        assert [each.text for each in letter.recipient] == ["[Name of the person]", "[Address]"]
    assert letter.greeting[-1].gap


COME = Question(asked=CAME.received, answered=CAME.received)


@pytest.mark.parametrize(
    ("kind", "dates", "said"),
    [
        (LetterKind.IDENTITY, {"identity": COME}, "Proof of identity came on"),
        (LetterKind.FEE, {"fee": COME}, "The fee was paid on"),
    ],
)
def test_nobody_is_asked_for_what_has_come(kind, dates, said):
    with pytest.raises(ParameterError, match=said):
        draft_letter(kind, MAP, RightKind.ACCESS, as_of=DAY, dates=CAME.model_copy(update=dates))


@pytest.mark.parametrize(("kind", "right"), [pair for pair in PAIRS if not pair[0].to_organisation])
def test_every_letter_to_a_person_says_how_to_reply(kind, right):
    letter = draft(kind, right)
    complaint = right is RightKind.COMPLAIN_TO_CONTROLLER
    assert headings(letter)[-1] == "How to reach us"
    assert ("agency.example/grumbles" if complaint else "By post: 1 Mill Road, Brookham") in said(letter)


def test_an_address_that_the_map_does_not_give_is_a_gap():
    assert "[By email: the address of “Mailbox”]" in gaps(
        draft(LetterKind.ACKNOWLEDGEMENT, RightKind.ERASURE)
    )


def test_of_several_channels_those_of_the_right_are_named():
    assert "Mailbox" not in said(draft(LetterKind.ACKNOWLEDGEMENT, RightKind.ACCESS))


@pytest.mark.parametrize(("kind", "right"), [pair for pair in PAIRS if not pair[0].to_organisation])
@pytest.mark.parametrize("planned", [True, False])
def test_every_letter_to_a_person_reads_easily(kind, right, planned):
    letter = draft(kind, right, planned=planned)
    prose = "\n".join(sentence.text for sentence in letter.body())
    assert readability(split_sentences(prose)).reading_ease >= 60


@pytest.mark.parametrize(("kind", "right"), PAIRS)
def test_gaps_stand_in_brackets_and_are_counted(kind, right):
    letter = draft(kind, right, planned=False, dates=None)
    assert letter.gaps == len(gaps(letter)) > 0
    assert all(text.startswith("[") and text.endswith("]") for text in gaps(letter))


@pytest.mark.parametrize(("kind", "right"), PAIRS)
def test_without_dates_no_letter_names_a_day_but_its_own(kind, right):
    letter = draft(kind, right, planned=False, dates=None)
    assert not re.search(r"\b20\d\d\b", said(letter).replace("Data Protection Act 2018", ""))


@pytest.mark.parametrize(("kind", "right"), PAIRS)
def test_whoever_signs_sees_what_to_check_and_the_person_does_not(kind, right):
    letter = draft(kind, right)
    assert any(each.text.startswith("What this letter follows:") for each in letter.checks)
    assert not any(each.text in said(letter) for each in letter.checks)


# The law of the day


@pytest.mark.parametrize(("kind", "right"), PAIRS)
def test_no_letter_cites_what_was_not_in_force(kind, right):
    before = dt.date(2026, 2, 4)
    letter = draft(kind, right, as_of=before, dates=RequestDates(received=dt.date(2026, 1, 20)))
    for later in ("164A", "12A", "22A", "22B", "22C", "22D"):
        assert later not in everything(letter), later


@pytest.mark.parametrize(("day", "knows"), [(dt.date(2026, 6, 18), False), (dt.date(2026, 6, 19), True)])
def test_complaints_to_us_are_named_from_19_june_2026(day, knows):
    came = RequestDates(received=dt.date(2026, 6, 1))
    letter = draft(LetterKind.REFUSAL, RightKind.ACCESS, as_of=day, dates=came)
    assert ("You can complain to us." in said(letter)) is knows
    assert ("164A" in everything(letter)) is knows


@given(
    received=st.dates(dt.date(2019, 1, 1), dt.date(2028, 6, 30)),
    later=st.integers(0, 20),
    nation=st.none() | st.sampled_from(Nation),
    kind=st.sampled_from([LetterKind.ACKNOWLEDGEMENT, LetterKind.EXTENSION]),
)
def test_the_day_in_a_letter_is_the_day_of_the_clock(received, later, nation, kind):
    dates, day = RequestDates(received=received), received + dt.timedelta(days=later)
    letter = draft_letter(kind, MAP, RightKind.ERASURE, as_of=day, dates=dates, nation=nation)
    told = {"extended_on": day} if kind is LetterKind.EXTENSION else {}
    clock = request_clock(RightKind.ERASURE, dates.model_copy(update=told), nation=nation)
    assert f"by {spoken(clock.deadlines[0].latest)} at the latest" in said(letter)


# What cannot be


@given(kind=st.sampled_from(LetterKind), right=st.sampled_from(RightKind), marketing=st.booleans())
def test_any_letter_for_any_right_is_drafted_or_refused_with_a_reason(kind, right, marketing):
    def made():
        return draft_letter(kind, MAP, right, as_of=DAY, dates=CAME, marketing=marketing)

    if kind in fitting_letters(right, marketing=marketing):
        assert (made().kind, made().right) == (kind, right)
    else:
        with pytest.raises(ParameterError) as caught:
            made()
        assert {fault.place.file for fault in caught.value.faults} <= {"kind", "marketing"}


@pytest.mark.parametrize("right", [*ASKED, RightKind.COMPLAIN_TO_CONTROLLER])
def test_the_letters_that_a_right_may_need_can_all_be_drafted(right):
    for marketing in {False, right is RightKind.OBJECTION}:
        kinds = fitting_letters(right, marketing=marketing)
        assert kinds
        for kind in kinds:
            assert draft(kind, right, marketing=marketing).kind is kind


@pytest.mark.parametrize("right", ASKED)
def test_a_lifting_is_prepared_ahead_only_where_a_restriction_was_asked_for(right):
    ahead = fitting_letters(right, ahead=True)
    assert (LetterKind.RESTRICTION_LIFTED in ahead) is (right is RightKind.RESTRICTION)
    assert set(fitting_letters(right)) - set(ahead) <= {LetterKind.RESTRICTION_LIFTED}


def test_all_that_does_not_fit_is_told_at_once():
    with pytest.raises(ParameterError) as caught:
        draft_letter(
            LetterKind.CLARIFICATION, MAP, RightKind.ERASURE,
            as_of=DAY, dates=CAME, subject="tenant", recipient="ownr", marketing=True,
        )  # fmt: skip
    assert [fault.place.file for fault in caught.value.faults] == [
        "kind",
        "marketing",
        "subject",
        "recipient",
    ]
    assert 'Did you mean "tenants"?' in str(caught.value)


def test_a_plan_for_something_else_is_refused():
    plan = plan_request(MAP, RightKind.ACCESS, "tenants", DAY)
    with pytest.raises(ParameterError, match='The search plan is for "access", the letter for "erasure"'):
        draft_letter(LetterKind.ANSWER, MAP, RightKind.ERASURE, as_of=DAY, plan=plan)


def test_a_party_that_holds_nothing_gets_no_notice():
    with pytest.raises(ParameterError, match='"data-office" is no recipient to be told of this request'):
        draft(LetterKind.RECIPIENT_NOTICE, RightKind.ERASURE, recipient="data-office")


def test_a_letter_before_the_request_is_refused():
    with pytest.raises(ParameterError, match="2026-11-08 is before the day of receipt, 2026-11-09"):
        draft(LetterKind.ANSWER, RightKind.ACCESS, as_of=dt.date(2026, 11, 8))
