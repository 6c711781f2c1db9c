"""The clock of a personal data breach (UK GDPR Art. 33 and 34); here, so that incidents can use it."""

from __future__ import annotations

import datetime as dt
from typing import Final

from ..errors import ParameterError
from ..model.deadline import Clock, Deadline, Step
from .authority import Authority
from .calendar import LAST_DAY
from .periods import LONDON, add_hours, add_whole_hours, at_london, comes_twice, spoken_moment
from .time_limits import BREACH_HOURS, GDPR_BEGAN

_PROMPTLY: Final = "without undue delay; the law gives no number"


def breach_clock(aware: dt.datetime, *, processor: bool = False) -> Clock:
    """Say by when a breach must be told to the regulator, to people, and by a processor to its controller.

    Parameters
    ----------
    aware
        When the organisation became reasonably certain that there is a breach; without an offset it is
        what a clock in London showed.
    processor
        Whether the organisation processes the data for another: then it tells the controller, and only that.

    Raises
    ------
    ParameterError
        The moment is before the law or far in the future, or clocks in London never showed it.

    >>> breach_clock(dt.datetime(2026, 11, 20, 14, 35)).first.moment.isoformat()
    '2026-11-23T14:35:00+00:00'
    >>> breach_clock(dt.datetime(2026, 11, 20, 14, 35), processor=True).first.moment is None
    True
    """
    start = _start(aware)
    event = f"The organisation became aware of a personal data breach on {spoken_moment(start)}."
    law = "UK GDPR Art. 33 and 34"
    known = Step(
        says="The time starts with reasonable certainty of a breach, not when its investigation ends.",
        provision="Art. 33, as the regulator's guidance reads it",
        authority=Authority.GUIDANCE,
        days=(start.astimezone(LONDON).date(),),
    )
    twice = ("Clocks showed this hour twice that night: the first of the two is taken.",)
    notes = twice if comes_twice(aware) else ()
    if processor:
        return Clock(event=event, law=law, deadlines=(_controller(known),), notes=notes)
    return Clock(
        event=event, law=law, deadlines=(_regulator(start, known), _people(), _recorded()), notes=notes
    )


def _start(aware: dt.datetime) -> dt.datetime:
    if not GDPR_BEGAN <= aware.date() <= LAST_DAY:
        span = f"from {GDPR_BEGAN.isoformat()} to {LAST_DAY.isoformat()}"
        raise ParameterError.at("aware", f"{aware.date().isoformat()} is out of range: give a day {span}.")
    try:
        return at_london(aware)
    except ValueError as error:
        message = (
            f"{aware.isoformat(timespec='minutes')} never was: {error}. Give the hour that clocks showed."
        )
        raise ParameterError.at("aware", message) from error


def _regulator(start: dt.datetime, known: Step) -> Deadline:
    end, strict = add_hours(start, BREACH_HOURS), add_whole_hours(start, BREACH_HOURS)
    last = end.astimezone(LONDON).date()
    hours = Step(
        says=f"{BREACH_HOURS} hours of elapsed time end on {spoken_moment(end)}. Nights, weekends and bank "
        "holidays count, and a change of the clocks makes no difference.",
        provision="Art. 33(1); Regulation 1182/71 Art. 3(4), which moves no period expressed in hours",
        authority=Authority.LAW,
        days=(last,),
    )
    reading = Step(
        says=f"Not counting the clock hour of the event would give {spoken_moment(strict)}. The earlier end "
        "is used: do not rely on the later one.",
        provision="Regulation 1182/71 Art. 3(1), from general knowledge",
        authority=Authority.ASSUMPTION,
        days=(strict.astimezone(LONDON).date(),),
    )
    late = Step(
        says="If it is told later, the reasons for the delay go with it. What is not yet known may follow in "
        "phases. Nothing need be told if a risk to people is unlikely.",
        provision="Art. 33(1) and (4)",
        authority=Authority.LAW,
    )
    return Deadline(
        duty="Notify the regulator",
        standard="without undue delay and, where feasible, within 72 hours",
        moment=end,
        steps=(known, hours, reading, late),
    )


def _people() -> Deadline:
    says = (
        "People are told if a high risk to them is likely. There is no number of hours: the higher the risk, "
        "the sooner. The 72 hours of the regulator are no allowance."
    )
    return Deadline(
        duty="Tell the people concerned, if the risk to them is likely to be high",
        standard=_PROMPTLY,
        steps=(Step(says=says, provision="Art. 34(1)", authority=Authority.LAW),),
    )


def _recorded() -> Deadline:
    says = "Every breach is recorded, with its effects and what was done, whether or not anyone is told."
    return Deadline(
        duty="Record the breach",
        standard="always; the law gives no number",
        steps=(Step(says=says, provision="Art. 33(5)", authority=Authority.LAW),),
    )


def _controller(known: Step) -> Deadline:
    says = (
        "A processor tells the controller of every breach, whatever the risk. There is no number of hours in "
        "the law: look in the contract, which often sets one."
    )
    return Deadline(
        duty="Tell the controller",
        standard=_PROMPTLY,
        steps=(known, Step(says=says, provision="Art. 33(2)", authority=Authority.LAW)),
    )
