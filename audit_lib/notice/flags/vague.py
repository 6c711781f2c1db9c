"""The lexicon of red flags: vague words, and what "may" happen with no word on when."""

from __future__ import annotations

from typing import Final

from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.reading import FlagKind
from .entry import FlagEntry, entry

_CLEAR: Final = "UK GDPR Art. 5(1)(a); UK GDPR Art. 12(1)"
_PURPOSE: Final = "UK GDPR Art. 5(1)(b); UK GDPR Art. 13(1)(c)"
_RECIPIENT: Final = "UK GDPR Art. 12(1); UK GDPR Art. 13(1)(e)"
_DATA: Final = "UK GDPR Art. 5(1)(c); UK GDPR Art. 12(1)"
_PERIOD: Final = "UK GDPR Art. 5(1)(e); UK GDPR Art. 13(2)(a)"

#: A denial before the words: what is not done cannot be too vague.
_DENIED: Final = r"\b(?:not|never|nor|no|without|cannot)\b|n't\b"

#: The example or the condition follows.
_TOLD: Final = (
    r"^\W{0,3}(?:such as|for example|e\.?g\b|where|when|if|as (?:set out|described|listed|explained)|namely"
    r"|including|under|because|for instance|\(?similar|\(?(?:see|set out|described|listed|explained|below)\b)"
)

_SHARING: Final = (
    r"(?:shar|disclos|pass|transfer|sell|provid|releas|giv|send|exchang|combin|monitor|record|collect"
    r"|process|us|obtain|access|retain|stor|contact)(?:e|es|ing|ed|s|en)?"
)

VAGUE: Final[tuple[FlagEntry, ...]] = (
    entry(
        FlagKind.VAGUE,
        r"\b(?:including|includes?|are|is|but)[, ]+(?:but )?(?:not (?:be )?limited to|without limitation)\b",
        "The list is left open, so that nobody can tell what else belongs to it.",
        "Give the whole list, or say what decides whether something belongs to it.",
        _CLEAR,
        Severity.MEDIUM,
    ),
    entry(
        FlagKind.VAGUE,
        r"\b(?:(?:any|for|and|various|such) other|for various|for any)(?: \w{1,14}){0,2}? purposes?\b",
        "A purpose that is not named is no specified purpose.",
        "Name each purpose.",
        _PURPOSE,
        Severity.MEDIUM,
        before=_DENIED,
        after=r"^ (?:that|which|other than|than)\b",
        unless=r"\bincompatible\b|\b(?:compatible|connected|original) purpose|\bwe (?:will|shall|would) "
        r"(?:\w+ ){0,2}(?:tell|notify|inform|let you|contact|ask|provide|seek|explain)",
    ),
    entry(
        FlagKind.VAGUE,
        r"\bfor (?:our |its |their |general |internal )*(?:research|internal|business|administrative"
        r"|operational"
        r"|commercial|legitimate business)(?: (?:and|or) \w+)? purposes?\b",
        "The words name a kind of activity and no purpose: a reader cannot tell what is done.",
        "Say what is found out, run or decided with the data.",
        _PURPOSE,
        before=_DENIED,
    ),
    entry(
        FlagKind.VAGUE,
        r"\b(?:improv(?:e|ing)|enhanc(?:e|ing)|optimi[sz](?:e|ing)|develop(?:ing)?)(?: and \w+)? "
        r"(?:our|the|your|its|their|new)(?: \w+){0,2}? (?:services?|products?|experience|offerings?"
        r"|business)\b",
        "Almost anything can be done with data to make a service better.",
        "Say what is measured or changed with the data, and which data that takes.",
        _PURPOSE,
        before=_DENIED,
    ),
    entry(
        FlagKind.VAGUE,
        r"\blegitimate business (?:interests?|needs?|reasons?)\b(?! (?:in|of|to|which|because)\b|:)",
        "An interest that is not named cannot be weighed, nor objected to.",
        "Name the interest.",
        "UK GDPR Art. 13(1)(d); UK GDPR Art. 6(1)(f)",
        Severity.MEDIUM,
    ),
    entry(
        FlagKind.VAGUE,
        r"\b(?:relevant|selected|trusted|approved|reputable|certain|various|appropriate|interested|preferred"
        r"|associated|affiliated|other|chosen)(?: external| outside| business| commercial| marketing)?"
        r" (?:third[- ]part(?:y|ies)\b(?!['’]| (?:cookies|websites?|sites?|links?|services?|apps?)\b)"
        r"|partners?\b|companies\b|businesses\b|suppliers\b|organi[sz]ations\b|entities\b)",
        "The words hide who receives the data.",
        "Name the recipients, or the kind of each as closely as can be.",
        _RECIPIENT,
        Severity.MEDIUM,
        before=_DENIED,
        after=r"^[^.;]{0,60}\b(?:will|do|can|are|may) ?not\b",
        needs=r"\b(?:shar|disclos|pass|transfer|sell|giv|provid|sen[dt]|us(?:e|ing)|obtain|receiv|exchang)",
        unless=r"\b(?:links?|portability|own privacy)\b",
    ),
    entry(
        FlagKind.VAGUE,
        r"\b(?:shar|disclos|pass|transfer|sell|giv|provid|sen[dt])(?:e|es|ing|ed|s|en)?\b[^.;:]{0,60}?"
        r"\b(?:to|with) (?:any |our |a )?(?:third[- ]part(?:y|ies)|business partners|affiliates|others)\b",
        '"Third parties" is everybody: the words do not say who receives the data.',
        "Name the recipients, or the kind of each as closely as can be.",
        _RECIPIENT,
        Severity.MEDIUM,
        before=_DENIED,
        after=r"^\W{0,2}(?:who|that|which|to|for|in|where|when|if|only|so|under|such as|including|as"
        r"|listed|named|unless|without|except|\()",
        unless=_DENIED + r"|\b(?:unless|except|law|consent|ask|would be|you (?:may|can|could))\b",
    ),
    entry(
        FlagKind.VAGUE,
        r"\b(?:third parties|partners|recipients|others|purposes)\b,? such as\b",
        "What follows are examples: the recipients or purposes that are no examples stay unknown.",
        "Give all of them, or the kind of each.",
        _RECIPIENT,
        before=_DENIED,
    ),
    entry(
        FlagKind.VAGUE,
        r"\bcertain (?:other |personal |of your )?(?:information|data|details)\b",
        "The words do not say which data.",
        "Name the data.",
        _DATA,
        after=_TOLD + r"|^ (?:that|which|about)",
    ),
    entry(
        FlagKind.VAGUE,
        r"\bany (?:other |relevant |additional )+(?:personal )?(?:information|data|details)\b",
        "Whatever it may be is covered: that is no limit.",
        "Name the data.",
        _DATA,
        before=_DENIED + r"|\b(?:need|want|require|like|for|request|seek|obtain|if|has|have|with)\W*$",
        after=r"^,? (?:you|that you|which you|relating to your (?:claim|enquiry|request))",
    ),
    entry(
        FlagKind.VAGUE,
        r"\bin (?:certain|specific|some|special|particular|exceptional|limited) "
        r"(?:circumstances|situations|cases|instances)\b|\b(?:to|of) certain (?:types|kinds) of \w+",
        "A reader cannot tell whether the case is theirs.",
        "Say in which cases.",
        _CLEAR,
        after=_TOLD,
        unless=r"\b(?:for example|right (?:to|of)|your rights?|ask (?:us|that)|such as|e\.g|because|where"
        r"|when)\b",
    ),
    entry(
        FlagKind.VAGUE,
        r"\b(?:where|as|if|when|whenever) (?:we (?:think|deem|consider|believe|feel) )?(?:it is |it )?"
        r"(?:appropriate|relevant|see fit|fit)(?=\s*(?:[,.;)]|$| and\b| we\b| to (?:share|use|disclose)\b))",
        "Only the writer knows when that is.",
        "Say what it depends on.",
        _CLEAR,
        needs=r"\b(?:data|information|details|records?|shar|disclos)",
    ),
    entry(
        FlagKind.VAGUE,
        r"\b(?:at|in) (?:our|its) (?:own |sole |absolute )*discretion\b|\bas we (?:see fit|deem \w+|wish)\b",
        "What is done with the data is left to the writer's pleasure.",
        "Say what decides it.",
        "UK GDPR Art. 5(1)(a); UK GDPR Art. 12(1)",
        Severity.MEDIUM,
    ),
    entry(
        FlagKind.VAGUE,
        r"\botherwise (?:use|process|disclose|share|handle)\b",
        "It allows every other use.",
        "Name the uses that are meant.",
        _PURPOSE,
        Severity.MEDIUM,
        before=_DENIED + r"|\bif we\W*$|\bunless\b",
    ),
    entry(
        FlagKind.VAGUE,
        r"\b(?:as|where|when|to the extent|if)?,?\s?(?:required or |otherwise )?permitted (?:by|under) "
        r"(?:applicable |the |any |relevant )*(?:data protection |privacy )?(?:laws?|legislation)\b",
        "It leaves to the reader to know what the law permits.",
        "Say which disclosures are meant, and which law permits them.",
        _CLEAR,
        before=_DENIED,
    ),
    entry(
        FlagKind.VAGUE,
        r"\bas long as (?:\w+ ){0,6}?(?:necessary|needed|need|required|useful|relevant|appropriate"
        r"|reasonable)\b"
        r"|\b(?:no|not|any) longer than (?:\w+ ){0,6}?(?:necessary|needed|need|required)\b"
        r"|\ba reasonable (?:period|time|length)\b",
        "It restates the law: nobody can tell from it when the data is deleted.",
        "Give a period for each kind of data, or what the period depends on.",
        _PERIOD,
        Severity.MEDIUM,
        unless=r"\b(?:\d+|one|two|three|four|five|six|seven|ten|twelve)[ -](?:day|week|month|year)s?\b",
        needs=r"\b(?:keep|kept|retain|hold|held|stor|retention|delet|information|data|recording)",
    ),
    entry(
        FlagKind.VAGUE,
        r"\betc\b\.?|\band so (?:on|forth)\b|\binter alia\b|\bamong(?:st)? other things\b",
        "The list is left open.",
        "Give the whole list.",
        _CLEAR,
        after=r"^ \((?:Scotland|Wales|Northern Ireland|England)|^ Act\b",
        needs=r"\b(?:data|information|details|shar|collect|disclos|process|us(?:e|ing))",
    ),
)

#: The reader, or people in general, before "may": their freedom is no open end.
_THEIRS: Final = (
    r"\b(?:you|people|individuals?|users?|customers?|visitors?|tenants?|person|parents?|patients?|members?"
    r"|they|who|candidates?|child|children|anyone|anybody|cookies?)(?: also)?\W*$"
)

#: A condition or a purpose. "To" and "with" before a recipient, and "for" before a length of time, are none.
_CONDITION: Final = (
    r"\b(?:when|whenever|where|wherever|if|unless|until|once|while|whilst|during|because|so that|so as|only"
    r"|in order|in the event|in case|in connection|should|consent|permission|request|by law|required"
    r"|necessary"
    r"|before|after|relating|purposes?|basis|on behalf|on our behalf)\b"
    r"|\bfor (?!up to\b|at least\b|a period\b|\d)"
    r"|\bto (?!(?:the|our|a|an|any|other|third|certain|such|you|us|your|selected|trusted|relevant|its"
    r"|their|all"
    r"|some|people|companies|organi[sz]ations|partners|suppliers|affiliates|advertisers|and|or|others"
    r"|(?-i:[A-Z]\w*))\b)"
)

OPEN_ENDED: Final[tuple[FlagEntry, ...]] = (
    entry(
        FlagKind.OPEN_ENDED,
        r"\b(?:may|might)(?: also| sometimes| occasionally| need to| have to| from time to time| be"
        r"| include)* "
        r"(?:" + _SHARING + r"|have access to)\b(?! to\b)",
        "It says that something may happen and not when or what for.",
        "Say whether it happens, when, and what for.",
        "UK GDPR Art. 5(1)(a); UK GDPR Art. 12(1)",
        before=_THEIRS,
        unless=_CONDITION,
        needs=r"\b(?:data|information|details|cookies?|it|them|you|your|parts?|calls?)\b",
    ),
    entry(
        FlagKind.OPEN_ENDED,
        r"\b(?:from time to time)(?:,| we| also)* (?:"
        + _SHARING
        + r")\b|\b(?:"
        + _SHARING
        + r")\b[^.;]{0,60}? from time to time\b(?! in force)",
        "Nobody can tell how often that is, or what sets it off.",
        "Say when it happens.",
        "UK GDPR Art. 12(1)",
        before=_THEIRS,
        unless=r"\b(?:updat|amend|chang|revis|vary|modif|review|in force|notice|policy|as may replace)",
    ),
    entry(
        FlagKind.OPEN_ENDED,
        r"\b(?:please|should|must|(?:encourage|advise|ask) you to|advised to|you(?:r responsibility)? to)"
        r" (?:re)?(?:check|visit|review|read|consult)(?: back)?(?: at| on)?"
        r"[^.;]{0,60}?\b(?:regular(?:ly)?|periodic(?:ally)?|frequent(?:ly)?|from time to time"
        r"|occasionally)\b",
        "Readers are told to look for changes themselves; they have to be told of those that matter.",
        "Say that people are told of changes that matter, and how.",
        "UK GDPR Art. 5(1)(a); UK GDPR Art. 13(3)",
        unless=r"\bwe (?:will|shall|would) (?:\w+ ){0,2}(?:tell|notify|inform|let you know|e-?mail|contact"
        r"|write)",
        confidence=Confidence.LIKELY,
    ),
)
