"""Signs of cookies: what they are for, how people choose, which there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ...model.noun import Confidence
from ...model.transparency import Sign
from .cookie_denials import NO_COOKIES, NONE_OF_THEM, NOT_NONE, SOME
from .cookie_words import (
    CHOICE,
    CHOOSE_COUNTED,
    CHOOSES,
    COOKIES,
    DETAILS,
    ELSEWHERE,
    FOOD,
    HEADED_WHY,
    POINTS,
    POSITIVE,
    PURPOSES,
    ROW,
    SURE,
    TELLS,
    THESE,
    VISIT,
)
from .passages import Passage, beside
from .patterns import applies, shows

SEEN: Final = "A website or app is used, on which nothing is said of cookies."
TOLD: Final = "Cookies or the like are used."
#: An answer to a question in a heading is no longer.
ANSWER: Final = 60
NO: Final = re.compile(r"(?:no|none|never|not at all|we do not|it does not)\b")


def cookies(found: Sequence[Passage]) -> Iterator[Sign]:
    """Yield the signs of cookies: what for, how people choose, which.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> text = "We use no cookies on our website."
    >>> [sign.aspect for sign in cookies(passages(split_sentences(text)))]
    ['none']
    """
    about = [passage for passage in found if _about(passage, found)]
    sure = [passage for passage in about if _surely(passage)]
    denied = [passage for passage in about if _denies(passage, found)]
    used = any(POSITIVE.within(passage.text) for passage in sure if passage not in denied)
    if denied and not used:
        for passage in denied:
            yield shows("PECR-6", "none", passage)
        return
    if not sure:
        yield from _web(found)
        return
    yield applies("PECR-6", sure[0], TOLD)
    for passage in about:
        if passage not in denied:
            yield from _said(passage)


def _about(passage: Passage, found: Sequence[Passage]) -> bool:
    if FOOD.within(passage.joined):
        return False
    named = COOKIES.within(passage.text) or _surely(passage)
    return named or _near_cookies(passage, found) or _answers(passage, found)


def _answers(passage: Passage, found: Sequence[Passage]) -> bool:
    """Whether a passage is the short answer to a question about cookies."""
    asked = found[passage.number - 1].text if passage.number else ""
    short = max(len(asked), len(passage.text)) < ANSWER
    return short and asked.endswith("?") and "cookie" in asked


def _surely(passage: Passage) -> bool:
    """Whether a passage speaks of cookies, or stands beneath a heading or in a table that does."""
    text = passage.text
    named = SURE.within(text) or "cookie" in passage.context or CHOOSE_COUNTED.within(text)
    return named or ("|" in text and ROW.within(text)) or NO_COOKIES.within(text)


def _denies(passage: Passage, found: Sequence[Passage]) -> bool:
    """Whether a passage says that no cookies are set."""
    text = passage.text
    if "cookie" in passage.heading and "?" in passage.title and passage.opens and len(text) < ANSWER:
        return NO.match(text) is not None
    if _answers(passage, found):
        return NONE_OF_THEM.within(text)
    if SOME.within(text) or NOT_NONE.within(text):
        return False
    return NO_COOKIES.within(text) or (passage.item and NO_COOKIES.within(passage.joined))


def _said(passage: Passage) -> Iterator[Sign]:
    text = passage.joined
    pointed = ELSEWHERE.within(passage.text) and POINTS.within(passage.text)
    said = PURPOSES.within(text) and not (NO_COOKIES.within(text) and not NOT_NONE.within(text))
    if pointed or said or _tells(passage):
        yield shows("PECR-6", "purposes", passage)
    headed = "cookie" in passage.heading and CHOOSES.within(passage.text)
    if headed or CHOICE.within(text) or CHOOSE_COUNTED.within(text):
        yield shows("PECR-6", "choice", passage)
    if DETAILS.within(passage.text) or ROW.within(passage.text):
        yield shows("PECR-6", "details", passage)


def _tells(passage: Passage) -> bool:
    """Whether a row of a table, or a sentence beneath a heading, says what a cookie does."""
    listed = ("|" in passage.text and ROW.within(passage.text)) or HEADED_WHY.within(passage.heading)
    return listed and TELLS.within(passage.text)


def _near_cookies(passage: Passage, found: Sequence[Passage]) -> bool:
    """Whether a sentence goes on about cookies that the one before it names."""
    before = (other for other in beside(passage, found) if other.number < passage.number)
    goes_on = THESE.within(passage.text) or CHOICE.within(passage.text)
    return goes_on and any(SURE.within(other.text) for other in before)


def _web(found: Sequence[Passage]) -> Iterator[Sign]:
    for passage in found:
        if FOOD.within(passage.joined):
            continue
        if VISIT.within(passage.text) or COOKIES.within(passage.text):
            yield applies("PECR-6", passage, SEEN, Confidence.ASK)
