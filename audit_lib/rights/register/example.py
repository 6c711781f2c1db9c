"""A register with one request in it, for the examples in the documentation."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ...files.register import Register, open_register
from ...model.deadline import RequestDates
from ...model.request import NewRequest
from ...model.rights import RightKind
from ..requests import add_request

#: The moment and the day of the examples.
AT: Final = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
TODAY: Final = dt.date(2026, 11, 22)


@contextmanager
def example_register() -> Iterator[Register]:
    """Give a register, in a folder that goes away, that holds one request: ``R-2026-0001``.

    It is an objection to direct marketing, received on 1 October 2026, by somebody who has a pseudonym.

    >>> with example_register() as register:
    ...     register.get("R-2026-0001").opened
    datetime.date(2026, 10, 1)
    """
    with (
        tempfile.TemporaryDirectory() as folder,
        open_register(Path(folder) / "register.db", create=True) as register,
    ):
        new = NewRequest(
            right=RightKind.OBJECTION,
            dates=RequestDates(received=dt.date(2026, 10, 1)),
            marketing=True,
            person=register.pseudonym("somebody"),
        )
        add_request(register, new, AT, TODAY)
        yield register
