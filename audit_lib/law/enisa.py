"""How grave a breach is for the people concerned, by a published method: its scores, in our words.

ENISA with the data protection authorities of Greece and Germany, "Recommendations for a methodology of the
assessment of severity of personal data breaches", working document v1.0, December 2013: severity = data
processing context x ease of identification + circumstances of the breach. A method, and no provision of
law: the regulator may see a breach otherwise. The numbers were read in several public renderings that
agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from ..model.authority import Authority
from ..model.circumstances import Availability, Confidentiality, Factor, Integrity
from ..model.data import DataContext, Identification
from ..model.incident import Level

AUTHORITY: Final = Authority.GUIDANCE
SOURCE: Final = "ENISA, methodology of the severity of personal data breaches, v1.0 (2013)"
FORMULA: Final = "severity = context x identification + circumstances"

#: The lowest and the highest context after all adjustments.
CONTEXT_RANGE: Final = (1.0, 4.0)

#: What a breach with malicious intent adds.
MALICE: Final = 0.5

#: More people than this are noted beside the score, which does not count them.
MANY_PEOPLE: Final = 100


class Score(NamedTuple):
    """A value of the method and what it stands for."""

    value: float
    says: str


CONTEXTS: Final[Mapping[DataContext, Score]] = {
    DataContext.SIMPLE: Score(1.0, "who somebody is and how to reach them"),
    DataContext.BEHAVIOURAL: Score(2.0, "where somebody is, what they do and prefer"),
    DataContext.FINANCIAL: Score(3.0, "what somebody owns, earns, owes or pays, or what opens it to others"),
    DataContext.SENSITIVE: Score(4.0, "health, beliefs, sexual life, offences and the like"),
}

IDENTIFICATIONS: Final[Mapping[Identification, Score]] = {
    Identification.NEGLIGIBLE: Score(0.25, "hardly anybody could tell who it is about"),
    Identification.LIMITED: Score(0.5, "it takes further knowledge and some effort to tell who it is about"),
    Identification.SIGNIFICANT: Score(0.75, "what is easily found tells who it is about"),
    Identification.MAXIMUM: Score(1.0, "the data itself tells who it is about"),
}

CONFIDENTIALITY: Final[Mapping[Confidentiality, Score]] = {
    Confidentiality.NONE: Score(0.0, "nobody who is not entitled has had it"),
    Confidentiality.AT_RISK: Score(0.0, "it lay open, and nothing shows that anybody has looked"),
    Confidentiality.KNOWN_RECIPIENTS: Score(0.25, "a number of known recipients have it"),
    Confidentiality.UNKNOWN_RECIPIENTS: Score(0.5, "nobody can say how many have it, or who"),
}

INTEGRITY: Final[Mapping[Integrity, Score]] = {
    Integrity.NONE: Score(0.0, "nothing was altered"),
    Integrity.ALTERED: Score(0.0, "it was altered, and no wrong use of it is seen"),
    Integrity.RECOVERABLE: Score(0.25, "it was altered, may have been used wrongly, and can be put right"),
    Integrity.FOR_GOOD: Score(0.5, "it was altered, may have been used wrongly, and cannot be put right"),
}

AVAILABILITY: Final[Mapping[Availability, Score]] = {
    Availability.NONE: Score(0.0, "it could be had all the time"),
    Availability.BRIEF: Score(0.0, "it came back without difficulty"),
    Availability.TEMPORARY: Score(0.25, "it cannot be had for some time"),
    Availability.FOR_GOOD: Score(0.5, "it is gone for good"),
}

#: Below which score a level ends, and what it means for the people concerned.
_ENDS: Final = ((2.0, Level.LOW), (3.0, Level.MEDIUM), (4.0, Level.HIGH))

MEANS: Final[Mapping[Level, str]] = {
    Level.LOW: "People may meet some inconvenience, which they overcome without trouble.",
    Level.MEDIUM: "People may meet real inconvenience, which they can overcome in spite of difficulties.",
    Level.HIGH: "People may meet serious consequences, which they overcome only with great difficulty.",
    Level.VERY_HIGH: "People may meet grave consequences that they cannot overcome or undo.",
}


class FactorMeaning(NamedTuple):
    """What a contextual factor is about, as a question, and which way it moves the context."""

    asks: str
    lowers: bool
    raises: bool


FACTORS: Final[Mapping[Factor, FactorMeaning]] = {
    Factor.VOLUME: FactorMeaning(
        "Is there so much about each person, or over so long a time, that it makes a profile?", False, True
    ),
    Factor.CONTROLLER: FactorMeaning(
        "Does being known to this organisation tell more than the data says (such as debt or health)?",
        False,
        True,
    ),
    Factor.PEOPLE: FactorMeaning(
        "Are there people among them for whom it is dangerous: children, people who hide from somebody?",
        False,
        True,
    ),
    Factor.INVALID: FactorMeaning("Is the data so old or wrong that it no longer tells much?", True, False),
    Factor.PUBLIC: FactorMeaning("Was the data public before the breach?", True, False),
    Factor.NATURE: FactorMeaning(
        "Does the data at hand say much less, or much more, than its class usually does?", True, True
    ),
}


def level_of(score: float) -> Level:
    """Return the level of a score.

    >>> [level_of(score).value for score in (1.99, 2, 3, 4)]
    ['low', 'medium', 'high', 'very-high']
    """
    return next((level for end, level in _ENDS if score < end), Level.VERY_HIGH)


def score_of(context: float, identification: float, circumstances: float) -> float:
    """Return the severity: the context (1 to 4) times the identification (0.25 to 1), plus the circumstances.

    >>> score_of(3, 1, 0.25 + 0.5)
    3.75
    """
    return context * identification + circumstances
