"""A rule of an organisation's own, written as text beside its map: it can match, and never execute."""

from __future__ import annotations

from .finding import Severity
from .noun import Confidence, Id, Noun, Text


class OwnRule(Noun):
    """Something that an organisation looks for in its own map: a pattern, a message, how much it matters."""

    id: Id
    title: Text
    message: Text
    severity: Severity
    confidence: Confidence = Confidence.CERTAIN
