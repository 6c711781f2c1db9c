"""A text as words that can be compared: lower case, no endings, one spelling for British and American."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

#: A word with its inner apostrophes, or a mark that means something between words.
TOKEN: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[,;:.!?()&/•|\n]")

#: Marks that stand for words; the others stand for themselves.
MARKS: Final = {"&": "and", "/": "or", "|": ";", "•": ";", "!": ".", "?": ".", "\n": ";"}

#: No phrase goes over one of these.
ENDS: Final = frozenset(".;:")

#: Words that are written apart, with a hyphen or as one.
JOINED: Final = {
    tuple(words.split()): words.replace(" ", "")
    for words in (
        "e mail", "e mails", "web site", "web sites", "post code", "post codes", "log in", "log ins",
        "on line", "pay slip", "pay slips", "data base", "sub contractors", "sub contractor", "sub processor",
        "sub processors", "call back", "health care", "child care", "tele phone", "back up", "back ups",
    )
}  # fmt: skip

#: Beyond this length a run of letters is no word of a language that the tables know.
LONGEST_WORD: Final = 40

#: Words whose ending belongs to them, and spellings that no rule below makes alike.
KEPT: Final = {
    **{word: word for word in (
        "marketing", "viewing", "building", "training", "housing", "hosting", "letting", "being", "during",
        "nothing", "something", "rating", "hearing", "banking", "news", "gas", "bus", "species", "series",
        "data", "does", "goes", "united", "setting", "cookie",
        "accounting", "safeguarding", "learning", "teaching", "referencing", "planning", "testing",
        "screening",
        "funding", "savings", "advertising", "reporting", "recruiting", "screen",
    )},
    "ratings": "rating", "viewings": "viewing", "settings": "setting", "buildings": "building",
    "lettings": "letting", "cookies": "cookie",
    "cheque": "check", "cheques": "check", "licence": "licens", "licences": "licens", "centre": "center",
    "centres": "center", "enquiry": "inquiry", "enquiries": "inquiry", "enquire": "inquir",
    "advisor": "adviser", "advisors": "adviser", "children": "child", "people": "person", "men": "man",
    "women": "woman", "tradespeople": "tradesman", "tradesmen": "tradesman", "programme": "program",
    "programmes": "program", "enrolment": "enrollment", "counselling": "counseling", "jewellery": "jewelry",
    "defence": "defens", "offence": "offens", "offences": "offens", "paid": "pay", "sent": "send",
    "kept": "keep", "held": "hold", "given": "give", "gave": "give", "made": "make", "taken": "take",
    "sold": "sell", "told": "tell", "bought": "buy", "written": "write", "dealt": "deal", "ids": "id",
}  # fmt: skip

#: American letters for British ones.
OUR: Final = re.compile(r"^(behavi|col|neighb|hon|fav|lab)our")


class Words(NamedTuple):
    """The words of a text: their stems (marks stand for themselves) and where each begins and ends."""

    stems: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def words_of(text: str) -> Words:
    """Return the words of a text as stems with their places.

    >>> words_of("E-mail addresses, and behaviour").stems
    ('email', 'addres', ',', 'and', 'behavior')
    """
    stems: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    raw_before = ""
    for found in TOKEN.finditer(text):
        raw = found[0]
        raw = raw.lower().replace("’", "'") if len(raw) <= LONGEST_WORD else ""
        joined = JOINED.get((raw_before, raw)) if stems and found.start() == ends[-1] + 1 else None
        if joined:
            stems[-1] = stem(joined)
            ends[-1] = found.end()
        else:
            stems.append(MARKS.get(raw) or stem(raw))
            starts.append(found.start())
            ends.append(found.end())
        raw_before = raw
    return Words(tuple(stems), tuple(starts), tuple(ends))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return what the forms of a word have in common; no word of a dictionary, only the same for all forms.

    >>> {stem(word) for word in ("process", "processes", "processed", "processing")}
    {'proces'}
    >>> stem("organisations") == stem("organization")
    True
    """
    word = word.removesuffix("'s")
    if word in KEPT:
        return KEPT[word]
    if len(word) <= 3:
        return word
    return _single(_without_ending(_without_plural(OUR.sub(r"\1or", word))))


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_ending(word: str) -> str:
    word = word.replace("isation", "ization")
    if word in KEPT:
        return KEPT[word]
    for ending, letters in (("ing", 3), ("ied", 3), ("ed", 2)):
        if word.endswith(ending) and not word.endswith("eed"):
            rest = word[:-letters]
            if len(rest) >= 3 and any(letter in "aeiouy" for letter in rest):
                word = rest + "y" if ending == "ied" else rest
            break
    word = word.removesuffix("e") if len(word) > 3 else word
    return word[:-2] + "iz" if word.endswith("is") and len(word) > 5 and word != "analysis" else word


def _single(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
