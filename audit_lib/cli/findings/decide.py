"""`privacy-audit findings accept`, `assign` and `reopen`: decisions, written into the text of the map."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import typer
from pydantic import ValidationError
from rich.console import Console

from ...errors import Fault, ParameterError, Place
from ...model.day import day_of
from ...model.finding import Decision, Status
from ..faults import command
from ..options import AsOfOption, day, load, map_folder
from ..plain import console, line
from .ids import whole_ids
from .on_evidence import EvidenceOption, needs_file, read_on_evidence

if TYPE_CHECKING:
    from ...model.data_map import DataMap
    from ...model.finding import Finding
    from ...model.progress import Known

#: How long a decision lasts when no end is given. None lasts for ever: what was right when it was decided is
#: looked at again, unless somebody says otherwise in so many words.
ACCEPTED_MONTHS: Final = 12
ASSIGNED_MONTHS: Final = 3

IdsArgument = Annotated[
    list[str], typer.Argument(metavar="ID...", help="The findings; an id may be shortened.")
]
MapOption = Annotated[
    Path | None,
    typer.Option(
        "--map",
        metavar="MAP",
        help="The folder of the data map (default: data_maps/btr).",
        show_default=False,
    ),
]
OwnerOption = Annotated[str, typer.Option("--owner", metavar="WHO", help="Who answers for it.")]
ReasonOption = Annotated[
    str, typer.Option("--reason", metavar="WHY", help="Why, for whoever reads it later.")
]


class Given(NamedTuple):
    """What is decided: how the findings stand from now on, whose it is, why, and until when.

    `evidence` is the file with the findings that rest on logs, if one is given.
    """

    status: Status
    owner: str
    reason: str
    until: str | None
    months: int
    evidence: Path | None = None


@command
def findings_accept(
    ids: IdsArgument,
    owner: OwnerOption,
    reason: ReasonOption,
    data_map: MapOption = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar="DATE",
            help="The last day on which it is accepted, or never for no end (default: in a year).",
            show_default=False,
        ),
    ] = None,
    evidence: EvidenceOption = None,
    as_of: AsOfOption = None,
) -> int:
    """Accept findings: they stay in every report as accepted, and count again when the acceptance runs out.

    Exit status: 0 done, 2 nothing was written.
    """
    return _decide(
        ids, data_map, Given(Status.ACCEPTED, owner, reason, until, ACCEPTED_MONTHS, evidence), day(as_of)
    )


@command
def findings_assign(
    ids: IdsArgument,
    owner: OwnerOption,
    reason: ReasonOption,
    data_map: MapOption = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar="DATE",
            help="The day by which it is done, or never for no end (default: in three months).",
            show_default=False,
        ),
    ] = None,
    evidence: EvidenceOption = None,
    as_of: AsOfOption = None,
) -> int:
    """Put findings in hand: somebody works on them until a day, after which they count again.

    Exit status: 0 done, 2 nothing was written.
    """
    return _decide(
        ids, data_map, Given(Status.IN_HAND, owner, reason, until, ASSIGNED_MONTHS, evidence), day(as_of)
    )


@command
def findings_reopen(ids: IdsArgument, data_map: MapOption = None) -> int:
    """Take decisions back, so that the findings count again; also those about findings that are closed.

    Exit status: 0 done, 2 nothing was written.
    """
    from ...files.decisions import take_decisions

    folder, page = map_folder(data_map), console()
    read = load(folder)
    decisions = {decision.finding: decision for decision in reversed(read.decisions)}
    meant = whole_ids(ids, decisions, "decision of the map is about a finding that")
    file = take_decisions(folder, meant, read)
    for finding in meant:
        before = decisions[finding]
        line(f"reopened  {finding}  (it was {_told(before)})", to=page)
    line(("Written to ", "quiet"), str(file), to=page)
    return 0


def _decide(ids: list[str], data_map: Path | None, given: Given, today: dt.date) -> int:
    from ...files.decisions import write_decisions
    from ...rules.run import run_rules

    folder = map_folder(data_map)
    expires, faults = _end(given, today)
    faults += _wrong(given)
    read = load(folder)
    found: dict[str, Finding | Known] = {one.id: one for one in run_rules(read, today).findings}
    found |= read_on_evidence(given.evidence, read.info.id)
    try:
        meant = whole_ids(ids, found, hint=None if given.evidence else needs_file)
    except ParameterError as error:
        faults += error.faults
    if faults:
        raise ParameterError(faults)
    decided = [
        Decision(finding=one, status=given.status, owner=given.owner, reason=given.reason, expires=expires)
        for one in meant
    ]
    file = write_decisions(folder, decided, read)
    _tell(decided, found, read, console())
    if given.until is None:
        many = "in a year" if given.months == ACCEPTED_MONTHS else "in three months"
        line(
            f"No end was given, so it ends {many}: --until DATE, or --until never, sets another.",
            to=console(),
        )
    line(("Written to ", "quiet"), str(file), to=console())
    return 0


def _end(given: Given, today: dt.date) -> tuple[dt.date | None, list[Fault]]:
    """Return the last day on which a decision holds (None: it has no end), and what is wrong with it."""
    if given.until == "never":
        return None, []
    if given.until is None:
        return months_later(today, given.months), []
    end = day_of(given.until)
    if end is None:
        return None, [
            Fault(Place("--until"), f'"{given.until}" is no date: write it as 2027-03-31, or never.')
        ]
    if end < today:
        return end, [Fault(Place("--until"), f"{end} is over: a decision ends today ({today}) or later.")]
    return end, []


def months_later(day: dt.date, months: int) -> dt.date:
    """Return the same day some months later, or the last of that month (or of all days) if it has no such.

    >>> months_later(dt.date(2027, 11, 30), 3)
    datetime.date(2028, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _wrong(given: Given) -> list[Fault]:
    try:
        Decision(finding="x", status=given.status, owner=given.owner, reason=given.reason)
    except ValidationError as error:
        return [
            Fault(Place(f"--{problem['loc'][0]}"), _why(str(problem["input"]))) for problem in error.errors()
        ]
    return []


def _why(value: str) -> str:
    if not value.strip():
        return "Nothing is written here: a decision needs it."
    return "This is longer than 20,000 characters, or has characters in it that no text of a map may hold."


def _tell(
    decided: list[Decision], found: Mapping[str, Finding | Known], read: DataMap, page: Console
) -> None:
    before = {decision.finding: decision for decision in reversed(read.decisions)}
    for decision in decided:
        old = before.get(decision.finding)
        replaced = f"  (it was {_told(old)})" if old else ""
        until = f"until {decision.expires}" if decision.expires else "with no end"
        status = decision.status.value.replace("-", " ")
        line(f"{status} {until}  {found[decision.finding].title}  {decision.finding}{replaced}", to=page)


def _told(decision: Decision) -> str:
    until = f" until {decision.expires}" if decision.expires else ""
    return f"{decision.status.value.replace('-', ' ')} by {decision.owner}{until}: {decision.reason}"
