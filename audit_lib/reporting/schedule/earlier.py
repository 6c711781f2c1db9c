"""What an occasion is set against: the same case at the last good occasion of its job."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from ..order import Order
from ..runs import RUN_FILE
from .records import occasions


def last_good(folder: Path, before: str) -> str | None:
    """Return the name of the last occasion of a job, with all its cases, that ended well before another.

    >>> last_good(Path("no-such-job"), "2026-03-30T060000Z")
    """
    good = (one.occasion for one in occasions(folder) if one.outcome == "finished" and not one.cases)
    return next((name for name in good if name < before), None)


def with_previous(orders: Sequence[Order], root: Path, before: str | None) -> list[Order]:
    """Return runs with the folder of the same case and report at an earlier occasion, where it has one.

    Whether that run can be used (same map, findings as they were written) is for the maker of runs to see.

    >>> with_previous([], Path("runs"), None)
    []
    """
    return [order._replace(previous=_previous(order, root, before)) for order in orders]


def _previous(order: Order, root: Path, before: str | None) -> str | None:
    if before is None:
        return None
    job, _, case, report = PurePosixPath(order.folder).parts
    folder = root / PurePosixPath(job, before, case, report)
    return folder.as_posix() if (folder / RUN_FILE).is_file() else None
