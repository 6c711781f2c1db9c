"""From the last day of a period to the working day on which it ends, with the reason."""

from __future__ import annotations

import datetime as dt

from ...errors import ParameterError
from ...law.authority import Authority
from ...law.calendar import KNOWN_YEARS, Nation, bank_holidays, next_working_day
from ...law.periods import spoken
from ...law.time_limits import CountingLaw
from ...model.deadline import Step


def roll(day: dt.date, nation: Nation | None) -> dt.date:
    """Return the day on which a period ends whose last day is this one.

    Raises
    ------
    ParameterError
        It would end in a year whose bank holidays are not known; the fault stands at "received".

    >>> roll(dt.date(2026, 10, 3), Nation.SCOTLAND)
    datetime.date(2026, 10, 5)
    """
    try:
        return next_working_day(day, nation)
    except ParameterError as error:
        message = (
            f"The time would end about {day.isoformat()}, and bank holidays are known to the end of "
            f"{KNOWN_YEARS[-1]} only: no date can be given."
        )
        raise ParameterError.at("received", message) from error


def rolling_steps(day: dt.date, nation: Nation | None, counting: CountingLaw) -> tuple[Step, ...]:
    """Return why a period ends when it does, if that is not simply its last day.

    >>> from audit_lib.law.time_limits import COUNTING_LAWS
    >>> [step.authority.value for step in rolling_steps(dt.date(2026, 11, 1), None, COUNTING_LAWS[-1])]
    ['law']
    >>> [step.authority.value for step in rolling_steps(dt.date(2026, 4, 6), None, COUNTING_LAWS[-1])]
    ['assumption']
    """
    end = roll(day, nation)
    steps = []
    if end != day:
        says = f"{_why(day, nation)} The time ends with the next working day, {spoken(end)}."
        steps.append(
            Step(says=says, provision=counting.provision, authority=counting.authority, days=(day, end))
        )
    ends = {each: roll(day, each) for each in Nation}
    if len(set(ends.values())) > 1:
        listed = "; ".join(f"{each.words}: {spoken(found)}" for each, found in ends.items())
        reading = (
            f"the bank holidays of {nation.words} are counted"
            if nation
            else "no nation is named, so a day is free only if it is so in all three: the earliest date"
        )
        says = f"The nations differ here ({listed}); {reading}."
        provision = "Regulation 1182/71 Art. 2(1): the state in which the action is to be taken"
        steps.append(Step(says=says, provision=provision, authority=Authority.ASSUMPTION, days=(day, end)))
    return tuple(steps)


def _why(day: dt.date, nation: Nation | None) -> str:
    names = [bank_holidays(each, day.year).get(day) for each in ((nation,) if nation else Nation)]
    known = [name for name in names if name]
    if day.weekday() >= 5 or not known:
        return f"{spoken(day)} is not a working day."
    return f"{spoken(day)} is a bank holiday ({known[0]})."
