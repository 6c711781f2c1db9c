"""A full stop ends a sentence unless it belongs to an abbreviation."""

import pytest

from audit_lib.notice.abbreviations import ends_sentence


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ask Mr.", "Hill"),
        ("e.g.", "Kite"),
        ("under Art.", "6"),
        ("see No.", "5"),
        ("run by Kite Ltd.", "York"),
        ("signed J.", "Hill"),
        ("in the U.K.", "Parliament"),
        ("(see para.", "3)"),
    ],
)
def test_an_abbreviation_goes_on(before, after):
    assert not ends_sentence(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("run by Kite Ltd.", "For example, it"),
        ("keys, fobs etc.", "We keep"),
        ("The answer is no.", "We keep"),
        ("This is art.", "It hangs"),
        ("See plan B.", "You may"),
        ("kept for 6 years.", "Then"),
        ("It is safe!", "Mr. Hill"),
    ],
)
def test_a_sentence_ends(before, after):
    assert ends_sentence(before, after)
