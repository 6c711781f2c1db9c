"""What a page or a workbook of evidence tells a program: its map, its day, whether logs are invented."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from typing import Final, NamedTuple

from bs4 import BeautifulSoup
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from ..model.reconciliation import Reconciliation
from ..model.words import visible

#: The names under which it stands in the head of a page and in the properties of a workbook.
_NAMES: Final = {
    name: f"privacy-audit-{name}" for name in ("result", "map", "version", "sha256", "as-of", "invented")
}
_EVIDENCE: Final = "evidence"

#: A workbook takes no longer property.
_LONGEST: Final = 200


class Stamp(NamedTuple):
    """The id, version and hash of the map, the day of the comparison, and whether any log was invented."""

    map_id: str
    version: str
    sha256: str
    as_of: dt.date
    invented: bool


def stamp_of(found: Reconciliation) -> Stamp:
    """Return what an answer speaks of.

    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> stamp_of(example_reconciliation()).invented
    True
    """
    info = found.data_map.info
    return Stamp(info.id, visible(str(info.version)), found.data_map.sha256, found.as_of, found.invented)


def stamp_pairs(found: Reconciliation) -> tuple[tuple[str, str], ...]:
    """Return names and values to put into the file of an answer, so that it can be told what it speaks of.

    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> dict(stamp_pairs(example_reconciliation()))["privacy-audit-result"]
    'evidence'
    """
    map_id, version, sha256, as_of, invented = stamp_of(found)
    said = {
        "result": _EVIDENCE,
        "map": map_id,
        "version": version,
        "sha256": sha256,
        "as-of": as_of.isoformat(),
        "invented": "yes" if invented else "no",
    }
    return tuple((_NAMES[name], value[:_LONGEST]) for name, value in said.items())


def page_stamp(page: bytes) -> Stamp | None:
    """Return what a page says of itself; None for a page that is no answer of this kind.

    >>> page_stamp(b"<p>Minutes of a meeting</p>") is None
    True
    """
    heads = BeautifulSoup(page, "html.parser").find_all("meta", attrs={"name": True})
    return _read({str(head["name"]): str(head.get("content", "")) for head in heads})


def workbook_stamp(book: bytes) -> Stamp | None:
    """Return what a workbook says of itself; None for a file that is no answer of this kind.

    >>> workbook_stamp(b"PK") is None
    True
    """
    try:
        properties = load_workbook(io.BytesIO(book), read_only=True).custom_doc_props.props
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, SyntaxError, EOFError):
        return None
    return _read({str(one.name): str(one.value) for one in properties})


def _read(said: Mapping[str, str]) -> Stamp | None:
    found = [said.get(name) for name in _NAMES.values()]
    result, map_id, version, sha256, day, invented = found
    if result != _EVIDENCE or not map_id or version is None or not sha256 or invented not in ("yes", "no"):
        return None
    try:
        return Stamp(map_id, version, sha256, dt.date.fromisoformat(day or ""), invented == "yes")
    except ValueError:
        return None
