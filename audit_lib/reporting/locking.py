"""One writer at a time: the lock of an output root, which the system takes back when its holder dies."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ..errors import OutputError
from .ledger import LEDGER_FILE

#: How long another writer is waited for, in seconds; one publication takes a fraction of a second.
PATIENCE: Final = 30.0

_AGAIN: Final = 0.02

if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    #: Locked bytes cannot be read there, so the lock is on a byte that no ledger reaches.
    _FAR: Final = 2**40

    def try_lock(handle: int) -> bool:
        """Take the lock of an open file if nobody has it, and tell whether it was taken."""
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def release(handle: int) -> None:
        """Give the lock of an open file back."""
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def try_lock(handle: int) -> bool:
        """Take the lock of an open file or folder if nobody has it, and tell whether it was taken.

        >>> import tempfile
        >>> with tempfile.TemporaryFile() as file:
        ...     try_lock(file.fileno())
        True
        """
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def release(handle: int) -> None:
        """Give the lock of an open file back."""
        fcntl.flock(handle, fcntl.LOCK_UN)


@contextmanager
def locked(root: Path, patience: float = PATIENCE) -> Iterator[int]:
    """Hold the lock of a root and give its ledger, open for reading and writing; an empty one is made.

    The lock is on the ledger itself, which is only ever added to. It goes with the process that holds it, so
    that a killed one keeps nobody waiting.

    Raises
    ------
    OutputError
        If the root cannot be written to, or somebody else holds the lock for longer than `patience` seconds.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, locked(Path(folder)):
    ...     (Path(folder) / "runs.jsonl").stat().st_size
    0
    """
    path = root / LEDGER_FILE
    until = time.monotonic() + patience
    handle = _open(path)
    try:
        while not (try_lock(handle) and _is_still(path, handle)):
            if time.monotonic() > until:
                waited = f"{patience:g} second{'' if patience == 1 else 's'}"
                raise OutputError(
                    f"{path}: another process has been writing here for {waited}; "
                    "wait until it has ended (or end it, if it hangs), then repeat."
                )
            if not _is_still(path, handle):
                os.close(handle)
                handle = _open(path)
            else:
                time.sleep(_AGAIN)
        try:
            yield handle
        finally:
            release(handle)
    finally:
        os.close(handle)


def _open(path: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags, 0o600)
    except OSError as error:
        raise OutputError(f"{path}: the list of runs cannot be written: {error.strerror}.") from error


def _is_still(path: Path, handle: int) -> bool:
    """Whether the open file is the one of that name: somebody may have moved it away meanwhile."""
    try:
        there, ours = path.stat(), os.fstat(handle)
    except OSError:
        return False
    return os.path.samestat(there, ours)
