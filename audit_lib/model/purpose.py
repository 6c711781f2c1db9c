"""What for."""

from __future__ import annotations

from .noun import Entry, Text


class Purpose(Entry):
    """A purpose of processing (UK GDPR Art. 5(1)(b)), in words that a data subject would understand."""

    name: Text
    description: Text | None = None
