"""What has become of a mapped notice in a new version of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from .coverage import Standing
from .finding import Severity
from .noun import Confidence, Id, Noun


class SentenceChange(Noun):
    """One sentence, before and after.

    A sentence of the map's notice that still stands has both; one that was removed has no `place` and no
    `text`; one that was added has no `clause`, no `gist` and no `standing`. `old_text` is there only when the
    old notice was given. `likeness` is the estimated Jaccard likeness of the words, 0 to 1. `rests` are the
    entries of the map that cite the clause.
    """

    standing: Standing | None = None
    clause: Id | None = None
    gist: str | None = None
    place: str | None = None
    text: str | None = None
    old_text: str | None = None
    likeness: float | None = None
    rests: tuple[str, ...] = ()


class LostGround(Noun):
    """An entry of the map that cited sentences which are gone or reworded.

    `all_gone` when no sentence that it cites stands unchanged any more. `clauses` are those that are gone or
    reworded.
    """

    reference: str
    name: str
    all_gone: bool
    clauses: tuple[Id, ...]


class ChangeKind(StrEnum):
    """Why a change of a notice matters to people, who then have to be told of it (Art. 13(3), 5(1)(a))."""

    NEW_RECIPIENT = "new-recipient"
    NEW_PURPOSE = "new-purpose"
    NEW_CATEGORY = "new-category"
    NEW_TRANSFER = "new-transfer"
    WEAKER_RIGHT = "weaker-right"
    LONGER_RETENTION = "longer-retention"
    WEAKER_SAFEGUARD = "weaker-safeguard"
    NEW_BASIS = "new-basis"
    PROMISE_DROPPED = "promise-dropped"
    CONTROLLER_CHANGED = "controller-changed"


class Significance(Noun):
    """One reason why people must be told of the change, with the clauses and places that it rests on."""

    kind: ChangeKind
    what: str
    severity: Severity
    confidence: Confidence
    clauses: tuple[Id, ...] = ()
    places: tuple[str, ...] = ()


class NoticeChange(Noun):
    """A mapped notice against its new text: sentence by sentence, what loses its ground, what matters."""

    changes: tuple[SentenceChange, ...]
    lost: tuple[LostGround, ...]
    significant: tuple[Significance, ...]

    def count(self, standing: Standing | None) -> int:
        """Return how many sentences are of a standing; None counts those that were added."""
        return sum(change.standing is standing for change in self.changes)

    @property
    def must_tell(self) -> bool:
        """Whether people have to be told of the change."""
        return bool(self.significant)

    def as_json(self) -> dict[str, Any]:
        """Return the object that ``privacy-audit notice compare --format json`` prints."""
        counts = {
            standing.value if standing else "added": self.count(standing) for standing in (*Standing, None)
        }
        return {**self.model_dump(mode="json"), "counts": counts, "must_tell": self.must_tell}
