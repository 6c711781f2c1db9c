"""A kernel that runs the cells of one notebook: ipykernel's own, but for how it is spoken to.

A kernel of Jupyter opens five ports and runs five threads. This one has one line to its caller and two pipes.
What it has to say goes over the line, one message at a time, and it waits until the caller has taken note;
what is printed goes into the pipes, where the output of libraries and of programs that it starts goes too.
So the caller, who empties the pipes before it takes note of a message, has everything in the order in which
it was done.
"""

from __future__ import annotations

import asyncio
import fcntl
import inspect
import io
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from types import ModuleType, SimpleNamespace
from typing import Any, cast

from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from jupyter_client.session import Session, extract_header, json_packer
from tornado.ioloop import IOLoop
from traitlets.config import Config

from . import wire


class Line:
    """The line to the caller, for every thread of the notebook and every process that it forks.

    It is dead until the fork: what libraries say while they are loaded, nobody hears.
    """

    def __init__(self) -> None:
        self.socket: socket.socket | None = None
        self._closed: socket.socket | None = None
        self._noted = self._turn = -1
        self._renew()

    def _renew(self) -> None:
        self._lock = threading.RLock()

    def open(self, line: int, noted: int) -> None:
        """Bring the line to life, with the file through which the caller says that it has taken note."""
        self.socket = socket.socket(fileno=line)
        self._noted = noted
        self._turn = os.memfd_create("turn")
        os.register_at_fork(after_in_child=self._renew)

    def say(self, said: dict[str, Any], blobs: Sequence[bytes | memoryview] | None = None) -> None:
        """Send a message and wait until the caller has taken note of it."""
        if self.socket is None:
            return
        whole = wire.packed(json_packer(said), blobs or ())
        with self._lock, self._alone():
            self.socket.sendall(whole)
            if not os.read(self._noted, 1):
                os._exit(0)  # the caller is gone, and with it whatever was to be done here

    def close(self) -> None:
        """Say nothing more, for nobody listens any more."""
        self._closed, self.socket = self.socket, None

    def farewell(self) -> None:
        """Tell the caller that everything is done that was to be done at the end."""
        if self._closed:
            with suppress(OSError):
                self._closed.sendall(wire.packed(b'{"type": "ended"}'))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep out processes that the notebook has forked, and an interruption half way through a message.

        The lock of a process that is killed falls by itself.
        """
        held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        fcntl.lockf(self._turn, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.lockf(self._turn, fcntl.LOCK_UN)
            signal.pthread_sigmask(signal.SIG_SETMASK, held)


class LineSession(Session):
    """Makes messages as Jupyter makes them and says them on the line, whatever socket they were meant for."""

    line: Line

    def send(  # type: ignore[override]  # what is left out here is for sockets
        self, _stream: Any, msg_or_type: Any, content: Any = None, parent: Any = None, *_: Any, **more: Any
    ) -> Any:
        """Send one message; the arguments are those of Jupyter."""
        message = msg_or_type
        if not isinstance(message, dict):
            message = self.msg(message, content, parent, more.get("header"), more.get("metadata"))
        said = {
            "type": message["header"]["msg_type"],
            "of": message["parent_header"].get("msg_id"),
            "content": message["content"],
            "metadata": message["metadata"],
        }
        self.line.say(said, more.get("buffers") or message.get("buffers"))
        return message


class PrintStream(io.TextIOBase):
    """Standard output or standard error of a notebook: text goes into a pipe at once, and `flush` says so.

    Before the fork it is there to be looked at, for libraries ask for its encoding; what is written is lost.
    """

    encoding = "UTF-8"

    def __init__(self, name: str, line: Line) -> None:
        self.name = name
        self._file = self._nowhere = -1
        self._line = line
        self._header: ContextVar[dict[str, Any]] = ContextVar("parent_header")
        self._last: dict[str, Any] = {}

    def open(self, file: int) -> None:
        """Begin to write to a copy of a file: a notebook that bends its output elsewhere still prints."""
        self._file = os.dup(file)
        self._nowhere = os.open(os.devnull, os.O_WRONLY)

    @property
    def parent_header(self) -> dict[str, Any]:
        """The cell that text belongs to; a thread that a cell has started prints in the cell that runs."""
        return self._header.get(self._last)

    def set_parent(self, parent: dict[str, Any]) -> None:
        """Say which cell is run."""
        self._last = extract_header(parent)
        self._header.set(self._last)

    def writable(self) -> bool:
        """Say that text can be written."""
        return True

    def fileno(self) -> int:
        """Return where a program writes that is handed this stream: not here, as in any kernel."""
        return self._nowhere

    def write(self, text: str) -> int:
        """Write text, unless it is of a cell that has ended; return its length."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        if self._file >= 0 and self.parent_header.get("msg_id") == self._last.get("msg_id"):
            rest = memoryview(text.encode("utf-8", "surrogateescape"))
            while rest:
                rest = rest[os.write(self._file, rest) :]
        return len(text)

    def flush(self) -> None:
        """Have what was written shown as an output of its own."""
        self._line.say({"type": "flush", "content": {"name": self.name}})


class CellKernel(IPythonKernel):
    """The kernel of one notebook; made before the fork, it comes to life after it."""

    line: Line
    app: IPKernelApp
    shell: Any
    session: Any
    io_loop: Any = None

    async def handle(self, request: dict[str, Any], blobs: list[bytes]) -> None:
        """Answer one request of the caller as a kernel answers it that heard it on a socket."""
        message = self.session.msg(request["type"], request["content"])
        message["header"]["msg_id"] = message["msg_id"] = request["id"]
        message["buffers"] = blobs
        self.set_parent([], message)  # type: ignore[no-untyped-call]
        self.pre_handler_hook()  # type: ignore[no-untyped-call]
        try:
            answered = self.shell_handlers[request["type"]](None, [], message)
            if inspect.isawaitable(answered):
                await answered
        finally:
            self.post_handler_hook()  # type: ignore[no-untyped-call]


def make_kernel() -> CellKernel:
    """Return a kernel as a fresh one is, with nobody at the other end yet: no thread, no socket, no file.

    What ipykernel does when it starts is done in the same order, except that no history is kept on the disk
    and that neither the settings nor the start-up files of the user's profile are read: a report is the same
    whoever runs it.
    """
    app = IPKernelApp.instance(config=Config({"HistoryManager": {"hist_file": ":memory:"}}))
    app.init_crash_handler()
    app.init_pdb()
    app.configure_tornado_logger()
    session = LineSession(parent=app)
    session.line = Line()
    sys.stdout, sys.stderr = PrintStream("stdout", session.line), PrintStream("stderr", session.line)
    with _no_debugger():
        kernel = CellKernel.instance(parent=app, session=session, log=app.log, user_ns=None)
    kernel.line, kernel.app, app.kernel = session.line, app, kernel
    app.init_path()
    app.init_shell()
    app.init_gui_pylab()  # before matplotlib is imported: it asks for its backend then
    app.init_extensions()
    kernel.shell.user_ns_hidden.update(kernel.shell.user_ns)
    return kernel


@contextmanager
def _no_debugger() -> Iterator[None]:
    """Leave out the debugger of JupyterLab: a report has nobody who would use it, and it takes 0.5 s."""
    sys.modules["debugpy"] = cast("ModuleType", None)  # Python's way to say that there is no such module
    try:
        yield
    finally:
        del sys.modules["debugpy"]


def serve(kernel: CellKernel, line: int, noted: int) -> None:
    """Run cells until the caller has no more, or the notebook ends itself."""
    kernel.line.open(line, noted)
    for stream, file in ((sys.stdout, 1), (sys.stderr, 2)):
        cast("PrintStream", stream).open(file)
    sys.displayhook = kernel.shell.displayhook
    kernel.shell.init_environment()
    kernel.app.init_gui_pylab()
    kernel.app.patch_io()
    kernel.app.init_signal()
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    kernel.io_loop = IOLoop.current()
    # ipykernel asks which thread takes requests, to know whether a signal can interrupt an `await`: this one.
    kernel.shell_channel_thread = SimpleNamespace(parent_thread=threading.current_thread())
    work = loop.create_task(_work(kernel, loop))
    work.add_done_callback(lambda _: loop.stop())
    loop.run_forever()
    kernel.line.close()
    if work.done():
        work.result()


async def _work(kernel: CellKernel, loop: asyncio.AbstractEventLoop) -> None:
    """Take requests one by one; while none comes, what a notebook has left in the loop goes on."""
    line = kernel.line.socket
    assert line is not None  # noqa: S101 - it was opened just now
    while True:
        coming = loop.create_future()
        loop.add_reader(line.fileno(), _settle, coming)
        await coming
        loop.remove_reader(line.fileno())
        try:
            request, blobs, _ = wire.receive(line)
        except (EOFError, OSError):
            return
        if request["type"] == "end":
            return
        await kernel.handle(
            request, blobs
        )  # in one task: what a cell sets in its context, the next one finds


def _settle(coming: asyncio.Future[None]) -> None:
    if not coming.done():
        coming.set_result(None)
