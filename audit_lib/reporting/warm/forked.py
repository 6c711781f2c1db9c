"""The manager and the client of a forked interpreter, as nbclient expects those of a kernel.

nbclient runs the notebook, as ever; it holds what makes outputs out of messages. What it is given here has no
sockets of ZeroMQ, no heartbeat and no polling.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import os
import signal
from contextlib import suppress
from pathlib import Path
from queue import Empty
from typing import Any, Final

from jupyter_client.manager import AsyncKernelManager

from . import caller
from .running import STREAMS, Running, Stream
from .wire import Unpacker

#: How long a notebook may take for what it has left to be done at its end (seconds); as Jupyter has it.
_LEAVING: Final = 5.0

_PIECE: Final = 1 << 20

#: What nbclient shows as printed before a cell ends at its time-out is what it had time to take note of.
_TURNS: Final = 1000


class WarmKernelManager(AsyncKernelManager):
    """Has an interpreter forked where a kernel would be started."""

    #: Where the server listens, where that is known already.
    server: Path | None = None
    _running: Running | None = None
    _client: CellClient | None = None

    @property
    def ipykernel(self) -> bool:
        """Say that no argument of ipykernel's command line is wanted: there is no command line."""
        return False

    @property
    def has_kernel(self) -> bool:
        """Whether there is an interpreter."""
        return self._running is not None

    async def start_kernel(self, **settings: Any) -> None:  # type: ignore[override]
        """Fork an interpreter with the environment (`env`) and in the folder (`cwd`) of the caller."""
        path = self.server or caller.ready()
        environment = settings.get("env") or os.environ
        self._running = Running(path, environment, str(settings.get("cwd") or Path.cwd()))

    def client(self, **_: Any) -> Any:
        """Return the client that nbclient speaks to."""
        assert self._running is not None  # noqa: S101 - nbclient starts first
        self._client = CellClient(self._running)
        return self._client

    async def is_alive(self) -> bool:  # type: ignore[override]
        """Whether the interpreter runs."""
        return self._running is not None and self._running.alive()

    async def interrupt_kernel(self) -> None:  # type: ignore[override]
        """Interrupt the cell that runs."""
        if self._running:
            self._running.signal(signal.SIGINT)

    async def shutdown_kernel(self, now: bool = False, restart: bool = False) -> None:  # type: ignore[override]  # noqa: ARG002
        """End the interpreter; unless `now`, let it do first what it has left to be done at its end."""
        if self._running and self._client and not now and self._running.alive():
            # Jupyter interrupts whatever is going on, and now and then what was to be done at the end.
            if self._client.waiting:
                self._running.signal(signal.SIGINT)
            self._running.say("end", "", {})
            await self._client.farewell(_LEAVING)
        await self.cleanup_resources()

    async def cleanup_resources(self, restart: bool = False) -> None:  # type: ignore[override]  # noqa: ARG002
        """Close everything; what still runs is killed."""
        if self._client:
            self._client.stop_channels()
            self._client = None
        if self._running:
            self._running.close()
            self._running = None


class _Channel:
    """Messages in the order in which they came, for nbclient to wait for."""

    def __init__(self, client: CellClient) -> None:
        self._client = client
        self.queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    async def get_msg(self, timeout: float | None = None) -> dict[str, Any]:
        """Return the next message.

        Raises
        ------
        Empty
            If none comes in time.
        """
        self._client.listen()
        try:
            return await asyncio.wait_for(self.queue.get(), timeout)
        except TimeoutError:
            await self._client.show_all()
            raise Empty from None


class CellClient:
    """Sends cells and takes note of what comes back: text over two pipes, everything else over a line."""

    allow_stdin = False

    def __init__(self, running: Running) -> None:
        self._running = running
        self._unpacker = Unpacker()
        self._printed: dict[Stream, bytearray] = {name: bytearray() for name in STREAMS}
        self._numbers = itertools.count(1)
        self._number = ""
        self._loop: asyncio.AbstractEventLoop | None = None
        #: Whether a request has not been answered.
        self.waiting = False
        self._leaving = False
        self._gone = asyncio.Event()
        self.shell_channel = _Channel(self)
        self.iopub_channel = _Channel(self)

    def start_channels(self) -> None:
        """Do nothing: the line is there."""

    def stop_channels(self) -> None:
        """Stop to listen."""
        self._stop_listening()

    def wait_for_ready(self, timeout: float | None = None) -> None:
        """Return at once: a fork is ready."""

    def is_alive(self) -> bool:
        """Whether the interpreter runs."""
        return self._running.alive()

    def kernel_info(self) -> str:
        """Ask for the language and its version; return the number of the request."""
        return self._ask("kernel_info_request", {})

    def execute(self, code: str, *, store_history: bool = True, **_: Any) -> str:
        """Have a cell run and return the number of the request.

        What was printed since the last cell belongs to none, and is dropped, as by any client of a kernel.
        That a cell has failed is for the caller to act on, so the kernel does not wait for it to.
        """
        for name in STREAMS:
            self._running.printed(name)
        content = {"code": code, "silent": False, "store_history": store_history, "allow_stdin": False}
        number = self._ask("execute_request", {**content, "user_expressions": {}, "stop_on_error": False})
        self._show("status", {"execution_state": "busy"})
        return number

    def _ask(self, kind: str, content: dict[str, Any]) -> str:
        self._number = f"{next(self._numbers)}"
        for channel in (self.shell_channel, self.iopub_channel):
            channel.queue = asyncio.Queue()
        self._running.say(kind, self._number, content)
        self.waiting = True
        return self._number

    def listen(self) -> None:
        """Take note of what comes until there is an answer, or nobody who could give one."""
        if self._loop or not self.waiting:
            return
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._running.line.fileno(), self._hear)
        self._loop.add_reader(self._running.control.fileno(), self._ended)
        for name in STREAMS:
            self._loop.add_reader(self._running.pipes[name], self._read, name)

    def _stop_listening(self) -> None:
        if self._loop and not self._loop.is_closed():
            lines = [self._running.line.fileno(), self._running.control.fileno()]
            for file in (*lines, *self._running.pipes.values()):
                self._loop.remove_reader(file)
        self._loop = None

    def _read(self, name: Stream) -> None:
        self._printed[name] += self._running.printed(name)

    def _hear(self) -> None:
        try:
            piece = self._running.line.recv(_PIECE)
        except ConnectionResetError:
            piece = b""
        if not piece and self._loop:  # nobody can say anything more; how it ended comes over the other line
            self._loop.remove_reader(self._running.line)
        for said, blobs in self._unpacker.feed(piece):
            self._take(said, blobs)
            self._running.note()

    def _take(self, said: dict[str, Any], blobs: list[bytes]) -> None:
        kind, content = said["type"], said.get("content", {})
        if kind == "ended":
            self._gone.set()
        elif kind == "flush":
            self._flush(content["name"])
        elif kind.endswith("_reply"):
            self._show("status", {"execution_state": "idle"})
            self.shell_channel.queue.put_nowait(_message(kind, content, said["of"]))
            self.waiting = False
            if not self._leaving:
                self._stop_listening()
        else:
            message = _message(kind, content, said["of"], said["metadata"], blobs)
            self.iopub_channel.queue.put_nowait(message)

    def _flush(self, name: Stream) -> None:
        self._read(name)
        text = self._printed[name].decode("utf-8", "replace")
        self._printed[name].clear()
        if text:
            self._show("stream", {"name": name, "text": text})

    def _show(self, kind: str, content: dict[str, Any]) -> None:
        self.iopub_channel.queue.put_nowait(_message(kind, content, self._number))

    def _ended(self) -> None:
        """Show what a notebook has printed that ends before its cell does; nbclient finds out by asking."""
        self._stop_listening()
        self.waiting = False
        self._gone.set()
        for name in STREAMS:
            self._flush(name)

    async def farewell(self, seconds: float) -> None:
        """Wait until the notebook has done what it had left for its end, or is dead, or has had its time."""
        self.waiting = self._leaving = True
        self.listen()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._gone.wait(), seconds)

    async def show_all(self) -> None:
        """Have everything shown that was printed, of a cell that will not end."""
        for name in STREAMS:
            self._flush(name)
        for _ in range(_TURNS):
            if self.iopub_channel.queue.empty():
                break
            await asyncio.sleep(0)


def _message(
    kind: str,
    content: dict[str, Any],
    of: str | None,
    metadata: dict[str, Any] | None = None,
    blobs: list[bytes] | None = None,
) -> dict[str, Any]:
    """Return a message as Jupyter puts it."""
    return {
        "header": {"msg_type": kind, "date": dt.datetime.now(dt.UTC)},
        "msg_type": kind,
        "parent_header": {"msg_id": of},
        "metadata": metadata or {},
        "content": content,
        "buffers": blobs or [],
    }
