"""Signs of the data protection officer and of how to reach the officer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ...model.noun import Confidence
from ...model.transparency import Effect, Sign
from .contacts import EMAIL, MASKED, POINTER, has_address, is_regulator
from .passages import Passage
from .phrases import Phrase

OFFICER: Final = Phrase(
    """
    {dpo}
    (officer|person|individual|manager|colleague|employee|trustee|governor) (for data protection|who <3> \
        (supervises|oversees|monitors|checks|watches) <4> data protection)
    data (protection )?(administrator|guardian|coordinator|co ordinator|secretary|steward)
    (appointed|designated|nominated|named) an? data controller
    (datenschutzbeauftragte\\w*|swyddog diogelu data|delegue a la protection des donnees)
    """
)
#: An officer of somebody else, or no officer at all.
NOT_OURS: Final = Phrase(
    """
    your \\w+s (own )?{dpo}
    (their|its|his|her) own {dpo}
    (processors?|suppliers?|providers?|partners?|recipients?|employers?|{third}|banks?) <3> (own )?{dpo}
    {dpo} (couriers?|group plc|parcels?)
    {dpo} (stands for|is short for|means|is an abbreviation)
    (or|and) {dpo} (couriers?|parcels?|drivers?)
    """
)
DENIED: Final = Phrase(
    """
    {not} <8> (required|need|needed|obliged|have|necessary|appointed|appoint|designated|designate|got|\
        employ) \
        <8> {dpo}
    (too small|no (need|requirement|obligation|duty)|not large enough|need not) <10> {dpo}
    (no|without|nor) (an? |any )?(\\w+ )?{dpo}
    {not} <6> (an?|any) (\\w+ )?{dpo}
    {not} <16> (need|require|call for|justify|warrant|oblige) <6> {dpo}
    (nobody|no one|noone|none of us) <8> {dpo}
    {dpo} <8> (overkill|not appl\\w+|inapplicable|not for us|disproportionate)
    (exempt|excused|excluded|relieved|spared|excepted) <12> {dpo}
    (outside|below|beneath|under|none of) <6> (categor\\w*|scope|rules?|dut(y|ies)|requirements?|thresholds?|\
        class\\w*|criteria|limits?|groups?|kinds?) <14> {dpo}
    (do|does|did) not (meet|fall|come|reach|belong|count|qualify) <16> {dpo}
    (decided|chosen|elected|resolved|opted|concluded) (not|against|that <8> not) <6> {dpo}
    {dpo} <12> (need not|not (legally |strictly |currently )?(required|needed|necessary|appointed|compulsory|\
        mandatory|obligatory|have)|none (has|have|is|was)|no need|unnecessary|not to have|is optional|\
        not have one|not need one|do without)
    {dpo} <3> (is|are|has|have|was) (not|neither) <4> (required|needed|necessary|appointed|designated|named)
    {dpo} (:|-) (none|not (applicable|required|appointed)|no)
    {dpo} (none|not (applicable|required|appointed)|n/a)
    (instead|in place|in lieu) of (an? )?(formal )?{dpo}
    """
)
NOT_DENIED: Final = Phrase(
    """
    hesitate to contact
    (if|unless|until) <8> not
    if <6> do not have <6> contact
    (although|though|while|even though|whilst|nevertheless|but|yet|still|nonetheless) <16> (have|has|we) \
        (also |\
        nevertheless |still |voluntarily |chosen to |decided to |chose to )?(appoint|designat|nam)\\w*
    voluntar\\w* <6> (appoint|designat|nam)\\w*
    (have|has) <3> (appointed|named|designated) <4> {dpo} <8> (although|though|even)
    not <2> (the|our) {dpo}
    {not} <6> (respond|reply|satisfied|happy|share|disclose|hesitate) <10> {dpo}
    """
)
THEIRS: Final = re.compile(
    r"\b(?:dpo|d\.p\.o|data\.?-?protection|dataprotection|privacy|gdpr|dp|information\.?governance"
    r"|dp-?team)[\w.-]{0,30}@"
)
#: Where letters and questions for the officer go.
REACHED: Final = Phrase(
    """
    (address|send|direct|hand|post|give|leave|mark) <8> {dpo} <12> (at|to|in|reception|office|address|form)
    (letter|letters|questions|requests|enquiries|messages?|post) <4> {dpo} <6> (go|sent|via|through|to|\
        using|by)
    ask <6> for (the|our) {dpo}
    {dpo} <8> (extension|pigeonhole|pigeon hole|room|floor|desk|drop in|surgery hours|office hours|care of|\
        c o)
    (mark|marked|fao|attention|attn|attention of|care of|ask for|asking for) <4> {dpo}
    {dpo} <6> (by|on|via|through|at) <2> (ext\\w*|email|e mail|post|phone|telephone|letter|address|number|\
        form|link)
    (contact|email|e mail|write to|call|ring|telephone|reach|speak to) <4> {dpo} <6> (at|on|via|by|through|\
        using|\
        above|below|here)
    """
)
AFTER: Final = 8
NONE: Final = "The notice says that there is no data protection officer."


def officer(found: Sequence[Passage]) -> Iterator[Sign]:
    """Yield the signs of the data protection officer.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> text = "Ask our data protection officer, Ada Kite, at dpo@kite.example."
    >>> [sign.aspect for sign in officer(passages(split_sentences(text)))]
    ['officer', 'contact']
    """
    if any(_denies(passage) for passage in found):
        for passage in filter(_denies, found):
            yield Sign(
                item="A13-1b", effect=Effect.WAIVES, at=passage.place, why=NONE, confidence=Confidence.LIKELY
            )
        return
    written_to = [passage for passage in found if _is_theirs(passage.text)]
    spoken_of = [passage for passage in found if _speaks(passage)]
    for passage in spoken_of:
        yield _shown("officer", passage, Confidence.LIKELY)
        yield from _contact(passage, found, written_to)
    if not spoken_of:
        for passage in written_to:
            if "dpo" in passage.text:
                yield _shown("contact", passage, Confidence.ASK)


def _speaks(passage: Passage) -> bool:
    """Whether a passage or its heading names the officer, and not only in an address."""
    if NOT_OURS.within(passage.text):
        return False
    in_heading = passage.opens and OFFICER.within(passage.heading)
    return in_heading or OFFICER.within(EMAIL.sub(" ", passage.text))


def _is_theirs(text: str) -> bool:
    address = THEIRS.search(text)
    return address is not None and not is_regulator(address[0])


def _denies(passage: Passage) -> bool:
    return DENIED.within(passage.text) and not NOT_DENIED.within(passage.text)


def _contact(passage: Passage, found: Sequence[Passage], written_to: Sequence[Passage]) -> Iterator[Sign]:
    """Yield where the address of an officer stands who is spoken of in a passage."""
    near = found[passage.number : passage.number + AFTER]
    if passage.number and found[passage.number - 1].section == passage.section:
        near = (found[passage.number - 1], *near)
    for other in near:
        if other is not passage and is_regulator(other.text):
            if other.number > passage.number:
                break
            continue
        if has_address(other.text) and (other is passage or not _regulator_alone(other.text)):
            yield _shown("contact", other, Confidence.LIKELY)
            return
    if (POINTER.within(passage.text) or REACHED.within(passage.text)) and not is_regulator(passage.text):
        yield _shown("contact", passage, Confidence.LIKELY)
    elif any(MASKED.search(other.text) for other in near):
        yield _shown("contact", passage, Confidence.ASK)
    elif written_to:
        yield _shown("contact", written_to[0], Confidence.LIKELY)


def _regulator_alone(text: str) -> bool:
    return is_regulator(text) and all(is_regulator(found[0]) for found in EMAIL.finditer(text))


def _shown(aspect: str, passage: Passage, confidence: Confidence) -> Sign:
    return Sign(item="A13-1b", aspect=aspect, effect=Effect.SHOWS, at=passage.place, confidence=confidence)
