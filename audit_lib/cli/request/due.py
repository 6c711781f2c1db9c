"""`privacy-audit request due`: what is overdue, and what is due next."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ...model.request import SOON_DAYS
from ..faults import command
from ..options import AsOfOption, day
from ..plain import console, line, write_json
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption, opened
from .text import as_object, write_rows

if TYPE_CHECKING:
    import datetime as dt

    from ...files.register import Register
    from ...rights.requests import Due


#: How many are listed, unless more are asked for.
_LIMIT: Final = 50


class TextJsonIcs(StrEnum):
    """For a person, for a program, or for a calendar."""

    TEXT = "text"
    JSON = "json"
    ICS = "ics"


class FailOn(StrEnum):
    """What ends the command with exit status 1."""

    OVERDUE = "overdue"
    SOON = "soon"
    NEVER = "never"


@command
def request_due(
    within: Annotated[
        int | None,
        typer.Option(
            "--within",
            metavar="DAYS",
            min=0,
            max=3650,
            help="Only what is overdue, or due in so many days.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            min=1,
            max=100_000,
            help=f"List at most so many (default: {_LIMIT}; in a calendar, all).",
            show_default=False,
        ),
    ] = None,
    fail_on: Annotated[
        FailOn,
        typer.Option("--fail-on", help=f"End with status 1; soon: due in {SOON_DAYS} days, or overdue."),
    ] = FailOn.OVERDUE,
    output: Annotated[
        TextJsonIcs, typer.Option("--format", help="How to answer; ics: as a calendar.")
    ] = TextJsonIcs.TEXT,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
    as_of: AsOfOption = None,
) -> int:
    """List open requests, overdue ones first, then what is due soonest, then what has no day yet.

    A calendar (--format ics > due.ics) has a day for each request, under its id, and nothing on who asked.

    Exit status: 0 nothing is overdue, 1 something is, 2 the register cannot be read.
    """
    from ...rights.requests import requests_due

    today = day(as_of)
    with opened(register, key_file, passphrase_file, read_only=True) as store:
        at_most = limit or (None if output is TextJsonIcs.ICS else _LIMIT)
        found = requests_due(store, today, within=within, limit=at_most)
        soon = requests_due(store, today, within=SOON_DAYS, limit=0).total
        file = store.path
        if output is TextJsonIcs.ICS:
            _write_calendar(store, found, today)
    if output is TextJsonIcs.JSON:
        shown = {
            "as_of": today.isoformat(),
            "requests": [as_object(request, today) for request in found.requests],
            "counts": {"open": found.total, "overdue": found.overdue, "soon": soon - found.overdue},
        }
        write_json(shown)
    elif output is TextJsonIcs.TEXT:
        line(f"{file}, as of {today}", to=console())
        _write(found, within, today)
    failing = {FailOn.OVERDUE: found.overdue, FailOn.SOON: soon, FailOn.NEVER: 0}[fail_on]
    return 1 if failing else 0


def _write_calendar(store: Register, found: Due, today: dt.date) -> None:
    from .due_calendar import due_calendar

    text, without = due_calendar(store, found.requests, today)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(newline="")  # its lines end with CRLF already
    sys.stdout.write(text)
    page = console(sys.stderr)
    if without:
        number = f"{len(without):,} open request{' has' if len(without) == 1 else 's have'}"
        line(f"{number} no day, and no place in the calendar: {', '.join(without)}.", to=page)
    if found.more:
        line(f"Not in the calendar: {found.more:,} more (--limit).", to=page)


def _write(found: Due, within: int | None, today: dt.date) -> None:
    from ...rights.requests import days_after

    page = console()
    line(to=page)
    write_rows(found.requests, today, page)
    if found.requests:
        line(to=page)
    of_these = f" due by {days_after(today, within)}" if within is not None else ""
    number = f"{found.total:,} open request{'' if found.total == 1 else 's'}{of_these}"
    more = f" Not listed: {found.more:,} (--limit)." if found.more else ""
    line(f"{number}: {found.overdue:,} overdue.{more}", to=page)
