"""Signs of why data is used: the purposes, their lawful bases, the interests that are pursued."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ...model.transparency import Sign
from . import why_words as words
from .bases import DENIED, Basis, spoken_of
from .passages import Passage
from .patterns import applies, shows
from .phrases import Phrase
from .purposes import EMPTY, cells, tells_purpose, without

#: What the column of purposes is headed.
COLUMN: Final = Phrase(
    "purposes?",
    "activit(y|ies)",
    "(why|how) <3> {use}",
    "what <3> (do|for)",
    "reasons?",
    "uses?",
    "used for",
    "why",
)
#: That a heading, or what introduces a list, announces purposes.
ANNOUNCED: Final = Phrase(
    """
    (how|why|what|when|reasons?|purposes?|ways) <6> {use}
    (use|uses|using|used|process|processed|collect|collected|need|purposes?) <8> (to|for|in order to|so \
        that|following|purposes?|below|include|including)
    purposes?
    (use|uses) of
    what <4> (do|does) with
    why we
    """
)
NOT_ANNOUNCED: Final = Phrase(
    """
    cookies?
    what <4> (collect|hold|data|information) we
    (keep|retain|long)
    rights?
    share
    disclos*
    secur*
    categories
    transfer*
    what <4> {data} <4> (collect|hold|process|use|need)
    types? of
    """
)  # fmt: skip
USED_FOR: Final = Phrase(
    """
    {use} <10> (to|for|so that|so|in order to|in connection with|because|when|as part of)
    (purposes? of|purposes? (is|are)|for <4> purposes?|purpose :)
    {data} (is|are|will be|may be) <4> (used|processed|collected|held|needed|required) <6> (to|for|in|by)
    (help|helps|allow|allows|enable|enables) us
    (to|so (that )?we can) <2> (contact|send|provide|respond|answer|process|deliver|verify|administer|\
        manage) <3> (you|your)
    """
)
#: The word itself, which no other word need support.
OPENLY: Final = Phrase("for the purposes? of (?!th)\\w+ing", "purposes? (is|are) to")
#: Sentences that speak of data but not of what it is used for.
NOT_A_USE: Final = Phrase(
    """
    {not} <3> (use|process|collect|sell|share|disclose|pass|hold|store|keep|ask)
    (right|rights|entitled|ask us|request|object|complain*|withdraw) <6> (to|of)
    (retain|retention|delete|deleted|erased|as long as)
    cookies?
    (this|our) (privacy )?(notice|policy|statement) (explains|describes|sets|tells|applies|covers|outlines|\
        has been|is)
    third part(y|ies) <6> (use|process)
    changes? to (this|our)
    privacy (notice|policy|statement) (is|has|was|applies|explains)
    """
)
OTHER_BASES: Final = Phrase("consent", "contract(ual)?", "(legal|statutory) obligations?", "public task")
RELIED: Final = Phrase("{legitimate}", "(article|art|section) 6 1 f")
RIGHTS_HEAD: Final = Phrase("rights?", "object*", "complain*", "secur*", "contact")
DATA: Final = Phrase(
    "{data}", "(it|them|cctv|footage|photos?|photographs|email|emails|address|images?|recordings?)"
)
OBJECTING: Final = Phrase(
    "compelling",
    "(right|rights|object|objecting) <14> (object|processing|{legitimate})",
    "object to",
    "objection",
)
RELIED_ON: Final = "Something rests on legitimate interests."
#: Which part of the bases must be tied to a use.
THIN: Final = 0.6
#: Bases that are tied in plain words where nothing speaks of lawful bases as such.
PLAINLY: Final = frozenset({"contract", "legitimate"})


FOR_A_TIME: Final = Phrase("for (up to |at least )?{period}")
CHANGED: Final = Phrase("(different|new|another|incompatible) purposes?")
KNOWN: Final = Phrase("what (we|i) (know|hold|have)", "(it|this) helps (us|me)")


def why(found: Sequence[Passage], bases: Sequence[Basis]) -> Iterator[Sign]:
    """Yield the signs of purposes, of lawful bases and of the interests that are pursued.

    >>> from audit_lib.notice.signs.bases import bases_in
    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> text = "We use your address to deliver your order. The legal basis is a contract with you."
    >>> found = passages(split_sentences(text))
    >>> [(sign.item, sign.aspect) for sign in why(found, tuple(bases_in(found)))]
    [('A13-1c-p', 'purposes'), ('A13-1c-b', 'basis'), ('A13-1c-b', 'linked')]
    """
    yield from _purposes(found)
    yield from _bases(bases)
    yield from _interests(found)


def _purposes(found: Sequence[Passage]) -> Iterator[Sign]:
    for passage in found:
        if (_speaks_of_use(passage) and any(map(tells_purpose, _parts(passage)))) or _says_what_for(passage):
            yield shows("A13-1c-p", "purposes", passage)
        elif _speaks_vaguely(passage):
            yield shows("A13-1c-p", "vague", passage)


def _parts(passage: Passage) -> tuple[str, ...]:
    return tuple(
        without(words.VAGUE, without(FOR_A_TIME, part)) for part in cells(passage) or (passage.text,)
    )


def _says_what_for(passage: Passage) -> bool:
    """Whether a passage says in everyday words what data is for."""
    text = passage.text
    if words.NOT_FOR.within(text) or RIGHTS_HEAD.within(passage.heading) or NOT_A_USE.within(text):
        return False
    left = without(words.VAGUE, without(EMPTY, text))
    if words.FOR.within(left) or (words.LABEL.within(left) and not cells(passage)):
        return True
    if words.DOING_HEAD.within(passage.heading) and passage.opens and words.DOING.within(left):
        return True
    entries = cells(passage)[1:] if cells(passage) else (left,)
    whole = bool(cells(passage)) or passage.item
    return whole and not words.NOT_TO_DO.within(text) and any(map(words.TO_DO.within, entries))


def _speaks_vaguely(passage: Passage) -> bool:
    text = passage.text
    if CHANGED.within(text):
        return False
    if _speaks_of_use(passage):
        return EMPTY.within(text) or words.VAGUE.within(text)
    if words.NOT_FOR.within(text) or RIGHTS_HEAD.within(passage.heading) or NOT_A_USE.within(text):
        return False
    spoken = DATA.within(passage.joined) or KNOWN.within(text) or text.startswith(("for ", "to "))
    return spoken and words.VAGUE.within(text)


def _speaks_of_use(passage: Passage) -> bool:
    if NOT_A_USE.within(passage.text) or RIGHTS_HEAD.within(passage.heading):
        return False
    if OPENLY.within(passage.text) or _used_for(passage):
        return True
    if cells(passage):
        return COLUMN.within(passage.context)
    announced = ANNOUNCED.within(passage.context) and not NOT_ANNOUNCED.within(passage.context)
    return announced and passage.item


def _used_for(passage: Passage) -> bool:
    return DATA.within(passage.joined) and USED_FOR.within(without(FOR_A_TIME, passage.joined))


def _bases(bases: Sequence[Basis]) -> Iterator[Sign]:
    """Yield the bases, and their ties where most of them are tied, or the only one is that of everything."""
    for basis in bases:
        yield shows("A13-1c-b", "basis", basis.passage)
    names = {basis.name for basis in bases}
    tied = {basis.name for basis in bases if basis.tied}
    ties = {basis.passage.number for basis in bases if basis.tied}
    whole = tied | {basis.name for basis in bases if basis.sole}
    reasons = {basis.name for basis in bases if basis.reason}
    said = (
        any(basis.tied and spoken_of(basis.passage) for basis in bases) or tied >= PLAINLY or reasons >= names
    )
    only = whole == names and (said or any(basis.sole for basis in bases))
    if only or (said and len(ties) >= 2 and len(tied) >= THIN * len(names)):
        for basis in bases:
            if basis.tied or basis.sole:
                yield shows("A13-1c-b", "linked", basis.passage)


def _interests(found: Sequence[Passage]) -> Iterator[Sign]:
    for passage in found:
        text = passage.text
        if DENIED.within(text) or words.NOT_INTEREST.within(text):
            continue
        told = words.INTEREST.within(without(EMPTY, text)) and not OBJECTING.within(text)
        relied = RELIED.within(passage.joined) or words.RELIED.within(text)
        if not (told or relied):
            continue
        if OBJECTING.within(text) or RIGHTS_HEAD.within(passage.heading):
            continue
        if told or RELIED.within(text) or words.RELIED.within(text):
            yield applies("A13-1d", passage, RELIED_ON)
        if RELIED.within(text) or words.RELIED.within(text):
            yield shows("A13-1d", "relied-on", passage)
        if told or (RELIED.within(passage.joined) and _names_interest(passage)):
            yield shows("A13-1d", "interest", passage)


def _names_interest(passage: Passage) -> bool:
    if passage.item and not RELIED.within(passage.text):
        return tells_purpose(passage.text)
    if cells(passage):
        return any(
            tells_purpose(cell) or len(cell.split()) > 3 for cell in cells(passage) if not RELIED.within(cell)
        ) or tells_purpose(passage.text)
    behind = [passage.text[match.end() :] for match in RELIED.matches(passage.text)]
    if OTHER_BASES.within(passage.text):
        return any(map(tells_purpose, behind))
    return tells_purpose(passage.text)
