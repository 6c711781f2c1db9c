"""How notices say what makes it lawful that data goes abroad, and where that can be seen."""

from __future__ import annotations

from typing import Final

from .phrases import Phrase

#: Instruments that are nothing but safeguards of a transfer.
INSTRUMENT: Final = Phrase(
    """
    standard (data protection |contractual )?(contract(ual)? )?clauses?
    (model|eu|commission) (contract(ual)? )?clauses?
    sccs?
    idtas?
    international data transfer (agreement|addendum)s?
    uk (transfer )?addendum
    binding corporate rules?
    bcrs?
    (data privacy framework|uk us data bridge|data bridge|uk extension)
    adequacy (decisions?|regulations?|determination|status|finding|agreement)s?
    (finding|basis|decision|regulations?|benefit|status) of adequacy
    article 4[569]a?
    (contracts?|agreements?|clauses|terms|wording|template|safeguards?|rules) <4> (approved|issued|\
        published|written|drawn up|drafted|\
        recognised|laid down|adopted|recommended) <4> (by|from) <3> ({ico}|commissioner|commission|\
            government|regulator|secretary of state)
    ({ico}|commissioner|commission|government|regulator)s? <2> (approved|standard|model|template|transfer) \
        <2> (contracts?|\
        agreements?|clauses|addendum|terms)
    transfer (agreement|addendum)
    approved (code of conduct|certification)
    (transfer|tra) (risk|impact) assessments?
    """
)
#: What protects data abroad only where it is plain that data goes there.
ARRANGED: Final = Phrase(
    """
    (contracts?|agreements?|clauses|terms|undertaking|rules|arrangement) <14> (same|equivalent|equal|\
        similar|approved|recognised|drawn up|written|issued|as at home|as here|uk standards|protect|protects|\
        binding|bound|stands? behind)
    (same|equivalent|approved|special|binding) <6> (contracts?|agreements?|clauses|undertaking)
    (assessed|weighed|looked at|checked) <4> risks? <6> (transfer|abroad|sending|overseas|country)
    (bound|tied) <4> (by|to) <6> (rules|contract|agreement|clauses|terms)
    (certified|signed up|registered|self certified) <6> (framework|shield|scheme|bridge)
    {not} materially lower
    (explicit )?consent <8> (transfer|abroad|overseas)
    (under|by|through|using|via|rely on|thanks to|signed) <4> (transfer|legal|approved|formal|written|\
        protective|data) <2> \
        (contracts?|agreements?|clauses|terms|undertakings?|scheme|framework|treaty|arrangements?)
    (protected|covered|governed|safeguarded|secured|backed) <3> (by|under|with) <6> (contracts?|agreements?|\
        clauses|terms|\
        undertakings?|scheme|framework|treaty|rules)
    """
)
ADEQUATE: Final = Phrase(
    """
    (covered|protected|approved|benefit|benefits|recognised|enjoys?|has|have|under|by|basis|finding|is|\
        are) <8> \
        adequacy
    (countr(y|ies)|places?|destinations?) <8> (approved|white) ?list(ed)?
    (on|from) <3> (approved|white) ?list
    (approved|white ?listed|adequate|safe) (third )?countr(y|ies)
    (government|ico|secretary of state|commission|britain|uk) <8> (approved|adequate|equivalent|good enough|\
        safe|sufficient|adequacy|approved list)
    {not} materially lower <12> (regulations?|45a|countr(y|ies))
    (data protection test|adequacy test)
    """
)
#: What makes a place approved, where one is named.
GOOD: Final = Phrase(
    """
    (adequate|adequacy|good enough|approved)
    as (good|strong|strict|safe|well|high) as
    (offers?|provides?|gives?|has|have|guarantees?|ensures?) <4> (same|comparable|similar|adequate|\
        equivalent|enough|proper|sufficient) <3> \
        (protections?|levels?|standards?|safeguards?|laws?)
    (says?|said|decided|ruled|accepts?|accepted|regards?|treats?|satisfied|happy) <10> (protects?|protected|\
        protection|safe|properly|enough|standards?|well|looks after)
    (equivalent|sufficient|essentially the same|strong enough|same (standard|level|protection)) <6> \
        (protection|standards?|laws?|level)
    (declared|treated|recognised|recognises?|accepted|judged|deemed|found|held|considers?|approved|passes) \
        <10> (safe|\
        adequate|equivalent|sufficient|protect|protection|good|test|laws?)
    """
)
_PAPERS: Final = (
    "(safeguards(?! th)|(contract(ual)? |model |standard |protective )clauses|sccs?|idtas?"
    "|binding corporate rules|bcrs?"
    "|the addendum(?! to)|(transfer|overseas|international) (contracts?|agreements?|documents?|mechanisms?"
    "|terms|paperwork)"
    "|(paperwork|documents?|terms|agreements?|contracts?|measures|arrangements?) <6> (transfers?|abroad"
    "|overseas|protects?"
    "|each|country|india|usa|united states|partner)|(protective|transfer) measures)"
)
_SEE: Final = (
    "(copy|copies|see|view|views?|look|inspect(ed)?|read|sight|obtain(ed)?|request(ed)?|ask|show|shown"
    "|published|publishes|keeps|kept|on request|let you have|hand|email|share|happy|set out|described"
    "|public|available|online"
    "|pinned|displayed|found|had|provide|post|send|supply|supplied|details|download(ed)?"
    "|link|web ?site|annex|appendix|schedule|here)"
)
#: Where what protects data abroad can be seen.
SEEN: Final = Phrase(f"{_SEE} <10> {_PAPERS}", f"{_PAPERS} <14> {_SEE}")
SEEN_HERE: Final = Phrase(
    f"""
    (copy|copies|see|view|inspect|read|sight|obtain|request|show) <8> (agreements?|contracts?|clauses|\
        framework|certificat\\w+|safeguards?|it)
    (agreements?|contracts?|framework|safeguards?|paperwork|mechanisms?) <14> {_SEE}
    (yes|certainly|of course) <8> (write|ask|email|post|send)
    """
)
PAPERS_HEAD: Final = Phrase("(see|copy|view|read) <6> (agreements?|contracts?|clauses|safeguards?|paperwork)")
#: That somebody else is told or shown, or that it is about the data itself.
NOT_SEEN: Final = Phrase(
    """
    (copy|copies) of (your|the|any|this|our)? ?(data|information|details|notice|policy)
    (security|technical|physical|organi[sz]ational) <4> (safeguards?|measures)
    {not} <4> (see|provide|available|obtain)
    """
)
