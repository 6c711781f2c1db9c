"""Entries of the register of breaches: lines for a person, objects for a program, rows for a table."""

from __future__ import annotations

import datetime as dt
import sys
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from ..plain import console, line

if TYPE_CHECKING:
    from rich.console import Console

    from ...files.register import Event
    from ...model.breach import BreachRecord

COLUMNS: Final = (
    "id",
    "state",
    "hit",
    "name",
    "aware",
    "due",
    "people",
    "records",
    "lost",
    "severity",
    "level",
    "told_regulator",
    "late",
    "reference",
    "told_people",
    "told_controller",
    "not_told",
    "effects",
    "action",
    "closed_on",
    "closed_because",
)
_STYLES: Final = {"overdue": "high", "running": "high", "tell": "medium", "open": "low", "closed": "quiet"}
_WIDE: Final = 8
_WIDTH: Final = 100
_NARROWEST: Final = 40
_LABEL: Final = 15


def state(record: BreachRecord, now: dt.datetime) -> str:
    """Return how an entry stands: overdue, running, tell (others than the regulator), open or closed.

    >>> from audit_lib.incidents.example import example_record
    >>> [state(example_record(), dt.datetime(2026, 11, day, tzinfo=dt.UTC)) for day in (23, 24)]
    ['running', 'overdue']
    """
    from ...incidents.register.changes import untold

    if record.closed_on:
        return "closed"
    if record.running() and record.due:
        return "overdue" if now > record.due else "running"
    return "tell" if untold(record) else "open"


def time_left(due: dt.datetime, now: dt.datetime) -> str:
    """Return how far off the end of 72 hours is, or how long ago it was.

    >>> due = dt.datetime(2026, 11, 23, 14, 35, tzinfo=dt.UTC)
    >>> time_left(due, dt.datetime(2026, 11, 23, 3, 0, tzinfo=dt.UTC))
    '11 h 35 min left'
    >>> time_left(due, dt.datetime(2026, 11, 25, 14, 36, tzinfo=dt.UTC))
    '48 h 1 min over'
    """
    minutes = int((due - now).total_seconds() // 60)
    word = "left" if minutes >= 0 else "over"
    hours, rest = divmod(abs(minutes), 60)
    return f"{hours:,} h {rest} min {word}"


def what_next(record: BreachRecord, now: dt.datetime) -> str:
    """Return what is to be done, by when, or how it ended.

    >>> from audit_lib.incidents.example import example_record
    >>> what_next(example_record(), dt.datetime(2026, 11, 23, 3, 0, tzinfo=dt.UTC))
    'tell the regulator, 11 h 35 min left'
    """
    from ...incidents.register.changes import untold

    if record.closed_on:
        return f"closed {record.closed_on}"
    missing = untold(record)
    tell = f"tell {' and '.join(missing)}" if missing else "close it when all is done"
    if missing and record.told.none:
        tell += " (why not is on record: close it, or settle the duty with --decide)"
    return f"{tell}, {time_left(record.due, now)}" if record.running() and record.due else tell


def severity(record: BreachRecord) -> str:
    """Return the level and the score, or their ranges.

    >>> from audit_lib.incidents.example import example_record
    >>> severity(example_record())
    'low to very high (0.25-5)'
    """
    score = (
        f"{record.lowest:g}" if record.lowest == record.highest else f"{record.lowest:g}-{record.highest:g}"
    )
    level = record.level.words
    if record.level is not record.highest_level:
        level += f" to {record.highest_level.words}"
    return f"{level} ({score})"


def write_records(records: Sequence[BreachRecord], now: dt.datetime, page: Console) -> None:
    """Write a line for each entry: how it stands, its number, what was hit, how grave it is, what is next.

    >>> from audit_lib.incidents.example import example_record
    >>> write_records([example_record()], dt.datetime(2026, 11, 23, 3, 0, tzinfo=dt.UTC), console())
    RUNNING B-2026-0001  Agent, 40 people, ...
    """
    long = max((len(record.id) for record in records), default=0)
    for record in records:
        stands = state(record, now)
        people = record.circumstances.people
        count = f", {people:,} people" if people is not None else ""
        line(
            (stands.upper().ljust(_WIDE), _STYLES[stands]),
            f"{record.id.ljust(long)}  {record.name}{count}, {severity(record)}  ",
            (what_next(record, now), "quiet"),
            to=page,
            hang=_WIDE + long + 2,
        )


def as_object(record: BreachRecord, now: dt.datetime) -> dict[str, Any]:
    """Return an entry as an object for JSON, its number first, with how it stands.

    >>> from audit_lib.incidents.example import example_record
    >>> as_object(example_record(), dt.datetime(2026, 11, 23, tzinfo=dt.UTC))["untold"]
    ['the regulator']
    """
    from ...incidents.register.changes import untold

    shown = record.model_dump(mode="json")
    return {
        "id": shown.pop("id"),
        "state": state(record, now),
        "untold": list(untold(record)),
        "lost": list(record.sorts),
        "late": record.late,
        **shown,
    }


def as_row(record: BreachRecord, now: dt.datetime) -> tuple[str, ...]:
    """Return an entry as a row of the table, in the order of `COLUMNS`.

    >>> from audit_lib.incidents.example import example_record
    >>> as_row(example_record(), dt.datetime(2026, 11, 23, tzinfo=dt.UTC))[:4]
    ('B-2026-0001', 'running', 'party:agent', 'Agent')
    """
    facts, told = record.circumstances, record.told
    late = "; ".join(told.late) or ("yes" if record.late else "")
    cells = (
        record.id,
        state(record, now),
        facts.hit,
        record.name,
        facts.aware.isoformat(),
        record.due.isoformat() if record.due else "",
        facts.people,
        facts.records,
        "; ".join(record.sorts),
        severity(record).rpartition(" (")[2].rstrip(")"),
        severity(record).rpartition(" (")[0],
        told.regulator.isoformat() if told.regulator else "",
        late,
        told.reference,
        told.people,
        told.controller.isoformat() if told.controller else "",
        told.none,
        record.effects,
        record.action,
        record.closed_on,
        record.closed_because,
    )
    return tuple("" if cell is None else str(cell) for cell in cells)


def write_record(record: BreachRecord, now: dt.datetime, page: Console | None = None) -> None:
    """Write one entry: the facts, the effects, what was done, who was told, and what is next.

    >>> from audit_lib.incidents.example import example_record
    >>> write_record(example_record(), dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    B-2026-0001  Agent (party:agent)
      next: ...
    """
    page = page or console()
    line(f"{record.id}  {record.name} ({record.circumstances.hit})", to=page)
    room = (_WIDTH if page.soft_wrap else max(_NARROWEST, min(_WIDTH, page.width))) - _LABEL
    for label, text in _facts(record, now):
        rows = textwrap.wrap(text, room, break_long_words=False) or [""]
        line((f"  {label + ':':<13}", "quiet"), rows[0], to=page)
        for row in rows[1:]:
            line(f"{'':{_LABEL}}{row}", to=page)


def _facts(record: BreachRecord, now: dt.datetime) -> Iterator[tuple[str, str]]:
    from ...law.periods import spoken_moment

    facts, told = record.circumstances, record.told
    yield "next", what_next(record, now)
    yield "known since", spoken_moment(facts.aware)
    if record.due:
        yield "72 hours", f"end on {spoken_moment(record.due)}"
    yield "data", ", ".join(record.data) or "none that the map shows"
    yield "people", _people(record)
    yield "lost", ", ".join(record.sorts) or "not known"
    yield "severity", f"{severity(record)}, assessed on {record.assessed_on}"
    yield "regulator", _regulator(record)
    if told.people:
        yield "people told", told.people.isoformat()
    if told.controller:
        yield "controller", f"told on {spoken_moment(told.controller)}"
    if told.none:
        yield "not told", told.none
    yield "effects", record.effects or "not recorded yet (Art. 33(5))"
    done = [*facts.measures, *([record.action] if record.action else [])]
    yield "action", "; ".join(text.rstrip(".;") for text in done) or "not recorded yet (Art. 33(5))"
    if record.closed_on:
        yield "closed", f"{record.closed_on}{f': {record.closed_because}' if record.closed_because else ''}"


def _people(record: BreachRecord) -> str:
    number = record.circumstances.people
    kinds = ", ".join(record.subjects) or "nobody that the map shows"
    return f"{number:,}: {kinds}" if number is not None else f"number not known: {kinds}"


def _regulator(record: BreachRecord) -> str:
    from ...law.periods import spoken_moment

    told = record.told
    if told.regulator is None:
        return "not told" if record.due else "need not be told by this organisation, on what was known"
    late = f", late: {'; '.join(reason.words for reason in told.late)}" if record.late else ""
    return f"told on {spoken_moment(told.regulator)}{f', {told.reference}' if told.reference else ''}{late}"


def write_history(history: Sequence[Event], page: Console) -> None:
    """Write what was done to an entry, the oldest first."""
    line(to=page)
    line("History", to=page)
    for event in history:
        line((f"  {event.at:%Y-%m-%d %H:%M} UTC  ", "quiet"), event.what, to=page)


def warn_of_names() -> None:
    """Say once, on standard error, that no names belong into the texts of the register."""
    from ...incidents.register.notes import WARNING

    line(WARNING, to=console(sys.stderr))
