"""The sources of evidence that stand beside a map, read from ``evidence.yaml``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from ..errors import Fault, MapError, Place, did_you_mean
from ..model.data_map import DataMap
from ..model.evidence_source import Evidence, Source, SourceKind
from .evidence_misfits import Misfits
from .evidence_storage import storage_misfits, stored_as
from .layout import EVIDENCE_FILE
from .placing import by_id, placed
from .quoting import quoted
from .strict_yaml import Document, read_yaml
from .text_file import read_text
from .wording import Wrong, wrongs

#: How many bytes the file may have, and how many sources it may name.
MAX_FILE: Final = 10_000_000
MAX_SOURCES: Final = 200

SOURCES: Final = "sources"


def read_evidence(root: Path, data_map: DataMap) -> Evidence:
    """Return the sources that ``evidence.yaml`` in the folder of a map names.

    Only that file is read; the files that it names need not be there yet. The format of a source is that of
    the endings of its files, where it is not written.

    Parameters
    ----------
    root
        The folder of the map; faults name the file by it.
    data_map
        The map that stands there: every id that a source names must be in it.

    Raises
    ------
    MapError
        With every fault (the first 1,000 of them, and how many more there are).

    >>> from audit_lib.graph.example import example_map
    >>> read_evidence(Path("no-such-map"), example_map())
    Traceback (most recent call last):
    audit_lib.errors.MapError: no-such-map/evidence.yaml There is no such file. It names the logs, exports and
    lists that the map is compared with.
    """
    path = root / EVIDENCE_FILE
    if not path.exists() and not path.is_symlink():
        what = "There is no such file. It names the logs, exports and lists that the map is compared with."
        raise MapError([Fault(Place(str(path)), what)])
    text = read_text(path, MAX_FILE, MapError, inside=root)
    document = read_yaml(text, str(path))
    wrong = list(_misshapen(document.value))
    sources: list[Source] = []
    if not wrong:
        for number, found in enumerate(_sources(document, root, data_map)):
            if isinstance(found, Source):
                sources.append(found)
            else:
                wrong += [one._replace(path=(SOURCES, number, *one.path)) for one in found]
    if wrong:
        raise MapError(placed(wrong, text, str(path), partial(by_id, raw=document.value)))
    return Evidence(sources=tuple(sources))


def _misshapen(raw: Any) -> Iterator[Wrong]:
    """Yield what is wrong with the file as a whole."""
    if not isinstance(raw, dict):
        what = "The file is empty" if raw is None else f"{quoted(raw)} stands here"
        yield Wrong((), f"{what}: it holds one list, called sources.")
        return
    for name in raw:
        if name != SOURCES:
            hint = did_you_mean(name, [SOURCES]) or " The file holds one list, called sources."
            yield Wrong((name,), f"is not a known section.{hint}", is_key=True)
    listed = raw.get(SOURCES)
    if not isinstance(listed, list) or not listed:
        if SOURCES in raw or len(raw) == 0:
            yield Wrong((SOURCES,), "a list of sources is wanted here, each with id, kind, name and files.")
    elif len(listed) > MAX_SOURCES:
        yield Wrong((SOURCES,), f"{len(listed):,} sources stand here; at most {MAX_SOURCES:,} are read.")


def _sources(document: Document, root: Path, data_map: DataMap) -> Iterator[Source | list[Wrong]]:
    """Yield each source, or all that is wrong with it."""
    entries = document.value[SOURCES]
    fields = [entry for entry in entries if isinstance(entry, dict)]
    people = frozenset(str(entry.get("id")) for entry in fields if entry.get("kind") == SourceKind.PEOPLE)
    misfits = Misfits(data_map, people)
    lines: dict[str, int] = {}
    for entry in entries:
        if not isinstance(entry, dict):
            yield [
                Wrong(
                    (),
                    f"{quoted(entry)} stands here; the fields of a source are wanted, such as id and kind.",
                )
            ]
            continue
        wrong = list(_repeated(entry, document, lines))
        read = _source(entry, misfits, root)
        yield [*wrong, *read] if isinstance(read, list) else wrong or read


def _repeated(entry: dict[str, Any], document: Document, lines: dict[str, int]) -> Iterator[Wrong]:
    name = entry.get("id")
    if isinstance(name, str) and name in lines:
        what = f"{quoted(name)} is also the id of the source in line {lines[name]}: rename one."
        yield Wrong(("id",), what)
    elif isinstance(name, str):
        lines[name] = document.start(entry)[0]


def _source(entry: dict[str, Any], misfits: Misfits, root: Path) -> Source | list[Wrong]:
    stored = stored_as(entry)
    found = [*storage_misfits(entry, root), *misfits.of(entry, stored)]
    known = {one.path for one in found if one.path}
    filled = {**entry, "format": stored.value} if stored else entry
    try:
        source = Source.model_validate(filled)
    except ValidationError as error:
        told_of = (one for one in wrongs(error, Source, filled) if one.path not in known)
        return [*found, *(one for one in told_of if '"format"' not in one.message)]
    return found or source
