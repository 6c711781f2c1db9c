"""The process that makes runs for a sweep: it is given one at a time, and gives back files.

What goes over its standard input and output is between a process and the one that started it, on one machine.
It ends when the other end closes, whatever it is doing: nothing goes on that nobody waits for.
"""

from __future__ import annotations

import datetime as dt
import os
import pickle
import queue
import secrets
import shutil
import struct
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

import nbformat

from ..errors import AuditError
from .checking import Checked, Readers, check
from .choice import Engine
from .order import READ_BY_REPORTS, Order
from .origin import Revisions
from .outcome import Failure
from .parcel import files_of, write_files
from .so_far import clear, left_in

#: How long a message is.
_HEAD: Final = struct.Struct("!Q")

#: Where, in the folder of a process, the notebook is kept that it runs.
_KEPT: Final = "so-far"

#: What is said of a run whose map was another at its end.
_EDITED: Final = "what it reads was edited while it was made; make it again"


class Task(NamedTuple):
    """A run to make: the order, the name its folder will have, its inputs, and files to make it from.

    Without files it is made from those of the folder in which the process was started. What comes from
    another machine brings its revisions along: where it is made there is no repository.
    """

    order: Order
    final: str
    inputs: str
    engine: Engine
    files: Mapping[str, bytes] | None = None
    revisions: Revisions | None = None


class Answer(NamedTuple):
    """What became of it: the files of the run; or why it failed, with what there is of it, and when it began.

    Without a `run.json` among the files the process was gone before it could write one.
    """

    files: Mapping[str, bytes]
    failure: Failure | None = None
    begun: dt.datetime | None = None


def answer_for_the_dead(task: Task, work: Path, cause: str, said: str) -> Answer:
    """Return what is known of a run that did not live to tell: its notebook as far as it ran, and its cell.

    Parameters
    ----------
    task
        The run.
    work
        The folder of the process that made it.
    cause, said
        Why it is gone, and the last that its process said.
    """
    found = left_in(work / _KEPT, Path(task.final))
    if found is None:
        return Answer({}, Failure(0, "", cause, said))
    files = {f"{task.order.report}.ipynb": nbformat.writes(found.notebook).encode("utf-8", "replace")}
    if not found.cell and found.after:
        cause = f"{cause.rstrip('.')}, after cell {found.after}"
    return Answer(files, Failure(found.cell, found.source, cause, said))


def send(said: Any, to: IO[bytes]) -> None:
    """Send a message to the process at the other end.

    >>> import io
    >>> send("a", pipe := io.BytesIO())
    >>> receive(io.BytesIO(pipe.getvalue()))
    'a'
    """
    whole = pickle.dumps(said)
    to.write(_HEAD.pack(len(whole)))
    to.write(whole)
    to.flush()


def receive(source: IO[bytes]) -> Any:
    """Wait for the next message and return it.

    Raises
    ------
    EOFError
        If the other end has closed.
    """
    head = source.read(_HEAD.size)
    if len(head) < _HEAD.size:
        raise EOFError("the other end has closed")
    size = _HEAD.unpack(head)[0]
    whole = source.read(size)
    if len(whole) < size:
        raise EOFError("the other end has closed")
    return pickle.loads(whole)  # noqa: S301 - from the process that started this one, or that it started


def serve(work: str) -> None:
    """Make runs until the other end closes.

    Parameters
    ----------
    work
        The folder for what is temporary.
    """
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anything prints here is no answer
    tasks: queue.SimpleQueue[Task] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, tasks.put), daemon=True).start()
    from . import making  # noqa: F401, PLC0415 - loaded before there is anything to do

    readers: tuple[Any, Readers] = None, Readers()
    while True:
        task = tasks.get()
        with _files_of_task(task, Path(work)):
            state = _state(task.order)
            readers = readers if readers[0] == state else (state, Readers())
            answer = _answered(task, readers[1], Path(work))
            if answer.failure is None and _state(task.order) != state:
                answer = Answer({}, Failure(0, "", _EDITED, ""))
        send(answer, answers)


def _listen(source: IO[bytes], take: Callable[[Any], None]) -> None:
    while True:
        try:
            take(receive(source))
        except EOFError:
            os._exit(0)  # nobody waits for what is being done


@contextmanager
def _files_of_task(task: Task, work: Path) -> Iterator[None]:
    """Stand in a folder with the files that came with a task, if any did."""
    if task.files is None:
        yield
        return
    here, folder = Path.cwd(), work / f"here-{secrets.token_hex(6)}"
    folder.mkdir(mode=0o700)
    try:
        write_files(task.files, folder)
        os.chdir(folder)
        yield
    finally:
        os.chdir(here)
        shutil.rmtree(folder, ignore_errors=True)


def _answered(task: Task, readers: Readers, work: Path) -> Answer:
    from .making import make  # noqa: PLC0415 - see above

    folder = work / f"{Path(task.final).name}-{secrets.token_hex(6)}.part"
    try:
        folder.mkdir(mode=0o700)
        checked: Checked = check(task.order, readers)
        previous = Path(task.order.previous) if task.order.previous else None
        outcome = make(
            checked, folder, Path(task.final), inputs=task.inputs, previous=previous,
            engine=task.engine, scratch=work, kept=work / _KEPT,
            revisions=task.revisions,
        )  # fmt: skip
        return Answer(files_of(folder), outcome.failure)
    except AuditError as error:
        return answer_for_the_dead(task, work, str(error), "")
    except Exception as error:  # one run that cannot be made keeps no other from being made
        cause = " ".join(f"{type(error).__name__}: {error}".split())
        return answer_for_the_dead(task, work, cause, traceback.format_exc())
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        clear(work / _KEPT)


def _state(order: Order) -> list[tuple[str, int, int, int]]:
    """Return what tells whether anything that an order reads was edited: names, times, sizes."""
    named = [order.parameters.get(name) for name in READ_BY_REPORTS]
    places = [order.map_folder, order.notice, order.notebooks, *named]
    found = []
    for place in (Path(place) for place in places if isinstance(place, str)):
        for path in [place, *(sorted(place.rglob("*")) if place.is_dir() else [])]:
            if path.is_file():
                state = path.stat()
                found.append((path.as_posix(), state.st_mtime_ns, state.st_size, state.st_ino))
    return found
