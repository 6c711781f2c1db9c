"""The signs of high risk that call for a data protection impact assessment (UK GDPR Art. 35), in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from ..model.criterion import Criterion, Operation
from ..model.screening import Case
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


class ListedOperation(NamedTuple):
    """A kind of processing on the regulator's list (Art. 35(4)).

    `beside` are the criteria that it is itself a case of; where it calls for an assessment only together
    with another criterion (`with_another`), these are not the other.
    """

    name: str
    with_another: bool = False
    beside: frozenset[Criterion] = frozenset()
    authority: Authority = Authority.GUIDANCE


#: The regulator's list of ten.
OPERATIONS: Final[Mapping[Operation, ListedOperation]] = {
    Operation.INNOVATIVE_TECHNOLOGY: ListedOperation(
        "innovative technology", with_another=True, beside=frozenset({Criterion.INNOVATION})
    ),
    Operation.DENIAL_OF_SERVICE: ListedOperation(
        "denial of a service, decided to any extent by machine, or from special category data"
    ),
    Operation.LARGE_SCALE_PROFILING: ListedOperation("large-scale profiling"),
    Operation.BIOMETRICS: ListedOperation(
        "biometric data that identifies", with_another=True, beside=frozenset({Criterion.SENSITIVE_DATA})
    ),
    Operation.GENETIC_DATA: ListedOperation(
        "genetic data", with_another=True, beside=frozenset({Criterion.SENSITIVE_DATA})
    ),
    Operation.DATA_MATCHING: ListedOperation("matching of data from several sources"),
    Operation.INVISIBLE_PROCESSING: ListedOperation(
        "invisible processing: data from others, and the people are not told", with_another=True
    ),
    Operation.TRACKING: ListedOperation(
        "tracking of where people are or how they behave",
        with_another=True,
        beside=frozenset({Criterion.SYSTEMATIC_MONITORING}),
        authority=Authority.ASSUMPTION,
    ),
    Operation.CHILDREN_OR_VULNERABLE: ListedOperation(
        "children or vulnerable people as targets of marketing, profiling or automated decisions, or online "
        "services offered to children",
        authority=Authority.ASSUMPTION,
    ),
    Operation.PHYSICAL_HARM: ListedOperation(
        "physical harm if the data gets out", authority=Authority.ASSUMPTION
    ),
}

#: The three cases in which the law itself requires an assessment, with their provisions.
CASES: Final[Mapping[Case, tuple[str, str]]] = {
    Case.EVALUATION: (
        "systematic and extensive evaluation by machine, with decisions of legal or similar effect",
        "UK GDPR Art. 35(3)(a)",
    ),
    Case.SPECIAL_DATA: (
        "special category or criminal offence data on a large scale",
        "UK GDPR Art. 35(3)(b)",
    ),
    Case.PUBLIC_AREA: (
        "systematic monitoring of a publicly accessible area on a large scale",
        "UK GDPR Art. 35(3)(c)",
    ),
}


class Scale(NamedTuple):
    """From how many people on processing counts as large, and below how many it does not."""

    large_from: int
    small_below: int
    source: str
    authority: Authority


#: No provision and no guidance of the UK gives a number: between the two, a person has to judge.
SCALE: Final = Scale(
    10_000,
    1_000,
    "WP 248 rev. 01 names number, share, volume, duration and area, and gives no number; 10,000 people is a "
    "threshold that some authorities in Europe have used",
    Authority.ASSUMPTION,
)
