"""Signs of from when a notice is, and which version it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ...model.transparency import Sign
from .passages import Passage
from .patterns import shows
from .phrases import Phrase

MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DATE: Final = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: day)?(?: of)?[ ,.-]{{1,2}}{MONTH}\b[ ,.-]{{0,2}}(?:19|20)?\d\d"
    rf"|{MONTH}\.?[ ,.-]{{0,2}}(?:\d{{1,2}}(?:st|nd|rd|th)?[ ,.-]{{1,3}})?(?:19|20)\d\d"
    rf"|{MONTH}\.? ?'\d\d|(?:w/c|week commencing|week of) \d{{1,2}} {MONTH}"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}"
    r"|(?:spring|summer|autumn|winter|michaelmas|hilary|trinity|lent|easter|advent|christmas)"
    r"(?: terms?)?,? (?:of )?20\d\d|(?:0?[1-9]|1[0-2])[/.](?:20)?[2-3]\d"
    rf"|{MONTH}-\d\d|20[2-3]\d[01]\d[0-3]\d|q[1-4] 20\d\d)\b"
)
YEAR: Final = re.compile(r"\b20[0-3]\d\b")
#: What stands for a date in a text that phrases are looked for in.
MARK: Final = "xdatex"
#: What is done to a notice.
DONE: Final = (
    "(updated?|updates|updating|review(ed)?|revised?|revision|modified|changed?|amended|amendment|approved"
    "|approval"
    "|published|publication|edited|issued?|written|wrote|modification|signed|dated|agreed|adopted|ratified"
    "|created"
    "|drafted|prepared|produced|posted|effective|effect|current|correct|accurate|valid|in force|in use"
    "|took over|stood"
    "|stands|reads|version|edition|rev|ver|date|passed|minuted|checked|refreshed|rewritten|reissued"
    "|replaced|endorsed"
    "|considered|finali[sz]ed|released|introduced|uploaded|put up|as at|as of|looked (at|over)|touched"
    "|tweaked"
    "|overhauled|operative|rewrote|rewrite|redid|went (over|through)|drew up|drawn up|put together|done"
    "|refined|commenc\\w*|implemented|launched|authorised|accepted|redrafted|compiled|confirmed)"
)
NOTICE: Final = "(notice|policy|statement|page|document|this|it|these)"
DATED: Final = Phrase(
    f"""
    {DONE} <5> {MARK}
    {MARK} <3> (update|edition|version|revision|review|issue|policy|notice|statement)
    (last|latest|previous|next|most recent) <3> {DONE} <6> {MARK}
    {NOTICE} <6> (applies|apply|from|since|starts?|began|begins?|comes? into|came into|takes? effect|runs|\
        is of|live|\
        dates|goes back) <4> {MARK}
    (with effect|as it (stood|stands|reads)|correct|accurate) <4> {MARK}
    (applies|apply|in force|valid) <3> (from|since) {MARK}
    date <4> {MARK}
    """
)
#: Of what a date is, if not of the notice.
OF_ELSE: Final = Phrase(
    f"""
    (act|regulations?|order|directive|gdpr|law|laws|clauses|sccs?|addendum|subscription|fees?|cameras?|\
        system|decision|\
        framework|scheme|code|service|services|google|facebook|software|product|cookies?|membership|\
        prices?|idta|\
        contract|agreement|guidance|analytics|building|lease|exam\\w*|event|sunday|concert|meeting) <10> \
        {MARK}
    (clauses|addendum|act|regulation|decision|agreement|law|order|service) <2> (of|from) {MARK}
    (until|till|before|by|up to) {MARK}
    (your|their|his|her) <3> (was|is|were|has|you|we) <6> {MARK}
    (concert|fair|party|tenancy|petition|letter|invoice|photo\\w*|licence|deed|consent) <8> {MARK}
    {MARK} <3> (act|regulation|decision|directive)
    (copyright|rights reserved)
    """
)
#: What is of the notice all the same.
OF_NOTICE: Final = Phrase(
    f"""
    (last|latest|most recently) <2> (updated?|reviewed|revised|changed|modified|amended|edited)
    {NOTICE} <8> {DONE} <5> {MARK}
    {DONE} <4> {NOTICE} <6> {MARK}
    (approved|adopted|passed|ratified|agreed|endorsed|considered|accepted|reviewed) <10> {MARK}
    """
)
THIS: Final = Phrase(
    NOTICE,
    "what you (see|read)",
    "you are reading",
    "here",
    "(version|edition|revision|review|reviewed|updated?|revised)",
)
#: A text of more words has a subject of its own.
BRIEF: Final = 10
#: Headings of what is said of a notice itself.
HEADED: Final = Phrase(
    """
    (changes?|updates?|amendments?|revisions?|review) (to|of|in) <4> (notice|policy|statement|page|document)
    (version|document|change|revision|policy) (control|history|information|details|log|dates?)
    (date|version|effective|updated|reviewed|revised|last|review)
    """
)
UPDATED: Final = Phrase(
    "(last|latest|next) <2> (updated?|reviewed|revised|review)",
    "privacy (notice|policy|statement) <5> 20\\d\\d",
    "(notice|policy|statement) for <4> 20\\d\\d",
    "(updated|reviewed|revised|effective|approved|adopted|written|issued|published) <2> 20\\d\\d",
)
ORDINAL: Final = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))"
)
VERSION: Final = re.compile(
    r"\b(?:version|revision|issue|edition|release|draft|iteration|rev|ver|v)(?:\.| no\.?| number| nr)?[ .:"
    r"|#]{0,4}v?\d{1,4}(?:\.\d{1,3}){0,2}\b"
    rf"|\bv\d{{1,2}}\.\d\b|\b{ORDINAL} (?:version|edition|issue|revision)\b"
    r"|\b(?:rev|revision|version|issue|edition)[ .:|]{1,3}[a-h]\b(?! (?:\w+ ){0,3}(?:of|is|are))"
    r"|\b(?:edition|version|issue)\b[^.]{0,30}, ?no\.? ?\d{1,3}\b"
    r"|\b(?:version|edition|issue) (?:one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|\b(?:doc(?:ument)?|policy|form|ref(?:erence)?)\.? (?:no|ref|number|reference)[ .:"
    r"|]{1,3}[a-z]{1,5}[-/ ]?\d"
)
NOT_VERSION: Final = Phrase(
    """
    http version
    (browser|software|app|ip|os|tls|operating system|operating|android|ios|html|windows|apache|bs|iso|\
        addendum|\
        clauses|analytics|tool|plugin|idta|licen[cs]e|api|schema|pci|ipv\\d|framework|chrome|firefox|\
        safari) <3> \
        (version|v|edition|issue)
    (version|issue|edition) <2> (of|of the) (our|your|the|an|your) (app|software|browser|addendum|clauses|\
        tool|magazine|\
        newsletter|book)
    (version|v) <3> (or (later|above|newer)|of tls)
    (magazine|newsletter|book|programme|bible|guide|handbook) <4> (issue|edition|version)
    """
)
ACT: Final = re.compile(r"\b(?:act|regulations?|order|directive|gdpr|law|code)\b[^.]{0,40}$")
EDGE: Final = 12
#: A line of a title, shorter than a sentence.
SHORT: Final = 50


def version(found: Sequence[Passage]) -> Iterator[Sign]:
    """Yield the signs of from when a notice is and which version it is.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> [sign.aspect for sign in version(passages(split_sentences("Last updated: 3 May 2024, version 2")))]
    ['date', 'version']
    """
    total = len(found)
    for passage in found:
        edge = passage.number < EDGE or passage.number >= total - EDGE
        for text in (passage.text, passage.heading if passage.opens else ""):
            if _dated(text, passage, edge=edge):
                yield shows("VER", "date", passage)
            if (edge or len(text) < SHORT) and VERSION.search(text) and not NOT_VERSION.within(text):
                yield shows("VER", "version", passage)


def _dated(text: str, passage: Passage, *, edge: bool) -> bool:
    date = DATE.search(text)
    if date is not None:
        marked = DATE.sub(MARK, text)
        alone = len(text) - len(date[0]) < 12
        if alone and edge:
            return True
        if OF_ELSE.within(marked) and not OF_NOTICE.within(marked):
            return False
        own = OF_NOTICE.within(marked) or THIS.within(marked) or len(marked.split()) <= BRIEF
        return (own and DATED.within(marked)) or HEADED.within(passage.heading)
    year = YEAR.search(text)
    if year is None or not edge:
        return False
    return UPDATED.within(text) and not ACT.search(text[: year.start()])
