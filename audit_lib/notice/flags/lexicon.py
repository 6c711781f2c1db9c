"""The whole lexicon of red flags, in the order in which it is tried."""

from __future__ import annotations

from typing import Final

from .claims import ABSOLUTE, IMPLIED_CONSENT, LIABILITY_DENIED
from .entry import FlagEntry
from .law import OUTDATED, PLACEHOLDERS, RIGHTS
from .vague import OPEN_ENDED, VAGUE

#: Where words of two entries of one kind overlap, the entry that stands first gives the flag.
LEXICON: Final[tuple[FlagEntry, ...]] = (
    *IMPLIED_CONSENT,
    *LIABILITY_DENIED,
    *RIGHTS,
    *OUTDATED,
    *ABSOLUTE,
    *VAGUE,
    *OPEN_ENDED,
    *PLACEHOLDERS,
)
