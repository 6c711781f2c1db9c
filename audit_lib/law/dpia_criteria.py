"""The signs of high risk that call for a data protection impact assessment (UK GDPR Art. 35), in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..model.criterion import Criterion
from .authority import Authority

#: Two or more criteria: an assessment is presumed to be needed. Guidance, and no provision of the Act.
PRESUMED_FROM: Final = 2
AUTHORITY: Final = Authority.GUIDANCE

#: What each criterion of WP 248 rev. 01 is called.
CRITERIA: Final[Mapping[Criterion, str]] = {
    Criterion.EVALUATION: "evaluation or scoring",
    Criterion.AUTOMATED_DECISION: "automated decisions with a legal or similar effect",
    Criterion.SYSTEMATIC_MONITORING: "systematic monitoring",
    Criterion.SENSITIVE_DATA: "sensitive or highly personal data",
    Criterion.LARGE_SCALE: "large scale",
    Criterion.MATCHING: "matching or combining of datasets",
    Criterion.VULNERABLE_PEOPLE: "vulnerable people",
    Criterion.INNOVATION: "innovative technology",
    Criterion.BARS_A_RIGHT: "keeps people from a right or a service",
}
