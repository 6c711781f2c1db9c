"""Everything that a regulator asks for in one ZIP file: the same inputs give the same bytes.

The archive holds one folder: the parts, `index.html` that says what each is and which law asks for it,
`manifest.json` with the size and the hash of each, and `SHA256SUMS`, which `sha256sum -c` accepts.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from ..errors import OutputError
from .bundle_index import INDEX, index_page
from .bundle_part import BundleAbout, Part
from .whole_file import write_bytes

MANIFEST: Final = "manifest.json"
SUMS: Final = "SHA256SUMS"

#: What the manifest says that it is.
FORMAT: Final = "privacy-audit bundle 1"

#: Every file may be read by everybody who gets the archive and written by its owner.
MODE: Final = 0o100644

#: ZIP cannot tell a year before this one.
_FIRST_YEAR: Final = 1980
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}(/[a-z0-9][a-z0-9._-]{0,99}){0,2}")


class Bundle(NamedTuple):
    """A packed bundle: the folder in it, its bytes, and the SHA-256 of them."""

    folder: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The hash to tell the receiver on another way."""
        return hashlib.sha256(self.content).hexdigest()


def pack(parts: Sequence[Part], about: BundleAbout) -> Bundle:
    """Pack parts with their index, manifest and sums into a ZIP archive.

    Times, order and permissions are fixed: the date of every file is the day that the bundle speaks of.

    Parameters
    ----------
    parts
        The files, in the order in which the index lists them.
    about
        Which map, as of which day, made by which version.

    Raises
    ------
    OutputError
        If two parts have one name, or a name is not of small letters, digits, dots, hyphens and underscores.

    Examples
    --------
    >>> about = BundleAbout("Kiosk", "kiosk", "1", "ab" * 32, dt.date(2026, 11, 22), "0.1")
    >>> made = pack([Part("record.csv", b"a", "Record", "The record.", ("UK GDPR Art. 30(1)",))], about)
    >>> made.folder, zipfile.ZipFile(io.BytesIO(made.content)).namelist()[0]
    ('privacy-audit-kiosk-2026-11-22', 'privacy-audit-kiosk-2026-11-22/SHA256SUMS')
    """
    _refuse_names([part.name for part in parts])
    files = {part.name: part.content for part in parts}
    files[INDEX] = index_page(parts, about).encode("utf-8", "replace")
    files[MANIFEST] = _manifest(parts, files, about)
    files[SUMS] = sums({name: hashlib.sha256(content).hexdigest() for name, content in files.items()})
    folder = f"privacy-audit-{about.map_id}-{about.as_of.isoformat()}"
    return Bundle(folder, _archive(folder, files, about.as_of))


def write_bundle(parts: Sequence[Part], about: BundleAbout, path: str | Path) -> Bundle:
    """Pack parts and write the archive, whole or not at all; return what was packed.

    Raises
    ------
    OutputError
        As `pack`, or if the file cannot be written; nothing is left under its name.

    Examples
    --------
    >>> import tempfile
    >>> about = BundleAbout("Kiosk", "kiosk", "1", "ab" * 32, dt.date(2026, 11, 22), "0.1")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     made = write_bundle([], about, f"{folder}/b.zip")
    ...     made.content == Path(f"{folder}/b.zip").read_bytes()
    True
    """
    made = pack(parts, about)
    write_bytes(path, made.content)
    return made


def sums(hashes: dict[str, str]) -> bytes:
    """Return the lines that `sha256sum -c` reads, by name.

    >>> sums({"b": "2" * 64, "a": "1" * 64}).decode().splitlines()[0][60:]
    '1111  a'
    """
    return "".join(f"{hashes[name]}  {name}\n" for name in sorted(hashes)).encode()


def stamped(day: dt.date) -> tuple[int, int, int, int, int, int]:
    """Return the date that every file of an archive bears.

    >>> stamped(dt.date(2026, 11, 22))
    (2026, 11, 22, 0, 0, 0)
    """
    return (max(day.year, _FIRST_YEAR), day.month, day.day, 0, 0, 0)


def is_safe(name: str) -> bool:
    r"""Whether a file of a bundle may have this name: it stays in its folder on every system.

    >>> is_safe("records/yardi.xlsx"), is_safe("../x"), is_safe(r"C:\x"), is_safe("a/../b")
    (True, False, False, False)
    """
    return _NAME.fullmatch(name) is not None and not any(part.endswith(".") for part in name.split("/"))


def _refuse_names(names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if not is_safe(name):
            raise OutputError(f'"{name}": a file of a bundle cannot have this name.')
        if name in seen or name in (INDEX, MANIFEST, SUMS):
            raise OutputError(f'"{name}": two files of the bundle would have this name.')
        seen.add(name)


def _manifest(parts: Sequence[Part], files: dict[str, bytes], about: BundleAbout) -> bytes:
    told = {part.name: {"title": part.title, "about": part.about, "law": list(part.law)} for part in parts}
    told[INDEX] = {"title": "Index", "about": "What each file is.", "law": []}
    listed: list[dict[str, Any]] = [
        {"name": name, "bytes": len(files[name]), "sha256": hashlib.sha256(files[name]).hexdigest()}
        | told[name]
        for name in sorted(files)
    ]
    manifest = {
        "format": FORMAT,
        "made_by": about.made_by,
        "map": {"id": about.map_id, "version": about.version, "sha256": about.sha256},
        "as_of": about.as_of.isoformat(),
        "left_out": [list(pair) for pair in about.left_out],
        "files": listed,
    }
    return (json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def _archive(folder: str, files: dict[str, bytes], day: dt.date) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{name}", stamped(day))
            entry.create_system = 3
            entry.external_attr = MODE << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name], compresslevel=9)
    return out.getvalue()
