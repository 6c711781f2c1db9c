"""What the parts of a bundle share: the facts at the head of a page, the bytes of what an export writes."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from ...exports.bundle_index import INDEX
from ...model.data_map import DataMap
from ...model.day import long_date

_BACK: Final = f'<div class="back"><a href="../{INDEX}">All files of this bundle</a></div>'
_BACK_STYLE: Final = (
    ".back { padding-bottom: 10px; font-size: .9rem; } .back a { color: inherit; display: inline-block; "
    "min-height: 24px; } @media print { .back { display: none; } }"
)


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


def data_bytes(text: str) -> bytes:
    r"""Return a text as the bytes of its file; what no encoding has is replaced.

    >>> data_bytes("naïve")
    b'na\xc3\xafve'
    """
    return text.encode("utf-8", "replace")


def page_bytes(page: str) -> bytes:
    """Return a page as the bytes of its file, with a way back to the index of the bundle at its head.

    >>> page_bytes("<head></head><header><h1>Risks</h1></header>").count(b'href="../index.html"')
    1
    """
    styled = page.replace("</head>", f"<style>{_BACK_STYLE}</style>\n</head>", 1)
    return data_bytes(styled.replace("<header>", f"<header>\n{_BACK}", 1))
