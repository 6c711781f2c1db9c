"""The answer to a request: what we have done, for each right, and what we have not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from ...law.commencement import FEBRUARY_2026
from ...law.periods import spoken
from ...model.document import Sentence
from ...model.document_words import bullets, paragraph, say
from ...model.letter import Letter, LetterKind, LetterPart
from ...model.request_plan import TellingKind
from ...model.rights import RightKind
from ..words import data_words, gap, name, whole
from .access import access_parts
from .case import PASSED_ON, Case
from .frame import asked_on, law_check, letter, time_checks, ways_to_complain
from .reasons import kept_blocks, matters, only_what_is_so, quiet_checks, reasons
from .stopping import decision_parts, objection_parts, withdrawal_parts
from .words import part

_TITLES: Final[Mapping[RightKind, str]] = {
    RightKind.ACCESS: "The information that we hold about you",
    RightKind.RECTIFICATION: "We have put your information right",
    RightKind.ERASURE: "What we have deleted, and what we keep",
    RightKind.RESTRICTION: "We now only store your information",
    RightKind.PORTABILITY: "Your information to take with you",
    RightKind.OBJECTION: "Your objection",
    RightKind.WITHDRAW_CONSENT: "You have taken back your consent",
    RightKind.AUTOMATED_DECISIONS: "A person has looked at your case again",
}

_LAW: Final[Mapping[RightKind, str]] = {
    RightKind.ACCESS: "UK GDPR Art. 15(1) to (4), 12(3)",
    RightKind.RECTIFICATION: "UK GDPR Art. 16, 19, 12(3)",
    RightKind.ERASURE: "UK GDPR Art. 17, 19, 12(3), (4)",
    RightKind.RESTRICTION: "UK GDPR Art. 18, 19, 12(3)",
    RightKind.PORTABILITY: "UK GDPR Art. 20, 12(3)",
    RightKind.OBJECTION: "UK GDPR Art. 21, 12(3), (4)",
    RightKind.WITHDRAW_CONSENT: "UK GDPR Art. 7(3), 17(1)(b)",
}


def answer(case: Case) -> Letter:
    """Draft the answer to a request; what was done in this case is for a person to fill in.

    For access it holds what Art. 15(1)(a) to (h) and (2) ask for, as the search plan has it.

    >>> from audit_lib.rights.letter.example import example_case
    >>> [part.heading for part in answer(example_case(RightKind.RESTRICTION)).parts][1:3]
    ['What this means', 'What it covers']
    """
    opening = part(None, paragraph(asked_on(case), "This is our answer."), paragraph(*_late(case)))
    parts: list[LetterPart] = [opening, *_PARTS[case.right](case), *_not_reached(case)]
    if case.right in PASSED_ON:
        parts.append(_told(case))
    parts.append(ways_to_complain(case))
    return letter(
        LetterKind.ANSWER,
        case,
        _TITLES[case.right],
        parts,
        checks=(*_checks(case), *time_checks(case), law_check(law_of_answer(case))),
    )


def law_of_answer(case: Case) -> str:
    """Return the provisions that the answer follows, as the law stood on its day.

    >>> from audit_lib.rights.letter.example import example_case
    >>> law_of_answer(example_case(RightKind.AUTOMATED_DECISIONS))
    'UK GDPR Art. 22A to 22D, 12(3)'
    """
    if case.right is not RightKind.AUTOMATED_DECISIONS:
        return _LAW[case.right]
    return "UK GDPR Art. 22A to 22D, 12(3)" if case.as_of >= FEBRUARY_2026 else "UK GDPR Art. 22, 12(3)"


def _late(case: Case) -> list[Sentence]:
    if not case.late or case.answer is None or case.answer.latest is None:
        return []
    day = spoken(case.answer.latest)
    return [say(f"You should have had it by {day}. We are sorry that it is late."), gap("why it is late")]


def _checks(case: Case) -> list[Sentence]:
    found = [
        say("Every line in square brackets is filled in or taken out, and what is left is true."),
        say("Asked for by electronic means, it is answered so, unless the person wants it otherwise."),
    ]
    if case.plan is None:
        found.append(say("Drafted without a search plan: name the people concerned and draft it again."))
        return found
    found += quiet_checks(case)
    found += [say(f"{whole(each.says)} ({each.provision})") for each in case.plan.held_back]
    found += [say(f"Open question of the plan: {whole(each.says)}") for each in case.plan.questions]
    return found


def _rectification(case: Case) -> list[LetterPart]:
    return [
        part(
            "What we have put right",
            paragraph(*_narrowed(case)),
            bullets([gap("what it said; what it says now; since which day; in which of our records")]),
            paragraph(
                gap("or: what we have not changed, and why; and the note of your view that we have added")
            ),
        )
    ]


def _narrowed(case: Case) -> list[Sentence]:
    """Return what the request is about, where the plan is for some of the data alone."""
    data = case.plan.data if case.plan else ()
    about = data_words(case.data_map, data)
    return [say(f"You asked about this: {about}.", *(f"data:{each}" for each in data))] if data else []


def _erasure(case: Case) -> list[LetterPart]:
    parts = [
        part(
            "What we have deleted",
            paragraph(
                gap("the day on which it was deleted"), "We used it for these things:", only_what_is_so()
            ),
            matters(case, "what has been deleted, and what we used it for"),
        )
    ]
    kept = kept_blocks(case)
    if case.plan is None:
        kept = [
            bullets([gap("what we keep, for how long, and which law or reason has us keep it; or: nothing")])
        ]
    if kept:
        keeping = paragraph(
            "We have to keep some things, or may keep them. Each has its reason:", only_what_is_so()
        )
        parts.append(part("What we keep, and why", keeping, *kept))
    return parts


def _restriction(case: Case) -> list[LetterPart]:
    return [
        part(
            "What this means",
            paragraph(
                gap(
                    "since which day, and why: you say it is wrong; you want it kept rather than deleted; "
                    "you need it for a claim, and we no longer need it; or you object"
                ),
                "We still store the information. We do not use it for anything else, unless:",
            ),
            bullets(
                [
                    "you agree",
                    "it is needed for a legal claim",
                    "it is needed to protect the rights of another person",
                    "an important public interest needs it",
                ]
            ),
            paragraph("We will tell you before we use it as we did before."),
        ),
        part("What it covers", matters(case, "what we only store from now on")),
    ]


def _portability(case: Case) -> list[LetterPart]:
    portable = case.plan.portable if case.plan else ()
    lines: list[Sentence] = []
    for each in portable:
        activity, rests = name(case.data_map, "activity", each.activity), f"activity:{each.activity}"
        if each.provided:
            text = f"{activity}: {data_words(case.data_map, each.provided)}"
            lines.append(gap(f"if this is done: {text}", rests) if each.expected else say(text, rests))
        if each.made:
            seen = data_words(case.data_map, each.made)
            lines.append(gap(f"{activity}: {seen}, as far as we saw it and did not work it out", rests))
    return [
        part(
            "Your file",
            paragraph(
                gap("how it comes: the file, its format that a computer can read, and how it is kept safe"),
                gap("if you asked us to send it to somebody else: to whom, and when"),
                "It holds what you gave us, and what we saw of how you use our service:",
            ),
            bullets(lines or [gap("what the file holds")]),
        )
    ]


def _not_reached(case: Case) -> list[LetterPart]:
    """Return what the right does not reach, and why: to that extent the answer is a refusal (Art. 12(4))."""
    found = reasons(case)
    if not found or case.right in (RightKind.ACCESS, RightKind.RECTIFICATION, RightKind.RESTRICTION):
        return []
    if case.right is RightKind.ERASURE and case.plan and case.plan.kept:
        return []
    return [part("What this does not cover, and why", *found)]


def _told(case: Case) -> LetterPart:
    """Return who is told of it (Art. 19); the person may ask who they are, so the letter says it at once."""
    sent = (TellingKind.INSTRUCT, TellingKind.TELL)
    tells = [each for each in case.plan.tells if each.kind in sent] if case.plan else []
    lines = [_recipient(case, each.party, expected=each.expected) for each in tells]
    return part(
        "Who else is told",
        paragraph(
            "We tell those who got this information from us, so that they can do the same:", only_what_is_so()
        ),
        bullets(
            list(dict.fromkeys(lines))
            or [gap("who got it from us and is told; or why that is impossible or too much")]
        ),
    )


def _recipient(case: Case, party: str, *, expected: bool) -> Sentence:
    who = name(case.data_map, "party", party)
    return gap(f"If they got it: {who}", f"party:{party}") if expected else say(who, f"party:{party}")


_PARTS: Final[Mapping[RightKind, Callable[[Case], list[LetterPart]]]] = {
    RightKind.ACCESS: access_parts,
    RightKind.RECTIFICATION: _rectification,
    RightKind.ERASURE: _erasure,
    RightKind.RESTRICTION: _restriction,
    RightKind.PORTABILITY: _portability,
    RightKind.OBJECTION: objection_parts,
    RightKind.WITHDRAW_CONSENT: withdrawal_parts,
    RightKind.AUTOMATED_DECISIONS: decision_parts,
}
