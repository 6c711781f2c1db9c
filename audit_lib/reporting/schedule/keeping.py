"""Which occasions stay: the last good ones, and everything since."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Final

from ...errors import OutputError
from ..publishing import remove
from ..runs import RUN_FILE
from .records import OWN_FILES, Occasion, occasions

#: What an occasion is called while it is begun or removed.
_LEFT: Final = re.compile(r"\.\d{4}-\d{2}-\d{2}T\d{6}Z-[0-9a-f]{12}\.(part|old)")


def superfluous(folder: Path, keep: int) -> list[Occasion]:
    """Return the occasions of a job that are older than the last `keep` good ones, the oldest last.

    One that has not ended is never among them, and one that was confined to some cases counts for nothing.

    >>> superfluous(Path("no-such-job"), 3)
    []
    """
    good = 0
    found: list[Occasion] = []
    for occasion in occasions(folder):
        if good >= keep and occasion.outcome != "begun":
            found.append(occasion)
        good += occasion.outcome == "finished" and not occasion.cases
    return found


def remove_superfluous(folder: Path, keep: int, root: Path) -> list[str]:
    """Remove what is superfluous and return the names of the occasions that are gone.

    Each run goes through the ledger, which tells of it from then on; what begins an occasion goes last, so
    that a removal that is killed is gone on with.

    Parameters
    ----------
    folder
        The folder of the job.
    keep
        How many good occasions stay.
    root
        The output root, which holds the ledger.

    Raises
    ------
    OutputError
        If a folder holds something that no schedule has made, or cannot be removed.

    >>> remove_superfluous(Path("no-such-job"), 3, Path("runs"))
    []
    """
    gone = []
    for occasion in superfluous(folder, keep):
        path = folder / occasion.occasion
        strange = [one.name for one in path.iterdir() if not _is_ours(one)]
        if strange:
            raise OutputError(
                f"{path / strange[0]}: no schedule has made this, so the occasion stays; move it."
            )
        _remove(path, root)
        gone.append(occasion.occasion)
    return gone


def clear_left(folder: Path) -> None:
    """Take away what a scheduler that was killed has left half made or half removed.

    >>> clear_left(Path("no-such-job"))
    """
    for path in folder.glob(".*") if folder.is_dir() else ():
        if _LEFT.fullmatch(path.name):
            shutil.rmtree(path, ignore_errors=True)


def _is_ours(path: Path) -> bool:
    known = path.name in OWN_FILES
    return known or (path.is_dir() and not path.is_symlink())


def _remove(path: Path, root: Path) -> None:
    try:
        for run in sorted(path.rglob(RUN_FILE)):
            remove(run.parent, root)
        for empty in sorted((one for one in path.rglob("*") if one.is_dir()), reverse=True):
            empty.rmdir()
        for name in OWN_FILES:
            (path / name).unlink(missing_ok=True)
        path.rmdir()
    except OSError as error:
        where = error.filename or path
        raise OutputError(
            f"{where}: this cannot be removed: {(error.strerror or str(error)).lower()}."
        ) from error
