"""The sheet of a timeline, of a request as of a breach: its size, and where the line runs."""

from __future__ import annotations

from typing import Final

from .drawing import MARGIN
from .timeline_flags import WIDEST

WIDE: Final = 740.0
HEAD: Final = 84.0
KEY: Final = 26.0
#: Where the line begins, and where it ends: the last flag has room behind it.
LEFT: Final = MARGIN + 2
RIGHT: Final = WIDE - MARGIN - WIDEST
#: How far flags stand from the line, and what is left beneath the last of them.
STEM: Final = 12.0
FOOT: Final = 13.0
