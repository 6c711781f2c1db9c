"""`privacy-audit request verify`: whether anybody has tampered with the register."""

from __future__ import annotations

from typing import Annotated

import typer

from ..faults import command
from ..options import TextOrJson
from ..plain import console, line, write_json
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption, opened
from .options import told_as_typed


@command
def request_verify(
    head: Annotated[
        str | None,
        typer.Option(
            "--head",
            metavar="NUMBER:HASH",
            help="What an earlier verification gave; proves that nothing was cut off since.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[TextOrJson, typer.Option("--format", help="How to answer.")] = TextOrJson.TEXT,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
) -> int:
    """Recompute the history of the register, breaches and restrictions too, and tell what does not agree.

    Note the head that it prints somewhere else, and give it back later.

    Exit status: 0 sound, 1 something was tampered with, 2 the register cannot be read.
    """
    with opened(register, key_file, passphrase_file, read_only=True) as store, told_as_typed():
        found = store.verify(head)
        file = store.path
    if output is TextOrJson.JSON:
        shown = {"sound": found.sound, **found.model_dump(mode="json")}
        write_json(shown)
        return 0 if found.sound else 1
    page = console()
    counted = f"{found.entries:,} entries, {found.events:,} events"
    if found.sound:
        line(("SOUND  ", "good"), f"{file}: {counted}; the history is whole.", to=page)
    else:
        line(("TAMPERED  ", "high"), f"{file}: {counted}.", to=page)
    for trouble in found.troubles:
        line(f"  {trouble}", to=page)
    if found.more:
        line(f"  There are {found.more:,} more.", to=page)
    line(("Head: ", "quiet"), found.head, to=page)
    return 0 if found.sound else 1
