"""Phrases find what an analyst noted down, quickly, and the short cut hides nothing."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.notice.signs import complaints, retention, right_words, sharing, sources
from audit_lib.notice.signs.phrases import Phrase

MODULES = (right_words, complaints, retention, sharing, sources)
PHRASES = [value for module in MODULES for value in vars(module).values() if isinstance(value, Phrase)]
WORDS = sorted(
    {word for phrase in PHRASES for wording in phrase.wordings for word in re.findall("[a-z]+", wording)}
)


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        ("right to object", "the right to object"),
        ("right to <2> object", "the right to - you see - object"),
        ("delet*", "deletion"),
        ("(see|view) it", "view it"),
        ("(the )?data", "data"),
        ("third part(y|ies)", "third-parties"),
        ("{we} share", "the council share"),
    ],
)
def test_a_wording_finds(wording, text):
    assert Phrase(wording).within(text)


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        ("right to object", "the right to objects"),
        ("right to <2> object", "right to one two three object"),
        ("object", "subobject"),
        ("(see|view) it", "see them"),
    ],
)
def test_a_wording_does_not_find(wording, text):
    assert not Phrase(wording).within(text)


def test_a_match_that_ends_before_a_place_does_not_count():
    assert not Phrase("data").within("data are here", start=4)


def test_a_wording_may_go_over_a_line():
    phrase = Phrase("""
        (see| \
            view) it
    """)
    assert phrase.wordings == ("(see|view) it",)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), st.sampled_from(PHRASES))
def test_the_beginnings_of_words_never_hide_a_match(text, phrase):
    phrase.within("")
    plainly = any(pattern.search(text) for _, pattern in phrase._patterns)
    assert phrase.within(text) == plainly
