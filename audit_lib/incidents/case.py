"""What the duties toward the regulator and people rest on, and which open answers could still turn them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from ..law.enisa import level_of
from ..model.circumstances import Availability, Circumstances, Integrity
from ..model.deadline import Clock, Deadline
from ..model.incident import BreachSeverity
from ..model.noun import Answer

ASK_ENCRYPTED: Final = (
    "Was the data encrypted or otherwise unreadable to whoever has it, with the key safe? If so, the "
    "regulator need not be told while a good copy exists, and people need not."
)
ASK_CONTAINED: Final = (
    "Has anything been done since that makes a high risk to people no longer likely (deleted unread, "
    "recalled, access revoked)? If so, they need not be told; for the regulator any risk counts."
)
ASK_TRUSTED: Final = (
    "After what was done since, is any risk to people unlikely, and not just a high one (a trusted recipient "
    "deleted it unread)? If so, the regulator need not be told: decide it, and put the reasons on file."
)
#: One answer about the circumstances moves the score by so much.
_CLOSE: Final = 0.25
_HARMED: Final = (Integrity.ALTERED, Integrity.RECOVERABLE, Integrity.FOR_GOOD)
_GONE: Final = (Availability.TEMPORARY, Availability.FOR_GOOD)


@dataclass(frozen=True)
class Case:
    """All that the duties rest on."""

    circumstances: Circumstances
    severity: BreachSeverity
    clock: Clock
    as_of: dt.date

    @property
    def elsewise_lost(self) -> bool:
        """Whether data was altered or cannot be had: encryption is no help against that."""
        return self.circumstances.integrity in _HARMED or self.circumstances.availability in _GONE

    @property
    def unreadable(self) -> bool:
        """Whether nothing is lost but the sight of data that nobody can read."""
        kept = self.circumstances.availability in (Availability.NONE, Availability.BRIEF)
        whole = self.circumstances.integrity is Integrity.NONE
        return self.circumstances.encrypted is Answer.YES and kept and whole

    @property
    def could_free(self) -> tuple[str, ...]:
        """The open questions of which an answer could still show that a risk is unlikely."""
        if self.elsewise_lost:
            return ()
        trusted = (ASK_TRUSTED,) if self.circumstances.contained is Answer.YES else ()
        if self.circumstances.encrypted in (Answer.NO, Answer.NOT_APPLICABLE):
            return trusted
        if self.circumstances.encrypted is not Answer.YES:
            return (ASK_ENCRYPTED, *trusted)
        parts = ("integrity", "availability")
        asks = (step.question for step in self.severity.steps if step.part in parts and step.question)
        return (*asks, *trusted)

    @property
    def close(self) -> str:
        """A word of care where the highest score nearly reaches the next level."""
        nearly = level_of(self.severity.highest + _CLOSE) is not self.severity.highest_level
        return " The score is close to the next level: have a second person look." if nearly else ""

    @property
    def deciding(self) -> tuple[str, ...]:
        """The open questions of the severity."""
        return tuple(step.question for step in self.severity.steps if step.question)

    @property
    def reaches(self) -> str:
        """The level, or the two levels between which it lies, in words."""
        low, high = self.severity.level.words, self.severity.highest_level.words
        return low if low == high else f"{low} to {high}"

    def by(self, place: int) -> Deadline | None:
        """Return a time of the clock, if it has that many."""
        return self.clock.deadlines[place] if place < len(self.clock.deadlines) else None
