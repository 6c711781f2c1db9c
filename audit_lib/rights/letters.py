"""Letters about a rights request or a complaint, in plain English, drafted from the map and the clock.

Each is for a person to complete and sign: what neither the map nor the dates say is a gap, and each letter
has checks beside it that are not sent.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

from ..law.calendar import Nation
from ..model.data_map import DataMap
from ..model.deadline import RequestDates
from ..model.letter import Letter, LetterKind
from ..model.request_plan import RequestPlan
from ..model.rights import RightKind
from .letter.answer import answer
from .letter.case import FITS, NOT_FOR_MARKETING, Case, addressees, make_case
from .letter.complaint import complaint_acknowledgement, complaint_outcome
from .letter.lifting import restriction_lifted
from .letter.notice import processor_instruction, recipient_notice
from .letter.progress import acknowledgement, clarification, extension, fee, identity
from .letter.refusal import marketing_stopped, refusal

__all__ = ["addressees", "draft_letter", "fitting_letters"]

_DRAFTS: Final[Mapping[LetterKind, Callable[[Case], Letter]]] = {
    LetterKind.ACKNOWLEDGEMENT: acknowledgement,
    LetterKind.IDENTITY: identity,
    LetterKind.CLARIFICATION: clarification,
    LetterKind.FEE: fee,
    LetterKind.EXTENSION: extension,
    LetterKind.PROCESSOR_INSTRUCTION: processor_instruction,
    LetterKind.ANSWER: answer,
    LetterKind.REFUSAL: refusal,
    LetterKind.MARKETING_STOPPED: marketing_stopped,
    LetterKind.RECIPIENT_NOTICE: recipient_notice,
    LetterKind.RESTRICTION_LIFTED: restriction_lifted,
    LetterKind.COMPLAINT_ACKNOWLEDGEMENT: complaint_acknowledgement,
    LetterKind.COMPLAINT_OUTCOME: complaint_outcome,
}


def draft_letter(  # noqa: PLR0913  what may be known of a request
    kind: LetterKind,
    data_map: DataMap,
    right: RightKind,
    *,
    as_of: dt.date,
    subject: str | None = None,
    dates: RequestDates | None = None,
    plan: RequestPlan | None = None,
    nation: Nation | None = None,
    marketing: bool = False,
    recipient: str | None = None,
    reference: str | None = None,
) -> Letter:
    """Draft one letter about a request or a complaint; what is not known is a gap, and nothing is invented.

    Parameters
    ----------
    kind, right
        What the letter is for, and the right that was used. See `fitting_letters` for what goes together.
    as_of
        The day of the letter. No law is cited that was not in force on it; an extension, a question and
        a fee count from it, unless the dates already have them.
    subject
        The id of the kind of people, such as "tenants".
    dates
        What happened when; for a complaint, its receipt. Every day in the letter is computed from them.
    plan
        The answer of `plan_request` for the same map, right and subject. Without it what it would
        say is a gap.
    nation
        Whose bank holidays count, as for `request_clock`.
    marketing
        Whether an objection is to direct marketing.
    recipient
        The id of the party that a notice or an instruction goes to.
    reference
        What the organisation calls the matter, such as its id in the register; it names nobody.

    Raises
    ------
    ParameterError
        Something does not fit together, or the dates cannot be so; every fault, at the name of its option.

    Notes
    -----
    UK GDPR Art. 12, 12A, 15 to 22D, 28(3); DPA 2018 s.164A, s.165, s.167.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> letter = draft_letter(LetterKind.ACKNOWLEDGEMENT, example_map(), RightKind.ACCESS,
    ...     as_of=dt.date(2026, 11, 23), dates=RequestDates(received=dt.date(2026, 11, 22)))
    >>> letter.title
    'We have your request'
    >>> [each.text for each in letter.body() if "at the latest" in each.text]
    ['You will have our answer by Tuesday 22 December 2026 at the latest.']
    """
    case = make_case(
        kind,
        data_map,
        right,
        as_of,
        subject=subject,
        dates=dates,
        plan=plan,
        nation=nation,
        marketing=marketing,
        recipient=recipient,
        reference=reference,
    )
    return _DRAFTS[kind](case)


def fitting_letters(
    right: RightKind, *, marketing: bool = False, ahead: bool = False
) -> tuple[LetterKind, ...]:
    """Return the letters that a right may need, in the order in which it may need them.

    Only an objection can be to direct marketing: with `marketing` no other right has any. With `ahead` they
    are those to have at hand when a request comes.

    >>> [kind.value for kind in fitting_letters(RightKind.COMPLAIN_TO_CONTROLLER)]
    ['complaint-acknowledgement', 'complaint-outcome']
    """
    if marketing and right is not RightKind.OBJECTION:
        return ()
    found = (kind for kind in LetterKind if right in FITS[kind])
    left_out = set(NOT_FOR_MARKETING if marketing else (LetterKind.MARKETING_STOPPED,))
    if ahead and right is not RightKind.RESTRICTION:
        # A request for a restriction that is granted ends with its lifting. An objection or a rectification
        # may be settled without any: a letter that lifts what was never restricted would only mislead.
        left_out.add(LetterKind.RESTRICTION_LIFTED)
    return tuple(kind for kind in found if kind not in left_out)
