"""Other machines that make the runs of a sweep: a dask cluster takes them orders and brings back files.

An order takes along all that it reads, and a run comes back as bytes: no disk is shared, and nothing is left
on a machine. On each, runs are made by processes as here, forked from one server a machine. What a machine
has must be what this one has (code, packages, Python), for a run shall be the same wherever it is made.

A secret is not taken along: the machine on which a run is made looks up its reference, in its own
environment (`env:NAME`) or among its own files (`file:PATH`; the path must be absolute, for a run stands in a
folder of its own there).

A cluster that is made for a sweep is in its process and listens nowhere. One that is named runs whatever it
is sent: name one only that nobody else can reach, or whose connections are encrypted (`tls://`, with the
certificates that dask is configured with).
"""

from __future__ import annotations

import atexit
import logging
import queue
import socket
import threading
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..errors import AuditError, ReportError
from .checking import Checked
from .choice import Engine, choose
from .claims import work_folder
from .origin import revisions_of
from .outcome import Failure
from .parcel import Parcel, differences, pack
from .worker import Answer, Task
from .workers import Done, Worker

if TYPE_CHECKING:
    from distributed import Client, Future, SpecCluster

#: How long a cluster may take to answer (seconds).
_ANSWERING: Final = 30

#: How many more runs than processes are given to a cluster, so that none waits for its next.
_MORE: Final = 2

_own = threading.local()
_one_at_a_time = threading.Lock()
_workers: list[Worker] = []
_folders = ExitStack()


class Cluster:
    """A crew of the processes of a dask cluster.

    Parameters
    ----------
    scheduler
        Its address; without it, a cluster of processes of this machine is made, and ended again. Nobody but
        this process can reach that one.
    many
        How many processes such a cluster has.
    limit
        How long a run may take (seconds).

    Raises
    ------
    ReportError
        If dask is not installed, or nobody answers at the address.
    """

    def __init__(self, scheduler: str | None, many: int, limit: float) -> None:
        self.done: queue.SimpleQueue[Done] = queue.SimpleQueue()
        self._limit = limit
        self._open = ExitStack()
        self._revisions = cache(revisions_of)
        self._client = self._joined(scheduler, many)
        self._asked: dict[str, Future[Answer]] = {}

    def _joined(self, scheduler: str | None, many: int) -> Client:
        try:
            from distributed import Client  # noqa: PLC0415 - an extra
        except ImportError as error:
            message = "a cluster needs dask; install it with `pip install 'privacy-audit-workbench[dask]'`"
            raise ReportError(message) from error
        try:
            where = scheduler or self._opened_here(many)
            client: Client = self._open.enter_context(Client(where, timeout=_ANSWERING, set_as_default=False))
        except (OSError, ValueError, TimeoutError) as error:
            self._open.close()
            told = str(error) or type(error).__name__
            raise ReportError(f"{scheduler or 'a cluster here'}: no cluster answers: {told}") from error
        return client

    def _opened_here(self, many: int) -> SpecCluster:
        cluster: SpecCluster = self._open.enter_context(_cluster_here(many))
        self._open.callback(_leave)  # before the threads are waited for, which wait for these processes
        return cluster

    @property
    def width(self) -> int:
        """How many runs the cluster is given at once; machines that join later are counted too."""
        threads: list[int] = list(self._client.nthreads().values())
        return max(1, sum(threads)) + _MORE

    def submit(self, place: str, task: Task, checked: Checked) -> None:
        """Have a run made by whichever machine is free."""
        revisions = self._revisions(checked.job.notebook.parent, Path(checked.order.map_folder))
        parcel = pack(checked, Path(task.final))
        task = task._replace(files=None, revisions=revisions)
        future = self._client.submit(
            carry_out, parcel, task, self._limit, pure=False, priority=-len(self._asked)
        )
        self._asked[place] = future
        future.add_done_callback(lambda done: self._take(place, done))

    def _take(self, place: str, future: Future[Answer]) -> None:
        """Take note of what became of a run; a machine that dies hands it to the next, within reason."""
        try:
            answer = future.result(timeout=_ANSWERING)
        except Exception as error:  # whatever dask and what it runs raise
            cause = " ".join(f"the cluster could not make it: {type(error).__name__}: {error}".split())
            answer = Answer({}, Failure(0, "", cause, ""))
        self._asked.pop(place, None)
        self.done.put(Done(place, answer))

    def close(self, *, now: bool = False) -> None:
        """Leave the cluster; `now`, without what it is doing."""
        if now:
            for future in list(self._asked.values()):
                future.cancel()
        self._open.close()


def _cluster_here(many: int) -> SpecCluster:
    """Return a cluster of this machine that nobody but this process can reach.

    Its scheduler and its threads are in this process and speak without a socket, so no other account can send
    it work; each thread drives a process that makes runs. It shows no pages about what it does.
    """
    import dask  # noqa: PLC0415 - an extra
    from distributed import Scheduler, SpecCluster  # noqa: PLC0415
    from distributed import Worker as Threads  # noqa: PLC0415

    quiet: dict[str, list[str]] = {f"distributed.{part}.http.routes": [] for part in ("scheduler", "worker")}
    alone = {"protocol": "inproc://", "dashboard": False, "dashboard_address": "127.0.0.1:0"}
    threads = {"cls": Threads, "options": {**alone, "nthreads": many, "memory_limit": 0}}
    with dask.config.set(quiet):
        scheduler = {"cls": Scheduler, "options": alone}
        cluster = SpecCluster(workers={0: threads}, scheduler=scheduler, silence_logs=logging.WARNING)
    cluster.sync(_stop_pages, cluster)
    return cluster


async def _stop_pages(cluster: SpecCluster) -> None:
    """Close the servers of pages, which dask starts even where there are none."""
    for node in (cluster.scheduler, *cluster.workers.values()):
        node.http_server.stop()


def carry_out(parcel: Parcel, task: Task, limit: float) -> Answer:
    """Make a run on the machine that this is called on, in a process of its own, and return its files."""
    if other := differences(parcel.made_with):
        told = (
            f"{socket.gethostname()} has other versions: {'; '.join(other)}; install the same on all machines"
        )
        return Answer({}, Failure(0, "", told, ""))
    try:
        task = task._replace(order=parcel.order, files=parcel.files, engine=_engine())
        return _worker().ask(task, limit)
    except AuditError as error:
        return Answer({}, Failure(0, "", f"{socket.gethostname()}: {error}", ""))


def _engine() -> Engine:
    return choose(None, many=2).engine


def _worker() -> Worker:
    """Return the process that makes runs for this thread of the cluster's process."""
    if not hasattr(_own, "worker"):
        with _one_at_a_time:
            folder, hold = _work()
            _own.worker = Worker(folder, hold)
            _workers.append(_own.worker)
    return _own.worker  # type: ignore[no-any-return]


@cache
def _work() -> tuple[Path, int | None]:
    """Return the folder for what is temporary on this machine; it goes with this process at the latest."""
    return _folders.enter_context(work_folder(None))


@atexit.register
def _leave() -> None:
    """End the processes that this one has started, whatever they are doing, and take their folder away."""
    while _workers:
        _workers.pop().close(now=True)
    _folders.close()
    _work.cache_clear()
