"""What speaks for a data protection impact assessment, and what a person has said about it."""

from __future__ import annotations

from enum import StrEnum

from .noun import Answer, Noun, Text


class Criterion(StrEnum):
    """A sign that processing is likely to be of high risk to people (WP 248 rev. 01, nine criteria)."""

    EVALUATION = "evaluation"
    AUTOMATED_DECISION = "automated-decision"
    SYSTEMATIC_MONITORING = "systematic-monitoring"
    SENSITIVE_DATA = "sensitive-data"
    LARGE_SCALE = "large-scale"
    MATCHING = "matching"
    VULNERABLE_PEOPLE = "vulnerable-people"
    INNOVATION = "innovation"
    BARS_A_RIGHT = "bars-a-right"


class Operation(StrEnum):
    """A kind of processing for which the regulator asks for an assessment (UK GDPR Art. 35(4), ten kinds)."""

    INNOVATIVE_TECHNOLOGY = "innovative-technology"
    DENIAL_OF_SERVICE = "denial-of-service"
    LARGE_SCALE_PROFILING = "large-scale-profiling"
    BIOMETRICS = "biometrics"
    GENETIC_DATA = "genetic-data"
    DATA_MATCHING = "data-matching"
    INVISIBLE_PROCESSING = "invisible-processing"
    TRACKING = "tracking"
    CHILDREN_OR_VULNERABLE = "children-or-vulnerable"
    PHYSICAL_HARM = "physical-harm"


class CriterionAnswer(Noun):
    """What a person has answered about one sign, which counts before what the map shows, and why."""

    sign: Criterion | Operation
    answer: Answer
    why: Text
