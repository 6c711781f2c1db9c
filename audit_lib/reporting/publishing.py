"""Giving a run its final name, or taking it away: told to the ledger first, whole or not at all.

Under the lock of the root the order is always: what is about to happen is written into a note, then into the
ledger, then it happens, then the note goes. A process that is killed leaves the note, and the next one that
takes the lock ends or takes back what it finds there.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import OutputError
from .final import place_in
from .folders import flush, is_run, make_folders, refuse_foreign, settle, take_away_stale
from .ledger import Event, Line
from .locking import PATIENCE, locked
from .runs import RUN_FILE, Run, sha256_of, write_run
from .unfinished import OLD, Chain, Note, recover, runs_before, write_note


def publish(folder: Path, final: Path, root: Path, run: Run, *, patience: float = PATIENCE) -> Line:
    """Give a whole folder its final name in a root and return the line of the ledger that tells of it.

    `run.json` is written, all files are made private and are on the disk before the name is given. What an
    earlier run left under that name goes; anything else stays, and is an error.

    Parameters
    ----------
    folder
        The folder with what the run has made, beside the final one (see `folders.aside`).
    final
        The name that it is to have, inside the root.
    root
        The output root, which holds the ledger.
    run
        The run, which `run.json` tells of; it names each file of the folder.
    patience
        For how many seconds another writer is waited for.

    Raises
    ------
    OutputError
        If something else stands there, the name leads out of the root, the disk refuses, or the ledger is
        damaged; nothing has changed then.

    >>> import tempfile
    >>> from audit_lib.reporting.runs import example_run
    >>> with tempfile.TemporaryDirectory() as there:
    ...     root = Path(there)
    ...     (root / ".risk-1.part").mkdir()
    ...     line = publish(root / ".risk-1.part", root / "risk", root, example_run())
    ...     line.number, line.event, line.folder, sorted(path.name for path in root.iterdir())
    (1, 'published', 'risk', ['risk', 'runs.jsonl'])
    """
    place, came_from = place_in(root, final), place_in(root, folder)
    if folder.parent != final.parent:
        raise OutputError(f"{folder}: a run is made beside the folder whose name it gets ({final}).")
    refuse_foreign(final)
    try:
        write_run(run, folder)
        settle(folder)
        _refuse_untold(folder, run)
        with writing(root, patience) as chain:
            refuse_foreign(final)
            take_away_stale(final.parent)
            stood = final.exists()
            event: Event = "replaced" if stood and is_run(final) else "published"
            old = _old_name(place) if stood else None
            line = chain.next(event, place, sha256_of(folder / RUN_FILE))
            _happen(chain, line, Note(number=line.number, folder=place, came_from=came_from, old=old))
            return line
    except OSError as error:
        raise OutputError(f"{final}: the folder cannot be replaced: {error.strerror or error}.") from error


def remove(folder: Path, root: Path, *, patience: float = PATIENCE) -> Line | None:
    """Take away the folder of a run and return the line that tells of it; None if no run stands there.

    Raises
    ------
    OutputError
        If it lies outside the root, holds something that no run has left, or cannot be taken away.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as there:
    ...     remove(Path(there) / "risk.failed", Path(there))
    """
    place = place_in(root, folder)
    if not folder.exists():
        return None
    try:
        with writing(root, patience) as chain:
            if not folder.exists():
                return None
            if not is_run(folder):
                raise OutputError(f"{folder}: this holds something that no report has made, and stays.")
            line = chain.next("removed", place, sha256_of(folder / RUN_FILE))
            _happen(chain, line, Note(number=line.number, folder=place, old=_old_name(place)))
            return line
    except OSError as error:
        raise OutputError(f"{folder}: this cannot be taken away: {error.strerror or error}.") from error


@contextmanager
def writing(root: Path, patience: float = PATIENCE) -> Iterator[Chain]:
    """Hold the lock of a root and give its chain, after what a killed writer left has been put right.

    A new ledger begins with the runs that stand in the root already, from before there was one.

    Raises
    ------
    OutputError
        As `publish`.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as there, writing(Path(there)) as chain:
    ...     chain.last is None
    True
    """
    make_folders(root)
    with locked(root, patience) as handle:
        chain = Chain(root, handle)
        recover(chain)
        if chain.last is None and runs_before(root):
            write_note(root, Note(number=0, folder="", adopting=True))
            recover(chain)
        yield chain


def _happen(chain: Chain, line: Line, note: Note) -> None:
    """Write the note and the line, then do what they say; when anything goes wrong, take it back."""
    root = chain.root
    final = root / note.folder
    write_note(root, note)
    try:
        chain.append(line)
        if note.old:
            final.replace(root / note.old)
        if note.came_from:
            (root / note.came_from).replace(final)
        for folder in (final.parent, *(up for up in final.parent.parents if up.is_relative_to(root))):
            flush(folder)
    finally:
        recover(chain)


def _refuse_untold(folder: Path, run: Run) -> None:
    """Nothing is published that its own run does not tell of, or that would at once be missing."""
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    odd = sorted(there ^ {RUN_FILE, *(made.name for made in run.files)})
    if odd:
        raise OutputError(f"{folder}: {RUN_FILE} and the folder do not agree about {', '.join(odd)}.")


def _old_name(place: str) -> str:
    path = Path(place)
    return path.with_name(f".{path.name}-{secrets.token_hex(6)}{OLD}").as_posix()
