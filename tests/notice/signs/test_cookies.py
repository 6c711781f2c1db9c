"""Cookies: what for, how people choose, which, or that there are none; and from when a notice is."""

import pytest

from audit_lib.notice.clauses import split_sentences
from audit_lib.notice.signs.cookies import cookies
from audit_lib.notice.signs.passages import passages
from audit_lib.notice.signs.plain import plain_language
from audit_lib.notice.signs.version import version


def read(reader, text):
    return {sign.aspect or sign.effect.value for sign in reader(passages(split_sentences(text)))}


@pytest.mark.parametrize(
    "text",
    [
        "There aren't any cookies on these pages.",
        "We've decided to do without cookies.",
        "Nothing is stored on your phone when you read this.",
        "## Are there cookies?\nNo.",
        "Cookies? We don't set any.",
    ],
)
def test_no_cookies(text):
    assert read(cookies, text) == {"none"}


@pytest.mark.parametrize(
    "text",
    [
        "You can set your browser not to take cookies.",
        "Without cookies some parts of the site may not work.",
        "We set no cookies unless you agree.",
        "We use cookies. Our maps work without cookies.",
    ],
)
def test_a_case_without_cookies_is_no_site_without_them(text):
    assert "none" not in read(cookies, text)
    assert "applies" in read(cookies, text)


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("Our pixels tell us which letters were read.", "purposes"),
        ("We drop no cookie until you have said yes.", "choice"),
        ("Our two cookies vanish when you close the browser.", "details"),
        ("We embed videos from a video site.", "applies"),
    ],
)
def test_what_is_said_of_cookies(text, aspect):
    assert aspect in read(cookies, text)


def test_cookies_that_are_eaten_are_not_meant():
    assert read(cookies, "The café bakes cookies each morning.") == set()


@pytest.mark.parametrize(
    ("text", "aspects"),
    [
        ("I wrote this in March 2026.", {"date"}),
        ("Adopted at the meeting of 12 January 2026.", {"date"}),
        ("Approved by the trustees: Summer Term 2026", {"date"}),
        ("This is the third edition of our notice.", {"version"}),
        ("Your lease was signed on 4 May 2024.", set()),
        ("The law changed in June 2025.", set()),
        ("You need iOS version 16.", set()),
    ],
)
def test_from_when_a_notice_is(text, aspects):
    assert read(version, text) == aspects


def test_gaps_that_nobody_filled_in_are_not_plain():
    said = "We keep your name. We use it to write to you. " * 8
    assert read(plain_language, said) == {"plain"}
    assert read(plain_language, f"{said}Write to [insert address]. Ring [insert number].") == {"readable"}
