"""Signs of data that comes from others than the person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ...model.transparency import Sign
from . import source_words as words
from .passages import Passage
from .patterns import Pattern, applies, shows, signs_of
from .phrases import Phrase
from .purposes import without

OTHERS: Final = (
    "({third}|other (organi[sz]ations?|people|sources|compan(y|ies)|agenc(y|ies)|individuals|bodies"
    "|persons|parties|professionals|schools|users|members|customers|providers)"
    "|others|someone else|third party|your (current |previous |former |present )?(employers?|landlords?"
    "|school|gp|doctor|bank|family|relatives?|parents?|carers?|agents?|representatives?|friends"
    "|solicitors?|referees?|referrer|insurer|spouse|partner|household|organisation|friend)"
    "|(previous|former|current|last|past) (employers?|landlords?|schools?)|employers?|referees?"
    "|references?|credit (reference|rating|referencing) agenc(y|ies)|fraud prevention"
    "|publicly (available|accessible)( \\w+)?|public(ly)? (sources?|records?|registers?|domain)"
    "|open sources|companies house|land registry|electoral (roll|register)|social (media|services|workers?"
    "|care|networks?)"
    "|(local|public|other|health|statutory|education|government) (authorit(y|ies)|councils?|agenc(y|ies)"
    "|departments?|bodies|services)|councils?|police|courts?|hmrc|nhs( \\w+)?|hospitals?|gps?(?! (location"
    "|data|coordinates|tracking|position|signal))"
    "|department for \\w+|home office|dwp|dbs|disclosure and barring|ucas"
    "|recruitment agenc(y|ies)|(business|marketing|advertising|analytics|search information|data|payment"
    "|referral|strategic) (partners?|brokers?|providers?|networks?)|affiliates?|facebook|google|linkedin"
    "|twitter|apple|landlords?|letting agents?|suppliers|brokers|introducers|witnesses|complainants?"
    "|family members?|housing providers|estate agents|utilit(y|ies)|schools|parents"
    "|public sector organi[sz]ations?)"
)
RECEIVED: Final = Phrase(
    f"""
    (receive|receives|received|receiving|obtain|obtains|obtained|obtaining|collect|collects|collected|\
        collecting|get|gets|gather|gathered|acquire|acquired|source|sourced|retrieve\\w*|have|hold|request|\
        seek) <4> ({{data}}|references?|referrals?|about you|it|reports?|checks?) <10> from <8> {OTHERS}
    ({{data}}|references?|referrals?|it|which|that|reports?) <6> (received|obtained|collected|gathered|\
        acquired|sourced|come|comes|came) <3> from <8> {OTHERS}
    (received|receive|obtain|obtained|collect|collected|gathered|get) <6> from <4> {OTHERS}
    (given|sent|provided|supplied|passed|referred) <2> us <3> (by|from) <5> {OTHERS}
    ({{data}}|references?|reports?) <3> (given|sent|provided|supplied|passed|shared|submitted) <4> (to us |\
        with us )?(by|from) <5> {OTHERS}
    (gives|sends|provides|supplies|passes|tells|forwards|shares) <2> (us|{{org}}) <6> (your|name|data|\
        information|details|id|number|reference|report|confirmation|copy|summary)
    {OTHERS} <6> (provide|provides|give|gives|send|sends|supply|supplies|share|shares|pass|passes|tell|\
        tells|disclose|may provide|may give|may send|may share) <5> (us|to us|with us|information about you|\
        {{org}})
    (credit|reference|references|background|identity|fraud|sanctions|dbs|criminal records?|employment|\
        affordability) (checks?|searches|vetting|screening|history|reports?)
    (take|taking|obtain|request|collect|seek|receive|provide) <3> references
    (collect|collected|obtain|obtained|receive|received|information) <4> (indirectly|not directly from you|\
        otherwise than from you|other than from you)
    """
)
#: Anybody from whom data is taken, as long as it is not the person or what the person uses.
ELSE: Final = (
    "from (?!you|third|others?|another|someone|various|external|partners?"
    "|your (use|device|browser|visits?|interactions?|computer|account|application|phone"
    "|activity|mobile|responses?)|our|us|this|these|those|that"
    "|the (web ?sites?|sites?|apps?|platform|forms?|data|use|information|moment|time|date|start|uk|eu"
    "|device|browser|services?|individual|person)"
    "|it|them|cookies|within|time|unauth|outside|users?|visitors?|customers?|individuals?|people|children"
    "|clients?|members?|patients?|pupils|students|tenants"
    "|applicants?|data|anyone|persons?|participants?|all|any|both|each|everyone|minors|misuse|loss|being"
    "|when|where|google analytics|a (child|minor|person|user|range of sources)|direct)\\w+"
)
ELSEWHERE: Final = Phrase(
    f"""
    (we|{{org}}) <4> (receive|receives|received|obtain|obtains|obtained|get|collect|collects|gather|\
        gathered|acquire|source|request|seek) <3> ({{data}}|references?|referrals?|reports?|copies) <4> \
        {ELSE}
    ({{data}}|references?|referrals?|reports?) <3> (is|are|may be|was|been) <3> (received|obtained|\
        collected|gathered|sourced) <2> {ELSE}
    """
)
LISTED_SOURCES: Final = Phrase(
    """
    (from|by) <4> (following|these|other|third|sources?|others?|people|organi[sz]ations|\
        places)(\\W+\\w+){0,8}\\W*$
    sources?(\\W+\\w+){0,6}\\W*$
    (receive|obtain|collect|get|gather)\\w* <8> from\\W*$
    """
)
OWN: Final = Phrase(
    "you", "your", "yourself", "direct(ly)?", "websites?", "cookies?", "forms?", "devices?", "our", "we"
)
SOURCES_HEAD: Final = Phrase(
    """
    (where|how) <8> (get|obtain|collect|receive|gather|come|comes|got|source|collected)
    sources?
    (third part(y|ies)|others|other (people|sources|organisations)) <6> (data|information|us|collect|\
        receive|get)?
    (information|data) <6> (from|by) <3> (others?|third|other)
    collected indirectly
    """
)
NOT_RECEIVED: Final = Phrase(
    """
    cookies?
    you <3> (receive|obtain|get)
    (if|where|when) we <2> (obtain|receive|collect) <8> (sources?|others?|third)
    {not} <8> (receive|obtain|collect|buy|purchase|acquire|get)* <12> (third|other|others|sources|anyone)
    (only|solely) <4> (collect|obtain|from you)
    (websites?|browser|device|log files?|automatically|analytics)
    (you|your) <4> (give|provide|share|disclose|send) <10> (to|with) <4> (third|other)
    (processors?|service providers?|third part\\w*|we|be|may be|been|is|are) <6> (share|shared|disclose|\
        disclosed|send|sent|pass|passed|transfer\\w*|provided?) <8> (to|with) (?!us)\\w+
    (request|requests|requested|requirement|order|instruction) from
    (protect|protected|secure|loss|prevent|unauthori[sz]ed|access|hide|different|separate|exempt) <8> (from|\
        by)
    (about )?where <4> (get|got|obtain\\w*) <4> from
    if we do not
    (links?|right|rights|object|complain\\w*|children|consent from|permission from|advice from|guidance \
        from|marketing from|hear from|independent)
    """
)
WHAT: Final = Phrase(
    """
    (name|names|address|contact|details|identity|financial|credit|reference|references|health|medical|\
        employment|education\\w*|academic|technical|usage|transaction|demographic|record|records|history|\
        results?|reports?|images?|photos?|profile|number|attainment|attendance|assessment|behaviou?r\\w*|\
        safeguarding|qualifications?|job|salary|income|rent|tenancy|household|dwelling|property|outcome|\
        eligib\\w*|referral|conviction\\w*|criminal|welfare|email|phone|location|age|date of birth|\
        preferences|bank|payments?|needs|tax|codes?|diagnos\\w+|medication|medical|size|verification|flags?|\
        identifiers?|interests?|own|owns|noise|nuisance|complaints?|allegations?|documents?|passport|\
            photo\\w*|marks?|grades?|scores?|\
        postcodes?|income|mobile|number|sex|gender|ethnicity|debts?|judgments?|absences?|sickness|\
            performance|experience|skills?|\
        certificates?|plan|plans|decisions?|claims?|family|living|living|title|role|employer|fingerprints?|\
            dna|symptoms?|treatment)
    """
)
SOMEBODY: Final = Phrase(
    OTHERS.replace("({third}|", "(").replace("|third party", "").replace("|others|someone else", "")
)
#: That a source is named.
NAMED: Final = re.compile(r"\b(?:from|by|using|with|through|via) (?:the )?[A-Z]\w+")
FROM: Final = Phrase("from", "by", "sources?")
TIMING: Final = Phrase(
    """
    (within|no later than|at the latest|inside) <6> (month|30 days|28 days) <24> (obtain\\w*|collect\\w*|\
        receiv\\w*|getting|inform|notify|tell|contact)
    (inform|notify|tell|contact|provide|give|told|informed) <20> (within|no later than) <6> (month|30 days|\
        28 days) <3>
    (first|initial) (contact|communicat\\w*|communication|disclosure|disclosed|write|get in touch|time we)
    (when|before) we first (contact|communicate|write|disclose|share)
    """
)
NOT_TIMING: Final = Phrase("(requests?|complain\\w*|rights?|access|respon\\w*|acknowledge|refund|breach)")
INDIRECT: Final = ("A14-1d", "A14-2f", "A14-2da", "A14-3")
FROM_OTHERS: Final = "Data comes from others than the person."
PATTERNS: Final = (Pattern("A14-3", "timing", TIMING, unless=NOT_TIMING, near=words.OTHERS_NEAR),)


def sources(found: Sequence[Passage]) -> Iterator[Sign]:
    """Yield the signs of data from others than the person: which, from whom, and when people are told.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> signs = sources(passages(split_sentences("Your landlord sends us your name and a reference.")))
    >>> [(sign.item, sign.aspect) for sign in signs if sign.aspect]
    [('A14-2f', 'source'), ('A14-1d', 'categories')]
    """
    yield from signs_of(PATTERNS, found)
    for passage in found:
        if _told_when(passage):
            yield shows("A14-3", "timing", passage)
            yield from _due(passage)
        named = from_others(passage)
        if not (named or _somebody_else(passage)):
            continue
        yield from _due(passage)
        if named and _names_source(passage):
            yield shows("A14-2f", "source", passage)
        else:
            yield shows("A14-2f", "vague", passage)
        near = found[max(0, passage.number - 2) : passage.number + 4]
        if any(WHAT.within(other.text) for other in near if other.section == passage.section):
            yield shows("A14-1d", "categories", passage)


def from_others(passage: Passage) -> bool:
    """Whether a passage tells that data comes from others than the person.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> said = passages(split_sentences("Your landlord sends us a reference. Cookies come from Google."))
    >>> [from_others(passage) for passage in said]
    [True, False]
    """
    joined, text = passage.joined, passage.text
    if _in_everyday_words(passage):
        return True
    if NOT_RECEIVED.within(text):
        return False
    if RECEIVED.within(joined, len(joined) - len(text)) or ELSEWHERE.within(text):
        return True
    if LISTED_SOURCES.within(passage.lead) and not (OWN.within(text) and not SOMEBODY.within(text)):
        return True
    headed = SOURCES_HEAD.within(passage.heading) and FROM.within(passage.context)
    return headed and passage.item and SOMEBODY.within(text)


def _due(passage: Passage) -> Iterator[Sign]:
    for item in INDIRECT:
        yield applies(item, passage, FROM_OTHERS)


def _names_source(passage: Passage) -> bool:
    vague = words.VAGUE.within(passage.text)
    left = without(words.VAGUE, passage.text)
    if SOMEBODY.within(left) or ELSEWHERE.within(left) or words.GIVEN.within(left):
        return True
    if not vague and (passage.item or _in_everyday_words(passage)):
        return True
    return NAMED.search(passage.raw) is not None


def _in_everyday_words(passage: Passage) -> bool:
    text = passage.text
    if words.NOT_FROM.within(text):
        return False
    if words.LABEL.within(text) or words.GIVEN.within(text) or words.TAKEN.within(text):
        return True
    return passage.item and words.ELSE_HEAD.within(f"{text} : {passage.context}") and WHAT.within(text)


def _somebody_else(passage: Passage) -> bool:
    """Whether a passage says that others give data, without saying who."""
    text = without(words.YOURS, passage.text)
    if words.NOT_FROM.within(text) or NOT_RECEIVED.within(text):
        return False
    return (
        words.VAGUE.within(passage.joined)
        and words.ABOUT_DATA.within(text)
        and words.TAKES.within(passage.joined)
    )


def _told_when(passage: Passage) -> bool:
    """Whether a passage says when people whose data came from others are told."""
    text = passage.text
    if words.NOT_TIMING.within(text):
        return False
    return words.TELLS.within(text) and words.WHEN.within(text) and words.OTHERS.within(text)
