"""Signs of whether data leaves the country, and what makes that lawful."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ...model.transparency import Sign
from . import safeguard_words as safeguards
from . import transfer_words as words
from .passages import Passage
from .patterns import shows
from .phrases import Phrase
from .purposes import cells, without
from .transfer_words import NO, WHERE_HEAD, YES

STAYS: Final = Phrase(
    """
    {not} <8> (transfer|send|sent|store|stored|share|shared|transferred|process|processed|move|export|leave|\
        leaves|held|hold|host|hosted|go|taken|keep|kept)* <14> (outside|overseas|abroad|third countr(y|ies)|\
        other countr(y|ies)|internationally|beyond|leave|international)
    (no|without) <4> (transfers?|data|information|details) <8> (outside|abroad|overseas|leaves?|take place)
    no (international|overseas|cross border|restricted) transfers?
    (international|overseas|restricted) transfers? <4> : (none|no|n a)
    (transfers?|transferred|leave|leaves|sent|stored|processed) <6> {not} <6> (outside|overseas|abroad|uk|\
        united kingdom|eea|country)
    (remain|remains|stay|stays|kept|held|stored|hosted|processed|located|based|servers?|data) <10> (only|\
        solely|exclusively|entirely|always) <6> (in|within|inside) the (uk|united kingdom|eea|eu|european)
    (remain|remains|stay|stays) <4> (in|within|inside) the (uk|united kingdom|eea|eu|european)
    (held|stored|hosted|kept|processed|servers?|data cent(re|er)s?) <10> (in|within|inside) <2> (uk|united \
        kingdom|england|scotland|wales|great britain|london)
    (uk|united kingdom) (based|hosted) (servers?|data cent(re|er)s?|hosting)
    """
)
STAYS_UNLESS: Final = Phrase(
    """
    (unless|except|without|normally|usually|generally|currently intend|other than|some|may|might|where|if|\
        however|or outside|and outside|world|worldwide|mirrored|usa|united states|america|overseas|abroad)
    """
)
GOES: Final = Phrase(
    """
    (transfer|transfers|transferred|transferring|sent|send|stored|stores|store|hosts|keeps|holds|held|\
        processed|process|hosted|\
        shared|share|located|based|operating|accessed|go|collected|maintained|move|moved|servers?|use|used|\
        travel) <20> (abroad|overseas|outside (of )?(the )?(uk|united kingdom|eea|eu|european|country|\
        jurisdiction)|(other|third|different|another|foreign|multiple|those|which|these|various|non \\w+) \
        (countr(y|ies)|jurisdictions?)|internationally|around the world|globally|worldwide|united states|\
        usa|u s|america|india|china|canada|singapore|philippines|australia|the us)
    (international|overseas|cross border|restricted|worldwide|global) (data )?transfers?
    (transfer|transfers) <10> (to|from) (the us|usa|united states|countr(y|ies)|third countr(y|ies)|outside)
    (located|based|hosted|stored|established|situated|operat*|servers?|headquartered|help ?desk|held|\
        processed) <6> in (the us|the u s|(the )?usa|(the )?united states|america|india|china|canada|\
        singapore|philippines|australia|california|japan|south africa|israel|brazil|ireland|germany|\
        netherlands|france|eu|eea|european union|european economic area)
    (outside|beyond) (of )?(the )?(uk|united kingdom|eea|eu|european)
    """
)
SAFEGUARDS: Final = Phrase(
    """
    standard (data protection |contractual )?(contract(ual)? )?clauses?
    (model|contractual|contract) clauses
    sccs?
    idta
    international data transfer (agreement|addendum)
    uk addendum
    binding corporate rules
    bcrs?
    (data privacy framework|privacy shield|data bridge|uk extension)
    (approved|specific|standard|european commission) <3> contracts? <8> (approved|protection|same|\
        commission|use)
    adequacy (decisions?|regulations?|determination|status|finding|agreement)s?
    (deemed|considered|recognised|found|determined|ensur\\w+|provide\\w*|has|have|offers?) <6> (adequate|\
        adequacy)
    article 4[679]
    article 45
    """
)
ADEQUATE: Final = Phrase(
    """
    (adequacy (decisions?|regulations?|determination|status|finding|agreement)s?|covered by <4> adequacy|\
        adequacy)
    (deemed|considered|recognised|found|determined|decided|assessed|approved) <12> adequate
    (countr(y|ies)|jurisdictions?|destinations?) <10> (adequate|approved|equivalent) <4> (level|protection|by)
    adequate (level of )?(data )?protection <8> (by|decision|commission|secretary)
    """
)
ALTERNATIVES: Final = Phrase(
    "standard <3> clauses",
    "(contractual|model|contract) clauses",
    "sccs?",
    "idta",
    "binding corporate",
    "transfer agreement",
    "contracts? <6> approved",
)
SEEN: Final = Phrase(
    """
    (copy|copies|obtain|see|view|request|inspect) <10> (safeguards?|clauses?|agreements?|mechanisms?|\
        transfer|transfers|sccs?|addendum|contracts?)
    (safeguards?|clauses?|agreements?|mechanisms?|transfers?|idta|addendum|abroad|countries|outside) <24> \
        (contact us|ask us|copy|copies|on request|further information|more information|details)
    (further|more|additional) (information|details?) <10> (safeguards?|mechanisms?|transfers?|clauses?)
    (ask|contact|email|write to) <6> (us|{dpo}) <4> for a copy
    """
)
TRANSFER_HEAD: Final = Phrase(
    """
    (international|overseas|abroad|transfers?|transferring|outside|where <6> (stored?|held|kept|processed|\
        send)|countr(y|ies)|location)
    """
)
LEAVES: Final = Phrase(
    """
    (transfer|transferred|sent|stored|processed|shared|hosted|located|based|held) <14> ({abroad}|the usa?|\
        united states|u s|america|worldwide|world wide)
    (international|overseas|restricted) (data )?transfers?
    """
)
PLACES: Final = Phrase("countr(y|ies)", "islands?", "eea", "eu", "destinations?")
#: A promise to see to protection says nothing of whether a country is approved.
MUST: Final = Phrase("(make|makes|making) sure", "ensur(e|es|ing)", "steps", "only (if|where|when|to)")
DENIES: Final = Phrase("{not}", "(no|none|nothing)")
COOKIE: Final = re.compile(r"\bcookies?\b")


def transfers(found: Sequence[Passage]) -> Iterator[Sign]:
    """Yield the signs of transfers abroad, their safeguards, and of data that stays.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> text = "We do not send your data outside the UK."
    >>> [(sign.item, sign.aspect) for sign in transfers(passages(split_sentences(text)))]
    [('A13-1f', 'none')]
    """
    spoken = {p.number for p in found if GOES.within(p.joined) or TRANSFER_HEAD.within(p.heading)}
    leaving = [
        LEAVES.within(p.text) and not (STAYS.within(p.text) or _stays(p)) and not COOKIE.search(p.text)
        for p in found
    ]
    goes = any(leaving)
    alternatives = any(ALTERNATIVES.within(p.text) for p in found)
    for passage in found:
        near = any(number in spoken for number in range(passage.number - 6, passage.number + 4))
        stays = _stays(passage)
        if stays and not goes:
            yield shows("A13-1f", "none", passage)
        elif not stays and _goes(passage):
            yield shows("A13-1f", "transfer", passage)
        abroad = near or _abroad(passage)
        if _safeguarded(passage, abroad=abroad):
            yield shows("A13-1f", "safeguard", passage)
            if near and ("http" in passage.text or "www." in passage.text):
                yield shows("A13-1f", "copy", passage)
        if not alternatives and _approved(passage, near=near):
            yield shows("A13-1f", "adequate", passage)
        if _shown(passage, near=near):
            yield shows("A13-1f", "copy", passage)


def _stays(passage: Passage) -> bool:
    text = passage.text
    asked = passage.opens or passage.lead or cells(passage)
    if asked and WHERE_HEAD.within(passage.context) and NO.within(text) and not YES.within(text):
        return True
    if passage.item and words.LABEL.within(text) and words.AT_HOME.within(text) and not _names(passage):
        return not STAYS_UNLESS.within(text)
    if words.OUTSIDE.within(text) or not (STAYS.within(text) or words.STAYS.within(text)):
        return False
    denies = DENIES.within(text)
    left = without(words.STAYS, without(STAYS, text)) if denies else text
    return not STAYS_UNLESS.within(left) and not words.UNLESS.within(text)


def _goes(passage: Passage) -> bool:
    text = passage.text
    if COOKIE.search(text):
        return False
    if GOES.within(passage.joined, len(passage.joined) - len(text)) or words.WORLD.within(text):
        return True
    if passage.item and WHERE_HEAD.within(f"{passage.context} {_first_cell(passage)}") and _names(passage):
        return True
    handled = words.MATTERS.within(text) and words.HANDLED.within(text)
    if not (handled or words.ELSEWHERE.within(text) or (passage.item and words.LABEL.within(text))):
        return False
    return not words.NOT_PLACE.within(text) and "@" not in text and _names(passage)


def _first_cell(passage: Passage) -> str:
    return (cells(passage) or ("",))[0]


def _names(passage: Passage) -> bool:
    return words.CITY.within(passage.text) or words.foreign(passage.raw)


def _abroad(passage: Passage) -> bool:
    return GOES.within(passage.text) or words.WORLD.within(passage.text) or _names(passage)


def _safeguarded(passage: Passage, *, abroad: bool) -> bool:
    text = passage.text
    if safeguards.INSTRUMENT.within(text):
        return True
    return abroad and (SAFEGUARDS.within(text) or safeguards.ARRANGED.within(text))


def _approved(passage: Passage, *, near: bool) -> bool:
    text = passage.text
    if safeguards.ADEQUATE.within(text) or (near and ADEQUATE.within(text)):
        return True
    return safeguards.GOOD.within(text) and not MUST.within(text) and (_names(passage) or PLACES.within(text))


def _shown(passage: Passage, *, near: bool) -> bool:
    text = passage.text
    if safeguards.NOT_SEEN.within(text):
        return False
    if passage.opens and safeguards.PAPERS_HEAD.within(passage.heading):
        return True
    return safeguards.SEEN.within(text) or (near and (SEEN.within(text) or safeguards.SEEN_HERE.within(text)))
