"""The letters that say no, and that say that marketing has stopped."""

from __future__ import annotations

from ...law.commencement import JUNE_2026
from ...model.document import Block, Sentence
from ...model.document_words import paragraph, say
from ...model.letter import Letter, LetterKind
from ...model.rights import RightKind
from ..words import gap
from .case import Case
from .frame import asked_on, law_check, letter, time_checks, ways_to_complain
from .reasons import grounds_named, kept_blocks, quiet_checks, reasons
from .words import part


def refusal(case: Case) -> Letter:
    """Draft the letter that says that nothing is done, why not, and how to complain (UK GDPR Art. 12(4)).

    The reasons of the case are a gap; beside them stands why the right does not reach what the plan names.

    >>> from audit_lib.rights.letter.example import example_case
    >>> refusal(example_case(RightKind.PORTABILITY)).title
    'We cannot do what you asked'
    """
    first = part(
        None,
        paragraph(asked_on(case), "We are sorry: we will not do this."),
        paragraph(gap("or, if it is only a part that we refuse: which part")),
    )
    why = part(
        "Why we have decided so", paragraph(gap("the reasons in this case, so that they can be checked"))
    )
    reach = part("What your right does not reach", *_reach(case))
    return letter(
        LetterKind.REFUSAL,
        case,
        "We cannot do what you asked",
        [first, why, reach, ways_to_complain(case)],
        checks=(
            say("Refuse only what the law lets us refuse, and do the rest."),
            say("Say so without undue delay, and at the latest when the time for an answer ends."),
            say("If it is manifestly unfounded or excessive, it is for us to show that (Art. 12(5))."),
            *_bases(case),
            *quiet_checks(case),
            *time_checks(case),
            law_check(_law(case)),
        ),
    )


def _reach(case: Case) -> list[Block | None]:
    """Return why the right does not reach some things; for an erasure, what stays says it already."""
    if case.right is RightKind.ERASURE and case.plan and case.plan.kept:
        return kept_blocks(case)
    return reasons(case)


def _bases(case: Case) -> list[Sentence]:
    grounds = grounds_named(case)
    return [say(f"By the map, what the right does not reach rests on {grounds}.")] if grounds else []


def _law(case: Case) -> str:
    ours = "s.164A, " if case.as_of >= JUNE_2026 else ""
    return f"UK GDPR Art. 12(4); DPA 2018 {ours}s.165, s.167"


def marketing_stopped(case: Case) -> Letter:
    """Draft the letter that says that direct marketing has stopped (UK GDPR Art. 21(2), (3)).

    >>> from audit_lib.rights.letter.example import example_case
    >>> marketing_stopped(example_case(RightKind.OBJECTION)).title
    'You will get no more marketing from us'
    """
    stopped = part(
        None,
        paragraph(asked_on(case), "We have done so, and you do not have to give a reason."),
        paragraph(
            gap("the day on which it stopped"),
            say("If something was on its way to you already, it may still come."),
        ),
    )
    later = part(
        "What we keep",
        paragraph(
            "So that it does not start again, we have to remember that you said no.",
            gap("what is kept on the list of those who get no marketing, such as the email address alone"),
        ),
        paragraph(
            "This is about marketing only. We still write to you where your home or the law calls for it."
            if _housing(case)
            else "This is about marketing only. We still write to you where we have to."
        ),
        paragraph("If you get marketing from us again, please tell us."),
    )
    return letter(
        LetterKind.MARKETING_STOPPED,
        case,
        "You will get no more marketing from us",
        [stopped, later],
        checks=(
            say("Send it when the stop is real: in every list, and at every firm that sends for us."),
            say("It is not weighed and does not wait, for proof of identity or for anything else."),
            *time_checks(case),
            law_check("UK GDPR Art. 21(2), (3)"),
        ),
    )


def _housing(case: Case) -> bool:
    return str(case.data_map.info.sector) in ("private-letting", "social-letting")
