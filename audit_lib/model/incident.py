"""A personal data breach, assessed: what it reaches, how grave it is, and who must be told."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field

from .authority import Authority
from .blast_radius import BlastRadius
from .circumstances import Circumstances, DutyKind, Verdict
from .deadline import Clock, Deadline
from .noun import Id, Noun, Said, Text


class Level(StrEnum):
    """How grave a breach is for the people concerned, in the words of the method."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very-high"

    @property
    def words(self) -> str:
        """The level as it is read out."""
        return self.value.replace("-", " ")

    @property
    def rank(self) -> int:
        """Return 1 for low to 4 for very high."""
        return _LEVELS.index(self) + 1


_LEVELS: Final = tuple(Level)


class SeverityStep(Noun):
    """One part of the score: its lowest and highest value on what is known, and why.

    `part` is `context`, `identification`, `confidentiality`, `integrity`, `availability` or `malice`.
    `about` are the references that decide it; `question` is what would narrow it, where it is open.
    """

    part: str
    title: str
    lowest: float
    highest: float
    says: str
    source: str
    authority: Authority
    about: tuple[str, ...] = ()
    question: str | None = None

    @property
    def open(self) -> bool:
        """Whether what is known leaves more than one value."""
        return self.lowest != self.highest


class BreachSeverity(Noun):
    """The severity of a breach for the people concerned: context x identification + circumstances.

    `lowest` and `highest` are the scores that what is known leaves open (0.25 to 6); equal where all is
    known. `flags` are what the method notes beside the score: more than 100 people, data that nobody can
    read.
    """

    lowest: float
    highest: float
    level: Level
    highest_level: Level
    steps: tuple[SeverityStep, ...]
    flags: tuple[Said, ...] = ()
    formula: str
    source: str

    @property
    def decided(self) -> bool:
        """Whether the level is the same on every answer to the open questions."""
        return self.level is self.highest_level


class Duty(Noun):
    """Somebody who is told of a breach, or is not, and why; or the record of it.

    `parties` are those of the map that are told (none for people: see the radius). `by` is the time, where
    the law has one. `decided` is the reason of a person who has decided against the workbench, whose own
    answer `answered` keeps.
    """

    duty: DutyKind
    title: Said
    verdict: Verdict
    why: Said
    provision: str
    authority: Authority
    by: Deadline | None = None
    parties: tuple[Id, ...] = ()
    questions: tuple[Said, ...] = ()
    decided: Text | None = None
    answered: Verdict | None = None


class IncidentAssessment(Noun):
    """The assessment of one breach on the day `as_of`: what it reaches, how grave it is, who must be told.

    `ours` says whether the organisation of the map answers for any of the exposed data as a controller; if
    not, it may have to tell its controller, or nobody. `questions` are in the order in which they decide
    most, `assumptions` what the answer takes for granted.
    """

    map_id: str
    map_sha256: str
    organisation: Said
    regulator: Said
    as_of: dt.date
    circumstances: Circumstances
    radius: BlastRadius
    severity: BreachSeverity
    duties: tuple[Duty, ...]
    clock: Clock
    ours: bool
    questions: tuple[Said, ...] = ()
    assumptions: tuple[Said, ...] = ()

    def duty(self, kind: DutyKind) -> Duty | None:
        """Return the answer about one duty; None where the breach raises no such question."""
        return next((duty for duty in self.duties if duty.duty is kind), None)


class Exposed(Noun):
    """What a breach of one party or system would expose: a row of the ranking.

    `people` is the sum over the kinds of people whose number the map knows (somebody of two kinds counts
    twice); `uncounted` are the others. `context` (1 to 4), `identification` (0.25 to 1) and `severity`,
    their product plus the circumstances of a theft that reaches unknown recipients, are of the people for
    whom it is gravest. `exposure` sums people times severity, None where no number is known, and `weight`
    does so with a stand-in for those whom nobody has counted: as many as the largest kind that the map
    knows, or one; rows are ranked by it. `worst` are the categories that decide the context; `assumed` says
    that the map does not state it; `expected` that nobody has confirmed that any of the data is there.
    """

    rank: Annotated[int, Field(ge=1)]
    hit: str
    name: Said
    role: str
    people: int | None
    subjects: tuple[Id, ...]
    uncounted: tuple[Id, ...]
    data: tuple[Id, ...]
    worst: tuple[Id, ...]
    context: float
    identification: float
    severity: float
    level: Level
    exposure: float | None
    weight: float
    special_category: bool
    criminal_offence: bool
    children: bool
    assumed: bool
    expected: bool
