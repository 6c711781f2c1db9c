"""Which occasions stay: the last good ones, and everything since."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from ...errors import OutputError
from .records import BEGUN_FILE, OCCASION_FILE, Occasion, occasions

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


def remove_superfluous(folder: Path, keep: int, remove: Callable[[Path], None] | None = None) -> list[str]:
    """Remove what is superfluous and return the names of the occasions that are gone.

    Parameters
    ----------
    folder
        The folder of the job.
    keep
        How many good occasions stay.
    remove
        What removes a folder; without it, it is given another name first, so that no half occasion is seen.

    Raises
    ------
    OutputError
        If a folder holds something that no schedule has made, or cannot be removed.

    >>> remove_superfluous(Path("no-such-job"), 3)
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
        (remove or _remove)(path)
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
    known = path.name in (OCCASION_FILE, BEGUN_FILE)
    return known or (path.is_dir() and not path.is_symlink())


def _remove(path: Path) -> None:
    aside = path.with_name(f".{path.name}-{secrets.token_hex(6)}.old")
    try:
        path.replace(aside)
        shutil.rmtree(aside)
    except OSError as error:
        raise OutputError(f"{path}: this cannot be removed: {error.strerror}.") from error
