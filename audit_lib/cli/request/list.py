"""`privacy-audit request list`: the requests of the register, for a person, a program or a spreadsheet."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from ...errors import Fault
from ..faults import command
from ..options import AsOfOption, day
from ..plain import console, line, write_json
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption, opened
from .options import (
    PersonOption,
    TextJsonCsv,
    day_option,
    stop_if,
    typed_day,
    typed_person,
    typed_word,
)
from .text import as_object, state, write_rows, write_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...model.request import Request

_STATES = ("overdue", "soon", "open", "waiting", "closed")


@command
def request_list(
    open_only: Annotated[bool, typer.Option("--open", help="Only what is open.")] = False,
    right: Annotated[
        list[str] | None,
        typer.Option(
            "--right", metavar="RIGHT", help="Only this right; may be repeated.", show_default=False
        ),
    ] = None,
    since: Annotated[
        str | None, day_option("--since", "Only what was received on this day or later.")
    ] = None,
    person: PersonOption = None,
    output: Annotated[TextJsonCsv, typer.Option("--format", help="How to answer.")] = TextJsonCsv.TEXT,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
    as_of: AsOfOption = None,
) -> int:
    """List requests, complaints and objections in the order of receipt.

    As CSV it is the table that request import reads. To see what is due first: request due.

    Exit status: 0 listed, 2 the register cannot be read.
    """
    from ...model.rights import RightKind
    from ...rights.requests import read_requests

    today, told = day(as_of), list[Fault]()
    first = typed_day("--since", since, told)
    rights = {typed_word("--right", given, RightKind, told) for given in right or []}
    who = typed_person(person, told)
    stop_if(told)
    with opened(register, key_file, passphrase_file, read_only=True) as store:
        known = read_requests(store, person=store.pseudonym(who) if who else None)
        file = store.path
    wanted = [
        request
        for request in known
        if not (open_only and not request.open)
        and (not rights or request.right in rights)
        and (first is None or request.received >= first)
    ]
    if output is TextJsonCsv.CSV:
        from ...rights.register.columns import HEADINGS, cells_of

        write_table(HEADINGS, (cells_of(request) for request in wanted))
    elif output is TextJsonCsv.JSON:
        shown = {
            "as_of": today.isoformat(),
            "requests": [as_object(request, today) for request in wanted],
            "counts": _counts(wanted, today),
        }
        write_json(shown)
    else:
        line(f"{file}, as of {today}", to=console())
        _write(wanted, today)
    return 0


def _counts(wanted: Sequence[Request], today: dt.date) -> dict[str, int]:
    by = Counter(state(request, today) for request in wanted)
    return {name: by[name] for name in _STATES}


def _write(wanted: Sequence[Request], today: dt.date) -> None:
    page = console()
    line(to=page)
    write_rows(wanted, today, page)
    if wanted:
        line(to=page)
    counts = ", ".join(f"{number:,} {name}" for name, number in _counts(wanted, today).items())
    line(f"{len(wanted):,} request{'' if len(wanted) == 1 else 's'}: {counts}.", to=page)
