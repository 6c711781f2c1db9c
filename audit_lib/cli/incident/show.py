"""`privacy-audit incident show`: one breach of the register, with all that was done to its entry."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from ..faults import command
from ..options import TextOrJson
from ..plain import console, line, write_json
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption, opened
from .breach_text import as_object, write_history, write_record
from .list import NowOption, judged_at
from .update import BreachArgument


@command
def incident_show(
    number: BreachArgument,
    *,
    output: Annotated[TextOrJson, typer.Option("--format", help="How to answer.")] = TextOrJson.TEXT,
    now: NowOption = None,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
) -> int:
    """Show one breach: facts, effects, measures, who was told, why, and the history of its entry.

    Exit status: 0 shown, 2 there is no such entry, or the register cannot be read.
    """
    from ...incidents.breaches import read_breach

    at = judged_at(now)
    with opened(register, key_file, passphrase_file, read_only=True) as store:
        found = read_breach(store, number)
        history = store.history(number)
    if output is TextOrJson.JSON:
        shown: dict[str, Any] = {
            "breach": as_object(found, at),
            "history": [
                {"seq": event.seq, "at": event.at.isoformat(), "what": event.what, "hash": event.hash}
                for event in history
            ],
        }
        write_json(shown)
        return 0
    page = console()
    write_record(found, at, page)
    line(to=page)
    line("Who has to be told, as it was assessed", to=page)
    for each in found.judged:
        decided = f" Decided by a person: {each.decided}" if each.decided else ""
        line(f"  {each.duty.value}: {each.verdict.value}. {each.why}{decided}", to=page, hang=4)
    write_history(history, page)
    return 0
