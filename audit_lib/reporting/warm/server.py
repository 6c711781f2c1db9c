"""The server: it has the libraries loaded, forks an interpreter for its owner, and leaves nothing behind.

It holds one thread and waits for one of three things: somebody connects, a child has ended, a caller has
gone. It ends with its last caller.
"""

from __future__ import annotations

import os
import select
import signal
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NoReturn

from ...errors import ReportError
from . import linux, wire

#: How long a caller that has connected may take to say what it wants (seconds).
_PATIENCE: Final = 5.0

#: How long what a notebook has left running may take to end when it is killed (seconds).
_DYING: Final = 5.0


@dataclass(eq=False)
class _Client:
    """A connection: that of a caller for as long as it may want something, or that of one run."""

    line: socket.socket
    process: int = 0
    files: list[int] = field(default_factory=list)


class Server:
    """Waits, forks, and cleans up; `serve` returns in a child, with what it is to do."""

    def __init__(
        self, listener: socket.socket, first: socket.socket, before_kernel: Callable[[], None] = lambda: None
    ) -> None:
        self._listener = listener
        self._before_kernel = before_kernel
        self._poll = select.epoll()
        self._events: dict[int, Callable[[], Any]] = {}
        self._clients: set[_Client] = set()
        self._forked: tuple[dict[str, Any], list[int]] | None = None
        self._watch(listener.fileno(), select.EPOLLIN, self._accept)
        self._keep(_Client(first))

    def serve(self) -> tuple[dict[str, Any], list[int]] | None:
        """Serve until the last caller has gone: None then; in a child, what was asked, and files."""
        while self._clients:
            for file, _ in self._poll.poll():
                if file in self._events:  # what happened before may have closed it
                    self._events[file]()
                if self._forked:
                    return self._forked
        return None

    def abandon(self) -> None:
        """Close, in a child, what is the server's: nothing is unregistered, for the registry is shared."""
        for client in self._clients:
            for file in client.files:
                os.close(file)
            client.line.close()
        self._poll.close()
        self._listener.close()

    def _watch(self, file: int, events: int, then: Callable[[], Any]) -> None:
        self._events[file] = then
        self._poll.register(file, events)

    def _accept(self) -> None:
        line, _ = self._listener.accept()
        line.settimeout(_PATIENCE)
        files: list[int] = []
        try:
            if wire.peer(line)[1] != os.getuid():
                raise PermissionError("this is another user")
            asked, _, files = wire.receive(line)
            line.settimeout(None)
            if asked["want"] == "lease":
                wire.send(line, {"server": os.getpid()})
                self._keep(_Client(line))
            else:
                self._fork(line, asked, files)
        except (OSError, EOFError, ValueError, KeyError):  # whoever it was is gone, or is none of ours
            line.close()
        finally:
            if not self._forked:
                for file in files:
                    os.close(file)

    def _fork(self, line: socket.socket, asked: dict[str, Any], files: list[int]) -> None:
        if asked["want"] == "kernel":
            self._before_kernel()
        process = os.fork()
        if process == 0:
            self._forked = asked, files
            return
        client = _Client(line, process)
        self._keep(client)
        ended = os.pidfd_open(process)
        client.files.append(ended)
        self._watch(ended, select.EPOLLIN, lambda: self._ended(client))
        with suppress(OSError):  # a caller that is gone is noticed when we wait again
            wire.send(line, {"process": process})

    def _keep(self, client: _Client) -> None:
        """Notice when a caller closes its connection, or dies while somebody else holds a copy of it."""
        self._clients.add(client)
        self._watch(client.line.fileno(), select.EPOLLRDHUP, lambda: self._left(client))
        with suppress(OSError):  # it is gone already, which the connection tells
            caller = os.pidfd_open(wire.peer(client.line)[0])
            client.files.append(caller)
            self._watch(caller, select.EPOLLIN, lambda: self._left(client))

    def _left(self, client: _Client) -> None:
        if not client.process:
            self._forget(client)
        else:
            for file in self._files(client):  # what remains to be waited for is the end of the child
                if file != client.files[-1]:
                    self._unwatch(file)
            with suppress(ProcessLookupError):
                os.kill(client.process, signal.SIGKILL)

    def _ended(self, client: _Client) -> None:
        """Take note of the end of a child, end what it has left running, tell the caller how it ended."""
        _, status = os.waitpid(client.process, 0)
        self._end_strays()
        with suppress(OSError):
            client.line.settimeout(_PATIENCE)
            wire.send(client.line, {"exit": os.waitstatus_to_exitcode(status)})
        self._forget(client)

    def _end_strays(self) -> None:
        """Kill what a child has left: it has become a child of ours, for a child takes in its own orphans."""
        until = time.monotonic() + _DYING
        while strays := set(linux.children()) - {client.process for client in self._clients}:
            for stray in strays:
                os.kill(stray, signal.SIGKILL)  # it is our child, so its number is nobody else's
                os.waitpid(stray, os.WNOHANG)
            if time.monotonic() > until:
                return  # nothing ends a process that hangs in the system; the next end of a child tries again
            time.sleep(0.001)

    def _files(self, client: _Client) -> list[int]:
        return [client.line.fileno(), *client.files]

    def _unwatch(self, file: int) -> None:
        if self._events.pop(file, None):
            self._poll.unregister(file)

    def _forget(self, client: _Client) -> None:
        for file in self._files(client):
            self._unwatch(file)
        for file in client.files:
            os.close(file)
        client.line.close()
        self._clients.discard(client)


def listen(path: Path) -> socket.socket:
    """Return a socket at that path, for its owner alone; it takes the place of one that is there."""
    listener = socket.socket(socket.AF_UNIX)
    aside = path.with_suffix(f".{os.getpid()}")
    umask = os.umask(0o177)
    try:
        listener.bind(str(aside))
    finally:
        os.umask(umask)
    listener.listen(256)
    aside.replace(path)
    return listener


def main(path: str, code: str, first: int) -> NoReturn:
    """Load, serve, end: `caller` starts this, and waits at the other end of `first` until all is loaded.

    Parameters
    ----------
    path
        Where to listen.
    code
        The fingerprint of the code that the caller knows.
    first
        The open socket of the caller that started the server.
    """
    from . import address, child, loaded  # noqa: PLC0415 - the libraries come with the shell, in its order

    lease = socket.socket(fileno=first)
    lease.set_inheritable(False)
    settings = dict(os.environ)  # as the caller gave it: a kernel that is made adds to it
    try:
        kernel = loaded.load()
        if address.fingerprint(settings) != code:
            raise ReportError("the code was edited while it was loaded")
    except Exception as error:
        print(f"{type(error).__name__}: {error}", file=sys.__stderr__, flush=True)
        os._exit(1)
    linux.take_in_orphans()
    kept = linux.open_files()
    listener = listen(Path(path))
    mark = Path(path).stat().st_ino
    wire.send(lease, {"server": os.getpid()})
    server = Server(listener, lease, loaded.load_debugger)
    asked = server.serve()
    if asked:
        server.abandon()
        child.live(kernel, *asked, keep=set(kept) - {first})
    with suppress(FileNotFoundError):
        if Path(path).stat().st_ino == mark:  # another server may have taken the place
            Path(path).unlink()
    os._exit(0)
