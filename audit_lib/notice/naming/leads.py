"""The words that introduce a list, for each of its items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..clauses import Sentence

#: How many lines further an item of a list may stand from the one before it.
LIST_GAP: Final = 2


def leads(sentences: Sequence[Sentence]) -> Iterator[str]:
    r"""Yield for each sentence the words that introduce the list of which it is an item, else nothing.

    "We will never:" denies what its items say. Short words before a colon may have been taken for a heading.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> notice = "We share no data that you give us with:\n- advertisers\n- banks\n\n\nAsk us."
    >>> list(leads(split_sentences(notice)))
    ['', 'We share no data that you give us with:', 'We share no data that you give us with:', '']
    """
    lead, heading, line = "", "", 0
    for sentence in sentences:
        at, _, number = sentence.place.partition(".")
        goes_on = sentence.heading == heading and number == "1" and int(at) - line <= LIST_GAP
        lead = lead if goes_on and not sentence.text.endswith((":", ".")) else ""
        yield lead or (sentence.heading if sentence.heading.endswith(":") else "")
        if sentence.text.endswith((":", " not", " never")):
            lead = sentence.text
        heading, line = sentence.heading, int(at)
