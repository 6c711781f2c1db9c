"""`privacy-audit request plan`: whom to ask, whom to tell, what stays, for one person and one right."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ...errors import Fault, ParameterError, Place
from ..clock_text import write_clock
from ..faults import command
from ..options import AsOfOption, TextOrJson, day, load
from ..plain import console, line, write_json
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption
from .deadline import FormatOption, NationOption
from .options import or_stop, stop_if, told_as_typed, typed_day, typed_word
from .plan_text import write_plan_text
from .registered import NumberOption, from_register, named_once, people_of

if TYPE_CHECKING:
    from ...law.calendar import Nation
    from ...model.data_map import DataMap
    from ...model.deadline import Clock
    from ...model.request_plan import RequestPlan


@command
def request_plan(
    *,
    number: NumberOption = None,
    right: Annotated[
        str | None,
        typer.Option(
            "--right", metavar="RIGHT", help="What the person asks for, such as erasure.", show_default=False
        ),
    ] = None,
    subject: Annotated[
        str | None,
        typer.Option(
            "--subject", metavar="ID", help="The kind of people the person belongs to.", show_default=False
        ),
    ] = None,
    data_map: Annotated[
        Path | None,
        typer.Option(
            "--map", metavar="MAP", help="The data map (default: data_maps/btr).", show_default=False
        ),
    ] = None,
    data: Annotated[
        list[str] | None,
        typer.Option("--data", metavar="ID", help="Only these data; may be repeated.", show_default=False),
    ] = None,
    marketing: Annotated[
        bool, typer.Option("--marketing", help="The objection is to direct marketing.")
    ] = False,
    received: Annotated[
        str | None,
        typer.Option(
            "--received", metavar="DATE", help="The day of receipt: shows the time too.", show_default=False
        ),
    ] = None,
    nation: NationOption = None,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
    as_of: AsOfOption = None,
    output: FormatOption = TextOrJson.TEXT,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="FILE", help="Write it as .docx, .html, .md or .xlsx.", show_default=False
        ),
    ] = None,
) -> int:
    """Plan a rights request: whom to ask, whom to tell, how far the right reaches, what stays and why.

    RIGHT is access, rectification, erasure, restriction, portability, objection, withdraw-consent
    or automated-decisions. With --id right, people, dates and nation come from the register.
    """
    from ...law.calendar import Nation
    from ...model.rights import RightKind
    from ...rights.register.entry import clock_of
    from ...rights.search_plan import plan_request
    from .plan_files import check_plan_file, write_plan

    told: list[Fault] = []
    asked = typed_word("--right", right, RightKind, told)
    came = typed_day("--received", received, told)
    where = typed_word("--nation", nation, Nation, told)
    on = typed_day("--as-of", as_of, told) or day(None)
    given = {"--right": right, "--received": received, "--marketing": marketing, "--nation": nation}
    told += named_once(number, given)
    if number is None and subject is None:
        told.append(Fault(Place("--subject"), "Say what kind of person it is, or name a request with --id."))
    if number is None and nation is not None and received is None:
        told.append(Fault(Place("--nation"), "It counts for the time alone: give --received too."))
    if out is not None:
        try:
            check_plan_file(out)
        except ParameterError as error:
            told.extend(error.faults)
    stop_if(told)
    whole = load(data_map)
    entry = from_register(number, register, key_file, passphrase_file) if number is not None else None
    if entry:
        subject, asked, marketing = people_of(entry, subject), entry.right, entry.marketing
        if subject is None:
            told.append(
                Fault(Place("--subject"), "The register does not say what kind of person it is: say.")
            )
    kind, who = or_stop(asked, told), or_stop(subject, told)
    with told_as_typed():
        plan = plan_request(whole, kind, who, on, data=tuple(data or ()), marketing=marketing)
        clock = clock_of(entry) if entry else _clock(plan, whole, came, where)
    if out is not None:
        write_plan(plan, whole, out, clock=clock)
    _show(plan, whole, clock, output, written=out is not None)
    return 0


def _clock(plan: RequestPlan, data_map: DataMap, came: dt.date | None, nation: Nation | None) -> Clock | None:
    """Return by when the request must be answered, if the day of receipt is known."""
    from ...law.calendar import nation_of
    from ...model.deadline import RequestDates
    from ...rights.deadlines import request_clock

    if came is None:
        return None
    counted = nation or nation_of(data_map.info.jurisdiction)
    return request_clock(plan.right, RequestDates(received=came), marketing=plan.marketing, nation=counted)


def _show(
    plan: RequestPlan, data_map: DataMap, clock: Clock | None, output: TextOrJson, *, written: bool
) -> None:
    """Write the plan and its time; of a plan that went into a file, the time alone."""
    if output is TextOrJson.JSON and not written:
        told = plan.model_dump(mode="json", exclude={"map_id"})
        shown = {"map": data_map.stamp, **told, "clock": clock.model_dump(mode="json") if clock else None}
        write_json(shown)
        return
    page = console()
    if not written:
        write_plan_text(plan, data_map, page)
    if clock:
        if not written:
            line(to=page)
        write_clock(clock, page)
