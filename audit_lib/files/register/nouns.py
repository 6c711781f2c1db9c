"""What goes into the register and what comes out of it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final

from pydantic import Field, JsonValue, StringConstraints

from ...model.noun import Noun
from ...model.request import Pseudonym

#: What begins the ids of each sort of entry.
PREFIXES: Final = {"request": "R", "restriction": "RES", "breach": "B"}

#: What was done, in a word or a few.
What = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]


class Draft(Noun):
    """An entry as its maker wants it: the dates to find it by, whom it is about, and all the rest.

    `body` holds what JSON can hold, with text as its keys; the order of its keys is not kept. A name must not
    stand in it: what is written into the history stays.
    """

    opened: dt.date
    closed: dt.date | None = None
    due: dt.date | None = None
    person: Pseudonym | None = None
    body: dict[str, JsonValue] = Field(default_factory=dict)


class Stored(Draft):
    """An entry as the register has it; `seq` is the number of the event that made it what it is."""

    id: str
    sort: str
    seq: int
    changed_at: dt.datetime

    @property
    def is_open(self) -> bool:
        """Whether the entry has not been closed."""
        return self.closed is None


class Event(Noun):
    """One thing that was done to one entry, and what the entry was afterwards.

    `before` is the hash of the event before it in the whole register, `hash` its own.
    """

    seq: int
    at: dt.datetime
    entry: str
    what: str
    draft: Draft
    before: str
    hash: str


class Trouble(Noun):
    """One thing that is wrong with a register: at which event or entry, what, and what to do."""

    seq: int | None = None
    entry: str | None = None
    message: str
    remedy: str

    def __str__(self) -> str:
        at = [f"event {self.seq}"] if self.seq is not None else []
        at += [self.entry] if self.entry is not None else []
        return f"{', '.join(at)}: {self.message} {self.remedy}" if at else f"{self.message} {self.remedy}"


class Verification(Noun):
    """What was found when a register was verified.

    `head` is ``number:hash`` of the last event. Noted elsewhere and given back later, it proves that nothing
    has been cut off the end since. `more` counts the troubles beyond those that are listed.
    """

    troubles: tuple[Trouble, ...]
    more: int
    events: int
    entries: int
    head: str

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.troubles
