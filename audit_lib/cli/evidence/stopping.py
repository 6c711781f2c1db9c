"""A comparison that is stopped, or that the disk has no room for, leaves nothing behind and says why."""

from __future__ import annotations

import errno
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final

from ...errors import OutputError
from ..faults import tell

#: What shells report for a program that was asked to end.
TERMINATED: Final = 143

_NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT)
_ENDING: Final = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


@contextmanager
def stoppable() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM unwind what is under way, so that temporary folders go; tell of a full disk.

    An engine that is interrupted in the midst of a query raises an error of its own in the place of the one
    that stopped it: whatever comes up after a signal is that signal.

    Raises
    ------
    KeyboardInterrupt, SystemExit
        When it was stopped.
    OutputError
        When the disk is full.

    >>> with stoppable():
    ...     raise OSError(errno.ENOSPC, "No space left on device")
    Traceback (most recent call last):
    audit_lib.errors.OutputError: The disk is full: nothing was written. Free some space, or name another
    folder for temporary files in TMPDIR.
    """
    received: list[int] = []
    try:
        with _handled(received.append):
            yield
    except BaseException as error:
        if received:
            raise _stopped(received[0]) from None
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            message = "The disk is full: nothing was written. Free some space, or name another folder for "
            raise OutputError(f"{message}temporary files in TMPDIR.") from error
        raise


def _stopped(number: int) -> BaseException:
    if number == signal.SIGINT:
        return KeyboardInterrupt()
    return SystemExit(tell(["Stopped."], TERMINATED))


@contextmanager
def _handled(note: Callable[[int], object]) -> Iterator[None]:
    """Have signals noted and raised while something is under way; only the main thread may ask for that."""

    def end(number: int, _frame: FrameType | None) -> None:
        note(number)
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before: dict[signal.Signals, Any] = {number: signal.signal(number, end) for number in _ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
