"""What all nouns of the map share: ids, texts, the ways of not knowing, and where a statement comes from."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from enum import StrEnum
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

#: Kebab-case, unique in a map.
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]

_WORDS: Final = StringConstraints(
    min_length=1,
    strip_whitespace=True,
    pattern=r"^[^\x00-\x08\x0b-\x1f\x7f\u{fdd0}-\u{fdef}\u{fffe}\u{ffff}]*$",
)

#: Any words in any script, as we put them together from texts of a map: a few long ones make a longer one.
Said = Annotated[str, _WORDS]

#: Any words in any script; no control characters but the line break and the tab.
Text = Annotated[str, replace(_WORDS, max_length=20_000)]


def _true_or_false(value: object) -> object:
    """Take YAML 1.2's two words and refuse what pydantic takes for a truth value beyond them."""
    words = {"true": True, "false": False}
    found = words.get(value) if isinstance(value, str) else value
    if not isinstance(found, bool):
        raise ValueError("write true or false")
    return found


#: Something that is so or is not so.
Flag = Annotated[bool, BeforeValidator(_true_or_false)]


#: How many there are, about.
Count = Annotated[int, Field(ge=0, le=10_000_000_000)]


class Gap(StrEnum):
    """A value that is not there, and why: four different things, none of which is an empty cell."""

    NOT_STATED = "not-stated"
    NONE = "none"
    UNCLEAR = "unclear"
    NOT_APPLICABLE = "not-applicable"


#: A day, or the reason why there is none.
DateOrGap = Annotated[Gap | dt.date, Field(union_mode="left_to_right")]

#: Words, or the reason why there are none. `none` means: stated that there is none.
TextOrGap = Annotated[Gap | Text, Field(union_mode="left_to_right")]


class Answer(StrEnum):
    """A question that is answered with yes or no, or not answered."""

    YES = "yes"
    NO = "no"
    NOT_STATED = "not-stated"
    UNCLEAR = "unclear"
    NOT_APPLICABLE = "not-applicable"


class Stance(StrEnum):
    """Where a statement of the map comes from.

    `stated`: a clause of the notice says it. `inferred`: needed to make sense of a clause. `unclear`: a
    clause can be read so, and otherwise. `recorded`: the organisation knows it from elsewhere (an interview,
    a contract, a log) and no clause says it. `expected`: normal for such an organisation; no clause says it
    and nobody has confirmed it.
    """

    STATED = "stated"
    INFERRED = "inferred"
    UNCLEAR = "unclear"
    RECORDED = "recorded"
    EXPECTED = "expected"

    @property
    def rests_on_notice(self) -> bool:
        """Whether a clause of the notice stands behind the statement."""
        return self in (Stance.STATED, Stance.INFERRED, Stance.UNCLEAR)


class Confidence(StrEnum):
    """How sure something is; `ask` is a question that the text at hand cannot answer."""

    CERTAIN = "certain"
    LIKELY = "likely"
    ASK = "ask"

    @property
    def rank(self) -> int:
        """Return 3 for certain, 2 for likely, 1 for ask."""
        return {"certain": 3, "likely": 2, "ask": 1}[self.value]


class Noun(BaseModel):
    """A frozen value that accepts no field that it does not know."""

    # What checks a value is built when the first is made: most commands make few of all the nouns.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Entry(Noun):
    """Something in the map that has an id, a ground, and may cite clauses of the notice.

    `confidence` is there while the entry is a candidate that the workbench has read out of a notice; a person
    who has checked the entry takes it out.
    """

    id: Id
    stance: Stance
    clauses: tuple[Id, ...] = ()
    confidence: Confidence | None = None
    note: Text | None = None
