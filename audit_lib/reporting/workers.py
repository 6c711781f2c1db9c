"""Processes of this machine that make the runs of a sweep, one at a time; one that dies is replaced."""

from __future__ import annotations

import itertools
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

from .outcome import now
from .worker import Answer, Task, answer_for_the_dead, receive, send

#: How long a process may take to end when nothing more is to be done (seconds).
_LEAVING: Final = 5.0

#: Tells the processes of this one apart; their folders have short names, for the sockets in them must.
_numbers = itertools.count(1)

_START: Final = """\
import sys
if sys.path[0] == "":
    del sys.path[0]
sys.path.insert(0, {root!r})
from audit_lib.reporting.worker import serve
sys.path.remove({root!r})
serve({work!r})
"""


class Done(NamedTuple):
    """A task that was given to a crew, and what became of it."""

    place: str
    answer: Answer


class Worker:
    """A process that makes runs; it is started with the first, and again after it has died.

    Parameters
    ----------
    work
        The folder for what is temporary.
    hold
        The open file by which that folder is held, if there is one.
    """

    def __init__(self, work: Path, hold: int | None) -> None:
        self._work, self._hold = work / f"w{next(_numbers)}", hold
        self._process: subprocess.Popen[bytes] | None = None
        self._closing = False

    def ask(self, task: Task, limit: float) -> Answer:
        """Have a run made and return what became of it; a process that dies or takes too long is a failure.

        The notebook of such a run is kept as far as it ran.

        Parameters
        ----------
        task
            The run.
        limit
            How long it may take (seconds).
        """
        process = self.start()
        assert process.stdin is not None  # noqa: S101 - both are pipes
        assert process.stdout is not None  # noqa: S101
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer, begun = threading.Timer(limit, end), now()
        timer.start()
        try:
            send(task, process.stdin)
            answer: Answer = receive(process.stdout)
        except (OSError, EOFError):
            answer = self._ended(task, process, limit if late.is_set() else None)
        finally:
            timer.cancel()
            timer.join()
        if late.is_set() and self._process:  # it answered at the last moment, and was ended all the same
            process.wait()
            self._process = None
        return answer._replace(begun=begun)

    def start(self) -> subprocess.Popen[bytes]:
        """Start the process if it does not run, so that it loads while something else is done; return it."""
        if self._process:
            return self._process
        self._work.mkdir(mode=0o700, exist_ok=True)
        root = str(Path(__file__).parents[2])
        start = _START.format(root=root, work=str(self._work))
        with self._said().open("wb") as said:
            self._process = subprocess.Popen(  # noqa: S603 - this interpreter, and nothing that anybody typed
                [sys.executable, "-c", start],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                start_new_session=True,  # Ctrl-C is for the caller, who ends this when it is time
                pass_fds=() if self._hold is None else (self._hold,),
            )
        if self._closing:
            self._process.kill()
        return self._process

    def _said(self) -> Path:
        return self._work / "said.txt"

    def _ended(self, task: Task, process: subprocess.Popen[bytes], limit: float | None) -> Answer:
        """Return what is known of a run whose process is gone, and take away what that has left."""
        process.kill()
        status = process.wait()
        self._process = None
        said = self._said().read_text(encoding="utf-8", errors="replace")[-20_000:]
        try:
            return answer_for_the_dead(task, self._work, _why(status, limit), said)
        finally:
            shutil.rmtree(self._work, ignore_errors=True)

    def close(self, *, now: bool = False) -> None:
        """End the process; `now`, whatever it is doing."""
        self._closing = True
        if (process := self._process) is None:
            return
        if now:
            process.kill()
        with suppress(OSError):
            process.stdin.close()  # type: ignore[union-attr]  # it is a pipe
        try:
            process.wait(_LEAVING)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class Here:
    """A crew of processes of this machine."""

    def __init__(self, many: int, limit: float, work: Path, hold: int | None) -> None:
        #: What has been done, in the order in which it was done.
        self.done: queue.SimpleQueue[Done | None] = queue.SimpleQueue()
        self._tasks: queue.SimpleQueue[tuple[str, Task] | None] = queue.SimpleQueue()
        self._workers = [Worker(work, hold) for _ in range(many)]
        self._limit = limit
        self._threads = [
            threading.Thread(target=self._drive, args=(worker,), daemon=True) for worker in self._workers
        ]
        for thread in self._threads:
            thread.start()

    @property
    def width(self) -> int:
        """How many runs can be made at once."""
        return len(self._workers)

    def submit(self, place: str, task: Task, _checked: Any) -> None:
        """Have a run made as soon as a process is free."""
        self._tasks.put((place, task))

    def _drive(self, worker: Worker) -> None:
        worker.start()
        while (asked := self._tasks.get()) is not None:
            place, task = asked
            self.done.put(Done(place, worker.ask(task, self._limit)))

    def close(self, *, now: bool = False) -> None:
        """End all processes; `now`, whatever they are doing."""
        for _ in self._threads:
            self._tasks.put(None)
        for worker in self._workers:
            worker.close(now=now)
        for thread in self._threads:
            thread.join(_LEAVING)


def as_many_as_processors() -> int:
    """Return how many processors this process may use.

    >>> as_many_as_processors() >= 1
    True
    """
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _why(status: int, limit: float | None) -> str:
    """Return why a process has ended, given its status, and the limit if it was ended for that."""
    if limit is not None:
        return f"it took longer than {_length(limit)}, and was ended"
    if status < 0:
        name = signal.Signals(-status).name
        return f"its process was ended by {name} (out of memory, or stopped from outside)"
    return f"its process ended by itself, with status {status}"


def _length(seconds: float) -> str:
    """Return a time in words.

    >>> _length(1800), _length(5)
    ('30 minutes', '5 seconds')
    """
    return f"{seconds / 60:g} minutes" if seconds >= 120 else f"{seconds:g} seconds"
