"""An entry of the register of breaches: facts, effects, what was done, who was told (Art. 33(5))."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import AwareDatetime, StringConstraints, model_validator

from .circumstances import Availability, Circumstances, Confidentiality, DutyKind, Integrity, Verdict
from .incident import Level
from .noun import Id, Noun, Said

#: The number of an entry, such as B-2026-0001.
BreachId = Annotated[str, StringConstraints(pattern=r"^B-\d{4}-\d{4,}$", max_length=20)]

#: A few sentences about effects or measures, in which no name belongs.
Note = Annotated[str, StringConstraints(min_length=1, max_length=2_000, strip_whitespace=True)]

#: What the regulator calls its case: letters, digits and some signs.
REFERENCE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39}")
Reference = Annotated[str, StringConstraints(pattern=f"^{REFERENCE.pattern}$")]


class LateReason(StrEnum):
    """Why the regulator was told late (Art. 33(1)), in words that a report can count."""

    INVESTIGATION = "investigation"
    SCALE_UNCLEAR = "scale-unclear"
    PROCESSOR_LATE = "processor-late"
    JUDGED_UNLIKELY = "judged-unlikely"
    SYSTEMS_DOWN = "systems-down"
    POLICE_ASKED = "police-asked"
    OVERLOOKED = "overlooked"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The reason as it is written to the regulator."""
        return _LATE[self]


_LATE: Final = {
    LateReason.INVESTIGATION: "the facts were still being established",
    LateReason.SCALE_UNCLEAR: "it was not clear whose data was concerned",
    LateReason.PROCESSOR_LATE: "the processor told us late",
    LateReason.JUDGED_UNLIKELY: "a risk to people was first judged unlikely",
    LateReason.SYSTEMS_DOWN: "the systems that we needed were down",
    LateReason.POLICE_ASKED: "the police asked us to wait",
    LateReason.OVERLOOKED: "the time was overlooked",
    LateReason.OTHER: "another reason, which the effects describe",
}


class Judged(Noun):
    """What an assessment said of one duty, kept as it was said: the map may change, the record must not."""

    duty: DutyKind
    verdict: Verdict
    why: Said
    decided: Said | None = None


class Told(Noun):
    """Who has been told of a breach, and when; the moments are in UTC.

    `late` says why the regulator was told late, `none` why nobody was told who might have been.
    """

    regulator: AwareDatetime | None = None
    reference: Reference | None = None
    late: tuple[LateReason, ...] = ()
    people: dt.date | None = None
    controller: AwareDatetime | None = None
    none: Note | None = None


class BreachRecord(Noun):
    """One breach in the register; every breach has an entry, also one that nobody was told of (Art. 33(5)).

    `circumstances` are the facts as they are known now, `data` and `subjects` what the map showed as exposed.
    `lowest` and `highest` are the scores of the severity (0.25 to 6) with their levels, as assessed on
    `assessed_on` with the map of that hash. `due` is the moment, in UTC, when 72 hours have passed; None
    where the regulator need not be told by this organisation. `name` is that of what was hit.
    """

    id: BreachId
    map_id: Id
    map_sha256: str
    name: Said
    circumstances: Circumstances
    data: tuple[Id, ...]
    subjects: tuple[Id, ...]
    assessed_on: dt.date
    lowest: float
    highest: float
    level: Level
    highest_level: Level
    judged: tuple[Judged, ...]
    ours: bool
    due: AwareDatetime | None = None
    told: Told = Told()
    effects: Note | None = None
    action: Note | None = None
    closed_on: dt.date | None = None
    closed_because: Note | None = None

    @model_validator(mode="after")
    def _aware_is_a_moment(self) -> Self:
        if self.circumstances.aware.tzinfo is None:
            raise ValueError("the moment of awareness is kept in UTC")
        return self

    @property
    def sorts(self) -> tuple[str, ...]:
        """Which of confidentiality, integrity and availability are known to have been lost."""
        facts = self.circumstances
        known = {
            "confidentiality": facts.confidentiality
            not in (Confidentiality.NONE, Confidentiality.NOT_STATED),
            "integrity": facts.integrity not in (Integrity.NONE, Integrity.NOT_STATED),
            "availability": facts.availability not in (Availability.NONE, Availability.NOT_STATED),
        }
        return tuple(name for name, lost in known.items() if lost)

    def verdict(self, duty: DutyKind) -> Verdict | None:
        """Return how far a duty held when the breach was assessed; None where there was no such question."""
        return next((each.verdict for each in self.judged if each.duty is duty), None)

    def owed(self, duty: DutyKind) -> bool:
        """Say whether somebody has to be told, on all that was known or unless something else turns up."""
        return self.verdict(duty) in (Verdict.MUST, Verdict.PRESUMABLY)

    @property
    def late(self) -> bool:
        """Whether the regulator was told after the 72 hours had passed."""
        return self.due is not None and self.told.regulator is not None and self.told.regulator > self.due

    def running(self) -> bool:
        """Say whether the clock of 72 hours counts: the regulator may have to be told, and has not been."""
        return self.closed_on is None and self.due is not None and self.told.regulator is None
