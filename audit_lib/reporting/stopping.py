"""Being stopped, by Ctrl-C or by the system, at a moment when nothing is half done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def stoppable() -> Iterator[Callable[[], None]]:
    """Take note of Ctrl-C and SIGTERM, and give what raises them where nothing is half done.

    A second Ctrl-C is not waited with. Outside the main thread, which alone is told, nothing changes.

    >>> with stoppable() as stopped:
    ...     stopped()
    """
    noted: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        noted.append(number)
        if len(noted) > 1:
            stopped()

    def stopped() -> None:
        if noted:
            raise KeyboardInterrupt if noted[0] == signal.SIGINT else SystemExit(128 + noted[0])

    if threading.current_thread() is not threading.main_thread():
        yield stopped
        return
    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
