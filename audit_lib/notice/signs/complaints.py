"""Signs of where people can complain: to the organisation itself, and to the regulator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ...model.noun import Confidence
from ...model.transparency import Effect, Sign
from .complaint_words import (
    ABOUT,
    ADVICE,
    ANY_REGULATOR,
    BODY,
    CHALLENGES,
    COMPLAIN,
    DATA_COMPLAINT,
    DATA_MATTER,
    DATA_SURELY,
    HEADED_COMPLAIN,
    HEADED_UNHAPPY,
    HOW_TO,
    MEANS,
    NAMED,
    NOT_COMPLAINTS,
    OTHER_MATTER,
    PROCEDURE,
    RECTIFIES,
    REGISTERED,
    REGULATOR,
    TAKEN,
    TO_REGULATOR,
    TO_US,
    UNHAPPY,
    US_TOO,
    WE_TELL,
)
from .contacts import is_regulator, reach
from .passages import Passage
from .patterns import shows
from .sources import from_others

NAMED_ONLY: Final = "The regulator is named, but not that people can complain to it."
FOLLOWS: Final = 5
LINK: Final = re.compile(r"https?://\S+")
#: Its name holds words that are looked for.
COMMISSIONER: Final = re.compile(r"information commission\w*'?(?: office)?")
ITEMS: Final = ("A13-2ca", "A14-2da")
#: A question that what follows answers has no more letters than this.
QUESTION: Final = 200


def complaints(found: Sequence[Passage]) -> Iterator[Sign]:
    """Yield the signs that people can complain, to the organisation and to the regulator.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> text = "Please complain to us first at hello@kite.example. You may complain to the ICO too."
    >>> signs = complaints(passages(split_sentences(text)))
    >>> [(sign.item, sign.aspect, sign.at) for sign in signs if sign.item != "A14-2da"]
    [('A13-2ca', 'complain', '1.1'), ('A13-2ca', 'route', '1.1'), ('A13-2d', 'complain', '1.2')]
    """
    items = ITEMS if any(from_others(passage) for passage in found) else ITEMS[:1]
    yield from _to_us(found, items)
    yield from _to_regulator(found)


def _to_us(found: Sequence[Passage], items: Sequence[str]) -> Iterator[Sign]:
    for passage in found:
        if not _invites(passage, found):
            continue
        route = _route(passage, found)
        plain = COMPLAIN.within(passage.joined) or COMPLAIN.within(passage.heading)
        for item in items:
            yield shows(item, "complain", passage)
            if route is not None and plain:
                yield shows(item, "route", passage, route)


def _invites(passage: Passage, found: Sequence[Passage]) -> bool:
    """Whether a passage asks people to bring a complaint or a concern to the organisation."""
    joined = passage.joined
    if (TO_REGULATOR.within(passage.text) or BODY.within(passage.text)) and not US_TOO.within(passage.text):
        return False
    if ABOUT.within(joined) and not DATA_MATTER.within(joined):
        return False
    headed = HEADED_COMPLAIN.within(passage.heading)
    complains = COMPLAIN.within(joined) and not OTHER_MATTER.within(joined)
    unhappy = UNHAPPY.within(joined) and not RECTIFIES.within(joined)
    if not (complains or headed or unhappy or UNHAPPY.within(passage.heading)):
        return False
    if NOT_COMPLAINTS.within(passage.text) and not (headed or DATA_COMPLAINT.within(joined)):
        return False
    return _sends(passage, found, headed=headed, complains=complains)


def _sends(passage: Passage, found: Sequence[Passage], *, headed: bool, complains: bool) -> bool:
    """Whether a passage that speaks of complaints says that they come to the organisation."""
    joined = COMMISSIONER.sub("ico", passage.joined)
    if TO_US.within(joined):
        return True
    about_data = DATA_COMPLAINT.within(joined) or (headed and DATA_MATTER.within(passage.heading))
    if about_data and (complains or headed) and (TAKEN.within(passage.text) or _reached(passage)):
        return True
    asks = "?" in passage.raw or HOW_TO.within(passage.text)
    if len(passage.text) > QUESTION or not asks:
        return False
    after = found[passage.number + 1 : passage.number + 4]
    return any(
        other.section == passage.section and TO_US.within(other.text) and not NAMED.within(other.text)
        for other in after
    )


def _reached(passage: Passage) -> bool:
    return reach(passage) in (Confidence.CERTAIN, Confidence.LIKELY)


def _route(passage: Passage, found: Sequence[Passage]) -> Confidence | None:
    """Return how sure it is that a way to complain is given in or near a passage."""
    if not is_regulator(passage.text) and _means(passage.text):
        return Confidence.LIKELY
    own = reach(passage)
    if own in (Confidence.CERTAIN, Confidence.LIKELY):
        return own
    for other in found[passage.number + 1 : passage.number + 1 + FOLLOWS]:
        if other.section != passage.section and other.number > passage.number + 2:
            break
        there = reach(other)
        if there is Confidence.CERTAIN and not is_regulator(other.text):
            return Confidence.LIKELY
    before = found[passage.number - 1] if passage.number else passage
    if before.section == passage.section and reach(before) is Confidence.CERTAIN:
        return Confidence.LIKELY
    return own


def _means(text: str) -> bool:
    return PROCEDURE.within(text) or MEANS.within(text)


def _to_regulator(found: Sequence[Passage]) -> Iterator[Sign]:
    told = [passage for passage in found if _tells(passage)]
    for passage in told:
        yield shows("A13-2d", "complain", passage)
    if told:
        return
    for passage in found:
        if NAMED.within(passage.text) and not _registered(passage):
            yield shows("A13-2d", "complain", passage)
            yield Sign(
                item="A13-2d",
                effect=Effect.WEAKENS,
                at=passage.place,
                why=NAMED_ONLY,
                confidence=Confidence.LIKELY,
            )


def _tells(passage: Passage) -> bool:
    """Whether a passage tells that people can complain to the regulator."""
    text = passage.joined
    if not NAMED.within(text):
        if ANY_REGULATOR.within(text) and not BODY.within(text) and DATA_SURELY.within(text):
            return COMPLAIN.within(text) or TO_REGULATOR.within(text)
        return REGULATOR.within(text) and TO_REGULATOR.within(text)
    complains = COMPLAIN.within(text) or COMPLAIN.within(passage.heading)
    if ADVICE.within(passage.text) and not COMPLAIN.within(passage.text):
        return False
    if complains:
        return True
    if _registered(passage):
        return False
    return TO_REGULATOR.within(text) or (
        HEADED_UNHAPPY.within(passage.heading) and CHALLENGES.within(passage.text)
    )


def _registered(passage: Passage) -> bool:
    """Whether a passage speaks of what the organisation itself has to do with the regulator."""
    text = LINK.sub(" ", passage.text)
    return REGISTERED.within(text) or WE_TELL.within(text)
