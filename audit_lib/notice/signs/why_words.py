"""How people say in everyday words what data is for, on what ground, and in whose interest."""

from __future__ import annotations

import re
from typing import Final

from .phrases import Phrase

_THING: Final = (
    "({data}|(names?|address(es)?|numbers?|emails?|e mails?|mobile|phone|postcodes?|cvs?|references?"
    "|photos?|photographs|pictures|footage|cctv|cameras?|readings?"
    "|allerg(y|ies)|dates? of birth|age|contacts?|histor(y|ies)|logs?|comments?|notes?|answers?|results?"
    "|forms?|cards?|applications?|recordings?|calls|samples?"
    "|measurements|sizes?|bank|payments?|orders?|bookings?|letters?|registers?|lists?|scores?|marks"
    "|location|health|medical|diet\\w*|sensors?|trackers?|what you tell"
    "|what you (send|give|write|say)|that|this|it|them))"
)
#: What people do with data in plain words.
_DO: Final = (
    "(ring|text|mend|fix|find|stop|deter|give|put|get|see (if|whether|that|who|what|how)|pick|choose"
    "|select|work out|honour|sort|let|make|keep|tell|bill|charge|feed|claim|collect|take|bring|come|fit"
    "|teach"
    "|deal|know|decide|book|cook|cut|draw|drive|fetch|fill|go|judge|look after|lay|match|move|pay|plan"
    "|play|post|print|prove|put|read|return|reach|seat|set|show|spot|catch|steer|swap|treat|turn|wake|warn"
    "|watch|weigh"
    "|write|count|compare|chase|allocate|apply|avoid|award|build|comply with the \\w+|hand|hold (the|a"
    "|an) \\w+|learn|lend|light|open|place|replace|rota|share out|split|trace|vet|wish|welcome|celebrate"
    "|cater|clean|coach|greet|produce|score|rank|note|list)\\w*"
)
#: That a thing is there for something that is done.
FOR: Final = Phrase(
    f"""
    {_THING} <6> (used|needed|taken|held|kept|read|analy[sz]ed|recorded|asked for|collected|considered|is \
        there|are there|looked at|checked|required|noted|passed|goes|go|serves?|is for|are for|gathered|\
        published) <6> \
        (to|so that|so|in case|in order to|for|when it|because) <3> ({_DO}|\\w+ing)
    {_THING} <4> (lets?|helps?|allows?|enables?|means?|tells?) (us|me|the \\w+|our \\w+|that we) <2> (to \
        )?<1> {_DO}
    (need|needs|ask|asks|ask for|want|take|keep|use|uses|hold|record|require|collect|check|have|look at) \
        <8> {_THING} <8> (to|so that|so|in case|in order to|because) <4> {_DO}
    (need|needs|ask|asks|ask for|want|take|keep|use|uses|hold|record|require|collect|check) <4> {_THING} \
        <6> (in case|so (that )?(we|i|you|the|your|our|nobody|somebody|someone|no one|staff|everyone)|when \
        it)
    (so that|in order that|so) (we|i|the|your|our|you|somebody|nobody|everyone) <12> (we|i) (tell|give|ask|\
        need|take|keep|use|hold|record|send|note|pass)
    (we|i) <2> (will|shall|would|may|can) <2> (email|ring|text|call|phone|post|write to|remind|send|bill|\
        pay|invoice|charge|contact) you <4> (a|an|the|when|if|before|about|with|to)
    that is (all|what) <6> (for|used for)
    (we|i) <2> (take|check|collect|ask for|ask|need|use|keep|hold|record|want|store|read|note) <8> (so that|\
        so|in case|in order to) <2> (?!can\\W|may\\W|could\\W|we\\W|i\\W|that\\W|long)\\w\\w+ <1> \\w+
    (we|i) <2> (take|check|collect|ask for|need|use|keep|hold|record|want|store|read|note|must know|need \
        to know) (your|the|feedback|details|who|whether|\\w+s) <5> (to {_DO}|to \\w+ (your|the|our|a|an|who|\
        whether|that)|for (your|the) \\w+|in an emergency)
    (cameras?|cctv|registers?|sensors|trackers?|footage|logs?|your \\w+) <6> (to|so that) <2> {_DO} (the|\
        you|your|our|people|a|an|who|whether|everyone)
    {_THING} <2> (tells?|shows?|lets?|helps?) (us |staff |me |the \\w+ )?(who|which|what|when|where|how|\
        whether|if|plan|know)
    ^(\\w+\\W+){{1,6}}(so that|so we|so the|to {_DO}|in case) \\w+$
    """
)
#: A line that is nothing but what is done: "To pay your wages".
TO_DO: Final = Phrase(
    f"^(so (that )?we can|in order to|to|for) ({_DO}|\\w+ing|(recruitment|selection|registration|payment"
    "|payroll|invoicing|safeguarding|security|insurance|admissions?|enrolment|delivery|billing"
    "|bookings?) (and|of|for)) <1> (?!us|rights?)\\w+"
)
LABEL: Final = Phrase(
    """
    ^(the )?(purposes?|why( we)?( need| want| use| collect| have)?( it)?|reasons?|used for|use|uses|what \
        for|what it is for)( of (use|processing))? ?(:|\\||-) ?\\w+
    """
)
NOT_TO_DO: Final = Phrase(
    """
    (contact|email|write to|call|ring|ask|tell|visit) us
    please
    you (can|may|should|must|have|need)
    click
    rights?
    object
    complain*
    cookies?
    opt out
    unsubscribe
    withdraw
    this (notice|policy)
    access your
    make a (request|complaint)
    """
)
#: Headings under which a sentence about what is done tells what data is for.
DOING_HEAD: Final = Phrase(
    """
    what <4> (do|does) with
    (why|how|what) <6> (use|uses|need|want|have|collect|ask|hold) <6>
    (why|purposes?|uses? of)
    using your
    """
)
DOING: Final = Phrase(f"(we|i) <1> {_DO} <2> (you|your|the|a|an|and|bookings?|lessons?|orders?|payments?)")
NOT_FOR: Final = Phrase(
    """
    (different|new|another|other|incompatible) purposes?
    (right|rights|entitled|object|complain*|withdraw|ask us) <8> (to|of|about)
    purposes? of this (notice|policy|page)
    {not} <3> (use|used|process|collect|sell|share|keep|ask|need|make)
    (password|strong|room|lift|document|website|site) <3> (for|is|are|to)
    (if|where|when) you <4> (fail|do not|want to|wish to|would like)
    cookies?
    {long}
    """
)
#: Uses that tell nothing, each in a sentence about data or on its own.
VAGUE: Final = Phrase(
    """
    (for|in connection with|in support of|as part of|supports?|serves?|to further|to pursue|helps?|\
        fulfilment of|fulfil|relating to|related to|connected with|to carry out|to conduct|in pursuit of|\
        in the course of|benefit of|good of) <3> \
        (our|the|its|my|your|their) (\\w+ ){0,2}(business|activities|operations|tasks?|work|mission|aims|\
            objectives|records|purposes|jobs?|use|functions|services?|needs|goals|organi[sz]ation|company|\
            charity|development|\
        administration|management|customers|vision|cause|community|everyday running|running|convenience|\
            relationship|interests?)
    (administrative|administration|operational|business|quality|training|internal|management|\
        organi[sz]ational|general|various|several|legitimate|lawful|own|many|a number of|a variety of|a \
        range of|different|all sorts of|reasonable|\
        commercial|marketing and other|other|routine|day to day|normal|usual|record keeping|statistical|\
            research|these|appropriate|proper|relevant|necessary|certain|related|similar|everyday) (and \
            \\w+ |or \\w+ )?(purposes?|reasons?|uses|matters|ends|processes|needs)
    (provide|offer|give|deliver|improve|enhance|maintain|develop|run|support|personali[sz]e|optimi[sz]e|\
        better|enrich|tailor|serve|make) <4> (services?|experiences?|offerings?|products?|business|\
        operations|mission|work|web ?sites?|customers|you better|members|things better|what we do)
    do (our|my|its|the|their) (jobs?|work|best)
    (understand|know|learn about|get to know|serve|support|look after) <2> (our|the|your) (\\w+ \
        )?(customers?|users|visitors|members|audience|supporters|needs|preferences|interests|clients|people)
    (and so on|and the like|and more|among other things|and other things|amongst other things|etc)
    (as|where|whenever|however) <2> (we )?(see fit|think fit|needed|necessary|required|appropriate)
    """
)
#: A named interest: "our interest in keeping thieves out".
INTEREST: Final = Phrase(
    """
    (our|its|their|my|mutual|commercial|shared|legitimate|justified|genuine|real|the \\w+|have an?|has an?|\
        both|joint) (\\w+ ){0,2}interests? <8> (in|is|are|of|to|being|lies? in|in not) <2> \
        (?!process|us|do|hold|collect|shar|pursu|be|carry|carri|hav|rely|overrid|outweigh|follow|not \
            being)\\w+ing
    (our|its|their|my|legitimate|genuine|real|an) (\\w+ )?interests? (in|is|are|:|-|being|namely|for \
        example|such as|include|includes) <3> (security|safety|fraud|prevention|marketing|growth|protection|\
        defence|efficien\\w+|continuity|fundraising|\
        research|direct marketing|crime|debt|administration|network|quality|training|reputation|a list|\
            record|evidence)
    \\w+ing <12> (is|are|is in|are in|serves?|counts? as|as|falls? within|that is|this is) <4> \
        ({legitimate}|(our|my|its|the law calls|regards?) <4> interests?)
    (justified|explained|backed) by <2> (our|the|my|its) <2> (need|wish|interest|duty|concern) (to|in|for) \
        \\w+
    (like|want|wish|need|reasonable|right|fair|help|helps|useful) <14> (that is|which is|regards?|calls?|\
        counts?|and that|recogni[sz]es?|is) <6> interests? <6>
    {legitimate} (in|to|of) (?!process|us|do|hold|collect|shar|pursu|the|our|your|a|an|any|others?|third|\
        this|these|such|those)\\w+
    """
)
NOT_INTEREST: Final = Phrase(
    """
    public interests?
    (best|vital|conflicts? of|financial|vested|register of|your|lost) interests?
    (of interest|in the interests? of|interest (rate|charged|is charged|on)|hobbies|interested)
    {not} <3> (rely|use|based|go by|need)* <6> interests?
    """
)
RELIED: Final = Phrase(
    """
    {legitimate}
    (article|art|section) 6 ?(para )?1 (lit )?f
    justified interests?
    legitimate (business )?(reasons?|purposes?) assessment
    (basis|ground|grounds|bases)\\W{0,3}(:|-|\\||is|are) ?li
    ^[^:|]{3,60} ?(:|\\|) ?li
    interests? <6> weighed <6> (against|with) (yours|your own)
    """
)

_BASIS: Final = (
    r"(?:(?:our |your |explicit |a |the |performance of (?:a |the |our )?|under (?:our |the |a )?"
    "|necessary for (?:a |the |our )?){0,2}"
    r"(?:consent|contract(?:ual)?|agreement|legal (?:obligation|duty|requirement)|statutory (?:duty"
    r"|obligation)|(?:\w+ )?law|legitimate interests?"
    r"|li|public (?:task|interest|duty)|vital interests?|permission|say-so|art(?:icle)?\.? [69]\b"
    r"|required by law|(?:\w+ ){1,4}act \d{4}|(?:\w+ ){1,4}regulations))"
)
#: A line that gives what is done and, behind a mark, on what ground, or the other way round.
ENTRY: Final = re.compile(
    rf"(?P<use>[^:|;]{{3,90}}?)\s?(?::|\||[-–—] | [-–—])\s{{0,3}}(?P<basis>{_BASIS}\b[^:|]{{0,90}})"
)
TURNED: Final = re.compile(
    rf"(?P<basis>{_BASIS}\b[^:|]{{0,40}}?)\s?(?::|\||[-–—] | [-–—])\s{{0,3}}(?P<use>[^:|]{{3,200}})"
)
#: Reasons that are lawful bases, in plain words.
GROUNDS: Final = {
    "consent": Phrase(
        """
        (because|since|as|if|when|where|once|only|unless|what|things) <5> (you|they|parents?|your \\w+) \
            <4> (said (yes|we could|we can|so|i could)|say (yes|so|we can)|agree|agreed|tick|ticked|opt|\
            opted in|asked (us|me) to|ask (us|me) to|\
            told us we (could|can)|signed up|gave permission|given permission|let us|go ahead|happy for us|\
                want us to)
        with <2> your <2> (say so|go ahead|ok|okay|blessing|permission|agreement|approval|explicit consent)
        (given|give|gave|get|got|have|had|ask for|asked for) <3> your? ?<2> (go ahead|say so|permission|ok|\
            okay|blessing|approval|green light)
        ticked the box
        """
    ),
    "contract": Phrase(
        """
        (because|since|as) <3> (you|your \\w+|we|i) <4> (hired|hire|instructed|engaged|booked|bought|\
            ordered|employ|signed|have an agreement|have a contract|rent|promised|agreed to (buy|sell|\
            supply|provide))
        (can not|cannot|could not|unable to|not able to) <4> (work|job|service|order|lessons?|contract|\
            treat|deliver|do|supply|provide) <6> without
        (part|terms|under|because) of <3> (our|the|your|a|this) <2> (contract|agreement|tenancy|terms)
        (agreement|contract) with you
        (what|as) you (have )?(paid|ordered|signed up) for
        """
    ),
    "legal": Phrase(
        """
        (law|act|regulations?|statute|rules|hmrc|parliament|order|legislation|code)( \\d{4})? <4> \
            (requires?|obliges?|tells?|told|makes?|says|demands?|compels?|insists?|commands?|expects|does)
        (have to|must|obliged|required|bound|made to|compelled|duty) <6> (by|under) <6> (law|acts?|\
            regulations?|statutes?|legislation|order)
        (because|since|as) <3> (law|act|regulations?|we have to by law|we are (legally )?(obliged|required|\
            bound))
        (a|our) (legal|statutory) (duty|obligation)
        (legally|by law|under the law) (obliged|required|bound|have to|must|we|i)
        (we|i) (must|have to|are obliged to|are bound to) <4> by law
        (under|by|to comply with|in line with) <6> (act|regulations?|law|order)( \\d{4})? <4> (we|i) (must|\
            have to|are (obliged|required|bound))
        """
    ),
    "task": Phrase(
        """
        (laid on|given to|imposed on|entrusted to|conferred on) us by
        (task|tasks|work|function|job) <6> (public interest|public good|for the public)
        public (task|duty|function)
        """
    ),
    "legitimate": Phrase(
        """
        (because|since|as|so|it is|this is|that is|is|are|being) <6> {legitimate}
        {legitimate} (in|of) (?!process|us|do|hold|collect|shar|pursu)\\w+ing
        {legitimate} <6> (lets?|allows?|permits?|entitles?|means)
        """
    ),
    "vital": Phrase(
        """
        (because|since|as|in case|to) <8> (vital interests?|save <3> (life|lives)|life or death)
        """
    ),
    "special": Phrase("(article|art) 9 2 [a-j]", "schedule 1 <2> (paragraph|part|condition|para)"),
}
SPECIAL: Final = Phrase("(article|art) 9 2 [a-j]", "schedule 1 <2> (paragraph|part|condition|para)")
NOT_GROUNDS: Final = Phrase(
    """
    (share|shared|disclose|disclosed|disclosure|retain|retained|keep|kept|report|pass) <10> (if|where|when|\
        as|unless)
    (withdraw|unsubscribe|object|rights?|entitled|request|complain*|change your mind)
    {not} <3> (need|require|ask|rely|use|based) <6> (consent|permission|contract)
    (please|you must|you should|contact us)
    (processors?|suppliers?|third part(y|ies))
    (whatever|whether)
    """
)
GROUNDS_HEAD: Final = Phrase(
    """
    (right|allows?|entitles?|permits?|lets?|law|legal|lawful|basis|bases|grounds?) <8>
    only <6> (say so|consent|agree|permission|yes)
    """
)
SAY_SO: Final = Phrase(
    """
    only <8> (say so|consent|agree|agreement|permission|yes|ok)
    with your (consent|permission|agreement|say so)
    """
)
