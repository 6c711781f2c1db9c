"""The folder of a report: made aside, private, on the disk before it is named, never over others' files."""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from ..errors import OutputError
from .holding import held, is_abandoned
from .runs import RUN_FILE

#: How folders aside are called.
_ASIDE: Final = re.compile(r"\..+-[0-9a-f]{12}\.part", re.DOTALL)


@contextmanager
def aside(final: Path) -> Iterator[Path]:
    """Give a new private folder beside the final one; whatever is still there at the end is taken away.

    Raises
    ------
    OutputError
        If no folder can be made there.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, aside(Path(folder) / "risk") as made:
    ...     made.is_dir(), made.name.startswith(".risk-")
    (True, True)
    """
    new = final.with_name(f".{final.name}-{secrets.token_hex(6)}.new")
    folder = new.with_suffix(".part")
    with ExitStack() as at_the_end:
        at_the_end.callback(shutil.rmtree, folder, ignore_errors=True)
        try:
            make_folders(final.parent)
            new.mkdir(mode=0o700)
            at_the_end.enter_context(held(new))  # before it has a name at which others look
            new.replace(folder)
        except OSError as error:
            raise OutputError(f"{final.parent}: no folder can be made here: {error.strerror}.") from error
        yield folder


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


def take_away_stale(parent: Path) -> None:
    """Take away the folders aside whose makers have died.

    >>> take_away_stale(Path("no-such-folder"))
    """
    for folder in sorted(parent.glob(".*.part")):
        if _ASIDE.fullmatch(folder.name) and is_abandoned(folder):
            shutil.rmtree(folder, ignore_errors=True)


def refuse_odd(folder: Path) -> None:
    """Refuse a folder of a run that holds a link, or anything else that is neither file nor folder.

    What it leads to is no part of the run, and could lie outside of the output root.

    Raises
    ------
    OutputError
        With the first such thing.

    >>> refuse_odd(Path("no-such-folder"))
    """
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_symlink() or not (path.is_dir() or path.is_file()):
            odd = path.relative_to(folder)
            raise OutputError(f"{odd}: a report may leave files and folders, and this is neither.")


def settle(folder: Path) -> None:
    """Make all in a folder private and have the disk hold it, so that its name can be given.

    Raises
    ------
    OutputError
        As `refuse_odd`.

    >>> import stat, tempfile
    >>> with tempfile.TemporaryDirectory() as there:
    ...     _ = (Path(there) / "a.txt").write_text("1")
    ...     settle(Path(there))
    ...     stat.filemode((Path(there) / "a.txt").stat().st_mode)
    '-rw-------'
    """
    refuse_odd(folder)
    for path in [*sorted(folder.rglob("*"), reverse=True), folder]:
        path.chmod(0o700 if path.is_dir() else 0o600)
        flush(path)


def flush(path: Path) -> None:
    """Have the disk hold a file, or the names in a folder; Windows has no such thing for folders.

    >>> flush(Path("."))
    """
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def discard(folder: Path) -> None:
    """Take away the folder of a run, its `run.json` last: what is left after a stop is still known as a run.

    >>> discard(Path("no-such-folder"))
    """
    if folder.is_symlink() or not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        elif path.name != RUN_FILE:
            with suppress(OSError):
                path.unlink()
    shutil.rmtree(folder, ignore_errors=True)


def refuse_foreign(final: Path) -> None:
    """Stop before a folder is replaced that a person may have filled.

    Raises
    ------
    OutputError
        If something stands there that is no run, and no empty folder.

    >>> refuse_foreign(Path("no-such-folder"))
    """
    if final.is_symlink():
        raise OutputError(f"{final}: this is a link, and stays as it is; name another folder.")
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
