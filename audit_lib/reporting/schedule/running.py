"""The runs of an occasion, made by a sweep; one whose map cannot be read keeps no other from being made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

from ...errors import InputError
from ..order import Order, Readers, check
from ..sweep import run_sweep
from ..swept import Step as Settled
from .cases import short_cause
from .wanted import Missed, Runner, Step, Swept, Wanted

#: How a cluster is named in place of this machine: the address of its scheduler may follow.
DASK = "dask"


def runner(notebooks: Path | None = None) -> Runner:
    """Return what makes the runs of a sweep, for notebooks of the usual folder or of another.

    >>> callable(runner())
    True
    """

    def run(
        orders: Sequence[Wanted],
        root: Path,
        *,
        workers: int | None,
        on: str,
        progress: Callable[[Step], None],
    ) -> Swept:
        readers, usable, missed = Readers(), dict[str, Order](), list[Missed]()
        for wanted in orders:
            order = _order(wanted, notebooks)
            try:
                check(order, readers)
                usable[order.folder] = order
            except InputError as error:
                missed.append(Missed(wanted.folder, short_cause(error)))
                progress(Step(len(missed), len(orders), wanted.folder, "failed", missed[-1].cause))

        def told(step: Settled) -> None:
            folder = PurePosixPath(step.folder)
            progress(Step(len(missed) + step.done, len(orders), folder, step.outcome, step.why))

        cluster, _, address = on.partition("=")
        swept = run_sweep(
            tuple(usable.values()),
            root,
            workers=workers,
            on="dask" if cluster == DASK else "here",
            scheduler=address or None,
            progress=told,
            readers=readers,
        )
        failed = [Missed(PurePosixPath(one.folder), " ".join(one.why.split())) for one in swept.failed]
        return Swept(
            tuple(PurePosixPath(one.folder) for one in swept.made),
            tuple(PurePosixPath(one.folder) for one in swept.skipped),
            (*missed, *failed),
        )

    return run


def _order(wanted: Wanted, notebooks: Path | None) -> Order:
    return Order(
        wanted.report,
        wanted.map_folder.as_posix(),
        wanted.as_of,
        wanted.parameters,
        wanted.notice.as_posix() if wanted.notice else None,
        wanted.formats,
        wanted.folder.as_posix(),
        ", ".join(f"{name} {value}" for name, value in wanted.case.items()),
        str(notebooks) if notebooks else None,
        wanted.previous.as_posix() if wanted.previous else None,
    )
