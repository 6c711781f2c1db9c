"""Who makes which run: claims that fall by themselves when a process dies.

A claim is a lock on one byte of a file in the output root, at a place that the name of the run tells. The
system drops it with its holder, so nothing has to be cleaned up. Where the system has no such locks (Windows)
everybody gets every claim; then a run may be made twice, and is published by whoever comes first.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import struct
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from ..errors import OutputError
from .folders import make_folders
from .holding import held, is_abandoned

if sys.platform != "win32":
    import fcntl

#: The file whose bytes are claimed; it stays, and is empty.
LOCK_FILE: Final = ".sweep.lock"

#: How the folder begins in which the processes of a sweep work.
_WORK: Final = "privacy-audit-sweep-"

#: A lock as Linux takes it: kind, from where it counts, first byte, how many, process.
_LOCK: Final = struct.Struct("hhqqi0q")


class Claims:
    """The claims of one sweep in an output root.

    Parameters
    ----------
    root
        The output root, which exists.

    Raises
    ------
    OutputError
        If the file of the claims cannot be opened.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as root:
    ...     one, two = Claims(Path(root)), Claims(Path(root))
    ...     got = one.take("btr/ropa"), two.take("btr/risk")
    ...     one.close(), two.close()
    ...     got
    (None, None)
    (True, True)
    """

    def __init__(self, root: Path) -> None:
        path = root / LOCK_FILE
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        except OSError as error:
            raise OutputError(f"{path}: this file cannot be opened: {error.strerror}.") from error

    def take(self, place: str) -> bool:
        """Claim a run, and return whether it is ours now: no other sweep makes it, and none will."""
        return _locked(self._file, _byte(place))

    def drop(self, place: str) -> None:
        """Give a claim back."""
        _unlocked(self._file, _byte(place))

    def close(self) -> None:
        """Give everything back."""
        os.close(self._file)


def _byte(place: str) -> int:
    return int.from_bytes(hashlib.sha256(place.encode()).digest()[:7])


if sys.platform == "linux":

    def _locked(file: int, byte: int) -> bool:
        """Lock a byte for this opening of the file: two openings in one process keep each other out too."""
        try:
            fcntl.fcntl(file, fcntl.F_OFD_SETLK, _LOCK.pack(fcntl.F_WRLCK, os.SEEK_SET, byte, 1, 0))
        except (BlockingIOError, PermissionError):
            return False
        return True

    def _unlocked(file: int, byte: int) -> None:
        fcntl.fcntl(file, fcntl.F_OFD_SETLK, _LOCK.pack(fcntl.F_UNLCK, os.SEEK_SET, byte, 1, 0))

elif sys.platform != "win32":

    def _locked(file: int, byte: int) -> bool:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, byte)
        except (BlockingIOError, PermissionError):
            return False
        return True

    def _unlocked(file: int, byte: int) -> None:
        fcntl.lockf(file, fcntl.LOCK_UN, 1, byte)

else:

    def _locked(file: int, byte: int) -> bool:  # noqa: ARG001
        return True

    def _unlocked(file: int, byte: int) -> None:
        pass


@contextmanager
def work_folder(where: Path | None = None) -> Iterator[tuple[Path, int | None]]:
    """Give a private folder for what is temporary, and the open file by which it is held.

    It goes at the end; if this process is killed, it goes with the next sweep, when every process that holds
    the file is gone.

    >>> with work_folder() as (folder, _):
    ...     oct(folder.stat().st_mode & 0o777)
    '0o700'
    """
    place = where or Path(tempfile.gettempdir())
    make_folders(place)
    _clear_work(place)
    folder = Path(tempfile.mkdtemp(prefix=_WORK, dir=place))
    try:
        with held(folder) as file:
            yield folder, file
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _clear_work(place)


def _clear_work(place: Path) -> None:
    for left in place.glob(f"{_WORK}*"):
        with suppress(OSError):
            own = not hasattr(os, "getuid") or left.lstat().st_uid == os.getuid()
            if own and is_abandoned(left):
                shutil.rmtree(left, ignore_errors=True)
