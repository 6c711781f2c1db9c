"""`privacy-audit draw`: the pictures."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import Fault, ParameterError, Place
from .faults import command
from .options import AsOfOption, MapArgument, day, known_id, load
from .plain import console, line

if TYPE_CHECKING:
    from ..model.data_map import DataMap
    from ..model.finding import Finding
    from ..views.picture import Picture


class PictureOption(StrEnum):
    """Which picture."""

    LANES = "lanes"
    LEDGER = "ledger"
    MATRIX = "matrix"
    CHANGE = "change"
    PERSON = "person"


@command
def draw(
    data_map: MapArgument = None,
    *,
    picture: Annotated[
        PictureOption,
        typer.Option(
            "--picture",
            help="Lanes: who gives to whom. Ledger: every flow. Matrix: who gets what. Change: what differs. "
            "Person: where one person's data is.",
        ),
    ] = PictureOption.LANES,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="What to write: .png, .svg or .pdf.")],
    activity: Annotated[
        str | None,
        typer.Option("--activity", metavar="ID", help="Only flows of this activity.", show_default=False),
    ] = None,
    party: Annotated[
        str | None,
        typer.Option("--party", metavar="ID", help="Only flows to or from this party.", show_default=False),
    ] = None,
    subject: Annotated[
        str | None,
        typer.Option(
            "--subject",
            metavar="ID",
            help="With --picture person: the kind of people, such as resident.",
            show_default=False,
        ),
    ] = None,
    before: Annotated[
        str | None,
        typer.Option(
            "--before",
            metavar="OLD",
            help="With --picture change: the map as it was, a folder or REV:path.",
            show_default=False,
        ),
    ] = None,
    change: Annotated[
        Path | None,
        typer.Option(
            "--change",
            metavar="FILE",
            help="With --picture change: a change to MAP, as for scenario.",
            show_default=False,
        ),
    ] = None,
    as_of: AsOfOption = None,
) -> int:
    """Draw where personal data goes.

    What an auditor would report is marked in red and explained beneath the picture. The picture of a change
    shows what stops and starts between an older map and this one, or by a change that is made to this one;
    that of a person who holds what about people of one kind, and in which systems.
    """
    from ..exports.picture import picture_format, write_picture
    from ..rules.run import run_rules

    picture_format(out)
    when = day(as_of)
    _refuse(
        picture,
        {"--activity": activity, "--party": party},
        {"--before": before, "--change": change},
        {"--subject": subject},
    )
    read = load(data_map)
    if picture in (PictureOption.CHANGE, PictureOption.PERSON):
        people = {name: read.party[name] for name in read.party if name in read.individuals}
        known_id("--subject", subject, people, "category of data subjects")
        person = picture is PictureOption.PERSON
        drawn = _drawn_person(read, subject or "") if person else _drawn_change(read, before or "", change)
        write_picture(drawn, out)
        line(f"{out}: {drawn.title}", to=console())
        return 0
    known_id("--activity", activity, read.activity, "activity")
    known_id("--party", party, read.party, "party")
    drawn = _drawn(read, picture, run_rules(read, when).findings, activity, party)
    write_picture(drawn, out)
    line(f"{out}: {drawn.title}", to=console())
    return 0


def _refuse(
    picture: PictureOption,
    choices: Mapping[str, str | None],
    versions: Mapping[str, str | Path | None],
    people: Mapping[str, str | None],
) -> None:
    """Raise one error for all options that do not go with a picture, or that it lacks."""
    change, person = picture is PictureOption.CHANGE, picture is PictureOption.PERSON
    fitting = versions if change else people if person else choices
    others = [options for options in (choices, versions, people) if options is not fitting]
    given = [option for options in others for option, value in options.items() if value is not None]
    faults = [
        Fault(Place(option), f"This does not go with --picture {picture.value}: leave it out.")
        for option in given
    ]
    if change and sum(value is not None for value in versions.values()) != 1:
        faults.append(Fault(Place("--picture"), "A change is drawn from --before OLD or from --change FILE."))
    if person and not any(people.values()):
        faults.append(
            Fault(Place("--picture"), "Say whose data with --subject ID, a category of data subjects.")
        )
    if faults:
        raise ParameterError(faults)


def _drawn_person(data_map: DataMap, subject: str) -> Picture:
    from ..views.person_map import person_map

    return person_map(data_map, subject)


def _drawn_change(data_map: DataMap, before: str, change: Path | None) -> Picture:
    from ..difference.apply import apply_change
    from ..files.git_revision import read_version
    from ..files.read_change import read_change
    from ..views.lane_change import lane_map_change

    if change is not None:
        return lane_map_change(data_map, apply_change(data_map, read_change(change, data_map)))
    return lane_map_change(read_version(before), data_map)


def _drawn(
    data_map: DataMap,
    picture: PictureOption,
    findings: tuple[Finding, ...],
    activity: str | None,
    party: str | None,
) -> Picture:
    from ..views.flow_ledger import flow_ledger
    from ..views.lane_map import lane_map
    from ..views.who_gets_what import who_gets_what

    draws = {
        PictureOption.LANES: lane_map,
        PictureOption.LEDGER: flow_ledger,
        PictureOption.MATRIX: who_gets_what,
    }
    return draws[picture](data_map, findings, activity=activity, party=party)
