"""Ids of findings as a person types them: whole, or shortened as far as they stay unambiguous."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from ...errors import Fault, ParameterError, Place, did_you_mean

#: The least of the hash at the end of an id that stands for the id.
SHORTEST_HASH: Final = 4

#: How many ids a message lists.
MOST_LISTED: Final = 5


def whole_ids(
    given: Sequence[str],
    known: Iterable[str],
    what: str = "finding of the map",
    hint: Callable[[str], str] | None = None,
) -> list[str]:
    """Return the ids that are meant, each once: by the start of the id, or of the hash at its end.

    `hint` says of an id that fits none where else to look for it, or nothing.

    Raises
    ------
    ParameterError
        With a fault for each that fits none or several.

    >>> ids = ["no-version-40a13728", "no-purpose-40b2ffff", "no-version-x-9f9f9f9f"]
    >>> whole_ids(["no-p", "40a1", "no-version-40a13728"], ids)
    ['no-purpose-40b2ffff', 'no-version-40a13728']
    >>> whole_ids(["no-v"], ids)
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: no-v This fits 2: no-version-40a13728, no-version-x-9f9f9f9f. ...
    """
    listed = list(dict.fromkeys(known))
    found: dict[str, None] = {}
    faults = []
    for typed in given:
        fitting = [typed] if typed in listed else [one for one in listed if _fits(typed, one)]
        if len(fitting) == 1:
            found[fitting[0]] = None
            continue
        if fitting:
            rest = len(fitting) - MOST_LISTED
            names = ", ".join(fitting[:MOST_LISTED]) + (f" and {rest} more" if rest > 0 else "")
            message = f"This fits {len(fitting)}: {names}. Write more of it."
        else:
            elsewhere = hint(typed) if hint else ""
            message = f"No {what} has this id.{elsewhere or did_you_mean(typed, listed)}"
        faults.append(Fault(Place(typed or '""'), message))
    if faults:
        raise ParameterError(faults)
    return list(found)


def _fits(typed: str, known: str) -> bool:
    if not typed:
        return False
    hashed = known.rpartition("-")[2]
    return known.startswith(typed) or (len(typed) >= SHORTEST_HASH and hashed.startswith(typed))
