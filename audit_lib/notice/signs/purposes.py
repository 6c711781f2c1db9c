"""What a sentence says that data is used for, and whether that is a purpose at all."""

from __future__ import annotations

from typing import Final

from .passages import Passage
from .phrases import Phrase

#: What organisations do with data; the beginning of the verb or noun.
DEEDS: Final = (
    "(administ|advertis|advis|analys|analyz|answer|apply|application|arrang|assess|assist|audit"
    "|authenticat|award"
    "|benchmark|bill|book"
    "|calculat|call|campaign|carry|cctv|charg|chas|check|claim|clean|collect (rent|debts?|payments?|fees?"
    "|council)"
    "|communicat|complaint|complet|conduct|confirm|contact|co ?ordinat|creat|credit|customi[sz]|deal|debt"
    "|decid|defend"
    "|deliver|design|detect|determin|develop|diagnos|direct|dispatch|display|educat|email|employ|enabl"
    "|enforc|enrol|ensur"
    "|establish|evaluat|event|execut|facilitat|feedback|financ|follow|fraud|fulfil|fund|gift aid|grant"
    "|grow|handl|health"
    "|help|hir|identif|inform (you|people|us|them|our|the|customers|members|parents|staff|patients)"
    "|informing|interview|invit|invoic|issu|keep (you|in|our|records|track|the|your|them"
    "|pupils|everyone)"
    "|let you|liais|log you|maintain|maintenance|manag|market|match|measur|meet|membership|monitor|network"
    "|newsletter"
    "|notif|offer|open|operat|order|organi[sz]|pay|payroll|perform(ing)? (checks|analysis|credit|research)"
    "|personali[sz]"
    "|plan|post|prepar|prevent|process (your )?(order|payment|application|booking|transaction|refund"
    "|donation|request|claim"
    "|enquir|return|subscription|registration|payroll|complaint)|product|promot|prosecut|protect|prov"
    "|publici[sz]|publish"
    "|purchas|quer|quot|recogni[sz]|recommend|record|recover|recruit|refer|refund|regist|remember|remind"
    "|repair|repl|report"
    "|research|resolv|respon|review|right_to|run|safe|safeguard|sav|schedul|screen|secur|segment|sell|send"
    "|serv|set up"
    "|settl|ship|show|spam|staff|statistic|statistical|store|suggest|suppl|support|survey|tailor|target"
    "|tax|teach|tell you"
    "|test|track|train|treat|trouble ?shoot|understand|updat|upgrad|verif|visit|welfare|work|write)"
)
DEED: Final = Phrase(f"(to|for|in|of|by|when|where|we|can|you|us|and|or|with) <2> {DEEDS}*")
FIRST: Final = Phrase(rf"^(\w+ ){{0,2}}{DEEDS}*")

#: Uses that tell nothing.
EMPTY: Final = Phrase(
    """
    (improv|enhanc|optimi[sz]|better)* <4> (services?|websites?|sites?|experiences?|products?|offerings?|\
        business|platforms?|apps?|content|operations)
    (business|commercial|internal|administrative|operational|various|other|lawful|legitimate|these|those|\
        specified|such|our|its|necessary|relevant|following|different|certain|original) (business \
        )?(purposes?|reasons?|needs|operations)
    (provide|deliver|offer|give|providing|delivering) <3> (best|better|good|great|quality|improved) <4>
    (run|running|conduct|conducting|operate|operating|manage|managing|grow|growing|improving|developing) \
        <3> (our|the|its|a|this) <1> (business|organisation|organization|company|operations|practice|firm|\
        school|charity|services?)
    purposes? (set out|described|listed|outlined|for which|stated|specified|mentioned)
    """
)
#: The definitions of the lawful bases, which speak of no use of data in particular.
DEFINITION: Final = Phrase(
    """
    (comply|complies|complying|compliance|meet|meeting|fulfil|fulfilling|discharge|satisfy) (with )?<6> \
        (law|laws|legislation|regulations?|obligations?|dut(y|ies)|requirements?)
    (take|taking) <2> steps <14> (contract|agreement)
    steps (at|on) your request
    (perform|performing|provide|carry out) a <2> (function|service) required
    (disclosure|processing|it) is (in|necessary)
    (enter|entering|entry) into <6> (contract|agreement)
    (perform|performing|performance|fulfil|fulfilling|fulfilment|execution|carry out|carrying out|deliver|\
        delivering|honour) <8> (contracts?|agreements?|tasks?|functions?|obligations?|contractual)
    (protect|protecting|safeguard|save) <8> (vital interests?|interests?|lives|life)
    (exercise|exercising) of <4> (authority|functions?)
    (task|performed|carried out|work) <4> (in the )?public interest
    (use|process|processing|collect|collecting|handle|hold|holding|share|sharing|keep|store) <4> (data|\
        information)
    (withdraw|withdrawing|give|giving|obtain|provide|revoke|change) <6> (consent|mind)
    (we|to) (rely|relying|depend|use) on
    (ask|contact|tell|let|email|write to|writing to) (us|you)
    do so
    (you|have|has|data subject|individual) <4> (given|give|provided|giving) <6> consent
    (overrid|outweigh|harm|prejudic|infring|balanc|weigh)* <8> (rights|interests|freedoms|you|data)
    (meet|meeting) our (aims|objectives)
    (for|in) (our|the|a|their) {legitimate}
    (us|we|organisation|council) to (operate|function)
    """
)


def tells_purpose(text: str) -> bool:
    """Whether a prepared text says what data is used for, beyond repeating the definition of a lawful basis.

    >>> tells_purpose("consent: to send you our newsletter")
    True
    >>> tells_purpose("contract: to take steps at your request before entering into a contract")
    False
    """
    left = without(DEFINITION, text)
    left = without(EMPTY, left)
    return DEED.within(left) or FIRST.within(left)


def without(phrase: Phrase, text: str) -> str:
    """Return a prepared text with a phrase cut out of it.

    >>> without(Phrase("in our business"), "what we do in our business is good")
    'what we do # is good'
    """
    for match in sorted(phrase.matches(text), key=lambda one: -one.start()):
        text = f"{text[: match.start()]}#{text[match.end() :]}"
    return text


def cells(passage: Passage) -> tuple[str, ...]:
    """Return the cells of a row of a table, or nothing where a passage is none."""
    if passage.raw.count("|") < 1 and passage.raw.count("\t") < 1:
        return ()
    parts = tuple(part.strip() for part in passage.text.replace("\t", "|").split("|"))
    filled = tuple(part for part in parts if any(letter.isalnum() for letter in part))
    return filled if len(filled) > 1 else ()
