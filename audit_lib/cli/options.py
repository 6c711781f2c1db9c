"""Options that several commands share, and how their values are read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ..errors import InputError, ParameterError, did_you_mean
from ..model.day import day_of

if TYPE_CHECKING:
    from ..model.data_map import DataMap

#: The map of a command that is given none.
DEFAULT_MAP: Final = Path("data_maps") / "btr"

MapArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="MAP",
        help=f"The folder of the data map (default: {DEFAULT_MAP.as_posix()}).",
        show_default=False,
    ),
]
NoticeOption = Annotated[
    Path | None,
    typer.Option(
        "--notice",
        metavar="FILE",
        help="The published notice: text, Markdown, HTML, PDF or Word.",
        show_default=False,
    ),
]
NoticeArgument = Annotated[
    Path, typer.Argument(metavar="FILE", help="The notice: text, Markdown, HTML, PDF or Word.")
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="The day to judge by, as 2026-03-31 (default: today).",
        show_default=False,
    ),
]


class TextOrJson(StrEnum):
    """For a person or for a program."""

    TEXT = "text"
    JSON = "json"


def map_folder(given: Path | None) -> Path:
    """Return the folder of the map, or say that one must be named.

    >>> map_folder(Path("data_maps/mine")).name
    'mine'
    """
    if given is not None:
        return given
    if not DEFAULT_MAP.is_dir():
        message = "No data map stands here. Name the folder of one, or change to the folder of the project."
        raise InputError.at(DEFAULT_MAP.as_posix(), message)
    return DEFAULT_MAP


def load(given: Path | None) -> DataMap:
    """Read the map that a command was given.

    >>> load(Path("no-such-folder"))
    Traceback (most recent call last):
    audit_lib.errors.MapError: ...
    """
    from ..files.read_map import read_map

    return read_map(map_folder(given))


def day(given: str | None) -> dt.date:
    """Return the day to judge by: the one that is given, else today; no other place reads the clock.

    >>> day("2026-03-31")
    datetime.date(2026, 3, 31)
    >>> day("31.3.2026")
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: --as-of "31.3.2026" is no date: write it as 2026-03-31.
    """
    if given is None:
        return dt.datetime.now().astimezone().date()
    found = day_of(given)
    if found is None:
        raise ParameterError.at("--as-of", f'"{given}" is no date: write it as 2026-03-31.')
    return found


def known_id(option: str, given: str | None, known: Mapping[str, object], kind: str) -> str | None:
    """Return an id if the map has it.

    >>> known_id("--party", "agncy", {"agency": 1}, "party")
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: --party No party of the map has the id "agncy". Did you mean "agency"?
    """
    if given is None or given in known:
        return given
    hint = did_you_mean(given, known)
    raise ParameterError.at(option, f'No {kind} of the map has the id "{given}".{hint}')
