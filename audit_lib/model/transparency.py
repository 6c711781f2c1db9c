"""How a notice stands to what people must be told: what shows it, and the judgement item by item."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from .noun import Confidence, Noun


class Verdict(StrEnum):
    """How far a notice tells one thing that must be told; `present` when a reader could act on it."""

    PRESENT = "present"
    PARTIAL = "partial"
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"


class Effect(StrEnum):
    """What a sign does to the judgement of an item.

    `shows`: an aspect of the item is there. `weakens`: what is there cannot be relied on as it stands.
    `applies`: the item, told only in some cases, is due here. `waives`: the aspect, or without an aspect the
    whole item, is not due here.
    """

    SHOWS = "shows"
    WEAKENS = "weakens"
    APPLIES = "applies"
    WAIVES = "waives"


class Sign(Noun):
    """Something in a notice that counts for or against one transparency item.

    `item` and `aspect` are ids of `law.transparency`; `at` is the clause of a map, the place of a sentence in
    a text ("21.2"), or empty for the notice as a whole; `why` goes into the judgement of whatever weakens,
    waives or makes due.
    """

    item: str
    effect: Effect
    aspect: str = ""
    at: str = ""
    why: str = ""
    confidence: Confidence = Confidence.CERTAIN


class Judgement(Noun):
    """How a notice stands to one item: the verdict, what it rests on and why.

    `found` and `lacking` say in words which aspects are there and which are due and not there; `at` are the
    clauses or the places of the sentences that the verdict rests on, in the order of the notice.
    """

    item: str
    provision: str
    requirement: str
    verdict: Verdict
    confidence: Confidence
    found: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    why: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the judgement as an object for JSON."""
        return self.model_dump(mode="json")
