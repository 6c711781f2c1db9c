"""`privacy-audit bundle`: packs what a regulator asks for into one file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ... import __version__
from ...errors import InputError, ParameterError
from ..document_files import checked_ending
from ..faults import command
from ..options import AsOfOption, MapArgument, NoticeOption, day, map_folder
from ..plain import console, line

if TYPE_CHECKING:
    from ...exports.bundle import Bundle
    from ...model.data_map import DataMap
    from ...model.reconciliation import Reconciliation
    from ...reporting.regulator.collect import Collected

EVIDENCE_FILE: Final = "evidence.yaml"


@command
def bundle_make(
    data_map: MapArgument = None,
    *,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="What to write: a .zip file.")],
    as_of: AsOfOption = None,
    notice: NoticeOption = None,
    evidence: Annotated[
        Path | None,
        typer.Option(
            "--evidence",
            metavar="FOLDER",
            help="The folder with evidence.yaml (default: that of the map, if it has one).",
            show_default=False,
        ),
    ] = None,
    without_evidence: Annotated[
        bool, typer.Option("--without-evidence", help="Compare with no logs, though the map names some.")
    ] = False,
    parties: Annotated[
        list[str] | None,
        typer.Option(
            "--party",
            metavar="ID",
            help="Records of this party alone; may be repeated (default: the controller, all processors).",
            show_default=False,
        ),
    ] = None,
) -> int:
    """Pack what a regulator asks for: records, risks, assessments, notice, evidence, decisions, an index.

    The same map, day and files give the same bytes. Nothing about a person is in it: where a page would hold
    such a thing, nothing is written. `privacy-audit bundle verify FILE` tells whether a bundle is whole.
    """
    from ...exports.bundle import write_bundle
    from ...files.read_notice import read_notice
    from ...reporting.regulator.collect import collect, read_for_bundle

    checked_ending(out, (".zip",))
    when, folder = day(as_of), map_folder(data_map)
    text = read_notice(notice) if notice else None
    read = read_for_bundle(folder)
    if without_evidence and evidence is not None:
        raise ParameterError.at("--evidence", "Name a folder, or leave evidence out; not both.")
    found = None if without_evidence else _compared(read, evidence, folder, when)
    made_by = f"privacy-audit {__version__}"
    made = collect(
        read, when, made_by=made_by, notice_text=text, reconciliation=found, parties=tuple(parties or ())
    )
    _say(write_bundle(made.parts, made.about, out), made, out)
    return 0


def _compared(data_map: DataMap, evidence: Path | None, folder: Path, when: dt.date) -> Reconciliation | None:
    """Compare the map with its logs, if it names any; a year that is made up is for nobody outside."""
    from ...evidence.compare import compare_with_evidence

    where = evidence or folder
    if evidence is None and not (folder / EVIDENCE_FILE).is_file():
        return None
    try:
        return compare_with_evidence(data_map, where, when)
    except InputError as error:
        hint = ParameterError.at("--without-evidence", "leaves the comparison out, if it is not wanted.")
        raise InputError([*error.faults, *hint.faults]) from error


def _say(made: Bundle, collected: Collected, out: Path) -> None:
    page = console()
    size = f"{len(made.content) / 1_000_000:.1f} MB"
    line((f"{out}", "good"), f"  {len(collected.parts) + 3} files, {size}", to=page)
    line(f"  SHA-256 {made.sha256}", to=page)
    line(("  Tell this hash to whoever gets the file, on another way than the file.", "quiet"), to=page)
    for what, why in collected.about.left_out:
        line((f"  Not in it: {what}: {why}.", "quiet"), to=page, hang=2)
