"""Signs of automated decisions and of profiling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ...model.transparency import Effect, Sign
from .decision_words import (
    ABOUT_DECISIONS,
    AUTOMATED_RIGHT,
    BY_A_MACHINE,
    EXPLAINED,
    LOOKED_AT,
    MACHINES_DECIDE,
    NO_MACHINE,
    NOT_PICTURED,
    PICTURED,
)
from .passages import Passage
from .patterns import Pattern, signs_of
from .phrases import Phrase

SCORED: Final = Phrase(
    """
    profil(ing|ed) <6> (you|of you|customers?|users?|individuals?|about you|your|build|individual|\
        supporters|donors)
    (build|create|develop|maintain|builds|building|creating) <6> (profile|profiles|picture) <4> (of|about|on)
    (score|scores|scoring|credit score|risk score|scored|wealth screening|segment\\w*|lookalike|\
        algorithm\\w*|machine learning|artificial intelligence)
    (combine|combining|combined|match|matching|merge|enrich\\w*) <10> (data|information) <14> (other|\
        sources|about you|third|richest|picture|profile)
    (analyse|analysing|predict|infer) <6> (your )?(preferences|interests|behaviou?r|personal aspects|habits|\
        likely)
    (use|uses|using|carry out|conduct|do|engage in|by|and|or|through|includes?) <3> profiling
    (tailor|personali[sz]|target)\\w* <6> (advert\\w*|ads|marketing|offers|content|recommendations?)
    """
)
NOT_SCORED: Final = Phrase(
    """
    (your|user|public|account|social media|the|a|my) profile (page|picture|photo|information|data|is|\
        settings|details|name)
    {not} <8> (profil\\w*|automated|segment\\w*|combine|match|score)
    cookies?
    (right|rights|object)
    (test|exam|half time) scores?
    scores? (was|is|are kept)
    no <3> profiling
    """
)
AUTOMATED: Final = Phrase(
    """
    {decide}
    (decisions?|profiling) <8> (automated|automatically|solely|without human|by computer|algorithm\\w*|\
        artificial)
    (automated|automatic|automatically) <4> (decision|decisions|processing|decision making|means|profiling|\
        systems?)
    (decided|made) <3> by (a |our )?(computer|machine|algorithm|system)
    (based|solely|only) <4> automat*
    """
)
NO_DECISION: Final = Phrase(
    """
    {not} <8> (use|uses|using|make|makes|making|carry|carried|carrying|undertake|conduct|involve|involves|\
        subject|have|perform|engage|employ|apply|do|take|rely|based|made|any|solely|used|subjected|operate|\
        include|taking|taken|currently) <14> (automated|profiling|automatic|automatically|automated)
    (no|without|never|not) <6> (automated|profiling|automatic|automatically)
    (automated|automatic) <6> (decision|decisions|decision making|profiling|processing) <10> (not|no|never|\
        none|n a)
    (no|not|never|nothing) <8> (decided|decisions?) <8> (computer|machine|automat\\w*|algorithm\\w*) <3>
    (human|person|member of staff|people) <4> (always|reviews?|reads|makes?|decides?) <6> (decisions?|every|\
        all|each|before)
    """
)
NO_RIGHT: Final = Phrase(
    "(right|rights|obligation) <10> (automated|profiling)",
    "(right|rights) <8> not to",
    "not to be subject",
    "(right|object|ask|request) <30> (not|automated)",
    "(not be subject|subject to) <6> (decisions?|automated)",
)
BY_MACHINE: Final = Phrase(
    """
    (carried out|processed|processing|collected|done) <4> by automated means
    automated (means|technologies|interactions)
    portab*
    automated <3> (scan\\w*|test\\w*|back ?ups?|emails?|messages?|repl(y|ies)|logs?|phone|calls?|collection)
    automatically collect\\w*
    """
)
PORTABLE: Final = Phrase("portab*")
#: That a person looks at a decision, said in a sentence of its own.
PERSON: Final = Phrase(
    """
    (ask|asking|request|right|can|may|always|will|have) <8> \
        (person|human|member of staff|someone|colleague|manually) <8> (review*|look*|reconsider*|check*|\
            interven*|decide|decision)
    (challenge|contest|appeal against|dispute|express) <4> (decision|point of view)
    """
)
HUMAN: Final = Phrase(
    """
    (right|rights|ask|request|object|contest|challenge|entitled|review) <20> (automated|decision|decisions|\
        profiling|human)
    (human|manual|person|staff) <4> (intervention|review|reviews|reviewed|involvement|check|checks|oversight)
    (logic|how the decision|how (the|our) <3> (algorithm|system|profil\\w*) works?)
    (automated|solely) <20> (right|object|contest|challenge|human|review)
    """
)
PROFILED: Final = "People are profiled, or data about them is combined."
#: A heading that is about decisions by machines, and answers that say there are none.
REACHED: Final = Phrase(
    "(explain|explanation|told|tell you|reasons?|understand|why) <4> (decisions?|result|outcome"
    "|score) <4> (reached|made|came|taken|"
    "arrived|given|calculated)?",
    "decisions? <2> (explained|overturned|overridden|reconsidered)",
    "human (intervention|review|being|reviewer|check|involvement|oversight)",
    "real (person|human)",
    "(person|human|somebody|someone|member of staff|colleague) <4> (look again|reconsider|review|recheck"
    "|go over|second look|look at it again)",
    "(explanation|reasons) <2> (of|for) <2> (decision|result|outcome|score)",
)
DECISIONS_HEAD: Final = Phrase("automat*", "(computers?|machines?|algorithms?|profil*|ai) <6>", "decisions?")
NONE_AT_ALL: Final = Phrase(
    "^(none|no|never|not applicable|n a|nil|nothing|not at all|we (do not|make no|never|have no|use no))"
)
NO_GATE: Final = Phrase(
    "cookies?",
    "your (computer|device|browser|phone)",
    "complain\\w* <8> (outcome|decision)",
    "(doors?|gate|barrier|cars?|backups?|back ups?|reminders?|repl(y|ies)|records? calls|updates?|installed)",
    "(planning|council|court|licensing|exclusion) <3> (decisions?|appeals?)",
    "decided not to <8>",
    "by automated means <8> (receive|structured|portab*|machine readable)",
    "(automatically|automated) <4> (delet|eras|collect|log|record|clos|sent|generat|remov|purg|renew)*",
    "(delet|eras|collect|log|record|clos|sent|generat|remov|purg|renew|stor|captur)* <3> automatically",
)
UNLESS_NONE: Final = NO_RIGHT | Phrase(
    "cookies?",
    "advertis*",
    "unless",
    "right not to",
    "whether or not",
    "automatically (override|outweigh)",
    "(machine|computer|software|system) not (a|by a)",
    "not at first",
)
UNLESS_MACHINE: Final = (
    Phrase(
        "(no|not|never|neither|nor|none|nothing|without|nobody is) <4> (automat*|decisions?|decided"
        "|computers?|machines?|algorithms?|profil*)",
        "(computers?|machines?|software|algorithms?|systems?) <1> (not|never|no) <1> (decid|make|play|have"
        "|choos|reject|judg)*",
    )
    | NO_RIGHT
    | NO_GATE
    | AUTOMATED_RIGHT
)
PATTERNS: Final = (
    Pattern("A13-2f", "none", NO_DECISION, unless=UNLESS_NONE | NO_GATE),
    Pattern("A13-2f", "none", NO_MACHINE, unless=UNLESS_NONE | NO_GATE),
    Pattern("A13-2f", "none", NONE_AT_ALL, under=DECISIONS_HEAD, unless=UNLESS_NONE),
    Pattern("A13-2f", "decisions", AUTOMATED, unless=NO_DECISION | NO_RIGHT | BY_MACHINE, not_under=PORTABLE),
    Pattern("A13-2f", "decisions", MACHINES_DECIDE, unless=UNLESS_MACHINE, not_under=PORTABLE),
    Pattern("A13-2f", "safeguards", PERSON, near=AUTOMATED, unless=BY_MACHINE, not_under=PORTABLE),
    Pattern("A13-2f", "safeguards", HUMAN, also=AUTOMATED, unless=BY_MACHINE, not_under=PORTABLE),
    Pattern("A13-2f", "safeguards", LOOKED_AT, near=BY_A_MACHINE, unless=NO_GATE, not_under=PORTABLE),
    Pattern("A13-2f", "safeguards", LOOKED_AT, also=ABOUT_DECISIONS, unless=NO_GATE, not_under=PORTABLE),
    Pattern(
        "A13-2f",
        "safeguards",
        LOOKED_AT,
        under=ABOUT_DECISIONS | BY_A_MACHINE,
        unless=NO_GATE,
        not_under=PORTABLE,
    ),
    Pattern("A13-2f", "safeguards", REACHED, unless=NO_GATE, not_under=PORTABLE),
    Pattern("A13-2f", "safeguards", EXPLAINED, also=BY_A_MACHINE, unless=NO_GATE, not_under=PORTABLE),
    Pattern("A13-2f", "safeguards", EXPLAINED, under=BY_A_MACHINE, unless=NO_GATE, not_under=PORTABLE),
    Pattern("A13-2f", "safeguards", AUTOMATED_RIGHT, unless=NO_GATE, not_under=PORTABLE),
    Pattern("A13-2f", "", SCORED, unless=NOT_SCORED, effect=Effect.APPLIES, why=PROFILED),
    Pattern("A13-2f", "", PICTURED, unless=NOT_PICTURED, effect=Effect.APPLIES, why=PROFILED),
    Pattern("A13-2f", "", MACHINES_DECIDE, unless=UNLESS_MACHINE, effect=Effect.APPLIES, why=PROFILED),
)


def decisions(found: Sequence[Passage]) -> Iterator[Sign]:
    """Yield the signs of automated decisions, of their safeguards, and of profiling, which makes both due.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> text = "We make no automated decisions about you."
    >>> [(sign.item, sign.aspect) for sign in decisions(passages(split_sentences(text)))]
    [('A13-2f', 'none')]
    """
    return iter(dict.fromkeys(signs_of(PATTERNS, found)))
