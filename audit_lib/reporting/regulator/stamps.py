"""What a page or a workbook of evidence says of itself, read again before it goes into a bundle."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping

from bs4 import BeautifulSoup
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from ...exports.evidence_stamp import EVIDENCE, NAMES, Stamp


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
    found = [said.get(name) for name in NAMES.values()]
    result, map_id, version, sha256, day, invented = found
    if result != EVIDENCE or not map_id or version is None or not sha256 or invented not in ("yes", "no"):
        return None
    try:
        return Stamp(map_id, version, sha256, dt.date.fromisoformat(day or ""), invented == "yes")
    except ValueError:
        return None
