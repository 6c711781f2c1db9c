"""The request that a letter is about: what is known of it, and what cannot be so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from ...errors import Fault, ParameterError, Place, did_you_mean
from ...law.calendar import Nation
from ...law.commencement import FEBRUARY_2026, JUNE_2026
from ...law.rights_matrix import NAMES
from ...model.data_map import DataMap
from ...model.day import long_date
from ...model.deadline import Clock, Deadline, Question, RequestDates
from ...model.letter import LetterKind
from ...model.request_plan import RequestPlan, Standing, TellingKind
from ...model.rights import RightKind
from ..deadlines import complaint_clock, request_clock

#: The rights that a person asks the organisation to act on.
ASKED: Final = (
    RightKind.ACCESS,
    RightKind.RECTIFICATION,
    RightKind.ERASURE,
    RightKind.RESTRICTION,
    RightKind.PORTABILITY,
    RightKind.OBJECTION,
    RightKind.WITHDRAW_CONSENT,
    RightKind.AUTOMATED_DECISIONS,
)
#: Those that have a month (Art. 12(3)), proof of identity (12(6)) and a fee (12(5)): withdrawing has none.
_IN_A_MONTH: Final = tuple(right for right in ASKED if right is not RightKind.WITHDRAW_CONSENT)
#: Those whose recipients are told (Art. 19).
PASSED_ON: Final = (RightKind.RECTIFICATION, RightKind.ERASURE, RightKind.RESTRICTION)
#: Those by which data can be restricted for a time: Art. 18(1)(a), any of (a) to (d), (d).
_RESTRICTED: Final = (RightKind.RECTIFICATION, RightKind.RESTRICTION, RightKind.OBJECTION)
_COMPLAINT: Final = (RightKind.COMPLAIN_TO_CONTROLLER,)

#: The rights that each letter fits.
FITS: Final[Mapping[LetterKind, tuple[RightKind, ...]]] = {
    LetterKind.ACKNOWLEDGEMENT: ASKED,
    LetterKind.IDENTITY: _IN_A_MONTH,
    LetterKind.CLARIFICATION: (RightKind.ACCESS,),
    LetterKind.FEE: _IN_A_MONTH,
    LetterKind.EXTENSION: _IN_A_MONTH,
    LetterKind.PROCESSOR_INSTRUCTION: ASKED,
    LetterKind.ANSWER: ASKED,
    LetterKind.REFUSAL: _IN_A_MONTH,
    LetterKind.MARKETING_STOPPED: (RightKind.OBJECTION,),
    LetterKind.RECIPIENT_NOTICE: PASSED_ON,
    LetterKind.RESTRICTION_LIFTED: _RESTRICTED,
    LetterKind.COMPLAINT_ACKNOWLEDGEMENT: _COMPLAINT,
    LetterKind.COMPLAINT_OUTCOME: _COMPLAINT,
}
#: What does not fit an objection to direct marketing, which is final (Art. 21(3)): to stop needs no proof of
#: who asks, no fee and no time, and nothing is lifted later.
NOT_FOR_MARKETING: Final = (
    LetterKind.IDENTITY,
    LetterKind.FEE,
    LetterKind.EXTENSION,
    LetterKind.ANSWER,
    LetterKind.REFUSAL,
    LetterKind.RESTRICTION_LIFTED,
)


class Case(NamedTuple):
    """A request or a complaint, and the day on which a letter about it is written.

    `clock` is the answer of `request_clock` or `complaint_clock`; None while the day of receipt is not given.
    `reference` is what the organisation calls the matter; None: a gap.
    """

    data_map: DataMap
    right: RightKind
    as_of: dt.date
    dates: RequestDates | None
    clock: Clock | None
    subject: str | None
    plan: RequestPlan | None
    marketing: bool
    recipient: str | None
    reference: str | None = None

    @property
    def answer(self) -> Deadline | None:
        """By when the request is answered or the complaint acknowledged; None where there is no such time."""
        timed = [each for each in self._deadlines() if each.latest or each.waiting]
        return timed[0] if timed else None

    @property
    def telling(self) -> Deadline | None:
        """By when the person is told that more time is needed; None where there is no such time."""
        timed = [each for each in self._deadlines() if each.latest or each.waiting]
        return timed[1] if len(timed) > 1 else None

    def _deadlines(self) -> tuple[Deadline, ...]:
        return self.clock.deadlines if self.clock else ()

    @property
    def late(self) -> bool:
        """Whether the letter is written after the time for the answer has ended."""
        return bool(self.answer and self.answer.latest and self.as_of > self.answer.latest)

    @property
    def amended(self) -> bool:
        """Whether the request falls under Art. 12A, as received since 5 February 2026."""
        return (self.dates.received if self.dates else self.as_of) >= FEBRUARY_2026

    @property
    def complains_to_us(self) -> bool:
        """Whether the law knows complaints to the controller on the day of the letter (DPA 2018 s.164A)."""
        return self.as_of >= JUNE_2026


def make_case(  # noqa: PLR0913  what may be known of a request
    kind: LetterKind,
    data_map: DataMap,
    right: RightKind,
    as_of: dt.date,
    *,
    subject: str | None = None,
    dates: RequestDates | None = None,
    plan: RequestPlan | None = None,
    nation: Nation | None = None,
    marketing: bool = False,
    recipient: str | None = None,
    reference: str | None = None,
) -> Case:
    """Return the case of a letter, or one error that lists all that cannot be so.

    Raises
    ------
    ParameterError
        Each fault stands at the name of its option, such as "right" or "recipient".

    >>> from audit_lib.graph.example import example_map
    >>> make_case(LetterKind.CLARIFICATION, example_map(), RightKind.ERASURE, dt.date(2026, 11, 22))
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: kind A clarification letter does not fit the right to erasure: ...
    """
    faults = [
        *_of_kind(kind, right, marketing=marketing),
        *_of_map(data_map, subject, recipient, kind),
        *_of_plan(plan, data_map, right, subject, marketing=marketing, recipient=recipient, kind=kind),
    ]
    told: list[Fault] = [Fault(Place(option), message) for option, message in faults]
    clock = None
    if dates and dates.received > as_of:
        message = f"{as_of} is before the day of receipt, {dates.received}."
        told.append(Fault(Place("as-of"), message))
    told += [Fault(Place("kind"), message) for message in _over(kind, dates)]
    if dates and not told:
        given, dates = dates, _with_question(kind, dates, as_of)
        try:
            clock = _clock(right, dates, nation, marketing=marketing)
        except ParameterError as error:
            told += [_on_its_day(fault, as_of, own=dates != given) for fault in error.faults]
    if told:
        raise ParameterError(told)
    who = subject or (plan.subject if plan else None)
    return Case(data_map, right, as_of, dates, clock, who, plan, marketing, recipient, reference)


def _over(kind: LetterKind, dates: RequestDates | None) -> Iterator[str]:
    """Yield that what the letter would ask for has come already, if so."""
    if dates and kind is LetterKind.IDENTITY and dates.identity.answered:
        yield f"Proof of identity came on {long_date(dates.identity.answered)}: there is nothing to ask."
    if dates and kind is LetterKind.FEE and dates.fee.answered:
        yield f"The fee was paid on {long_date(dates.fee.answered)}: there is nothing to ask."


def _on_its_day(fault: Fault, as_of: dt.date, *, own: bool) -> Fault:
    """Return a fault about what the letter itself does on its day as one about that day."""
    if not own or not fault.message.startswith(f"{as_of} "):
        return fault
    return Fault(Place("as-of"), fault.message.partition(" Leave it out")[0])


def _clock(right: RightKind, dates: RequestDates, nation: Nation | None, *, marketing: bool) -> Clock:
    if right is RightKind.COMPLAIN_TO_CONTROLLER:
        return complaint_clock(dates.received, nation=nation)
    return request_clock(right, dates, marketing=marketing, nation=nation)


def _with_question(kind: LetterKind, dates: RequestDates, as_of: dt.date) -> RequestDates:
    """Return the dates with what the letter itself does on its day, unless they hold it already."""
    asked = Question(asked=as_of)
    if kind is LetterKind.EXTENSION and dates.extended_on is None:
        return dates.model_copy(update={"extended_on": as_of})
    if kind is LetterKind.IDENTITY and dates.identity.asked is None:
        return dates.model_copy(update={"identity": asked})
    if kind is LetterKind.FEE and dates.fee.asked is None:
        return dates.model_copy(update={"fee": asked})
    if kind is LetterKind.CLARIFICATION and not any(each.open for each in dates.clarifications):
        return dates.model_copy(update={"clarifications": (*dates.clarifications, asked)})
    return dates


def _of_kind(kind: LetterKind, right: RightKind, *, marketing: bool) -> Iterator[tuple[str, str]]:
    if right not in FITS[kind]:
        fitting = ", ".join(each.value for each in LetterKind if right in FITS[each])
        instead = f"for it there are {fitting}." if fitting else "no letter of ours answers it."
        yield "kind", f"A {kind.value} letter does not fit the right {NAMES[right]}: {instead}"
    if marketing and right is not RightKind.OBJECTION:
        yield "marketing", "Only an objection can be to direct marketing: use objection, or leave it out."
    elif kind is LetterKind.MARKETING_STOPPED and right is RightKind.OBJECTION and not marketing:
        yield "marketing", "This letter answers an objection to direct marketing alone: say that it is one."
    elif marketing and kind in NOT_FOR_MARKETING:
        yield (
            "kind",
            f"A {kind.value} letter does not fit an objection to direct marketing, which is final "
            "(UK GDPR Art. 21(3)): use marketing-stopped.",
        )


def _of_map(
    data_map: DataMap, subject: str | None, recipient: str | None, kind: LetterKind
) -> Iterator[tuple[str, str]]:
    people = [party.id for party in data_map.parties if party.id in data_map.individuals]
    if subject is not None and subject not in people:
        hint = did_you_mean(subject, people)
        yield "subject", f'No people of the map have the id "{subject}".{hint}'
    if recipient is None:
        return
    if recipient not in data_map.party:
        hint = did_you_mean(recipient, data_map.party)
        yield "recipient", f'No party of the map has the id "{recipient}".{hint}'
    elif not kind.to_organisation:
        yield "recipient", f"A {kind.value} letter goes to the person who asked: leave it out."


def _of_plan(  # noqa: PLR0913  what must agree with the plan
    plan: RequestPlan | None,
    data_map: DataMap,
    right: RightKind,
    subject: str | None,
    *,
    marketing: bool,
    recipient: str | None,
    kind: LetterKind,
) -> Iterator[tuple[str, str]]:
    if plan is None:
        return
    named = (
        ("map", plan.map_id, data_map.info.id),
        ("right", plan.right.value, right.value),
        ("subject", plan.subject, subject or plan.subject),
        ("marketing", str(plan.marketing), str(marketing)),
    )
    for option, planned, here in named:
        if planned != here:
            yield option, f'The search plan is for "{planned}", the letter for "{here}": make a plan for it.'
    known = addressees(kind, plan)
    if recipient in data_map.party and kind.to_organisation and recipient not in known:
        role = "recipient to be told" if kind is LetterKind.RECIPIENT_NOTICE else "processor"
        whom = f"; it names {', '.join(known)}" if known else "; it names none"
        yield "recipient", f'By the search plan "{recipient}" is no {role} of this request{whom}.'


def addressees(kind: LetterKind, plan: RequestPlan) -> tuple[str, ...]:
    """Return the ids of those that a letter to organisations goes to, in the order of the plan.

    Processors are instructed, and sub-processors through them; recipients that only another recipient knows,
    and the public, get no letter of ours.

    >>> plan = RequestPlan(
    ...     map_id="m", right=RightKind.ERASURE, subject="tenants", as_of=dt.date(2026, 11, 22))
    >>> addressees(LetterKind.RECIPIENT_NOTICE, plan)
    ()
    """
    if kind is LetterKind.RECIPIENT_NOTICE:
        ours = (TellingKind.TELL, TellingKind.DOUBT)
        told = (each.party for each in plan.tells if each.kind in ours)
        return tuple(dict.fromkeys(told))
    if kind is LetterKind.PROCESSOR_INSTRUCTION:
        return tuple(
            each.party for each in plan.sources if each.standing is Standing.PROCESSOR and each.concerned
        )
    return ()
