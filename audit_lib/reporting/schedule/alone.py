"""One scheduler at a time: a lock that the system takes back when its holder ends, however it ends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ...errors import OutputError
from ..locking import release, try_lock

#: The file that is locked, in the folder of a job; it stays there.
LOCK_FILE: Final = ".lock"


@contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """Tell whether nobody else is at work in a folder, and keep others out until the end.

    Raises
    ------
    OutputError
        If no lock can be had there.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, alone(Path(folder)) as first:
    ...     with alone(Path(folder)) as second:
    ...         first, second
    (True, False)
    """
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    try:
        descriptor = os.open(folder / LOCK_FILE, flags, 0o600)
    except OSError as error:
        raise OutputError(f"{folder / LOCK_FILE}: this cannot be locked: {error.strerror}.") from error
    try:
        free = try_lock(descriptor)
        try:
            yield free
        finally:
            if free:
                release(descriptor)  # a process that was forked meanwhile holds it too
    finally:
        os.close(descriptor)
