"""What a map says about risk in numbers, in place of what is assumed."""

from __future__ import annotations

from .noun import Noun


class RiskModel(Noun):
    """The ranges of frequency and loss that an organisation puts in place of the assumptions."""
