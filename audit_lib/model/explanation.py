"""Why one observation is judged as it is: every test, and what of the map each rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from .data_map import DataMap
from .finding import Skipped
from .noun import Noun
from .reconciliation import Meaning
from .verdict import Verdict


class Outcome(StrEnum):
    """How a test ended.

    `not-applicable`: there was nothing to test. `not-tested`: there was, and what it needs is missing.
    """

    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not-applicable"
    NOT_TESTED = "not-tested"


class Fit(StrEnum):
    """How far a flow covers one thing that is observed."""

    EXACT = "exact"
    GENERAL = "general"
    NOT = "not"


class Word(Noun):
    """What a column of the observation says and which id of the map that stands for.

    `word` is as logged, cut where it is long, and without what may stand for a person; None where the source
    does not record it. `constant` says that it holds for all rows of the source. `likeliest` is a guess where
    it stands for nothing.
    """

    column: str
    word: str | None = None
    stands_for: str | None = None
    likeliest: str | None = None
    constant: bool = False

    @property
    def unresolved(self) -> bool:
        """Whether it stands for nothing in the map."""
        return self.word is not None and self.stands_for is None


class Support(Noun):
    """Something that a test rests on: its reference, such as ``clause:c3-1``, and what that says in short."""

    reference: str
    words: str


class Examined(Noun):
    """One test of an observation: how it ended, why, what that rests on, and the verdict that it earns."""

    test: str
    outcome: Outcome
    why: str
    rests_on: tuple[Support, ...] = ()
    verdict: Verdict | None = None


class Nearby(Noun):
    """A flow that the observation was set against: how it covers ends and data, and where it differs.

    `position` counts the flows of the map from 0.
    """

    flow: str
    sender: Fit
    recipient: Fit
    data: Fit
    differs: tuple[str, ...] = ()
    general: bool = False
    position: int

    @property
    def is_candidate(self) -> bool:
        """Whether it covers sender, recipient and data."""
        return Fit.NOT not in (self.sender, self.recipient, self.data)


class Observation(Noun):
    """One reading of a row: a cell with several values is read once for each of them.

    `at` is the moment in UTC, `day` the day that clocks in the United Kingdom showed. `person` is a keyed
    pseudonym, or None where no key is given; `has_person` says whether the row names somebody.
    """

    at: dt.datetime
    day: dt.date
    has_person: bool
    person: str | None = None
    words: tuple[Word, ...]
    meaning: Meaning
    tests: tuple[Examined, ...]
    flow: str | None = None
    nearby: tuple[Nearby, ...] = ()
    verdicts: tuple[Verdict, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it as an object for JSON."""
        return self.model_dump(mode="json")


class Explanation(Noun):
    """Why the observation with an evidence id (``source:id``) is judged as it is; see `Observation`."""

    data_map: DataMap
    as_of: dt.date
    id: str
    source: str
    source_name: str
    files: tuple[str, ...] = ()
    observations: tuple[Observation, ...]
    skipped: tuple[Skipped, ...] = ()
    invented: bool = False

    def as_json(self) -> Mapping[str, Any]:
        """Return the object that ``privacy-audit evidence explain --format json`` prints."""
        return {
            "map": self.data_map.stamp,
            "as_of": self.as_of.isoformat(),
            "id": self.id,
            "source": {"id": self.source, "name": self.source_name, "files": list(self.files)},
            "invented": self.invented,
            "observations": [one.as_json() for one in self.observations],
            "skipped": [one.model_dump() for one in self.skipped],
        }
