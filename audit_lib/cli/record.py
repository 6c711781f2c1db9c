"""`privacy-audit record`: the Article 30 record as a workbook, CSV or JSON."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ..errors import ParameterError
from .document_files import checked_ending
from .faults import command
from .options import AsOfOption, MapArgument, day, known_id, load
from .plain import console, line

if TYPE_CHECKING:
    from ..model.data_map import DataMap
    from ..model.record import Record


ENDINGS: Final = (".xlsx", ".csv", ".json")


class RoleOption(StrEnum):
    """Whose record: Art. 30(1) or Art. 30(2)."""

    CONTROLLER = "controller"
    PROCESSOR = "processor"


@command
def record(
    data_map: MapArgument = None,
    *,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="What to write: .xlsx, .csv or .json.")],
    party: Annotated[
        str | None,
        typer.Option(
            "--party", metavar="ID", help="Whose record (default: the map's controller).", show_default=False
        ),
    ] = None,
    role: Annotated[
        RoleOption, typer.Option("--role", help="As controller or as processor.")
    ] = RoleOption.CONTROLLER,
    as_of: AsOfOption = None,
) -> int:
    """Write the Article 30 record of processing activities."""
    _check_ending(out)
    when = day(as_of)
    read = load(data_map)
    made = _record(read, known_id("--party", party, read.party, "party"), role)
    _write(made, out, read, when)
    gaps = f"{made.gaps} required cells state a gap" if made.gaps != 1 else "1 required cell states a gap"
    rows = f"{len(made.rows)} row{'' if len(made.rows) == 1 else 's'}"
    line(f"{out}: {rows} of {read.name(f'party:{made.party}')} as {made.kind.value}; {gaps}.", to=console())
    return 0


def _record(data_map: DataMap, party: str | None, role: RoleOption) -> Record:
    from ..records.controller_record import controller_record
    from ..records.processor_record import processor_record

    if role is RoleOption.CONTROLLER:
        return controller_record(data_map, party)
    if party is None:
        raise ParameterError.at("--role", "A processor's record needs --party: whose record is it?")
    return processor_record(data_map, party)


def _check_ending(out: Path) -> None:
    checked_ending(out, ENDINGS)


def _write(made: Record, out: Path, data_map: DataMap, when: dt.date) -> None:
    from ..exports.plain import write_csv, write_json
    from ..exports.workbook import write_workbook

    if out.suffix.lower() == ".xlsx":
        write_workbook(made, out, title=data_map.info.title, version=str(data_map.info.version), as_of=when)
    elif out.suffix.lower() == ".csv":
        write_csv(made, out)
    else:
        write_json(made, out)
