"""The register of breaches (UK GDPR Art. 33(5)): each breach, its effects, what was done, who was told."""

from __future__ import annotations

import datetime as dt

from ..errors import Fault, InputError, ParameterError, Place
from ..files.register import Draft, Register, Stored
from ..law.periods import LONDON
from ..model.breach import BreachRecord
from ..model.incident import IncidentAssessment
from .register.changes import BreachChange, day_faults, fact_faults, told_after, untold
from .register.entry import assessed_fields, change_in_utc, draft_of, in_utc, record_of, with_fields
from .register.notes import text_faults

#: What the entries are in the register.
SORT = "breach"


def record_breach(
    register: Register,
    assessment: IncidentAssessment,
    *,
    at: dt.datetime,
    more: BreachChange | None = None,
) -> BreachRecord:
    """Put a breach into the register, with the facts, the severity and the duties as they were assessed.

    Parameters
    ----------
    register
        The open register.
    assessment
        What was assessed; its free texts are kept, so that names do not belong there.
    at
        The present moment, with its time zone.
    more
        Effects, remedial action, who has been told already or why nobody is.

    Returns
    -------
    BreachRecord
        The entry, with its number and the moment when the 72 hours end.

    Raises
    ------
    ParameterError
        A moment is still to come or out of order, a text seems to hold contact details, or a report is late
        and gives no reasons; all at once. Nothing has changed then.
    OutputError
        The register cannot be written; nothing has changed.

    Examples
    --------
    >>> import tempfile
    >>> from audit_lib.files.register import open_register
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.incidents.assess import assess_incident
    >>> from audit_lib.model.circumstances import Circumstances
    >>> facts = Circumstances(party="agent", aware=dt.datetime(2026, 11, 20, 14, 35), people=40)
    >>> assessed = assess_incident(example_map(), facts, dt.date(2026, 11, 22))
    >>> at, more = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC), BreachChange(effects="None known so far.")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with open_register(f"{folder}/r.db", create=True) as register:
    ...         made = record_breach(register, assessed, at=at, more=more)
    >>> made.id, made.due.isoformat()
    ('B-2026-0001', '2026-11-23T14:35:00+00:00')
    """
    change = change_in_utc(more or BreachChange())
    facts = in_utc(assessment.circumstances)

    def make(number: str) -> Draft:
        record = BreachRecord(id=number, **assessed_fields(assessment, facts))
        return draft_of(_told(record, change, at))

    return record_of(register.add(SORT, facts.aware.astimezone(LONDON).date(), at, make))


def _told(record: BreachRecord, change: BreachChange, at: dt.datetime) -> BreachRecord:
    """Return an entry with a change made; all that is wrong with it is told at once."""
    faults = list(fact_faults(record.circumstances, at))
    try:
        told = told_after(record, change, at)
    except ParameterError as error:
        raise ParameterError([*faults, *error.faults]) from error
    if faults:
        raise ParameterError(faults)
    news = {"effects": change.effects, "action": change.action}
    return with_fields(record, {"told": told, **{name: text for name, text in news.items() if text}})


def update_breach(
    register: Register,
    number: str,
    change: BreachChange,
    *,
    at: dt.datetime,
    seen: BreachRecord | None = None,
) -> BreachRecord:
    """Add to an entry what has become known or been done since.

    Parameters
    ----------
    register, number
        The open register and the number of the entry, such as B-2026-0001.
    change
        What is new; a new assessment takes the place of the old one, which stays in the history.
    at
        The present moment, with its time zone.
    seen
        The entry that the change was made for: if somebody has changed it since, the change is refused.

    Raises
    ------
    ParameterError
        The entry is closed or has been changed by somebody else, nothing is new, somebody was told before
        the breach was known or in time to come, or a report is late and gives no reasons. Nothing has
        changed then.
    InputError
        The register has no such breach.

    Examples
    --------
    >>> import tempfile
    >>> from audit_lib.files.register import open_register
    >>> from audit_lib.incidents.example import example_assessment
    >>> at = dt.datetime(2026, 11, 22, 15, tzinfo=dt.UTC)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with open_register(f"{folder}/r.db", create=True) as register:
    ...         made = record_breach(register, example_assessment(), at=at)
    ...         new = update_breach(register, made.id, BreachChange(told_regulator=at), at=at)
    >>> new.told.regulator == at, new.late
    (True, False)
    """
    what = change.named()
    if not what:
        raise ParameterError.at(number, "Nothing to change: say what has become known or been done.")
    change = change_in_utc(change)

    def alter(stored: Stored) -> Draft:
        record = record_of(stored)
        if record.closed_on:
            message = f"was closed on {record.closed_on.isoformat()}: nothing can be added to it."
            raise ParameterError.at(number, message)
        if seen is not None and record != seen:
            message = "was changed by somebody else meanwhile; nothing was changed. Look at it and repeat."
            raise ParameterError.at(number, message)
        if change.assessment:
            facts = in_utc(change.assessment.circumstances)
            record = with_fields(record, assessed_fields(change.assessment, facts))
        return draft_of(_told(record, change, at))

    _known(number)
    return record_of(register.change(number, what, at, alter))


def close_breach(
    register: Register, number: str, on: dt.date, *, at: dt.datetime, reason: str | None = None
) -> BreachRecord:
    """Close an entry.

    Parameters
    ----------
    register, number
        The open register and the number of the entry.
    on
        The day of closing, in London.
    at
        The present moment, with its time zone.
    reason
        Why it is closed although somebody who had to be told has not been; it is kept.

    Raises
    ------
    ParameterError
        It is closed already, the day is before the breach was known or still to come, or somebody still
        has to be told and neither `reason` nor the entry says why not. Nothing has changed then.
    InputError
        The register has no such breach.

    Examples
    --------
    >>> import tempfile
    >>> from audit_lib.files.register import open_register
    >>> from audit_lib.incidents.example import example_assessment
    >>> at = dt.datetime(2026, 11, 22, 15, tzinfo=dt.UTC)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with open_register(f"{folder}/r.db", create=True) as register:
    ...         made = record_breach(register, example_assessment(), at=at)
    ...         closed = close_breach(register, made.id, at.date(), at=at, reason="No data was there.")
    >>> closed.closed_on.isoformat()
    '2026-11-22'
    """

    def alter(stored: Stored) -> Draft:
        record = record_of(stored)
        if record.closed_on:
            message = f"was closed on {record.closed_on.isoformat()} already; nothing was changed."
            raise ParameterError.at(number, message)
        found = [*day_faults("on", on, record.circumstances.aware, at), *text_faults({"reason": reason})]
        missing = untold(record)
        if missing and not (reason or record.told.none):
            names = " and ".join(missing)
            message = f"{names} had to be told and, by the register, were not: tell them, or give a reason."
            found.append(Fault(Place("reason"), message))
        if found:
            raise ParameterError(found)
        return draft_of(with_fields(record, {"closed_on": on, "closed_because": reason}))

    _known(number)
    return record_of(register.change(number, "closed", at, alter))


def read_breach(register: Register, number: str) -> BreachRecord:
    """Return one entry.

    Raises
    ------
    InputError
        The register has no such breach.

    >>> import tempfile
    >>> from audit_lib.files.register import open_register
    >>> from audit_lib.incidents.example import example_assessment
    >>> at = dt.datetime(2026, 11, 22, 15, tzinfo=dt.UTC)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with open_register(f"{folder}/r.db", create=True) as register:
    ...         made = record_breach(register, example_assessment(), at=at)
    ...         read_breach(register, made.id) == made
    True
    """
    _known(number)
    return record_of(register.get(number))


def read_breaches(register: Register, *, open_only: bool = False) -> tuple[BreachRecord, ...]:
    """Return all entries: the clocks of 72 hours that run, by their end; what is open; what is closed.

    >>> import tempfile
    >>> from audit_lib.files.register import open_register
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with open_register(f"{folder}/r.db", create=True) as register:
    ...         read_breaches(register)
    ()
    """
    found = [record_of(stored) for stored in register.entries(SORT, open_only=open_only, order="opened")]
    return tuple(sorted(found, key=_order))


def _order(record: BreachRecord) -> tuple[int, float, str]:
    if record.closed_on:
        return (3, -record.closed_on.toordinal(), record.id)
    if record.running() and record.due:
        return (0, record.due.timestamp(), record.id)
    return (1 if untold(record) else 2, record.circumstances.aware.timestamp(), record.id)


def _known(number: str) -> None:
    if not number.startswith("B-"):
        raise InputError.at(number[:40], "This is no number of a breach: they look like B-2026-0001.")
