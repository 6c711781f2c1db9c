"""The runs of an occasion, made by a sweep; one whose map cannot be read keeps no other from being made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ...errors import InputError
from ..checking import Readers, check
from ..order import Order
from ..sweep import run_sweep
from ..swept import Failed, Step, Swept
from .cases import short_cause

#: How a cluster is named in place of this machine: the address of its scheduler may follow.
DASK = "dask"


def run_occasion(
    orders: Sequence[Order],
    root: Path,
    *,
    workers: int | None,
    on: str,
    progress: Callable[[Step], None],
) -> Swept:
    """Make the runs of an occasion that are not whole yet; an order that cannot be carried out is a failure.

    Parameters
    ----------
    orders, root, workers
        As `run_sweep` has them.
    on
        "here", "dask", or "dask=" and the address of a scheduler.
    progress
        Told each time that a run is settled.

    >>> run_occasion([], Path("reports/runs"), workers=1, on="here", progress=print).made
    ()
    """
    readers, usable, missed = Readers(), list[Order](), list[Failed]()
    for order in orders:
        try:
            check(order, readers)
            usable.append(order)
        except InputError as error:
            missed.append(Failed(order.folder, short_cause(error)))
            progress(Step(order.folder, "failed", len(missed), len(orders), missed[-1].why))

    def told(step: Step) -> None:
        progress(step._replace(done=len(missed) + step.done, of=len(orders)))

    cluster, _, address = on.partition("=")
    swept = run_sweep(
        usable,
        root,
        workers=workers,
        on="dask" if cluster == DASK else "here",
        scheduler=address or None,
        progress=told,
        readers=readers,
    )
    return swept._replace(failed=(*missed, *swept.failed))
