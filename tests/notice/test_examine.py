"""A notice that nobody has mapped, examined as a whole."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_lib.errors import NoticeError
from audit_lib.law.transparency import TRANSPARENCY_ITEMS
from audit_lib.model.noun import Confidence
from audit_lib.model.transparency import Verdict
from audit_lib.notice.examine import examine

TODAY = dt.date(2026, 11, 22)
NOTICE = """\
# Who we are

Kite Boats Ltd, 3 Quay Street, Ayr KA7 1AB, is the controller of your personal data.

# How long we keep it

We keep your booking for six years after your trip, because of the Limitation Act.
We may share information from time to time with trusted partners.
"""


def read(text=NOTICE, **more):
    return examine(text, TODAY, **more)


def test_all_items_in_force_are_judged():
    assert [each.item for each in read().judgements] == [item.id for item in TRANSPARENCY_ITEMS]


def test_what_is_not_found_is_likely_missing_and_never_certainly():
    silent = [each for each in read().judgements if each.verdict is Verdict.MISSING]
    assert silent
    assert Confidence.CERTAIN not in {each.confidence for each in silent}


def test_every_place_that_a_judgement_or_a_flag_names_is_a_sentence():
    reading = read()
    known = {sentence.place for sentence in reading.sentences}
    assert {place for each in reading.judgements for place in each.at} <= known
    assert {flag.place for flag in reading.flags} <= known


def test_the_sentences_stand_under_their_headings():
    assert [sentence.heading for sentence in read().sentences][:1] == ["Who we are"]


def test_the_organisations_are_named():
    assert "Kite Boats Ltd" in {each.name for each in read().organisations}


@pytest.mark.parametrize(
    "text",
    [
        "Nous traitons vos données personnelles pour gérer votre réservation et nos factures. " * 4,
        "نحن نعالج بياناتك الشخصية لإدارة حجزك. " * 8,
    ],
    ids=["french", "arabic"],
)
def test_another_language_is_refused_by_the_name_of_the_notice(text):
    with pytest.raises(NoticeError, match=r"ours\.txt .*English"):
        read(text, name="ours.txt")


@given(st.text(max_size=300))
def test_english_with_anything_in_it_is_answered(text):
    assert len(read(f"{NOTICE}\n{text}").judgements) == len(TRANSPARENCY_ITEMS)
