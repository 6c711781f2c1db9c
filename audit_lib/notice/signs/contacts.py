"""Ways of reaching somebody that stand in a sentence: addresses, numbers, links, and pointers to them."""

from __future__ import annotations

import re
from typing import Final

from ...model.noun import Confidence
from .passages import Passage
from .phrases import Phrase

EMAIL: Final = re.compile(
    r"[\w.+-]{1,64}(?: ?(?:@|\(at\)|\[at\]) ?)[\w-]{1,63}(?:(?:\.| ?\[dot\] ?)[\w-]{1,63}){1,5}"
)
MASKED: Final = re.compile(
    r"\[e-?mail\W{1,3}protected\]|\[?e-?mail (?:address )?(?:hidden|removed|redacted)\]?"
)
POSTCODE: Final = re.compile(r"\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b")
TELEPHONE: Final = re.compile(
    r"(?<![\w/.-])(?:\+\d{1,3}|0\d)[\d ()-]{7,16}\d(?![\w/-])|\b(?:0[38]\d\d|116|111)[ -]?\d{3}"
)
#: A house in a street, where no post code tells.
STREET: Final = re.compile(
    r"\b\d{1,4}[a-z]?,? (?!(?:days?|weeks?|months?|years?|hours?|minutes|working|calendar|of|in|on|and|or)\b)"
    r"(?:[a-z'-]{2,20} ){1,2}(?:road|street|lane|avenue|drive|square|row|quay|terrace|crescent|gardens|parade"
    r"|boulevard|yard|dock|rd|ave)\b|\b[a-z-]{3,25}(?:strasse|weg|platz|gasse|allee|str\.) \d{1,4}\b"
    r"|\bp\.? ?o\.? ?box \d"
)
#: What stands in a form of a notice until somebody fills it in.
UNFILLED: Final = re.compile(
    r"\[(?:please )?(?:insert|enter|add|your|full|company|name|email|e-mail|address|postal|telephone|contact"
    r"|date|organisation|business|website)\b[^\[\]]{0,60}\](?!\()|\bx{3,}@|<insert\b"
)
ELSEWHERE: Final = re.compile(
    r"\bico\b|ico\.(?:org|gov)\.uk|information commission|wycliffe|sk9 5af|0303 123 1113|01625 ?545"
)
POINTER: Final = Phrase(
    """
    (our|the|following|these|its|full) <2> contact (details|information|address|page|form|section|point)
    contact (form|page|section)
    (sent|addressed|made|submitted|directed) (in writing )?to (the|our)
    (details|address|number) (at|in|on|given|set out|shown|listed|provided|above|below) <4> (end|top|bottom|\
        above|below|this|section|page|website|notice)
    contact (details|information) <6> (above|below|are|at|provided|bottom|top|end|page|section|given)
    contact us <6> (above|below|here|form|page|section|website|using|via|by|at|on|through)
    (contact|reach|email|e mail|mail|write to|write|telephone|phone|ring|call|message|visit) (us|{dpo}|\
        {org}) <4> (at|on|by|via|using|through|here|below|above)
    (online|web|contact|request|enquiry|feedback|our|this|following|complaints?) <1> (webform|form|portal|\
        helpdesk|help desk)
    (write|writing|email|e mail|letter|post) <2> to (us|our|the|me) <4> (at|address|office|above|below)
    (using|see|at|on|through|by) the <3> (details|address|form|link|email) <4> (above|below|here|section|page)
    in writing to
    (form|portal) (at|on)
    (fill|filling|complete|completing|use|using|through|via) <3> (online |web |contact |enquiry )?(form|\
        portal)
    (drop in|pop in|call in|come in|in person|visit us|find us) <3> (at|to|on|and|or|any)
    (leave|hand|drop) <6> (at|in|with) <3> (reception|office|desk|front desk)
    (ring|call|phone|telephone|text) <3> (on|at)
    (reached|contacted|written to|got hold of|emailed|phoned) <4> (at|on|by|via|through|using|in writing)
    """
)
ASKED: Final = Phrase(
    "contact us", "get in (touch|contact)", "let us know", "(ask|tell|email|e mail|call|ring) us",
    "contact (the|our|{dpo}|{org}|me|a|any)", "write to us", "speak to (us|our|the)",
)  # fmt: skip


def reach(passage: Passage) -> Confidence | None:
    """Return how sure it is that a sentence gives a way to reach somebody other than the regulator.

    Certain for an address or number, likely for a pointer to one, a question where a web page masks an
    address or may hold a link that the text has lost.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> found = passages(split_sentences("Write to hello@kite.example. See ico.org.uk too. Contact us."))
    >>> [reach(passage) for passage in found]
    [<Confidence.CERTAIN: 'certain'>, None, <Confidence.ASK: 'ask'>]
    """
    text = passage.text
    if is_regulator(text) and not _more_than_regulator(text):
        return None
    if has_address(text):
        return Confidence.CERTAIN
    if POINTER.within(text):
        return Confidence.LIKELY
    if MASKED.search(text) or ASKED.within(text):
        return Confidence.ASK
    return None


def has_address(text: str) -> bool:
    """Whether a prepared text holds an e-mail or postal address or a telephone number.

    >>> has_address("4 mill lane, york yo1 7hd"), has_address("we keep it for 10 years")
    (True, False)
    """
    return bool(
        (("@" in text or "at" in text) and EMAIL.search(text))
        or POSTCODE.search(text)
        or TELEPHONE.search(text)
        or STREET.search(text)
    )


def is_regulator(text: str) -> bool:
    """Whether a prepared text speaks of the Information Commissioner.

    >>> is_regulator("call the ico"), is_regulator("call us")
    (True, False)
    """
    return ELSEWHERE.search(text) is not None


def _more_than_regulator(text: str) -> bool:
    """Whether an address in a text that names the regulator belongs to somebody else."""
    return any(not ELSEWHERE.search(found[0]) for found in EMAIL.finditer(text))
