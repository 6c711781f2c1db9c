"""What an assumption is, and of what sort of event it speaks."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from ..law.authority import Authority
from ..model.assumption import AssumptionName, Unit

CASES: Final = "published cases of the regulator, see law.enforcement"
JUDGED: Final = "judgement of the authors; no published figure"
COMMON: Final = "general knowledge, not checked"


class Event(StrEnum):
    """What sort of event a scenario of harm comes to."""

    STORE = "store"
    SLIP = "slip"
    GRIEVANCE = "grievance"


class Assumption(NamedTuple):
    """A figure as a 90 % range (with `mode`, a triangle), why it is so, who says so, and with what weight."""

    id: AssumptionName
    name: str
    low: float
    high: float
    unit: Unit
    why: str
    source: str = JUDGED
    authority: Authority = Authority.ASSUMPTION
    mode: float | None = None


class Frequency(NamedTuple):
    """How often a scenario comes to an event before any safeguard, and of which sort; `once`: once a year."""

    event: Event
    low: float
    high: float
    why: str
    source: str = JUDGED
    once: bool = False
    authority: Authority = Authority.ASSUMPTION

    @property
    def unit(self) -> Unit:
        """What the range counts."""
        return Unit.CHANCE if self.once else Unit.EVENTS
