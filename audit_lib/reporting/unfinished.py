"""What a writer that was killed has left, and how the next one ends it or takes it back."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, ValidationError

from ..errors import OutputError
from .folders import discard, flush, is_run
from .ledger import LEDGER_FILE, Event, Line, next_line, read_ledger, read_line
from .runs import RUN_FILE, sha256_of

#: Says what is about to happen, while it happens.
NOTE_FILE: Final = ".runs.pending"

#: How the folders end that have no final name yet, or none any more.
PART: Final = ".part"
OLD: Final = ".old"

#: More than any line can be long: a path has at most 4,096 characters.
_TAIL: Final = 65_536


class Note(BaseModel):
    """What is about to happen: with which line, to which folder, from where, and where the old one waits.

    Paths are seen from the root. A note that says `adopting` is about the runs that stood in a root before it
    had a ledger.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: int
    folder: str
    came_from: str | None = None
    old: str | None = None
    adopting: bool = False


class Chain:
    """The end of a ledger whose lock is held, to which lines are added."""

    def __init__(self, root: Path, handle: int) -> None:
        self.root = root
        self._handle = handle
        self.end = 0
        self.torn = b""
        self.last: Line | None = None
        self.read_end()

    def read_end(self) -> None:
        """Read the last line again; every publication needs no more than this of a long ledger.

        Raises
        ------
        OutputError
            If the last line has been changed.
        """
        size = os.lseek(self._handle, 0, os.SEEK_END)
        os.lseek(self._handle, max(0, size - _TAIL), os.SEEK_SET)
        tail = os.read(self._handle, _TAIL)
        whole, _, self.torn = tail.rpartition(b"\n")
        self.end = size - len(self.torn)
        try:
            self.last = read_line(whole.rpartition(b"\n")[2]) if self.end else None
        except ValueError as error:
            raise self.damaged(f"its last line has been changed: {error}") from error

    def damaged(self, what: str) -> OutputError:
        """Return the error for a ledger that nothing may be added to."""
        return OutputError(
            f"{self.root / LEDGER_FILE}: {what}. See `privacy-audit runs verify {self.root}`; "
            "to go on, restore the file, or move it away so that a new one is begun."
        )

    def next(self, event: Event, folder: str, run_sha256: str) -> Line:
        """Return the line that comes next, without writing it."""
        return next_line(self.last, event, folder, run_sha256)

    def append(self, line: Line) -> None:
        """Write a line and have the disk hold it (that of its file was seen to when the note was written)."""
        os.lseek(self._handle, 0, os.SEEK_END)
        rest = memoryview(line.written())
        while rest:
            rest = rest[os.write(self._handle, rest) :]
        os.fsync(self._handle)
        self.read_end()

    def cut_torn(self) -> None:
        """Take away a line of which a killed writer has written a part only."""
        if self.torn:
            os.ftruncate(self._handle, self.end)
            os.fsync(self._handle)
            self.torn = b""


def write_note(root: Path, note: Note) -> None:
    """Write the note into the root, on the disk before anything else happens.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as there:
    ...     write_note(Path(there), Note(number=1, folder="risk"))
    ...     read_note(Path(there)).folder
    'risk'
    """
    part = root / f"{NOTE_FILE}.part"
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(note.model_dump(), file)
        file.flush()
        os.fsync(file.fileno())
    part.replace(root / NOTE_FILE)
    flush(root)


def read_note(root: Path) -> Note | None:
    """Return the note that stands in a root, if there is one.

    Raises
    ------
    OutputError
        If it is not one that this program has written.

    >>> read_note(Path("no-such-folder")) is None
    True
    """
    path = root / NOTE_FILE
    try:
        note = Note.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except (ValidationError, OSError) as error:
        raise OutputError(f"{path}: this is no note of an unfinished publication; move it away.") from error
    ways = [Path(way) for way in (note.folder, note.came_from, note.old) if way]
    passing = [Path(way).name for way in (note.came_from, note.old) if way]
    outside = any(way.is_absolute() or ".." in way.parts for way in ways)
    if outside or not all(name.startswith(".") and name.endswith((PART, OLD)) for name in passing):
        raise OutputError(f"{path}: this names what no publication leaves; move it away.")
    return note


def recover(chain: Chain) -> None:
    """End or take back what the note of the root speaks of, and take the note away.

    A line whose folder never got its name, or never went, is taken back by a line that says "voided", and an
    earlier run that had to make room has its name again.

    Raises
    ------
    OutputError
        If the last line is torn and no note says why.
    """
    note = read_note(chain.root)
    chain.read_end()
    if note is None:
        if chain.torn:
            raise chain.damaged("its last line has no end")
        return
    chain.cut_torn()
    if note.adopting:
        _adopt(chain)
    elif chain.last and chain.last.number == note.number and not has_happened(chain.root, note, chain.last):
        _take_back(chain, note, chain.last)
    for left in filter(None, (note.old, note.came_from)):
        discard(chain.root / left)
    (chain.root / NOTE_FILE).unlink(missing_ok=True)


def runs_before(root: Path) -> list[Path]:
    """Return the folders of runs that stand directly in a root, as they did before there were ledgers.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as there:
    ...     runs_before(Path(there))
    []
    """
    named = (path for path in root.iterdir() if not path.name.startswith(".") and not path.is_symlink())
    return sorted(path for path in named if is_run(path))


def has_happened(root: Path, note: Note, line: Line) -> bool:
    """Whether what the line of a note says has come true in the folders."""
    final = root / note.folder
    if line.event == "removed":
        return not final.exists()
    return is_run(final) and sha256_of(final / RUN_FILE) == line.run_sha256


def _take_back(chain: Chain, note: Note, line: Line) -> None:
    final = chain.root / note.folder
    if note.old and (chain.root / note.old).is_dir() and not final.exists():
        (chain.root / note.old).replace(final)
        flush(final.parent)
    chain.append(chain.next("voided", line.folder, line.run_sha256))


def _adopt(chain: Chain) -> None:
    """Begin a ledger with the runs that stood in its root before."""
    known = {line.folder for line in read_ledger(chain.root).lines}
    for folder in runs_before(chain.root):
        if folder.name not in known:
            chain.append(chain.next("published", folder.name, sha256_of(folder / RUN_FILE)))
