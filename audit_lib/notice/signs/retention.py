"""Signs of how long data is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ...model.noun import Confidence
from ...model.transparency import Effect, Sign
from . import retention_words as words
from .passages import Passage
from .patterns import shows
from .phrases import Phrase
from .purposes import cells, without

KEPT: Final = Phrase(
    """
    (keep|keeps|kept|keeping|retain|retains|retained|retaining|retention|store|stored|stores|hold|holds|\
        held|delet*|eras*|destroy*|dispos*|remov*|shred*|archiv*|preserv*|overwritten|wiped|anonymis*|\
            expire|expires|purge|\
        purged)
    """
)
HEADED: Final = Phrase(
    """
    (how|for) <4> (long|keep|store|hold|retain|kept)
    (retention|retaining|keeping|storing|storage)
    long
    when <6> delet*
    """
)
PERIOD: Final = Phrase(
    """
    {period}
    (indefinitely|permanently|for ever|forever|immediately|in perpetuity)
    (monthly|annually|yearly|every year|each year)
    """
)
#: Times that are not those of keeping.
OTHER_TIME: Final = Phrase(
    """
    (respon*|reply|answer|request|acknowledg*|deal|comply|access request) <10> (within|one month|30 days|a \
        month|calendar month|working days)
    (within|in) <3> (one|a|1|30|\\d+) <2> (months?|days?) <8> (of|from) <6> (request|receiving|receipt|\
        complaint)
    (aged?|over|under|below|older|younger|least|than) <3> (years|\\d{1,2})
    (years|year) (old|of age|experience)
    (every|each) <3> (months?|years?)
    (hours?|days?) <4> (week|to respond)
    24 hours
    """
)
CRITERIA: Final = Phrase(
    """
    (duration|lifetime|life) of (your|the|our|that|any|each|a|an) \\w+
    (until|till) <4> (you|your|the|they|we|it|such|account|consent|that|subscription|course|pupil|child|he|\
        she|one|further|end|date|withdraw\\w*|unsubscrib\\w*|clos\\w*|ask|tell)
    (duration|lifetime|length|term|period|life) of <6> (relationship|contract|tenancy|membership|employment|\
        agreement|account|course|study|subscription|service|project|campaign|event|statutory|limitation|\
        childhood|education|warranty)
    (as long as|so long as|whilst|while|for as long as) <3> (you|your|pupil|child|account|you are|they|the \
        <1> (account|contract|tenancy|agreement|relationship)) <8> (are|is|have|remain|remains|has|active|\
        open|use|customer|member|registered|exist|exists|continue)
    retention (schedule|periods?|table|timetable) <8> (below|above|follow\\w*|is|are|of|table|:)
    (see|view|read|available|found|find|copy|request|link|http|https|published|contact) <16> (retention|\
        disposal) (and \\w+ )?(schedule|policy|guidelines|periods?|table)
    (retention|disposal) (and \\w+ )?(schedule|policy|guidelines|periods?|table) <16> (see|view|read|\
        available|found|find|copy|request|link|http|https|published|here|website|sets out|which)
    (records management code|code of practice|retention guidelines for|irms|records management toolkit)
    (limitation|statutory|legal) (period|periods|retention)
    (after|following|from|since|upon|on|at|once|when) <6> (end|ends|ended|termination|closure|close|closed|\
        completion|completed|expiry|last|death|cancel\\w*|leave|leaves|left|unsubscrib\\w*|terminat\\w*|\
        withdr\\w*|expires?)
    (determine|decide|criteria|consider|taking into account|depends? on|depending on) <12> (amount|nature|\
        sensitivity|length|how long|period|type)
    """
)
VAGUE: Final = Phrase(
    """
    {long} <6> (necessary|needed|required|need|require|reasonably|is|we|it|permitted|allowed|useful|\
        appropriate|relevant|law)
    {not} <6> longer <6> (necessary|needed|required|need|than)
    (no longer|not) (needed|necessary|required|relevant)
    (retention|disposal|destruction) (and \\w+ )?(schedule|policy|policies|guidelines|periods?|table|rules|\
        requirements)
    (necessary|reasonable|appropriate|limited|required|minimum|relevant|certain) (period|time|amount of \
        time|length of time|duration)
    """
)
#: The end of a period that is not told.
END_OF_IT: Final = Phrase(
    "(end|expiry) of (that|this|the|any|its|such) (retention |relevant |applicable )?period",
    "(that|this|the|which) (retention )?(period|time) (ends|expires|has ended|has expired|is over)",
)
#: That a period is only about tax, accounts or law, and says nothing of the rest.
NARROW: Final = Phrase(
    """
    (tax|accounting|financial|hmrc|invoices?|accounts|gift aid|vat|cctv|footage|recordings?|logs?|log files|\
        ip address(es)?|backups?|analytics|job applica*|unsuccessful)
    """
)
BROAD: Final = Phrase(
    "(all|any|your|the|this|most|general|other|personal) <2> (data|information|records|details)"
)
NOT_DATA: Final = Phrase(
    "cookies?", "(browser|password|login|browsing) <3> (session|history)", "local storage"
)
FEW: Final = 1
PART: Final = "A period is given for a small part of the data only; the rest is kept as long as needed."
DATA: Final = Phrase(
    """
    {data}
    (footage|recordings?|files?|cvs?|documents?|applications?|accounts?|emails?|correspondence|invoices?|\
        copies|it|them|address(es)?)
    """
)
KEPT_FOR: Final = Phrase(
    "(keep|kept|retain*|store*|hold|held|delet*|overwritten|wiped|destroy*|eras*|archiv*) <8> {period}"
)
KEPT_UNTIL: Final = Phrase(
    """
    (consider|determin*|depend*|criteria|decide|work out) <16> (keep|retain|retention|how long|amount|nature)
    (keep|keeps|kept|retain|retains|retained|store|stored|hold|held|delete|deleted|erased|destroyed|\
        retention|archived) <16> (until|till|duration|lifetime|for as long as|as long as|so long as|while|\
        whilst|schedule|policy|code|guidelines|after|following|from|once|when|upon|at|on|term)
    """
)


def retention(found: Sequence[Passage]) -> Iterator[Sign]:
    """Yield the signs of how long data is kept; how long cookies last does not count.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> text = "We keep your file for six years after you leave. Cookies last for a year."
    >>> [(sign.aspect, sign.at) for sign in retention(passages(split_sentences(text)))]
    [('period', '1.1'), ('criteria', '1.1')]
    """
    signs = [sign for passage in found for sign in _signs(passage)]
    yield from signs
    real = [
        passage
        for passage in found
        if any(s.at == passage.place and s.aspect != "vague" for s in _signs(passage))
    ]
    vague = any(sign.aspect == "vague" for sign in signs)
    narrow = [passage for passage in real if NARROW.within(passage.text) and not BROAD.within(passage.text)]
    if vague and real and len(narrow) == len(real) <= FEW:
        yield Sign(
            item="A13-2a", effect=Effect.WEAKENS, at=real[0].place, why=PART, confidence=Confidence.LIKELY
        )


def _signs(passage: Passage) -> Iterator[Sign]:
    text = passage.text
    if NOT_DATA.within(text) or "cookie" in passage.heading or words.NOT_KEEPING.within(text):
        return
    headed = HEADED.within(passage.context) and not words.NOT_HEADED.within(passage.context)
    dealt = _everyday(passage)
    if not (headed or dealt or KEPT.within(text) or words.ENTRY.within(text)):
        return
    speaks = headed or _of_data(passage)
    timed = (speaks and PERIOD.within(text)) or ((dealt or headed) and words.TIME.within(text))
    if (timed or words.ENTRY.within(text)) and not (
        _of_something_else(text) or words.NOT_FOR_EVER.within(text)
    ):
        yield shows("A13-2a", "period", passage)
    if _ends(passage, headed=headed, speaks=speaks) or (dealt and _at_an_event(text)):
        yield shows("A13-2a", "criteria", passage)
    if VAGUE.within(text) or words.VAGUE.within(text):
        yield shows("A13-2a", "vague", passage)


def _of_something_else(text: str) -> bool:
    """Whether a time is an age, or that of an answer."""
    return OTHER_TIME.within(without(words.LIMIT, text))


def _ends(passage: Passage, *, headed: bool, speaks: bool) -> bool:
    text = passage.text
    if words.RULES.within(passage.joined) or (headed and passage.item and _lasting(text)):
        return True
    return speaks and CRITERIA.within(without(END_OF_IT, text)) and (headed or not _only_use(text))


def _at_an_event(text: str) -> bool:
    """Whether keeping ends with something that happens, not only when there is no need any more."""
    return words.ENDING.within(without(END_OF_IT, text)) and _lasting(text)


def _lasting(text: str) -> bool:
    left = without(END_OF_IT, text)
    return words.EVENT.within(left) and not words.NEED.within(left)


def _everyday(passage: Passage) -> bool:
    """Whether a passage says in everyday words that records stay or go."""
    if words.ELSEWHERE.within(passage.heading) and not HEADED.within(passage.heading):
        return False
    return words.GONE.within(passage.text) or words.STAYS.within(passage.text)


def _of_data(passage: Passage) -> bool:
    return DATA.within(passage.joined) or KEPT_FOR.within(passage.text) or bool(cells(passage))


def _only_use(text: str) -> bool:
    """Whether "until" and the like belong to something else than keeping."""
    return not KEPT_UNTIL.within(text)
