"""How people say in everyday words who gets to see data, or that nobody does."""

from __future__ import annotations

from typing import Final

from .phrases import Phrase
from .recipients import CLASSES

#: What is passed on.
MATTER: Final = (
    "({data}|((your|their|the|a|any|some|all|our|copies of|copy of|enrolment|booking|contact|medical"
    "|safeguarding|children s|members) ){0,3}"
    "(names?|address(es)?|emails?|e mails?|numbers?|mobile|phone|declarations?|files?|cop(y|ies)"
    "|certificates?|cvs?|results?|photos?|photographs"
    "|pictures|footage|notes?|lists?|forms?|bookings?|orders?|applications?|payments?|payroll|wages"
    "|samples?|reports?|scores?|marks|grades"
    "|accounts|entries|letters?|registers?|returns?|summary|prescriptions?|documents?|references?"
    "|invoices?|messages?|figures|database"
    "|mailings?|newsletters?|bookkeeping|books|website|backups?|tax))"
)
_GETS: Final = (
    "(gets?|receives?|sees?|has|have|holds?|handles?|process(es)?|takes?|keeps? (a copy|copies) of"
    "|looks? (at|after|through)|can (see|view|look at|read|open|access)"
    "|(is|are|will be|may be|might be|gets?|must be) (sent|given|passed|shown|handed|emailed|supplied with"
    "|provided with|copied|told|allowed|notified of|informed of)"
    "|know|knows|checks?|prints?|stores?|hosts?|runs?|does|do|prepares?|audits?|reads?|works? on"
    "|deals? with|learns?|finds? out|collects?)"
)
#: What no recipient is: those who speak, those spoken to, and things.
_NOBODY: Final = (
    "(?!council|school|trust|practice|company|charity|university|college|firm|surgery|clinic|department"
    "|agency|society|association|club"
    "|foundation|church|parish|organi[sz]ation|academy|business|group|service|team|law|data|information"
    "|web ?site|site|system|app|form|page"
    "|notice|policy|person|individual|user|customer|member|purpose|right|following|above|cookie|server"
    "|software|reason|time|first|last|new"
    "|same|other|next|child|pupil|patient|client|applicant|lawful|legal|controller|uk|eu|ico|device"
    "|browser|details|record|file|name|table|basis|way)"
)
SOMEONE: Final = f"(the|our|your|a|an|any) ({_NOBODY}\\w+ ){{1,3}}"
#: Somebody gets something, or is told of it.
GETS: Final = Phrase(
    f"""
    {CLASSES} <4> {_GETS} <3> {MATTER}
    {SOMEONE}(who <5> )?(gets?|receives?|is (sent|given|passed|shown|handed|emailed|told)|are (sent|given|\
        passed|shown|handed|emailed|told)|sees?|knows?|can see|has access to) <2> {MATTER}
    {CLASSES} <6> (is|are|will be|may be|might be|get|gets) (told|informed|notified|alerted|warned|\
        consulted|copied in|let know) <1> (if|when|that|of|about|what|who|where|how)
    {CLASSES} <4> (will|may|might|can|could) (know|see|learn|hear|find out|be aware) <8>
    {MATTER} <6> (handled|processed|taken|run|dealt with|managed|looked after|done|collected|checked|\
        analysed|printed|posted|delivered|\
        hosted|stored|kept|read|seen|prepared|audited|reviewed|examined|published|entered) <4> (by|with|on|\
            in|using|through|via) <6> {CLASSES}
    {MATTER} <4> (goes?|passes|flows?|travels?|copied|forwarded|reported|handed|emailed|posted|uploaded|\
        submitted|released|revealed|shown|open|visible|available|\
        filed) <3> (to|with|by|on to|over to) <6> {CLASSES}
    (let|lets|tell|tells|inform|notify|report|show|hand|hands|forward|forwards|submit|submits|return|file|\
        email|copy|copies|upload|report) <8> (to|with)? <3> {CLASSES} <5> (know|have|see|{MATTER}|about|of|\
        if|who|when|where|to)
    (hand|hands|forward|forwards|submit|submits|post|upload|report|reports|show|shows|copy|copies|email|\
        emails|refer|send) <1> {MATTER} <6> (to|with) <6> {CLASSES}
    (names?|comments?|results?|photos?|photographs|details|objections?|representations?|entries|scores?) \
        <10> (published|displayed|posted|put|printed|listed|appear|appears|go up|pinned) <3> \
        (on|in) <4> (web ?site|notice ?boards?|newsletter|programme|magazine|facebook|instagram|press|\
            register|page|paper|portal|internet)
    (hosted|stored|held|kept|run|built|managed) <2> (on|in|with|by|through|using|via) <4> {CLASSES}
    (use|uses|using|through|via) {CLASSES} <4> (to|for)
    """
)
#: Headings and leads above those who get something.
WHO_HEAD: Final = Phrase(
    """
    (who|whom) <6> (gets?|sees?|receives?|has|have|told|share|shared|tell|with|else|looks?|use|handles|access)
    (third parties|companies|suppliers|organi[sz]ations|people|partners|services?|providers|others|bodies|\
        software|tools|apps) <6> (we|i|us) <4> \
        (work with|use|share|pass|give|tell|send|rely on|deal with|involve)
    recipients?
    (shar(e|ing)|disclos(e|ing|ures?)|passing (it|your|data|information)? ?on) <4> (with|to|your|of|data|\
        information|by)?
    (our )?(suppliers|processors|sub ?processors|service providers|third parties|partners)
    where <4> (goes|passed|sent)
    """
)
LABEL: Final = Phrase(
    """
    ^(who <4> (gets?|sees?|receives?|told)|recipients?|shared with|passed to|disclosed to|given to|sent to|\
        seen by|goes to|processors?|sub ?processors?)
    """
)
#: A name with what it does: "Xero (accounts)".
TAGGED: Final = Phrase(
    """
    ^(?!(consent|law|legal|contract|when|if|where|to|for|your|our|we|\
        you)\\W)\\w+(\\W+\\w+){0,3}\\W{{0,3}}(\\(|:|-|\\||,) ?\\w+
    """
)
NOT_TAGGED: Final = Phrase(
    """
    consent
    legal(ly)?
    law
    rights?
    {not}
    cookies?
    if
    when
    where
    you
    purposes?
    because
    """
)
PERSONS: Final = Phrase(
    CLASSES,
    "(secretary|treasurer|umpires?|referees?|captains?|leaders?|crews?|coastguard|mountain rescue"
    "|ambulance|paramedics|engineers?|plumbers?|electricians?"
    "|builders?|roofers?|printers?|drivers?|neighbours?|committee|board|warden|verger|vicar|rector|bishop"
    "|clerk|councillors?|governors?|inspectors?"
    "|assessors?|examiners?|moderators?|nurses?|midwi(fe|ves)|vets?|bookkeepers?|taxman|caterers?"
    "|photographers?|hall|league|federation|county|fa"
    "|sponsors?|funders?|donors?|associations?|union|ombudsman|executors?|guarantors?|lenders?|surveyors?"
    "|agents?|valuers?|conveyancers?)",
)
NOT_GETS: Final = Phrase(
    """
    (parents|guardians?|carers?|staff|employees|volunteers|teachers?|users|customers|members) <4> (receive|\
        have|get|are given|know|see) <4> (training|trained|rights?|notice|instructions?|guidance)
    you <4> (receive|get|see|give|gave|provide|send|share|tell|told)
    (receive|received|obtain|obtained|get|got|collect|collected) <8> from
    (right|rights|ask|request|entitled|password|complain\\w*|please)
    {not}
    cookies?
    (give|gives|send|sends|tell|tells|provide|provides|pass|passes|supply|supplies|share|shares|show|shows|\
        forward|forwards) (to )?(us|me)
    """
)
NOBODY: Final = Phrase(
    """
    ({data}|it|this|that|everything|what you <4>|they|address\\w*|numbers?|register|records?|notes) <6> \
        (stays?|remains?|kept|keep|keeps|goes|go) <6> (with (me|us)|in ?house|between (you and (me|us)|us)|\
        nowhere|to (ourselves|myself)|within (the|our|this) (\\w+ )?(practice|company|school|club|team|\
            office|firm|organi[sz]ation|charity|church|council|trust|business|surgery|department|building|\
            walls))
    (keep|keeps|kept) <4> to (ourselves|myself|itself)
    (for|to) (our|my) eyes only
    (no|zero) (other )?(third part(y|ies)|recipients?|outsiders?|other (person|people|body|bodies|\
        organi[sz]ations?|compan(y|ies))|outside (body|bodies|organi[sz]ations?|compan(y|ies)|parties)|sub \
        ?processors?|external (parties|organi[sz]ations?)) <8> \
        (receives?|gets?|sees?|access|data|information|told|given|involved|used|of|for|has|have|is|are)
    (there (is|are)|we have|i have|we use) no (other |external |outside |third party )?(recipients?|\
        processors?|third parties|sub ?processors?|data sharing|sharing)
    (nobody|no one|noone|not a soul|none|nothing|no body) <10> (sees?|gets?|receives?|access|look|looks|\
        read|reads|leaves?|told|shared|passed|given|knows?|handed|handles?|shown|disclosed|learns?|opens?)
    (none|nothing|no part) of <8> (leaves?|shared|passed|goes|given|sent|disclosed|handed|shown|reaches|\
        revealed)
    {not} <3> (transmitted|available|shown|open|visible|revealed|accessible|released|handed|forwarded|\
        communicated|divulged?|circulated|published) <2> (to|on to|over to|beyond|outside) <2> \
        (others?|any|anyone|anybody|third|outside|outsiders|other|external|else)
    {not} <3> (divulge|reveal|show|hand|forward|circulate|communicate|release|talk|speak|lend|swap) <8> \
        (to|with|outside) <2> (others?|any|anyone|anybody|third|outside|outsiders|other|external|else|\
        {third})
    (exclusively|only|solely|just) <3> (by|to|for|with) <1> (us|me|ourselves|our own (staff|people|team))
    (we|i) (are|am) the only (ones?|people|person) <6> (see|sees|access|read|handle|look)
    {not} <4> (leaves?|leave|leaving|goes? beyond|goes? outside|get out of) <2> (the|our|this|my) (\\w+ \
        )?(practice|company|school|club|team|office|firm|organi[sz]ation|charity|church|council|trust|\
        business|surgery|department|building|walls|premises|room|house|society)
    (only|just) (i|me|my|we) <6> (see|sees|access|read|handle|look|use|has|have)
    (without|no|{not}) (any )?(sharing|disclosure|involvement) <4> (third|others?|anyone|outside)
    """
)
#: Answers to a heading that asks whether data is passed on.
ASKS: Final = Phrase(
    """
    (shar|disclos|pass|recipient|give|tell|who else|who sees|third part)*
    who <6> (sees?|gets?|receives?|see|else)
    """
)
NO: Final = Phrase(
    """
    ^(no|none|nobody|no one|never|not at all|we will not|we do not|i do not|i will not|not ever|n a|nil|\
        only us|only me|just us|just me)
    """
)
NOT_NOBODY: Final = Phrase(
    """
    passwords?
    you <3> (should|must|do|may) not
    please
    marketing
    cookies?
    sell
    sold
    unless
    except
    if
    without
    beyond what
    when
    """
)
VAGUE: Final = Phrase(
    """
    {share} <8> (where|as|if|when) <4> (appropriate|necessary|needed|required|relevant|permitted|we have to|\
        allowed|reasonable)
    {share} <10> (with|to|by) <3> (those|people|parties|persons|anyone|organi[sz]ations?|bodies|agencies|\
        others|individuals) <4> (who|that|which|with) <4> (need|needs|require|right|legitimate|interest|help)
    need to know
    (outside|external|other|appropriate|relevant|certain|suitable|various|selected|authori[sz]ed|approved|\
        trusted|associated|some) <1> (bodies|body|parties|party|organi[sz]ations?|agencies|entities|persons|\
        people|compan(y|ies)|partners?) \
        <8> (receive|access|see|get|given|process|hold|use|data|information|details)
    {share} <10> (with|to|between|by) <3> (bodies|parties|entities|outsiders|partners?|associates|contacts|\
        organi[sz]ations|agencies|compan(y|ies)|others)
    (information|data) sharing <10> (bodies|parties|organi[sz]ations|agencies|partners?|others|takes place)
    {data} <6> (goes|go|passes|leaves|taken|sent) <3> (outside|beyond|to others|elsewhere)
    {third} <6> (share|receive|access|help|helps|involved|work|act|process|store|use)
    {not} <4> {share} <8> unless
    {share} <1> {data} <6> (if|where|when|unless|as) <4> (law|ask|have to|must|necessary|required|consent|\
        agree|permitted)
    (others|somebody else|someone else|other people) <6> (see|access|receive|get|given|have|handle|process)
    (made available|available|disclosed|passed on|shared) <3> (as|where|when|if) <3> (necessary|required|\
        appropriate|needed)
    """
)
