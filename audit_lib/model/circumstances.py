"""What is known of a personal data breach, and what a person has decided about it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from .noun import Answer, Count, Id, Noun, Text


class Confidentiality(StrEnum):
    """Who may have seen the data without being entitled to it.

    `at-risk`: open to others, and no sign that anybody has looked; `known-recipients`: a number of people
    whom one can name and write to; `unknown-recipients`: nobody can say how many or who.
    """

    NONE = "none"
    AT_RISK = "at-risk"
    KNOWN_RECIPIENTS = "known-recipients"
    UNKNOWN_RECIPIENTS = "unknown-recipients"
    NOT_STATED = "not-stated"


class Integrity(StrEnum):
    """Whether the data was altered.

    `altered`: and no wrong use of it is seen; `altered-recoverable`: it may have been used wrongly and can
    be put right; `altered-for-good`: it may have been used wrongly and cannot be put right.
    """

    NONE = "none"
    ALTERED = "altered"
    RECOVERABLE = "altered-recoverable"
    FOR_GOOD = "altered-for-good"
    NOT_STATED = "not-stated"


class Availability(StrEnum):
    """Whether the data can be had when it is needed.

    `brief`: it came back without difficulty; `temporary`: it can be had again, in time; `for-good`: it
    cannot.
    """

    NONE = "none"
    BRIEF = "brief"
    TEMPORARY = "temporary"
    FOR_GOOD = "for-good"
    NOT_STATED = "not-stated"


class Factor(StrEnum):
    """What makes data graver or lighter than its class (the method's contextual factors)."""

    VOLUME = "volume"
    CONTROLLER = "controller"
    PEOPLE = "people"
    INVALID = "invalid"
    PUBLIC = "public"
    NATURE = "nature"


class Adjustment(Noun):
    """A contextual factor, by how many classes it moves the context, and why: the reason is filed."""

    factor: Factor
    by: Annotated[int, Field(ge=-3, le=3)]
    reason: Text

    @model_validator(mode="after")
    def _the_right_way(self) -> Self:
        lowering = (Factor.INVALID, Factor.PUBLIC)
        raising = (Factor.VOLUME, Factor.CONTROLLER, Factor.PEOPLE)
        if self.by == 0:
            raise ValueError("an adjustment by 0 changes nothing: leave it out")
        if self.by > 0 and self.factor in lowering:
            raise ValueError(f"{self.factor} can only lower the context: give a number below 0")
        if self.by < 0 and self.factor in raising:
            raise ValueError(f"{self.factor} can only raise the context: give a number above 0")
        return self


class DutyKind(StrEnum):
    """To whom a breach is told, or where it is put on file."""

    REGULATOR = "regulator"
    PEOPLE = "people"
    CONTROLLER = "controller"
    JOINT_CONTROLLER = "joint-controller"
    PROCESSOR = "processor"
    RECIPIENTS = "recipients"
    RECORD = "record"
    OTHERS = "others"


class Verdict(StrEnum):
    """How far a duty holds.

    `must`: on all that is known; `presumably`: unless an open question is answered the other way; `need-not`:
    not on what is known; `ask`: what is known does not decide it, or it rests with somebody else.
    """

    MUST = "must"
    PRESUMABLY = "presumably"
    NEED_NOT = "need-not"
    ASK = "ask"


class Override(Noun):
    """What a person has decided against the answer of the workbench, and why (Art. 5(2))."""

    duty: DutyKind
    verdict: Verdict
    reason: Text


class Circumstances(Noun):
    """What is known of a breach so far; what is not known stays `not-stated` and widens the answer.

    Exactly one of `party` and `system` is hit. `data` and `subjects` narrow what was hit (empty: all that
    is there). `people` and `records` are the numbers concerned, about. `aware` is when the organisation
    became reasonably certain; a moment without an offset is what clocks in London showed. `encrypted` says
    whether the data is unintelligible to whoever has it, with the key safe (Art. 34(3)(a)); `contained`
    whether measures taken since make a high risk no longer likely (Art. 34(3)(b)): deleted unread,
    recalled, revoked; `effort` whether telling each person would take disproportionate effort (Art.
    34(3)(c)). `acting_for` says whether the organisation of the map processes this data for another; not
    stated: as the map says.
    """

    party: Id | None = None
    system: Id | None = None
    aware: dt.datetime
    data: tuple[Id, ...] = ()
    subjects: tuple[Id, ...] = ()
    people: Count | None = None
    records: Count | None = None
    happened: dt.datetime | None = None
    ended: dt.datetime | None = None
    what: Text | None = None
    cause: Text | None = None
    confidentiality: Confidentiality = Confidentiality.NOT_STATED
    integrity: Integrity = Integrity.NOT_STATED
    availability: Availability = Availability.NOT_STATED
    malicious: Answer = Answer.NOT_STATED
    encrypted: Answer = Answer.NOT_STATED
    contained: Answer = Answer.NOT_STATED
    effort: Answer = Answer.NOT_STATED
    acting_for: Answer = Answer.NOT_STATED
    measures: tuple[Text, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    overrides: tuple[Override, ...] = ()

    @model_validator(mode="after")
    def _one_is_hit(self) -> Self:
        if (self.party is None) == (self.system is None):
            raise ValueError("name the party or the system that was hit, and not both")
        return self

    @model_validator(mode="after")
    def _each_factor_once(self) -> Self:
        factors = [one.factor for one in self.adjustments]
        if len(set(factors)) < len(factors):
            raise ValueError("each factor moves the context once: put its steps and reasons together")
        return self

    @property
    def hit(self) -> str:
        """The reference of what was hit, such as ``"party:yardi"``."""
        return f"party:{self.party}" if self.party else f"system:{self.system}"
