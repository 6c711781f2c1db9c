"""What becomes known of a request later, and mistakes put right."""

import datetime as dt

import pytest

from audit_lib.errors import ParameterError
from audit_lib.model.deadline import Question, RequestDates
from audit_lib.model.request import Outcome, Request
from audit_lib.model.rights import RightKind
from audit_lib.rights.register.changes import Changes, Clear, changed


def day(number):
    return dt.date(2026, 10, number)


def made(*, dates=None, **fields):
    received = RequestDates(received=day(1), **(dates or {}))
    return Request(id="R-2026-0001", right=RightKind.ACCESS, dates=received, **fields)


def test_what_is_not_given_stays():
    before = made(dates={"fee": Question(asked=day(2))}, subject="residents", reference="CR-1")
    after = changed(before, Changes(identity_asked=day(3)))
    assert (after.dates.fee, after.subject, after.reference) == (Question(asked=day(2)), "residents", "CR-1")


def test_an_answer_comes_to_the_question_that_was_asked():
    after = changed(made(dates={"identity": Question(asked=day(2))}), Changes(identity_received=day(9)))
    assert after.dates.identity == Question(asked=day(2), answered=day(9))


def test_a_day_takes_the_place_of_the_one_before():
    before = made(dates={"identity": Question(asked=day(2), answered=day(9))})
    assert changed(before, Changes(identity_received=day(8))).dates.identity.answered == day(8)


def test_clarifications_are_added_and_answered_in_turn():
    before = made(dates={"clarifications": (Question(asked=day(2), answered=day(3)), Question(asked=day(5)))})
    changes = Changes(clarification_asked=(day(7),), clarification_answered=(day(6), day(8)))
    assert changed(before, changes).dates.clarifications == (
        Question(asked=day(2), answered=day(3)),
        Question(asked=day(5), answered=day(6)),
        Question(asked=day(7), answered=day(8)),
    )


def test_an_answer_without_a_question_is_refused():
    with pytest.raises(ParameterError, match="answers no question"):
        changed(made(), Changes(clarification_answered=(day(6),)))


@pytest.mark.parametrize("what", list(Clear))
def test_what_was_recorded_by_mistake_is_taken_out(what):
    question = Question(asked=day(2))
    before = made(
        dates={"identity": question, "fee": question, "clarifications": (question,), "extended_on": day(3)},
        acknowledged_on=day(4),
        stopped_on=day(4),
        late_extension=day(5),
    )
    after = changed(before, Changes(clear=(what,)))
    gone = {
        Clear.IDENTITY: after.dates.identity == Question(),
        Clear.FEE: after.dates.fee == Question(),
        Clear.CLARIFICATIONS: after.dates.clarifications == (),
        Clear.EXTENSION: (after.dates.extended_on, after.late_extension) == (None, None),
        Clear.ACKNOWLEDGED: after.acknowledged_on is None,
        Clear.STOPPED: after.stopped_on is None,
    }
    assert [each for each, is_gone in gone.items() if is_gone] == [what]


def test_a_late_extension_is_judged_again_after_every_change():
    after = changed(made(late_extension=day(30)), Changes(reference="CR-1"))
    assert (after.dates.extended_on, after.late_extension) == (day(30), None)


def test_a_closed_request_is_not_changed():
    with pytest.raises(ParameterError, match="R-2026-0001 It was closed"):
        changed(made(closed_on=day(9), outcome=Outcome.GRANTED), Changes(identity_asked=day(3)))


def test_a_change_of_nothing_is_refused():
    with pytest.raises(ParameterError, match="Nothing is to change"):
        changed(made(), Changes())


def test_the_history_is_told_which_fields_and_never_what_stands_in_them():
    changes = Changes(person="aaaa-bbbb-cccc-dddd", identity_asked=day(3), clear=(Clear.FEE,))
    assert changes.words == "identity asked, person, no fee"
