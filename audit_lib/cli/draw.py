"""`privacy-audit draw`: the pictures."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

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


@command
def draw(
    data_map: MapArgument = None,
    *,
    picture: Annotated[
        PictureOption,
        typer.Option(
            "--picture", help="Lanes: who gives to whom. Ledger: every flow. Matrix: who gets what."
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
    as_of: AsOfOption = None,
) -> int:
    """Draw where personal data goes.

    What an auditor would report is marked in red and explained beneath the picture.
    """
    from ..exports.picture import picture_format, write_picture
    from ..rules.run import run_rules

    picture_format(out)
    when = day(as_of)
    read = load(data_map)
    known_id("--activity", activity, read.activity, "activity")
    known_id("--party", party, read.party, "party")
    drawn = _drawn(read, picture, run_rules(read, when).findings, activity, party)
    write_picture(drawn, out)
    line(f"{out}: {drawn.title}", to=console())
    return 0


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
