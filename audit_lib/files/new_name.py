"""The one way by which a file gets a name that nobody else's file may lose by it."""

from __future__ import annotations

import os
from pathlib import Path


def give_name(aside: Path, path: Path) -> None:
    """Give a file its final name, without replacing what has come to stand there meanwhile.

    On a file system without hard links, such as that of most memory sticks, the name is looked at first and
    then given: the next best.

    Raises
    ------
    FileExistsError
        When the name is taken.
    OSError
        When it cannot be given.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     aside, path = Path(folder, ".a"), Path(folder, "a.txt")
    ...     _ = aside.write_text("whole")
    ...     give_name(aside, path)
    ...     path.read_text()
    'whole'
    """
    try:
        path.hardlink_to(aside)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        aside.rename(path)
