"""The folder of a report: made aside, given its name when it is whole, never over a person's own files."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import OutputError
from .runs import RUN_FILE


@contextmanager
def aside(final: Path) -> Iterator[Path]:
    """Give a new folder beside the final one; whatever is still there at the end is taken away.

    Raises
    ------
    OutputError
        If no folder can be made there.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, aside(Path(folder) / "risk") as made:
    ...     made.is_dir(), made.name.startswith(".risk-")
    (True, True)
    """
    folder = final.with_name(f".{final.name}-{secrets.token_hex(6)}.part")
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise OutputError(f"{final.parent}: no folder can be made here: {error.strerror}.") from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def take_name(folder: Path, final: Path) -> None:
    """Give a whole folder its final name; what an earlier run left there goes, anything else stays.

    Raises
    ------
    OutputError
        If something else stands there, or the disk refuses.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     (made := Path(folder) / "made").mkdir()
    ...     take_name(made, Path(folder) / "risk")
    ...     (Path(folder) / "risk").is_dir()
    True
    """
    refuse_foreign(final)
    earlier = final.with_name(f".{final.name}-{secrets.token_hex(6)}.old")
    try:
        if final.exists():
            final.replace(earlier)
        try:
            folder.replace(final)
        except OSError:
            if earlier.exists():
                earlier.replace(final)
            raise
    except OSError as error:
        raise OutputError(f"{final}: the folder cannot be replaced: {error.strerror}.") from error
    shutil.rmtree(earlier, ignore_errors=True)


def refuse_foreign(final: Path) -> None:
    """Stop before a folder is replaced that a person may have filled.

    Raises
    ------
    OutputError
        If something stands there that is no run, and no empty folder.

    >>> refuse_foreign(Path("no-such-folder"))
    """
    if final.exists() and not is_run(final) and (not final.is_dir() or any(final.iterdir())):
        raise OutputError(
            f"{final}: this holds something that no report has made; move it or name another folder."
        )


def is_run(folder: Path) -> bool:
    """Whether a folder holds what a run has left.

    >>> is_run(Path("no-such-folder"))
    False
    """
    return (folder / RUN_FILE).is_file()
