"""What is known beforehand of each kind of finding that evidence gives."""

from __future__ import annotations

from typing import NamedTuple

from ..model.finding import Severity
from ..model.noun import Confidence
from ..model.theme import Theme


class EvidenceRule(NamedTuple):
    """A kind of finding: what it is, why it matters, the law it rests on and how to put it right.

    `remedy` says what to do and who does it; `false_alarms` when a finding is none. `message` is a template
    for what was seen, and `brief` one with the same fields that stands beneath the title; severity,
    provisions and theme may be graver or others where what was seen says so.
    """

    id: str
    theme: Theme
    title: str
    severity: Severity
    confidence: Confidence
    law: tuple[str, ...]
    why: str
    remedy: str
    false_alarms: str
    message: str
    brief: str
