"""What every reader of rows yields."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """A row of a file: its line or row number, its text, and its cells, or None and why it is refused.

    The cells are those of the mapped columns, in their order.
    """

    line: int
    text: str
    cells: tuple[str | None, ...] | None
    why: str = ""
