"""What an organisation seems to be in the sentence that names it."""

from __future__ import annotations

import re
from typing import Final

from ..clauses import Sentence
from .names import CHAIN, CHAINED, Name

CONTROLLER: Final = "controller"
REGULATOR: Final = "regulator"
RECIPIENT: Final = "recipient"
SOURCE: Final = "source"
MENTIONED: Final = "mentioned"

#: Which role is taken where sentences differ: the highest.
RANK: Final = {MENTIONED: 0, SOURCE: 1, RECIPIENT: 2, REGULATOR: 3, CONTROLLER: 4}

#: How many characters around a name are looked at.
WINDOW: Final = 250

_CONTROLLER_BEFORE: Final = re.compile(
    r"(?:\bcontrollers?\b[^.;]{0,50}?(?: is| are|:| being)|\bwe,?(?: at)?|\bwe are|^\W*At"
    r"|\bthis (?:is )?(?:\w+ ){0,3}(?:notice|policy|statement) (?:is )?(?:of|for|from|by)"
    r"|\bcompany,?|\bwho we are:?|\bhow) (?:the )?$",
    re.IGNORECASE,
)
_CONTROLLER_AFTER: Final = re.compile(
    r"^(?: ?\([^()]{1,160}\))?,? (?:(?:is|are|as|acts? as) (?:the |a |an |joint "
    r"|your )*(?:data )?controllers?\b"
    r"|(?:is|are) committed\b|(?:is|are) registered (?:as a (?:data )?controller|with the (?:ICO"
    r"|Information))"
    r"|(?:respects?|values?|understands?|takes?) [^.]{0,30}\bprivacy\b|of \d|uses? (?:the )?(?:your"
    r"|personal))"
)
_REGULATOR: Final = re.compile(
    r"\b(?:Information Commission|ICO\b|Ombudsman|Financial Conduct|FCA\b|Ofcom|Ofsted"
    r"|Data Protection Commission|Charity Commission"
    r"|Regulator\b)"
)
#: What these do to a transfer is to approve it.
_APPROVES: Final = re.compile(r"European (?:Commission|Data Protection Board)")
_SOURCE_AFTER: Final = re.compile(
    r"^(?: also| will| may)? (?:send|give|provide|supplie|tell|supply|share)s? (?:us|this to us)\b"
)
_SOURCE_BEFORE: Final = re.compile(
    r"\b(?:obtain|receiv|collect|get|got|come|comes|gather|sourced?|given to us"
    r"|provided to us)\w*\b[^.;]{0,80}?\b(?:from|by)"
    r" (?:the |our )?$",
    re.IGNORECASE,
)
_RECIPIENT: Final = re.compile(
    r"\b(?:shar|disclos|pass|transfer|sen[dt]|provid|host|stor|process|us(?:e|es|ing)\b|run|runs|operat"
    r"|work(?:s|ing)? (?:with|for)"
    r"|held|kept|suppl|report|check|partner|recipient|gets|receiv|cookies?|tell\b)",
    re.IGNORECASE,
)


def role_of(sentence: Sentence, name: Name, *, publisher: bool, last: int, role_before: str) -> str:
    """Return what an organisation seems to be in a sentence.

    Parameters
    ----------
    sentence, name
        The sentence, and the name in it.
    publisher
        Whether the sentence gives it a label by which the notice speaks of itself ("we").
    last, role_before
        Where the name before it ends, and its role: items of one list share a role.

    >>> from audit_lib.notice.naming.names import names_in
    >>> said = Sentence(heading="H", place="1.1", text="We share it with Kite Ltd and Wren Ltd.")
    >>> role_of(said, names_in(said.text)[0], publisher=False, last=0, role_before="mentioned")
    'recipient'
    """
    before, after = (
        sentence.text[max(0, name.start - 140) : name.start],
        sentence.text[name.end : name.end + 220],
    )
    if _REGULATOR.search(name.text):
        return REGULATOR
    if publisher or _CONTROLLER_BEFORE.search(before) or _CONTROLLER_AFTER.match(after):
        return CONTROLLER
    if last and name.start - last <= CHAINED and CHAIN.match(sentence.text[last : name.start]):
        return role_before
    if _SOURCE_AFTER.match(after) or _SOURCE_BEFORE.search(before):
        return SOURCE
    named_for_law = _APPROVES.search(name.text) is not None
    around = sentence.text[max(0, name.start - WINDOW) : name.end + WINDOW]
    return RECIPIENT if _RECIPIENT.search(around) and not named_for_law else MENTIONED
