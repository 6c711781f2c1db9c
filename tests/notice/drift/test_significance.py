"""What people must be told when a notice changes, and what they need not be told."""

import pytest
from notice.kite_boats import MAP, OLD, SENTENCES, R, X, notice_of, standings

from audit_lib.model.finding import Severity
from audit_lib.model.notice_change import ChangeKind
from audit_lib.model.noun import Confidence
from audit_lib.notice.drift.compare import compare_notice


def kinds(new: str, old: str | None = None) -> set[ChangeKind]:
    return {one.kind for one in compare_notice(MAP, new, old).significant}


C = ChangeKind
SIGNIFICANT = [
    (C.NEW_RECIPIENT, {"more": {"Who receives it": "We send your name to Rook Insurance plc when you hire "
    "a boat."}}),
    (C.NEW_RECIPIENT, {"more": {"Who receives it": "We share your name with credit reference agencies."}}),
    (C.NEW_RECIPIENT, {"instead": {"printer": "Rook Print Ltd prints our tickets and may use your name for "
    "nothing else than that."}}),
    (C.NEW_PURPOSE, {"more": {"What we collect": "We use your email address to train our machine learning "
    "models."}}),
    (C.NEW_CATEGORY, {"instead": {"collect": "When you hire a boat we take your name, your email address, "
    "your fingerprints and your phone number."}}),
    (C.NEW_TRANSFER, {"more": {"Safety": "Our bookings are stored on a server in Canada."}}),
    (C.NEW_TRANSFER, {"more": {"Safety": "We may transfer bookings outside the United Kingdom."}}),
    (C.WEAKER_RIGHT, {"without": "copy"}),
    (C.WEAKER_RIGHT, {"without": "mail"}),
    (C.WEAKER_RIGHT, {"instead": {"copy": "You may ask us at any time, for a fee of £10, for a copy of the "
    "information that we hold about you."}}),
    (C.WEAKER_RIGHT, {"instead": {"object": "You may object to any use of your details that rests on our "
    "own interests, unless we disagree."}}),
    (C.WEAKER_RIGHT, {"more": {"Your rights": "Every request must be made in writing."}}),
    (C.WEAKER_RIGHT, {"more": {"Your rights": "By using our boats you consent to all of this."}}),
    (C.LONGER_RETENTION, {"instead": {"keep": "We keep the bookings of our customers for six years after "
    "the day of the hire."}}),
    (C.LONGER_RETENTION, {"instead": {"keep": "We keep the bookings of our customers for as long as we "
    "need after the day of the hire."}}),
    (C.LONGER_RETENTION, {"without": "keep", "more": {"How long": "Bookings: thirty years."}}),
    (C.LONGER_RETENTION, {"without": "keep"}),
    (C.WEAKER_SAFEGUARD, {"without": "safe"}),
    (C.WEAKER_SAFEGUARD, {"without": "printer"}),
    (C.NEW_BASIS, {"more": {"What we collect": "We rely on our legitimate interests to keep a list of "
    "guests."}}),
    (C.NEW_BASIS, {"instead": {"why": "We use them to take your booking and to send you the bill, because "
    "you have given your consent."}}),
    (C.PROMISE_DROPPED, {"without": "nobody"}),
    (C.PROMISE_DROPPED, {"without": "sell"}),
    (C.PROMISE_DROPPED, {"instead": {"nobody": "We share your details with anybody else, whoever may ask "
    "for them."}}),
    (C.PROMISE_DROPPED, {"instead": {"sell": "We never sell the details that you give us to other "
    "companies or to advertisers, unless they pay well."}}),
    (C.CONTROLLER_CHANGED, {"instead": {"who": "Rook Boats Ltd of 3 Quay Street is the controller of what "
    "we know about you."}}),
    (C.CONTROLLER_CHANGED, {"without": "who"}),
]  # fmt: skip

#: Changes of which nobody has to be told, or not of that.
NEAR_MISSES = [
    (C.NEW_RECIPIENT, {"more": {"Who receives it": "We do not share your name with credit reference "
    "agencies."}}),
    (C.NEW_RECIPIENT, {"more": {"Who receives it": "Wren Print keeps your name on its printers."}}),
    (C.NEW_RECIPIENT, {"more": {"Your rights": "You can also complain to the Information Commissioner."}}),
    (C.NEW_PURPOSE, {"more": {"What we collect": "We never use your email address for marketing."}}),
    (C.NEW_PURPOSE, {"more": {"Who receives it": "We send your name to Rook Insurance plc when you hire a "
    "boat."}}),
    (C.NEW_CATEGORY, {"more": {"What we collect": "We ask for your phone number when you book."}}),
    (C.NEW_CATEGORY, {"more": {"What we collect": "We do not take your fingerprints."}}),
    (C.NEW_TRANSFER, {"more": {"Safety": "We do not transfer bookings outside the United Kingdom."}}),
    (C.NEW_TRANSFER, {"more": {"Safety": "Our boats were built in Canada."}}),
    (C.WEAKER_RIGHT, {"instead": {"copy": "You may ask us whenever you like for a copy of the information "
    "that we hold about you."}}),
    (C.WEAKER_RIGHT, {"without": "copy", "more": {"Your rights": "You have the right of access to your "
    "data."}}),
    (C.WEAKER_RIGHT, {"without": "mail", "more": {"Your rights": "Email us at privacy@kite.example."}}),
    (C.LONGER_RETENTION, {"instead": {"keep": "We keep the bookings of our customers for one year after "
    "the day of the hire."}}),
    (C.LONGER_RETENTION, {"instead": {"keep": "We keep the bookings of our customers for 24 months after "
    "the day of the hire."}}),
    (C.LONGER_RETENTION, {"without": "keep", "more": {"How long": "Bookings: 18 months."}}),
    (C.WEAKER_SAFEGUARD, {"without": "safe", "more": {"Safety": "We use encryption at rest and train our "
    "staff."}}),
    (C.NEW_BASIS, {"more": {"What we collect": "The contract of hire is why we need your name."}}),
    (C.PROMISE_DROPPED, {"without": "sell", "more": {"Who receives it": "Your details are never sold by "
    "us."}}),
    (C.PROMISE_DROPPED, {"instead": {"nobody": "We do not share your details with anyone else, whoever may "
    "ask for them."}}),
    (C.CONTROLLER_CHANGED, {"without": "who", "more": {"Who we are": "Your data is in the hands of Kite "
    "Boats Limited."}}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "edit"), SIGNIFICANT)
@pytest.mark.parametrize("old", [None, OLD], ids=["without the old notice", "with it"])
def test_people_must_be_told(kind, edit, old):
    assert kind in kinds(notice_of(**edit), old)


@pytest.mark.parametrize(("kind", "edit"), NEAR_MISSES)
@pytest.mark.parametrize("old", [None, OLD], ids=["without the old notice", "with it"])
def test_and_not_of_this(kind, edit, old):
    assert kind not in kinds(notice_of(**edit), old)


def test_a_reason_names_its_clause_and_its_place():
    new = notice_of(
        instead={"keep": "We keep the bookings of our customers for six years after the day of the hire."}
    )
    (one,) = compare_notice(MAP, new).significant
    assert (one.kind, one.clauses, one.severity) == (C.LONGER_RETENTION, ("keep",), Severity.MEDIUM)
    assert one.places == tuple(
        change.place for change in compare_notice(MAP, new).changes if change.clause == "keep"
    )
    assert "6 years instead of 2 years" in one.what


def test_special_category_data_weighs_more_than_ordinary_data():
    new = notice_of(
        more={"What we collect": "We record your trade union membership and your car registration."}
    )
    found = {
        one.what: one.severity for one in compare_notice(MAP, new).significant if one.kind is C.NEW_CATEGORY
    }
    assert Severity.HIGH in found.values()


def test_what_stands_in_several_sentences_is_told_once():
    new = notice_of(
        more={
            "Who receives it": "We send names to Rook Insurance plc to insure you.\nRook Insurance plc "
            "shares them."
        }
    )
    (one,) = [one for one in compare_notice(MAP, new).significant if one.kind is C.NEW_RECIPIENT]
    assert len(one.places) == 2


def test_the_gravest_stand_first():
    severities = [one.severity.rank for one in compare_notice(MAP, "Cookies are small files.").significant]
    assert severities == sorted(severities, reverse=True)
    assert len(severities) > 5


def test_a_measure_that_reworded_words_may_still_name_is_a_question_without_the_old_words():
    new = notice_of(
        instead={"safe": "All bookings are protected on our server, and our staff are trained once a year."}
    )
    asked = {one.confidence for one in compare_notice(MAP, new).significant if one.kind is C.WEAKER_SAFEGUARD}
    assert asked <= {Confidence.ASK}


def test_a_sentence_cut_in_two_is_nothing_new_and_nothing_lost():
    parts = "All bookings are encrypted on our server. Our staff are trained once a year."
    change = compare_notice(MAP, notice_of(instead={"safe": parts}))
    assert standings(change)["safe"] is R
    assert (change.count(X), change.count(None), change.significant) == (0, 0, ())
    assert next(one.text for one in change.changes if one.clause == "safe") == parts


def test_two_sentences_made_one_are_nothing_new_and_nothing_lost():
    both = SENTENCES["copy"][1].removesuffix(".") + ", and " + SENTENCES["object"][1]
    change = compare_notice(MAP, notice_of(without="object", instead={"copy": both}))
    assert (change.count(X), change.count(None), change.significant) == (0, 0, ())


def test_an_empty_notice_has_removed_everything():
    change = compare_notice(MAP, "")
    assert change.count(X) == len(SENTENCES)
    assert change.must_tell


def test_a_map_without_clauses_takes_every_sentence_for_new():
    bare = MAP.model_copy(update={"clauses": (), "parties": (), "data": (), "purposes": (), "retention": (),
                                  "rights": (), "channels": ()})  # fmt: skip
    assert compare_notice(bare, OLD).count(None) == len(SENTENCES)
