"""How far a comparison is, told while its long statements are worked out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from ..intake import Progress

#: Seconds between two looks at a statement that is worked out.
_EVERY: Final = 0.5


class Telling:
    """Tells how many rows are done, of all that a stage passes over.

    Few statements look at every row; `expect` says for how many rows each of them stands, by the name of the
    table that it makes.

    >>> told = []
    >>> telling = Telling(lambda done, of: told.append((done, of)))
    >>> telling.expect(10, {"days": 4, "candidate": 6})
    >>> for name in ("days", "small", "candidate"):
    ...     with telling.during(name, lambda: 50.0):
    ...         pass
    >>> told
    [(0, 10), (4, 10), (10, 10)]
    """

    def __init__(self, progress: Progress | None) -> None:
        """Tell `progress`, if there is somebody to tell."""
        self._progress = progress
        self._rows: Mapping[str, int] = {}
        self._done = self._all = 0

    def expect(self, total: int, rows: Mapping[str, int]) -> None:
        """Begin a stage of so many rows, in which each of these tables stands for some of them."""
        self._rows, self._done, self._all = rows, 0, total
        if total:
            self._tell(0)

    @contextmanager
    def during(self, name: str, percent: Callable[[], float]) -> Iterator[None]:
        """Tell how far it is while the table `name` is made.

        Parameters
        ----------
        percent
            Returns what per cent of the statement is done, something negative if that is not known. It is
            called from another thread.
        """
        rows = self._rows.get(name, 0)
        if self._progress is None or not rows:
            yield
            return
        over = threading.Event()

        def look() -> None:
            while not over.wait(_EVERY):
                self._tell(int(rows * min(max(percent(), 0.0), 100.0) / 100))

        looking = threading.Thread(target=look, daemon=True)
        looking.start()
        try:
            yield
        finally:
            over.set()
            looking.join()
        self._done += rows
        self._tell(0)

    def _tell(self, more: int) -> None:
        if self._progress is not None:
            self._progress(min(self._done + more, self._all), self._all)


#: For sessions of which nobody wants to know how far they are.
SILENT: Final = Telling(None)
