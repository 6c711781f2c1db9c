"""Signs of which data must be given and what follows if not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ...model.transparency import Sign
from .duty_words import (
    ASKS_WHAT_IF,
    ASKS_WHETHER,
    FAIL_EVERYDAY,
    NOT_FAIL_EVERYDAY,
    NOT_REQUIRED_EVERYDAY,
    OF_DATA,
    REQUIRED_EVERYDAY,
)
from .passages import Passage
from .patterns import Pattern, signs_of
from .phrases import Phrase

FAIL: Final = Phrase(
    """
    if you (do not|fail|failed|choose not|decide not|refuse|cannot|would rather not|decline|are unable|\
        prefer not|not) <10> (provide|supply|give|share|disclose|complete|submit|tell us|do so|give us)
    (and|where|should|when) you (fail|do not|choose not|decline) <4> (provide|supply|give)
    (leave|left) <3> (empty|blank)
    (failure|refusal|failing|refusing|declining|unwilling\\w*) to <6> (provide|supply|give|disclose|share|\
        do so)
    (without|in the absence of|if we do not (have|receive|get|hold|collect)) <6> (this|these|it|them|{data}|\
        your) <14> (cannot|not|unable|delay|able|difficult|impossible)
    (unable|not be able|cannot|not able|not possible|impossible|may not|will not be able|could not|would \
        not be able) <16> (if|unless|without) <8> (you|provide|provided|information|data|details|it|this)
    (not|without) (providing|supplying|giving|sharing) <10> (cannot|unable|not|mean\\w*|delay|prevent|may|\
        will|affect)
    (consequences?|possible consequences?) of (not|failing|failure)
    (need|must have|require) <6> (these|this|it|{data}) <8> (or|otherwise) <4> (cannot|unable|not)
    you (can|may) (choose|decide|opt) not to <6> (provide|give|supply|share) <24> (not|unable|cannot|limited?)
    """
)
NOT_FAIL: Final = Phrase(
    "cookies?", "(consent|disable|block)", "verify <6> identity", "(your request|rights?|identity)"
)
REQUIRED: Final = Phrase(
    """
    (statutory|contractual|legal|mandatory|compulsory) ((or|and|and or) (contractual|statutory|legal) )?\
        requirements?
    (you|applicants?|customers?|tenants?|parents?|pupils|patients|employees|members|taxpayers?) (must|are \
        (required|obliged|legally required|under)|have to|need to|will need to|are asked to) <8> (provide|\
        supply|give|tell|submit|complete|disclose|share|obligation)
    (required|mandatory|compulsory|obligatory) (fields?|information|details|provision)
    you <4> (required|obliged|must|obligatory|mandatory|compulsory) <2> (to )?(provide|supply|give)
    ({data}|which|that) <3> must be (provided|given|supplied)
    (optional|voluntary|mandatory|compulsory|obligatory) <2> (to provide|provision)
    (information|data|details|provision|providing|supply|fields?|providing it|address|name|number) <6> (is|\
        are) <3> (mandatory|compulsory|required (from you|under|to enter|in order|to (register|use|create|\
        open|set up|complete))|voluntary|optional|obligatory|a requirement|marked)
    (is|are) (mandatory|compulsory|required|optional|voluntary|obligatory) <4> (fields?|to provide|if you)
    (marked|indicated) <6> (asterisk|mandatory|required|compulsory|optional)
    (required|needed|need <4>) from you
    (need|require) you to (provide|give|supply|complete)
    (need|require) <4> {data} <4> (by law|under the terms)
    (required|obliged|need) <4> (by law|under <4> (contract|act|regulations)) to (collect|obtain|ask|hold|\
        record)
    (do not|no) <4> (have to|obligation|need to|required to|must|obliged to|legal obligation|contractual) \
        <8> (provide|give|supply|submit)
    whether <10> (mandatory|compulsory|required|voluntary|must provide)
    you {may} (choose|decide) <3> not to (provide|give|share|supply)
    """
)
NOT_REQUIRED: Final = Phrase(
    """
    cookies?
    forms? of identi*
    must not
    (identification|proof of|prove|verify|confirm) <6> (identity|id)
    (disclose|share|give|pass|hand|provide) <8> (police|court|authorit\\w*|third|hmrc)
    notice (to|of|period)
    (right|rights|request|complain\\w*|processors?|suppliers?|contractors?|third part\\w*|providers?)
    (we|us|staff|employees|{org}) (must|is required|is obliged|are not required|is not required|are \
        required|are obliged|may be required|have to)
    """
)
WITHOUT: Final = Phrase("without (these|this|it|them|such|that) <8> (cannot|not|unable)")
PATTERNS: Final = (
    Pattern("A13-2e", "consequence", FAIL, unless=NOT_FAIL),
    Pattern("A13-2e", "consequence", FAIL_EVERYDAY, also=OF_DATA, unless=NOT_FAIL_EVERYDAY),
    Pattern("A13-2e", "consequence", under=ASKS_WHAT_IF),
    Pattern("A13-2e", "required", REQUIRED, unless=NOT_REQUIRED),
    Pattern("A13-2e", "required", REQUIRED_EVERYDAY, also=OF_DATA, unless=NOT_REQUIRED_EVERYDAY),
    Pattern("A13-2e", "required", under=ASKS_WHETHER),
    Pattern("A13-2e", "required", WITHOUT, unless=NOT_FAIL),
)


def duties(found: Sequence[Passage]) -> Iterator[Sign]:
    """Yield the signs of data that must be given, and of what follows if it is not.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> text = "If you do not give us your address we cannot deliver your order."
    >>> [(sign.item, sign.aspect) for sign in duties(passages(split_sentences(text)))]
    [('A13-2e', 'consequence')]
    """
    return iter(dict.fromkeys(signs_of(PATTERNS, found)))
