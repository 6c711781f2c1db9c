"""Signs that people are told of a new purpose, and of changes of the notice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ...model.transparency import Sign
from .passages import Passage
from .patterns import Pattern, signs_of
from .phrases import Phrase

CHANGES: Final = Phrase(
    """
    (change|changes|changed|update|updates|updated|amend|amended|amendments?|revise|revised|revisions?|\
        modify|modifications?|review|reviewed|vary|updating|changing) <10> (notice|policy|statement|\
        document|page|terms)
    (notice|policy|statement|document|page) <8> (change|changes|changed|update|updates|updated|amended|\
        amend|revised|modified|reviewed|varied)
    (notify|inform|tell|alert|let you know|email you|notified) <10> (changes?|updates?|amendments?|\
        revisions?|modifications?)
    (changes?|updates?|amendments?) <12> (notified|communicated|posted|published|announced|appear)
    """
)
UNDER_CHANGES: Final = Phrase(
    "(change|changes|update|updates|amend\\w*|revis\\w*|modif\\w*|review\\w*|post|publish)"
)
CHANGES_HEAD: Final = Phrase("(change|changes|updates?|updating|amend\\w*|revisions?|review|modifications?)")
NOT_CHANGES: Final = Phrase(
    """
    last (updated|reviewed|changed|revised|modified)
    reserves? the right
    (your|personal) (data|information|details|address|circumstances|preferences|account|settings|consent) \
        <3> (change|changes|changed|update|updated)
    cookies?
    (update|change|amend) your
    ^(updated|reviewed|revised|version)
    """
)
NEW_PURPOSE: Final = Phrase(
    """
    (new|different|another|unrelated|other|further|additional|incompatible|any other|not covered|not \
        described|change of)( \\w+)? (purposes?|reasons?|ways?) <30> (tell|inform|notify|notice|explain|\
        let you know|contact you|advise|told|informed|(seek|obtain|ask|get|request) <4> (consent|permission))
    (tell|inform|notify|explain|let you know|contact you|ask|seek|advise|told|informed) <20> (new|different|\
        another|unrelated|other|further|additional|incompatible|any other)( \\w+)? (purposes?|reasons?|ways?)
    (new|different|other) uses? (of|for) <20> (tell|inform|notify|consent|contact you|let you know)
    (purposes?|use) <10> (other than|different from|incompatible with|unrelated to|beyond) <20> (tell|\
        inform|notify|explain|let you know|contact you|(seek|obtain|ask|get|request) <4> (consent|\
        permission))
    (before|prior to) <8> (us\\w+|process\\w*) <10> (new|different|another|other|unrelated) <2> (purposes?|\
        reasons?|way)
    change <4> (the )?purposes? <24> (tell|inform|notify|explain|let you know|contact)
    """
)
NOT_NEW: Final = Phrase("third part(y|ies) <12> (purposes?|use)", "cookies?")
TOLD_FIRST: Final = Phrase(
    "tell",
    "inform*",
    "notif*",
    "explain*",
    "let you know",
    "contact you",
    "(seek|obtain|ask|get|request) <4> (consent|permission)",
    "advise",
    "told",
)
TELL: Final = (
    "(tell(s|ing)?|told|inform(s|ed|ing)?|notif(y|ies|ied|ying|ication)|notice|explain(s|ed|ing)?"
    "|let <3> know|letting <3> know"
    "|contact(s|ed|ing)? (you|them|him|her|people|parents|members|everyone)|advis(e|ed|es)|ask(s|ed"
    "|ing)? (you|for|them|first|your|their|parents|members|again)"
    "|asked|hear from (us|me)|come back to you|in touch|write to (you|them)|writ(e|ing) (to )?(you|first)"
    "|email (you|them)|warn(ed)?|note home"
    "|check with you|say so|communicat(e|ed|es)|consult(ed)?|given <3> notice|make (it )?clear|seek"
    "|obtain <3> consent|get <4> (permission|consent)"
    "|fresh (consent|permission|notice)|announce(d)?|made aware|make <3> aware|(your|their) (consent"
    "|permission|agreement|approval)|approach you|speak to you)"
)
NEW_USE: Final = (
    "((for|to|in|into|with|of|on|about|toward) <4> (something|anything|somewhere) (else|new|other"
    "|different|more|beyond|that|besides|further)"
    "|(new|different|fresh|additional|further|another|unrelated|other|extra|wider|unexpected|changed"
    "|materially different|incompatible|separate"
    "|second|novel) (\\w+ )?(uses?|ways?|purposes?|reasons?|account|manner|end|ends|processing|aims?"
    "|objectives?)"
    "|(purposes?|uses?|reasons?) (\\w+ )?(other|different|beyond|not|change|changes|changed|that is not"
    "|which is not|incompatible|besides|apart|outside)"
    "|(other|different|apart|aside) (than|from) <6> (this|that|these|those|what|which|set out|above|page"
    "|listed|described|said|purposes?|stated)"
    "|(anything|something|nothing) (other|beyond|new|different|more|else|outside|further|you would not)"
    "|outside <4> (normal|usual|ordinary|these|those|stated|original) <3> (activities|purposes|uses"
    "|running|business|work)|do more with|beyond <4> (what|this|these|those|the|that)"
    "|in (a|any|some|another) (\\w+ )?(new|different|other|materially|unexpected|further) (\\w+ )?(way"
    "|ways|manner)|not (already )?(listed|described|mentioned"
    "|covered|set out|told|expect|said|explained|foreseen|on this list)|would not expect|(use|uses"
    "|purposes?) (\\w+ )?changes?"
    "|chang(e|es|ing) <3> (purposes?|reasons?|uses?|what we do with|how we use|the way we use|what we use)"
    "|also like to use|use <4> as well)"
)
#: That something is said to be done with data.
USING: Final = Phrase(
    "{use}",
    "uses?",
    "purposes?",
    "reasons?",
    "do|doing|done",
    "(put|turn|turned|apply|applied|repurpose|re use|reuse) <6>",
    "{thing}",
)
NEW_USE_TOLD: Final = Phrase(
    f"{NEW_USE} <30> {TELL}",
    f"{TELL} <24> {NEW_USE}",
    f"(without|before|until|unless) <8> {TELL} <12> {NEW_USE}",
    f"{NEW_USE} <20> (without|before|until|unless|not) <8> {TELL}",
    "(repurpose|reuse) <8> " + TELL,
)
NEW_HEAD: Final = Phrase(
    "(new|other|further|different|additional|change of|changes? (in|of)|changing) <2> (purposes?|uses?"
    "|reasons?)",
    "something (new|else|different)",
)
TELLS: Final = Phrase(TELL)
FIRST: Final = Phrase(
    "first", "before*", "in advance", "ahead", "prior", "beforehand", "then", "will", "shall", "would"
)
NOT_NEW_USE: Final = Phrase(
    """
    third part(y|ies) <12> (purposes?|use|uses)
    cookies?
    {not} (tell|inform|notify|be told|be informed|be asked)
    (without|need not|no need to) (telling|informing|asking|notifying)
    (complain\\w*|rights?|withdraw*|object\\w*|marketing|newsletters?|courses|events|products?|offers|\
        vacanc\\w*|building)
    (change of|changes? to your) (address|details|circumstances)
    breach
    (another|other|different) (lawful|legal) (basis|bases|reasons?|grounds?)
    """
)
NOTICE: Final = (
    "(notices?|polic(y|ies)|statements?|pages?|leaflets?|documents?|terms|versions?|editions?|wording"
    "|privacy information|it|this|these|anything"
    "|something|here)"
)
ALTER: Final = (
    "(chang(e|es|ed|ing)|updat(e|es|ed|ing)|amend(s|ed|ing|ments?)?|revis(e|es|ed|ing|ions?)|alter(s|ed"
    "|ing|ations?)?|modif(y|ies|ied|ications?)"
    "|rewrit(e|es|ten|ing)|new|latest|current|newest|replac(e|es|ed|ing)|var(y|ied|ies)|review(s|ed|ing)?"
    "|edit(s|ed|ing)?|tweak(s|ed)?|reissue(d|s)?|add(ed)? to)"
)
#: That people learn of changes of the notice, or are told to look for them.
CHANGES_TOLD: Final = Phrase(
    f"""
    {ALTER} <8> {NOTICE} <24> ({TELL}|post(ed|ing)?|publish(ed|es|ing)?|put|show(n)?|banner|link|website|\
        noticeboard|notice board|newsletter|\
        look|read|check|date|here|desk|available|display(ed)?|appear(s)?|sent|send|share|copy|assembly|email|\
            flag|highlight)
    {NOTICE} <4> {ALTER} <24> ({TELL}|post(ed|ing)?|publish(ed|es|ing)?|put|show(n)?|banner|link|website|\
        noticeboard|notice board|newsletter|\
        look|read|check|date|here|desk|available|display(ed)?|appear(s)?|sent|send|share|copy|flag|highlight)
    ({TELL}|banner|see|post(ed|ing)?|publish\\w*|send|sent|put|circulate\\w*|flag|\
        highlight) <16> {ALTER} <6> {NOTICE}
    ({TELL}|banner|email you|let you know) <12> (we|i|{{org}}) (have |has )?{ALTER} <4> (anything|it|this|\
        something|{NOTICE})
    (check back|come back|look back|check here|check this|have another look|look again|reread|revisit|\
        keep an eye|read it again|look in|check it|\
        review it|review this|check our|visit this page|consult this|refer back) <12>
    (continu\\w*|carry on|keep) <2> (use|using) <14> (changes?|accept|amend\\w*|revis\\w*|updated)
    (important|significant|substantive|material|major|big|substantial|any|all|such|these) (\\w+ )?(changes?|\
        amendments?|updates?|revisions?|\
        alterations?) <12> ({TELL}|posted|published|communicated|announced|email|made known|displayed|\
            highlighted|drawn|brought|appear)
    (latest|current|newest|amended|updated|revised|new) (version|edition|notice|policy|statement|one|copy|\
        wording) <12> (website|site|online|here|\
        noticeboard|office|desk|link|page|available|ask|found|always|published|posted|supersedes?|replaces?)
    (publish\\w*|post\\w*|send|put|upload\\w*|issue\\w*|circulat\\w*|display\\w*) <6> (latest|newest|amended|\
        updated|revised|new|changed) (version|edition|\
        notice|policy|statement|one|copy|wording)
    """
)
NOT_CHANGES_TOLD: Final = Phrase(
    """
    last (updated|reviewed|changed|revised|modified)
    (your|personal|medical|his|her|their) (\\w+ )?(data|information|details|address|circumstances|\
        preferences|account|settings|consent|needs|name) \
        <3> {alter}
    {alter} <4> (your|childs|to your|in your) <3> (data|information|details|address|circumstances|\
        preferences|account|settings|consent|needs|name)
    (vacanc\\w*|timetables?|app|apps|prices?|fixtures?|products?|courses|events|menu|policy renews|\
        insurance policy|cookies?|software|tariffs?)
    (let us know|tell us|inform us|notify us)
    ^(updated|reviewed|revised|version)
    breach
    """.replace("{alter}", ALTER)
)
PATTERNS: Final = (
    Pattern("A13-3", "new-purpose", NEW_PURPOSE, also=TOLD_FIRST, unless=NOT_NEW),
    Pattern("A13-3", "new-purpose", NEW_USE_TOLD, also=USING, unless=NOT_NEW_USE),
    Pattern("A13-3", "new-purpose", TELLS, under=NEW_HEAD, also=FIRST, unless=NOT_NEW_USE),
    Pattern("A13-3", "changes", CHANGES, unless=NOT_CHANGES),
    Pattern("A13-3", "changes", CHANGES_TOLD, unless=NOT_CHANGES_TOLD),
    Pattern("A13-3", "changes", UNDER_CHANGES, under=CHANGES_HEAD, unless=NOT_CHANGES),
)


def changes(found: Sequence[Passage]) -> Iterator[Sign]:
    """Yield the signs that people are told of a new purpose, and of changes of the notice.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> text = "If we want to use your data for a new purpose, we will tell you first."
    >>> [(sign.item, sign.aspect) for sign in changes(passages(split_sentences(text)))]
    [('A13-3', 'new-purpose')]
    """
    return iter(dict.fromkeys(signs_of(PATTERNS, found)))
