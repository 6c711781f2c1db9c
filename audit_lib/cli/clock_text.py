"""A clock as text that can be put on file: what is due when, and how that comes about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..errors import Fault, ParameterError, Place
from .options import TextOrJson
from .plain import console, line, write_json, write_long

if TYPE_CHECKING:
    from rich.console import Console

    from ..model.deadline import Clock, Deadline


def answer(ask: Callable[[], Clock], output: TextOrJson, *, regulator: str | None = None) -> int:
    """Write what a question about time is answered with; faults are told under the options as typed.

    >>> import datetime as dt
    >>> from audit_lib.rights.deadlines import complaint_clock
    >>> answer(lambda: complaint_clock(dt.date(2017, 1, 1)), TextOrJson.TEXT)
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: --received 2017-01-01 is out of range: ...
    """
    try:
        found = ask()
    except ParameterError as error:
        told = [Fault(Place(f"--{fault.place.file}"), fault.message) for fault in error.faults]
        raise ParameterError(told) from error
    if output is TextOrJson.JSON:
        shown = {"regulator": regulator, **found.model_dump(mode="json")}
        write_json(shown)
    else:
        write_clock(found, console(), regulator=regulator)
    return 0


def write_clock(clock: Clock, page: Console, *, regulator: str | None = None) -> None:
    """Write each duty with its time, and then the steps, each with what it rests on.

    >>> import datetime as dt
    >>> from audit_lib.rights.deadlines import complaint_clock
    >>> write_clock(complaint_clock(dt.date(2026, 6, 18)), console())
    A person complained to the controller on Thursday 18 June 2026.
    Law: Data Protection Act 2018 s.164A
    <BLANKLINE>
    Note
      There is no such duty for this complaint: s.164A applies to those received from Friday 19 June
      2026 on. If the complaint holds a rights request, that has its own time.
    """
    line(clock.event, to=page)
    line(("Law: ", "quiet"), clock.law, to=page)
    if regulator:
        line(("Regulator: ", "quiet"), regulator, to=page)
    written: set[str] = set()
    for deadline in clock.deadlines:
        line(to=page)
        _duty(deadline, page)
        _steps(deadline, page, written)
    if clock.notes:
        line(to=page)
        line("Note" if len(clock.notes) == 1 else "Notes", to=page)
    for note in clock.notes:
        write_long(note, to=page, first="  ")


def _duty(deadline: Deadline, page: Console) -> None:
    from ..law.periods import spoken, spoken_moment

    line((deadline.duty, "good"), to=page)
    line(("  how soon: ", "quiet"), deadline.standard, to=page)
    if deadline.moment:
        line(("  latest:   ", "quiet"), spoken_moment(deadline.moment), to=page)
    elif deadline.latest:
        line(("  latest:   ", "quiet"), f"end of {spoken(deadline.latest)}", to=page)
    elif deadline.waiting:
        line(("  latest:   ", "quiet"), ("not known yet", "medium"), to=page)
        write_long(deadline.waiting, to=page, first=" " * 12)
    if deadline.safe:
        line(("  safe:     ", "quiet"), spoken(deadline.safe), to=page)


def _steps(deadline: Deadline, page: Console, written: set[str]) -> None:
    """Write the steps that no duty before has given; the others are named as above."""
    fresh = [step for step in deadline.steps if step.says not in written]
    for number, step in enumerate(fresh, 1):
        write_long(step.says, to=page, first=f"  {number}. ", rest="     ")
        write_long(f"[{step.authority.value}] {step.provision}", to=page, first="     ", style="quiet")
    if len(fresh) < len(deadline.steps):
        line(("     The other steps are as above.", "quiet"), to=page)
    written.update(step.says for step in deadline.steps)
