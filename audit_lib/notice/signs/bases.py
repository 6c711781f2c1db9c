"""Which lawful bases a sentence relies on, and whether it ties them to what is done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from .passages import Passage, beside
from .phrases import Phrase
from .purposes import cells, tells_purpose, without
from .why_words import ENTRY, GROUNDS_HEAD, NOT_GROUNDS, SAY_SO, TURNED
from .why_words import GROUNDS as REASONS

#: Words for a basis that are plain wherever they stand.
PLAIN: Final = {
    "consent": Phrase(
        """
        (with|by|on|upon|have|has|had|obtain|obtained|get|got|seek|sought|given|gave|give|giving|through|\
            based on|rely on|relying on|received|ask for|asked for|need|where|requires?) <3> consent
        consent <4> (is|as|was) <4> (basis|ground)
        (you|have|has) (consented|opted in|agreed) to
        your (explicit |express |prior |informed |freely given )*(consent|permission|agreement)
        (article|art|section) 6 1 a
        """
    ),
    "contract": Phrase(
        """
        (perform|performing|performance|fulfil|fulfill|fulfilling|fulfilment|necessary for|enter|entering|\
            entered|carry out|carrying out|execution|deliver|complete|honour|administer|administering|part \
            of|needed for|required for|because of) <6> (contracts?|agreements?)
        under (a|our|the|your|that|this) <2> (contract|agreement)
        contract(ual)? (necessity|obligations?|basis|requirements?|grounds?|purposes|reasons)
        (contract|agreement) (that )?(we have )?(with|between|to which|you have)
        (article|art|section) 6 1 b
        """
    ),
    "legal": Phrase(
        """
        (legal|statutory|regulatory|legal or regulatory) (and regulatory )?(obligations?|requirements?|\
            dut(y|ies)|compliance|responsibilities)
        (required|obliged|need|have|necessary|bound) <4> (by|under) <3> (law|legislation|statute)
        (comply|compliance|complying) with <4> (law|laws|legislation|legal|statutory)
        (the )?law (requires|obliges|says)
        (article|art|section) 6 1 c
        """
    ),
    "vital": Phrase("vital interests?", "(article|art|section) 6 1 d"),
    "task": Phrase(
        """
        public (tasks?|functions?|dut(y|ies))
        (task|functions?|processing|carried out|necessary|duties|done) <4> (in|for) the public interest
        (official|public) authority (vested|function|task|in)
        (exercise|exercising) <4> official authority
        official (authority|functions?)
        (article|art|section) 6 1 e
        """
    ),
    "legitimate": Phrase("{legitimate}", "(article|art|section) 6 1 f"),
}
#: Words for a basis where it is plain that bases are spoken of.
BARE: Final = {
    "consent": Phrase("consent(ed)?", "permission"),
    "contract": Phrase("contract(s|ual|ually)?", "agreement"),
    "legal": Phrase("legal(ly)?", "statut*"),
    "vital": Phrase("vital", "life", "lives"),
    "task": Phrase("public"),
    "legitimate": Phrase("legitimate"),
}
#: That bases are spoken of.
SPOKEN_OF: Final = Phrase(
    """
    {lawful}
    (basis|bases|grounds?) (for|of|on which|under which|we|is|are|that)
    (rely|relies|relying|relied|depend) (up)?on
    (article|art) 6
    conditions? (for|of) processing
    why <6> (allowed|lawful|legal)
    what <4> (law|allows)
    (legal|lawful) <3> (basis|bases)
    lawfulness
    """
)
GROUNDS: Final = Phrase("{lawful}", "law(s|ful|fully)?", "(data protection|privacy) <1> (law|legislation)")
#: What is said of consent or a contract without relying on them.
NOT_RELIED: Final = Phrase(
    """
    {not} <6> (need|require|rely|relying|ask for|seek|have to (ask|get)|obtain|use|relied|requiring|process|\
        transfer|share|pass|disclose|sell|give|apply|based|send|use)* <12> (consent|permission|legitimate \
        interests?|agreement)
    without <6> (consent|permission)
    (instructions|processors?|service providers?|suppliers?|contractors?|third part(y|ies)|written) \
        <20> (contracts?|agreements?)
    (contracts?|agreements?) <6> (with|on|between) <4> (suppliers?|providers?|them|third|processors?|those)
    withdraw* <6> consent
    consent <8> withdr*
    unless <8> (consent|permission|agree)
    consent <4> (not|never) (required|needed|necessary)
    (cookies?|banner|parental|parents?|guardians?) <4> consent
    consent <3> cookies?
    by (using|visiting|accessing|continuing|submitting|providing|browsing) <20> consent
    (object|objection) <12> {legitimate}
    (change|changed|changes|new|prior) <14> (seek|obtain|ask for) <4> consent
    (seek|obtain|ask for) <4> consent <8> (new|change)
    (right|rights) <10> (consent|contract|{legitimate})
    if <4> (rely|relying|based) <4> (consent|legitimate interests?)
    (where|when|if) <10> (rely|relying|relied|based) <6> {legitimate} <20> object
    """
)
DENIED: Final = Phrase("{not} <4> (rely|relying|use|need|require|based) <4> (consent|legitimate interests?)")


#: In a sentence below this a bare word for a basis can hardly mean anything else.
SHORT: Final = 160
#: A basis in brackets behind what is done on it.
BRACKETED: Final = re.compile(
    r"\((?:[\w ]{0,20}\b)?(?:consent|contract|legal obligations?|legitimate interests?|public task"
    r"|vital interests?)[^()]{0,30}\)"
)
SINGLE: Final = Phrase(
    """
    (lawful|legal) (basis|ground) <14> (is|was|will be)
    (basis|ground) (for|of) <10> (is|was)
    (lawful|legal) (basis|ground):
    (in this case|is|are) <3> necessary
    (process|processing|processed) <8> (under|on the basis)
    """
)
QUALIFIED: Final = Phrase(
    "(some|most|may|sometimes|where|if|when|circumstances|occasionally|one of|one or more|following|are :)"
)
#: That the law is spoken of as a reason to pass on or keep data, which every notice does.
ASIDE: Final = Phrase(
    "(disclos|shar|retain|keep|access|report|releas|preserv|delet|eras)*",
    "(comply|accordance) with <6> (data protection|privacy|gdpr)",
    "we will comply",
)
SHARED: Final = Phrase("(shared?|shares|sharing|disclos*|third part(y|ies)|retain|retained|retention|access)")
#: That something in particular is done on a ground.
FRAMED: Final = Phrase(
    """
    (is|are|gets?|was|were) <2> (\\w+ed|done|given|taken|sent|held|kept|made|run|paid|seen|shown|drawn) \
        <4> (on|under|\
        in|with|by|for|pursuant|because|only|to|as)
    (for|when|in|to) \\w+ing <8>,? (we|i) <2> (rely|depend|go by|have|need|use|ask|get)
    (is|are) (necessary|needed|required) (for|to|by|under|in)
    """
)
GENERAL: Final = re.compile(
    r"(?:(?:all|any|the|your|this|that|such|personal|some|our|we|most|lawful|legal|where|if|when|in"
    r"|special|category|of) )*"
    r"(?:data|information|processing|it|use|this|uses?|process|consent|details|bas[ei]s|grounds?)\b"
    r"|we (?:\w+ ){0,2}(?:process|use|collect|handle) (?:\w+ ){0,2}(?:data|information)"
    r" (?:if|where|when|only)\b"
)
#: That what is said is a reason.
BECAUSE: Final = Phrase("because", "since", "only if", "unless")
WHY: Final = Phrase(
    "because",
    "since",
    "so that",
    "(hold|keep|use|process|record|collect)* <8> {data}",
    "(us|me) to \\w+",
    "(must|have to|duty to) \\w+",
)
EXAMPLE: Final = Phrase("for (example|instance)", "e g", "such as when")
WITHDRAWN: Final = Phrase("withdr*", "object* to", "right to", "rights", "complain*")


@dataclass(frozen=True, slots=True)
class Basis:
    """A lawful basis that a passage speaks of; `tied` to something that is done, or only named."""

    name: str
    passage: Passage
    tied: bool
    sole: bool = False
    reason: bool = False


def bases_in(found: Sequence[Passage]) -> Iterator[Basis]:
    """Yield the lawful bases that the passages of a notice speak of, and whether each is tied to a use.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> text = "We rely on a contract to deliver your order. Our legal basis may be consent."
    >>> [(basis.name, basis.tied) for basis in bases_in(passages(split_sentences(text)))]
    [('contract', True), ('consent', False)]
    """
    for passage in found:
        reasons = reasons_in(passage)
        names = tuple(dict.fromkeys((*_names(passage), *reasons)))
        if not names:
            continue
        tied = bool(reasons) or _ties(passage) or _tied_above(passage, found)
        sole = len(names) == 1 and SINGLE.within(passage.joined) and not QUALIFIED.within(passage.joined)
        for name in names:
            yield Basis(name, passage, tied, sole, name in reasons)


def spoken_of(passage: Passage) -> bool:
    """Whether a passage, its heading or what introduces it speaks of lawful bases.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> spoken_of(passages(split_sentences("Our lawful basis is a contract."))[0])
    True
    """
    said = SPOKEN_OF.within(passage.text) or SPOKEN_OF.within(passage.context)
    return said or BRACKETED.search(passage.text) is not None


def reasons_in(passage: Passage) -> tuple[str, ...]:
    """Return the lawful bases that a passage gives in plain words as the reason for what it speaks of.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> reasons_in(passages(split_sentences("We ring you because you said we could."))[0])
    ('consent',)
    """
    text = passage.text
    if NOT_RELIED.within(text) or NOT_GROUNDS.within(text) or WITHDRAWN.within(passage.heading):
        return ()
    entry = ENTRY.fullmatch(text.strip(" .;")) or TURNED.fullmatch(text.strip(" .;"))
    if entry and not QUALIFIED.within(entry["basis"]):
        return tuple(name for name, phrase in BARE.items() if phrase.within(entry["basis"])) or ("legal",)
    if SAY_SO.within(passage.heading) and passage.opens:
        return ("consent",)
    if GENERAL.match(text) and not BECAUSE.within(text):
        return ()
    framed = FRAMED.within(text)
    plain = (name for name, phrase in PLAIN.items() if framed and phrase.within(text))
    said = (*plain, *(name for name, phrase in REASONS.items() if phrase.within(text)))
    return (
        said
        if framed or GROUNDS_HEAD.within(passage.heading) or tells_purpose(text) or WHY.within(text)
        else ()
    )


def _names(passage: Passage) -> Iterator[str]:
    text = passage.text
    if NOT_RELIED.within(text) or (WITHDRAWN.within(passage.heading) and not SPOKEN_OF.within(text)):
        return
    known = spoken_of(passage)
    plain = [name for name, phrase in PLAIN.items() if phrase.within(text)]
    bracketed = BRACKETED.search(text)
    rest = bracketed[0] if bracketed else without(GROUNDS, text)
    short = bool(passage.lead or cells(passage) or plain or len(text) < SHORT)
    aside = not known and (passage.item or text.startswith("to ") or ASIDE.within(text))
    for name, phrase in PLAIN.items():
        if name in plain:
            counts = name != "legal" or not aside
        elif known:
            counts = short and BARE[name].within(rest)
        else:
            counts = passage.opens and phrase.within(passage.heading)
        if counts:
            yield name


def _tied_above(passage: Passage, found: Sequence[Passage]) -> bool:
    """Whether a passage names the basis of what the sentences before it, or their heading, speak of."""
    if not SINGLE.within(passage.text) or QUALIFIED.within(passage.text) or passage.lead:
        return False
    before = (other for other in beside(passage, found) if other.number < passage.number)
    return any(tells_purpose(other.text) for other in before)


def _ties(passage: Passage) -> bool:
    """Whether a passage that names a basis also says what is done on it."""
    if EXAMPLE.within(passage.text) or (SHARED.within(passage.text) and not spoken_of(passage)):
        return False
    if len(cells(passage)) > 1:
        return True
    return tells_purpose(passage.text) or (bool(passage.lead) and tells_purpose(passage.lead))
