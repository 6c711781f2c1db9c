"""`privacy-audit incident list`: the register of breaches, running clocks of 72 hours first."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

import typer

from .. import register_options
from ..faults import command
from ..plain import console, line, write_json
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption, opened
from ..request.options import TextJsonCsv
from ..request.text import write_table
from .breach_text import COLUMNS, as_object, as_row, write_records
from .options import moment

NowOption = Annotated[
    str | None,
    typer.Option(
        "--now", metavar="MOMENT", help="The moment to judge by (default: this one).", show_default=False
    ),
]


@command
def incident_list(
    *,
    open_only: Annotated[bool, typer.Option("--open", help="Leave out what is closed.")] = False,
    output: Annotated[TextJsonCsv, typer.Option("--format", help="How to answer.")] = TextJsonCsv.TEXT,
    now: NowOption = None,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
) -> int:
    """List breaches: clocks of 72 hours that run first, then what is open, then what is closed.

    Exit status: 0 nobody waits to be told, 1 somebody does, 2 the register cannot be read.
    """
    from ...incidents.breaches import read_breaches
    from ...incidents.register.changes import untold

    at = judged_at(now)
    with opened(register, key_file, passphrase_file, read_only=True) as store:
        found = read_breaches(store, open_only=open_only)
    if output is TextJsonCsv.JSON:
        shown: dict[str, Any] = {"now": at.isoformat(), "breaches": [as_object(each, at) for each in found]}
        write_json(shown)
    elif output is TextJsonCsv.CSV:
        write_table(COLUMNS, (as_row(each, at) for each in found))
    elif found:
        write_records(found, at, console())
    else:
        line("No breach is on record." if not open_only else "No breach is open.", to=console())
    return 1 if any(untold(each) for each in found if each.closed_on is None) else 0


def judged_at(given: str | None) -> dt.datetime:
    """Return the moment to judge by, in UTC: the one that is given, else this one.

    >>> judged_at("2026-11-23T03:00").isoformat()
    '2026-11-23T03:00:00+00:00'
    """
    from ...errors import ParameterError
    from ...law.periods import at_london

    if given is None:
        return register_options.now()
    try:
        return at_london(moment("--now", given))
    except (ValueError, OverflowError) as error:
        raise ParameterError.at("--now", f'"{given}" never was: {error}.') from error
