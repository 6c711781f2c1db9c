"""Words in which notices say where people can complain: to the organisation itself, and to the regulator."""

from __future__ import annotations

from typing import Final

from .phrases import Phrase

#: Whom people turn to within an organisation.
OFFICE: Final = (
    "(the|our|your|its|my|an?)( \\w+){0,3} (clerk|head|headteacher|principal|bursar|secretary|committee"
    "|chair(man|woman|person)?|governors?|trustees?|managers?|directors?|administrators?|officers?|team|lead"
    "|controller|vicar|rector|warden|registrar|owner|partner|office|department|board|coordinator|treasurer"
    "|churchwardens?|reception|receptionist|dean|captain|editor|proprietor|desk)"
)
WITHIN: Final = f"(us|me|{{org}}|{{dpo}}|{OFFICE}|in house|ourselves)"
BAD: Final = (
    "(concerns?|unhappy|dissatisfied|not (happy|satisfied|content|pleased)|unsatisfied|worried|misused"
    "|mishandled|let down|cross with|annoyed|upset|fed up|aggrieved|wronged|slipped up|messed up|made a mess"
    "|fallen short|fell short|mistreated|grumbles?|gripes?|displeased|uneasy|aggravated|disappointed"
    "|gone wrong|went wrong|unfair(ly)?|improper(ly)?|(we|us|i|it|{org}) (have |has )?(\\w+ )?(breached"
    "|broken"
    "|infringed|failed|not complied|ignored|slipped)|not (been )?(treated|handled|looked after|respected)"
    "|not complied with)"
)
#: What a complaint about data is about.
MATTER: Final = (
    "({data}|privacy|data protection|gdpr|confidential\\w*|cv|personal|records?|notice|policy|details|info"
    "|rights"
    "|principles|processing|files?|photos?|requests?)"
)
#: How data is dealt with, or the law on that.
HANDLED: Final = (
    "(privacy|data protection|gdpr|personal (data|information)|{mine} data|(how|way) <6> {thing}"
    "|(handl|us|treat|look|process|manag|car)\\w* <6> {thing}|{thing} <3> (used|handled|treated|processed))"
)
COMPLAIN: Final = Phrase("complain(s|ing|ed|ts?|ants?)?", "grievances?")
UNHAPPY: Final = Phrase(
    f"""
    (concerns?|unhappy|dissatisfied|not (happy|satisfied)|unsatisfied|worried|misused|mishandled)
    (disagree|wrongly|incorrectly|badly) <8> (we|our|us|{{data}}|privacy|policy|notice)
    (doing|done|did|handled|treated|got (it|this|things)|goes|gone|something) <3> wrong
    {BAD} <10> {HANDLED}
    {HANDLED} <10> {BAD}
    (we|us|i) <3> (got|done|made|put|slipped) <4> (wrong|mistake|up)
    (issue|problem|trouble|fault|quarrel|beef|bone to pick|moan) <6> {HANDLED}
    (hold (us|me) to account|protest|take issue) <10> {HANDLED}
    """
)
#: Complaints about something else than how data is used.
OTHER_MATTER: Final = Phrase(
    """
    (handle|handling|deal|dealing|investigate|investigating|respond|responding|manage|managing|resolve|\
        resolving|process|processing|record|records|answer|complaints?) <3> (with )?<2> (complaints?|\
        enquiries|queries|disputes) (and|or|,|from|about our|made)
    (to|for) (handle|handling|deal with|investigate|respond to|manage|process|resolve|answer) <6> complaints?
    (enquiries|queries|feedback|comments|compliments|claims) (and|or) complaints? {not}? ?(you|which|we|from)
    complaints? (and|or) (enquiries|queries|feedback|compliments|comments|claims)
    (details|records?|copies|information|correspondence) (of|about|relating to|regarding) <4> complaints?
    complaints? (data|information|records|files|management|handling)
    complaint (you|someone) (make|have made|raise)
    staff grievances?
    (no|few|rarely|seldom|never) <2> complain*
    """
)
#: About what, where that is no data.
ABOUT: Final = Phrase(
    """
    complain(s|ing|ed|ts?)? <1> (about|over|of|regarding|concerning) (?!us|our|this|these|it|that|how|the \
        way|something|anything|your|their|his|her|my|a decision|any|what|misuse)\\w+
    (fundraising|service|noise|product|planning|parking|neighbour|customer|safeguarding|employment|housing|\
        consumer|advertising|clinical|financial) <1> complain*
    """
)
#: Bodies for other complaints.
BODY: Final = Phrase(
    """
    (ombudsman|ombuds\\w*|nhs england|ofsted|estyn|fundraising regulator|care quality commission|cqc|trading \
        standards|advertising standards|solicitors regulation|financial conduct|gambling commission|charity \
        commission|ofcom|ofgem|ofwat|tribunal|police|redress scheme|standards agency|health and safety)
    """
)
DATA_MATTER: Final = Phrase(MATTER)
DATA_SURELY: Final = Phrase("(data|privacy|gdpr|(personal|your|their) information)")
#: That a complaint is about data.
DATA_COMPLAINT: Final = Phrase(
    f"""
    (complain(s|ing|ed|ts?)?|grievances?) <14> {MATTER}
    (data|data protection|privacy|gdpr|information|confidentiality) <3> (complain(s|ing|ed|ts?)?|grievances?)
    """
)
#: What people do with a complaint, or what is done with it.
TAKEN: Final = Phrase(
    """
    (send|sent|address|addressed|made?|makes?|put|submit(ted)?|raised?|direct(ed)?|goes?|go|given?|lodged?|\
        filed?|brought|bring|forward(ed)?|pass(ed)?|received?|report(ed)?|post|handled|accept(ed)?) <10> (to|\
        by|on|at|with|through|via|using|form|online|here|in)
    (procedure|process|policy|form|page|leaflet|portal|helpline|hotline)
    (looked (into|at)|dealt with|investigated|handled|acknowledged?|answered|considered|heard|resolved|\
        replied to|reviewed) <3> (by|within|in|promptly|every|all|\\d+)
    (call|write|email|e mail|ring|phone|telephone|speak|talk|tell|contact|message|text|come in|drop in|ask)
    (acknowledge|respond|investigate|reply|get back|come back|look into)
    (about it )?with (the|our|us|me)
    """
)
TO_US: Final = Phrase(
    f"""
    (complain*|grievances?|concerns?|matter|issues?|objections?|worries) <12> (to|with|by|before) {WITHIN}
    (our|an internal|the|internal|formal|{{org}}|own|its) <3> (complaints?|grievances?) (procedure|process|\
        policy|form|team|handling|department|officer|manager|page)
    (use|utilise|follow|under|through|via|see|by) <3> complaints? (procedure|process|policy|form|page)
    (contact|email|e mail|write|writing|tell|let|call|speak|talk|raise|address|get in touch|report|approach|\
        notify|telephone|ring|phone|message) <16> (us|me|{{dpo}}|{{org}}|our|team|complain\\w*|concerns?|\
        first|\
        above|below|at|{OFFICE})
    (text|ask|see|send|post|turn|come|go|get hold of|reach|drop) <6> (us|me|{{dpo}}|{{org}}|{OFFICE})
    (use|fill in|complete) <4> (form|address|details)
    (post|send|address|hand|direct) (your |any |the |a )?complain* <2> to
    (chance|opportunity|appreciate|prefer|like) <14> (concerns?|complaints?|resolve|put (it|things|that|\
        matters) right|first|before)
    (us|we|me) first
    (bring|raise|draw) <6> (our attention|with us|to us|to me)
    take <3> complaints? <8> seriously
    hear from you
    (say so|let us have it|tell (us|me)|talk to (us|me))
    (get in touch|contact us|email us|let us know|contact {{org}})
    (we will|we aim to|we shall|i will) <8> (acknowledge|respond|investigate|look into|deal with|resolve|\
        treat) <10> complaints?
    (we|i) (will|shall|aim to|try to) (\\w+ )?(look into|investigate|put (it|things) right|come back)
    right to complain to (us|{{org}}|our)
    """
)
PROCEDURE: Final = Phrase(
    """
    (complaints?|grievances?) (procedure|process|policy|form|page|team|department|officer)
    (form|procedure|webpage|page) <6> complaints?
    complain* <8> (by|using|through|via|at|online|in writing)
    (above|below|details|contact details)
    """
)
#: How to bring a complaint: by which means, to whom.
MEANS: Final = Phrase(
    f"""
    (write|writing|written|email|e mail|emailing|mail|letter|letters|post|phone|telephone|ring|call|calling|\
        message|text|form|online|in person|come in|drop in) <4> (to|at|on|via|using|from|and|or|below|above|\
        {WITHIN})
    (send|sent|address|addressed|direct|directed|made|submit|submitted|raised|given|hand|handed|post|\
        posted|go|\
        goes) <10> (to|with|at|on) {OFFICE}
    (send|address|direct|submit|post|hand|take|bring) <8> to (unit|\\d+|flat|suite|room|po box|the address)
    (call|email|e mail|ring|phone|write|writing|letter|post)( or|,| and) (call|email|e mail|ring|phone|write|\
        letter|come|post)
    (to|with|contact|tell|ask|see|speak to|write to) {OFFICE}
    (details|address|number) <3> (section|page|top|end|start|beginning|part)
    """
)
REGULATOR: Final = Phrase("{regulator}", "regulators?")
#: A regulator that is not named, for data.
ANY_REGULATOR: Final = Phrase(
    """
    (the|your|our|a|an|any|relevant|national|local|independent|uk) regulators?
    the (uk )?commissioner
    (supervisory|oversight|supervising|regulatory) (body|office|agency|authority)
    (authority|body|office|people|agency) (that|which|who|responsible|in charge|for) <6> (data|privacy)
    """
)
TURNS: Final = (
    "(complain(s|ing|ed|ts?)?|concerns?|issues?|matter|unhappy|dissatisfied|report (us|me|it|this|that)"
    "|appeal"
    "|grievances?|case|unresolved|infringement|grumbles?|moan|objections?|dispute|problems?|redress|remedy"
    "|take (it|this|that|things|matters|us|me|your) <3> (up|further|to)|escalat\\w*|recourse|challenge"
    "|not (happy|satisfied|content)|unsatisfied|put (it|things|that) right|sort (it|things|this)|mishandled"
    "|misused|wrong(ly)?|went wrong|broken the law|breaking the law|let you down|fallen short)"
)
TO_REGULATOR: Final = Phrase(
    f"""
    {TURNS} <24> {{regulator}}
    {{regulator}} <24> {TURNS}
    (lodge|make|file|raise|submit|bring|refer|escalate|take|appeal) <14> {{regulator}}
    (help|assistance|intervention|involvement) (of|from|by) <6> {{regulator}}
    {{regulator}} <10> (investigate|look into|help you|step in|adjudicate|act on|assess|hear|listen|consider)
    (complain|complaint|complaints|concern|concerns) <14> (data protection|supervisory|privacy|your local|\
        national) <3> (authority|authorities|regulators?|office)
    """
)
ADVICE: Final = Phrase(
    """
    (advice|guidance|find out more|(further|more|general) information|read more|more about|information \
        (about|on|from))
    """
)
REGISTERED: Final = Phrase(
    """
    (registered|registration|register|notified|fee|guidance|guidelines|code of practice|report <6> \
        breach\\w*|inform|notify|advised by) <8> {regulator}
    {regulator} <4> (registration|register|guidance|guidelines|guide|code|number|reference|reg|fee|addendum)
    """
)
#: What an organisation itself tells the regulator.
WE_TELL: Final = Phrase(
    """
    (we|us|to|must|will|shall|{org}) (also |promptly )?(tell|notify|inform|report|alert) <8> {regulator}
    """
)
NAMED: Final = Phrase("{regulator}")
CHALLENGES: Final = Phrase("(contact|write to|seek|approach|speak to|go to|call|turn to) <10> {regulator}")
HEADED_COMPLAIN: Final = Phrase("complain*", "grievances?")
#: Headings beneath which people are told where else to turn.
HEADED_UNHAPPY: Final = Phrase(
    "complain*", "concerns?", "unhappy", "(not|un) ?(happy|satisfied)", "dissatisfied", "regulator",
    "wrong", "disagree", "supervisory", "escalat*", "further",
)  # fmt: skip
#: That data is put right, which is no complaint.
RECTIFIES: Final = Phrase(
    """
    (correct|rectif\\w*|amend|update|put right|put it right|fix|change) <5> (it|them|{data}|mistakes?|errors?)
    {data} <6> (is|are|be|has|have|become) <3> (inaccurate|incorrect|wrong|out of date|incomplete|mistaken)
    """
)
HOW_TO: Final = Phrase("how (to|you (can|may)|do i) <3> (complain|complaint|grievance)")
NOT_COMPLAINTS: Final = Phrase(
    "^(we|to)( \\w+){0,2} (collect|receive|share|use|process|disclose|record|keep|obtain|fulfil|handle"
    "|respond)",
    """
    (cookies?|security|vulnerabilit\\w*|breach|suspect|websites? (linked|link)|third part(y|ies) \
        (web)?sites?|under 1[368]|child\\w*) <12>
    report <8> (abuse|security|vulnerabilit\\w*)
    """,
)
US_TOO: Final = Phrase(
    """
    (complain\\w*|concerns?) <6> (to|with) (us|our|{org}|the {dpo}|{dpo})
    (contact|tell|let|raise|speak|approach|talk|write to|email|give) <6> (us|{org}|our {dpo}) <14> first
    (first|before|initially|in the first instance) <20> (contact|tell|us|our|{org}|{dpo})
    (us|{org}|{dpo}) <10> (first|before|initially)
    (chance|opportunity|appreciate) <14> (concerns?|complaints?|before|resolve)
    (our|internal) <2> complaints? (procedure|process|policy)
    (not satisfied|unhappy|dissatisfied|remain) <6> (with )?(our|the) <2> (response|reply|answer|decision|\
        outcome)
    """
)
