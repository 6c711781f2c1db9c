"""A forked interpreter as its caller holds it: the process, the line to it, and what it prints."""

from __future__ import annotations

import os
import select
import signal
import socket
from collections.abc import Mapping
from contextlib import suppress
from fcntl import F_SETPIPE_SZ, fcntl
from pathlib import Path
from typing import Any, Final, Literal

from . import caller, wire

Stream = Literal["stdout", "stderr"]
STREAMS: Final[tuple[Stream, Stream]] = ("stdout", "stderr")

#: How much may lie in a pipe before the notebook has to wait (bytes), where the system grants it.
_PIPE: Final = 1 << 20


class Running:
    """One notebook's interpreter; `close` ends it, with all that it has started."""

    def __init__(self, path: Path, environment: Mapping[str, str], folder: str) -> None:
        self.line, theirs = socket.socketpair()
        self.pipes, written = {}, []
        for name in STREAMS:
            self.pipes[name], end = _pipe()
            written.append(end)
        noted, self._noted = os.pipe()
        settings = {"environment": dict(environment), "folder": folder, "argv": ["ipykernel_launcher.py"]}
        try:
            handed = [*written, theirs.fileno(), noted]
            self.control, self.process = caller.fork("cells", path, handed, settings)
        except BaseException:
            self._close_ours()
            raise
        finally:
            theirs.close()
            for file in (*written, noted):
                os.close(file)
        self.exit: int | None = None

    def say(self, kind: str, number: str, content: Mapping[str, Any]) -> None:
        """Send a request; that nobody is there any more is found out by whoever waits for the answer."""
        with suppress(OSError):
            wire.send(self.line, {"type": kind, "id": number, "content": content})

    def note(self) -> None:
        """Let the notebook go on that has said something."""
        with suppress(OSError):
            os.write(self._noted, b"\0")

    def printed(self, name: Stream) -> bytes:
        """Return what has been printed since this was last asked."""
        pieces = []
        with suppress(BlockingIOError):
            while piece := os.read(self.pipes[name], _PIPE):
                pieces.append(piece)
        return b"".join(pieces)

    def alive(self) -> bool:
        """Whether the interpreter runs; `exit` holds its status, or minus the signal, once it does not."""
        return self.exit is None and not self.wait(0)

    def wait(self, seconds: float) -> bool:
        """Wait until the interpreter has ended and return whether it has."""
        if self.exit is None:
            self.exit = exit_told(self.control, seconds)
        return self.exit is not None

    def signal(self, number: int) -> None:
        """Send a signal to the interpreter and what it has started."""
        if self.alive():
            with suppress(ProcessLookupError):
                os.killpg(self.process, number)

    def close(self) -> None:
        """End the interpreter: the server kills it when it sees that nobody holds the other end."""
        self.control.close()
        self._close_ours()

    def _close_ours(self) -> None:
        self.line.close()
        for file in (*self.pipes.values(), self._noted):
            os.close(file)


def exit_told(control: socket.socket, seconds: float | None) -> int | None:
    """Return how a fork ended: its status, or minus the signal; None if it does not end in time."""
    if not select.select([control], [], [], seconds)[0]:
        return None
    try:
        return int(wire.receive(control).said["exit"])
    except (OSError, EOFError):  # the server itself has been killed, and the fork with it
        return -signal.SIGKILL


def _pipe() -> tuple[int, int]:
    read, write = os.pipe()
    os.set_blocking(read, False)
    with suppress(OSError):  # a user may only have so many large pipes
        fcntl(write, F_SETPIPE_SZ, _PIPE)
    return read, write
