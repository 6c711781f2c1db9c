"""Duties to give data, new purposes and decisions by machines, and what only looks like them."""

import pytest

from audit_lib.model.transparency import Effect
from audit_lib.notice.clauses import split_sentences
from audit_lib.notice.signs.text_signs import text_signs


def shown(item: str, text: str) -> set[str]:
    signs = text_signs(split_sentences(text))
    return {sign.aspect for sign in signs if sign.item == item and sign.effect is Effect.SHOWS}


@pytest.mark.parametrize(
    ("item", "text", "aspects"),
    [
        ("A13-2e", "Growers must tell us their postcode; the allotment rules say so.", {"required"}),
        ("A13-2e", "You need not tell us your age.", {"required"}),
        ("A13-2e", "Should you decline, we could not let you a plot.", {"consequence"}),
        ("A13-2e", "Unless we have your number we cannot warn you of floods.", {"consequence"}),
        (
            "A13-3",
            "If we ever wish to do more with your form, you would hear from us before.",
            {"new-purpose"},
        ),
        ("A13-3", "Have another look at this page each spring.", {"changes"}),
        ("A13-3", "The newest version of this notice hangs in the hut.", {"changes"}),
        ("A13-2f", "Our software turns down growers who live too far away.", {"decisions"}),
        ("A13-2f", "# Automated decisions\nNone.", {"none"}),
        ("A13-2f", "Each form is read by a real person.", {"none"}),
    ],
)
def test_an_aspect_is_found_in_everyday_words(item, text, aspects):
    assert aspects <= shown(item, text)


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("A13-2e", "The law requires us to keep accounts for six years."),
        ("A13-2e", "You must not send us documents unless we have asked for them."),
        ("A13-2e", "If your data is incomplete, you have the right to complete it."),
        ("A13-2e", "If you do not pay the rent, we may end the tenancy."),
        ("A13-3", "Tell us if your address changes."),
        ("A13-3", "We will tell you about new courses."),
        ("A13-2f", "The gate opens automatically."),
        ("A13-2f", "You can set your computer to refuse cookies."),
        ("A13-2f", "The committee takes planning decisions in June."),
    ],
)
def test_what_only_looks_like_it_shows_nothing(item, text):
    assert shown(item, text) == set()


def test_somebody_who_looks_again_is_a_safeguard():
    text = "The computer decides who gets a plot. You can ask a person to look at it again."
    assert shown("A13-2f", text) == {"decisions", "safeguards"}


@pytest.mark.parametrize(
    ("text", "due"),
    [("We give each grower a score.", True), ("The exam scores are kept for a year.", False)],
)
def test_people_who_are_scored_are_profiled(text, due):
    signs = text_signs(split_sentences(text))
    assert any(sign.item == "A13-2f" and sign.effect is Effect.APPLIES for sign in signs) is due
