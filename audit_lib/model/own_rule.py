"""A rule of an organisation's own, written as text beside its map: it can match, and never execute."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Final, Self

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from .finding import Severity
from .noun import Confidence, Flag, Id, Noun, Text
from .own_check import Misfit, as_text, spelt_out, where_misfits
from .own_fields import LooksAt
from .own_message import message_problems
from .retention import Duration
from .safeguard import Measure
from .theme import Theme

#: What the ids of own rules begin with, so that no rule that the workbench comes to ship can clash with one.
PREFIX: Final = "own-"

OwnId = Annotated[Id, StringConstraints(pattern=r"^own-[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]

_PATTERN: Final = r"^[^\x00-\x08\x0b-\x1f\x7f\u{fdd0}-\u{fdef}\u{fffe}\u{ffff}]*$"

#: A title of one line, and words of some sentences.
Title = Annotated[
    str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True, pattern=_PATTERN)
]
Sentences = Annotated[
    str, StringConstraints(min_length=1, max_length=1_000, strip_whitespace=True, pattern=_PATTERN)
]


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Value = Annotated[Text, BeforeValidator(lambda value: as_text(value) or value)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_listed)]
Measures = Annotated[tuple[Measure, ...], BeforeValidator(_listed)]
Number = Annotated[int, Field(ge=0, le=9_999_999_999)]


class Condition(Noun):
    """What is asked of a field; where several things are asked, all must hold.

    A field may hold several values, or lead to several. `is`, `any_of`, `mentions`, `within`, `includes`,
    `given`, `before`, `after`, `older_than`, `longer_than` and `shorter_than` ask for at least one that fits;
    `is_not` and `none_of` ask that none does, and are silent where a value is not given: ask for that with
    `given: false`. `within` takes a data category with all beneath it, or an organisation with its teams;
    `includes` data that goes along with a category: itself, what is beneath it, or what it is a part of.
    `older_than` counts back from the day on which the map is judged. `at_least` and `at_most` compare a
    number, and elsewhere count how many different values there are; with `where`, only those that meet it.
    """

    is_: Value | None = Field(default=None, alias="is")
    is_not: Value | None = None
    any_of: tuple[Value, ...] = ()
    none_of: tuple[Value, ...] = ()
    given: Flag | None = None
    mentions: Text | None = None
    within: Ids = ()
    includes: Ids = ()
    longer_than: Duration | None = None
    shorter_than: Duration | None = None
    before: dt.date | None = None
    after: dt.date | None = None
    older_than: Duration | None = None
    at_least: Number | None = None
    at_most: Number | None = None
    where: Where | None = None


class Where(Noun):
    """Conditions that hold together: each key is a field, or a path of fields joined by full stops.

    Four keys are no fields. `all` and `any` hold lists of such groups, of which all or at least one must
    hold; `not` holds a group that must not hold as a whole; `without` names measures, none of which covers
    the entry: no safeguard in place of these kinds protects all that it is about.
    """

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Annotated[Condition, BeforeValidator(spelt_out)]] = Field(init=False)

    all_: tuple[Where, ...] = Field(default=(), alias="all")
    any_: tuple[Where, ...] = Field(default=(), alias="any")
    not_: Where | None = Field(default=None, alias="not")
    without: Measures = ()

    @property
    def fields(self) -> dict[str, Condition]:
        """The conditions by the paths that they are about, in the order of the file."""
        return self.__pydantic_extra__


class OwnRule(Noun):
    """Something that an organisation looks for in its own map: a pattern, a message, how much it matters.

    `looks_at` says what the rule goes through, one by one, and `where` what must be so for it to speak; what
    is merely expected is left out unless `expected` is true. All that match make one finding, or with `each`
    one finding each. `message` has gaps: `{names}` and `{count}` of what matches, and any field or path of
    it, such as `{to}` or `{activity.purpose}`. `in_force` is the day from which the rule is applied.
    """

    id: OwnId
    title: Title
    looks_at: LooksAt
    where: Where
    message: Sentences
    severity: Severity
    confidence: Confidence = Confidence.CERTAIN
    each: Flag = False
    expected: Flag = False
    theme: Theme = Theme.ACCOUNTABILITY
    why: Sentences = "The organisation has set itself this rule, and what it has set itself it must keep to."
    law: Annotated[tuple[Title, ...], Field(min_length=1, max_length=20)] = (
        "UK GDPR Art. 24(2) (own policy)",
    )
    remedy: Sentences = (
        "The data protection officer settles with whoever answers for what is named here how to put it "
        "right, and has the map say so."
    )
    false_alarms: Sentences = "The map is out of date, or the rule is wider than what it was written for."
    in_force: dt.date | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        """Refuse a rule that asks for what there is not."""
        misfits = list(where_misfits(_plain(self.where), self.looks_at))
        misfits += [Misfit(("message",), wrong) for wrong in message_problems(self.message, self.looks_at)]
        if misfits:
            raise ValueError("; ".join(f"{'.'.join(map(str, m.path))}: {m.message}" for m in misfits))
        return self


def _plain(where: Where) -> Any:
    return where.model_dump(mode="json", by_alias=True, exclude_defaults=True)
