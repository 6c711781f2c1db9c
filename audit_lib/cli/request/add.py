"""`privacy-audit request add`: enter a request, a complaint or an objection."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import ValidationError

from ...errors import Fault
from ..faults import command
from ..options import AsOfOption, day
from ..plain import console, line
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption, now, opened
from .dates import MarketingOption
from .deadline import NationOption, ReceivedOption
from .options import (
    ChannelOption,
    CheckMapOption,
    PersonOption,
    ReferenceOption,
    SubjectOption,
    checked_map,
    or_stop,
    told_as_typed,
    told_of_fields,
    typed_day,
    typed_person,
    typed_word,
)
from .text import write_entry

if TYPE_CHECKING:
    from rich.console import Console

    from ...files.register import Register
    from ...model.data_map import DataMap
    from ...model.request import NewRequest, Request


@command
def request_add(
    *,
    right: Annotated[
        str,
        typer.Option(
            "--right",
            metavar="RIGHT",
            help="What the person asks, such as access; or complain-to-controller.",
        ),
    ],
    received: ReceivedOption,
    person: PersonOption = None,
    subject: SubjectOption = None,
    channel: ChannelOption = None,
    marketing: MarketingOption = False,
    reference: ReferenceOption = None,
    nation: NationOption = None,
    data_map: CheckMapOption = None,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
    as_of: AsOfOption = None,
) -> int:
    """Enter a request, complaint or objection, and say by when what must be done.

    An objection to direct marketing puts the person on the restriction list at once.

    Exit status: 0 entered, 2 nothing was changed.
    """
    from ...law.calendar import Nation, nation_of
    from ...model.rights import RightKind

    today, told = day(as_of), list[Fault]()
    kind, first = typed_word("--right", right, RightKind, told), typed_day("--received", received, told)
    where = typed_word("--nation", nation, Nation, told)
    read = checked_map(data_map, told, subject=subject, channel=channel)
    who = typed_person(person, told)
    counted = where or (nation_of(read.info.jurisdiction) if read else None)
    fields = {"subject": subject, "channel": channel, "reference": reference, "marketing": marketing}
    read_as = _new(kind, first, {**fields, "nation": counted.value if counted else None}, told)
    new = or_stop(read_as, told)
    with opened(register, key_file, passphrase_file) as store, told_as_typed():
        _enter(store, new, who, today, read)
    return 0


def _new(
    kind: object, received: dt.date | None, fields: dict[str, object], told: list[Fault]
) -> NewRequest | None:
    """Return what is told of the request; what does not fit is added to what will be told."""
    from ...model.request import NewRequest

    if kind is None or received is None:
        kind, received = "access", dt.date(2026, 1, 1)  # so that the other fields are looked at as well
    try:
        return NewRequest.model_validate({"right": kind, "dates": {"received": received}, **fields})
    except ValidationError as error:
        known = {fault.place.file for fault in told}
        told += [fault for fault in told_of_fields(error) if fault.place.file not in known]
        return None


def _enter(store: Register, new: NewRequest, who: str | None, today: dt.date, read: DataMap | None) -> None:
    from ...law.restriction_rules import marketing_activities
    from ...rights.requests import add_request, read_requests
    from ...rights.restrictions import suppress

    pseudonym = store.pseudonym(who) if who else None
    earlier = read_requests(store, person=pseudonym) if pseudonym else ()
    at = now()
    with store.together():
        entry = add_request(store, new.model_copy(update={"person": pseudonym}), at, today)
        listed = suppress(store, [entry], at, marketing_activities(read) if read else ())
    page = console()
    write_entry(entry, page)
    _tell_earlier(earlier, page)
    for each in listed:
        line(f"  {each.id}: no more direct marketing to this person, since {each.since}", to=page)
    if entry.marketing and not listed:
        line(("  Without --person, nobody can be left out of the next mailing.", "medium"), to=page)
    line(("Written to ", "quiet"), str(store.path), to=page)


def _tell_earlier(earlier: tuple[Request, ...], page: Console) -> None:
    """Tell what the person has asked before: a request that repeats another can be excessive (Art. 12(5))."""
    if earlier:
        last = earlier[-1]
        number = f"{len(earlier)} earlier request{'' if len(earlier) == 1 else 's'}"
        words = f"  This person has {number}, the last {last.id}, received {last.received}."
        line(words, to=page)
