"""The words for data that must be given, and for what follows if it is not."""

from __future__ import annotations

from typing import Final

from .phrases import Phrase, filled

#: Ways of giving data, and of keeping it back.
GIVE: Final = (
    "(giv(e|es|en|ing)|gave|provid(e|es|ed|ing)|provision|suppl(y|ies|ied|ying)|tell(s|ing)? (us|me)"
    "|told (us|me)"
    "|shar(e|es|ed|ing)|disclos(e|es|ed|ing)|answer(s|ed|ing)?|submit(s|ted|ting)?|let(ting)? (us|me"
    "|{org}) (have|know|see)"
    "|show(s|n|ing)?|complet(e|es|ed|ing)|fill(s|ed|ing)? (it |them |this )?(in|out)|hand(s|ed|ing)? over"
    "|furnish(ed|ing)?|declar(e|ed|ing)|produc(e|ed|ing)|reveal(ed|ing)?|send(ing)?|enter(ed|ing)?|confirm"
    "|state|seeing)"
)
KEEP_BACK: Final = (
    "(withh(old|olds|olding|eld)|leav(e|es|ing) <6> (blank|empty|out)|left <3> (blank|empty|out)"
    "|keep <6> to yourself"
    "|declin(e|es|ed|ing)|refus(e|es|ed|ing|al)|rather not|prefer not|(choos|decid|opt|elect|wish|want)(e"
    "|es|ing|s)? "
    "(not to|against)|chose not to|hold(ing)? back|skip(s|ped|ping)?|omit(s|ted|ting)?|miss(es|ed|ing)? out"
    "|say no|do without)"
)
PIECE: Final = (
    "({thing}|particulars|facts|numbers?|address(es)?|names?|date of birth|dob|e?mails?|e mail|phone"
    "|telephone|passport"
    "|proof|id|identity|ethnicity|religion|bank|postcode|contacts?|questions?|fields?|boxe?s?|form|forms"
    "|references?"
    "|certificates?|evidence|papers|health|medical|allerg\\w+|income|salary|photo|vetted|vetting|dbs"
    "|tax code|"
    "payment|card|who you are|who lives|what we (need|ask)|it|them|this|these|everything|anything|something)"
)
WHO: Final = (
    "(you|they|people|parents?|pupils?|students?|members?|patients?|customers?|clients?|tenants?"
    "|applicants?|candidates?"
    "|employees?|workers?|volunteers?|landlords?|donors?|users?|everyone|anyone|someone|players?|visitors?"
    "|residents?"
    "|taxpayers?|carers?|guests?|drivers?|learners?|buyers?|sellers?|householders?|a person|an individual"
    "|individuals?)"
)
#: What people do not get, or what happens to them.
FOLLOWS: Final = (
    "((can|could|will|would|may|might|shall|do|does|is|are|am|be|has|have|must) (\\w+ )?(not|never"
    "|no longer|only|have to"
    "|be (unable|delayed|refused|rejected|withheld|cancelled|suspended|turned|stopped|limited|slower|late))"
    "|cannot|unable|impossible|not possible|no way|not be able|put back|set(s)? back|delay(s|ed|ing)?"
    "|hold(s|ing)? up|held up|slow(s|er|ed)?"
    "|los(e|es|ing)|lapse|miss out|fail(s|ed|ure)?|refus(e|ed|al)|reject(ed|ion)?|turn(ed)? down|prevent(s"
    "|ed)?|stop(s|ped)?"
    "|affect(s|ed)?|limit(s|ed)?|emergency tax|penalt(y|ies)|fin(e|ed)|offence|prosecut\\w+|consequences?"
    "|invalid|void"
    "|go(es)? without|end of|terminat\\w+|withdrawn|mean(s)? (that )?(you|we|i|no|a)|no (place|account"
    "|contract|service|order|cover|job|payment|refund|"
    "membership|tenancy|reply|refunds?)|nothing <2> (happens|changes|follows)|make(s)? no difference"
    "|not affect)"
)


#: What stands for a name in square brackets.
_WORDS: Final = {"GIVE": GIVE, "BACK": KEEP_BACK, "PIECE": PIECE, "FOLLOWS": FOLLOWS, "WHO": WHO}


FAIL_EVERYDAY: Final = Phrase(
    filled(
        """
        (if|should|where|when|unless|until) [WHO] <6> (not|fail|fails|cannot|unable|\
            unwilling) <3> (to )?[GIVE] <24> [FOLLOWS]
        (unless|until) ([WHO]|we) <4> ([GIVE]|receive|have|get|see) <6> [PIECE] <20> [FOLLOWS]
        (if|should|where|when|[WHO] who|those who|anyone who) <2> [WHO] <2> [BACK] <24> [FOLLOWS]
        (those|anyone|whoever|[WHO]) who <2> ([BACK]|not [GIVE]|fails? to [GIVE]) <24> [FOLLOWS]
        decide against <2> [GIVE] <16> [FOLLOWS]
        [WHO] (can|may) <2> [BACK] <6> (but|though|although|however|then|and) <12> [FOLLOWS]
        [FOLLOWS] <12> (if|where|when|should|unless|until|as long as) [WHO] <5> (not|fail|fails|\
            [BACK]) <3> (to )?[GIVE] <6> [PIECE]
        [FOLLOWS] <12> (if|where|when|should) [WHO] <2> [BACK]
        [FOLLOWS] <12> (unless|until) ([WHO]|we) <4> ([GIVE]|receive|have|get|see) <5> [PIECE]
        (cannot|unable|not able|impossible|not possible) <10> without <1> (it|them|this|these|that|your|\
            proof|knowing|seeing|the) <2> \
            ([PIECE]|who|how|what|where)
        ^(but |and )?(without|no|missing|incomplete|lacking|in the absence of) <3> [PIECE] <16> [FOLLOWS]
        (without|in the absence of|lacking) (it|them|this|these|those|that|your <3> [PIECE]) <2> (we|i|you|\
            the|your|it|there) <8> \
            [FOLLOWS]
        (if|where|when|should|unless|until) (we|i|{org}) <2> (not|never|cannot|lack|only) <2> (have|get|\
            receive|know|hold|given|told|see)? \
            <8> [FOLLOWS]
        [FOLLOWS] <10> (if|where|when|unless|until) (we|i|{org}) <3> (have|get|receive|know|hold|given|told|\
            see|lack) <8> [PIECE]
        (incomplete|missing|unanswered|blank|unsigned) <1> ({thing}|forms?|questions?|applications?|boxes|\
            fields?|answers?) <10> \
            ([FOLLOWS]|may|can|could|will|would|might|means?|returned)
        [FOLLOWS] <10> (if|where|when|because|unless) <4> (form|application|details|information|data|\
            question|field) <4> (missing|\
            incomplete|blank|not|unanswered|lacking)
        ^(if|should|where) <8> [BACK] <16> (nothing|no difference|no harm|not affect|still|treat\\w*|as well)
        (keep|kept|hold|held) <4> (from us|back|to yourself|private) <16> [FOLLOWS]
        [FOLLOWS] <10> (if|where|when) [WHO] <2> (keep|hold) <4> (from us|back|to yourself|private)
        (choosing|deciding|opting|electing) not to [GIVE] <12> (may|can|could|will|would|might|means?)
        (not|without) (giving|telling|providing|supplying|sharing|answering|having) <8> (may|can|could|will|\
            would|might|means?) <12>
        (fail(ure|ing)?|refus(al|ing)|declining|omitting|omission) <2> to [GIVE] <14> ([FOLLOWS]|may|can|\
            could|will|would|might|means?)
        ^(not [GIVE]|withholding|keeping back|leaving <4> (blank|out|empty)) <12> ([FOLLOWS]|may|can|could|\
            will|would|might|means?)
        {thing} <10> (outstanding|not (given|provided|supplied|received)|withheld) <16> [FOLLOWS]
        (should|if|where) <2> {thing} not be (given|provided|supplied) <20> [FOLLOWS]
        (if|should|where|when) [WHO] <2> (not|fail|fails|refus*|declin*|rather not|prefer not|\
            withhold*) <3> (to )?(giv|provid|suppl|\
            shar|disclos|tell|answer|submit|complet|furnish|declar|produc|say)* <16> (will|would|may|might|\
                can|could|shall|cannot)
        (should|if|where) [WHO] (declin|refus|withhold)* <12> (will|would|may|might|can|could|shall|cannot)
        (need|must have|require|ask for) <6> [PIECE] <8> (otherwise|or else|if not|or) (we|i|you|the|it|your|\
            they|there) <4> [FOLLOWS]
        leave <3> blank <8> [FOLLOWS]
        """,
        _WORDS,
    )
)
#: That data is spoken of at all.
OF_DATA: Final = Phrase(
    filled(
        """
        {thing}
        [GIVE] <5> [PIECE]
        (tell|telling|told) (us|me)
        (rather|prefer) not (say|tell|answer)
        leave <3> blank
        [BACK]
        (vett(ed|ing)|passport|ethnicity|religion|particulars|date of birth|numbers?|address(es)?|emails?|\
            proof of|dbs|\
            questions?|fields?|forms?|references?)
        """,
        _WORDS,
    )
)
NOT_FAIL_EVERYDAY: Final = Phrase(
    """
    ^(please )?(do not|never)
    (unless|until) we have (requested|asked)
    cookies?
    (your request|rights|(the|your|a|no) right to (request|complete|have|ask)|(the|your|a) right (to|\
        of) (access|erasure|rectif*|restrict*|object)|complain\\w*|object\\w*)
    (pay|paid|rent|arrears|book|deposit|fees?) <4> (we|proceedings|fine)
    (we|i) (do not|fail to|cannot) <2> (reply|respond|answer)
    (do not|never|not) <3> (share|sell|disclose|pass|collect|ask for|use) <4> {data}
    consent
    """
)
MUST: Final = (
    "(must|shall|ha(s|ve|d) to|need(s|ed)? to|(is|are|be) (\\w+ )?(required|obliged|bound|expected) to"
    "|will need to"
    "|(under|no|an|have) (\\w+ )?(obligation|duty) to|need not|do not (have|need) to|not (have|need) to"
    "|free to|(may|can) "
    "(decline|refuse|choose|decide)|not obliged to|not required to)"
)
REQUIRED_EVERYDAY: Final = Phrase(
    filled(
        """
        [WHO] <3> [MUST] <2> [GIVE] <6> [PIECE]
        (law|laws|act|regulations?|rules?|statute|contract|lease|hmrc|constitution|regulator|insurers?) <4> \
            (requires?|obliges?|demands?|makes? it|insists?|expects?|compels?|says?) <4> ([WHO]|mandatory|\
                compulsory|obligatory|so)
        [GIVE] <6> [PIECE] <10> (law|act|contract|rules) <2> (says so|requires it|demands it|insists)
        (cannot|unable to|not be able to|could not) <10> without <2> ([GIVE]|knowing|proof|\
            your) <6> ([PIECE]|who|how|where)
        ([GIVE]|provision|{thing}) <8> (requirement|condition|term) of <4> (contract|agreement|law|\
            membership|employment|tenancy|\
            licen[cs]e|policy|statute|booking)
        ([GIVE]|[PIECE]) <6> (is|are|be|it) <2> (compulsory|mandatory|obligatory|optional|voluntary|\
            up to you|your choice|\
            a legal requirement|legally required)
        (number|address|name|date of birth|passport|copy|proof|email|phone|card|photo|details|form|\
            certificate|reference) \
            (compulsory|mandatory|obligatory|optional|voluntary|(required|needed) by (law|statute|contract|\
                the \\w+))
        ^<3> (yes|no)? (compulsory|mandatory|obligatory|optional|voluntary)
        (makes?|making|made) it (compulsory|mandatory|obligatory)
        {thing} (is|are) (needed|required) <12> (contract|agreement|law|statute)
        (we|i) (need|require|must have|have to have|must ask for) <2> your <6> (by law|because the law|\
            or (we|you|the)|otherwise|\
            before we can)
        (in order )?to <6> you (will )?(need|have) to [GIVE] <6> [PIECE]
        (neither|not) <2> (a )?(statutory|contractual)
        (no|nothing|never) <4> (obliges|requires|forces|compels) you
        [WHO] (may|can|are free to) (decline|refuse) to (answer|say|give|tell|provide)
        (obliged|required|bound) <2> to [GIVE] <2> (it|them|this|us)
        [WHO] <2> not <2> (have to|need to|required to|obliged to) <1> [GIVE]
        [WHO] need not [GIVE]
        no obligation to [GIVE]
        """,
        {**_WORDS, "MUST": MUST},
    )
)
NOT_REQUIRED_EVERYDAY: Final = Phrase(
    """
    (must|shall) (not|only)
    voluntary (or|and) charitable
    cookies?
    (we|us|staff|employees|our|{org}) (must|is required|is obliged|are required|are obliged|may be required|\
        have to|are \
        legally|are not required)
    requires? (us|the school|the council|the trust|our) to (keep|report|retain|hold|tell|share|publish|hand|\
        pass)
    (right|rights|request|complain\\w*|processors?|suppliers?|contractors?|third part\\w*|providers?|consent)
    (identification|proof of|prove|verify|confirm) <4> (identity|id) <8> (request|copy)
    (contributions?|expenses|volunteering|voluntary (work|sector|organi[sz]ation|group)|helmet|\
        notice to leave)
    (disclose|share|give|pass|hand|provide) <8> (police|court|authorit\\w*|third)
    (no longer|for as long as|when it is not) (required|needed|necessary)
    (collect|use|keep|hold|ask for) <3> (what|only what) <2> (necessary|needed)
    (fee|pay|charge)
    """
)
#: An answer, alone or in a cell, to whether data must be given.
ASKS_WHETHER: Final = Phrase(
    """
    (do|must|have|need|am|are|is) (i|you|we) <3> (have to|need to|obliged|required|must|give|tell|provide|\
        answer)
    (must|do) (you|i) <4> (give|provide|tell|share)
    (compulsory|mandatory|obligatory|voluntary) <2> (to|data|information|details|fields?|or)
    (need|have|must) to <2> (give|provide|tell|share|supply)
    (whether|what) (you|i) (must|have to|need to) <2> (give|provide|tell|share|supply)
    (statutory|contractual) requirement
    """
)
ASKS_WHAT_IF: Final = Phrase(
    """
    (what|if) <4> (if|happens|not) <4> (do not|not|refuse|decline|say no|give|provide|tell|share)
    (if|when) (you|i) <2> (do not|not|decline|refuse|fail|would rather) <4> (give|provide|tell|share|supply|\
        want)
    consequences? <4> (not|failing|failure|refus\\w*)
    (failing|failure|refusing|not) <2> (give|provide|tell|share|supply|providing|giving|sharing)
    """
)
