"""A notice that nobody has mapped, examined from its words alone."""

from __future__ import annotations

import datetime as dt

from ..errors import NoticeError
from ..model.noun import Confidence
from ..model.reading import NoticeReading
from .clauses import split_sentences
from .flags.red_flags import red_flags
from .judge import judge
from .language import looks_english
from .naming.organisations import organisations
from .readability import readability
from .signs.text_signs import text_signs
from .signs.topics import read_topics


def examine(text: str, as_of: dt.date, *, name: str = "notice") -> NoticeReading:
    """Return all that can be said of a notice from its words, on a day.

    What was not found is `likely` not there, never certainly: words can be put in ways that no lexicon knows.

    Parameters
    ----------
    text
        The notice, as `read_notice` returns it; headings as lines that begin with ``#``, or short lines.
    as_of
        The day on which the law is looked at.
    name
        What an error calls the notice, such as its file.

    Raises
    ------
    NoticeError
        If the notice is not in English: its words would all be missed, and everything look missing.

    >>> reading = examine("We are Kite Ltd. You may complain to the Information Commissioner.",
    ...                   dt.date(2026, 11, 22))
    >>> next(j.verdict.value for j in reading.judgements if j.item == "A13-2d")
    'present'
    """
    sentences = split_sentences(text)
    if not looks_english(sentences):
        message = (
            "The notice does not seem to be in English. Its words can be read in no other language; "
            "give an English version, or map its sentences by hand."
        )
        raise NoticeError.at(name, message)
    return NoticeReading(
        as_of=as_of,
        sentences=read_topics(sentences),
        judgements=judge(text_signs(sentences), as_of, silence=Confidence.LIKELY),
        flags=red_flags(sentences),
        readability=readability(sentences),
        organisations=organisations(sentences),
    )
