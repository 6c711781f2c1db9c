"""`privacy-audit request update`: record what has become known of a request, or put a mistake right."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from ...errors import Fault
from ..faults import command
from ..options import AsOfOption, day
from ..plain import console, line
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption, now, opened
from .options import (
    ChannelOption,
    CheckMapOption,
    IdArgument,
    PersonOption,
    ReferenceOption,
    SubjectOption,
    checked_map,
    day_option,
    stop_if,
    told_as_typed,
    told_of_fields,
    typed_day,
    typed_person,
    typed_word,
)
from .text import write_entry

if TYPE_CHECKING:
    from ...files.register import Register
    from ...model.data_map import DataMap
    from ...model.request import Request
    from ...rights.register.changes import Changes


@command
def request_update(
    request: IdArgument,
    *,
    identity_asked: Annotated[
        str | None, day_option("--identity-asked", "Proof of identity was asked for.")
    ] = None,
    identity_received: Annotated[str | None, day_option("--identity-received", "It came.")] = None,
    fee_asked: Annotated[str | None, day_option("--fee-asked", "A fee was asked for.")] = None,
    fee_paid: Annotated[str | None, day_option("--fee-paid", "It was paid.")] = None,
    clarification_asked: Annotated[
        list[str] | None,
        day_option("--clarification-asked", "It was asked what an access request covers; may be repeated."),
    ] = None,
    clarification_answered: Annotated[
        list[str] | None,
        day_option("--clarification-answered", "That was answered; open questions in turn, may be repeated."),
    ] = None,
    extended_on: Annotated[
        str | None, day_option("--extended-on", "The person was told of two further months, and why.")
    ] = None,
    acknowledged_on: Annotated[
        str | None, day_option("--acknowledged-on", "A complaint was acknowledged.")
    ] = None,
    stopped_on: Annotated[
        str | None, day_option("--stopped-on", "Marketing, or what rested on a consent, stopped.")
    ] = None,
    received: Annotated[str | None, day_option("--received", "The day of receipt, put right.")] = None,
    person: PersonOption = None,
    subject: SubjectOption = None,
    channel: ChannelOption = None,
    reference: ReferenceOption = None,
    clear: Annotated[
        list[str] | None,
        typer.Option(
            "--clear",
            metavar="WHAT",
            help="Take out identity, fee, clarifications, extension, acknowledged or stopped; repeatable.",
            show_default=False,
        ),
    ] = None,
    data_map: CheckMapOption = None,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
    as_of: AsOfOption = None,
) -> int:
    """Record what has become known of a request; its times are worked out anew.

    A day takes the place of the one before; the history keeps both.

    Exit status: 0 recorded, 2 nothing was changed.
    """
    from ...rights.register.changes import Changes, Clear

    today, told = day(as_of), list[Fault]()
    one = {
        "identity_asked": identity_asked,
        "identity_received": identity_received,
        "fee_asked": fee_asked,
        "fee_paid": fee_paid,
        "extended_on": extended_on,
        "acknowledged_on": acknowledged_on,
        "stopped_on": stopped_on,
        "received": received,
    }
    changes = Changes(
        **{name: typed_day(f"--{name.replace('_', '-')}", given, told) for name, given in one.items()},
        clarification_asked=_days("--clarification-asked", clarification_asked, told),
        clarification_answered=_days("--clarification-answered", clarification_answered, told),
        person=None,
        clear=tuple(each for given in clear or [] if (each := typed_word("--clear", given, Clear, told))),
        subject=subject,
        channel=channel,
        reference=reference,
    )
    read = checked_map(data_map, told, subject=subject, channel=channel)
    who = typed_person(person, told)
    stop_if(told)
    with opened(register, key_file, passphrase_file) as store, told_as_typed():
        pseudonym = store.pseudonym(who) if who else None
        entry = _record(store, request, changes._replace(person=pseudonym), today, read)
    page = console()
    write_entry(entry, page)
    if entry.late_extension:
        told_late = f"  An extension told on {entry.late_extension} was told too late, and moves nothing."
        line((told_late, "high"), to=page)
    return 0


def _days(option: str, given: list[str] | None, told: list[Fault]) -> tuple[dt.date, ...]:
    return tuple(found for each in given or [] if (found := typed_day(option, each, told)))


def _record(store: Register, id_: str, changes: Changes, today: dt.date, read: DataMap | None) -> Request:
    """Record the changes, and put on the restriction list whoever turns out to have objected to marketing."""
    from pydantic import ValidationError

    from ...law.restriction_rules import marketing_activities
    from ...rights.requests import change_dates
    from ...rights.restrictions import suppress

    try:
        with store.together():
            entry = change_dates(store, id_, changes, now(), today)
            suppress(store, [entry], now(), marketing_activities(read) if read else ())
    except ValidationError as error:
        stop_if(told_of_fields(error))
        raise
    return entry
