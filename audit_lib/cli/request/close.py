"""`privacy-audit request close` and `request reopen`: how a request ended."""

from __future__ import annotations

from typing import Annotated

import typer

from ...errors import Fault
from ..faults import command
from ..options import AsOfOption, day
from ..plain import console, line
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption, now, opened
from .options import (
    IdArgument,
    day_option,
    or_stop,
    told_as_typed,
    typed_day,
    typed_word,
)
from .text import write_entry


@command
def request_close(
    request: IdArgument,
    *,
    outcome: Annotated[
        str,
        typer.Option(
            "--outcome",
            metavar="OUTCOME",
            help="granted, partly-granted, refused, no-data, not-identified, answered or withdrawn; of a "
            "complaint: upheld, partly-upheld, not-upheld, answered or withdrawn.",
        ),
    ],
    on: Annotated[str | None, day_option("--on", "When the person was told (default: today).")] = None,
    reason: Annotated[
        str | None,
        typer.Option(
            "--reason",
            metavar="REASON",
            help="Of a refusal: manifestly-unfounded, excessive, exemption, identity, right-does-not-apply.",
            show_default=False,
        ),
    ] = None,
    told_ways: Annotated[
        bool | None,
        typer.Option(
            "--told-ways/--not-told-ways",
            help="Whether the person was told how to complain and go to court.",
            show_default=False,
        ),
    ] = None,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
    as_of: AsOfOption = None,
) -> int:
    """Close a request with its outcome.

    Exit status: 0 closed, 2 nothing was changed.
    """
    from ...model.request import NEED_A_REASON, Outcome, Refusal
    from ...model.restriction import Ground
    from ...rights.requests import Ending, close_request
    from ...rights.restrictions import restrictions_of

    today, told = day(as_of), list[Fault]()
    found, why = (
        typed_word("--outcome", outcome, Outcome, told),
        typed_word("--reason", reason, Refusal, told),
    )
    day_told = today if on is None else typed_day("--on", on, told)
    ended, when = or_stop(found, told), or_stop(day_told, told)
    with opened(register, key_file, passphrase_file) as store, told_as_typed({"closed-on": "on"}):
        entry = close_request(store, request, Ending(when, ended, why, told_ways), now(), today)
        held = [each for each in restrictions_of(store, entry) if not each.lifted]
        contact_kept = store.encrypted and store.contact(entry.id) is not None
    page = console()
    write_entry(entry, page)
    if entry.in_time is False:
        line((f"  It was late: the last day was {entry.due}.", "high"), to=page)
    if ended in NEED_A_REASON and not told_ways:
        words = "  A refusal says how to complain and go to court (Art. 12(4)); --told-ways records that."
        line((words, "medium"), to=page)
    for each in held:
        ground = each.ground.value.replace("-", " ")
        then = (
            "it stays, so that marketing does not start again (Art. 21(3))"
            if each.ground is Ground.MARKETING
            else "when it is to end, tell the person first, then request lift --told-on (Art. 18(3))"
        )
        line(f"  {each.id} still holds ({ground}): {then}.", to=page)
    if contact_kept:
        words = (
            f"  A contact is still kept: when it is no longer needed, request contact {entry.id} --forget."
        )
        line((words, "quiet"), to=page)
    return 0


@command
def request_reopen(
    request: IdArgument,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
    as_of: AsOfOption = None,
) -> int:
    """Open a request again that was closed by mistake; the history keeps that it was.

    Exit status: 0 open again, 2 nothing was changed.
    """
    from ...rights.requests import reopen_request

    today = day(as_of)
    with opened(register, key_file, passphrase_file) as store, told_as_typed():
        entry = reopen_request(store, request, now(), today)
    write_entry(entry, console())
    return 0
