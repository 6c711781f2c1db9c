"""Signs that a text is about a person: each has a form that hardly anything else has."""

from __future__ import annotations

import re
import time

import pytest

from audit_lib.law.personal_marks import names_a_person, personal_marks

FOUND = {
    "ada.okafor+home@mail.co.uk": "an e-mail address",
    "+44 (0)20 7123 4567": "a telephone number",
    "(020) 7123 4567": "a telephone number",
    "07911 123456": "a telephone number",
    "+33 1 23 45 67 89": "a telephone number",
    "AB123456C": "a National Insurance number",
    "born on 3rd May 1988": "a date of birth",
    "DOB: 03/05/1988": "a date of birth",
    "4111 1111 1111 1111": "the number of a payment card",
    "sort code 20-00-00, account 55779911": "the number of a bank account",
    "GB82 WEST 1234 5698 7654 32": "the number of a bank account",
    "Mr J. Okafor": "the name of a person",
    "Ada Okafor (tenant no. 4711)": "a name beside an identifier",
}
NOTHING = [
    "help@example.org",
    "020 7946 0018",
    "+44 7700 900456",
    "0303 123 1113",
    "0800 123 4567",
    "QQ123456C",
    "4111 1111 1111 1112",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1,234,567,890 rows of 12.07.2024",
    "Date of birth, National Insurance number, e-mail address",
    "John Lewis Partnership BTR Ltd",
    "Mr Justice",
    "flow:f12@party",
]


@pytest.mark.parametrize("text", FOUND)
def test_a_sign_is_found_in_a_sentence(text):
    assert [mark.kind for mark in personal_marks(f"Said was: {text}; nothing else.")] == [FOUND[text]]


@pytest.mark.parametrize("text", NOTHING)
def test_what_nobody_has_and_what_only_looks_like_it_is_no_sign(text):
    assert personal_marks(f"Said was: {text}; nothing else.") == ()


def test_what_is_allowed_is_no_sign_in_whatever_way_it_is_written():
    allowed = ["Privacy@Kite.co.uk", "+44 20 7123 4567"]
    assert personal_marks("privacy@kite.co.uk, 020 7123 4567", allowed) == ()
    assert len(personal_marks("other@kite.co.uk, 020 7123 4568", allowed)) == 2


def test_a_hint_gives_nobody_away():
    assert [mark.hint for mark in personal_marks("ada.okafor@mail.co.uk")] == ["ad…"]


@pytest.mark.parametrize("heading", ["Surname", "first_name", "Tenant name", "NI number", "DOB"])
def test_a_heading_of_a_column_about_persons_is_known(heading):
    assert names_a_person(heading)


@pytest.mark.parametrize("heading", ["Name", "Party", "Date of birth kept for", "Names"])
def test_a_heading_of_another_column_is_none(heading):
    assert not names_a_person(heading)


@pytest.mark.parametrize("piece", ["a@", "0 ", "+1 22 ", "AB", "Ada ", "1234 ", "born on ", "a.a"])
def test_no_text_takes_long(piece):
    started = time.monotonic()
    personal_marks(re.sub(r"\s+", " ", piece) * (300_000 // len(piece)))
    assert time.monotonic() - started < 10
