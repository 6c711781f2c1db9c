"""What the parts of a bundle share: the facts at the head of a page, the bytes of what an export writes."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable
from pathlib import Path

from ...model.data_map import DataMap
from ...model.day import long_date


def facts(data_map: DataMap, as_of: dt.date) -> list[tuple[str, str]]:
    """Return what stands at the head of every page: which map, in which state, as of which day.

    >>> from audit_lib.graph.example import example_map
    >>> [name for name, _ in facts(example_map(), dt.date(2026, 11, 22))]
    ['Data map', 'Version', 'As of', 'Fingerprint of the map']
    """
    return [
        ("Data map", data_map.info.title),
        ("Version", str(data_map.info.version).replace("-", " ")),
        ("As of", long_date(as_of)),
        ("Fingerprint of the map", data_map.sha256[:12]),
    ]


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
