"""Signs in a text that it is about a person who can be named: addresses, numbers, dates of birth, names.

The signs are made for few false alarms: each needs a form that hardly anything else has. What nobody can
have is no sign: the numbers that Ofcom keeps for drama, the domains that RFC 2606 keeps for examples. A text
without a sign can still be about a person; this finds what has slipped in, it proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from .authority import Authority

AUTHORITY: Final = Authority.ASSUMPTION


class PersonalMark(NamedTuple):
    """A sign: what it is, and its first letters alone, so that whoever reads of it does not read it."""

    kind: str
    hint: str


#: Beginnings of telephone numbers that Ofcom keeps for drama, as digits from the first nought.
_DRAMA: Final = (
    *(f"0{area}4960" for area in (113, 114, 115, 116, 117, 118, 121, 131, 141, 151, 161)),
    *("01914980", "02079460", "02890180", "02920180", "01632960", "07700900"),
)
_EXAMPLES: Final = re.compile(r"(^|\.)(example\.(com|net|org)|(example|test|invalid|localhost))$")

_MAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@((?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24})(?![\w@])")
_PHONE: Final = re.compile(
    r"(?<![\w.,/+-])(?:\+44[\s-]?(?:\(0\)[\s-]?)?[127]\d{1,4}|\(?0[127]\d{1,4}\)?)(?:[\s-]?\d{2,6}){1,4}(?![\w/-]|[.,]\d)"
)
_ABROAD: Final = re.compile(r"(?<![\w.+-])\+(?!44)[1-9]\d{0,2}(?:[\s-]\d{1,6}){3,5}(?![\w/-])")
_INSURANCE: Final = re.compile(
    r"(?<![A-Za-z0-9])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D](?![A-Za-z0-9])"
)
_MONTHS: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DAY: Final = (
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTHS}\s(?:19|20)\d\d)"
)
_BIRTH: Final = re.compile(
    rf"\b(?:date of birth|d\.?o\.?b\.?|born(?: on)?)\b[\s:=|(-]{{0,12}}{_DAY}", re.IGNORECASE
)
_CARD: Final = re.compile(r"(?<![\w.-])[3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{3,4}(?![\w.-])")
_ACCOUNT: Final = re.compile(
    r"\b(?:sort code|account)\b[^\n]{0,12}\d\d-\d\d-\d\d[^\n\d]{0,24}\d{8}(?!\d)", re.IGNORECASE
)
_IBAN: Final = re.compile(r"(?<![A-Za-z0-9])GB\d\d ?[A-Z]{4} ?(?:\d{4} ?){3}\d\d(?!\d)")
_NAME: Final = r"[A-Z][a-z]+(?:[-'’][A-Z][a-z]+)?"
_TITLED: Final = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s(?!Justice\b)(?:(?:{_NAME}|[A-Z]\.)\s)?{_NAME}\b"
)
_WHOSE: Final = r"(?:tenan(?:t|cy)|resident|applicant|customer|guest|employee|staff|payroll|national)"
_NUMBERED: Final = (
    rf"{_WHOSE}(?:'s|’s)?\s(?:id|no\.?|number|ref(?:erence)?)\W{{0,4}}[A-Za-z]{{0,4}}-?\d{{3,12}}"
)
_BESIDE: Final = re.compile(
    rf"\b{_NAME}\s{_NAME}\b[^\w\n]{{1,6}}(?i:{_NUMBERED})|(?i:{_NUMBERED})[^\w\n]{{1,6}}{_NAME}\s{_NAME}\b"
)

#: Headings of columns that hold what tells one person from another.
_COLUMN: Final = re.compile(
    rf"(?:first|last|full|maiden|given|family)[\s_-]?names?|forenames?|surnames?|{_WHOSE}[\s_-]?names?|"
    r"date[\s_-]of[\s_-]birth|dob|national[\s_-]insurance(?:[\s_-](?:number|no\.?))?|ni[\s_-]?(?:number|no\.?)|"
    r"passport[\s_-](?:number|no\.?)|home[\s_-]address",
    re.IGNORECASE,
)


def personal_marks(text: str, allowed: Iterable[str] = ()) -> tuple[PersonalMark, ...]:
    """Return the signs that a text is about a person, each kind in the order of the text.

    Parameters
    ----------
    text
        Plain text.
    allowed
        Texts in which an address or a number may stand: the contacts that a map states of organisations.

    Examples
    --------
    >>> personal_marks("Write to jo.bloggs@mail.co.uk, NI number AB 12 34 56 C.")
    (PersonalMark(kind='an e-mail address', hint='jo…'),
     PersonalMark(kind='a National Insurance number', hint='AB…'))
    >>> personal_marks("office@kite.example, 020 7946 0123; date of birth, passport number; flow 0207")
    ()
    """
    stated_by = [one.lower() for one in allowed]
    known, digits = "\n".join(stated_by), " ".join(national(one) for one in stated_by)
    found: list[PersonalMark] = []
    for kind, pattern, real in _SIGNS:
        for hit in pattern.finditer(text):
            said = hit[0]
            number = national(said)
            stated = said.lower() in known or (kind == _PHONE_WORDS and number in digits)
            if not stated and real(said):
                found.append(PersonalMark(kind, f"{said.strip()[:2]}…"))
    return tuple(dict.fromkeys(found))


def names_a_person(heading: str) -> bool:
    """Whether a column with this heading holds what tells one person from another.

    >>> names_a_person("Surname"), names_a_person("Date of birth"), names_a_person("Name")
    (True, True, False)
    """
    return _COLUMN.fullmatch(heading.strip()) is not None


def national(number: str) -> str:
    """Return a telephone number as the digits that somebody in the United Kingdom dials.

    >>> national("+44 (0)20 7946 0123"), national("020 7946 0123")
    ('02079460123', '02079460123')
    """
    return re.sub(r"\D", "", re.sub(r"^\+44[\s-]?(?:\(0\))?", "0", number.strip()))


def _is_mail(said: str) -> bool:
    return not _EXAMPLES.search(said.rpartition("@")[2].lower())


def _is_phone(said: str) -> bool:
    number = national(said)
    return len(number) in (10, 11) and not number.startswith(_DRAMA)


def _is_card(said: str) -> bool:
    """Whether the last digit is the one that the others ask for (ISO/IEC 7812-1, the Luhn sum)."""
    digits = [int(one) for one in said if one.isdigit()]
    doubled = (sum(divmod(2 * one, 10)) for one in digits[-2::-2])
    return len(digits) in (15, 16) and (sum(digits[::-2]) + sum(doubled)) % 10 == 0


def _always(_said: str) -> bool:
    return True


_PHONE_WORDS: Final = "a telephone number"


def _signs() -> Iterator[tuple[str, re.Pattern[str], Callable[[str], bool]]]:
    yield "an e-mail address", _MAIL, _is_mail
    yield _PHONE_WORDS, _PHONE, _is_phone
    yield _PHONE_WORDS, _ABROAD, _always
    yield "a National Insurance number", _INSURANCE, _always
    yield "a date of birth", _BIRTH, _always
    yield "the number of a payment card", _CARD, _is_card
    yield "the number of a bank account", _ACCOUNT, _always
    yield "the number of a bank account", _IBAN, _always
    yield "the name of a person", _TITLED, _always
    yield "a name beside an identifier", _BESIDE, _always


_SIGNS: Final = tuple(_signs())
