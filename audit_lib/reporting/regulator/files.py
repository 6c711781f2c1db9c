"""The bytes of what an export writes to a file: it writes into a private folder, which is taken away."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path


def bytes_of(write: Callable[[Path], object], ending: str) -> bytes:
    """Return what a writer has written to the file that it was given.

    >>> bytes_of(lambda path: path.write_bytes(b"123"), ".bin")
    b'123'
    """
    with tempfile.TemporaryDirectory(prefix="pa-") as folder:
        path = Path(folder) / f"part{ending}"
        write(path)
        return path.read_bytes()


def page_bytes(text: str) -> bytes:
    r"""Return a page as the bytes of its file; what no encoding has is replaced.

    >>> page_bytes("naïve")
    b'na\xc3\xafve'
    """
    return text.encode("utf-8", "replace")
