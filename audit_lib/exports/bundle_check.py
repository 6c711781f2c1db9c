"""Whether a bundle is as it was made: read with care, for it may have come from anybody."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import lzma
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from ..errors import Fault, InputError, Place
from .bundle import FORMAT, MANIFEST, MODE, SUMS, is_safe, stamped, sums

#: What no bundle has: more files, more bytes unpacked, a larger archive, or so strong a compression.
MOST_FILES: Final = 5_000
MOST_BYTES: Final = 1_000_000_000
MOST_MANIFEST: Final = 10_000_000
STRONGEST: Final = 1_100

#: What reading a damaged entry of an archive raises, by its compression.
_DAMAGED: Final = (
    zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError, zlib.error, lzma.LZMAError,
)  # fmt: skip

_LOCAL_HEAD: Final = 30
_END: Final = 22


class Verified(NamedTuple):
    """What was found: how many files, the map and the day, the hash of the archive, and what is wrong."""

    files: int
    map_id: str
    as_of: str
    sha256: str
    faults: tuple[str, ...]


def verify_bundle(path: str | Path) -> Verified:
    """Compare a bundle with its manifest and its sums, and its archive with the form that it is made in.

    Nothing is unpacked to the disk. Whoever can write the file can write a manifest that fits it: that the
    bundle is the one that was sent, only the hash of the archive shows, told on another way.

    Raises
    ------
    InputError
        If it is no bundle, or one that would be dangerous to unpack: names that lead out of its folder,
        links, a bomb.

    Examples
    --------
    >>> verify_bundle("no-such-file.zip")
    Traceback (most recent call last):
    audit_lib.errors.InputError: no-such-file.zip This file cannot be read: No such file or directory.
    """
    place = Path(path)
    try:
        size = place.stat().st_size
        if not place.is_file() or size > MOST_BYTES:
            raise InputError.at(str(place), f"This is no file of at most {MOST_BYTES:,} bytes.")
        with place.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        with zipfile.ZipFile(place) as archive:
            return _verified(archive, place, sha256, size)
    except OSError as error:
        raise InputError.at(str(place), f"This file cannot be read: {error.strerror or error}.") from error
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, ValueError, EOFError) as error:
        raise InputError.at(str(place), "This is no ZIP archive that can be read.") from error


def _verified(archive: zipfile.ZipFile, place: Path, sha256: str, size: int) -> Verified:
    entries = archive.infolist()
    dangers = list(dict.fromkeys(_dangers(entries)))
    if dangers:
        raise InputError([Fault(Place(str(place)), said) for said in dangers])
    folder = entries[0].filename.partition("/")[0]
    inside = {entry.filename.partition("/")[2]: entry for entry in entries}
    manifest = _manifest(archive, inside, place)
    listed = {str(file["name"]): file for file in manifest["files"]}
    hashes = {name: _hash(archive, entry) for name, entry in inside.items()}
    faults = [*_against(listed, inside, hashes), *_sums(archive, inside, hashes)]
    faults += _form(archive, entries, size, str(manifest["as_of"]))
    if folder != f"privacy-audit-{manifest['map']['id']}-{manifest['as_of']}":
        faults.append(f"The folder {folder} has not the name that the manifest asks for.")
    return Verified(len(entries), str(manifest["map"]["id"]), str(manifest["as_of"]), sha256, tuple(faults))


def _dangers(entries: Sequence[zipfile.ZipInfo]) -> Iterator[str]:
    """Yield what nobody should unpack, before a byte of it is unpacked."""
    if not entries:
        yield "The archive holds nothing."
    if len(entries) > MOST_FILES:
        yield f"The archive holds {len(entries):,} files; {MOST_FILES:,} are the most of a bundle."
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        yield "Unpacked, the archive would fill the disk: it is no bundle."
    folders = {entry.filename.partition("/")[0] for entry in entries}
    if len(folders) > 1:
        yield "The archive holds more than one folder."
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names):
        yield "Two files of the archive have one name."
    for entry in entries[:MOST_FILES]:
        yield from (f"{entry.filename[:100]!r}: {said}" for said in _danger(entry))


def _danger(entry: zipfile.ZipInfo) -> Iterator[str]:
    folder, _, name = entry.filename.partition("/")
    if not is_safe(folder) or not (is_safe(name) or name == SUMS) or entry.orig_filename != entry.filename:
        yield "this name could lead out of the folder of the bundle."
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        yield "this is a link or a device."
    if entry.flag_bits & 0x1:
        yield "this is encrypted."
    if entry.file_size > STRONGEST * max(entry.compress_size, 1):
        yield "this is a bomb: a few bytes that unpack to very many."


def _manifest(archive: zipfile.ZipFile, inside: Mapping[str, zipfile.ZipInfo], place: Path) -> dict[str, Any]:
    entry = inside.get(MANIFEST)
    if entry is None or entry.file_size > MOST_MANIFEST:
        raise InputError.at(str(place), f"This is no bundle: it has no {MANIFEST}.")
    try:
        found: dict[str, Any] = json.loads(archive.read(entry))
        if found["format"] != FORMAT:
            raise InputError.at(str(place), "This is a bundle of a form that is not known here.")
        dt.date.fromisoformat(found["as_of"])
        usable = all(isinstance(file["name"], str) for file in found["files"]) and found["map"]["id"]
    except InputError:
        raise
    except (KeyError, TypeError, RecursionError, *_DAMAGED) as error:
        raise InputError.at(str(place), f"This is no bundle: its {MANIFEST} cannot be read.") from error
    if not usable:
        raise InputError.at(str(place), f"This is no bundle: its {MANIFEST} cannot be read.")
    return found


def _hash(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    """Return the hash of a file as it unpacks, or nothing where it does not."""
    digest, read = hashlib.sha256(), 0
    try:
        with archive.open(entry) as file:
            while piece := file.read(1 << 20):
                read += len(piece)
                digest.update(piece)
                if read > entry.file_size:
                    return ""
    except _DAMAGED:
        return ""
    return digest.hexdigest()


def _against(
    listed: Mapping[str, dict[str, Any]], inside: Mapping[str, zipfile.ZipInfo], hashes: Mapping[str, str]
) -> Iterator[str]:
    for name in sorted(set(listed) - set(inside)):
        yield f"{name[:100]} is missing."
    for name in sorted(set(inside) - set(listed) - {MANIFEST, SUMS}):
        yield f"{name} is not in the manifest."
    for name in sorted(set(inside) & set(listed)):
        told = listed[name]
        if not hashes[name]:
            yield f"{name} cannot be unpacked."
        elif told.get("sha256") != hashes[name] or told.get("bytes") != inside[name].file_size:
            yield f"{name} is not what the manifest says."


def _sums(
    archive: zipfile.ZipFile, inside: Mapping[str, zipfile.ZipInfo], hashes: Mapping[str, str]
) -> Iterator[str]:
    if SUMS not in inside:
        yield f"{SUMS} is missing."
    elif not hashes[SUMS] or archive.read(inside[SUMS]) != sums(
        {name: told for name, told in hashes.items() if name != SUMS}
    ):
        yield f"{SUMS} is not what it was made from these files."


def _form(archive: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo], size: int, day: str) -> Iterator[str]:
    """Yield what an archive of ours never has: other dates, rights or order, a remark, hidden bytes."""
    date = stamped(dt.date.fromisoformat(day))
    if any(entry.date_time != date for entry in entries):
        yield "A file has another date than the bundle."
    if any(entry.external_attr >> 16 != MODE or entry.extra or entry.comment for entry in entries):
        yield "A file has other rights or remarks than it was made with."
    if [entry.filename for entry in entries] != sorted(entry.filename for entry in entries):
        yield "The files stand in another order than they were made in."
    end = 0
    whole = True
    for entry in entries:
        whole = whole and entry.header_offset == end
        end = entry.header_offset + _LOCAL_HEAD + len(entry.filename.encode()) + entry.compress_size
    listed = sum(46 + len(entry.filename.encode()) for entry in entries)
    if archive.comment or not whole or archive.start_dir != end or size != end + listed + _END:
        yield "The archive holds bytes that belong to none of its files."
