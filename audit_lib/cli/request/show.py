"""`privacy-audit request show`: one request with its clock, its restrictions and its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..clock_text import write_clock
from ..faults import command
from ..options import AsOfOption, TextOrJson, day
from ..plain import console, line, write_json
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption, opened
from .options import IdArgument
from .text import as_object, write_entry, write_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...files.register import Event
    from ...model.restriction import Restriction


@command
def request_show(
    request: IdArgument,
    output: Annotated[TextOrJson, typer.Option("--format", help="How to answer.")] = TextOrJson.TEXT,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
    as_of: AsOfOption = None,
) -> int:
    """Show one request: what is due, how that comes about step by step, and all that was done to it.

    Exit status: 0 shown, 2 there is no such request, or the register cannot be read.
    """
    from ...rights.register.entry import clock_of
    from ...rights.requests import get_request, read_requests
    from ...rights.restrictions import restrictions_of

    today = day(as_of)
    with opened(register, key_file, passphrase_file, read_only=True) as store:
        found = get_request(store, request)
        history = store.history(request)
        held = restrictions_of(store, found)
        same = read_requests(store, person=found.person) if found.person else ()
    others = [other for other in same if other.id != found.id]
    clock = clock_of(found)
    if output is TextOrJson.JSON:
        shown: dict[str, Any] = {
            "request": as_object(found, today),
            "clock": clock.model_dump(mode="json"),
            "restrictions": [each.model_dump(mode="json") for each in held],
            "other_requests": [other.id for other in others],
            "history": [
                {"seq": event.seq, "at": event.at.isoformat(), "what": event.what, "hash": event.hash}
                for event in history
            ],
        }
        write_json(shown)
        return 0
    page = console()
    write_entry(found, page)
    if others:
        line(to=page)
        line("Other requests of this person", to=page)
        write_rows(others, today, page)
    _rest(held, history)
    line(to=page)
    write_clock(clock, page)
    return 0


def _rest(held: Sequence[Restriction], history: Sequence[Event]) -> None:
    page = console()
    if held:
        line(to=page)
        line("Restrictions", to=page)
    for each in held:
        until = f" until {each.until}" if each.until else ""
        line(f"  {each.id}  {each.ground.value.replace('-', ' ')}, since {each.since}{until}", to=page)
    line(to=page)
    line("History", to=page)
    for event in history:
        due = f"; due {event.draft.due}" if event.draft.due and not event.draft.closed else ""
        line((f"  {event.at:%Y-%m-%d %H:%M} UTC  ", "quiet"), f"{event.what}{due}", to=page)
