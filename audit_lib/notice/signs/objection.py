"""Signs of the right to object, and of whether it stands apart from the other rights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ...model.transparency import Sign
from .bases import Basis
from .passages import Passage
from .patterns import applies, shows
from .phrases import Phrase
from .right_wordings import NO_DATA
from .right_words import RIGHTS, offers, question_and_answer

OBJECTIONABLE: Final = frozenset({"task", "legitimate"})
MARKETING: Final = Phrase(
    """
    (direct|our|for|send|send you|receive|electronic|email|telephone|postal|use <6> for) (direct )?marketing
    newsletters?
    promotional (emails?|material|offers|communications?|messages)
    marketing (emails?|communications?|messages|materials?|purposes|information|preferences|lists?|calls?|\
        texts?|post|mailings?)
    special (offers|deals?)
    (send|sent|email|post|tell|phone|call|text|write to|contact|keep|mail|let) <6> (news|offers|deals?|\
        appeals?|catalogues?|brochures?|\
            promotions?|vouchers?|discounts?|adverts?|prices|updates about our|sponsors)
    (tell|write|email|contact|phone|text|inform|write to) <4> about <6> (offers|products|services|courses|\
        events|tournaments|merchandise|\
        sponsors|deals|properties|news|fundraising|appeals|campaigns)
    (fundraising|charity|donation) <2> (appeals?|campaigns?|mailings?|letters?)
    (market|promote|advertise) <2> (our|the|its|new|other|these) <3>
    (marketing|advertising|promotional) (communications?|messages|materials?|by|to you)
    ^(direct )?marketing
    (might|may|could|would) interest you
    (of interest|interesting) to you
    (services|products|offers|events|properties) <6> (interest you|interested in|may like|might like)
    """
)
#: That an organisation acts for reasons of its own, weighed against those of people.
OWN_REASONS: Final = Phrase(
    """
    (weighed|balanced|weigh|balance) <8> (your|their|privacy|interests|rights)
    (our|for) <2> (own|business|commercial) (interests?|reasons?)
    (in|for|is) (our|its|the) (\\w+ )?interests?
    legitimate (business |commercial )?(interests?|reasons?|purposes?)
    public tasks?
    (task|work|functions?|duties) <6> public interest
    (official|public) (authority|functions?|duties)
    (6 1 f|6 1 e)
    """
)
NOT_OWN_REASONS: Final = Phrase(
    "{not} <6> (rely|use|based|interests?)",
    "(best|vital|your|childs|public) interests?",
    "interest (rate|is paid|on)",
)
NO_MARKETING: Final = Phrase(
    "{not} <10> (marketing|newsletters?|promotional|market|adverts?|advertis\\w*|promote|offers|appeals)",
    "third part(y|ies) <8> marketing",
    "marketing <6> (third|companies)",
    "without <6> consent",
    "market is held",
)
#: What objecting by itself shows to be relied on.
SELF_DUE: Final = Phrase(
    """
    (object|objection|say no|stop|opt out|opting out|put a stop|not (be )?used) <10> (marketing|offers|\
        emailing|emails?|calls?|newsletters?|\
        mailings?|texts?|appeals?|adverts?|screening|profiling|legitimate|interests?|public task|\
            public interest)
    (marketing|legitimate interests?|public task|public interest|our interests?|own interests?) <16> (object|\
        objection|say no|stop|opt out)
    (compelling|overrid\\w*) <4> (grounds?|reasons?|interests?)
    (our|own) <2> (interests|reasons|balance)
    balance <4> struck
    """
)
#: A heading about stopping or objecting.
HEAD_OBJECT: Final = Phrase(
    """
    object* <6>
    (stop|stopping|opt out|opting out|say no|saying no|not want|do not want|unsubscrib\\w*|leave|leaving|\
        in control|your choice) <6> (us|marketing|\
        using|use|{use}|our|we|research|mailings?|emails?|this|how)?
    marketing <4> (control|choice|stop|no thanks|opt)
    (control|choice|stop|no thanks) <4> marketing
    """
)
#: That the paragraph sets the right apart by saying so.
SET_APART: Final = Phrase(
    "important",
    "please note",
    "in particular",
    "special(ly)? mention",
    "own mention",
    "draw <3> attention",
    "above all",
    "remember",
    "your attention",
    "stands? apart",
    "separately",
    "highlight*",
    "deserves",
)
SAYS_NO: Final = Phrase(
    """
    say(s|ing)? (no|so|stop) <4>
    (tell|tells|telling|ask|asks|asking) (us|me|{org}|the \\w+|them) <8> (stop|not to|no|to cease|they won|\
        out)
    (stop|cease) <6> (when|if|as soon as|whenever|once) <4> (ask|tell|say|object|let)
    (stop|cease) <4> at any time
    (do not|not) <2> want <14> (tell|ask|say|let)
    unsubscribe
    (opt|opting) out
    (put|bring) <2> (stop|end) to
    """
)


def objection(found: Sequence[Passage], bases: Sequence[Basis]) -> Iterator[Sign]:
    r"""Yield the signs of the right to object, and of whether it stands apart, where it is due.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> text = "Your right to object\nYou may always object to our newsletters."
    >>> found = passages(split_sentences(text))
    >>> [sign.aspect for sign in objection(found, bases=())]
    ['', 'objection', 'apart']
    """
    due = tuple(_objectionable(found, bases))
    yield from due
    if not due:
        return
    lines: dict[int, list[Passage]] = {}
    for passage in found:
        lines.setdefault(passage.paragraph, []).append(passage)
    first = next((p.number for p in found if any(offers(p, right, found) for right in RIGHTS)), -1)
    for passage in found:
        if not _objects(passage, found):
            continue
        yield shows("A21-4", "objection", passage)
        if _apart(passage, lines[passage.paragraph], first):
            yield shows("A21-4", "apart", passage)


def _objects(passage: Passage, found: Sequence[Passage]) -> bool:
    """Whether a passage says that people can object, or stop what is done with their data."""
    if NO_DATA.within(passage.joined) or NO_DATA.within(passage.heading):
        return False
    if offers(passage, "objection", found):
        return True
    said = question_and_answer(passage, found)
    return SAYS_NO.within(said) and (SELF_DUE.within(said) or HEAD_OBJECT.within(passage.heading))


def _apart(passage: Passage, paragraph: Sequence[Passage], first: int) -> bool:
    """Whether the right to object stands out: under a heading, in capitals, or in a paragraph of its own."""
    heading = passage.heading
    if HEAD_OBJECT.within(heading) and not any(
        RIGHTS[other].within(heading) for other in RIGHTS if other != "objection"
    ):
        return True
    if "RIGHT TO OBJECT" in passage.raw or passage.raw.startswith(("IMPORTANT", "**IMPORTANT")):
        return True
    if passage.item or any(RIGHTS[o].within(p.text) for p in paragraph for o in RIGHTS if o != "objection"):
        return False
    return passage.number == first or SET_APART.within(passage.text) or _prominent(passage)


def _prominent(passage: Passage) -> bool:
    return (
        "object" in passage.text
        and passage.raw.lstrip().startswith(("**", "__"))
        and passage.raw.rstrip().endswith(("**", "__"))
    )


def _objectionable(found: Sequence[Passage], bases: Sequence[Basis]) -> Iterator[Sign]:
    for basis in bases:
        if basis.name in OBJECTIONABLE:
            yield applies("A21-4", basis.passage, "Legitimate interests or a public task are relied on.")
    for passage in found:
        text = passage.text
        if OWN_REASONS.within(text) and not NOT_OWN_REASONS.within(text):
            yield applies("A21-4", passage, "Legitimate interests or a public task are relied on.")
        elif MARKETING.within(text) and not NO_MARKETING.within(text):
            yield applies("A21-4", passage, "Direct marketing is spoken of.")
        elif SELF_DUE.within(text) and _objects(passage, found):
            yield applies("A21-4", passage, "People can object to what is done.")
