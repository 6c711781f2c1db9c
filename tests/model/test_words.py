"""Words of a sentence: what a map says is made fit to print and reads as English."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from audit_lib.model.words import lasting, listed, lowered, raised, shortened, visible


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Copy of passport", "copy of passport"),
        ("CCTV images", "CCTV images"),
        ("Home Office", "Home Office"),
        ("Wi-Fi logs", "Wi-Fi logs"),
        ("E-mail address", "e-mail address"),
        ("", ""),
    ],
)
def test_a_name_begins_small_within_a_sentence_unless_it_is_a_proper_one(name, within):
    assert lowered(name) == within


def test_a_word_that_is_known_as_a_name_keeps_its_capital():
    assert lowered("Keyhaven account", frozenset({"Keyhaven"})) == "Keyhaven account"


def test_a_sentence_begins_with_a_capital():
    assert raised("your consent") == "Your consent"


def test_names_are_listed_once_each_and_the_rest_is_counted():
    assert listed(["a", "b", "a"]) == "a and b"
    assert listed(["a", "b", "c", "d"], "or", 2) == "a, b or 2 more"
    assert listed([]) == ""


@pytest.mark.parametrize(
    ("name", "last"), [("rent, arrears", "and"), ("rent and arrears", "and"), ("a or b", "or")]
)
def test_semicolons_stand_between_names_that_hold_a_comma_or_the_last_word_themselves(name, last):
    assert listed([name, "repairs"], last) == f"{name}; repairs"


@pytest.mark.parametrize(
    ("period", "words"),
    [("P1Y", "1 year"), ("P6M", "6 months"), ("P2W", "2 weeks"), ("P1Y6M", "1 year and 6 months")],
)
def test_a_period_is_told_in_words(period, words):
    assert lasting(period) == words


def test_what_nobody_sees_is_left_out_and_joiners_of_letters_stay():
    assert visible("a\u202e\ud800\ue000\x00b") == "ab"
    assert visible("\u0915\u094d\u200d\u0937") == "\u0915\u094d\u200d\u0937"


@given(st.text(), st.integers(1, 50))
def test_a_shortened_text_is_never_longer_and_says_that_it_was_cut(text, most):
    short = shortened(text, most)
    assert len(short) <= most
    assert short == text or short.endswith("…")


@given(st.text(st.characters()))
def test_what_is_seen_is_one_line(text):
    assert len(visible(text).splitlines()) <= 1
