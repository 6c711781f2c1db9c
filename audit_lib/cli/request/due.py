"""`privacy-audit request due`: what is overdue, and what is due next."""

from __future__ import annotations

import datetime as dt
import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ..faults import command
from ..options import AsOfOption, TextOrJson, day
from ..plain import console, line
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption, opened
from .text import SOON_DAYS, as_object, write_rows

if TYPE_CHECKING:
    from ...rights.requests import Due


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
    limit: Annotated[int, typer.Option("--limit", min=1, max=100_000, help="List at most so many.")] = 50,
    fail_on: Annotated[
        FailOn,
        typer.Option("--fail-on", help=f"End with status 1; soon: due in {SOON_DAYS} days, or overdue."),
    ] = FailOn.OVERDUE,
    output: Annotated[TextOrJson, typer.Option("--format", help="How to answer.")] = TextOrJson.TEXT,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
    as_of: AsOfOption = None,
) -> int:
    """List open requests, overdue ones first, then what is due soonest, then what has no day yet.

    Exit status: 0 nothing is overdue, 1 something is, 2 the register cannot be read.
    """
    from ...rights.requests import requests_due

    today = day(as_of)
    with opened(register, key_file, passphrase_file, read_only=True) as store:
        found = requests_due(store, today, within=within, limit=limit)
        soon = requests_due(store, today, within=SOON_DAYS, limit=0).total
        file = store.path
    if output is TextOrJson.JSON:
        shown = {
            "as_of": today.isoformat(),
            "requests": [as_object(request, today) for request in found.requests],
            "counts": {"open": found.total, "overdue": found.overdue, "soon": soon - found.overdue},
        }
        sys.stdout.write(json.dumps(shown, indent=2, ensure_ascii=True) + "\n")
    else:
        line(f"{file}, as of {today}", to=console())
        _write(found, within, today)
    failing = {FailOn.OVERDUE: found.overdue, FailOn.SOON: soon, FailOn.NEVER: 0}[fail_on]
    return 1 if failing else 0


def _write(found: Due, within: int | None, today: dt.date) -> None:
    page = console()
    line(to=page)
    write_rows(found.requests, today, page)
    if found.requests:
        line(to=page)
    of_these = f" due by {today + dt.timedelta(days=within)}" if within is not None else ""
    number = f"{found.total:,} open request{'' if found.total == 1 else 's'}{of_these}"
    more = f" Not listed: {found.more:,} (--limit)." if found.more else ""
    line(f"{number}: {found.overdue:,} overdue.{more}", to=page)
