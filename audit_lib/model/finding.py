"""Something that an auditor would report, and what has been decided about it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

from ..errors import Place
from .noun import Confidence, Id, Noun, Text


class Severity(StrEnum):
    """How much a finding matters if it is true."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """Return 3 for high, 2 for medium, 1 for low."""
        return {"high": 3, "medium": 2, "low": 1}[self.value]


class Status(StrEnum):
    """What has been decided; an acceptance that has run out is `expired` and counts as open."""

    OPEN = "open"
    ACCEPTED = "accepted"
    IN_HAND = "in-hand"
    EXPIRED = "expired"


class Decision(Noun):
    """What a person has decided about a finding, why, and until when (a date, inclusive)."""

    finding: Text
    status: Status
    owner: Text
    reason: Text
    expires: dt.date | None = None

    def on(self, day: dt.date) -> Status:
        """Return how the finding stands on a day: as decided, or expired after the last day of it."""
        run_out = self.expires is not None and day > self.expires
        return Status.EXPIRED if run_out and self.status is not Status.OPEN else self.status


class Finding(Noun):
    """One thing that an auditor would report.

    `id` is made from the rule and what the finding touches, so that it stays the same while the cause does.
    `about` names what it touches as ``kind:id`` ("flow:card-payment"), `places` where that stands.

    `items` are the transparency items that the notice tells worse for it. Where two sides cannot both be
    true, `contradicts` are those of the `clauses` that stand on the second side; where what is done stands on
    the first, they are all of them.
    """

    id: str
    rule: str
    theme: str
    title: str
    severity: Severity
    confidence: Confidence
    status: Status = Status.OPEN
    law: tuple[str, ...]
    about: tuple[str, ...]
    clauses: tuple[Id, ...] = ()
    contradicts: tuple[Id, ...] = ()
    items: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    message: str
    remedy: str
    decision: Decision | None = None

    @property
    def counts(self) -> bool:
        """Whether the finding is still to be dealt with: open, or accepted until a date that has passed."""
        return self.status in (Status.OPEN, Status.EXPIRED)

    def as_json(self) -> dict[str, Any]:
        """Return the finding as an object for JSON, places as ``{"file", "line"}``."""
        shown = self.model_dump(mode="json", exclude={"places", "decision"})
        shown["places"] = [{"file": place.file, "line": place.line} for place in self.places]
        if self.decision:
            shown["decision"] = self.decision.model_dump(mode="json", exclude={"finding", "status"})
        return shown


class Skipped(Noun):
    """Something that was not done, and why: a rule that could not run, a file that was not read."""

    what: str
    why: str
