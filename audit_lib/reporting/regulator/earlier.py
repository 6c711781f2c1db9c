"""A comparison with logs that was made earlier: page and workbook, held against the map of a bundle."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from bs4 import BeautifulSoup
from openpyxl import load_workbook

from ...errors import Fault, InputError, ParameterError, Place
from ...exports.evidence_stamp import Stamp
from ...files.layout import EVIDENCE_FILE
from ...model.data_map import DataMap
from ...model.day import long_date
from ...views.evidence_words import INVENTED
from ..folders import is_run
from ..runs import Run, read_run
from ..verifying import verify_run
from .stamps import page_stamp, workbook_stamp

#: The report whose runs hold a comparison, and what of it goes into a bundle.
REPORT: Final = "evidence"
PAGE, BOOK = ".html", ".xlsx"

#: A larger file is none that anybody mails.
MOST_BYTES: Final = 100_000_000

_NO_FILE: Final = "This is no page and no workbook that evidence check --out of this version wrote."
_NO_FOLDER: Final = (
    f"In this folder is neither {EVIDENCE_FILE}, nor a run of the report {REPORT}, nor a page or a workbook "
    "that evidence check --out of this version wrote."
)

#: Unpacked, a workbook of ours is smaller; what none of ours has; and how reading a damaged one ends.
MOST_UNPACKED: Final = 1_000_000_000
_MORE: Final = ("xl/vba", "xl/externalLinks/", "xl/embeddings/", "xl/activeX/", "customUI/")
_DAMAGES: Final = (
    zipfile.BadZipFile,
    zlib.error,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,
)

_LOADS: Final = ("script", "iframe", "object", "embed", "link", "form", "base")


class Earlier(NamedTuple):
    """A comparison that was made earlier: what it speaks of, and its files by their endings."""

    stamp: Stamp
    files: dict[str, bytes]


class _Read(NamedTuple):
    """A file that was read, and what it says of itself."""

    path: Path
    content: bytes
    stamp: Stamp


def is_earlier(place: Path) -> bool:
    """Whether a path names a comparison that was made, and not a folder whose logs are to be compared.

    >>> is_earlier(Path("evidence.xlsx")), is_earlier(Path("no-such-folder"))
    (False, False)
    """
    return place.is_file() or (place.is_dir() and not (place / EVIDENCE_FILE).exists())


def read_earlier(place: Path, data_map: DataMap, as_of: dt.date) -> Earlier:
    """Return a comparison that was made earlier, if it is of this very map and of no later day.

    Parameters
    ----------
    place
        A page or a workbook that ``evidence check --out`` wrote, a folder with such files, or the folder of a
        run of the report `evidence`.
    data_map
        The map of the bundle: every part of a bundle speaks of the same.
    as_of
        The day of the bundle.

    Raises
    ------
    InputError
        Everything that is wrong: no such answer, a run that was changed, another map, another version of it,
        a later day, a page that would load or run something.

    >>> from audit_lib.graph.example import example_map
    >>> read_earlier(Path("no-such-file.html"), example_map(), dt.date(2026, 11, 22))
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: no-such-file.html There is no such file or folder.
    """
    if not place.exists():
        raise ParameterError.at(str(place), "There is no such file or folder.")
    found = list(_of_run(place) if is_run(place) else _of_files(place))
    faults = [fault for each in found for fault in _faults(each, data_map, as_of)]
    faults += _disagreeing(place, found)
    if faults:
        raise InputError(faults)
    return Earlier(found[0].stamp, {each.path.suffix.lower(): each.content for each in found})


def _of_files(place: Path) -> Iterator[_Read]:
    paths = sorted(place.iterdir()) if place.is_dir() else [place]
    paths = [path for path in paths if path.suffix.lower() in (PAGE, BOOK) and path.is_file()]
    found = [(path, _content(path)) for path in paths]
    stamped = [(path, content, _stamp(path, content)) for path, content in found]
    known = [_Read(path, content, stamp) for path, content, stamp in stamped if stamp]
    if not known:
        raise ParameterError.at(str(place), _NO_FOLDER if place.is_dir() else _NO_FILE)
    yield from known


def _stamp(path: Path, content: bytes) -> Stamp | None:
    return page_stamp(content) if path.suffix.lower() == PAGE else workbook_stamp(content)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ParameterError.at(str(path), f"This is larger than {MOST_BYTES:,} bytes.")
        return path.read_bytes()
    except OSError as error:
        message = f"This file cannot be read: {error.strerror or error}."
        raise ParameterError.at(str(path), message) from error


def _of_run(folder: Path) -> Iterator[_Read]:
    """Yield page and workbook of a run of the report, once every file of it is as it was recorded."""
    run = read_run(folder)
    if run.report != REPORT or run.outcome != "finished":
        message = f"This is a {run.outcome} run of {run.report}; a finished run of {REPORT} is wanted."
        raise ParameterError.at(str(folder), message)
    faults = verify_run(folder).faults
    if faults:
        raise InputError(faults)
    names = [name for name in (run.file(PAGE), run.file(BOOK)) if name]
    if not names:
        raise ParameterError.at(str(folder), "This run has left neither a page nor a workbook.")
    found = [(folder / name, _content(folder / name)) for name in names]
    of = run.data_map
    stamp = Stamp(of.id, of.version, of.sha256, run.as_of, _invented(run, found))
    yield from (_Read(path, content, stamp) for path, content in found)


def _invented(run: Run, found: list[tuple[Path, bytes]]) -> bool:
    """Whether the logs of a run were made up: without a folder with evidence a year always is."""
    if not run.parameters.get("evidence"):
        return True
    stamps = [stamp for path, content in found if path.suffix == BOOK and (stamp := workbook_stamp(content))]
    if stamps:
        return any(stamp.invented for stamp in stamps)
    return any(INVENTED.encode() in content for path, content in found if path.suffix == PAGE)


def _faults(each: _Read, data_map: DataMap, as_of: dt.date) -> Iterator[Fault]:
    at, stamp, info = Place(str(each.path)), each.stamp, data_map.info
    if stamp.map_id != info.id:
        yield Fault(at, f'This is of the map "{stamp.map_id}"; the bundle is of the map "{info.id}".')
    elif stamp.sha256 != data_map.sha256:
        yield Fault(
            at,
            f"This is of version {stamp.version} of the map (fingerprint {stamp.sha256[:12]}); the map is "
            f"now version {info.version} ({data_map.sha256[:12]}). All parts of a bundle speak of one state: "
            "compare again.",
        )
    if stamp.as_of > as_of:
        yield Fault(
            at, f"This is of {long_date(stamp.as_of)}, after the day of the bundle, {long_date(as_of)}."
        )
    if each.path.suffix.lower() == PAGE and not _still(each.content):
        yield Fault(at, "This page would load or run something: it is not as it was written. Compare again.")
    if each.path.suffix.lower() == BOOK and not _whole(each.content):
        yield Fault(at, "This workbook is damaged, or holds more than was written. Compare again.")


def _whole(book: bytes) -> bool:
    """Whether a workbook can be read to its end, and holds no program and no link to another file."""
    try:
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > MOST_UNPACKED or archive.testzip():
                return False
        load_workbook(io.BytesIO(book))
    except _DAMAGES:
        return False
    return not any(part.filename.startswith(_MORE) for part in parts)


def _still(page: bytes) -> bool:
    """Whether a page loads and runs nothing, as every page of ours."""
    soup = BeautifulSoup(page, "html.parser")
    heads = soup.find_all("meta", attrs={"http-equiv": True})
    policies = [tag.get("content", "") for tag in heads]
    runs = any(name.startswith("on") for tag in soup.find_all(True) for name in tag.attrs)
    loads = any(not str(tag["src"]).startswith("data:image/") for tag in soup.find_all(src=True))
    loads = loads or any(str(tag["http-equiv"]).lower() == "refresh" for tag in heads)
    held = any(str(policy).startswith("default-src 'none'") for policy in policies)
    return held and not runs and not loads and not soup.find(_LOADS)


def _disagreeing(place: Path, found: list[_Read]) -> Iterator[Fault]:
    """Yield a fault where a folder holds several answers: which of them is meant cannot be known."""
    endings = [each.path.suffix.lower() for each in found]
    if len(set(endings)) < len(endings) or len({each.stamp for each in found}) > 1:
        names = ", ".join(each.path.name for each in found)
        yield Fault(Place(str(place)), f"Here are several answers ({names}): name the file that is meant.")
