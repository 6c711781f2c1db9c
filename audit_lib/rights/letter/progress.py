"""Letters while a request is open: we have it, who are you, what do you want, a fee, more time."""

from __future__ import annotations

from ...law.periods import spoken
from ...model.document import Block, Sentence
from ...model.document_words import bullets, paragraph, say
from ...model.letter import Letter, LetterKind
from ...model.rights import RightKind
from ..deadlines import request_clock
from ..words import gap, name
from .case import Case
from .frame import asked_on, by_when, law_check, letter, time_checks, ways_to_complain
from .reasons import quiet
from .words import part


def acknowledgement(case: Case) -> Letter:
    """Draft the letter that says that the request has come, what happens next and by when.

    UK GDPR Art. 12(2), (3). The law asks for no acknowledgement of a request; it asks for no delay.

    >>> from audit_lib.rights.letter.example import example_case
    >>> acknowledgement(example_case(RightKind.ACCESS)).title
    'We have your request'
    """
    parts = [part(None, paragraph("Thank you for getting in touch.", asked_on(case)))]
    parts.append(part("What happens next", paragraph(*_next(case))))
    parts.append(part(None, paragraph(*_cost(case))))
    return letter(
        LetterKind.ACKNOWLEDGEMENT,
        case,
        "We have your request",
        parts,
        checks=(
            say("A request counts however it came: by post, by email, by phone, or to any of us in person."),
            say("Search begins now; the letter stops no clock."),
            *time_checks(case),
            law_check(_acknowledged(case)),
        ),
    )


def _acknowledged(case: Case) -> str:
    period = "Art. 12(2), (3) and 12A" if case.amended else "Art. 12(2) and (3)"
    return "UK GDPR Art. 7(3)" if case.right is RightKind.WITHDRAW_CONSENT else f"UK GDPR {period}"


def _next(case: Case) -> list[Sentence]:
    if case.right is RightKind.WITHDRAW_CONSENT:
        return [
            say("You can take back your consent at any time, and you do not have to say why."),
            say("We must stop at once."),
            gap("the day on which it stopped, or stops"),
            say("We will write again to tell you what we have stopped."),
        ]
    if case.marketing:
        return [
            say("You do not have to say why, and we do not weigh it up. We must stop."),
            gap("the day on which the marketing stopped, or stops"),
            say("We will write again when it is done."),
        ]
    found = [say("We are looking into it now."), *by_when(case)]
    if not case.late:
        found.append(say("If we need more time than that, we will tell you before that day, and say why."))
    if case.right is RightKind.OBJECTION:
        found.append(
            say("While we look into it, you can ask us to do no more with the information than to store it.")
        )
    return found


def _cost(case: Case) -> list[Sentence]:
    asked_fee = bool(case.dates and case.dates.fee.asked)
    free = [] if asked_fee else [say("You do not have to pay for this.")]
    identity = bool(case.dates and case.dates.identity.asked)
    if case.right is RightKind.WITHDRAW_CONSENT or identity:
        return free
    return [*free, say("You do not have to send us proof of who you are, unless we ask you for it.")]


def identity(case: Case) -> Letter:
    """Draft the letter that asks for proof of identity, for no more than settles reasonable doubts.

    UK GDPR Art. 12(6), 5(1)(c); the time starts when the proof comes (Art. 12A, for requests since
    5 February 2026).

    >>> from audit_lib.rights.letter.example import example_case
    >>> identity(example_case(RightKind.ERASURE, LetterKind.IDENTITY)).gaps
    11
    """
    why = part(
        None,
        paragraph(asked_on(case), "Before we answer, we have to be sure that it is you who asked."),
        paragraph(
            gap("why we are in doubt in this case, such as: the request came from an address unknown to us")
        ),
    )
    needed = part(
        "What we need from you",
        paragraph(
            gap("one thing that settles the doubt, such as an answer that only this person knows"),
            say("Please send us no more than that."),
            say("If it is a paper, cover up what we have not asked for."),
        ),
        paragraph(
            "We will use it only to check who you are.",
            gap(
                "what we do with it after the check: when it is destroyed, and the note we keep of the check"
            ),
        ),
    )
    return letter(
        LetterKind.IDENTITY,
        case,
        "Please help us to be sure that it is you",
        [why, needed, part("What happens then", paragraph(*_from_then("what we asked for")))],
        checks=(
            say(
                "Send this only if there are reasonable doubts about who asked; otherwise answer the request."
            ),
            say("Ask at once, and for the least that will do: no passport where a question settles it."),
            say(
                "Somebody asks for another, such as a solicitor or a parent: ask for proof that they may. A "
                "child who understands what it asks may ask for itself."
            ),
            *time_checks(case),
            law_check(f"UK GDPR Art. 12(6), 5(1)(c){' and 12A' if case.amended else ''}"),
        ),
    )


def _from_then(what: str) -> list[Sentence]:
    return [
        say(f"As soon as {what} is with us, we go on with your request."),
        say("You will then have our answer within one month."),
        say("If we need more time than that, we will tell you in that month, and say why."),
        gap("the day until which we wait, and what we do if nothing comes"),
    ]


def clarification(case: Case) -> Letter:
    """Draft the letter that asks what an access request covers; the clock stands still until the answer.

    UK GDPR Art. 12A(5), (6): only where it is reasonably needed, as where much information is held. Before
    5 February 2026 the pause was guidance, and the letter then promises nothing about the time.

    >>> from audit_lib.rights.letter.example import example_case
    >>> clarification(example_case(RightKind.ACCESS, LetterKind.CLARIFICATION)).title
    'Please tell us what you are looking for'
    """
    ask = part(
        None,
        paragraph(asked_on(case), "To find what you want, we need to know a little more."),
        paragraph(gap("why we have to ask, such as: we hold a large amount of information about you")),
    )
    tell = part(
        "What you can tell us",
        bullets(
            [
                "What is it about? For example a contract, a payment or a complaint.",
                "Which dates do you want us to look at?",
                "Which people or teams did you deal with?",
            ]
        ),
        *_matters(case),
        paragraph(
            "You do not have to narrow it down. If you want all of it, just tell us so. "
            "We will then make a fair and sensible search for it."
        ),
    )
    still = [
        say("The time that we have for our answer stands still from today until the day we hear from you.")
    ]
    if not case.amended:
        still = [gap("whether the time for the answer stands still: at the time this was guidance, not law")]
    return letter(
        LetterKind.CLARIFICATION,
        case,
        "Please tell us what you are looking for",
        [ask, tell, part("What this means for the time", paragraph(*still, *_otherwise(case)))],
        checks=(
            say("Ask only if the answer cannot reasonably be given without it, and ask at once."),
            say("Both the day of asking and the day of the answer are left out of the time."),
            *time_checks(case),
            law_check("UK GDPR Art. 12A(5), (6), 15(1A)" if case.amended else "UK GDPR rec. 63, Art. 15(1A)"),
        ),
    )


def _matters(case: Case) -> list[Block | None]:
    """Return what we do with information about such people, to choose from, as the plan shows it."""
    if case.plan is None:
        return []
    told = dict.fromkeys(verdict.activity for verdict in case.plan.verdicts if not verdict.expected)
    names = [name(case.data_map, "activity", each) for each in told if each not in quiet(case)]
    if not names:
        return []
    return [paragraph("These are the things that we use such information for:"), bullets(names)]


def _otherwise(case: Case) -> list[Sentence]:
    """Return by when the answer was due, had the question not been asked."""
    if case.dates is None or case.clock is None:
        return []
    known = tuple(each for each in case.dates.clarifications if not each.open)
    before = request_clock(case.right, case.dates.model_copy(update={"clarifications": known})).deadlines[0]
    if before.latest is None:
        return []
    return [say(f"Without this question it would end on {spoken(before.latest)}.")]


def fee(case: Case) -> Letter:
    """Draft the letter that asks for a fee, for a manifestly unfounded or excessive request (Art. 12(5)).

    >>> from audit_lib.rights.letter.example import example_case
    >>> fee(example_case(RightKind.ACCESS, LetterKind.FEE)).title
    'A fee for your request'
    """
    why = part(
        None,
        paragraph(asked_on(case), "Most requests are free. For this one we ask you to pay a fee."),
        paragraph(
            gap(
                "why: what makes this request manifestly unfounded, or excessive, such as that it "
                "repeats another"
            ),
        ),
    )
    how = part(
        "What it costs",
        paragraph(
            gap("the fee in pounds"),
            say("It covers no more than our costs:"),
            gap("how it is worked out"),
            gap("how to pay"),
        ),
        paragraph(*_from_then("the fee")),
    )
    return letter(
        LetterKind.FEE,
        case,
        "A fee for your request",
        [why, how, ways_to_complain(case)],
        checks=(
            say("It is for us to show that the request is manifestly unfounded or excessive."),
            say("The fee must be reasonable. Ask at once, and say how it comes about."),
            *time_checks(case),
            law_check(f"UK GDPR Art. 12(5){' and 12A' if case.amended else ''}"),
        ),
    )


def extension(case: Case) -> Letter:
    """Draft the letter that says, within the first month, that two further months are needed, and why.

    UK GDPR Art. 12A(3), (4); before 5 February 2026 Art. 12(3). The clock refuses a day that is too late.

    >>> from audit_lib.rights.letter.example import example_case
    >>> case = example_case(RightKind.ACCESS, LetterKind.EXTENSION)
    >>> [each.text for each in extension(case).body()][2]
    'You will have our answer by Tuesday 9 February 2027 at the latest. Until now that day was Wednesday
    9 December 2026.'
    """
    reasons = part(
        "Why we need longer",
        paragraph(
            gap("the reason: what makes the request complex; or how many requests you have made, and when")
        ),
        paragraph(gap("what is done so far, and what can be sent before the rest")),
    )
    return letter(
        LetterKind.EXTENSION,
        case,
        "We need more time for your request",
        [part(None, paragraph(asked_on(case), *_longer(case))), reasons],
        checks=(
            say("Only if the request is complex, or the person has made many; much work alone is neither."),
            say("It must reach the person within the first month."),
            *time_checks(case),
            law_check("UK GDPR Art. 12A(3), (4)" if case.amended else "UK GDPR Art. 12(3)"),
        ),
    )


def _longer(case: Case) -> list[Sentence]:
    answer, telling = case.answer, case.telling
    if answer is None or answer.latest is None:
        return [
            say("We are sorry: we cannot answer you as soon as you hoped."),
            gap("the new last day for our answer, two months after the first"),
        ]
    before = f" Until now that day was {spoken(telling.latest)}." if telling and telling.latest else ""
    return [
        say("We are sorry: we cannot answer you as soon as you hoped."),
        say(f"You will have our answer by {spoken(answer.latest)} at the latest.{before}"),
        say("If we can answer sooner, we will."),
    ]
