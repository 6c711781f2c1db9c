"""Signs of who receives data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ...model.transparency import Sign
from . import sharing_words as words
from .passages import Passage
from .patterns import shows
from .phrases import Phrase
from .purposes import cells
from .recipients import CLASSES, VAGUE_CLASSES

RECEIVES: Final = Phrase(
    f"""
    {{share}} <12> (with|to|by) <10> {CLASSES}
    {{share}} <4> {CLASSES} <6> {{data}}
    {CLASSES} <8> (receive|receives|access|see|sees|get|gets|have access|process|processes|act as|hosts?|\
        store|stores|provide|provides) <8> (data|information|details|processors?|behalf|your|it)
    {{data}} <6> (shared|disclosed|passed|provided|transferred|sent|given|available|accessed|stored|hosted|\
        processed|held|seen) <4> (with|to|by|on|in|using) <8> {CLASSES}
    (we|and|to) (use|uses|using|work with|works with|rely on|engage|engages|employ|employs|appoint|\
        instruct) <6> {CLASSES} <10> (to|who|which|that|for|as)
    recipients? <8> {CLASSES}
    (access|accessed|seen|viewed) <4> (by|to|for) <4> {CLASSES}
    processors? <6> (include|are|is|we use) <8>
    """
)
LISTED: Final = Phrase(CLASSES)
SHARED_WITH: Final = Phrase(
    "({share}|access|hosted|process|processes|use|store|stored) <14> (with|to|by|of|using|on) <6> {CLASSES}",
    f"{CLASSES} <10> ({{share}}|access|process|processes|receive|hosts?|store|stores)",
)
LIST_OF: Final = Phrase(
    """
    (who|whom|how|when|why|where|what|which|parties|organi[sz]ations|recipients?|companies|third|partners?|\
        we) <10> (share|shares|shared|sharing|disclose|disclosed|disclosure|pass|receive|receives|access|\
        give|send)
    (shar(e|es|ed|ing)|disclos*|pass(ed)?|provide(d)?|transfer(red)?|send|sent|given?|available) <12> (with|\
        to|between)(\\W+\\w+){0,8}\\W*$
    recipients?
    (sharing|disclosure|disclosing) (of |your |and |with )?
    third part(y|ies) <6> (include|are|such as|:)
    (data|sub) ?processors?
    service providers?
    """
)
NOT_LIST: Final = Phrase(
    "(given|provided|sent|disclosed|passed|shared|give|provide|send|share) <3> (us|to us|by you)",
    "in order to",
    "you (give|provide|share|send|have given)",
    "rights?",
    "cookies?",
)
HEADED: Final = Phrase(
    """
    (who|whom|how|when|why|where|what|which|do|will|parties|organi[sz]ations|we|data|information) <6> \
        (share|shares|shared|sharing|disclose|disclosed|disclosure|disclosures|passed|receive|receives|\
        access|see|sees|give)
    (sharing|disclosure|disclosures|disclosing|recipients?|processors?|sub ?processors?)
    third part(y|ies)
    who (has|have|else|gets|can|receives|sees)
    service providers?
    """
)
NOBODY: Final = Phrase(
    """
    {not} <4> (shar|disclos|pass|provid|giv|transfer|releas|send|sell)* <16> (any|other|outside|anyone|\
        anybody|third|else|to|with) <4> ({third}|anyone|anybody|parties|party|organi[sz]ations?|else|others|\
        compan(y|ies)|people|person|individuals?)
    (nobody|no one|noone|no body|no other (party|person|organi[sz]ation)) <3> (else|receives?|sees?|has|\
        have|is) <6>
    (no|none of) <2> ({data}|of your) <6> (is|are|will be|ever) <4> (shared|passed|disclosed|sold|given|\
        provided)
    (no|zero) <3> (data|information) <4> (shared|leaves|sharing)
    {data} <6> (is|are|will) {not} <4> (shared|passed|disclosed|given|provided)
    {not} <3> (shared|disclosed|passed) <6> (with|to) <4> (anyone|third|any)
    """
)
EXCEPT: Final = Phrase(
    """
    (except|unless|other than|apart from|save|without|only|but|however|outside of|for (marketing|\
        advertising|their|direct|commercial|any)|for <4> (purposes|marketing)|until|if)
    (sell|rent|lease|trade|sold)
    """
)
#: That something is shared all the same.
UNLESS: Final = Phrase("unless", "except", "other than", "apart from", "save", "without", "only")
SOLD: Final = Phrase("(sell|rent|lease|trade|sold|selling)")
VAGUE: Final = Phrase(
    f"""
    {{share}} <14> (with|to) <6> {VAGUE_CLASSES}
    {VAGUE_CLASSES} <6> (receive|access|process|see) <6> {{data}}
    """
)

#: An answer longer than this is more than an answer.
SHORT: Final = 90
RECEIVED: Final = Phrase(
    """
    (receiv|obtain|collect|get|got)* <8> from
    (give|provide|send|share|pass) <4> (to |with )?(us|me)
    cookies?
    """
)


def sharing(found: Sequence[Passage]) -> Iterator[Sign]:
    """Yield the signs of recipients, or that there are none.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> text = "We share your data with our accountants."
    >>> [(sign.item, sign.aspect) for sign in sharing(passages(split_sentences(text)))]
    [('A13-1e', 'recipients')]
    """
    for passage in found:
        yield from _recipients(passage)


def _recipients(passage: Passage) -> Iterator[Sign]:
    text = passage.text
    denies = NOBODY.within(text)
    if _nobody(passage, denies=denies):
        yield shows("A13-1e", "none", passage)
        return
    if denies and not LISTED.within(text):
        if UNLESS.within(text):
            yield shows("A13-1e", "vague", passage)
        return
    if _told(passage, denies=denies):
        yield shows("A13-1e", "recipients", passage)
    if (VAGUE.within(text) and not denies) or _vaguely(passage):
        yield shows("A13-1e", "vague", passage)


def _nobody(passage: Passage, *, denies: bool) -> bool:
    """Whether a passage says that nobody else receives data, without an exception."""
    text = passage.text
    if words.NOT_NOBODY.within(text):
        return False
    if passage.opens and words.ASKS.within(passage.heading) and words.NO.within(text) and len(text) < SHORT:
        return not EXCEPT.within(text)
    if words.NOBODY.within(text) and not SOLD.within(text):
        return True
    return denies and not EXCEPT.within(text) and not SOLD.within(text)


def _told(passage: Passage, *, denies: bool) -> bool:
    """Whether a passage tells who receives data, by name or by class."""
    text = passage.text
    if RECEIVES.within(passage.joined, len(passage.joined) - len(text)) and not (
        denies and SOLD.within(text)
    ):
        return True
    if denies:
        return False
    if words.GETS.within(text) and not words.NOT_GETS.within(text):
        return True
    if words.LABEL.within(text) and words.PERSONS.within(text):
        return True
    return _listed(passage)


def _listed(passage: Passage) -> bool:
    """Whether a passage is one of those whom a heading or a list tells as recipients."""
    text = passage.text
    entry = passage.item or bool(cells(passage))
    headed = HEADED.within(passage.heading)
    if not (entry or headed):
        return False
    listed = LIST_OF.within(passage.lead) and not NOT_LIST.within(passage.lead)
    if (listed or headed) and (LISTED if entry else SHARED_WITH).within(text):
        return True
    if not entry or not words.WHO_HEAD.within(passage.context) or words.NOT_TAGGED.within(text):
        return False
    return words.PERSONS.within(text) or (len(text) < SHORT and words.TAGGED.within(text))


def _vaguely(passage: Passage) -> bool:
    text = passage.text
    return words.VAGUE.within(passage.joined, len(passage.joined) - len(text)) and not RECEIVED.within(text)
