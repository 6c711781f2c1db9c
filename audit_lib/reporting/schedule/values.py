"""The values of a job, which are texts as they are written, as what each notebook declares."""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import Any, Final

from ...errors import Fault, ParameterError, Place, did_you_mean
from ...files.quoting import quoted
from ..parameters import Parameter, read_setting
from ..secret import is_secret

#: What a job says in a field of its own, and what runs are given by themselves.
OWN_FIELD: Final[Mapping[str, str]] = {
    "map": "stands beside parameters, not in them: write it there.",
    "notice": "stands beside parameters, not in them: write it there.",
    "as_of": "stands beside parameters, not in them: write it there.",
    "out": "is given by the schedule itself: take it out.",
    "earlier": "is given by the schedule itself, from the last good occasion: take it out.",
}


def typed(name: str, text: object, known: Mapping[str, Parameter], report: str) -> Any:
    """Return a value as the notebook declares it, read as ``privacy-audit report --set`` reads it.

    Raises
    ------
    ParameterError
        If the notebook has no such parameter, or the value does not fit it.

    >>> typed("unit", "007", {"unit": Parameter("unit", "", (str,))}, "risk")
    '007'
    >>> typed("top", "5", {"top": Parameter("top", 10, (int,))}, "risk")
    5
    """
    if isinstance(text, dict | list):
        shown = "Something else" if _is_secret(name, known) else quoted(text)
        raise _unfit(report, f"{shown} stands here; one value is wanted. Several go under sweep.")
    if name not in known:
        listed = ", ".join(sorted(set(known) - set(OWN_FIELD))) or "none"
        hint = did_you_mean(name, known)
        raise _unfit(report, f'The report "{report}" has no such parameter.{hint} It has: {listed}.')
    if text is None:
        if types.NoneType in known[name].accepts:
            return None
        raise _unfit(report, "is empty: fill it in, or leave the field out.")
    return _read(name, str(text), known, report)


def _read(name: str, text: str, known: Mapping[str, Parameter], report: str) -> Any:
    try:
        return read_setting(f"{name}={text}", known, report)[1]
    except ParameterError as error:
        if known[name].is_secret:  # what stands here may be the secret itself, and is not repeated
            raise _unfit(report, error.faults[0].message) from None
        what = f"{known[name].described()} in the report {report} cannot be {quoted(text)}."
        raise _unfit(report, what) from None


def _is_secret(name: str, known: Mapping[str, Parameter]) -> bool:
    return known[name].is_secret if name in known else is_secret(name)


def value_fault(name: str, text: object, known: Mapping[str, Parameter], report: str) -> str | None:
    """Return what is wrong with a value, or None.

    >>> value_fault("top", "five", {"top": Parameter("top", 10, (int,))}, "risk")
    'top (a whole number) in the report risk cannot be "five".'
    """
    try:
        typed(name, text, known, report)
    except ParameterError as error:
        return error.faults[0].message
    return None


def _unfit(report: str, message: str) -> ParameterError:
    return ParameterError([Fault(Place(report), message)])
