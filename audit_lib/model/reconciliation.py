"""What was observed, set against what the map declares."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from .data_map import DataMap
from .finding import Finding, Skipped
from .noun import Noun
from .two_sided import Ends
from .verdict import Verdict


class Meaning(Noun):
    """What an observation says in ids of the map; None where its source does not record it.

    `source` is the id of the source. All else are ids of the map, a lawful basis, a role or a country code.
    """

    source: str
    sender: str | None = None
    recipient: str | None = None
    data: str | None = None
    purpose: str | None = None
    activity: str | None = None
    basis: str | None = None
    role: str | None = None
    country: str | None = None
    system: str | None = None


class Group(Noun):
    """Observations that mean the same and earn the same verdict.

    `flow` is the flow that covers them or comes nearest, if any. `observations` is how many there are and
    `people` how many different people they are about; `first` and `last` are moments in UTC. `examples` are
    up to three evidence ids, as ``source:id``, those that come first in the order of text.
    """

    verdict: Verdict
    meaning: Meaning
    flow: str | None = None
    observations: int
    people: int
    first: dt.datetime
    last: dt.datetime
    examples: tuple[str, ...] = ()


class Month(Noun):
    """How often a verdict was earned in a calendar month (``2026-03``), and about how many people.

    People are counted for contradictions alone; for what is covered or unresolved they are None.
    """

    verdict: Verdict
    month: str
    observations: int
    people: int | None = None


class Unresolved(Noun):
    """A word of a source that stands for nothing in the map: `column` and `word`, how many rows, a guess.

    An empty `word` says that the cell is empty where something must stand. `likeliest` is the id that it most
    probably means, for a person to confirm in ``evidence.yaml``. Where a column has too many words to name,
    one entry without a word stands for the rest: `more` is how many there are, and the rows are theirs.
    """

    source: str
    column: str
    word: str
    observations: int
    likeliest: str | None = None
    more: int = 0

    @property
    def words(self) -> int:
        """How many different words it stands for; an empty cell counts as one."""
        return self.more or 1


class Read(Noun):
    """What was read of a source: its kind, files, rows, rows that could not be read, first and last moment.

    `reasons` says of the first rows that were refused where each stands and why, never what it holds, and
    `notes` how the source was read, such as in which encoding.
    """

    source: str
    kind: str
    files: tuple[str, ...] = ()
    rows: int = 0
    refused: int = 0
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    first: dt.datetime | None = None
    last: dt.datetime | None = None
    invented: bool = False


class Unseen(Noun):
    """A flow that the map declares and no observation shows in the time that the sources cover.

    `watched` says whether a source would show it at all. `last` is when it was last seen, if ever, and `days`
    for how many days of those covered it has not been.
    """

    flow: str
    watched: bool
    last: dt.date | None = None
    days: int | None = None


class Volume(Noun):
    """How often a flow was observed, be it that it covers an observation or comes nearest to it."""

    flow: str
    observations: int
    last: dt.datetime


class LateDeletion(Noun):
    """Deletions of a category by a holder after its retention period had ended (UK GDPR Art. 5(1)(e))."""

    sender: str
    data: str
    deletions: int
    people: int
    first: dt.datetime
    last: dt.datetime
    examples: tuple[str, ...] = ()


class DueDeletion(Noun):
    """What became of data whose retention period is over, for one rule of the map (UK GDPR Art. 5(1)(e)).

    `rule` is the id of the retention statement, `sender` the party whose deletions of the category `data` are
    logged in `sources`; all three are empty where no deletion of anything that the rule governs is logged.
    `due` is how many people the period is over for, on the day of the report or of the last deletion that is
    logged, whichever is later. Each of them is one of `in_time` (deleted before the period was over), `late`
    (deleted after it) and `unlogged` (no deletion of this category by this holder is logged). `longest` is
    by how many days the latest of the late deletions came after the last day of the period.
    """

    rule: str
    sender: str | None = None
    data: str | None = None
    sources: tuple[str, ...] = ()
    due: int
    in_time: int = 0
    late: int = 0
    longest: int | None = None

    @property
    def unlogged(self) -> int:
        """How many of the people have no deletion logged."""
        return self.due - self.in_time - self.late


class Reconciliation(Noun):
    """All that the sources show about a map on a day: the answer of ``evidence check``.

    `observations` is how many were compared, `people` how many different people the contradictions touch;
    `verdicts` says how many observations earn each verdict, and `people_by_verdict` how many people each
    contradiction is about. `groups` are the contradictions by what was observed, `totals` the same merged to
    what a finding is about (`grounds.LEVELS`): both in the order of `Verdict`, the most frequent first. Where
    too many different ones were observed to tell, `groups` are merged like `totals`, and `skipped` says so.
    `late` are deletions after the end of retention, `due` what became of all that was due by then, `ends`
    what two ends of the same disclosures say of each other. Nothing in it is suppressed: that is done where
    it is shown, below `threshold` people. `invented` says that a source is made up for a demonstration.
    """

    data_map: DataMap
    as_of: dt.date
    engine: str
    observations: int
    people: int
    reads: tuple[Read, ...]
    verdicts: Mapping[Verdict, int] = {}
    people_by_verdict: Mapping[Verdict, int] = {}
    groups: tuple[Group, ...]
    totals: tuple[Group, ...] = ()
    months: tuple[Month, ...]
    unresolved: tuple[Unresolved, ...]
    unseen: tuple[Unseen, ...]
    volumes: tuple[Volume, ...]
    late: tuple[LateDeletion, ...] = ()
    due: tuple[DueDeletion, ...] = ()
    ends: tuple[Ends, ...] = ()
    findings: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    threshold: int = 10

    @property
    def invented(self) -> bool:
        """Whether any of it is made up for a demonstration or a test."""
        return any(read.invented for read in self.reads)
