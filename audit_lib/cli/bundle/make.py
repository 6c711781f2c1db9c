"""`privacy-audit bundle`: packs what a regulator asks for into one file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeVar

import typer

from ... import __version__
from ...errors import Fault, InputError, ParameterError
from ..document_files import checked_ending
from ..faults import command
from ..options import AsOfOption, MapArgument, NoticeOption, day, map_folder
from ..plain import console, line
from ..register_options import KeyFileOption, PassphraseFileOption, key_path, passphrase

if TYPE_CHECKING:
    from ...exports.bundle import Bundle
    from ...model.data_map import DataMap
    from ...model.evidence_source import Source
    from ...model.reconciliation import Reconciliation
    from ...reporting.regulator.collect import Collected
    from ...reporting.regulator.earlier import Earlier

T = TypeVar("T")


class Unlocking(NamedTuple):
    """What opens the registers among the sources; nothing of it is ever written or told."""

    key_file: Path | None
    passphrase: str | None

    def __repr__(self) -> str:
        return "Unlocking()"


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
            metavar="PATH",
            help="The folder with evidence.yaml (default: that of the map, if it has one), or a comparison "
            "made earlier: what evidence check --out wrote, or the folder of a run of the report evidence.",
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
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
) -> int:
    """Pack what a regulator asks for: records, risks, assessments, notice, evidence, decisions, an index.

    The same map, day and files give the same bytes. Nothing about a person is in it: where a file would hold
    such a thing, nothing is written. `privacy-audit bundle verify FILE` tells whether a bundle is whole.
    """
    from ...exports.bundle import write_bundle
    from ...reporting.regulator.collect import collect

    folder = map_folder(data_map)
    both = "Name a folder, or leave evidence out; not both." if without_evidence and evidence else ""
    read, when, text = _usable(folder, out, as_of, notice, parties or [], both)
    unlocking = Unlocking(key_path(key_file), passphrase(passphrase_file))
    found = None if without_evidence else _evidence(read, evidence, folder, when, unlocking)
    made_by = f"privacy-audit {__version__}"
    made = collect(
        read, when, made_by=made_by, notice_text=text, evidence=found, parties=tuple(parties or ())
    )
    _say(write_bundle(made.parts, made.about, out), made, out)
    return 0


def _usable(
    folder: Path, out: Path, as_of: str | None, notice: Path | None, parties: Sequence[str], both: str
) -> tuple[DataMap, dt.date, str | None]:
    """Return the map, the day and the notice, or raise one error with everything that cannot be used."""
    from ...files.read_notice import read_notice
    from ...reporting.checking import all_of
    from ...reporting.regulator.collect import read_for_bundle, refuse_parties

    wrong: list[InputError] = [ParameterError.at("--evidence", both)] if both else []

    def tried(look: Callable[[], T]) -> T | None:
        try:
            return look()
        except InputError as error:
            wrong.append(error)
            return None

    tried(lambda: checked_ending(out, (".zip",)))
    when = tried(lambda: day(as_of))
    text = tried(lambda: read_notice(notice)) if notice else None
    read = tried(lambda: read_for_bundle(folder))
    if read:
        tried(lambda: refuse_parties(parties, read))
    if wrong or read is None or when is None:
        raise all_of(wrong)
    return read, when, text


def _evidence(
    data_map: DataMap, named: Path | None, folder: Path, when: dt.date, unlocking: Unlocking
) -> Reconciliation | Earlier | None:
    """Take a comparison that was made earlier, or make one, if the map names any logs."""
    from ...files.layout import EVIDENCE_FILE
    from ...reporting.regulator.earlier import is_earlier, read_earlier

    if named is None and not (folder / EVIDENCE_FILE).is_file():
        return None
    where = named or folder
    if named is not None and (is_earlier(named) or not named.exists()):
        return read_earlier(named, data_map, when)
    return _compared(data_map, where, when, unlocking)


def _compared(data_map: DataMap, where: Path, when: dt.date, unlocking: Unlocking) -> Reconciliation:
    """Compare the map with its logs; registers are tried first, and one that stays shut is told."""
    from ...evidence.check import check_evidence
    from ...evidence.registers import Registers
    from ...files.read_evidence import read_evidence

    try:
        evidence = read_evidence(where, data_map)
    except InputError as error:
        raise _with_way_out(error) from error
    _unlock(Registers(evidence, where).sources, where, unlocking)
    try:
        return check_evidence(data_map, evidence, where, when, **unlocking._asdict())
    except InputError as error:
        raise _with_way_out(error) from error


def _unlock(sources: Sequence[Source], where: Path, unlocking: Unlocking) -> None:
    """Open each register and close it again, or tell all that do not open."""
    from ...evidence.restrictions import open_source

    faults: list[Fault] = []
    for source in sources:
        try:
            with open_source(where, source, **unlocking._asdict()):
                pass
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(faults)


def _with_way_out(error: InputError) -> InputError:
    hint = ParameterError.at("--without-evidence", "leaves the comparison out, if it is not wanted.")
    return InputError([*error.faults, *hint.faults])


def _say(made: Bundle, collected: Collected, out: Path) -> None:
    from ...reporting.regulator.answers import INVENTED

    page = console()
    size = f"{len(made.content) / 1_000_000:.1f} MB"
    line((f"{out}", "good"), f"  {len(collected.parts) + 3} files, {size}", to=page)
    line(f"  SHA-256 {made.sha256}", to=page)
    line(("  Tell this hash to whoever gets the file, on another way than the file.", "quiet"), to=page)
    if any(part.about.startswith(INVENTED) for part in collected.parts):
        said = "The comparison is of invented logs: it is for rehearsal, and nothing for a regulator."
        line((f"  {said}", "high"), to=page, hang=2)
    drafts = sum(part.name.startswith("dpia/") and part.name.endswith(".docx") for part in collected.parts)
    if drafts:
        said = "1 assessment is a draft" if drafts == 1 else f"{drafts} assessments are drafts"
        line((f"  {said} with places to fill in; the index says how many.", "quiet"), to=page, hang=2)
    for what, why in collected.about.left_out:
        line((f"  Not in it: {what}: {why.rstrip('.')}.", "quiet"), to=page, hang=2)
