"""Answers to those who want something stopped, or decided anew: objections, consent, automated decisions."""

from __future__ import annotations

from ...model.document_words import bullets, paragraph, say
from ...model.letter import LetterPart
from ...model.noun import Gap
from ..words import gap, plain
from .case import Case
from .reasons import matters, only_what_is_so, within_reach
from .words import part


def objection_parts(case: Case) -> list[LetterPart]:
    """Return what is decided about an objection (UK GDPR Art. 21(1)), and that marketing stops (Art. 21(3)).

    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.rights.letter.example import example_case
    >>> [part.heading for part in objection_parts(example_case(RightKind.OBJECTION))]
    ['What we have decided']
    """
    decided = gap(
        "either: we have stopped, and since when; or: we go on, and the strong reasons that weigh more in "
        "your case, or the legal claim for which we need it"
    )
    looked = paragraph("We looked at each of these things that you can object to:", only_what_is_so())
    return [
        part("What we have decided", paragraph(decided), looked, matters(case, "what you objected to")),
        *_marketing(case),
    ]


def _marketing(case: Case) -> list[LetterPart]:
    """Return what becomes of marketing among the rest: against it an objection is final (Art. 21(3))."""
    found = [each for each in (case.plan.verdicts if case.plan else ()) if each.marketing]
    if not found:
        return []
    stopped = gap("the day on which it stopped", *(f"activity:{each.activity}" for each in found))
    words = "To marketing you can say no without a reason. We have stopped it, as part of what you asked."
    return [part("Marketing", paragraph(words, stopped))]


def withdrawal_parts(case: Case) -> list[LetterPart]:
    """Return what has stopped since a person took back consent (UK GDPR Art. 7(3)).

    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.rights.letter.example import example_case
    >>> [part.heading for part in withdrawal_parts(example_case(RightKind.WITHDRAW_CONSENT))]
    ['What has stopped']
    """
    return [
        part(
            "What has stopped",
            paragraph(
                gap("the day on which it stopped"), "These things hung on your consent:", only_what_is_so()
            ),
            matters(case, "what hung on your consent"),
            paragraph(
                gap("what has been deleted, since nothing else lets us keep it"),
                "What we did before that day, while we had your consent, stays lawful.",
            ),
        )
    ]


def decision_parts(case: Case) -> list[LetterPart]:
    """Return what came of a second look at a decision; the decisions are those that the map records.

    UK GDPR Art. 22C since 5 February 2026, Art. 22(3) before.

    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.rights.letter.example import example_case
    >>> [part.heading for part in decision_parts(example_case(RightKind.AUTOMATED_DECISIONS))]
    ['What was decided, and how', 'What a person decided']
    """
    found = []
    for each in within_reach(case):
        activity = case.data_map.activity[each]
        if not isinstance(activity.automated_decisions, Gap):
            words = f"{plain(activity.name)}: {plain(activity.automated_decisions)}"
            found.append(say(words, f"activity:{each}"))
    return [
        part(
            "What was decided, and how",
            bullets(found or [gap("which decision a computer made, and what it went by")]),
            paragraph(gap("what you told us about it, and what we made of that")),
        ),
        part(
            "What a person decided",
            paragraph(
                gap("who looked at it, and that they can change the decision"),
                gap("what they decided, and why"),
            ),
        ),
    ]
