"""`privacy-audit incident close`: close the entry of a breach."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ...errors import Fault
from .. import register_options
from ..faults import command
from ..plain import console, line
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption, opened
from ..request.options import day_option, or_stop, told_as_typed, typed_day
from .breach_text import warn_of_names, write_record
from .update import BreachArgument


@command
def incident_close(
    number: BreachArgument,
    *,
    on: Annotated[str, day_option("--on", "The day on which it was closed.")],
    reason: Annotated[
        str | None,
        typer.Option(
            "--reason",
            metavar="TEXT",
            help="Why, if somebody who had to be told was not.",
            show_default=False,
        ),
    ] = None,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
) -> int:
    """Close a breach; refused while somebody has to be told, unless a reason is given and kept.

    Exit status: 0 closed, 2 it cannot be closed, and nothing was changed.
    """
    from ...incidents.breaches import close_breach

    faults: list[Fault] = []
    day = or_stop(typed_day("--on", on, faults), faults)
    at = register_options.now()
    with opened(register, key_file, passphrase_file) as store, told_as_typed():
        if reason is not None:
            warn_of_names()
        closed = close_breach(store, number, day, at=at, reason=reason)
    write_record(closed, at)
    if not closed.effects or not (closed.action or closed.circumstances.measures):
        note = "The entry lacks effects or remedial action, which Art. 33(5) asks for."
        line(note, to=console(sys.stderr))
    return 0
