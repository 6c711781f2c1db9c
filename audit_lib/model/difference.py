"""What two audits differ in, piece by piece, and what the difference asks of the organisation."""

from __future__ import annotations

from enum import StrEnum

from .finding import Finding
from .noun import Id, Noun
from .risk import Level, Risk


class FindingChange(Noun):
    """A finding of both audits that has become graver or milder, surer, decided, or about other entries."""

    before: Finding
    after: Finding


class RiskChange(Noun):
    """A risk on the regulator's scale before and after; None where the map has, or had, no place for it."""

    title: str
    before: Risk | None
    after: Risk | None

    @property
    def moved(self) -> int:
        """How many levels the residual risk rises (below 0: falls); no risk is a level beneath low."""
        steps = (None, *Level)
        was, now = (steps.index(each.residual.level if each else None) for each in (self.before, self.after))
        return now - was


class LossChange(Noun):
    """The loss to expect in a year, in GBP, before and after."""

    before: float
    after: float


class Standing(StrEnum):
    """What has become of a row of the record."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class CellChange(Noun):
    """A cell of the record: id and heading of its column, text before and after, gaps in words."""

    column: str
    heading: str
    before: str
    after: str


class RowChange(Noun):
    """A row of the record of processing that is new, gone or reads otherwise; `activity` is an id."""

    activity: Id
    name: str
    standing: Standing
    cells: tuple[CellChange, ...] = ()


class NewsKind(StrEnum):
    """Of what people must be told before it takes effect (UK GDPR Art. 13, 14, 5(1)(a))."""

    CONTROLLER = "controller"
    PURPOSE = "purpose"
    CATEGORY = "category"
    USE = "use"
    SOURCE = "source"
    RECIPIENT = "recipient"
    ROLE = "role"
    TRANSFER = "transfer"
    BASIS = "basis"
    RETENTION = "retention"
    RIGHT = "right"
    AUTOMATED_DECISION = "automated-decision"
    SAFEGUARD = "safeguard"


class News(Noun):
    """One thing that is new to people.

    `what` says it to whoever keeps the map, `plain` to the people themselves. `subjects` are ids of the
    people concerned, `about` references of the map, `told_by` the clauses of the notice that say it already:
    people need not be told again of what they know (Art. 13(4), 14(5)(a)).
    """

    kind: NewsKind
    what: str
    plain: str
    law: str
    subjects: tuple[Id, ...] = ()
    about: tuple[str, ...] = ()
    told_by: tuple[Id, ...] = ()

    @property
    def must_tell(self) -> bool:
        """Whether no clause of the notice that people have says it yet."""
        return not self.told_by


class ContractKind(StrEnum):
    """What has to be agreed, or brought to an end."""

    PROCESSOR = "processor"
    SUB_PROCESSOR = "sub-processor"
    JOINT_CONTROLLERS = "joint-controllers"
    TRANSFER = "transfer"
    SHARING = "sharing"
    ENDING = "ending"


class ContractNeed(Noun):
    """An agreement that the difference calls for.

    `in_place` is what the map records of it already; `required` is false for what is good practice only.
    """

    kind: ContractKind
    party: Id
    what: str
    law: str
    about: tuple[str, ...] = ()
    in_place: str | None = None
    required: bool = True

    @property
    def missing(self) -> bool:
        """Whether something must be agreed of which the map records nothing."""
        return self.required and self.in_place is None


class ReviewKind(StrEnum):
    """Which assessment to look at again."""

    DPIA = "dpia"
    DPIA_SCREENING = "dpia-screening"
    LIA = "lia"


class Review(Noun):
    """An assessment of an activity that has to be made, or made again, and why."""

    kind: ReviewKind
    activity: Id
    why: str
    law: str


class StillSaid(Noun):
    """A clause of the notice, unchanged, that says what is no longer so: the clause, its gist, and why."""

    clause: Id
    gist: str
    why: str


class Letter(Noun):
    """A short text to tell people of a change; what a person has to fill in stands in square brackets."""

    title: str
    paragraphs: tuple[str, ...]

    @property
    def gaps(self) -> int:
        """How many things somebody has to fill in."""
        return sum(paragraph.count("[") for paragraph in self.paragraphs)

    def text(self) -> str:
        """Return the letter as plain text, paragraphs parted by empty lines."""
        return "\n\n".join([self.title, *self.paragraphs]) + "\n"
