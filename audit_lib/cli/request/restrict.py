"""`privacy-audit request restrict`, `lift` and `restrictions`: whose data is kept and not used."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from ...errors import Fault, ParameterError
from ..faults import command
from ..options import AsOfOption, day, known_id
from ..plain import console, line, write_json
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption, now, opened
from .options import (
    CheckMapOption,
    IdArgument,
    TextJsonCsv,
    checked_map,
    day_option,
    or_stop,
    stop_if,
    told_as_typed,
    told_of_fields,
    typed_day,
    typed_word,
)
from .text import write_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...model.request import Request
    from ...model.restriction import Restriction

_HEADINGS = (
    "id", "person", "ground", "since", "until", "subject", "data", "activities", "request", "lifted",
    "told_on",
)  # fmt: skip


@command
def request_restrict(
    request: IdArgument,
    *,
    ground: Annotated[
        str,
        typer.Option(
            "--ground",
            metavar="GROUND",
            help="accuracy, unlawful, claims or objection (Art. 18(1)); marketing; or erasure-pending.",
        ),
    ],
    data: Annotated[
        list[str] | None,
        typer.Option("--data", metavar="ID", help="Only this data; may be repeated.", show_default=False),
    ] = None,
    activity: Annotated[
        list[str] | None,
        typer.Option("--activity", metavar="ID", help="Only here; may be repeated.", show_default=False),
    ] = None,
    since: Annotated[str | None, day_option("--since", "The first day (default: today).")] = None,
    until: Annotated[str | None, day_option("--until", "The last day (default: none yet).")] = None,
    data_map: CheckMapOption = None,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
    as_of: AsOfOption = None,
) -> int:
    """Put data about the person of a request on the restriction list: kept, and not used.

    Without --data and --activity, nothing but storage is left, and what Art. 18(2) allows.

    Exit status: 0 restricted, 2 nothing was changed.
    """
    from pydantic import ValidationError

    from ...model.restriction import Ground
    from ...rights.restrictions import Restricting, restrict

    today, told = day(as_of), list[Fault]()
    why = typed_word("--ground", ground, Ground, told)
    first = today if since is None else typed_day("--since", since, told)
    last = typed_day("--until", until, told)
    if read := checked_map(data_map, told):
        for option, given, known, kind in (
            ("--data", data, read.category, "data category"),
            ("--activity", activity, read.activity, "activity"),
        ):
            for each in given or []:
                try:
                    known_id(option, each, known, kind)
                except ParameterError as error:
                    told += error.faults
    asked = Restricting(
        or_stop(why, told), or_stop(first, told), last, tuple(data or ()), tuple(activity or ())
    )
    with opened(register, key_file, passphrase_file) as store, told_as_typed():
        try:
            made = restrict(store, request, asked, now(), today)
        except ValidationError as error:
            stop_if(told_of_fields(error))
            raise
    _tell(made)
    if made.until:
        line(("  It ends by itself: tell the person before that day (Art. 18(3)).", "medium"), to=console())
    return 0


@command
def request_lift(
    restriction: Annotated[str, typer.Argument(metavar="ID", help="The restriction, such as RES-2026-0001.")],
    *,
    on: Annotated[str | None, day_option("--on", "The last day on which it holds (default: today).")] = None,
    told_on: Annotated[str | None, day_option("--told-on", "When the person was told of it.")] = None,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
    as_of: AsOfOption = None,
) -> int:
    """End a restriction. The person has to be told before (Art. 18(3)).

    Once lifted, --told-on alone records a telling that was left out.

    Exit status: 0 lifted, 2 nothing was changed.
    """
    from ...model.restriction import Ground
    from ...rights.requests import get_request
    from ...rights.restrictions import lift, restriction_of, told_of_lifting

    today, told = day(as_of), list[Fault]()
    last = today if on is None else typed_day("--on", on, told)
    before = typed_day("--told-on", told_on, told)
    for option, found in (("--on", last), ("--told-on", before)):
        if found and found > today:
            told += ParameterError.at(option, f"{found} is in the future: it is {today}.").faults
    end = or_stop(last, told)
    with opened(register, key_file, passphrase_file) as store, told_as_typed():
        held = restriction_of(store.get(restriction))
        request = get_request(store, held.request)
        if before and on is None and held.lifted:
            lifted = told_of_lifting(store, restriction, before, now())
        else:
            lifted = lift(store, restriction, end, now(), told_on=before)
    _tell(lifted)
    if lifted.ground is Ground.MARKETING:
        words = "  An objection to marketing ends only if the person consents anew (Art. 21(3), 7(1))."
        line((words, "medium"), to=console())
    elif lifted.told_on is None:
        words = "  The person must be told before it is lifted (Art. 18(3)); nothing says that this was done:"
        words += f" request lift --told-on does. {_letter(request)}"
        line((words, "medium"), to=console())
    return 0


@command
def request_restrictions(
    active: Annotated[bool, typer.Option("--active", help="Only those that hold on the day.")] = False,
    output: Annotated[TextJsonCsv, typer.Option("--format", help="How to answer.")] = TextJsonCsv.TEXT,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
    as_of: AsOfOption = None,
) -> int:
    """List whose data may not be used, since when, until when and why.

    Exit status: 0 listed, 2 the register cannot be read.
    """
    from ...rights.restrictions import read_restrictions, restrictions

    today = day(as_of)
    with opened(register, key_file, passphrase_file, read_only=True) as store:
        found = restrictions(store, today) if active else read_restrictions(store)
        file = store.path
    if output is TextJsonCsv.CSV:
        write_table(_HEADINGS, (_cells(each) for each in found))
    elif output is TextJsonCsv.JSON:
        shown = [{"active": each.active(today), **each.model_dump(mode="json")} for each in found]
        answer = {"as_of": today.isoformat(), "restrictions": shown}
        write_json(answer)
    else:
        line(f"{file}, as of {today}", to=console())
        _write(found, today)
    return 0


def _cells(each: Restriction) -> list[str]:
    shown = each.model_dump(mode="json")
    shown |= {"data": ";".join(each.data), "activities": ";".join(each.activities)}
    shown["lifted"] = "yes" if each.lifted else ""
    return ["" if shown[name] is None else str(shown[name]) for name in _HEADINGS]


def _tell(each: Restriction) -> None:
    from ...law.restriction_rules import PROVISIONS

    page = console()
    until = f", until {each.until}" if each.until else ", with no end"
    line(f"{each.id}  person {each.person}, since {each.since}{until}", to=page)
    line(("  no use:  ", "quiet"), _reach(each), to=page)
    line(("  ground:  ", "quiet"), PROVISIONS[each.ground], to=page)
    line(("  request: ", "quiet"), each.request, to=page)


def _letter(request: Request) -> str:
    """Return what drafts the letter to the person: from the request, if it can have that letter."""
    from ...model.letter import LetterKind
    from ...rights.letters import fitting_letters

    kind = LetterKind.RESTRICTION_LIFTED
    fits = kind in fitting_letters(request.right, marketing=request.marketing)
    about = f"--id {request.id}" if fits else "--right restriction"
    return f"The letter: request letter --kind {kind.value} {about}."


def _reach(each: Restriction) -> str:
    """Return what may not be done any more, in words."""
    data = ", ".join(each.data) or "all data"
    where = ", ".join(each.activities)
    if each.ground.value == "marketing":
        with_data = f" with {data}" if each.data else ""
        return f"direct marketing{with_data}{f' ({where})' if where else ''}"
    return f"{data} in {where}" if where else f"{data}, except to store it"


def _write(found: Sequence[Restriction], today: dt.date) -> None:
    page = console()
    line(to=page)
    wide = max((len(each.ground.value) for each in found), default=0)
    long = max((len(each.id) for each in found), default=0)
    for each in found:
        holds = each.active(today)
        until = f"to {each.until}" if each.until else "no end"
        line(
            ("ACTIVE  " if holds else "ENDED   ", "medium" if holds else "quiet"),
            f"{each.id.ljust(long)}  {each.person}  {each.since} {until.ljust(13)}  "
            f"{each.ground.value.replace('-', ' ').ljust(wide)}  ",
            (_reach(each), "quiet"),
            to=page,
            hang=8 + long + 2,
        )
    if found:
        line(to=page)
    number = sum(each.active(today) for each in found)
    line(f"{len(found):,} restriction{'' if len(found) == 1 else 's'}: {number:,} hold on {today}.", to=page)
