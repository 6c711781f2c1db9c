"""The answer to an access request: the copy, and what must be said beside it (UK GDPR Art. 15(1), (2))."""

from __future__ import annotations

from typing import Final

from ...model.document import Block
from ...model.document_words import bullets, paragraph, say
from ...model.letter import LetterPart
from ...model.request_plan import Informed
from ...model.words import raised
from ..words import gap, plain, whole
from .case import Case
from .words import part

#: What Art. 15(1) and (2) have us say, each with what to fill in where there is no search plan.
_ITEMS: Final = {
    "15(1)(a)": ("What we use it for", "the purposes"),
    "15(1)(b)": ("What kinds of information it is", "the kinds of information"),
    "15(1)(c)": ("Who gets it", "the recipients, those abroad above all"),
    "15(1)(d)": ("How long we keep it", "the time, or what decides it"),
    "15(1)(e)": ("What you can ask us to do", ""),
    "15(1)(g)": ("Where we got it from", "the source, if it was not the person"),
    "15(1)(h)": ("Decisions by a computer alone", "whether there are any, how they work, what follows"),
    "15(2)": ("Information that goes abroad", "where to, and what keeps it safe there"),
}
#: The right to complain stands in a part that every answer has.
_ELSEWHERE: Final = "15(1)(f)"
#: What the plan says of the person, as it is said to them.
_TO_THEM: Final = {"The person": "You"}
#: Art. 15(1)(e), the same for everybody.
_CAN_ASK: Final = (
    "You can ask us to put it right, to delete it, to limit how we use it, or to stop using it.",
    "If we cannot do what you ask, we will tell you why.",
)


def access_parts(case: Case) -> list[LetterPart]:
    """Return the parts of an access answer: the copy, what was left out, each item of Art. 15(1) and (2).

    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.rights.letter.example import example_case
    >>> [part.heading for part in access_parts(example_case(RightKind.ACCESS))][2:4]
    ['What we use it for', 'What kinds of information it is']
    """
    copy = part(
        "Your copy",
        paragraph(
            gap("what comes with this letter, and how it is kept safe on its way"),
            gap("that we use information about you, or that we found none"),
            "We looked in the places where we keep such information.",
            gap("where we looked, and what we did not find or could not search, and why"),
        ),
        _left_out(),
    )
    return [copy, *_said_beside(case)]


def _left_out() -> Block:
    """Return what was left out; what others show in is among the checks, which the person does not get."""
    return paragraph(
        "What is about other people, we may have to leave out.",
        gap("what was left out, and why; or: we have left nothing out"),
    )


def _said_beside(case: Case) -> list[LetterPart]:
    if case.plan is None or not case.plan.informed:
        return [_item(heading, what, None) for heading, what in _ITEMS.values()]
    planned = {each.item: each for each in case.plan.informed}
    parts = [_item(heading, what, planned.pop(item, None)) for item, (heading, what) in _ITEMS.items()]
    planned.pop(_ELSEWHERE, None)
    look = paragraph(
        gap("go through what follows: take out what is not so for this person, or may not be told")
    )
    return [part(None, look), *parts] + [_item(plain(each.heading), "", each) for each in planned.values()]


def _item(heading: str, what: str, informed: Informed | None) -> LetterPart:
    """Return one item as the plan has it; without a plan it is a gap."""
    if (not what and informed is None) or heading == _ITEMS["15(1)(e)"][0]:
        return part(heading, paragraph(*_CAN_ASK))
    if informed is None:
        return part(heading, paragraph(gap(what)))
    lines = [say(_TO_THEM.get(each, raised(whole(each))), *informed.rests) for each in informed.says]
    if informed.gap or not lines:
        lines.append(gap(whole(informed.gap or what), *informed.rests))
    return part(heading, bullets(lines) if len(lines) > 1 else paragraph(*lines))
