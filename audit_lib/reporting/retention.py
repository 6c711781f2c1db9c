"""How long runs are kept: as many good ones as are wanted; what is older goes, and the ledger tells."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from ..errors import InputError, OutputError, ParameterError
from .folders import place_in
from .ledger import Line, read_ledger
from .publishing import remove
from .runs import read_run
from .verifying import check_run


class Retained(NamedTuple):
    """What was removed and what was left though it was old, each with the reason; paths as in the ledger."""

    removed: tuple[str, ...]
    left: tuple[tuple[str, str], ...]


def retain(root: Path, job_folder: Path, keep: int) -> Retained:
    """Remove the old runs of a job, whole occasions at a time.

    The folders in `job_folder` are occasions (or runs), whose names sort by time. One counts as good if at
    least one run of it has finished. The newest `keep` good ones stay, and whatever is newer than the oldest
    of these; all older ones go, failed or not. Nothing goes that the ledger does not know, or that is not as
    it was recorded: it is left, and the reason told.

    Parameters
    ----------
    root
        The output root, which holds the ledger.
    job_folder
        The folder of one job in it.
    keep
        How many good occasions to keep; at least 1.

    Raises
    ------
    ParameterError
        If fewer than one is to be kept, or there is no ledger.
    OutputError
        If the folder lies outside the root, or a run cannot be taken away.

    >>> retain(Path("reports"), Path("reports/monthly"), 0)
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: keep At least one good run must be kept, not 0.
    """
    if keep < 1:
        raise ParameterError.at("keep", f"At least one good run must be kept, not {keep}.")
    job = place_in(root, job_folder)
    occasions: dict[str, list[Line]] = {}
    for place, line in sorted(read_ledger(root).standing().items()):
        if place.startswith(f"{job}/"):
            occasions.setdefault(place.removeprefix(f"{job}/").partition("/")[0], []).append(line)
    removed: list[str] = []
    left: list[tuple[str, str]] = []
    for name in _too_old(root, occasions, keep):
        for line in occasions[name]:
            reason = _why_not(root, line)
            if reason:
                left.append((line.folder, reason))
                continue
            remove(root / line.folder, root)
            removed.append(line.folder)
            _take_away_empty(root / line.folder, job_folder)
    return Retained(tuple(removed), tuple(left))


def _too_old(root: Path, occasions: dict[str, list[Line]], keep: int) -> list[str]:
    good = sorted(
        name for name, lines in occasions.items() if any(_finished(root / line.folder) for line in lines)
    )
    oldest_kept = good[-keep] if len(good) >= keep else None
    return [] if oldest_kept is None else sorted(name for name in occasions if name < oldest_kept)


def _finished(folder: Path) -> bool:
    try:
        return read_run(folder).outcome == "finished"
    except InputError:
        return False


def _why_not(root: Path, line: Line) -> str | None:
    folder = root / line.folder
    try:
        place_in(root, folder)
    except OutputError as error:
        return str(error)
    _, faults = check_run(folder, line)
    return str(faults[0]) if faults else None


def _take_away_empty(folder: Path, job_folder: Path) -> None:
    """Take away the folders above a run that are empty now, up to that of the job."""
    for above in folder.parents:
        if above == job_folder or not above.is_relative_to(job_folder):
            return
        with suppress(OSError):  # something else stands there, and stays
            above.rmdir()
