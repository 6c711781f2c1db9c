"""Arguments that the commands on runs share, and how runs and moments are written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated, Final

import typer

from ...errors import ParameterError
from ..options import TextOrJson

#: Where reports are put unless told otherwise.
DEFAULT_ROOT: Final = Path("reports")

FormatOption = Annotated[TextOrJson, typer.Option("--format", help="For a person or for a program.")]


def existing(given: Path | None) -> Path:
    """Return the folder to look at, or say that there is none.

    >>> existing(Path("no-such-folder"))
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: no-such-folder There is no such folder.
    """
    if given is None and not DEFAULT_ROOT.is_dir():
        message = "No reports stand here. Name a folder of reports, or change to the folder of the project."
        raise ParameterError.at(DEFAULT_ROOT.as_posix(), message)
    folder = given if given is not None else DEFAULT_ROOT
    if not folder.is_dir():
        what = "This is a file; name the folder." if folder.exists() else "There is no such folder."
        raise ParameterError.at(str(folder), what)
    return folder


def size(count: int) -> str:
    """Return a number of bytes for a person.

    >>> size(900), size(62_372), size(1_228_556)
    ('900 B', '62 kB', '1.2 MB')
    """
    if count < 1_000:
        return f"{count} B"
    return f"{count / 1_000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:,.1f} MB"


def moment(when: dt.datetime) -> str:
    """Return a moment in UTC, to the second.

    >>> moment(dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC))
    '2026-11-22 08:00:00 UTC'
    """
    return when.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
