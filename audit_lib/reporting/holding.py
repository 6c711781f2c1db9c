"""A folder that is in use: marked for as long as the process lives that uses it, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import OutputError

if sys.platform != "win32":
    import fcntl


@contextmanager
def held(folder: Path) -> Iterator[int | None]:
    """Mark a folder as in use for as long as this process lives; give the open file that does so.

    Raises
    ------
    OutputError
        If the folder is gone.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, held(Path(folder)):
    ...     is_abandoned(Path(folder))
    False
    """
    if sys.platform == "win32":
        yield None
        return
    try:
        file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise OutputError(f"{folder}: this folder cannot be used: {error.strerror}.") from error
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file
    finally:
        os.close(file)


def is_abandoned(folder: Path) -> bool:
    """Whether a folder was left by a process that is dead; False where the system cannot tell.

    >>> is_abandoned(Path("no-such-folder"))
    False
    """
    if sys.platform == "win32":
        return False
    try:
        file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(file)
    return True
