"""Decisions written into the folder of a map, whole or not at all, by one writer at a time."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ..errors import InputError, MapError, OutputError
from ..model.data_map import DataMap
from ..model.finding import Decision
from .decision_edits import SECTION
from .decision_text import put_decision, take_decision
from .folder import MAX_FILE, read_folder
from .layout import FIRST_LINE, HOME
from .read_map import read_map
from .text_file import decode_text, read_bytes

#: Stands in the folder of a map while decisions are written, and takes the name of the file when all is well.
LOCK: Final = ".decisions.lock"

BYTE_ORDER_MARK: Final = "\ufeff"


def write_decisions(folder: str | Path, decisions: Iterable[Decision], as_read: DataMap) -> Path:
    r"""Write decisions into a map and return the file: `decisions.yaml`, or the one that has the section.

    What a person wrote there stays, byte for byte; a decision about the same finding is changed in place.

    Parameters
    ----------
    folder
        The folder of the map.
    decisions
        What has been decided.
    as_read
        The map as it was read when the decisions were made.

    Raises
    ------
    MapError
        When the map now says something else, cannot be read afterwards, or holds decisions in a form in which
        one cannot be changed alone. The old file is then as it was.
    OutputError
        When the file cannot be written, or somebody else is writing.

    >>> import tempfile
    >>> head = "map: {id: m, title: M, jurisdiction: UK, controller: k}\nparties: "
    >>> party = "[{id: k, name: K, kind: organisation, stance: recorded}]"
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "map.yaml").write_text(head + party)
    ...     known = Decision(finding="a-1", status="accepted", owner="Ada", reason="Known")
    ...     write_decisions(folder, [known], read_map(folder)).name, read_map(folder).decisions == (known,)
    ('decisions.yaml', True)
    """

    def edit(text: str, file: str) -> str:
        for decision in decisions:
            text = put_decision(text, decision, file)
        return text

    return _edited(Path(folder), edit, as_read)


def take_decisions(folder: str | Path, findings: Iterable[str], as_read: DataMap) -> Path:
    """Take the decisions about findings, by their ids, out of a map and return the file.

    Raises
    ------
    MapError, OutputError
        As `write_decisions`.

    >>> from audit_lib.graph.example import example_map
    >>> take_decisions("no-such-map", ["a-1"], example_map())
    Traceback (most recent call last):
    audit_lib.errors.MapError: no-such-map There is no such folder.
    """

    def edit(text: str, file: str) -> str:
        for finding in findings:
            text = take_decision(text, finding, file)
        return text

    return _edited(Path(folder), edit, as_read)


def _edited(root: Path, edit: Callable[[str, str], str], as_read: DataMap) -> Path:
    read_folder(root)  # a folder that is none is told before anything is made in it
    try:
        with _only_writer(root) as aside:
            path = _home(root)
            before = _bytes(path, root)
            if read_map(root).sha256 != as_read.sha256:
                raise _changed(path)
            old = decode_text(before, path, MapError) if before else f"{FIRST_LINE}\n\n{SECTION}:\n"
            mark = BYTE_ORDER_MARK if before and before.startswith(BYTE_ORDER_MARK.encode()) else ""
            _write(aside, (mark + edit(old, str(path))).encode(), path)
            if _bytes(path, root) != before:
                raise _changed(path)
            aside.replace(path.resolve())
            _prove(root, path, before)
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        raise OutputError(f"{root / HOME[SECTION]}: the file cannot be written: {reason}.") from failure
    return path


def _home(root: Path) -> Path:
    """Return the file that has the section; a map that has none gets a file for it."""
    found = read_folder(root).sections.get(SECTION)
    return root / (found.name if found else HOME[SECTION])


def _bytes(path: Path, root: Path) -> bytes | None:
    return read_bytes(path, MAX_FILE, MapError, inside=root) if os.path.lexists(path) else None


def _changed(path: Path) -> InputError:
    message = (
        "The map has changed while this was being decided; nothing was written. Look again, and repeat it."
    )
    return MapError.at(str(path), message)


@contextmanager
def _only_writer(root: Path) -> Iterator[Path]:
    """Give the file to write to; that it is there keeps a second writer out."""
    aside = root / LOCK
    try:
        aside.touch(exist_ok=False)
    except FileExistsError:
        message = (
            f"{aside}: decisions are being written here. If nobody is at it, delete this file; then repeat."
        )
        raise OutputError(message) from None
    try:
        yield aside
    finally:
        aside.unlink(missing_ok=True)


def _write(aside: Path, content: bytes, path: Path) -> None:
    with aside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        shutil.copymode(path, aside)


def _prove(root: Path, path: Path, before: bytes | None) -> None:
    """Read the map again; if that fails, put back what was there."""
    try:
        read_map(root)
    except MapError:
        if before is None:
            path.unlink()
        else:
            _write(root / LOCK, before, path)
            (root / LOCK).replace(path.resolve())
        raise
