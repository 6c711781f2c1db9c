"""Signs of where people turn to use their rights, and of how to get in touch at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ...model.noun import Confidence
from ...model.transparency import Sign
from .contacts import has_address, is_regulator, reach
from .passages import Passage
from .patterns import shows
from .phrases import Phrase
from .right_words import question_and_answer

EXERCISE: Final = Phrase(
    """
    (exercise|exercising|exercised|use|invoke|enforce|exert|make use of|act on|action|discuss|ask about|\
        enquire about|queries about|information about|more about|take up|enact|assert) <6> (rights?|\
        requests?)
    (rights?|requests) <14> (contact|write|email|e mail|in writing|please|form|by post|by writing|calling|\
        phone|telephone|online|send|sent|sending|addressed|submit|get in touch|speak|using|using the|\
            through|addressed)
    (make|making|made|submit|submitting|send|sending) <6> (requests?|sar|dsar|applications?)
    (contact|write to|email|e mail|call|telephone|get in touch|ask|speak|contacting|writing to|emailing) \
        <14> (rights?|requests?|access (to|your)|copy of|correct|delete|erase|rectif\\w*|object|remove|\
        update|changes? to your)
    (know|see|find out|ask) <4> (information|data) <3> (hold|have) <10> (contact|email|write|please)
    (subject access|access) requests? <14> (to|contact|form|by|should|in writing|at)
    """
)
#: What people do when they use a right.
ACT: Final = (
    "((use|exercise|invoke|assert|enforce|take up) <4> rights?"
    "|(see|view|get|obtain|have|look at|access|inspect|ask(ing)? for|request(ing)?|know|find out|receive"
    "|want|for) <4> "
    "(copy of|copies of|{mine} (\\w+ )?{thing}|what <4> (hold|have|know)|everything <3> (hold|have)"
    "|{thing} <2> (about|on) you)"
    "|{fix} <3> {mine} (\\w+ )?{thing}|({mine} (\\w+ )?{thing}|it|them|anything|something"
    "|entry) <3> ({fix}|{wipe}|put right|restricted|frozen)"
    "|{wipe} <3> ({mine} (\\w+ )?{thing}|you)|have <3> put right|(see|change|correct|delete|update|amend"
    "|remove|check|copy) <5> {mine} <2> {thing}"
    "|(stop|opt out of|object to|say no to) <4> ({use}|research|our|the|how)|(subject access|access"
    "|deletion|erasure|rights|data|privacy|removal) requests?"
    "|withdraw <3> consent|sars?|dsars?|opt out|object|move <3> {thing})"
)
#: Somebody to turn to, or a means of asking.
WAY: Final = (
    "((contact|e?mail|e mail|call|ring|phone|telephone|write to|speak to|speak with|talk to|message|text"
    "|approach|notify|inform"
    "|get in touch with|contacting|e?mailing|calling|ringing|writing to|speaking to) (us|me|the|our|your"
    "|any|one of|a|him|her|{dpo}"
    "|\\w+ (and|in|at|on|by|or|know|if))"
    "|(see|ask|asking|tell|telling|let) (the|our|your|any|one of|a|him|her|{dpo}|at|in|\\w+ (and|in|at|on"
    "|by|or|know|if))|let (us|me) know"
    "|get(ting)? in touch|(drop|send)(ping|ing)? <2> (line|e?mail|note|message|letter|request|form)"
    "|reply(ing)? to|(go|call|come|pop|drop) (in|to)"
    "|(through|via|in|using|on) (the|our|your) (\\w+ )?(app|portal|account|website|settings|dashboard|form"
    "|page)|log(ging)? in|tap|click|fill(ing)? in"
    "|(complete|use) <3> form|in writing to|write in|in person|write|by (post|e?mail|letter|phone|telephone))"
)
#: That one sentence says what people may ask, and whom.
ACT_AND_WAY: Final = Phrase(
    f"(to|if|for|want|wish|like|should you|about|need|prefer|can|may) <4> {ACT} <12> {WAY}",
    f"{WAY} <10> (to|if|for|about|when|and|asking|with|where|because|should|want|wish) <4> {ACT}",
    f"{ACT} <6> (should|must|can|may|to|are|is|will|go|goes) <4> (made|sent|addressed|submitted|directed"
    f"|dealt with|handled|answered|put|go|come|given)"
    " <3> (to|by|through|via|in|at|using|with)",
    "(requests?) <8> (go|goes|sent|addressed|directed|made|come|submitted|handled|dealt with) <2> (to|by"
    "|with) (our|the|me|us)",
    "(submit|make|send|lodge) <3> ((subject access|access|deletion|erasure|rights|data|privacy|removal"
    "|such) )*requests? <6> "
    "(through|via|to|in|by|using|at|on)",
    f"^(data|subject access|access|privacy|rights|your rights|information|dsar|sar) (requests?"
    f"|rights) <1> {WAY}",
    f"{WAY} <8> (submit|make|send|lodge) <6> requests?",
)
HEAD_ROUTE: Final = Phrase(
    """
    (how|who|where) <4> (i|you|we) <2> (use|exercise|make|ask|request|turn to|enforce|apply) <4> (rights?|\
        requests?|for|data|information|it|this)?
    (making|make|submit|submitting|exercising|using|enforcing) <4> (requests?|rights?)
    (data|access|rights|subject access|privacy) requests?
    who (do|can|should|must) i (ask|contact|tell|speak)
    """
)
ROW: Final = Phrase(
    "^((data|subject access|access|privacy|your|information) )?(requests?|rights|dsars?|sars?)"
)
STEPS: Final = Phrase(
    f"{WAY}",
    "^(please )?(ring|call|email|write|contact|send|speak|talk|ask|visit|come|post|tell|see|reply|go)",
    "(send|give|hand|post|take) <3> to",
)
#: What the same words say of other things than the rights over data.
NO_ROUTE: Final = Phrase(
    """
    (planning|police|court|insurers?|law enforcement) <3> (requests?|officers?|council)
    requests? (are|is|will be) (considered|charged|free|refused)
    (no charge|fee|free of charge|footage is released|released at the request)
    (right|rights) (to|of) <12>
    enables you
    ^request
    (we|i|they) (will |may )?(contact|call|email|ring|phone|write to|text) (you|customers|them)
    cookies?
    browsers?
    complain\\w*
    """
)
#: A bare pointer to somebody: who is asked, with a question or for more.
ASKED: Final = Phrase(
    """
    (questions?|queries|query|concerns?|enquir\\w*|further information|more information|discuss|comments?|\
        details|unsure|not sure|worried|\
        anything|help|more on|more about|further details|find out more|know more|\
            clarification) <14> (contact|ask|email|e mail|write|\
        call|ring|phone|telephone|get in touch|speak|talk|reach|see|message|tell|let us know|let me know|\
            post|drop|consult|visit)
    (contact|ask|email|e mail|write|call|ring|phone|telephone|get in touch|speak|talk|reach|see|\
        message) <14> (questions?|queries|query|\
        concerns?|enquir\\w*|more about|more information|further information|help|anything|unsure)
    (contact details|address|telephone|phone|email|e mail|post|postal address|tel|mobile|fax) ?(:|is|are)
    (can|may) be (contacted|reached|found|emailed|telephoned|written to) <8>
    (write|writing) to (me|us|the \\w+|our \\w+) (at|by|on|c o|care of)
    """
)
NO_CONTACT: Final = Phrase(
    "(we|i) (may |will |can |might )?(contact|ask|email|call|ring|phone|write to|text) (you|customers"
    "|people|them|members)",
    "(collect|share|use|need|ask for|hold|store|keep|including|such as|name) <6> (contact details|address"
    "|telephone|phone|email|e mail)",
    "emergency contacts?",
    "(never|not) <4> (share|sell|disclose)",
)
#: The wording of a right itself, which tells no way.
ITSELF: Final = Phrase(
    "^(to )?(ask|request|have|obtain|receive) (us|for|that|access|erasure|correction|the|to) <2>",
    "enables you",
)
#: How many passages below the one that speaks of rights may hold the address.
FOLLOWS: Final = 4


def routes(found: Sequence[Passage]) -> Iterator[Sign]:
    """Yield the signs of where people turn to use their rights, and of how to get in touch in general.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> text = "To have your data corrected, speak to the clerk."
    >>> [(sign.aspect, sign.confidence.value) for sign in routes(passages(split_sentences(text)))]
    [('contact', 'ask'), ('route', 'ask')]
    """
    for passage in found:
        there = reach(passage)
        if there and not is_regulator(passage.text):
            yield shows("A12-2", "contact", passage, there)
        elif ASKED.within(question_and_answer(passage, found)) and not (
            is_regulator(passage.text) or NO_CONTACT.within(passage.text)
        ):
            yield shows("A12-2", "contact", passage, Confidence.ASK)
    for passage in found:
        sure = _led(passage, found) or _told(passage, found)
        if sure:
            yield shows("A12-2", "route", passage, sure)


def _led(passage: Passage, found: Sequence[Passage]) -> Confidence | None:
    """Return how sure it is that a passage speaks of using rights and it, or one below, gives a way."""
    if (
        ITSELF.within(passage.text)
        or not EXERCISE.within(passage.joined)
        or (is_regulator(passage.text) and not has_address(passage.text))
    ):
        return None
    near = found[passage.number : passage.number + 1 + FOLLOWS]
    ways = [there for other in near if not is_regulator(other.text) and (there := reach(other))]
    return max(ways, key=lambda one: one.rank, default=None)


def _told(passage: Passage, found: Sequence[Passage]) -> Confidence | None:
    """Return how sure it is that one sentence says both what people may ask and whom."""
    said = question_and_answer(passage, found)
    if NO_ROUTE.within(said) or is_regulator(said):
        return None
    headed = HEAD_ROUTE.within(passage.heading)
    if ROW.within(passage.text) and has_address(passage.text):
        return Confidence.LIKELY
    if headed and has_address(passage.text):
        return Confidence.LIKELY
    if ACT_AND_WAY.within(said):
        return Confidence.LIKELY if has_address(passage.text) else Confidence.ASK
    return Confidence.ASK if headed and STEPS.within(passage.text) else None
