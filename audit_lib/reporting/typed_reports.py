"""Several reports as they are asked for at a terminal, all checked before the first of them is made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ..errors import InputError
from .checking import Checked, Readers, all_of, check
from .jobs import find_job
from .order import Order, as_seen_from_here
from .parameters import read_setting
from .refusals import refuse_outside
from .report import final_folder


def check_reports(
    names: Iterable[str],
    like: Order,
    settings: Sequence[str] = (),
    out: Path | None = None,
    wrong: Iterable[InputError] = (),
) -> list[Checked]:
    """Return the reports of a call checked, or raise one error with everything that is wrong with any.

    No kernel is started and nothing is written.

    Parameters
    ----------
    names
        The reports.
    like
        What all of them have in common: the map, the day, the notice, the formats.
    settings
        Further parameters as they are typed (`party=yardi`), which each of the reports must take.
    out
        Where the folders of the reports go, as for `run_report`.
    wrong
        What is known to be wrong with the call already; it is told first.

    Raises
    ------
    InputError
        The kind of it that all faults are of, else the general one; each fault once.

    >>> import datetime as dt
    >>> like = Order("", "data_maps/btr", dt.date(2026, 3, 31))
    >>> check_reports(["ropa", "rpoa"], like, ["parti=yardi"])
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: ropa No parameter is called "parti". Did you mean "party"? Known: ...
    report No report is called "rpoa". Did you mean "ropa"? Known: ...
    """
    readers, errors, found = Readers(), list(wrong), list[Checked]()
    plain = like._replace(
        map_folder=as_seen_from_here(Path(like.map_folder)).as_posix(),
        notice=as_seen_from_here(Path(like.notice)).as_posix() if like.notice is not None else None,
    )
    for name in names:
        order = plain._replace(report=name, parameters=_typed(name, settings, readers, errors))
        try:
            checked = check(order, readers)
            refuse_outside([order], final_folder(name, checked.data_map.info.id, out).parent)
        except InputError as error:
            errors.append(error)
        else:
            found.append(checked)
    if errors:
        raise all_of(errors)
    return found


def _typed(name: str, settings: Sequence[str], readers: Readers, errors: list[InputError]) -> dict[str, Any]:
    """Return the settings that fit a report, and add what is wrong with the others to the errors.

    That there is no such report, or that its notebook cannot be read, is told where the order is checked.
    """
    try:
        known = readers.notebook(find_job(name).notebook)
    except InputError:
        return {}
    found = {}
    for setting in settings:
        try:
            given, value = read_setting(setting, known, name)
        except InputError as error:
            errors.append(error)
        else:
            found[given] = value
    return found
