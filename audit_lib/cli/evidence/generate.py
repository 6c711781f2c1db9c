"""`privacy-audit evidence generate`: makes up a year of a map, with faults, to try the comparison on."""

from __future__ import annotations

import datetime as dt
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ...errors import Fault, ParameterError, Place, did_you_mean
from ...model.verdict import Verdict
from ..faults import command
from ..options import MapArgument, day, load
from ..plain import console, line
from .progress import reporting
from .stopping import stoppable

if TYPE_CHECKING:
    from ...evidence.generate import Generated


@command
def evidence_generate(
    data_map: MapArgument = None,
    *,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="A folder that is empty or not there.")],
    events: Annotated[int, typer.Option("--events", metavar="N", help="How many observations.")] = 100_000,
    people: Annotated[int, typer.Option("--people", metavar="N", help="How many people.")] = 1_000,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Another seed, another year.")] = 1,
    start: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="DATE",
            help="The first day (default: so that today ends it).",
            show_default=False,
        ),
    ] = None,
    days: Annotated[int, typer.Option("--days", metavar="N", help="How many days.")] = 365,
    faults: Annotated[
        list[str] | None,
        typer.Option(
            "--faults",
            metavar="N|VERDICT=N",
            help="How many of each fault, or of one; may be given several times (default: 25 of each).",
            show_default=False,
        ),
    ] = None,
    files: Annotated[int, typer.Option("--files", metavar="N", help="How many files at least.")] = 1,
    shuffle: Annotated[bool, typer.Option("--shuffle", help="Write the rows in any order.")] = False,
    ways: Annotated[
        int | None,
        typer.Option(
            "--ways",
            metavar="N",
            min=1,
            help="In how many ways each fault happens at most: mistakes are made again and again.",
            show_default="any number",
        ),
    ] = None,
    progress: Annotated[
        bool, typer.Option("--progress", help="Say now and then how far it is, at no terminal too.")
    ] = False,
) -> int:
    """Make up what a year of a map would leave in logs and lists, with faults put in and a key to them.

    All of it is invented: it is for demonstration and test. DIR is then a map of its own, with its evidence:
    `privacy-audit evidence check DIR` finds the faults, and key.parquet says which there are.

    Exit status: 0 made, 2 nothing was made.
    """
    wanted = _wanted(["25"] if faults is None else faults)
    first = _first_day(start, days)
    read = load(data_map)
    from ...evidence.generate import generate

    with stoppable(), reporting(asked=progress) as report:
        made = generate(
            read,
            out,
            seed=seed,
            events=events,
            people=people,
            start=first,
            days=days,
            faults=wanted,
            files=files,
            shuffle=shuffle,
            ways=ways,
            with_map=True,
            progress=report,
        )
    _write(made, read.info.title, first, first + dt.timedelta(days=days - 1))
    return 0


def _first_day(given: str | None, days: int) -> dt.date:
    """Return the day to begin with; a number of days that is out of range is refused later, by its range."""
    if given is not None:
        try:
            return day(given)
        except ParameterError as error:
            raise ParameterError([Fault(Place("--from"), fault.message) for fault in error.faults]) from None
    return day(None) - dt.timedelta(days=min(max(days, 1), 10_000) - 1)


def _wanted(given: Sequence[str]) -> dict[Verdict, int]:
    """Return how many faults of each verdict are wanted; what is said of one goes before what is said of all.

    >>> _wanted(["3", "no-consent=5"])[Verdict.NO_CONSENT], _wanted(["no-consent=5"])
    (5, {<Verdict.NO_CONSENT: 'no-consent'>: 5})
    """
    known = {verdict.value: verdict for verdict in Verdict if not verdict.is_covered}
    every: dict[Verdict, int] = {}
    single: dict[Verdict, int] = {}
    wrong = []
    for each in given:
        name, sign, number = each.rpartition("=")
        if not (number.isascii() and number.isdigit() and len(number) < 10):
            wrong.append(f'"{each[:80]}" is to be written as a number, or as VERDICT=NUMBER.')
        elif not sign:
            every = dict.fromkeys(known.values(), int(number))
        elif name not in known:
            wrong.append(f'No fault is called "{name[:80]}".{did_you_mean(name, known)}')
        else:
            single[known[name]] = int(number)
    if wrong:
        raise ParameterError(Fault(Place("--faults"), message) for message in wrong)
    return every | single


def _write(made: Generated, title: str, first: dt.date, last: dt.date) -> None:
    """Say what was made up, which faults are in it and which could not be."""
    page = console()
    line(f"Invented data, for demonstration and test: {title}, from {first} to {last}", to=page)
    files = f"{len(made.files)} file{'' if len(made.files) == 1 else 's'}"
    line(f"{made.observations:,} observations of {made.people:,} people in {files} in {made.folder}", to=page)
    line(to=page)
    line(f"{made.faulty:,} of them have a fault, some of them several:", to=page)
    for verdict, number in made.planted.items():
        if number:
            line(f"  {number:>9,}  {verdict.value}", to=page)
    if made.impossible:
        line(to=page)
        line("Not as many as asked:", to=page)
        for verdict, why in made.impossible:
            line(f"  {verdict.value}: {why}", to=page, hang=2)
    line(to=page)
    whole = "every observation" if made.whole_key else "each of these"
    line(f"key.parquet says what {whole} earns. To look for them:", to=page)
    line(f"  privacy-audit evidence check {shlex.quote(str(made.folder))}", to=page)
