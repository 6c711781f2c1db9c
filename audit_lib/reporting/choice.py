"""Which engine runs the notebooks: the stock one of papermill, or the one that forks them from a server."""

from __future__ import annotations

import os
from typing import Final, Literal, NamedTuple

from ..errors import ParameterError, did_you_mean
from .warm import linux

Engine = Literal["stock", "warm"]

#: The variable of the environment that chooses the engine where nobody else does.
SETTING: Final = "PRIVACY_AUDIT_ENGINE"

#: How many notebooks it takes for the start of a server to be worth its while.
_SEVERAL: Final = 2

_OWN: Final = "Each notebook runs in a kernel of its own"


class Chosen(NamedTuple):
    """The engine that is taken, and why it is not the one that was asked for, if so."""

    engine: Engine
    why: str | None = None


def choose(wanted: str | None = None, many: int = 1) -> Chosen:
    """Return the engine for so many notebooks: what is asked for, if it works here.

    It is asked for here or in the environment. Where nobody asks, several are run by the warm one. A single
    one is run by the stock engine unless a server is there, for starting one takes longer than it saves.

    Raises
    ------
    ParameterError
        If there is no engine of that name.

    Examples
    --------
    >>> choose("stock")
    Chosen(engine='stock', why=None)
    >>> choose("worm")
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: engine No engine is called "worm". Did you mean "warm"? Known: ...
    """
    asked = _asked(wanted)
    if asked == "stock":
        return Chosen("stock")
    single = asked is None and many < _SEVERAL
    if reason := linux.hindrance():
        return Chosen("stock", None if single else f"{_OWN}: {reason}.")
    from .warm import caller  # noqa: PLC0415 - what it needs is on Linux only

    if single and not caller.is_there():
        return Chosen("stock")
    try:
        caller.ready()
    except linux.Hindered as hindered:
        return Chosen("stock", f"{_OWN}: {hindered}.")
    return Chosen("warm")


def choose_soon(wanted: str | None = None, many: int = 1) -> None:
    """Begin to start what `choose` will wait for, while this process does something else.

    Raises
    ------
    ParameterError
        If there is no engine of that name.

    >>> choose_soon("stock")
    """
    asked = _asked(wanted)
    if (asked == "warm" or (asked is None and many >= _SEVERAL)) and not linux.hindrance():
        from .warm import caller  # noqa: PLC0415 - what it needs is on Linux only

        caller.ready_soon()


def _asked(wanted: str | None) -> str | None:
    asked = wanted or os.environ.get(SETTING) or None
    if asked not in (None, "stock", "warm"):
        known = ("stock", "warm")
        message = f'No engine is called "{asked}".{did_you_mean(asked, known)} Known: {", ".join(known)}.'
        raise ParameterError.at("engine" if wanted else SETTING, message)
    return asked
