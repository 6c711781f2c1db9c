"""The lexicon of red flags: outdated law, obstructed rights, placeholders that were left in."""

from __future__ import annotations

from typing import Final

from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.reading import FlagKind
from .entry import FlagEntry, entry

#: The law is named as one that is gone.
_GONE: Final = (
    r"\b(?:replac|repeal|supersed|former|previous|no longer|until|prior to|invalid|struck down|ended|since"
    r"|used to)"
)

_TRANSFER: Final = "UK GDPR Art. 44; UK GDPR Art. 45A; UK GDPR Art. 46"

OUTDATED: Final[tuple[FlagEntry, ...]] = (
    entry(
        FlagKind.OUTDATED_LAW,
        r"\b(?:Data Protection Acts?,? (?:of )?1998|DPA,? 1998|1998 Act|Data Protection Act,? 1984)\b",
        "The Data Protection Act 1998 was repealed on 25 May 2018; the Act of 1984 before it.",
        "Cite the UK GDPR and the Data Protection Act 2018, and check what else in the notice is as old.",
        "Data Protection Act 2018 s. 211, Sch. 19",
        Severity.MEDIUM,
        Confidence.CERTAIN,
        unless=_GONE,
    ),
    entry(
        FlagKind.OUTDATED_LAW,
        r"\b(?:Directive )?95/46(?:/EC)?\b|\b(?:EU |European )?Data Protection Directive\b",
        "The directive was repealed on 25 May 2018.",
        "Cite the UK GDPR and the Data Protection Act 2018.",
        "Regulation (EU) 2016/679 Art. 94",
        Severity.MEDIUM,
        Confidence.CERTAIN,
        unless=_GONE,
    ),
    entry(
        FlagKind.OUTDATED_LAW,
        r"\bsafe harbou?r (?:principles?|framework|scheme|agreement|certif|list|program|privacy|rules|status)"
        r"|\b(?:U\.?S\.?|EU)[- ](?:EU |US )?safe harbou?r\b|\bsafe harbou?r\b(?= (?:of|between) )",
        "Safe Harbor has given no ground for a transfer since 6 October 2015 (Case C-362/14).",
        "Name the safeguard in use: regulations, the IDTA, or the Addendum.",
        _TRANSFER,
        Severity.HIGH,
        Confidence.CERTAIN,
        unless=_GONE,
    ),
    entry(
        FlagKind.OUTDATED_LAW,
        r"\bprivacy shield\b",
        "The Privacy Shield has given no ground for a transfer since 16 July 2020 (Case C-311/18).",
        "Name the safeguard in use: the UK extension to the new framework, the IDTA, or the Addendum.",
        _TRANSFER,
        Severity.HIGH,
        Confidence.CERTAIN,
        unless=_GONE,
    ),
    entry(
        FlagKind.OUTDATED_LAW,
        r"\b(?:EU[-–]U\.?S\.? )?data privacy framework\b",
        "For data from the United Kingdom the framework counts only with its UK extension.",
        "Ask whether the recipient has signed up to the UK extension, and say so.",
        "Data Protection (Adequacy) (United States of America) Regulations 2023",
        confidence=Confidence.ASK,
        unless=r"\bUK extension\b|\bdata bridge\b|\bextension to\b",
        british=True,
    ),
    entry(
        FlagKind.OUTDATED_LAW,
        r"\b(?:outside|out of|leave|leaves|beyond|within"
        r"|inside)(?: of)? (?:the )?(?:European Economic Area|EEA"
        r"|European Union|EU)\b",
        "Since 2021 a transfer from the United Kingdom is one to any other country, the EEA included.",
        "Say to which countries data goes from the United Kingdom.",
        _TRANSFER,
        Severity.LOW,
        unless=r"\b(?:UK|U\.K\.|United Kingdom|Britain|British|transition period|Brexit)\b",
        british=True,
    ),
    entry(
        FlagKind.OUTDATED_LAW,
        r"\b(?:European|EU) Commission(?:'s)?(?: has)?[- ]?(?:\w+ ){0,4}?(?:model|standard|approved|contract"
        r"|clauses|adequa|decision|deem|consider|recogni)|\b(?:clauses|contracts?|countr(?:y|ies)"
        r"|protection)\b"
        r"[^.;]{0,60}?\bby the (?:European|EU) Commission\b|\bmodel (?:contract(?:ual)? )?clauses\b",
        "What the European Commission approves does not by itself cover a transfer from the UK.",
        "Name the IDTA, the UK Addendum, or the UK regulations that approve the country.",
        _TRANSFER,
        Severity.MEDIUM,
        unless=r"\b(?:IDTA|International Data Transfer|Addendum|UK adequacy|Secretary of State|ICO"
        r"|Information Commissioner)\b",
        british=True,
    ),
    entry(
        FlagKind.OUTDATED_LAW,
        r"\bcomplain(?:t|ts|ing)?\b[^.;]{0,80}?\b(?:European Commission|EU Commission"
        r"|European Data Protection "
        r"(?:Board|Supervisor)|EDPB|EDPS)\b",
        "None of these takes complaints about an organisation.",
        "Name the Information Commissioner.",
        "Data Protection Act 2018 s. 165; UK GDPR Art. 13(2)(d)",
        Severity.MEDIUM,
    ),
    entry(
        FlagKind.OUTDATED_LAW,
        r"\b(?:eight|8) (?:data protection )?principles\b|\bArticle 29 (?:Data Protection )?Working Party\b",
        "The words belong to the law before May 2018.",
        "Bring the sentence up to the law of today.",
        "UK GDPR Art. 5",
        unless=_GONE,
    ),
)

_REQUEST: Final = (
    r"\b(?:requests?|access|exercis\w+|copy|copies|your rights?|the right|withdraw|object|erasure|rectif\w+"
    r"|right (?:of|to)|subject|rights)\b"
)

_FREE: Final = (
    r"\b(?:unfounded|excessive|repetit\w+|no (?:fee|charge)|free|without charge|not (?:have to pay|charge"
    r"|be charged"
    r"|usually)|further copies|additional cop|additional requests|waive)|n't (?:have to pay|charge)"
)

RIGHTS: Final[tuple[FlagEntry, ...]] = (
    entry(
        FlagKind.RIGHTS_OBSTRUCTED,
        r"(?:£ ?10|(?:ten|10) pounds|€ ?\d{1,2}|\$ ?\d{1,2})(?:\.00)?\b(?! ?(?:million|m\b|,))|\b(?:charge"
        r"|pay|payment of|subject to)"
        r"[^.;]{0,40}?\b(?:fee|charge)\b|\bfee (?:of|is|will be|may be|payable)\b",
        "A request is answered for nothing; a fee may be asked only if it is unfounded or excessive.",
        "Take the fee out, or say in which case it is asked.",
        "UK GDPR Art. 12(5)",
        Severity.MEDIUM,
        before=r"\b(?:not|never|no)\b|n't\b",
        needs=_REQUEST,
        unless=_FREE,
    ),
    entry(
        FlagKind.RIGHTS_OBSTRUCTED,
        r"\b(?:respon[ds]\w*|repl(?:y|ies)|answer\w*|compl(?:y|ied)|deal with|provided?|suppl(?:y|ied)"
        r"|receive|within)"
        r"[^.;]{0,60}?\b(?:40|45|60|90|forty|forty-five|sixty|ninety)(?: \(\d\d\))?[- ](?:calendar |working "
        r"|business )?days?\b",
        "The time allowed is one month; forty days were that of the Act of 1998.",
        "Say that requests are answered without undue delay and within one month.",
        "UK GDPR Art. 12(3); UK GDPR Art. 12A",
        Severity.MEDIUM,
        needs=_REQUEST,
        unless=r"\b(?:extend|extension|further|keep|kept|retain|delet|stored)\b",
    ),
    entry(
        FlagKind.RIGHTS_OBSTRUCTED,
        r"\breserves? the right (?:not )?to (?:refuse|decline|reject|charge|deny|ignore|comply|respond)\b",
        "A request may be refused only on a ground that the law gives, and the person is told which.",
        "Name the ground.",
        "UK GDPR Art. 12(4); UK GDPR Art. 12(5)",
        Severity.MEDIUM,
        unless=r"\b(?:unfounded|excessive|repetit\w+|the law (?:allows|permits))\b",
    ),
    entry(
        FlagKind.RIGHTS_OBSTRUCTED,
        r"\b(?:must|need(?:s)? to|need you to|required? to|require you to|have to|require"
        r"|will ask)\b[^.;]{0,50}?"
        r"\b(?:authenticate|verify|confirm|prove|proof of|establish|provide|supply|enclose|produce|send"
        r"|evidence of)"
        r"\b[^.;]{0,40}?\b(?:identity|identification|ID|passport|driving licen[cs]e|utility bill"
        r"|who you are)\b",
        "Proof of identity may be asked for only where there is reasonable doubt who is asking.",
        "Say that proof is asked for in case of doubt, and ask for no more than is needed.",
        "UK GDPR Art. 12(6)",
        Severity.MEDIUM,
        needs=r"\brequests?\b|\bexercis|\byour rights\b|\bthese rights\b|\bsubject access\b"
        r"|\bcopy of (?:your|the)\b"
        r"|\baccess to your\b",
        unless=r"\b(?:doubt|in some cases|may (?:need|ask|be required|have|require)|where necessary"
        r"|if necessary|unless"
        r"|if we"
        r"|might|sometimes|only where|right to rent|payment)\b",
    ),
    entry(
        FlagKind.RIGHTS_OBSTRUCTED,
        r"\b(?:must|should|has to|have to|need to|needs to|required to|only"
        r"|please)\b[^.;]{0,50}?\b(?:in writing"
        r"|by (?:post|letter|recorded delivery|registered post|fax)|(?:using|complet\w+"
        r"|fill(?:ing)? in) (?:the|our|this)"
        r" (?:\w+ ){0,4}?form)\b",
        "A request is good in any form, also by word of mouth; a form or a letter can only be offered.",
        "Offer the form or the address, and say that any other way will do.",
        "UK GDPR Art. 12(2)",
        Severity.MEDIUM,
        needs=_REQUEST,
        unless=r"\b(?:e-?mail(?:ing|ed)?|telephone|phone|verbally|orally|call(?:ing)?|speak|or online"
        r"|any other way"
        r"|in person)\b|\bwe (?:only|must|will|may|should)\b|\bexplain",
    ),
    entry(
        FlagKind.RIGHTS_OBSTRUCTED,
        r"\b(?:only|one|once|no more than)\b[^.;]{0,40}?\b(?:per|in any|every|each|a) (?:calendar )?"
        r"(?:year|twelve months?|12 months?|12-month)\b",
        "The law sets no such limit on how often a right may be used.",
        "Take the limit out; what is excessive is judged case by case.",
        "UK GDPR Art. 12(5)",
        needs=r"\brequests?\b|\bexercis|\byour rights\b|\bcopy of your\b",
        unless=r"\b(?:review|update|newsletter|audit)",
    ),
    entry(
        FlagKind.RIGHTS_OBSTRUCTED,
        r"\b(?:you|user)(?: hereby| agree to| expressly| irrevocably)* waives?\b"
        r"|\b(?:not obliged|not obligated"
        r"|(?:under )?no obligation) to (?:respond|reply|comply|delete|erase|provide|answer|act)\b",
        "The rights are the law's and cannot be signed away, nor may a request go unanswered.",
        "Take the sentence out.",
        "UK GDPR Art. 12(2); UK GDPR Art. 12(4)",
        Severity.HIGH,
        before=r"\byou(?:'re| are)?\W*$",
        unless=r"\b(?:unfounded|excessive|where the law)\b",
    ),
)

PLACEHOLDERS: Final[tuple[FlagEntry, ...]] = (
    entry(
        FlagKind.PLACEHOLDER,
        r"\[(?:e-?mail|email)(?: |\xa0|&#160;)?protected\]",
        "No reader can write to this address; the web host may have masked it in the copy that was read.",
        "Look whether the published page shows the address.",
        "UK GDPR Art. 13(1)(a); UK GDPR Art. 12(2)",
        confidence=Confidence.ASK,
    ),
    entry(
        FlagKind.PLACEHOLDER,
        r"\[(?![^\]]{0,20}protected\])(?:please |to )?(?:insert|add|enter|your|our|name|company"
        r"|organi[sz]ation|business|date|list"
        r"|state|specify|describe|include|delete|address|e-?mail|website|url|phone|telephone|contact"
        r"|x{1,4}\b|tb[acd]"
        r"|to be|if applicable|optional|dpo|number|month|year|day|details)\b[^\]\n]{0,120}\](?!\()"
        r"|<(?:insert|your|company|name|organi[sz]ation|date|e-?mail|address)\b[^>\n]{0,80}>"
        r"|\{\{[^{}\n]{1,60}\}\}|\{(?:company|your|name|site|organi[sz]ation|email|business)[^{}\n]{0,40}\}",
        "A gap of the template was never filled.",
        "Fill it.",
        "UK GDPR Art. 12(1)",
        Severity.MEDIUM,
        Confidence.CERTAIN,
    ),
    entry(
        FlagKind.PLACEHOLDER,
        r"\blorem ipsum\b|\byour(?:company|domain|website|site|business)\.(?:com|co\.uk|org)\b"
        r"|@example\.(?:com|org|net)\b"
        r"|\bto be (?:confirmed|inserted|completed|advised)\b|\bgoes here\b",
        "Text of the template was left in.",
        "Write what belongs there.",
        "UK GDPR Art. 12(1)",
        Severity.MEDIUM,
    ),
    entry(
        FlagKind.PLACEHOLDER,
        r"\b(?:TB[ACD]|XX{1,7}|(?i:xx/xx/(?:xx){1,2})|Your (?:Company|Organi[sz]ation|Business)(?: Name)?)\b"
        r"|_{4,}|\.{6,}|\?{3,}|…{2,}",
        "It looks like a gap that was to be filled later.",
        "Fill it.",
        "UK GDPR Art. 12(1)",
        Severity.MEDIUM,
        before=r"\b(?:part|chapter|title|schedule|section|article|appendix|annex)\W*$",
        exact=True,
    ),
)
