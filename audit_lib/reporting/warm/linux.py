"""The few things that only Linux can do: to die with a parent, to take in orphans, to be the first to go."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from pathlib import Path
from typing import Final

from ...errors import ReportError

_SET_DEATH_SIGNAL: Final = 1
_SET_SUBREAPER: Final = 36

#: Where the system says which processes are the children of this one.
_CHILDREN: Final = Path("/proc/thread-self/children")


class Hindered(ReportError):  # noqa: N818 - it says why a slower way is taken, and is shown as a warning
    """No interpreter can be forked; the message says why."""


def hindrance() -> str | None:
    """Return why no interpreter can be forked here, or None if nothing stands in the way.

    >>> hindrance() is None or "Linux" in hindrance()
    True
    """
    if sys.platform != "linux":
        return "interpreters are forked on Linux only"
    if not (_CHILDREN.exists() and hasattr(os, "pidfd_open")):
        return "this Linux does not tell the children of a process, so none could be cleaned up"
    return None


def die_with_parent() -> None:
    """Have the system kill this process when its parent ends, in whatever way."""
    _process_control(_SET_DEATH_SIGNAL, signal.SIGKILL)


def take_in_orphans() -> None:
    """Become the parent of every process below this one whose own parent ends."""
    _process_control(_SET_SUBREAPER, 1)


def children() -> list[int]:
    """Return the processes whose parent is this one; only a process of a single thread is told all.

    >>> os.getpid() in children()
    False
    """
    return [int(child) for child in _CHILDREN.read_text(encoding="ascii").split()]


def threads() -> int:
    """Return how many threads this process has, those of libraries included.

    >>> threads() >= 1
    True
    """
    return sum(1 for _ in Path("/proc/self/task").iterdir())


def open_files() -> list[int]:
    """Return the files that this process has open.

    >>> set(open_files()) >= {0, 1, 2}
    True
    """
    return [file for name in list(Path("/proc/self/fd").iterdir()) if _is_open(file := int(name.name))]


def _is_open(file: int) -> bool:
    try:
        os.fstat(file)
    except OSError:  # the one that the listing itself was read through
        return False
    return True


def _process_control(option: int, value: int) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(option, value, 0, 0, 0):
        code = ctypes.get_errno()
        raise ReportError(f"prctl {option}: {os.strerror(code)}")
