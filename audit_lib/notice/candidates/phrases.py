"""Phrases by which the claims of a sentence are told apart, beyond what the tables of concepts know."""

from __future__ import annotations

import re
from typing import Final


def _any(*alternatives: str) -> re.Pattern[str]:
    """Return a pattern that finds any of some alternatives, in small letters or capitals."""
    return re.compile("|".join(alternatives), re.IGNORECASE)


#: A statute or regulation under its name.
LAW: Final = re.compile(
    "|".join(
        (
            r"(?:UK |EU |United Kingdom )?(?:General Data Protection (?:Regulations?|Act)|GDPR)"
            r"(?: ?\(?(?:EU\) )?2016/679)?",
            r"Data Protection (?:Act|Bill)(?: (?:1998|2018))?",
            r"Data \(Use and Access\) Act(?: 2025)?",
            r"PECR",
            r"Privacy and Electronic Communications(?: \(EC Directive\))? Regulations(?: 20\d\d)?",
            r"(?:[A-Z][a-z]{1,20} (?:and |of |\((?:[A-Z][a-z]{1,20} ?){1,3}\) )?){1,6}"
            r"(?:Act|Regulations|Order) (?:19|20)\d\d",
            r"[Dd]ata (?:[Pp]rotection|[Pp]rivacy) (?:[Ll]aws?|[Ll]egislation)",
        )
    )
)

MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"

#: A date or version of a notice.
DATE: Final = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTHS}),? (?:\d{{1,2}},? )?(?:19|20)\d\d\b"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
    r"|\b[Vv]ersion:? ?\d{1,3}(?:\.\d{1,3}){0,3}\b"
)

IS_CONTROLLER: Final = _any(
    r"\bcontrollers?\b.{0,60}\bis\b",
    r"\b(?:is|are|as) (?:the |a |an |your )?(?:\w{1,20} ){0,2}controllers?\b",
)

#: What a recipient may not do, or may only do.
LIMITS: Final = _any(
    r"not (?:authori[sz]e|permit|allow)(?:ed)? (?:them|any|it)",
    r"nothing else",
    r"only (?:on|in accordance with|under|act on) our",
    r"(?:can|may|must|will|to) only (?:use|process|act)",
    r"our (?:documented |written )?instructions",
    r"for no other purpose",
    r"not (?:be )?(?:allowed|permitted|able) to use",
    r"solely (?:for|to)",
    r"(?:only|except) (?:in connection|to the extent)",
)

#: What follows if people do not give their data.
REQUIRES: Final = _any(
    r"without (?:this|these|it|that|such)\b.{0,60}\b(?:cannot|not|unable)",
    r"(?:do|does) not (?:provide|give|supply)",
    r"fail(?:ure)? to provide",
    r"required from you",
    r"(?:must|need to|obliged to) provide",
    r"choose not to (?:provide|give)",
)

SALE: Final = _any(r"\b(?:sell|sold|rent|trade)\b")
PASSED_ON: Final = _any(r"\b(?:share|disclose|pass|give|provide|transfer|receive)")

#: Promises that one failure breaks.
ABSOLUTE: Final = _any(
    r"\b(?:always|never|ensure[sd]?|guarantee[sd]?|completely|fully|all times|any circumstances)\b"
)

OPT_OUT: Final = _any(
    r"opt(?:ing)?[ -]?out", r"unsubscribe", r"(?:switch(?:es)?|turn) (?:it|them) off", r"disable", r"refuse"
)
OPT_IN: Final = _any(
    r"opt(?:ing)?[ -]?in\b",
    r"explicit|express|tick",
    r"(?:with )?your (?:prior )?consent",
    r"if you (?:consent|agree)",
)
BY_CONDUCT: Final = _any(
    r"\bby (?:using|visiting|continuing|accessing|submitting|sending|providing|browsing|registering)\b"
)
ESSENTIAL: Final = _any(r"\bnot (?:strictly )?(?:essential|necessary)\b", r"non-essential")
STRICTLY: Final = _any(r"(?:essential|necessary) cookies", r"strictly necessary")
EXCLUSIVE: Final = _any(r"\bonly\b", r"\bsolely\b")
