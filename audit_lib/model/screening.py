"""Whether an activity calls for a data protection impact assessment, sign by sign, with the evidence."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from .criterion import Criterion, Operation
from .noun import Answer, Id, Noun, Said, Stance


class Met(StrEnum):
    """Whether a sign of high risk is there; what neither the map nor a person says is not known."""

    MET = "met"
    NOT_MET = "not met"
    NOT_KNOWN = "not known"


class Case(StrEnum):
    """A kind of processing for which the law itself requires an assessment (UK GDPR Art. 35(3)(a) to (c))."""

    EVALUATION = "evaluation-with-effects"
    SPECIAL_DATA = "large-scale-special-data"
    PUBLIC_AREA = "large-scale-public-area"


class Evidence(Noun):
    """Something that speaks for or against a sign: words, and the references and clauses behind them."""

    text: Said
    rests: tuple[str, ...] = ()
    clauses: tuple[Id, ...] = ()


class Sign(Noun):
    """One sign of high risk, judged for one activity.

    `answered` says that a person has decided; the evidence of the map then stands beside the person's reason
    and does not count. `ask` are the questions for a person where it is not known.
    """

    sign: Criterion | Operation | Case
    name: Said
    law: Said
    met: Met
    evidence: tuple[Evidence, ...] = ()
    answered: bool = False
    ask: tuple[Said, ...] = ()


class Outcome(StrEnum):
    """What the signs come to.

    `required`: a case of Art. 35(3), or on the regulator's list. `presumed`: two criteria or more.
    `not-decidable`: what is not known yet can make it either. `not-indicated`: whatever the law and the
    guidance look at has been looked at.
    """

    REQUIRED = "required"
    PRESUMED = "presumed"
    NOT_DECIDABLE = "not-decidable"
    NOT_INDICATED = "not-indicated"


class Screening(Noun):
    """The screening of one activity: nine criteria, ten listed operations, three cases, and the outcome.

    `recorded` is what the map says about the need for an assessment; `why` are the signs that lead to the
    outcome, in words.
    """

    activity: Id
    name: Said
    stance: Stance
    criteria: tuple[Sign, ...]
    operations: tuple[Sign, ...]
    cases: tuple[Sign, ...]
    outcome: Outcome
    why: tuple[Said, ...]
    recorded: Answer

    @property
    def signs(self) -> tuple[Sign, ...]:
        """All signs: those of the law, of the regulator's list, and the criteria."""
        return (*self.cases, *self.operations, *self.criteria)

    @property
    def met(self) -> tuple[Sign, ...]:
        """The criteria that are met."""
        return tuple(sign for sign in self.criteria if sign.met is Met.MET)

    @property
    def questions(self) -> tuple[str, ...]:
        """What has to be asked, each question once."""
        return tuple(dict.fromkeys(question for sign in self.signs for question in sign.ask))

    def as_json(self) -> dict[str, Any]:
        """Return the screening as an object for JSON, with the questions that are open."""
        return {**self.model_dump(mode="json"), "questions": list(self.questions)}
