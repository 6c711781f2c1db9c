"""How far a notice is accounted for by a map."""

from __future__ import annotations

from enum import StrEnum

from .noun import Id, Noun


class Standing(StrEnum):
    """How a clause of the map stands to the notice that was given."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    REWORDED = "reworded"
    REMOVED = "removed"


class ClauseCoverage(Noun):
    """One clause: what rests on it, or why nothing does; with the notice, whether it still stands there.

    `rests` are references such as "flow:rent". `likeness` is the estimated Jaccard likeness of the words, 0
    to 1, and 1 for an unchanged sentence. `text` is the sentence, where the notice was given.
    """

    clause: Id
    rests: tuple[str, ...]
    carries_nothing: str | None = None
    standing: Standing | None = None
    likeness: float | None = None
    text: str | None = None

    @property
    def accounted_for(self) -> bool:
        """Whether something rests on the clause, or a reason is given why nothing does."""
        return bool(self.rests or self.carries_nothing)


class Coverage(Noun):
    """The count that proves that every sentence of a notice rests somewhere.

    `added` are (place, sentence) pairs that no clause of the map knows. `sentences` is how many the notice
    that was given has, or None without one.
    """

    clauses: tuple[ClauseCoverage, ...]
    added: tuple[tuple[str, str], ...] = ()
    sentences: int | None = None

    @property
    def complete(self) -> bool:
        """Whether every sentence is known and accounted for, and none was removed."""
        return not self.added and all(
            clause.accounted_for and clause.standing is not Standing.REMOVED for clause in self.clauses
        )
