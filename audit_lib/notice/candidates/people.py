"""The parties of a map that is being drafted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from ...model.party import PartyKind
from .gathering import Candidate
from .naming import Ids
from .reading import Read

CONTROLLER: Final = "controller"
REGULATOR: Final = "class:information-commissioner"
YOU: Final = "you"


@dataclass
class People:
    """The parties that were found, by key, and what each sentence says of them.

    Keys are "controller", "you", "org:…" for named organisations, "class:…" for classes of recipients and
    "subject:…" for the people whom data is about. `gets` and `gives` hold, by clause, the keys of those who
    get data and those who give it; `named` those who are named for another reason.
    """

    found: dict[str, Candidate] = field(default_factory=dict)
    gets: dict[str, list[str]] = field(default_factory=dict)
    gives: dict[str, list[str]] = field(default_factory=dict)
    subjects: dict[str, list[str]] = field(default_factory=dict)
    addressed: str = YOU

    def id(self, key: str) -> str:
        """Return the id of a party."""
        return self.found[key].id

    def about(self, read: Read) -> list[str]:
        """Return the keys of the people whom a sentence is about; those addressed, where it names none."""
        return self.subjects.get(read.clause) or [self.addressed]


def enter(people: People, key: str, name: str, kind: PartyKind, ids: Ids) -> Candidate:
    """Return the candidate of a party; made, if it is not there yet.

    >>> people, ids = People(), Ids()
    >>> enter(people, "org:kite", "Kite Ltd", PartyKind.ORGANISATION, ids).id, list(people.found)
    ('kite-ltd', ['org:kite'])
    """
    if key not in people.found:
        people.found[key] = Candidate(ids.make(name, "party"), name, fields={"kind": kind})
    return people.found[key]
