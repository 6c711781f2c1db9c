"""What becomes known of a request after it was entered: dates that come in, and mistakes put right."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from itertools import zip_longest
from typing import Any, NamedTuple

from ...errors import Fault, ParameterError, Place
from ...model.deadline import Question
from ...model.request import NewRequest, Request


class Clear(StrEnum):
    """What can be taken out of a request again; the history keeps it."""

    IDENTITY = "identity"
    FEE = "fee"
    CLARIFICATIONS = "clarifications"
    EXTENSION = "extension"
    ACKNOWLEDGED = "acknowledged"
    STOPPED = "stopped"


class Changes(NamedTuple):
    """What is to change in a request; None leaves it as it is.

    A day that is given takes the place of the one before. `clarification_asked` adds questions,
    `clarification_answered` answers in turn those that are open. `clear` comes first.
    """

    received: dt.date | None = None
    identity_asked: dt.date | None = None
    identity_received: dt.date | None = None
    fee_asked: dt.date | None = None
    fee_paid: dt.date | None = None
    clarification_asked: tuple[dt.date, ...] = ()
    clarification_answered: tuple[dt.date, ...] = ()
    extended_on: dt.date | None = None
    acknowledged_on: dt.date | None = None
    stopped_on: dt.date | None = None
    person: str | None = None
    subject: str | None = None
    channel: str | None = None
    reference: str | None = None
    clear: tuple[Clear, ...] = ()

    @property
    def words(self) -> str:
        """What changes, for the history; nothing that was typed is in it."""
        given = [
            name.replace("_", " ") for name, value in self._asdict().items() if value and name != "clear"
        ]
        return ", ".join([*given, *(f"no {each.value}" for each in self.clear)])


def changed(request: Request, changes: Changes) -> NewRequest:
    """Return what is told of a request after some changes; whether it can be so is not checked here.

    Raises
    ------
    ParameterError
        Nothing changes, the request is closed, or an answer comes for which there is no question.

    >>> from audit_lib.model.deadline import RequestDates
    >>> from audit_lib.model.rights import RightKind
    >>> request = Request(id="R-2026-0001", right=RightKind.ACCESS,
    ...     dates=RequestDates(received=dt.date(2026, 10, 1)))
    >>> changed(request, Changes(identity_asked=dt.date(2026, 10, 2))).dates.identity.open
    True
    """
    if not changes.words:
        raise ParameterError.at(request.id, "Nothing is to change: give a date or another value.")
    if request.closed_on:
        message = (
            f"It was closed on {request.closed_on}. To change it, open it again: request reopen {request.id}."
        )
        raise ParameterError.at(request.id, message)
    cleared = _cleared(request, changes)
    dates = cleared.dates
    update: dict[str, Any] = {
        name: value
        for name in ("acknowledged_on", "stopped_on", "person", "subject", "channel", "reference")
        if (value := getattr(changes, name)) is not None
    }
    if changes.extended_on:
        update["late_extension"] = None
    dates = dates.model_copy(
        update={
            "received": changes.received or dates.received,
            "identity": _question(dates.identity, changes.identity_asked, changes.identity_received),
            "fee": _question(dates.fee, changes.fee_asked, changes.fee_paid),
            "clarifications": _clarified(dates.clarifications, changes),
            "extended_on": changes.extended_on or dates.extended_on or cleared.late_extension,
        }
    )
    return NewRequest.model_validate(
        {**cleared.model_dump(exclude={"late_extension"}), **update, "dates": dates}
    )


def _cleared(request: Request, changes: Changes) -> NewRequest:
    """Return what is told of a request without what is to be taken out."""
    told = request.model_dump(include=set(NewRequest.model_fields))
    for each in changes.clear:
        if each is Clear.EXTENSION:
            told["dates"]["extended_on"] = told["late_extension"] = None
        elif each is Clear.CLARIFICATIONS:
            told["dates"]["clarifications"] = ()
        elif each in (Clear.IDENTITY, Clear.FEE):
            told["dates"][each.value] = Question()
        else:
            told[f"{each.value}_on"] = None
    return NewRequest.model_validate(told)


def _question(before: Question, asked: dt.date | None, answered: dt.date | None) -> Question:
    return Question(asked=asked or before.asked, answered=answered or before.answered)


def _clarified(before: tuple[Question, ...], changes: Changes) -> tuple[Question, ...]:
    """Return the questions about what a request covers, with the new ones, and with the answers in turn."""
    questions = [*before, *(Question(asked=day) for day in changes.clarification_asked)]
    still_open = [at for at, question in enumerate(questions) if question.open]
    for at, day in zip_longest(still_open, changes.clarification_answered):
        if at is None:
            message = f"{day} answers no question: all have been answered, or none was asked."
            raise ParameterError([Fault(Place("clarification-answered"), message)])
        if day is not None:
            questions[at] = Question(asked=questions[at].asked, answered=day)
    return tuple(questions)
