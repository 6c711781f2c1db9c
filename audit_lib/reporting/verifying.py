"""Whether runs are as recorded: chain unbroken, each file as it was, nothing missing, nothing added."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from ..errors import Fault, InputError, OutputError, ParameterError, Place
from .folders import is_run
from .ledger import LEDGER_FILE, START, Ledger, Line, read_ledger
from .runs import RUN_FILE, Run, read_run, sha256_of
from .unfinished import Note, has_happened, read_note

#: How much of a head must be given for it to be told from all others.
LEAST_HEAD: Final = 12


class Verified(NamedTuple):
    """What was looked at and what is wrong: lines of a ledger, runs and files; no faults means whole.

    `head` is the seal of the last line (empty where there is no ledger). `notes` are no faults.
    """

    root: Path
    lines: int
    head: str
    runs: int
    files: int
    faults: tuple[Fault, ...]
    notes: tuple[str, ...] = ()


def verify(root: Path, head: str | None = None) -> Verified:
    """Check all that the ledger of a root speaks of.

    Parameters
    ----------
    root
        The output root.
    head
        A head that somebody wrote down earlier: if no line has it, lines at the end have been cut off.

    Raises
    ------
    ParameterError
        If there is no ledger, or the head is too short to be one.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "runs.jsonl").write_bytes(b"")
    ...     verify(Path(folder)).faults
    ()
    """
    ledger, known, notes = _state(root)
    of_head, noted = _of_head(ledger, head)
    faults = [*ledger.faults, *_torn(ledger), *of_head]
    of_runs: dict[str, list[Fault]] = {}
    files = 0
    for place, line in known.items():
        if not _reached(root, place):
            of_runs[place] = [_led_away(root, place)]
            continue
        count, of_runs[place] = check_run(root / place, line)
        files += count
    for folder in runs_under(root):
        place = folder.relative_to(root).as_posix()
        if place not in known:
            of_runs[place] = [Fault(Place(folder.as_posix()), "No line of the ledger tells of this run.")]
    if any(of_runs.values()):
        of_runs = _still_wrong(of_runs, known, root)
    faults += [fault for wrong in of_runs.values() for fault in wrong]
    return Verified(root, len(ledger.lines), ledger.head, len(known), files, tuple(faults), notes + noted)


def verify_run(folder: Path) -> Verified:
    """Check one run: against the ledger that tells of it, or against its own list where there is none.

    Raises
    ------
    ParameterError
        If no run is there and no ledger tells of one.

    >>> verify_run(Path("no-such-folder"))
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: no-such-folder No run is here, ...
    """
    root = root_of(folder)
    if root is None:
        if not is_run(folder):
            message = "No run is here, and no ledger above tells of one."
            raise ParameterError.at(str(folder), message)
        files, faults = check_run(folder, None)
        note = f"{folder}: no ledger tells of this run; its files were held against its own {RUN_FILE} alone."
        return Verified(folder, 0, "", 1, files, tuple(faults), (note,))
    ledger, known, notes = _state(root)
    line = known.get(_place(folder, root))
    if line is None:
        faults = [Fault(Place(folder.as_posix()), "No line of the ledger tells of this run.")]
        return Verified(root, len(ledger.lines), ledger.head, 0, 0, (*ledger.faults, *faults), notes)
    files, faults = check_run(folder, line)
    whole = (*ledger.faults, *_torn(ledger), *faults)
    return Verified(root, len(ledger.lines), ledger.head, 1, files, whole, notes)


def check_run(folder: Path, line: Line | None) -> tuple[int, list[Fault]]:
    """Return how many files of a run were looked at, and what is wrong with them.

    >>> check_run(Path("no-such-folder"), None)[1][0].message
    'This run is missing.'
    """
    at = Place((folder / RUN_FILE).as_posix())
    if folder.is_symlink() or (folder / RUN_FILE).is_symlink():
        return 0, [Fault(at, "This is reached by a link now, and was not.")]
    if not is_run(folder):
        since = f"; line {line.number} of the ledger put it here and none took it away" if line else ""
        return 0, [Fault(Place(folder.as_posix()), f"This run is missing{since}.")]
    faults = []
    if line is not None and sha256_of(folder / RUN_FILE) != line.run_sha256:
        faults.append(Fault(at, f"This has been changed since line {line.number} of the ledger was written."))
    try:
        run = read_run(folder)
    except InputError as error:
        return 0, [*faults, *error.faults]
    faults += _file_faults(folder, run)
    return len(run.files), faults


def runs_under(root: Path) -> Iterator[Path]:
    """Yield the folders of runs in a root; not those of a root within it, nor what is not yet published.

    >>> list(runs_under(Path("no-such-folder")))
    []
    """
    for place, folders, files in os.walk(root):
        folder = Path(place)
        if folder != root and (RUN_FILE in files or LEDGER_FILE in files):
            folders.clear()
            if RUN_FILE in files:
                yield folder
        folders[:] = sorted(name for name in folders if not name.startswith("."))


def roots_under(folder: Path) -> list[Path]:
    """Return the output roots in a folder, itself among them: those with a ledger.

    >>> roots_under(Path("no-such-folder"))
    []
    """
    found = []
    for place, folders, files in os.walk(folder):
        if LEDGER_FILE in files:
            found.append(Path(place))
        folders[:] = [] if RUN_FILE in files else sorted(n for n in folders if not n.startswith("."))
    return found


def root_of(folder: Path) -> Path | None:
    """Return the output root that the folder of a run lies in, or None.

    >>> root_of(Path("no-such-folder")) is None
    True
    """
    above = Path(os.path.normpath(folder.absolute())).parents
    found = next((path for path in above if (path / LEDGER_FILE).is_file()), None)
    if found is None or folder.is_absolute():
        return found
    here = Path.cwd()
    return found.relative_to(here) if found.is_relative_to(here) else found


def line_of(folder: Path, root: Path) -> Line | None:
    """Return the line of the ledger that put a run where it stands, or None if none tells of it.

    Raises
    ------
    ParameterError
        If there is no ledger.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as there:
    ...     _ = (Path(there) / "runs.jsonl").write_bytes(b"")
    ...     line_of(Path(there) / "risk", Path(there)) is None
    True
    """
    return _state(root).known.get(_place(folder, root))


def _reached(root: Path, place: str) -> bool:
    return not any((root / up).is_symlink() for up in PurePosixPath(place).parents[:-1])


def _led_away(root: Path, place: str) -> Fault:
    return Fault(Place((root / place).as_posix()), "A folder above this run is a link now, and was not.")


def _place(folder: Path, root: Path) -> str:
    return Path(os.path.relpath(folder.absolute(), root.absolute())).as_posix()


class _State(NamedTuple):
    """A ledger, and where runs stand by it; a line whose event was stopped half way does not count."""

    ledger: Ledger
    known: dict[str, Line]
    notes: tuple[str, ...] = ()


def _state(root: Path) -> _State:
    ledger = read_ledger(root)
    try:
        note = read_note(root)
    except OutputError as error:
        return _State(ledger, ledger.standing(), (str(error),))
    if note is None:  # what looked torn may have been a line in the writing
        ledger = read_ledger(root) if ledger.torn else ledger
        return _State(ledger, ledger.standing())
    told = f"{root}: a publication is under way or was stopped; the next one will put it right."
    whole = ledger._replace(torn=b"")
    last = ledger.lines[-1] if ledger.lines else None
    if last is not None and last.number == note.number and not has_happened(root, note, last):
        before = ledger._replace(lines=ledger.lines[:-1])
        return _State(whole, _while_it_waits(before, note), (told,))
    return _State(whole, ledger.standing(), (told,))


def _while_it_waits(ledger: Ledger, note: Note) -> dict[str, Line]:
    """Return where runs stand, without one that has made room and waits under another name."""
    known = ledger.standing()
    if note.old and not (ledger.root / note.folder).exists() and is_run(ledger.root / note.old):
        known.pop(note.folder, None)
    return known


def _torn(ledger: Ledger) -> Iterator[Fault]:
    if ledger.torn:
        number = (ledger.lines[-1].number if ledger.lines else 0) + 1
        place = Place((ledger.root / LEDGER_FILE).as_posix(), number)
        yield Fault(place, "This line has no end: something was cut off.")


def _of_head(ledger: Ledger, head: str | None) -> tuple[list[Fault], tuple[str, ...]]:
    """Return the fault, or the note, that a head which was written down earlier gives rise to."""
    if head is None:
        return [], ()
    wanted = head.strip().lower()
    if len(wanted) < LEAST_HEAD or not set(wanted) <= set("0123456789abcdef"):
        message = f'"{head}" is no head: give the 64 hexadecimal digits, or at least the first {LEAST_HEAD}.'
        raise ParameterError.at("--head", message)
    found = next((line.number for line in ledger.lines if line.seal.startswith(wanted)), None)
    if found is None and not START.startswith(wanted):
        place = Place((ledger.root / LEDGER_FILE).as_posix())
        what = "No line has that head: lines at the end were cut off, or all were rewritten."
        return [Fault(place, what)], ()
    return [], (
        f"{ledger.root}: the given head is that of line {found or 0}; up to there nothing was cut off.",
    )


def _still_wrong(
    of_runs: dict[str, list[Fault]], known: dict[str, Line], root: Path
) -> dict[str, list[Fault]]:
    """Leave out what only looked wrong because a run was published or removed while it was looked at."""
    now = _state(root).known
    return {place: wrong for place, wrong in of_runs.items() if now.get(place) == known.get(place)}


def _file_faults(folder: Path, run: Run) -> Iterator[Fault]:
    recorded = {made.name: made for made in run.files}
    for name, made in recorded.items():
        path, pure = folder / name, PurePosixPath(name)
        at = Place(path.as_posix())
        if pure.is_absolute() or ".." in pure.parts:
            yield Fault(Place((folder / RUN_FILE).as_posix()), f'"{name}" is no name of a file of a run.')
        elif any((folder / up).is_symlink() for up in (pure, *pure.parents)):
            yield Fault(at, "This is a link now, and was a file.")
        elif not path.is_file():
            yield Fault(at, "This file is missing.")
        elif path.stat().st_size != made.bytes or sha256_of(path) != made.sha256:
            yield Fault(at, "This file has been changed since the run.")
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name not in recorded and name != RUN_FILE and (path.is_symlink() or not path.is_dir()):
            yield Fault(Place(path.as_posix()), "This file has been added since the run.")
