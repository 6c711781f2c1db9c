"""The nine criteria for a data protection impact assessment (WP 248 rev. 01; UK GDPR Art. 35)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from .authority import Authority

#: Two or more criteria: an assessment is presumed to be needed. Guidance, and no provision of the Act.
PRESUMED_FROM: Final = 2
AUTHORITY: Final = Authority.GUIDANCE


class Criterion(StrEnum):
    """A sign that processing is likely to be of high risk to people."""

    EVALUATION = "evaluation or scoring"
    AUTOMATED_DECISION = "automated decisions with a legal or similar effect"
    SYSTEMATIC_MONITORING = "systematic monitoring"
    SENSITIVE_DATA = "sensitive or highly personal data"
    LARGE_SCALE = "large scale"
    MATCHING = "matching or combining of datasets"
    VULNERABLE_PEOPLE = "vulnerable people"
    INNOVATION = "innovative technology"
    BARS_A_RIGHT = "keeps people from a right or a service"
