"""What a question may ask for: known ids, or an error that says which was meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from ..errors import Fault, ParameterError, Place, did_you_mean


class Asked(NamedTuple):
    """An id that somebody asked for: the parameter, the id or None, what is wanted and what there is."""

    parameter: str
    name: str | None
    wanted: str
    known: Collection[str]


def refuse_unknown(asked: Iterable[Asked]) -> None:
    """Raise one error for all ids that the map does not know, with the nearest known id.

    >>> refuse_unknown([Asked("data", "pasport", "data category", ("passport", "name"))])
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: data No data category has the id "pasport". Did you mean "passport"?
    """
    faults = [
        Fault(Place(one.parameter), _message(one))
        for one in asked
        if one.name is not None and one.name not in one.known
    ]
    if faults:
        raise ParameterError(faults)


def _message(one: Asked) -> str:
    return f'No {one.wanted} has the id "{one.name}".{did_you_mean(str(one.name), one.known)}'
