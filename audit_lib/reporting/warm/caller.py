"""How a caller gets a forked interpreter: it finds the server of its own code, or starts it, and asks."""

from __future__ import annotations

import fcntl
import os
import resource
import select
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

from ...errors import ReportError
from . import address, linux, wire
from .linux import Hindered

#: How long a server may take to load everything (seconds), on a machine that is busy.
_LOADING: Final = 120.0

#: How long a server may take to answer once it has loaded (seconds).
_ANSWERING: Final = 30.0

_START: Final = """\
import sys
if sys.path[0] == "":
    del sys.path[0]
sys.path.insert(0, {root!r})
from audit_lib.reporting.warm.server import main
sys.path.remove({root!r})
main({path!r}, {code!r}, {first})
"""


class _Lease(NamedTuple):
    """What keeps a server alive: the connection, where the server listens, the process that holds it."""

    line: socket.socket
    path: Path
    process: int


_held: _Lease | None = None
_started_here: list[subprocess.Popen[bytes]] = []
_one_at_a_time = threading.Lock()


def ready() -> Path:
    """Return where a server listens that has loaded the code as it is now; it is started if there is none.

    It stays for as long as this process lives, or until the code is edited.

    Raises
    ------
    Hindered
        If there can be none: the system is not Linux, or the server does not start.
    """
    global _held  # noqa: PLW0603 - a process holds one lease
    if reason := linux.hindrance():
        raise Hindered(reason)
    with _one_at_a_time:
        environment = address.environment()
        code = address.fingerprint(environment)
        path = _folder() / f"{code}.sock"
        if _held and _held.process == os.getpid():
            if _held.path == path and _is_open(_held.line):
                return path
            _held.line.close()
        _held = _Lease(_joined(path) or _started(path, code, environment), path, os.getpid())
        return path


def is_there() -> bool:
    """Whether a server is there that has loaded the code as it is now; none is started.

    >>> is_there() in (True, False)
    True
    """
    if linux.hindrance():
        return False
    try:
        line = _connected(_folder() / f"{address.fingerprint(address.environment())}.sock")
    except (OSError, Hindered):
        return False
    line.close()
    return True


def ready_soon() -> None:
    """Begin to start the server while this process does something else, such as to import papermill.

    Why there can be none is told by `ready`, which waits for what was begun here.
    """

    def begin() -> None:
        with suppress(Hindered):
            ready()

    threading.Thread(target=begin, name="the server starts", daemon=True).start()


def fork(
    want: str, path: Path, files: Sequence[int], settings: Mapping[str, Any]
) -> tuple[socket.socket, int]:
    """Have the server fork, and return the connection that tells of the end of the fork, and its process.

    Parameters
    ----------
    want
        "cells" for a notebook whose cells come over the line, "kernel" for a kernel with sockets of its own.
    path
        What `ready` has returned.
    files
        What the fork writes to as standard output and error, and for cells the line.
    settings
        Its `environment`, `folder` and `argv`.

    Raises
    ------
    Hindered
        If the server is gone.
    """
    try:
        line = _connected(path)
        wire.send(line, {"want": want, **settings, **_handed_on()}, files)
        told = wire.receive(line).said
    except (OSError, EOFError) as error:
        raise Hindered(f"the server has gone: {error}") from error
    line.settimeout(None)
    return line, told["process"]


def _handed_on() -> dict[str, Any]:
    umask = os.umask(0o077)
    os.umask(umask)
    numbers = {getattr(resource, name) for name in dir(resource) if name.startswith("RLIMIT_")}
    return {"umask": umask, "limits": {number: resource.getrlimit(number) for number in numbers}}


def _folder() -> Path:
    try:
        return address.private_folder()
    except (ReportError, OSError) as error:
        raise Hindered(str(error)) from error


def _connected(path: Path) -> socket.socket:
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(_ANSWERING)
    try:
        line.connect(str(path))
        if wire.peer(line)[1] != os.getuid():
            raise PermissionError("the server is of another user")
    except BaseException:
        line.close()
        raise
    return line


def _joined(path: Path) -> socket.socket | None:
    """Return a lease on the server that is there, or None if there is none."""
    try:
        line = _connected(path)
    except OSError:
        return None
    try:
        wire.send(line, {"want": "lease"})
        wire.receive(line)
    except (OSError, EOFError):  # it was about to end
        line.close()
        return None
    return line


def _started(path: Path, code: str, environment: Mapping[str, str]) -> socket.socket:
    """Start a server, unless another caller has while we waited for our turn, and return a lease on it."""
    with (path.parent / "start.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        line = _joined(path)
        if line is None:
            line = _launched(path, code, environment)
    return line


def _launched(path: Path, code: str, environment: Mapping[str, str]) -> socket.socket:
    here, there = socket.socketpair()
    root = str(Path(address.__file__).parents[3])
    start = _START.format(root=root, path=str(path), code=code, first=there.fileno())
    with there, tempfile.TemporaryFile() as said:
        server = subprocess.Popen(  # noqa: S603 - this interpreter, and nothing that anybody typed
            [sys.executable, "-c", start],
            env=dict(environment),
            pass_fds=[there.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
            start_new_session=True,
            cwd="/",
        )
        there.close()
        here.settimeout(_LOADING)
        try:
            wire.receive(here)
        except (OSError, EOFError) as error:
            here.close()
            server.kill()
            server.wait()
            said.seek(0)
            lines = said.read().decode("utf-8", "replace").strip().splitlines()
            raise Hindered(f"the server did not start: {lines[-1] if lines else repr(error)}") from error
    _started_here.append(server)  # so that it is waited for when it has ended
    here.settimeout(None)
    return here


def _is_open(line: socket.socket) -> bool:
    """Whether the server at the other end is there: it says nothing more, so what can be read is its end."""
    with suppress(OSError, ValueError):
        return not select.select([line], [], [], 0)[0]
    return False
