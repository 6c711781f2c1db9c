"""Candidates as they are gathered sentence by sentence, before they become entries of a map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...model.noun import Confidence, Stance


@dataclass
class Candidate:
    """Something that sentences speak of: its id and name, what it rests on, and what is said of it.

    `sure` is the confidence of the surest sentence, `fields` single values and `lists` lists without doubles.
    """

    id: str
    name: str
    clauses: dict[str, None] = field(default_factory=dict)
    sure: Confidence = Confidence.ASK
    fields: dict[str, Any] = field(default_factory=dict)
    lists: dict[str, dict[str, None]] = field(default_factory=dict)
    note: str = ""

    def rest_on(self, clauses: Iterable[str], sure: Confidence) -> None:
        """Add sentences that it rests on."""
        self.clauses.update(dict.fromkeys(clauses))
        self.sure = max(self.sure, sure, key=lambda one: one.rank)

    def add(self, **values: Iterable[str]) -> None:
        """Add values to lists, each value once."""
        for name, each in values.items():
            self.lists.setdefault(name, {}).update(dict.fromkeys(each))

    def entry(self, **more: Any) -> dict[str, Any]:
        """Return the entry of the map: what rests on a sentence is stated, or unclear where it is a question.

        >>> made = Candidate("rent", "Rent")
        >>> made.entry()["stance"].value, made.entry(clauses=("c-001",))["confidence"].value
        ('expected', 'ask')
        """
        grounds = tuple(self.clauses) or tuple(more.pop("clauses", ()))
        stance = Stance.UNCLEAR if self.sure is Confidence.ASK else Stance.STATED
        found = {
            "id": self.id,
            "name": self.name,
            "stance": stance if grounds else Stance.EXPECTED,
            "clauses": grounds,
            "confidence": self.sure,
            **self.fields,
            **{name: tuple(values) for name, values in self.lists.items()},
            **more,
        }
        return {**found, "note": self.note} if self.note else found


def in_order(candidates: Mapping[str, Candidate]) -> list[Candidate]:
    """Return candidates by the first sentence that they rest on; those that rest on none come last.

    >>> a, b = Candidate("a", "A"), Candidate("b", "B", clauses={"c-001": None})
    >>> [one.id for one in in_order({"a": a, "b": b})]
    ['b', 'a']
    """
    return sorted(candidates.values(), key=lambda one: (not one.clauses, min(one.clauses, default="")))
