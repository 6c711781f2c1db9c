"""What is typed about a request: days, words, people; and faults told under the options as typed."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar

import typer

from ...errors import Fault, ParameterError, Place, did_you_mean
from ...model.day import day_of
from ..options import known_id, load

if TYPE_CHECKING:
    from ...model.data_map import DataMap

E = TypeVar("E", bound=StrEnum)
_Read = TypeVar("_Read")

#: The longest name, address or tenancy reference that is read.
_LONGEST: Final = 320

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="The request, such as R-2026-0001.")]
PersonOption = Annotated[
    str | None,
    typer.Option(
        "--person",
        metavar="TEXT",
        help="Name, e-mail or tenancy reference; - reads it from standard input, so that it stands in no "
        "history of commands. Only a pseudonym is kept.",
        show_default=False,
    ),
]
SubjectOption = Annotated[
    str | None,
    typer.Option(
        "--subject", metavar="ID", help="What kind of person, such as residents.", show_default=False
    ),
]
ChannelOption = Annotated[
    str | None,
    typer.Option("--channel", metavar="ID", help="By which channel of the map it came.", show_default=False),
]
ReferenceOption = Annotated[
    str | None,
    typer.Option(
        "--reference", metavar="TEXT", help='Your own reference, such as "CR-2231".', show_default=False
    ),
]
CheckMapOption = Annotated[
    Path | None,
    typer.Option(
        "--map", metavar="MAP", help="The data map that ids are checked against.", show_default=False
    ),
]


class TextJsonCsv(StrEnum):
    """For a person, for a program, or for a spreadsheet."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def day_option(name: str, help_text: str) -> Any:
    """Return an option that takes a day.

    >>> day_option("--since", "The first day.").metavar
    'DATE'
    """
    return typer.Option(name, metavar="DATE", help=help_text, show_default=False)


def typed_day(option: str, given: str | None, told: list[Fault]) -> dt.date | None:
    """Return a day as typed; what is none is added to what will be told.

    >>> told = []
    >>> typed_day("--received", "31.3.2026", told), told[0].message
    (None, '"31.3.2026" is no date: write it as 2026-03-31.')
    """
    if given is None:
        return None
    found = day_of(given)
    if found is None:
        told.append(Fault(Place(option), f'"{given}" is no date: write it as 2026-03-31.'))
    return found


def typed_word(option: str, given: str | None, known: type[E], told: list[Fault]) -> E | None:
    """Return one of some words as typed; what is none is added to what will be told.

    >>> told = []
    >>> typed_word("--format", "jsn", TextJsonCsv, told), told[0].message
    (None, '"jsn" is none of text, json, csv. Did you mean "json"?')
    """
    words = [word.value for word in known]
    if given is None:
        return None
    if given not in words:
        hint = did_you_mean(given, words)
        told.append(Fault(Place(option), f'"{given}" is none of {", ".join(words)}.{hint}'))
        return None
    return known(given)


def typed_person(given: str | None, told: list[Fault]) -> str | None:
    """Return who is meant: what is typed, or for ``-`` the first line of standard input.

    What is wrong is told without what was typed, since it names a person.

    >>> told = []
    >>> typed_person("  ", told), str(told[0])
    (None, '--person There is no name here: nothing but blanks.')
    """
    if given is None:
        return None
    try:
        found = sys.stdin.readline(_LONGEST + 2).rstrip("\r\n") if given == "-" else given
    except UnicodeDecodeError:
        told.append(Fault(Place("--person"), "Standard input holds what is no text in UTF-8."))
        return None
    if not found.strip():
        told.append(Fault(Place("--person"), "There is no name here: nothing but blanks."))
    elif len(found) > _LONGEST:
        told.append(Fault(Place("--person"), f"This is longer than {_LONGEST} characters."))
    else:
        return found
    return None


def checked_map(
    given: Path | None, told: list[Fault], *, subject: str | None = None, channel: str | None = None
) -> DataMap | None:
    """Read the map that ids are checked against, if one is given, and tell which it does not have.

    >>> checked_map(None, [], subject="residents") is None
    True
    """
    if given is None:
        return None
    read = load(given)
    people = dict.fromkeys(sorted(read.individuals))
    for option, typed, known, kind in (
        ("--subject", subject, people, "kind of people"),
        ("--channel", channel, read.channel, "channel"),
    ):
        try:
            known_id(option, typed, known, kind)
        except ParameterError as error:
            told += error.faults
    return read


def stop_if(told: Sequence[Fault]) -> None:
    """Raise one error with all that has been told, if anything has.

    >>> stop_if([])
    """
    if told:
        raise ParameterError(told)


def or_stop(read: _Read | None, told: Sequence[Fault]) -> _Read:
    """Return what was read of an option, where nothing has been told; what could not be read has been.

    >>> or_stop("access", [])
    'access'
    """
    if told or read is None:
        raise ParameterError(told)
    return read


@contextmanager
def told_as_typed(renamed: Mapping[str, str] | None = None) -> Iterator[None]:
    """Tell faults of the library under the options by which they were typed.

    >>> with told_as_typed({"closed-on": "on"}):
    ...     raise ParameterError.at("closed-on", "It is over.")
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: --on It is over.
    """
    try:
        yield
    except ParameterError as error:
        names = renamed or {}
        raise ParameterError(
            Fault(Place(_typed(names.get(fault.place.file, fault.place.file))), fault.message)
            for fault in error.faults
        ) from error


def _typed(name: str) -> str:
    """Return an option for what is one: small letters and hyphens; an id or a file stays as it is."""
    return f"--{name}" if name.replace("-", "").isalpha() and name.islower() and name[0] != "-" else name


def told_of_fields(error: Exception) -> list[Fault]:
    """Return what a noun did not take as faults of the options, without a word of what was typed.

    >>> from audit_lib.model.request import NewRequest
    >>> try:
    ...     NewRequest(right="access", dates={"received": "2026-10-01"}, reference="ada@example.org")
    ... except ValueError as error:
    ...     [(fault.place.file, fault.message[:26]) for fault in told_of_fields(error)]
    [('--reference', 'Give up to 40 letters, dig')]
    """
    from pydantic import ValidationError

    from ...rights.register.columns import NOT_TAKEN

    if not isinstance(error, ValidationError):
        raise error
    fields = sorted({str(one["loc"][0]) for one in error.errors()})
    return [
        Fault(Place("--activity" if field == "activities" else f"--{field}"), NOT_TAKEN[field])
        for field in fields
    ]
