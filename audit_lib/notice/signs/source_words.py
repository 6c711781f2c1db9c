"""How people say in everyday words that data about somebody comes from others, and when they tell them."""

from __future__ import annotations

from typing import Final

from .phrases import Phrase

_THINGS: Final = (
    "({data}|references?|referrals?|reports?|names?|address(es)?|numbers?|emails?|details|files?|papers?"
    "|letters?|forms?|lists?|leads|contacts"
    "|copies|results?|scores?|photos?|transcripts?|applications?|records?|cvs?|history|tax code|marks"
    "|grades|certificates?|notes?|card"
    "|postcodes|profiles?|screening|judgments?|diagnosis|samples?|orders?|bookings?|applicants|candidates)"
)
#: Those who pass data on: anybody but the organisation, the reader and their devices.
_SENDER: Final = (
    "(?!you\\W|we\\W|i\\W|us\\W|if\\W|when\\W|where\\W|please|cookies?|browser|device|website|site|data"
    "|information|law|notice|policy|app|form|this|that|these"
    "|to\\W|and\\W|or\\W|not\\W|may\\W|can\\W|will\\W|must\\W|should\\W|it\\W|they\\W|who\\W|which\\W"
    "|always|also|simply|just|consent|sometimes|often|usually|also|occasionally|voluntarily|choose|have"
    "|has|had|otherwise|already|recently|then|freely|ever|later|first|never|analytics|tools?|technology"
    "|contract|agreement|permission|experience|feedback|payments?|purposes?|services?|details|system"
    "|settings|information|that|then|so|would|could|might|shall|do|does|did|is|are|be|been|being|was|were"
    "|the|your|our|a|an|any|all|of|for|in|on|by|with|from|as|at"
    "|users?|customers?|visitors?|clients?|members?|patients?|applicants?"
    "|people|individuals|candidates)"
)
_PLAIN: Final = (
    "(give|send|tell|pass|supply|forward|share|report|notify|provide|let|alert|write to|email|hand|refer"
    "|inform|name|show|disclose to|ring|update)"
)
_THIRD: Final = (
    "(gives|gave|sends|sent|tells|told|passes|passed|supplies|supplied|forwards|forwarded|shares|shared"
    "|reports|reported|notifies|notified|provides"
    "|provided|lets|alerts|alerted|writes to|wrote to|emails|emailed|hands|handed|refers|referred|informs"
    "|informed|names|named|shows|updates|rings)"
)
_MAY: Final = (
    "((sometimes|often|usually|occasionally|also|then|may|might|can|could|will|would|has|have"
    "|all|both|each|normally|regularly|automatically)\\s)"
)
_GIVES: Final = (
    f"({_SENDER}\\w+\\s{_MAY}{{0,2}}{_THIRD}|{_SENDER}\\w+s\\s{_MAY}{{0,2}}{_PLAIN}"
    f"|{_SENDER}\\w+\\s{_MAY}{{1,2}}({_PLAIN}|{_THIRD}))"
)
#: Where data is found that nobody gave.
_FOUND: Final = (
    "(electoral (roll|register)|companies house|land registry|linkedin|facebook|instagram|twitter"
    "|social media|(the )?(internet|web|press|newspapers?|papers"
    "|media|phone book|edited register|public (record|register|domain)s?|gazette)|public(ly)? (available"
    "|accessible)? ?(sources?|records?|registers?)|google|job boards?|directories|directory"
    "|(your|their|employers?|firms?|companys?|companies|schools?|clubs?) (\\w+ )?(web ?site|web ?page)s?"
    "|(list|data) brokers?|credit reference agenc(y|ies)|(old|former|previous|last|current"
    "|new)? ?(employers?|schools?|clubs?"
    "|surger(y|ies)|gp|doctors?|landlords?|agents?|solicitors?|trustees?)|hmrc|ucas|dbs|dvla|dwp|nhs"
    "|police|council|local authority|hospitals?|courts?|referees?|neighbours?"
    "|insurers?|brokers?|parents?|family|friends?|relatives?|colleagues?|organisers?|diocese|county fa"
    "|estate agents?)"
)
GIVEN: Final = Phrase(
    f"""
    {_GIVES} (to )?(us|me)( with| of| about)? (?!to\\W|for\\W|know\\W|if\\W|within|(the |a )?(right|\
        permission|ability|power|opportunity|consent|chance))\\w+
    {_GIVES} <3> {_THINGS} <4> (on )?(to|with) (us|me|the (council|school|trust|practice|company|charity|\
        university|club))
    (someone|somebody|another person|your \\w+) <2> (books?|booked|appl(y|ies)|orders?|registers?|signs? \
        you up|enters?) <3> for you
    (someone|somebody|anyone|others|other people|people) (else )?((sometimes|often|also|may|might|can|will|\
        has|have) ){{0,2}}({_PLAIN}|{_THIRD}) <2> (us|me)
    {_THINGS} <6> (reach|reaches|came|come|comes|arrives?|forwarded|transferred|handed|passed|sent|given|\
        supplied|provided|disclosed|shared|submitted|named|uploaded|loaded) \
        <4> (to |with )?(us|me|over|across|in|into|{{org}}) <6> (from|by|via) (?!you\\W|us\\W|our|email|\
            post\\W|phone|hand\\W|them)\\w+
    your \\w+ has referred you
    {_THINGS} <4> (comes?|came) from <1> (?!you\\W|us\\W|our|your use|this|the (web ?site|site|app)|cookies|\
        within|it\\W)\\w+
    (refers?|recommends?|nominates?|nominate|introduces?) (you|people|friends|clients|patients|families|\
        others|somebody|someone)
    (people|players|members|neighbours|customers|residents|staff|pupils|parents|students|witnesses) (may|\
        might|can|could|will|sometimes) (report|name|nominate|mention|refer|recommend) (you|others|somebody|\
        someone|friends)
    (told|notified|informed|alerted|sent|given) (of|about) <4> by (?!you\\W|us\\W|email|post\\W)\\w+
    (mum|dad|parents?|partner|carers?|friend|employer|school|manager|agent|solicitor) <4> (fills?|\
        completes?|signs?|applies|apply|enters?|registers?|books?) <6> for you
    (referred|recommended|nominated|introduced|put forward|registered|signed up|booked in|enrolled|named) \
        (to us )?by (your|a|the|an|another|someone|somebody)
    """
)
TAKEN: Final = Phrase(
    f"""
    (we|i|{{org}}) <4> (got|get|have got|take|took|picked up|pick up|found|find|learn|learned|hear|heard|\
        read|obtain|obtained|collect|collected|receive|received|gather|source|\
        look|looked|check|checked|search|searched|download|draw|copy|add) <8> (from|on|at|in|via|up at) \
            <4> {_FOUND}
    {_THINGS} <4> (got|picked up|found|taken|taken up|obtained|collected|received|gathered|sourced|drawn|\
        downloaded|checked|bought|loaded|copied|scraped) <4> (from|on|at|in|via|against) <3> {_FOUND}
    from <3> {_FOUND} (we|i|{{org}}) <2> (get|receive|obtain|have|hold|take|are sent|are given|am given|\
        learn|hear)
    (we|i|{{org}}) <4> (buy|buys|bought|purchase|purchased|rent|rented|licen[sc]e) <4> ({{data}}|lists?|\
        leads|contacts|names|addresses|postcodes|profiles|mailing)
    (bought|bought in|purchased|rented) <2> (lists?|data|contacts|leads|names|details)
    (take|takes|taken|follow|ask for|obtain|request|seek) (up )?<2> references? <6>
    references? <4> (taken|taken up|obtained|requested|asked for|sought) <4> (from|up)
    (firm|company|agency|service|supplier|broker) (that|which|who|to) <4> (finds?|traces?|looks? up|checks?|\
        supplies|enriches|screens?)
    (we|i) (are|am|were|was|get|may be|might be|have been) <1> (sent|given|told|passed|supplied|provided|\
        handed|alerted) <4> ({_THINGS}|about you)
    you (were|are|have been|may have been|may be) <2> (referred|recommended|nominated|introduced|put \
        forward|transferred|named|registered|signed up|enrolled|mentioned|listed)
    (names|nominates|nominated|refers|recommends|recommended|introduces|introduced|registers|enrols|\
        mentions|mentioned|lists|signs) you (?!for|up for)
    (we|i|{{org}}) <3> (search|searches|consult|monitor|scan|trawl|use|uses|check) <4> (companies house|\
        land registry|electoral (roll|register)|linkedin|social media|public(ly)? (available )?(sources?|\
        records?|registers?|information)|credit reference agenc(y|ies)|newspapers?|data brokers?|list \
        brokers?|directories)
    (details|data|information|records|files?) <4> (came|come|comes) (to us )?(with|from|through) (?!you\\W|\
        us\\W|our|your use|the (web ?site|site|app)|this|cookies|it)\\w+
    (we|i) <2> (use|uses|buy|combine|match|add) {{data}} (from|supplied by|provided by|held by) (?!you\\W|\
        us\\W|our|your|this|cookies|it\\W)\\w+
    (sanctions|watch|barred|disqualified) lists?
    {{data}} (obtained|gathered|sourced|taken|bought) from {_FOUND}
    (checks?|searches) (with|at|against|from|by) <3> {_FOUND}
    (get|got|receive|have) <2> your <4> from your (old|former|previous|last|current|own|new)
    (credit reference|ucas|dbs|hmrc|census|third party|broker|hospital|insurer|police|referral|bought in) \
        (data|information|records?|letters?|reports?) <8> (is|are|tells?|gives?|comes?|:|loaded|sent|\
        received)
    """
)
_WHO: Final = (
    "(((other|another|various|different|additional|further|external|outside|certain|selected|trusted"
    "|several|a (variety|range|number) of|indirect|some|alternative|more"
    "|commercial|independent|multiple|business|our|unrelated|third party|separate) ){1,2}(sources?|routes?"
    "|channels?|bodies|body|organi[sz]ations?|compan(y|ies)|people|part(y|ies)|places?"
    "|persons?|quarters|partners?|agenc(y|ies)|business(es)?|individuals?|suppliers?|means|ways?|entit(y"
    "|ies)|providers?|associates|contacts|institutions?)"
    "|third part(y|ies)|others|elsewhere|partners|sources|(somebody|someone|anyone|anybody"
    "|some people) (else|other)|not you|indirectly)"
)
VAGUE: Final = Phrase(
    f"""
    (by|through|from|via|at|with the help of) <2> {_WHO}
    {_WHO} <4> ({_PLAIN}|{_THIRD}|providing|giving|sending|supplying|supply|tell) <3> (us|me|with us|to us|\
        {{data}})
    {{not}} <3> (everything|all|only|always|the only|just|solely|exclusively) <10> (you|yourself|the person|\
        the individual)
    {{not}} <3> (collected|obtained|provided|given|received|got|supplied|gathered) <4> (from|by) <2> (you|\
        yourself|the person|the individual|them)
    (some|part|much|certain|more|rest|other) <4> {{data}} <6> (comes?|came|obtained|collected|received|\
        reach(es)?|gathered|got) <4> (from|elsewhere|indirectly|otherwise)
    (indirectly|at second hand|second hand|otherwise than from you|without you|behind your back)
    {{not}} <2> only source
    (was|were|been|is|are|may be) (passed|given|supplied|provided|sent) to (us|me) (?!by you|when you|for)
    (as well as|in addition to|besides|on top of|beyond|other than) <2> (what|data|information|the details|\
        you|that which) <4> (you <3> (give|tell|provide|gave|told)|from you|you)
    """
)
ABOUT_DATA: Final = Phrase(
    """
    {data}
    (about|on) (you|them|people|individuals)
    (your|their) \\w+
    (it|things|everything|names?|details)
    (we|i) (hold|have|keep|use)
    """
)
TAKES: Final = Phrase(
    """
    (receiv|obtain|collect|get|got|gather|acquir|sourc|come|came|reach|tell|give|given|suppl|hear|learn|\
        sent|send|pass|provid|add|combin|buy|bought|find|found|shar)*
    """
)
LABEL: Final = Phrase(
    """
    ^(sources?|where (it|we|this|data) <2> from|from|obtained from|comes? from|origin|collected from|\
        provided by|supplied by)( of (data|information))? ?(:|\\||-)
    """
)
ELSE_HEAD: Final = Phrase(
    """
    ^(what|data|information|details|third party data|things|anything)? ?<6> (from|by) (elsewhere|others|\
        other people|third parties|other sources|someone else|somebody else)
    third party (data|information)
    """
)
NOT_FROM: Final = Phrase(
    """
    (right|rights|entitled|ask us|request) <10> (where|source)
    where <6> (got|get|obtained|came|comes?) <6> from$
    {not} <6> (get|obtain|receive|collect|buy|purchase|take|ask|seek|acquire|use) <8> (from|about|anyone|\
        lists?|third|others?)
    (we|i|us) <6> (send|sends|give|pass|share|disclose|tell|report|provide|supply|transfer|forward) <8> (to|\
        with|your (new|next))
    cookies?
    if we do not
    our (own )?(social media|facebook|linkedin|twitter|instagram|web ?site|page|accounts?)
    (from|by) (using|visiting|you|your use|our web ?site|the web ?site)
    (advice|permission|money|donations?|grants?|funding|instructions?|goods|services|electricity|water|\
        complaints?|questions|letters of complaint) <4> from
    (web ?site|site|sites|pages?|forms?|links?) <3> (provides?|gives?|sends?|tells?|shows?|lets?)
    (prevent|protect|withdraw|withdrawn|removed?|deleted?|erased?|different|separate|unsubscribe|opt out) \
        <6> from
    (if|when|where) you (give|provide|tell|send|share|supply|pass|disclose|submit)
    you <4> (give|provide|tell|send|share|supply) (us|me)
    you (can|may|could|should|must|will|might)? ?<2> (get|obtain|receive|ask|find|hear|send|contact)
    """
)
_OTHERS: Final = (
    "(from (others?|somebody|someone|a third|third|another|your|their|public|the (press|register|internet)"
    "|elsewhere|other|people|a client|brokers?|lists?)"
    "|(named|named as|name|names|listed|put down|nominated) <2> (as|in|by|on|you|them|him|her)|whoever"
    "|guarantors?|referees?|next of kin|witness(es)?|beneficiar(y|ies)"
    "|emergency contacts?|bought( in)?|told (me|us) about (you|them)|about (you|them) from|where we got"
    "|got <4> from|(referral|referred) <4> (from|by|came)|not <4> from (you|them)"
    "|comes? from|came from|(gave|given|passed|sent|supplied|provided) <2> us|indirectly"
    "|neighbours? <4> (named|mentioned)|family members?|third part(y|ies)|relatives|dependants"
    "|other people|otherwise|third person|that person|sent us|bought)"
)
#: Of whose data the timing speaks.
OTHERS: Final = Phrase(_OTHERS)
YOURS: Final = Phrase("what you <3> (tell|give|gave|told|provide|send) (us|me)")
OTHERS_NEAR: Final = OTHERS | Phrase(
    """
    obtain*
    sources?
    (collect|received)* <4> from
    third part(y|ies)
    first contact
    referred
    elsewhere
    """
)
TELLS: Final = Phrase(
    """
    (told|tell|tells|inform|informs|informed|notify|notified|notifies|let <4> know|lets <4> know|drop you \
        a line|drop them a line|write to (you|them)|hear from us|explain|explains|make (you|them) aware|\
        made aware|contact (you|them)|alerted)
    (this|our|a|the|privacy) (copy of )?(this |our |the )?(privacy )?(notice|leaflet|statement|letter|\
        policy|information|page)
    (says|tells|say) <3> (where|who|how) <4> (came|come|got|from)
    """
)
WHEN: Final = Phrase(
    """
    (within|inside|no later than|not later than|at the latest|in) <4> (month|months|days|weeks|week|fortnight)
    (as soon as|straight away|at once|immediately|the same day|promptly|right away)
    (with|in|at|on|when|before|by) <3> (first|initial|welcome|appointment|opening|acknowledg\\w+) <2> \
        (letter|e?mail|contact|call|message|time|pack|meeting|phone|ring|write|communication|visit|\
        conversation|approach)
    (first|initial) <1> (letter|mailing|e?mail|contact|call|message|time|communication|approach)
    (when|before|until|after|once|whenever|the (moment|day|time|first time)) <2> (we|i) <3> (first )?(ask|\
        ring|\
        contact|call|write|get|share|use|pass|disclose|speak|approach|take up|email|receive|add|send|show|\
        hear|obtain|have|record|put)
    (when|once|before|after) <5> (is|are|was|has|have) <3> (opened|named|obtained|received|got|added|\
        recorded|shared|used|passed|signed|taken|made)
    (comes?|arrives?|sent|enclosed|included|given) <3> with <3> (letter|pack|email|appointment|invitation|\
        form)
    in <2> welcome (pack|letter|email)
    """
)
NOT_TIMING: Final = Phrase(
    """
    (your|any|a|the) <3> (request|requests|application|complaint|order|objection|query|enquiry) (?!and)<6>
    (within|in) <4> (month|days|weeks) (of|from) <3> (request|receiving your|your|joining|appl\\w+)
    (reply|respond|answer|acknowledge|result|breach|refund|agm|changes? to|change (this|our))
    (please|you should|you must) <4> (tell|inform|let|show)
    (tell|inform|notify|contact|let) (us|me)
    """
)
