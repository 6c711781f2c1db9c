"""Everyday words for decisions by machines, for people who look at them, and for profiling."""

from __future__ import annotations

from typing import Final

from .phrases import Phrase, filled

MACHINE: Final = (
    "(computers?|computerised|software|algorithms?|machines?|systems?|programs?|programmes?|models?"
    "|robots?|bots?|ai"
    "|artificial intelligence|technology|website|app|scorecards?|formula|rules engine|chatbot|automat\\w+)"
)
DECIDE: Final = (
    "(decid(e|es|ed|ing)|decisions?|reject(s|ed|ing|ion)?|approv(e|es|ed|ing|al)|declin(e|es|ed|ing)"
    "|accept(s|ed|ing)?"
    "|refus(e|es|ed|ing)|turn(s|ed|ing)? <3> down|suspend(s|ed|ing)?|deactivat\\w+|clos(e|es|ed|ing)"
    "|block(s|ed|ing)?|set(s|ting)?"
    "|determin(e|es|ed|ing)|grad(e|es|ed|ing)|pass(es|ed)?|fail(s|ed)?|calculat(e|es|ed|ing)|comput(e|es"
    "|ed|ing)|shortlist\\w*"
    "|rank(s|ed|ing)?|sift(s|ed|ing)?|screen(s|ed|ing)?|filter(s|ed|ing)?|pric(e|es|ed|ing)|choos(e|es"
    "|ing)|chosen|select(s|ed|ing)?"
    "|allocat(e|es|ed|ing)|award(s|ed|ing)?|judg(e|es|ed|ing)|say(s|ing)? (yes|no)|outcomes?|results?"
    "|assess(es|ed|ing|ment)?"
    "|band(s|ed|ing)?|offer(s|ed)?|verdict|conclusions?|eligib\\w+|cancel\\w*|bar|barred|banned|fix(es"
    "|ed)?|quote(s|d)?|work(s|ed)? out)"
)
PERSON: Final = (
    "(person|persons|people|humans?|human being|somebody|someone|member of (our |the )?(\\w+ )?(staff"
    "|team)|staff|colleague|officer"
    "|underwriters?|advis[eo]rs?|managers?|teachers?|tutors?|panel|committee|team|recruiters?|doctors?"
    "|nurses?|clinicians?|caseworkers?"
    "|assessors?|governors?|trustees|secretary|headteacher|us|individual|real person|individuals|by hand"
    "|manually|eye|eyes)"
)
HUMAN: Final = (
    "(real person|persons?|humans?|human beings?|people|members? of (our |the )?(\\w+ )?(staff|team)"
    "|somebody|someone|us|me|myself"
    "|ourselves|by hand|manually|staff)"
)
LOOK: Final = (
    "(review(s|ed|ing)?|look(s|ed|ing)?|reconsider(s|ed|ing)?|check(s|ed|ing)?|interven(e|es|ed|tion)"
    "|overrid(e|es|den|ing)|overrul\\w+"
    "|go(es)? over|go(es)? through|revisit(s|ed)?|reassess\\w*|think again|reexamine\\w*"
    "|take(s)? another look|second look|again|afresh"
    "|reverse|overturn\\w*|involve\\w*|oversight|involvement|talk\\w*|speak)"
)


#: What stands for a name in square brackets.
_WORDS: Final = {"MACHINE": MACHINE, "DECIDE": DECIDE, "PERSON": PERSON, "LOOK": LOOK, "HUMAN": HUMAN}


#: That a machine decides.
MACHINES_DECIDE: Final = Phrase(
    filled(
        """
        (computers?|software|algorithms?|machines?|robots?|bots?|ai|artificial intelligence|scorecards?|\
            chatbot|program) <5> [DECIDE]
        (our|the|a|an|by|this) (\\w+ )?(systems?|model|website|app|technology|formula|\
            engine) <3> (automatically |instantly )?(decid|\
            reject|approv|declin|refus|turn|suspend|deactivat|grad|shortlist|rank|sift|price|pass|fail|\
                says? yes|says? no)*
        [DECIDE] <8> (by|from|in|through) <3> (computers?|software|algorithms?|machine|robot|bots?|ai|\
            artificial intelligence|formula|\
            scorecard|automated systems?|(our|the|a) (\\w+ )?(system|model|app|website))
        (reject|approv|declin|refus|suspend|deactivat|block|turned down|shortlist|grad|scor|decid|clos|\
            cancel|screened|allocat|filter|\
            sift|select|price|barred|banned)* <3> automatically
        automatically <3> (reject|approv|declin|refus|suspend|deactivat|turn|shortlist|grad|decid|score|rank|\
            sift|screen|filter|allocat|\
            select|clos|cancel|bar|ban|price|exclud)*
        (fully|solely|wholly|entirely|purely|totally|completely) (automated|automatic|by automated|\
            on automated|by computer|by machine)
        (machine|computer|software|algorithm|program|system) (and )?not (a |by a )?(person|human|people)
        (decisions?|outcomes?|results?) <8> (by automated|automatically|automated (means|system*|process*))
        [DECIDE] <10> (without|with no) <3> (human|person|people|review|anyone|anybody|someone|staff|\
            involvement|intervention)
        [DECIDE] <10> (by software|by machine|by computer|by algorithm|by automated|automatically) alone
        instant (online )?(decision|answer|quote|refusal|approval)
        (automat*|computerised|computer generated) <3> [DECIDE]
        [DECIDE] <6> (automatically|by automat*|by algorithm*)
        (nobody|no one|no human|no person) <3> (checks?|reviews?|looks?|involved|sees?|reads?) <4>
        """,
        _WORDS,
    )
)
NO_MACHINE: Final = Phrase(
    filled(
        """
        (no|not|never|nothing|none|nobody|neither|nor) <8> [DECIDE] <10> (computers?|software|algorithms?|\
            machines?|automat*|ai|robots?)
        (not|never|no) <6> (leave|let|allow|use|rely|hand|entrust) <10> (computers?|software|algorithms?|\
            machines?|automat*|ai|robots?)
        (computers?|software|algorithms?|machines?|ai|robots?|systems?) <2> (not|never|no) <6> [DECIDE]
        (all|every|each|any|final|ultimate) <6> (decisions?|applications?|choice|case|form|cv|\
            outcome) <10> (made|taken|read|decided|\
            checked|rests?|looked|reviewed|considered|lies|judged|assessed|handled|seen) <6> [HUMAN]
        [HUMAN] <3> (makes?|takes?|reads?|decides?|considers?|looks? at|checks?|reviews?|\
            has the final) <3> (all|every|each|the final|\
            any|final|decisions?) <4>
        (final|last) (decision|say|word) <8> [HUMAN]
        (i|we) (make|take) (all|every|each|any|our|these) <4> (decisions?|choices?) <6>
        (decisions?|choices?) <6> (made|taken) <4> (myself|ourselves|in person|by us|by me|by hand|by people|\
            by humans?|with human)
        (automat* <4> (decision|decisions|decision making|profiling|processing)) <12> (none|no|not|n a|never|\
            nothing|nil)
        (refrain|abstain|free|avoid) <3> (from|of)? <4> (automat*|profiling)
        (always|only) <6> (human|person|people) <6> [DECIDE]
        (people|humans?|persons?|staff|we) (and )?not (a |an |by |by a |the )?(computers?|machines?|\
            algorithms?|software|robots?|ai)
        (decisions?|choices?|applications?|cases?) <6> (made|taken|read|decided|considered|reviewed|\
            judged) <3> by <3> (person|human|\
            people|humans|member|members|staff|hand)
        (computers?|machines?|algorithms?|software|robots?|ai) (has|have|gets?|play|plays|\
            takes?) no <4> (say|part|role|voice|place)
        (no|never any|without) <3> (computers?|machines?|algorithms?|robots?|ai) <6> [DECIDE]
        (do not|never|no) <4> (algorithms?|robots|artificial intelligence|ai|automat*|computers? to) <4>
        (human|person|somebody|someone) <4> (last|final) (word|say)
        (human|person) in the loop
        (decisions?|choices?|selection|outcomes?) <4> (never|not) <2> (automat*|computerised|left to|\
            down to a|made by (a )?(machine|computer))
        (never|not) (automatic|automated|computerised)
        (down to|up to|left to|made by|rests? with) (people|humans|a person|a human|real people|\
            our people) <4>
        (no|free of|free from|without) (fully |solely |purely )?(automat*|computerised|algorithmic)
        (always|only) <4> a <3> (human|person) <6>
        (no|neither|nor|not|never|without) <4> (profiling|automated)
        (nothing|nobody|no one) <6> (automatically|by (a )?(machine|computer|algorithm))
        """,
        _WORDS,
    )
)
#: That people can have a decision looked at by somebody.
LOOKED_AT: Final = Phrase(
    filled(
        """
        (ask|asks|request|insist|demand|require|right|entitled|want|can|may|have|has|get|obtain|like|speak|\
            phone|ring|call|contact|will|tell) \
            <10> [PERSON] <6> [LOOK]
        (ask|insist|request|demand|have|get|entitled|may|can|want|prefer|like) <12> (person|human|\
            human being|somebody|someone|member of (our |the )?\
            (\\w+ )?(staff|team)|colleague|manager|officer|underwriter|advis[eo]r|teacher) <4> (decides?|\
                makes?|takes?|do|does|sets?|marks?|\
            instead|involved|listens?|reads?|considers?|handles?|step in|steps in|deals?)
        (person|human|human being|someone|member of staff) (instead|involved)
        second (opinion|look)
        have your say
        (computer|software|system|machine|algorithm) <6> (wrong|mistakes?|unfair\\w*|mistaken|error)
        (decisions?|outcomes?|results?|refusals?|rejections?|cases?|applications?) <6> (reviewed|\
            reconsidered|looked at|revisited|taken again|\
            rerun|double checked) <8> (by|on|if|when|at|manually)
        (review|reconsider|revisit|look (again )?at|double check|rerun) <4> (any|every|all|your|the|\
            a) <3> (decision|refusal|rejection|case|\
            outcome|result|application)
        (human|manual|personal) <2> (intervention|review|involvement|check|oversight|reconsideration|\
            assessment)
        [LOOK] <6> by <3> [PERSON]
        [LOOK] <4> (decision|result|outcome|score|grade|banding|application|it) <8> (human|person|\
            member of staff|by hand|manually)
        (decision|decisions|result|outcome|application) <8> (again|afresh|by hand|manually|anew) <4>
        (ask|asks|request|have|get|want|like) <6> (it|decisions?|result|outcome|score|application|this|\
            that) <4> (reviewed|reconsidered|\
            checked|looked at|overturned|changed|reassessed|explained|made again)
        (reconsider|review|look at|look again|think again|revisit|recheck) <4> (it|decisions?|result|outcome|\
            score|application|case)
        """,
        _WORDS,
    )
)
#: That people can contest a decision, or are told what it rests on, where machines decide.
EXPLAINED: Final = Phrase(
    filled(
        """
        (challenge|contest|appeal|dispute|query|question|object to) <6> (decisions?|results?|outcomes?|\
            scores?|gradings?|grades?|bandings?|\
            rejections?|refusals?)
        (explain\\w*|explanation|told|tell you|know|understand|find out|reasons?) <5> (how|why|for|the|of|\
            what) <6> (decisions?|scores?|result|\
            outcome|reached|decided|rejected|refused|came to|works?|worked out)
        (decisions?|result|outcome|score) <3> (explained|justified|overturned|changed|reversed)
        (express|put|give|state|tell us|make) <3> (point of view|views?|side|representations?|case|opinion)
        (logic|rules?|factors?|criteria|what counts|formula) <10> (decisions?|score|is|are|used|involved|\
            software|simple|behind|means?)
        (based on|depends on|takes? into account|looks? at|weighs?|considers?) <6> (income|postcode|age|\
            payments?|history|answers|score|\
            how (long|often|many|much)|your)
        logic (is|involved|behind|of|used)
        (be|being|judged|decided) <3> by a <2> (machine|computer) alone
        """,
        _WORDS,
    )
)
BY_A_MACHINE: Final = Phrase(
    "(automat*|computers?|software|algorithms?|machines?|robots?|ai|artificial intelligence|scorecard"
    "|scor(e|es|ed|ing)|profil(e|ed|es|ing)"
    "|credit decision*|declined by|logic|grading|banding)"
)
ABOUT_DECISIONS: Final = Phrase(
    filled(
        """
        (decisions?|decided|deciding|outcome|results?|score|scored|grading|grade|banding|rejected|refused|\
            declined)
        (computers?|software|algorithms?|machines?|automat*|system|ai|profil*)
        human (intervention|review)
        """,
        _WORDS,
    )
)
AUTOMATED_RIGHT: Final = Phrase(
    """
    not <3> (be )?subject* to <12> (automat*|profil*|decisions?)
    (rights?|ask|object|say) <16> (automated|automatically|profil*)
    (subject to|object to) <6> (automated|profiling)
    (automated|automatically) <12> (rights?|object|entitled|ask)
    """
)
#: That people are sorted, scored or pictured.
PICTURED: Final = Phrase(
    """
    (build|builds|building|built|form|draw up|create|creates|creating|make|develop|compile|assemble|\
        paint) <4> (picture|profile|profiles|\
        portrait|pattern|persona|image) <3> (of|about|on|from|for)
    (score|scores|scored|scoring|rate|rated|rates|rating|grade|grades|rank|ranks|ranked) <4> (you|your|\
        customers?|members?|applicants?|each|\
        every|tenants?|drivers?|risk|leads?|candidates?|supporters?|likelihood|them|enquir*|users?|patients?)
    (you|your <2>|customers?|members?|applicants?|tenants?|drivers?|candidates?|supporters?|driving|\
        application|behaviou?r) <4> (scored|rated|ranked|\
        graded|profiled|segmented|categori[sz]ed)
    (give|gives|giving|assign|assigns|given|assigned|allocate|allocated) <6> (scores?|ratings?|rank|\
        risk (band|level|score|rating)|segments?)
    (divide|divides|group|groups|sort|sorts|sorted|put|split|place|placed|split|band|segment|segments|\
        segmented|categori[sz]e|classify|\
        cluster)* <4> (you|people|supporters|customers|members|audience|donors|users|subscribers|visitors|\
            clients|them|applicants) <4> (into|by|\
        according|so that|in)? <2> (groups?|segments?|categories|types|bands|by|clusters|according|lists)?
    (predict|predicts|predicting|predicted|infer|infers|guess|forecast|estimate|work out|\
        anticipate) <8> (you|your|who|which|whether|what|how|\
        pupils|members|customers|likely|likelihood|interests|risk)
    (tailor|tailored|tailors|personali[sz]e|personali[sz]ed|personali[sz]es|customi[sz]ed?|adapt|match|\
        targeted|recommend) <6> (your|you|to) <5> \
        (history|interests|taste|tastes|habits|preferences|needs|behaviou?r|listening|viewing|browsing|\
            purchases|activity|profile|what)
    (recommendations?|suggestions?|offers|adverts?|ads|advertis*|content|prices?) <6> (based on|according to|\
        from|tailored|personali[sz]ed|\
        reflect|fit|suit|match) <6> (you|your|interests|history|browsing|bought|looked|watched)
    (wealth|propensity|affinity|prospect|credit|reputation) (screening|scoring|scores?|modelling|research|\
        checks?|profiling)
    lookalikes?
    look alike
    (machine learning|artificial intelligence|data mining|predictive|analytics models?|algorithms?|ai) <8>
    (sorted|ranked|scored|graded|banded|sifted|filtered) (by|according to|into)
    (ai|algorithm*|software|tool|model) <6> (listens?|marks?|spots?|sorts?|parses?|ranks?|scores?|predicts?|\
        flags?|detects?|rates?|reads?|picks)
    (match|matched|combine|combined|combines|merge|merged|enrich*|append*|overlay|link|linked) <6> (data|\
        information|records?|it) <8> (third|\
        other|public|external|sources|profile|picture|obtained|from)
    (learn|learns|work out|understand|see|know) <3> (what|which) <4> (interests? you|you (like|want|prefer|\
        enjoy|buy)|matters to you)
    (likes? and dislikes?|shopping habits|buying habits|browsing habits|spending habits|viewing habits|\
        lifestyle)
    profiling <1>
    (track|tracks|tracking|monitor|monitors|analy[sz]e|analy[sz]es|analy[sz]ing) <4> (your|you|how you|\
        what you) <6> (habits|patterns|behaviou?r|\
        preferences|interests|movements|like|opened?|click*)
    """
)
NOT_PICTURED: Final = Phrase(
    """
    (not|never|no|neither|nor|without) <6> (profil*|scor*|segment*|predict*|rank*|combin*|match*|track*|\
        build|personali*|tailor*|rate|analy*)
    (the match|the score was|scores are kept|matches|half time|league|fixtures?|newspaper|paper|goals?|\
        high profile|test scores?|exam*|public profile|profile (page|picture|\
        photo)|(your|user|my|the) profile)
    cookies?
    (right|rights|object)
    (aggregate|anonymous|anonymi[sz]ed|statistical)*
    """
)
