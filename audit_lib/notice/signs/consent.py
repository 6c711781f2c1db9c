"""Signs that consent is relied on, and that it can be withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ...model.noun import Confidence
from ...model.transparency import Sign
from .bases import Basis
from .passages import Passage
from .patterns import applies, shows
from .phrases import Phrase
from .right_words import question_and_answer

AGREED: Final = (
    "(consent(s|ed|ing)?|permissions?|agreements?|approval|authori[sz]ation|go ahead|say so|said yes"
    "|saying yes"
    "|say yes|agree(d|s|ing)?|opt(ed)? in|opting in|signed up|gave (it|us)|given (it|us)|okay|ok"
    "|yes today)"
)
UNDO: Final = (
    "(withdr\\w+|revo(ke|ked|kes|king|cation|cable)|tak(e|en|es|ing) <4> back|took <4> back|cancel\\w*"
    "|retract\\w*"
    "|rescind\\w*|chang(e|ed|es|ing) <2> minds?|turn(ed)? <3> off|turn(ed)? off|opt(ing|ed)? (back )?out"
    "|say(ing)? no|undo|undone|reverse|ended|as ended|no longer (agree|consent|want|wish|happy)|unsubscribe"
    "|pull(ing)? out|back(ing)? out|drop(ping)? out|call(ed)? <3> off|withheld or|anymore|any longer"
    "|discontinue\\w*"
    "|terminat\\w*|untick\\w*|unsay|lift|at an end|end(ing)? <2> consent|switch <3> off|switched <2> off)"
)
#: That consent can be taken back; "withdraw" alone is said of many things.
WITHDRAW: Final = Phrase(
    f"""
    {UNDO} <10> {AGREED}
    {AGREED} <24> {UNDO}
    (take|takes|taking|taken|turn|turned|switch) <3> {AGREED} <2> (back|off|away)
    (changed?|changing) <2> minds? <20> (stop|tell us|let (us|me) know|take|remove|at any time|delete|data|\
        details|withdraw)
    consent <12> (until you (tell|say|ask|let)|at any time)
    (free|able|welcome|can|may|always|right|entitled|could|option) <6> (chang(e|ed|es|ing)) <2> minds?
    (chang(e|ed|es|ing)) <2> minds? <6> (at any|any|whenever|later|after\\w*|about|on|when|as often)
    (if|when|should|whenever) <3> (chang(e|ed|es|ing)) <2> minds?
    (stop|stops|stopping|remov*|leave|leaving|end) <3> (consent|permission)
    (consent|permission) <8> (stopped|removed|ended|unticked|cancelled)
    (not|never) (final|for ever|forever|binding|irrevocable|set in stone|permanent)
    (lasts?|valid|holds?) <2> until you (tell|say|ask|let|change)
    (agree|agreed|consent|consented|say yes|said yes) <12> (later )?(stop|change|tell us) <6> (later|\
        any time|\
        whenever|at any point)
    (stop|tell us|let us know|change) <8> (if|when|though|even if) you (have )?(agreed|consented|said yes)
    """
)
AGREEING: Final = Phrase(AGREED, "(article|art|section) (6 1 a|9 2 a)")
#: Ways of leaving, which withdraw consent where consent is relied on.
LEAVE: Final = Phrase(
    """
    (leave|off|out of) <3> (mailing list|list|newsletter)
    (say|text|reply|reply with|type) (stop|no)
    (opt|opting) out <12> (at any time|any time|marketing|newsletter|mailing|emails?)
    (stop|stopping) <4> (receiving|sending) <8> (marketing|emails?|newsletters?|communications?|messages)
    unsubscribe
    (changed?|changing) <2> minds?
    consent <12> (at any time)
    """
)
HEAD_WITHDRAW: Final = Phrase(
    f"(withdr*|revok*|cancel*|tak* back) <4> {AGREED}", "chang* <2> minds?", f"{AGREED} <4> withdr*"
)
#: What is withdrawn or agreed to that is no consent to the use of data.
OTHER: Final = Phrase(
    """
    (landlords?|parents?|building|planning) <3> (consent|permission) (for|to) <3> (pets?|keep|go|trip|attend|\
        build|stand|matter)
    (consent|permission) (for|to keep) <2> (pets?|alterations?|works?)
    (listed building|planning|marine|landlords?) consent
    (withdraw*|cancel*) <3> (services?|cash|money|savings|offer|tenancy|order|bookings?|membership|\
        application|\
        contract|funds?)
    (order|booking|contract|agreement|direct debit) <8> cancel*
    cancel* <4> (order|booking|contract|direct debit|tenancy|agreement)
    (tenancy|rental|loan|service|licen[cs]e|purchase) agreement
    (days notice|deposit|refund)
    """
)
#: That people agree, or are asked to, in words that need not be those of the law.
RELIED: Final = Phrase(
    """
    (if|where|when|once|because|unless|only|after|as) <3> (you|parents?|members?|they|people|patients|\
        clients|\
        customers|donors|guardians?) (have |has |had )?(\\w+ )?(agreed?|consent(ed)?|opted? in|said (yes|\
            we may|\
        we can|that we|so|i may|it is)|say (yes|so)|signed (the|a|up|our|to)|ticked?|gave|given|give) <1>
    (you|they|people|parents) (have |has )?(agreed|consented|opted in) to <4> (us|our|hear\\w*|receiv\\w*|\
        {use}|share|\
        sharing|be contacted|being contacted|publish\\w*)
    (with|by|on|upon|through) <3> (consent|permission|go ahead|say so|blessing|approval)
    (given|gave|give|giving|have|got|get) (us|me|{org}) <4> (consent|permission|go ahead|approval|okay|ok|\
        say so)
    by <1> (submitting|using|continuing|signing|ticking|completing|visiting|providing|sending|registering|\
        applying|joining|entering|browsing|accepting|subscribing) <14> (you|they) <2> (agree|consent|accept|\
            are \
        (agreeing|consenting)|give)
    (we|i|{org}) <2> (ask|asks|seek|seeks|get|obtain|need|request|requests) <3> (you|parents?|them|their|\
        your|for|\
        the|explicit|prior|written) <4> (first|consent|permission|agreement|before (we|i|us|taking|\
            publish\\w*))
    (ask|asks|check with|checking with|asking) you (first )?before
    {use} <8> (with|on|by|under|based on|on the basis of|on the strength of|footing of) <4> (consent|\
        agreement|permission|\
        approval)
    (legal|lawful) (basis|ground|reason) <14> (consent|agreement)
    (6 1 a|9 2 a)
    (happy|content|willing) (to|for us to|for me to|with us) <2> (receive|hear|use|share|be contacted|\
        publish\\w*|get)
    (opted in|(choose|chosen|chose) to opt in|opt in only)
    (tick|ticked|ticking|check|checked) <3> box* <12> (receive|hear|news\\w*|agree|consent|happy|contact|\
        share|offers)
    (voluntary|voluntarily) <12> (agreement|consent)
    consent is (the|our) <2> (basis|ground|reason)
    """
)
#: Of which nothing follows for what the notice itself rests on.
NOT_RELIED: Final = Phrase(
    """
    {not} <6> (need|require|rely|relying|ask for|seek|obtain|use|relied|process|based|depend|share|sell|pass|\
        disclose|\
        give) <10> (consent|permission|agreement|agreed)
    (without|unless|regardless of|in the absence of) <5> (consent|permission|agreement)
    {not} <4> ({use}|share|sell|pass|disclose) <14> (unless|without)
    (ask|seek|obtain|get|need) <4> (consent|permission) <10> (new|different|other|change)
    (new|different|other|change) <20> (ask|seek|obtain|get) <4> (consent|permission)
    (if|where) <2> (we|i) (rely|relied|ask|asked|need|needed|have asked)
    cookies?
    {withdr} <3>
    """.replace("{withdr}", UNDO)
)
COOKIES: Final = Phrase("cookies? <12> consent", "consent <12> cookies?")


def consent(found: Sequence[Passage], bases: Sequence[Basis]) -> Iterator[Sign]:
    """Yield the signs that consent is relied on, and that it can be withdrawn.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> text = "We quote you if you have agreed. You can take your permission back."
    >>> [sign.effect.value for sign in consent(passages(split_sentences(text)), bases=())]
    ['applies', 'shows']
    """
    due = [basis.passage for basis in bases if basis.name == "consent" and _of_consent(basis.passage)]
    due += [passage for passage in found if _relied_on(passage)]
    for passage in dict.fromkeys(due):
        yield applies("A13-2c", passage, "Consent is relied on.")
    for passage in found:
        said = question_and_answer(passage, found)
        if OTHER.within(said):
            continue
        if WITHDRAW.within(said) or (passage.opens and HEAD_WITHDRAW.within(passage.heading)):
            yield shows("A13-2c", "withdraw", passage)
        elif due and LEAVE.within(passage.text) and "cookie" not in passage.text:
            yield shows("A13-2c", "withdraw", passage, Confidence.ASK)


def _relied_on(passage: Passage) -> bool:
    """Whether a passage relies on consent, in words that are no lawful basis."""
    if COOKIES.within(passage.text):
        return "only" in passage.text
    return RELIED.within(passage.text) and not (NOT_RELIED.within(passage.text) or OTHER.within(passage.text))


def _of_consent(passage: Passage) -> bool:
    """Whether a passage that is taken to name a basis speaks of agreeing, and to the use of data."""
    spoken = f"{passage.heading} {passage.joined}"
    return AGREEING.within(spoken) and not OTHER.within(passage.text)
