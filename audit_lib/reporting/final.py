"""Where a run stands, whole or failed, and the folders above it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from ..errors import OutputError
from .runs import RUN_FILE, Run, sha256_of

#: A run that failed is kept under its name with this ending, beside the one that an earlier run left.
FAILED: str = ".failed"


def failed_beside(final: Path) -> Path:
    """Return where a run is kept that failed.

    >>> failed_beside(Path("reports/btr/risk")).as_posix()
    'reports/btr/risk.failed'
    """
    return final.with_name(f"{final.name}{FAILED}")


def make_folders(folder: Path) -> None:
    """Make a folder and those above it that are missing, for their owner alone.

    Raises
    ------
    OutputError
        If none can be made there.

    >>> make_folders(Path("."))
    """
    try:
        for missing in reversed([place for place in (folder, *folder.parents) if not place.exists()]):
            missing.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: no folder can be made here: {error.strerror}.") from error
    if not folder.is_dir():
        raise OutputError(f"{folder}: this is no folder, and stays as it is; name another.")


def whole_run(folder: Path) -> Run | None:
    """Return the run that stands in a folder, if it finished and every file is as it left it; else None.

    >>> whole_run(Path("no-such-folder"))
    """
    with suppress(OSError, ValueError):
        run = Run.model_validate_json((folder / RUN_FILE).read_text(encoding="utf-8"))
        as_left = all(
            (folder / made.name).stat().st_size == made.bytes and sha256_of(folder / made.name) == made.sha256
            for made in run.files
        )
        return run if as_left and run.outcome == "finished" else None
    return None
