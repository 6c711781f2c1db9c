"""What is written down of each occasion: that it has begun, what became of it, since when a job is due."""

from __future__ import annotations

import datetime as dt
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from ...errors import OutputError, ParameterError
from ...exports.whole_file import write_text
from ..folders import make_folders

#: In the folder of an occasion: written when it begins, and when its sweep has ended.
BEGUN_FILE: Final = "begun.json"
OCCASION_FILE: Final = "occasion.json"

#: The summary of an occasion, in its folder; the page about all runs, in the output root.
PAGE_FILE: Final = "index.html"

#: All that a schedule itself puts into the folder of an occasion; that which it is known by goes last.
OWN_FILES: Final = (PAGE_FILE, BEGUN_FILE, OCCASION_FILE)

#: In the folder of a job.
JOB_FILE: Final = "job.json"

_NAME: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{6}Z")
_MOST: Final = 50_000_000


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FailedRun(_Record):
    """A run that failed: its folder below the occasion, and in one line why."""

    run: str
    cause: str


class MissedOccasions(_Record):
    """Occasions that were due and passed over, for a later one was due too: how many, the first, the last."""

    count: int
    first: dt.datetime
    last: dt.datetime


class Occasion(_Record):
    """One occasion of a job; times are UTC.

    `outcome` is ``begun`` until its sweep has ended (also if it was killed), then ``finished`` or ``failed``
    (at least one run did), or ``overtaken`` if it had not ended when a later one was due. `cases` are those
    it was confined to, if it was.
    """

    job: str
    occasion: str
    moment: dt.datetime
    as_of: dt.date
    by_hand: bool = False
    cases: tuple[str, ...] = ()
    outcome: Literal["begun", "finished", "failed", "overtaken"] = "begun"
    runs: int = 0
    made: int = 0
    skipped: int = 0
    failed: tuple[FailedRun, ...] = ()
    missed: MissedOccasions | None = None
    began: dt.datetime
    ended: dt.datetime | None = None


class Since(_Record):
    """Since when a job is due, and the times that it was seen with."""

    since: dt.datetime
    cron: str
    zone: str


_R = TypeVar("_R", bound=_Record)


def occasion_name(moment: dt.datetime) -> str:
    """Return what the folder of an occasion is called; names sort as moments do.

    >>> occasion_name(dt.datetime(2026, 3, 30, 6, tzinfo=dt.UTC))
    '2026-03-30T060000Z'
    """
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H%M%SZ")


def private_folder(path: Path) -> Path:
    """Make a folder that only its owner can enter, with those above it, and return it.

    Raises
    ------
    OutputError
        If it is a link, or cannot be made.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     oct(private_folder(Path(folder) / "runs").stat().st_mode)[-3:]
    '700'
    """
    if path.is_symlink():
        raise OutputError(f"{path}: this is a link; put the folder itself here.")
    make_folders(path)
    return path


def begin(occasion: Occasion, folder: Path) -> None:
    """Make the folder of an occasion, in which it already stands that it has begun.

    Raises
    ------
    OutputError
        If it cannot be made.
    """
    aside = folder.with_name(f".{folder.name}-{secrets.token_hex(6)}.part")
    private_folder(aside)
    try:
        write_record(occasion, aside / BEGUN_FILE)
        aside.replace(folder)
    except OSError as error:
        raise OutputError(f"{folder}: no folder can be made here: {error.strerror}.") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def write_record(record: BaseModel, path: Path) -> None:
    """Write a record whole, for its owner alone.

    Raises
    ------
    OutputError
        If it cannot be written.
    """
    with for_its_owner():
        write_text(path, record.model_dump_json(indent=2) + "\n")


@contextmanager
def for_its_owner() -> Iterator[None]:
    """Have files made that nobody but their owner can read.

    >>> with for_its_owner():
    ...     pass
    """
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def occasions(folder: Path) -> Iterator[Occasion]:
    """Yield what is known of the occasions of a job, the newest first; folders of anything else are passed.

    Raises
    ------
    ParameterError
        If a record has been changed so that it cannot be read.

    >>> list(occasions(Path("no-such-job")))
    []
    """
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    for name in sorted((name for name in names if _NAME.fullmatch(name)), reverse=True):
        for file in (OCCASION_FILE, BEGUN_FILE):
            if (path := folder / name / file).is_file():
                yield _read(path, Occasion)
                break


def read_since(folder: Path) -> Since | None:
    """Return since when a job is due, if `schedule due` has seen it.

    Raises
    ------
    ParameterError
        If the record has been changed so that it cannot be read.

    >>> read_since(Path("no-such-job"))
    """
    path = folder / JOB_FILE
    return _read(path, Since) if path.is_file() else None


def _read(path: Path, kind: type[_R]) -> _R:
    try:
        if path.stat().st_size > _MOST:
            raise ValueError
        return kind.model_validate_json(path.read_bytes())
    except (OSError, ValueError, ValidationError) as error:
        what = "This was written by the schedule and has been changed since; take it away, or put it back."
        raise ParameterError.at(str(path), what) from error
