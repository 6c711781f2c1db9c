"""What can go wrong, as one tree.

::

    AuditError
    ├── InputError          what was given cannot be read; holds every fault, not only the first
    │   ├── MapError        a data map
    │   ├── NoticeError     a privacy notice
    │   ├── ChangeError     a change of a map: its file, or a step that the map does not allow
    │   └── ParameterError  an option or a report parameter
    ├── OutputError         a file could not be written; nothing is left under its final name
    └── ReportError         a report notebook failed while it ran

The command line turns an `InputError` or `OutputError` into exit status 2 and prints each fault
as ``file:line:column message``.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple


class Place(NamedTuple):
    """Where something stands: a file, and a line and column that count from 1 (0: the whole file)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return ``file``, ``file:line`` or ``file:line:column``, as far as it is known.

        >>> str(Place("flows.yaml", 12, 5))
        'flows.yaml:12:5'
        >>> str(Place("flows.yaml"))
        'flows.yaml'
        """
        known = [str(part) for part in (self.line, self.column) if part]
        return ":".join([self.file, *known])


class Fault(NamedTuple):
    """One thing that is wrong with an input: where it stands, what is wrong and what to do.

    >>> str(Fault(Place("flows.yaml", 3, 5), "purpos is not a known field."))
    'flows.yaml:3:5 purpos is not a known field.'
    """

    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.place} {self.message}"


class AuditError(Exception):
    """Anything that the workbench itself raises."""


class InputError(AuditError):
    """What was given cannot be read.

    Parameters
    ----------
    faults
        Every fault that was found, in the order of the input; at least one.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    @classmethod
    def at(cls, file: str, message: str, line: int = 0, column: int = 0) -> InputError:
        """Return the error for one fault."""
        return cls([Fault(Place(file, line, column), message)])


class MapError(InputError):
    """A data map cannot be read."""


class NoticeError(InputError):
    """A privacy notice cannot be read."""


class ChangeError(InputError):
    """A change cannot be read, or cannot be made to this map."""


class ParameterError(InputError):
    """An option or a report parameter is unknown or has a wrong value."""


class OutputError(AuditError):
    """A file could not be written; nothing is left under its final name."""


class ReportError(AuditError):
    """A report notebook failed while it ran."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint at the known word that is nearest, with a blank before it, or nothing.

    >>> did_you_mean("purpos", ("purpose", "party"))
    ' Did you mean "purpose"?'
    """
    near = get_close_matches(word.lower()[:80], list(known), n=1)
    return f' Did you mean "{near[0]}"?' if near else ""
