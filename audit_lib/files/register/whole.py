"""A new private file that appears whole or not at all, and never in the place of another."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..new_name import give_name


@contextmanager
def place_new(path: Path) -> Iterator[Path]:
    """Give an empty file (mode 0600) to write to; afterwards it has the name `path`, on the disk.

    If somebody else has made `path` meanwhile, theirs stays and this one is dropped. If writing fails,
    nothing is left.

    Raises
    ------
    OSError
        When it cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for text in ("first", "second"):
    ...         with place_new(Path(folder) / "a.txt") as aside:
    ...             _ = aside.write_text(text)
    ...     (Path(folder) / "a.txt").read_text(), len(list(Path(folder).iterdir()))
    ('first', 1)
    """
    aside = path.with_name(f".{secrets.token_hex(4)}.{path.name}")
    os.close(os.open(aside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield aside
        _flush(aside, os.O_RDWR)
        with suppress(FileExistsError):
            give_name(aside, path)
    finally:
        aside.unlink(missing_ok=True)
    if os.name == "posix":  # elsewhere a folder cannot be opened
        _flush(path.absolute().parent, os.O_RDONLY)


def _flush(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
