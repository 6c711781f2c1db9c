"""Signs of joint controllers, and of who of them does what for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ...model.transparency import Sign
from .passages import Passage, beside
from .patterns import applies, shows
from .phrases import Phrase

TOLD: Final = "Controllers are said to be joint."
JOINT: Final = Phrase(
    """
    joint(ly)? (data )?controllers?
    co ?controllers?
    controllers? jointly
    controllers? in common
    jointly (determine|responsible|decide|control|accountable|answerable|liable)
    (each|both|all) (of us )?(are |is |act as )?(data )?controllers
    (are|is|act) (each|both|all) (a )?(data )?controllers?
    (acts?|acting) jointly
    controllership
    (shar\\w*|split) <3> (role|position|post|duties|duty|part) <2> (of|as) <2> controllers?
    controllers (are|is|act|of) <8> jointly
    (shared|common|fellow) controllers?
    controllers? <3> (together|along|alongside|in partnership) with
    together <10> controllers?
    controllers? <4> together
    co ?(responsib\\w+|own\\w*) <8> {data}
    (article|art) 26 <12> (we|controllers?|arrangement|agreement|joint\\w*|share\\w*)
    """
)
#: What could be said of other things than data.
TOGETHER: Final = Phrase(
    """
    shar(e|es|ed|ing) <2> (control|responsibility|responsibilities|the say|accountability|charge|stewardship)
    (jointly|together|as a pair|in common|between us|as partners|as a team|hand in hand|side by side) <10> \
        (decid\
        \\w*|determin\\w*|control\\w*|responsible|accountable|in charge|answerable|purposes|choose|settle|set)
    (decid\\w*|determin\\w*|control\\w*|decisions?|responsible|accountable|in charge|answerable|purposes|\
        choose|\
        settle|responsibility) <12> (jointly|together|as a pair|in common|between us|as one|hand in hand)
    (both|two|three) <5> (decide|determine|settle|control|have a say|have the say|responsible|in charge|\
        accountable)
    (all|each|several) <5> (decide|determine|settle|have a say|have the say)
    (in partnership|partners?|partnership) <12> (decide|determine|responsible for|in charge of|accountable \
        for)
    (common|mutual|collective) (control|responsibility|charge)
    joint (charge|control|responsibility|responsib\\w*|say|decisions?|custody|ownership)
    neither <16> (own|alone)
    (decisions?|decided|choices?) <16> by (both|the two|all of us|all the)
    (decides?|settles?|determines?) (together )?with (us|the \\w+) <8> {data}
    """
)
#: What is decided together, if it is data.
DATA: Final = Phrase(
    """
    (data|informations?|records?|details|purposes|controllers?|database|list|roll|register|files|statistics|\
        membership system|personal)
    """
)
NOT_JOINT: Final = Phrase(
    """
    {not} <6> (joint|jointly|together|controllers?)
    (solely|alone) or jointly
    alone or <4> jointly
    (independent|separate|own|sole) (data )?controllers?
    (independently|separately) <6> controllers?
    own right
    (tenants?|joint account|joint membership|joint tenan\\w*|joint applica\\w*|mortgage)
    share (your|this|the|that|their|our|personal|any|some) (\\w+ )?(data|information|details) <16>
    (with )?processors?
    means the <12> (person|body)
    """
)
#: What one of them does for people or their data.
DUTY: Final = (
    "(answer(s|ed|ing)? <3> (you|requests?|questions?|letters?|people|individuals|complaints|them)"
    "|repl(y|ies|ying)( to)?|respond(s|ing)?( to)?|inform(s|ing)? <3> (you|people|individuals|patients"
    "|members|data)"
    "|tell(s|ing)? (you|people|its|their)|(lead(s)?|leading|led) (on|in)|handl(es|ed|ing|e) <4> (requests?"
    "|rights|"
    "complaints|access|erasure|enquiries|queries)|deal(s|t|ing)? with <4> (requests?|rights|complaints"
    "|access|them)"
    "|(access|erasure|deletion|subject|rights) requests?|requests? (for|to)|exercis\\w* <4> rights"
    "|first point of "
    "contact|(point of )?contact( point)?|keep(s|ing)? <4> (safe|secure)|security|collects? your consent"
    "|erasure"
    "|deletion|publish\\w* <2> notice|look(s|ing)? after <4> (requests?|rights|security|system)"
    "|runs? the system"
    "|turn to|breach(es)?|(is|are) <2> responsible for)"
)
#: What controllers agree on, and who does what by it.
AGREED: Final = Phrase(
    f"""
    (arrangement|agreement|agreed|addendum|divided|divide|split|shared out|allocat\\w*|parcelled|\
        between (us|ourselves|them|the two|the controllers)) <24> {DUTY}
    {DUTY} <12> (by agreement|as agreed|under (our|the) (arrangement|agreement)|between us)
    """
)
#: Where it does not matter to which of them people turn.
EITHER: Final = Phrase(
    """
    (rights?|requests?|complain\\w*|write|contact|ask|turn|letter|apply|email) <10> (either|any|each|both|\
        one|\
        whichever|wrong one) (one )?of (us|them|the (two|three|joint|controllers?|partners?))
    (either|any|each|both|whichever) (one )?of (us|them|the <1> controllers?) <16> (rights?|requests?|\
        contact|ask|\
        write|turn|repl\\w*|answer\\w*|pass)
    (exercise|use|enforce) <6> rights <6> (against|with|towards) (each|either|any|both)
    wrong one of us
    (either|both|whichever) (organi[sz]ation|party|partner|controller|body|one) <12> (rights?|requests?|\
        contact|ask|\
        write|turn|repl\\w*|answer\\w*)
    (rights?|requests?|contact|ask|write|turn|complain\\w*) <8> (either|both|whichever) (organi[sz]ation|\
        party|partner|\
        controller|body|one|you)
    (no matter|not matter|regardless|irrespective|whichever) <3> (which|who|whom|of) <4> (of us|you (ask|\
        contact|write|\
        approach))
    """
)
#: That each does another thing.
VERB: Final = (
    "(answers?|repl(y|ies)( to)?|responds?( to)?|informs?|tells?|leads? on|leads|handles?|deals? with"
    "|keeps?|collects?"
    "|publish(es)?|looks? after|runs?|covers?|deletes?|sees? to|takes? (care of|on)|secures|manages?"
    "|sends?|oversees?"
    "|provides?|gives?|attends? to|issues?|(is|are|remains?) (mainly |primarily |solely )?responsible for"
    "|corrects?)"
)
MATTER: Final = (
    "(requests?|rights?|erasure|access|complaints?|consent|questions|you|security|secure|safe|rest|system"
    "|notice|uses"
    "|information|records?|data|corrections?|deletions?|breach(es)?|people|members|enquiries|copies|letters)"
)
ANSWERS: Final = (
    "(answers?|repl(y|ies)( to)?|responds? to|deals? with|handles?|looks? after|covers?|leads? on|sees? to"
    "|attends? to"
    "|manages?|takes? care of|(is|are) (mainly |primarily |solely )?responsible for|informs?|tells?)"
)
ASKED: Final = (
    "(requests?|rights?|erasure|access|complaints?|consent|questions|corrections?|deletions?|enquiries"
    "|letters|you"
    "|people|members|notice)"
)
EACH: Final = Phrase(
    f"""
    {ANSWERS} <4> {ASKED} <6> (and|while|whereas|whilst|but|with) (the \\w+|we|they|ours|theirs|it) <1> \
        {VERB} <6> {MATTER}
    {VERB} <4> {MATTER} (and|while|whereas|whilst|but) (the \\w+|we|they|ours|theirs|it) <1> {ANSWERS} <4> \
        {ASKED}
    {ANSWERS} <4> {ASKED} (and|while) (the \\w+|we|they) for <3> {MATTER}
    the \\w+ {ANSWERS} <3> {ASKED} (the \\w+|we|they|ours|theirs) {VERB} <8> {MATTER}
    we {ANSWERS} <3> {ASKED} (the \\w+|they|theirs) {VERB} <8> {MATTER}
    """
)
#: The same in looser words, in a notice of joint controllers.
DIVIDED: Final = Phrase(
    f"""
    {DUTY} <12> (and|while|whereas|whilst|but) (the|we|they|our|its|their|it) <5> {DUTY}
    {DUTY} <10> by (the|us|our) <6> (and|while|everything else|the rest|others?) <6> by (us|the)
    """
)
RESPONSIBLE: Final = Phrase(
    """
    (respective|main|primary|lead) (contact|point of contact)
    (is|are) (primarily |mainly |solely |each )?responsible for <8> (rights?|requests?|answering|informing|\
        notice|\
        security|complying|consent|collecting|deleting)
    contact point
    """
)
ROW: Final = Phrase(
    "^(requests?|rights|security|access|erasure|deletion|complaints|breaches|notice)( \\w+){0,3} ["
    "|] <4> (handled"
    "|answered|dealt with|led|run|done|managed|looked after|taken care of) by"
)
OTHERS: Final = Phrase(
    """
    (processors?|suppliers?|service providers?|providers?|on our behalf|our instructions|employment|tenancy|\
        contractors?|transfer agreement|staff|employees|standard contractual|terms of|insurers?|courier|\
        host\\w*|\
        information commission\\w*|ico|regulators?)
    """
)


def joint(found: Sequence[Passage]) -> Iterator[Sign]:
    """Yield the signs that controllers are joint, and of who does what.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> text = "We and the League are joint controllers. The League answers requests and we keep data safe."
    >>> [(sign.effect.value, sign.aspect, sign.at) for sign in joint(passages(split_sentences(text)))]
    [('applies', '', '1.1'), ('shows', 'joint', '1.1'), ('shows', 'essence', '1.2')]
    """
    told = [passage for passage in found if _is_joint(passage)]
    for passage in told:
        yield applies("A26-2", passage, TOLD)
        yield shows("A26-2", "joint", passage)
    for passage in found:
        if _essence(passage, found, told):
            yield shows("A26-2", "essence", passage)


def _is_joint(passage: Passage) -> bool:
    text = passage.joined
    if NOT_JOINT.within(passage.text):
        return False
    return JOINT.within(text) or (TOGETHER.within(passage.text) and DATA.within(text))


def _essence(passage: Passage, found: Sequence[Passage], told: Sequence[Passage]) -> bool:
    """Whether a passage says which of several controllers does what for people."""
    if OTHERS.within(passage.text) and not JOINT.within(passage.joined):
        return False
    if any(one.within(passage.text) for one in (AGREED, EITHER, EACH, ROW)):
        return True
    if told and DIVIDED.within(passage.text):
        return True
    if not told or not RESPONSIBLE.within(passage.text):
        return False
    return any(JOINT.within(other.text) or TOGETHER.within(other.text) for other in beside(passage, found))
