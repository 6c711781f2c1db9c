"""`privacy-audit request deadline` and `request complaint`: by when a person must be answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from ..errors import Fault, ParameterError, Place, did_you_mean
from .clock_text import answer
from .faults import command
from .options import TextOrJson, load

if TYPE_CHECKING:
    from ..law.calendar import Nation
    from ..model.deadline import RequestDates
    from ..model.rights import RightKind

_NATIONS: Final = "england-and-wales|scotland|northern-ireland"


MapOption = Annotated[
    Path | None,
    typer.Option(
        "--map", metavar="MAP", help="A data map, whose jurisdiction says the nation.", show_default=False
    ),
]
NationOption = Annotated[
    str | None,
    typer.Option(
        "--nation",
        metavar=_NATIONS,
        help="Whose bank holidays count (default: the map's; without either, in time in all three).",
        show_default=False,
    ),
]
ReceivedOption = Annotated[
    str, typer.Option("--received", metavar="DATE", help="The day of receipt, as 2026-03-31.")
]
FormatOption = Annotated[TextOrJson, typer.Option("--format", help="For a person or for a program.")]


def _date(help_text: str) -> Any:
    return typer.Option(metavar="DATE", help=help_text, show_default=False)


@command
def request_deadline(
    *,
    right: Annotated[
        str, typer.Option("--right", metavar="RIGHT", help="What the person asks for, such as access.")
    ],
    received: ReceivedOption,
    identity_asked: Annotated[str | None, _date("When proof of identity was asked for.")] = None,
    identity_received: Annotated[str | None, _date("When it came; left out: not yet.")] = None,
    fee_asked: Annotated[str | None, _date("When a fee was asked for.")] = None,
    fee_paid: Annotated[str | None, _date("When it was paid; left out: not yet.")] = None,
    clarification_asked: Annotated[
        list[str] | None, _date("When it was asked what an access request covers; may be repeated.")
    ] = None,
    clarification_answered: Annotated[
        list[str] | None, _date("When that was answered; repeated in the same order.")
    ] = None,
    extended_on: Annotated[
        str | None, _date("When the person was told of two further months, and why.")
    ] = None,
    marketing: Annotated[
        bool, typer.Option("--marketing", help="The objection is to direct marketing.")
    ] = False,
    nation: NationOption = None,
    data_map: MapOption = None,
    output: FormatOption = TextOrJson.TEXT,
) -> int:
    """Say by when a rights request must be answered, with the safe date, every step and what it rests on.

    RIGHT is access, rectification, erasure, restriction, portability, objection, withdraw-consent
    or automated-decisions.
    """
    from ..rights.deadlines import request_clock

    told: list[Fault] = []
    dates = _dates(
        {
            "received": [received],
            "identity-asked": [identity_asked],
            "identity-received": [identity_received],
            "fee-asked": [fee_asked],
            "fee-paid": [fee_paid],
            "clarification-asked": clarification_asked or [],
            "clarification-answered": clarification_answered or [],
            "extended-on": [extended_on],
        },
        told,
    )
    kind, where = _right(right, told), _nation(nation, told)
    if told or dates is None or kind is None:
        raise ParameterError(told)
    counted = where or _nation_of_map(data_map)
    return answer(lambda: request_clock(kind, dates, marketing=marketing, nation=counted), output)


@command
def request_complaint(
    *,
    received: ReceivedOption,
    nation: NationOption = None,
    data_map: MapOption = None,
    output: FormatOption = TextOrJson.TEXT,
) -> int:
    """Say by when a complaint to the controller must be acknowledged, and what follows."""
    from ..rights.deadlines import complaint_clock

    told: list[Fault] = []
    first, where = _read("--received", received, told), _nation(nation, told)
    if told or first is None:
        raise ParameterError(told)
    counted = where or _nation_of_map(data_map)
    return answer(lambda: complaint_clock(first, nation=counted), output)


def _read(option: str, given: str | None, told: list[Fault]) -> dt.date | None:
    """Return a date as typed; what is none is added to what will be told."""
    if given is None:
        return None
    try:
        found = dt.date.fromisoformat(given)
    except ValueError:
        found = None
    if found is None or found.isoformat() != given:
        told.append(Fault(Place(option), f'"{given}" is no date: write it as 2026-03-31.'))
        return None
    return found


def _dates(typed: Mapping[str, Sequence[str | None]], told: list[Fault]) -> RequestDates | None:
    """Return the dates of a request as typed, by option; None where there is no day of receipt."""
    from ..model.deadline import Question, RequestDates

    read = {option: [_read(f"--{option}", each, told) for each in given] for option, given in typed.items()}
    (received,), (extended,) = read["received"], read["extended-on"]
    if received is None:
        return None
    pairs = zip_longest(read["clarification-asked"], read["clarification-answered"])
    return RequestDates(
        received=received,
        identity=Question(asked=read["identity-asked"][0], answered=read["identity-received"][0]),
        fee=Question(asked=read["fee-asked"][0], answered=read["fee-paid"][0]),
        clarifications=tuple(Question(asked=asked, answered=answered) for asked, answered in pairs),
        extended_on=extended,
    )


def _one_of(option: str, given: str, known: Sequence[str], told: list[Fault]) -> bool:
    if given in known:
        return True
    hint = did_you_mean(given, known)
    told.append(Fault(Place(option), f'"{given}" is none of {", ".join(known)}.{hint}'))
    return False


def _right(given: str, told: list[Fault]) -> RightKind | None:
    from ..model.rights import RightKind

    return RightKind(given) if _one_of("--right", given, [kind.value for kind in RightKind], told) else None


def _nation(given: str | None, told: list[Fault]) -> Nation | None:
    from ..law.calendar import Nation

    if given is None or not _one_of("--nation", given, [nation.value for nation in Nation], told):
        return None
    return Nation(given)


def _nation_of_map(given: Path | None) -> Nation | None:
    from ..law.calendar import nation_of

    return None if given is None else nation_of(load(given).info.jurisdiction)
