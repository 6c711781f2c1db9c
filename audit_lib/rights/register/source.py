"""Requests for a report: out of a register, or out of a table that stands in for one."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from ...errors import ParameterError
from ...files.register import open_register
from ...files.text_file import read_text
from ...model.request import Request
from ...model.restriction import Ground, Restriction
from ..requests import read_requests
from ..restrictions import read_restrictions
from .importing import parse_requests
from .table import MAX_BYTES, Table

#: A file that ends so is a table; every other is a register.
TABLE: Final = ".csv"


class Known(NamedTuple):
    """What is known of the requests and restrictions of an organisation.

    Of a table the restrictions are those that importing it makes: after an objection no direct marketing.
    """

    requests: tuple[Request, ...]
    restrictions: tuple[Restriction, ...]


def load_requests(
    path: str | Path,
    as_of: dt.date,
    *,
    key_file: str | Path | None = None,
    passphrase: str | None = None,
) -> Known:
    r"""Return the requests of a register, or of a table in the form that request import reads.

    Neither is changed, and no key is needed: in a table, people must stand under pseudonyms.

    Parameters
    ----------
    path
        A table if its name ends in ``.csv``, else a register.
    as_of
        The day of the report; nothing in a table can lie after it.
    key_file, passphrase
        What opens the register.

    Raises
    ------
    InputError
        There is no such file, it is something else, or everything that is wrong with the table.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     table = Path(folder) / "requests.csv"
    ...     _ = table.write_text("right,received\nerasure,2026-10-01\n")
    ...     [request.right.value for request in load_requests(table, dt.date(2026, 11, 22)).requests]
    ['erasure']
    """
    path = Path(path)
    if path.suffix.lower() == TABLE:
        table = Table(str(path), read_text(path, MAX_BYTES, ParameterError))
        requests = parse_requests(table, as_of)
        return Known(requests, tuple(_objected(requests)))
    with open_register(path, key_file=key_file, passphrase=passphrase, read_only=True) as register:
        return Known(read_requests(register), read_restrictions(register))


def _objected(requests: Iterable[Request]) -> Iterator[Restriction]:
    """Return the restrictions that a register holds once these requests have been entered (Art. 21(3))."""
    numbers = Counter[int]()
    for request in requests:
        if request.marketing and request.person:
            year = request.received.year
            numbers[year] += 1
            yield Restriction(
                id=f"RES-{year}-{numbers[year]:04}",
                person=request.person,
                request=request.id,
                subject=request.subject,
                ground=Ground.MARKETING,
                since=request.received,
            )
