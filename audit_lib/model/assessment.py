"""An assessment of one activity, drafted from the map for people to complete and sign."""

from __future__ import annotations

from enum import StrEnum

from .document import Document
from .finding import Finding
from .noun import Id, Text
from .risk import RiskRegister
from .screening import Screening


class AssessmentKind(StrEnum):
    """What is assessed: the impact on people (Art. 35), or legitimate interests (Art. 6(1)(f))."""

    IMPACT = "impact"
    LEGITIMATE_INTERESTS = "legitimate-interests"
    RECOGNISED_INTEREST = "recognised-legitimate-interest"


class Assessment(Document):
    """A drafted assessment: a document, and the answers that it was written from.

    `map_version` and `map_sha256` say from which map. `findings` touch the activity or bear on its risks,
    gravest first; `risks` are those of this activity alone, `consult_regulator` says that a high risk remains
    on what is known (Art. 36(1)).
    """

    kind: AssessmentKind
    activity: Id
    map_id: Id
    map_version: Text
    map_sha256: Text
    screening: Screening
    findings: tuple[Finding, ...]
    risks: RiskRegister
    consult_regulator: bool
