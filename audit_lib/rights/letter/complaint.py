"""Letters about a complaint to the organisation: we have it, and what we found (DPA 2018 s.164A)."""

from __future__ import annotations

from ...law.periods import spoken
from ...law.time_limits import COMPLAINTS_BEGAN
from ...model.document import Sentence
from ...model.document_words import bullets, paragraph, say
from ...model.letter import Letter, LetterKind
from ..words import gap
from .case import Case
from .frame import law_check, letter, regulator, time_checks, ways_to_complain
from .words import part


def complaint_acknowledgement(case: Case) -> Letter:
    """Draft the letter that says that a complaint has come, who looks into it, and what follows.

    DPA 2018 s.164A(3), (4), for complaints received since 19 June 2026: within 30 days of receipt.

    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.rights.letter.example import example_case
    >>> complaint_acknowledgement(example_case(RightKind.COMPLAIN_TO_CONTROLLER)).title
    'We have your complaint'
    """
    then = part(
        "What happens next",
        paragraph(
            "We are looking into it now.",
            gap("who looks into it, and when the person hears from them"),
            "If it takes a while, we will tell you how we are getting on.",
            "When we are done, we will tell you what we found and what we have done about it.",
        ),
        paragraph("If there is more that we should know, or see, please send it to us."),
    )
    meanwhile = part("If you do not want to wait for us", paragraph(*regulator(case.data_map)))
    return letter(
        LetterKind.COMPLAINT_ACKNOWLEDGEMENT,
        case,
        "We have your complaint",
        [
            part(
                None, paragraph("Thank you for telling us what you are not happy with.", *_complained(case))
            ),
            then,
            meanwhile,
        ],
        checks=(
            say("If the complaint holds a rights request too, that has its own time and its own letters."),
            *time_checks(case),
            *_law(case, "DPA 2018 s.164A(3), (4)"),
        ),
    )


def complaint_outcome(case: Case) -> Letter:
    """Draft the letter that says what came of a complaint, what is done about it, and where to go next.

    DPA 2018 s.164A(4) for complaints received since 19 June 2026; the regulator: s.165; the court: s.167.

    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.rights.letter.example import example_case
    >>> complaint_outcome(example_case(RightKind.COMPLAIN_TO_CONTROLLER)).title
    'What we found about your complaint'
    """
    found = part(
        "What we found",
        paragraph(gap("what we looked at, and whom we asked")),
        paragraph(gap("what we found: what went wrong, or why nothing did")),
    )
    done = part(
        "What we do about it",
        bullets(
            [
                gap("what has been put right for this person, and when"),
                gap("what we change so that it does not happen again"),
            ]
        ),
        paragraph(gap("if something went wrong: that we are sorry")),
    )
    return letter(
        LetterKind.COMPLAINT_OUTCOME,
        case,
        "What we found about your complaint",
        [part(None, paragraph(*_complained(case))), found, done, ways_to_complain(case, to_us=False)],
        checks=(
            say("The outcome is told without undue delay; the law gives no number of days."),
            say("Say what happened. Before it says that a law was broken or money is owed, ask a lawyer."),
            say("An outcome told within the time for the acknowledgement makes that letter unnecessary."),
            *time_checks(case),
            *_law(case, "DPA 2018 s.164A(4)"),
        ),
    )


def _complained(case: Case) -> list[Sentence]:
    about = gap("what the complaint is about, in a few words")
    if case.dates is None:
        return [gap("the day on which we got the complaint"), about]
    return [say(f"We got your complaint on {spoken(case.dates.received)}."), about]


def _law(case: Case, words: str) -> list[Sentence]:
    """Return the provision as a check, where the complaint came when it was in force."""
    received = case.dates.received if case.dates else case.as_of
    return [law_check(words)] if received >= COMPLAINTS_BEGAN else []
