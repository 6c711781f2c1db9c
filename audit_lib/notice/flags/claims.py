"""The lexicon of red flags: consent by conduct, denial of responsibility, absolute promises."""

from __future__ import annotations

from typing import Final

from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.reading import FlagKind
from .entry import FlagEntry, entry

_CONSENT: Final = "UK GDPR Art. 4(11); UK GDPR Art. 7; PECR reg. 6"
_LIABLE: Final = "UK GDPR Art. 5(2); UK GDPR Art. 24; UK GDPR Art. 82"
_TRUE: Final = "UK GDPR Art. 5(1)(a)"
_SECURE: Final = "UK GDPR Art. 5(1)(f); UK GDPR Art. 32"

_NO: Final = r"\b(?:not|never|nor|no|cannot|nothing|none|unable)\b|n't\b"

_AGREE: Final = (
    r"(?:agree(?:ing|d|s)?|consent(?:ing|ed|s)?|accept(?:ing|ed|s)?)\b(?! (?:or|nor) (?:refus|reject|declin))"
)

_BY_CONDUCT: Final = "Consent needs a clear affirmative act and a choice; using a service is neither."
_ASK_CONSENT: Final = "Rest the processing on another basis, or ask for a consent that can be refused."

IMPLIED_CONSENT: Final[tuple[FlagEntry, ...]] = (
    entry(
        FlagKind.IMPLIED_CONSENT,
        r"\b(?:by|in|through|upon) (?!(?:tick|check|click|opt|sign|press|select)ing)"
        r"(?:\w{1,20}ing|(?:your |the )?(?:continued )?(?:use|access|visit)s?)\b[^.;]{0,160}?"
        r"\byou(?:'re| are| also| hereby| expressly| thereby| will| shall| have| fully| therefore| do){0,3} "
        r"(?:deemed to |taken to |acknowledge and |understand and )?(?:have )?" + _AGREE,
        _BY_CONDUCT,
        _ASK_CONSENT,
        _CONSENT,
        Severity.HIGH,
        after=r"^[^.;]{0,20}\bterms (?:of|and)\b",
    ),
    entry(
        FlagKind.IMPLIED_CONSENT,
        r"\b(?:use|using|browsing|visiting|access|submission|submitting|providing|provision|registration)\b"
        r"[^.;]{0,80}?\b(?:constitutes?|signif(?:y|ies)|indicates?|implies|means|amounts? to|taken as"
        r"|treated as)\b(?: that)?[^.;]{0,40}?\b(?:" + _AGREE + r"|acceptance|agreement)",
        _BY_CONDUCT,
        _ASK_CONSENT,
        _CONSENT,
        Severity.HIGH,
        before=_NO,
        after=r"^[^.;]{0,20}\bterms (?:of|and)\b",
        unless=r"\bdoes not (?:constitute|mean|imply|amount)",
    ),
    entry(
        FlagKind.IMPLIED_CONSENT,
        r"\b(?:assume|take it|take this|infer|presume|understand)\b[^.;]{0,40}?\byou(?:'re| are| have)?\b"
        r"[^.;]{0,20}?\b(?:happy|content|"
        + _AGREE
        + r")|\bdeemed\b[^.;]{0,20}?\b"
        + _AGREE
        + r"|\b(?:implied|implicit|tacit) consent\b",
        _BY_CONDUCT,
        _ASK_CONSENT,
        _CONSENT,
        Severity.HIGH,
        before=r"\b(?:not|never|cannot|rather than)\b|n't\b",
    ),
    entry(
        FlagKind.IMPLIED_CONSENT,
        r"\b(?:if you (?:continue|carry on)|continuing) (?:to )?(?:us|brows|visit|access)(?:e"
        r"|ing)?\b[^.;]{0,80}?"
        r"\byou[^.;]{0,25}?\b"
        + _AGREE
        + r"|\bas a condition (?:of|to|for)\b[^.;]{0,80}?\byou[^.;]{0,25}?\b"
        + _AGREE,
        _BY_CONDUCT,
        _ASK_CONSENT,
        _CONSENT,
        Severity.HIGH,
    ),
    entry(
        FlagKind.IMPLIED_CONSENT,
        r"\bif you (?:do not|don't|disagree|are not|cannot)\b[^.;]{0,60}?\b(?:agree|accept|consent|happy"
        r"|disagree"
        r"|comfortable)?[^.;]{0,60}?\b(?:please )?(?:do not|don't|must not|should not|refrain from|stop|leave"
        r"|cease)\b ?(?:to )?(?:us|access|visit|submit|provid|continu)(?:e|ing)?\b",
        "Take it or leave it is no free choice, and a notice informs: nobody has to agree to it.",
        "Inform people, and ask for consent only where consent is the basis.",
        "UK GDPR Art. 7(4); UK GDPR Art. 12(1)",
        Severity.MEDIUM,
        needs=r"\b(?:agree|accept|consent|disagree|happy|comfortable)",
    ),
    entry(
        FlagKind.IMPLIED_CONSENT,
        r"\bpre-?(?:ticked|checked|selected)\b|\bunless you (?:tell us|notify us|opt[ -]?out|object|untick)\b"
        r"[^.;]{0,60}?\b(?:consent|agree|accept|assume)",
        "A box that is ticked beforehand, or silence, is no consent.",
        _ASK_CONSENT,
        "UK GDPR Art. 4(11); UK GDPR recital 32",
        Severity.HIGH,
        before=_NO,
    ),
)

#: What a controller answers for, whoever handles it.
_DATA: Final = (
    r"\b(?:security|loss|lost|theft|stolen|intercept|unauthori[sz]ed|breach|misuse|disclos|transmi|hack|leak"
    r"|your (?:personal )?(?:data|information))"
)

_OTHER_SITES: Final = (
    r"\b(?:other|linked|external|third[- ]part\w+|those|these|such)\b[^.;]{0,40}?\b(?:web)?(?:sites?|pages"
    r"|links?|apps?)\b|\blinks?\b"
    r"|\b(?:you|users?) (?:choose|elect|post|decide)|\bforums?\b"
)

_DENIES: Final = (
    r"(?:\b(?:not|nor|never|cannot)\b|n't\b)(?: \w+){0,4}? (?:responsible|liable|accountable)\b"
    r"|\b(?:accept|assume|take|bear|have)s? no (?:responsibility|liability)\b"
    r"|(?:\b(?:not|cannot)\b|n't\b) (?:accept|assume|take|bear) (?:any |legal )*(?:responsibility"
    r"|liability)\b"
    r"|\b(?:disclaims?|excludes?) (?:all |any )*(?:responsibility|liability)\b|\bno liability\b"
)

LIABILITY_DENIED: Final[tuple[FlagEntry, ...]] = (
    entry(
        FlagKind.LIABILITY_DENIED,
        _DENIES,
        "A controller answers for the data that it has or gives to others; a notice cannot change that.",
        "Take the sentence out, or say what the organisation does answer for.",
        _LIABLE,
        Severity.HIGH,
        before=r"\byou (?:are|will|would|may|shall|should)\W*$",
        needs=_DATA,
        unless=_OTHER_SITES,
    ),
    entry(
        FlagKind.LIABILITY_DENIED,
        _DENIES,
        "It may be right for the sites of others, and is not for what one's own pages hand to them.",
        "Say that those sites have their own notices, and name what your pages send to them.",
        _LIABLE,
        Severity.LOW,
        Confidence.ASK,
        before=r"\byou (?:are|will|would|may|shall|should)\W*$",
    ),
    entry(
        FlagKind.LIABILITY_DENIED,
        r"\b(?:at|is|entirely|solely) your own risk\b",
        "A controller has to keep data secure; the risk cannot be put on the person whom it is about.",
        "Say which measures protect the data.",
        "UK GDPR Art. 5(1)(f); UK GDPR Art. 24; UK GDPR Art. 32",
        Severity.HIGH,
        before=_NO,
    ),
    entry(
        FlagKind.LIABILITY_DENIED,
        r"\b(?:they|third[- ]part(?:y|ies)|(?:service )?providers?|suppliers?|processors?|partners?"
        r"|contractors?)"
        r"(?: alone| themselves)? (?:are|is|will be|shall be|remain|remains)(?: \w+ly| alone)? "
        r"(?:liable|responsible|accountable) for\b[^.;]{0,40}?(?:\bus(?:e|ing)|security|data|information"
        r"|protect|process|handl)",
        "Whoever has data handled for it stays answerable for it beside the other.",
        "Say what each of the two answers for.",
        "UK GDPR Art. 24; UK GDPR Art. 28(1); UK GDPR Art. 82(4)",
        Severity.MEDIUM,
        before=r"\b(?:we|also|both)\W*$",
        unless=r"\bwe (?:also |both )?remain (?:\w+ )?(?:liable|responsible)",
    ),
)

_KEPT: Final = r"\b(?:seek|try|aim|endeavour|strive|intend|hope|best)\b"

ABSOLUTE: Final[tuple[FlagEntry, ...]] = (
    entry(
        FlagKind.ABSOLUTE_PROMISE,
        r"\b(?:100|(?:one )?hundred) ?(?:%|per ?cent|percent) (?:\w+ )?(?:safe|secure|protected|confidential"
        r"|private)\b|\b(?:completely|totally|absolutely|perfectly|entirely|fully|always) "
        r"(?:safe|secure|secured|protected|confidential|private|anonymous)\b",
        "Nobody can keep data from every harm; the first breach makes the sentence untrue.",
        "Say which measures are taken.",
        f"{_TRUE}; {_SECURE}",
        Severity.MEDIUM,
        before=_NO,
    ),
    entry(
        FlagKind.ABSOLUTE_PROMISE,
        r"\b(?:we|i|it|company|website)(?:'ll| can| will| fully| shall| do)* guarantees? (?!of\b)"
        r"|\b(?:is|are) (?:fully )?guaranteed\b",
        "A guarantee is broken by one failure.",
        "Say what is done, not what cannot happen.",
        _TRUE,
        Severity.MEDIUM,
        before=_NO,
    ),
    entry(
        FlagKind.ABSOLUTE_PROMISE,
        r"\bnever (?:be )?(?:knowingly |intentionally )?(?:shar|disclos|pass|giv|releas|reveal|transfer"
        r"|divulg)"
        r"(?:e|es|ed|en|ing)?\b|\bunder no circumstances (?:will|do|shall|would)\b"
        r"|\b(?:not|n't)(?: be)? (?:shar|disclos|pass|giv|releas|reveal|transfer|divulg)(?:e|ed|en)?\b"
        r"[^.;,]{0,50}? (?:to|with) (?:any(?:one|body)?(?: other| else)?|any third part(?:y|ies)"
        r"|third parties"
        r"|other (?:companies|organi[sz]ations|people|parties))(?= ?(?:[.,;:)]|$|at all|whatsoever|ever))",
        "Whoever hosts the data and whoever can demand it by law receives it: hardly anybody can keep this.",
        "Say who receives data, and in which cases nobody else does.",
        f"{_TRUE}; UK GDPR Art. 13(1)(e)",
        Severity.MEDIUM,
        after=r"^[^.]{0,120}\b(?:unless|except|without|other than|beyond|save|if|where|until|for marketing"
        r"|for)\b",
        unless=r"\b(?:unless|except|without your|other than|apart from|save (?:for|as|where))\b",
    ),
    entry(
        FlagKind.ABSOLUTE_PROMISE,
        r"\b(?:no one|nobody|no-one) (?:else )?(?:receives|gets|sees|has access|will (?:see|receive"
        r"|have access))\b",
        "It is true only if the list of recipients is whole, those who host the data included.",
        "Look whether every recipient is named.",
        f"{_TRUE}; UK GDPR Art. 13(1)(e)",
        confidence=Confidence.ASK,
        unless=r"\b(?:unless|except|apart from|other than)\b",
    ),
    entry(
        FlagKind.ABSOLUTE_PROMISE,
        r"\b(?:never|not|n't) (?:ever |be )?(?:sell|sold|rent(?:ed)?|trade[d]?)\b|\bnever (?:sell|rent"
        r"|trade)ing\b",
        "It can be kept, if a sale of the business and payment in kind are thought of.",
        "Ask whether anybody pays, or gives something, for data.",
        _TRUE,
        confidence=Confidence.ASK,
        needs=r"\b(?:data|information|details|it|them|address)\b",
        unless=r"\b(?:unless|except|without your|products?|property|homes?|tickets?)\b",
    ),
    entry(
        FlagKind.ABSOLUTE_PROMISE,
        r"\b(?:we|which|that|it|data|information)(?:'ll| will| shall| is| are| can)? always (?!been\b)\w+",
        '"Always" is broken by one failure.',
        "Say what is done as a rule, or make sure that it is always done.",
        _TRUE,
        confidence=Confidence.ASK,
        before=_KEPT + r"|\byou\W*$|" + _NO,
        unless=_KEPT + r"|\b(?:may|might|can) always\b|\bnot always\b",
    ),
    entry(
        FlagKind.ABSOLUTE_PROMISE,
        r"\b(?:do|does|will|shall) not (?:\w+ly )?(?:impact|affect|prejudice|harm|override) (?:on )?(?:you"
        r"|your) ?"
        r"(?:rights|interests|freedoms?|privacy)\b",
        "That the interests of people do not suffer is the outcome of a balancing test and no general fact.",
        "Say what has been weighed, and offer the assessment.",
        "UK GDPR Art. 6(1)(f)",
        needs=r"\blegitimate",
    ),
    entry(
        FlagKind.ABSOLUTE_PROMISE,
        r"\butmost (?:care|security|confidence|respect|importance)\b(?=[^.]{0,80}\b(?:protect|data"
        r"|information|$))"
        r"|\b(?:every|all) (?:possible|appropriate|necessary) (?:step|measure|precaution|effort)s?\b"
        r"|\b(?:bank|military|government)[- ](?:level|grade|standard)\b"
        r"|\bhighest (?:possible )?(?:standards?|levels?)"
        r" of (?:\w+ )?(?:security|protection|confidentiality)\b",
        "It promises the most that can be done and says nothing of what is done.",
        "Say which measures are taken.",
        f"{_TRUE}; {_SECURE}",
    ),
    entry(
        FlagKind.ABSOLUTE_PROMISE,
        r"\b(?:fully|100%|completely) (?:\w+[- ])?complian(?:t|ce)\b|\b(?:UK )?GDPR[- ]complian(?:t|ce)\b"
        r"|\bcomplies? fully with\b|\bin full compliance\b",
        "Nobody certifies an organisation or a system as a whole; the words prove nothing.",
        "Say what is done to comply.",
        "UK GDPR Art. 5(2); UK GDPR Art. 42",
        before=_NO + r"|\b(?:ensure|require|must|expect)\b",
    ),
)
