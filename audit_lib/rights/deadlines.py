"""By when rights requests, complaints and breaches must be dealt with in the United Kingdom.

Each answer is a `Clock`: the duties that an event sets going, each with its last day, a safe day beside it,
and the steps by which both came about. What the law of the day did not know is said and not invented.
"""

from __future__ import annotations

import datetime as dt

from ..errors import ParameterError
from ..law.authority import Authority
from ..law.breach_clock import breach_clock
from ..law.calendar import LAST_DAY, Nation
from ..law.periods import add_days, add_months, spoken
from ..law.rights_matrix import NAMES
from ..law.time_limits import (
    COMPLAINT_COUNTING,
    COMPLAINT_DAYS,
    COMPLAINTS_BEGAN,
    GDPR_BEGAN,
    RequestLaw,
    request_law,
)
from ..model.deadline import Clock, Deadline, RequestDates, Step
from ..model.rights import RightKind
from .clock.faults import check_dates
from .clock.rolling import roll, rolling_steps
from .clock.steps import safe_step, steps_to, waiting_words
from .clock.times import end_of, safe_end, safe_start, start_of

__all__ = ["breach_clock", "complaint_clock", "request_clock"]

_PROMPTLY = "without undue delay, and at the latest by the end of this day"


def request_clock(
    right: RightKind, dates: RequestDates, *, marketing: bool = False, nation: Nation | None = None
) -> Clock:
    """Say by when a request must be answered, and by when the person must be told that it takes longer.

    The rules are UK GDPR Art. 12 and 12A; before 5 February 2026 those of Art. 12 as it stood.

    Parameters
    ----------
    right
        What the person asks; withdrawing consent and objecting to marketing have a duty to stop, at once.
    dates
        What happened when. The first deadline is the duty to stop, if there is one, else the answer.
    marketing
        Whether an objection is to direct marketing.
    nation
        Whose bank holidays count; without one, the date is in time in all three nations.

    Raises
    ------
    ParameterError
        The dates contradict each other or the right, lie before the law, or reach beyond the years
        whose bank holidays are known; every fault at once, each at the name of its option.

    >>> received = RequestDates(received=dt.date(2026, 10, 1))
    >>> answer, extension = request_clock(RightKind.ACCESS, received).deadlines
    >>> answer.latest, answer.safe
    (datetime.date(2026, 11, 2), datetime.date(2026, 11, 1))
    """
    check_dates(right, dates, marketing=marketing, nation=nation)
    law = request_law(dates.received)
    event = f"A person used the right {NAMES[right]} on {spoken(dates.received)}."
    if right is RightKind.WITHDRAW_CONSENT:
        return Clock(event=event, law="UK GDPR Art. 7(3)", deadlines=(_stop_relying(dates.received),))
    stop = (_stop_marketing(dates.received),) if marketing else ()
    deadlines = (*stop, _answer(dates, law, nation), _telling(dates, law, nation))
    return Clock(event=event, law=law.words, deadlines=deadlines, notes=_notes(right, dates, law, marketing))


def _answer(dates: RequestDates, law: RequestLaw, nation: Nation | None) -> Deadline:
    months = 3 if dates.extended_on else 1
    end, _ = end_of(dates, law, months)
    return Deadline(
        duty="Answer the request",
        standard=_PROMPTLY,
        latest=roll(end, nation) if end else None,
        safe=safe_end(safe_start(dates, law), months),
        waiting=waiting_words(dates, law, months),
        steps=(*steps_to(dates, law, months, nation), safe_step(dates, law, months)),
    )


def _telling(dates: RequestDates, law: RequestLaw, nation: Nation | None) -> Deadline:
    """Return by when the person must be told of two further months: the end of the first."""
    end, _ = end_of(dates, law, 1)
    told = Step(
        says="Two further months are there only if the request is complex, or the person has made many, and "
        "only if the person is told so, with the reasons, in the first month.",
        provision=law.told,
        authority=Authority.LAW,
    )
    done = f"; done on {spoken(dates.extended_on)}" if dates.extended_on else ""
    return Deadline(
        duty="Tell the person if two further months are needed, and why",
        standard=f"by the end of this day at the latest{done}",
        latest=roll(end, nation) if end else None,
        safe=safe_end(safe_start(dates, law), 1),
        waiting=waiting_words(dates, law, 1),
        steps=(told, *steps_to(dates, law, 1, nation), safe_step(dates, law, 1)),
    )


def _stop_marketing(received: dt.date) -> Deadline:
    says = (
        "An objection to direct marketing is final: nothing is weighed, and the data may no longer be used "
        "for it. The law gives no number of days, so the day of receipt is the safe one."
    )
    provision = "UK GDPR Art. 21(2) and (3)"
    return Deadline(
        duty="Stop direct marketing",
        standard="at once; the law gives no number",
        safe=received,
        steps=(Step(says=says, provision=provision, authority=Authority.LAW, days=(received,)),),
    )


def _stop_relying(received: dt.date) -> Deadline:
    stops = (
        "Consent may be withdrawn at any time, as easily as it was given; what rests on it alone stops. The "
        "law gives no number of days, so the day of receipt is the safe one."
    )
    confirm = (
        f"The month of Art. 12 is for requests under Art. 15 to 22D. To confirm within it all the same, by "
        f"{spoken(add_months(received, 1))}, is good practice."
    )
    return Deadline(
        duty="Stop what rests on the consent",
        standard="at once; the law gives no number",
        safe=received,
        steps=(
            Step(says=stops, provision="UK GDPR Art. 7(3)", authority=Authority.LAW, days=(received,)),
            Step(says=confirm, provision="UK GDPR Art. 12(3)", authority=Authority.ASSUMPTION),
        ),
    )


def _notes(right: RightKind, dates: RequestDates, law: RequestLaw, marketing: bool) -> tuple[str, ...]:
    said = [law.differs] if law.differs else []
    said.append(
        "If the request is refused or nothing is done, the person is told so within the same time, with the "
        "reasons and the ways to complain and to go to court (Art. 12(4))."
    )
    if right is RightKind.OBJECTION and not marketing:
        said.append(
            "While it is verified whose grounds weigh more, the person can have the data restricted "
            "(Art. 18(1)(d))."
        )
    start = start_of(dates)
    if start and not law.differs:
        day = add_months(start, 3 if dates.extended_on else 1) - dt.timedelta(days=1)
        said.append(
            f"Read as other statutes are, a period that begins with a day would count that day, and end on "
            f"{spoken(day)} without pauses. Art. 4A and the regulator's guidance count otherwise."
        )
    return tuple(said)


def complaint_clock(received: dt.date, *, nation: Nation | None = None) -> Clock:
    """Say by when a complaint to the controller must be acknowledged, and what follows (DPA 2018 s.164A).

    The duty is there for complaints received from 19 June 2026 on; for an earlier one the answer has no
    deadlines and says so.

    Raises
    ------
    ParameterError
        The day is before the law or reaches beyond the years whose bank holidays are known.

    >>> complaint_clock(dt.date(2026, 6, 19)).first.latest
    datetime.date(2026, 7, 20)
    >>> complaint_clock(dt.date(2026, 6, 18)).deadlines
    ()
    """
    if not GDPR_BEGAN <= received <= LAST_DAY:
        message = f"{received} is out of range: give a day from {GDPR_BEGAN} to {LAST_DAY}."
        raise ParameterError.at("received", message)
    event = f"A person complained to the controller on {spoken(received)}."
    law = "Data Protection Act 2018 s.164A"
    if received < COMPLAINTS_BEGAN:
        note = (
            f"There is no such duty for this complaint: s.164A applies to those received from "
            f"{spoken(COMPLAINTS_BEGAN)} on. If the complaint holds a rights request, that has its own time."
        )
        return Clock(event=event, law=law, notes=(note,))
    strict = add_days(received, COMPLAINT_DAYS - 1)
    note = (
        f"Counting the day of receipt, as other statutes do, would give {spoken(strict)}; the regulator "
        "counts from the day after."
    )
    return Clock(
        event=event, law=law, deadlines=(_acknowledge(received, nation), _resolve(received)), notes=(note,)
    )


def _acknowledge(received: dt.date, nation: Nation | None) -> Deadline:
    end, counting = add_days(received, COMPLAINT_DAYS), COMPLAINT_COUNTING
    counted = Step(
        says=f"Received on {spoken(received)}; day 1 is the day after, and day {COMPLAINT_DAYS} is "
        f"{spoken(end)}.",
        provision=f"{counting.provision}, as the regulator's guidance follows it",
        authority=counting.authority,
        days=(received, end),
    )
    instead = Step(
        says="An outcome that is told within this time makes a separate acknowledgement unnecessary.",
        provision="s.164A, as the regulator's guidance reads it",
        authority=Authority.GUIDANCE,
    )
    safe = Step(
        says=f"Safe date: {spoken(end)}, not moved to a working day.",
        provision="In time on every reading that these steps name",
        authority=Authority.ASSUMPTION,
        days=(end,),
    )
    return Deadline(
        duty="Acknowledge the complaint",
        standard="by the end of this day at the latest",
        latest=roll(end, nation),
        safe=end,
        steps=(counted, *rolling_steps(end, nation, counting), safe, instead),
    )


def _resolve(received: dt.date) -> Deadline:
    says = (
        "Appropriate steps are taken, with enquiries and word of progress, and the outcome is told. This "
        "starts with receipt and does not wait for the acknowledgement. There is no number of days."
    )
    return Deadline(
        duty="Look into the complaint and tell the outcome",
        standard="without undue delay; the law gives no number",
        steps=(Step(says=says, provision="s.164A(4)", authority=Authority.LAW, days=(received,)),),
    )
