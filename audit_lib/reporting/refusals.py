"""What may not be wanted: a place that a run cannot have, a format there is not, a file that is not there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from ..errors import Fault, OutputError, ParameterError, Place, did_you_mean
from .earlier import PARAMETER as EARLIER
from .final import place_in
from .order import FORMATS, GIVEN, READ_BY_REPORTS, VERSION, Order, text_of
from .origin import KEPT_BY_REPORTS


def refuse_outside(orders: Iterable[Order], root: Path) -> None:
    """Raise one error for every parameter by which a report would write anywhere but where it may.

    Runs are written below the output root. What a report keeps from run to run goes into a folder of the
    root whose name begins with a dot, as that of no run does.

    Raises
    ------
    ParameterError
        With a fault for each such folder.

    Examples
    --------
    >>> import datetime as dt
    >>> order = Order("evidence", "data_maps/btr", dt.date(2026, 3, 31), {"store": "../elsewhere"})
    >>> refuse_outside([order], Path("reports/btr"))
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: evidence: store ../elsewhere: a report keeps what it keeps in ...
    >>> refuse_outside([order._replace(parameters={"store": "reports/btr/.evidence"})], Path("reports/btr"))
    """
    faults = [
        Fault(
            Place(f"{order.report}: {name}"),
            f"{value}: a report keeps what it keeps in a folder of the output root that begins with a dot, "
            f"such as {root / '.evidence'}.",
        )
        for order in orders
        for name in KEPT_BY_REPORTS
        if (value := text_of(order.parameters, name)) and not _may_be_kept(root, Path(value))
    ]
    if faults:
        raise ParameterError(dict.fromkeys(faults))


def _may_be_kept(root: Path, folder: Path) -> bool:
    try:
        return place_in(root, folder).startswith(".")
    except OutputError:
        return False


def refuse_twice(order: Order) -> None:
    """Refuse further parameters that the order has a field of its own for."""
    twice = [given for given in order.parameters if given in GIVEN]
    if twice:
        raise ParameterError(
            Fault(Place(order.report), f'"{given}" has an option of its own; use that.') for given in twice
        )


def refuse_formats(order: Order) -> None:
    """Refuse formats that nothing is made in."""
    unknown = [name for name in order.formats if name not in FORMATS]
    if unknown:
        raise ParameterError(
            Fault(
                Place(order.report),
                f'No format is called "{name}".{did_you_mean(name, FORMATS)} Known: {", ".join(FORMATS)}.',
            )
            for name in unknown
        )


def refuse_place(order: Order) -> None:
    """Refuse a folder that is not below the output root, or has a name that is kept for something else."""
    place = PurePosixPath(order.place)
    parts = order.place.split("/")
    bad = place.is_absolute() or any(part.startswith(".") or not part.strip() for part in parts)
    if bad or any(sign in order.place for sign in "\\:\0\n\r"):
        message = (
            "A run goes into a folder below the output root: names with / between, none begins with a dot."
        )
        raise ParameterError.at(repr(order.place), message)
    if place.name.endswith(".failed"):
        raise ParameterError.at(order.place, "This name is kept for runs that fail; choose another.")


def refuse_absent(order: Order) -> None:
    """Refuse files that are not there, but for those that are read above, and say so themselves."""
    absent = [
        Fault(Place(f"{order.report}: {name}"), f"{value}: there is nothing of this name.")
        for name, value in order.parameters.items()
        if name in READ_BY_REPORTS and name not in (*GIVEN, EARLIER, VERSION)
        and isinstance(value, str) and not Path(value).exists()
    ]  # fmt: skip
    if absent:
        raise ParameterError(absent)
