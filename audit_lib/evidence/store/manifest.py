"""What a store holds, as its list of contents says it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field

from ...errors import InputError
from ...model.evidence_source import Column
from ...model.finding import Skipped
from ...model.noun import Noun
from ...model.reconciliation import Read, Unresolved
from ..engine.lists import LIST_TABLES
from ..intake.find_files import plain_path

#: In which form a store is written; one of another form is made anew.
FORMAT: Final = 4

#: The files of a part of a log, and of what a comparison came to, before their number.
PART_FILES: Final = ("rows", "patterns", "days")
OUTCOME_FILES: Final = (
    "found", "needs", "cells", "flagged", "contrary", "touched", "counted", "figures",
)  # fmt: skip
ALL_FILES: Final = frozenset({*PART_FILES, *LIST_TABLES, *OUTCOME_FILES})

#: The number of a part, of lists or of found rows, which is in the names of their files.
Part = Annotated[int, Field(ge=1)]


class FileMark(Noun):
    """What tells whether a file is the one that was read: name, size in bytes, time of last change.

    `content` is a hash of its size, its beginning and its end, by which it is known under another name.
    """

    name: str
    size: int
    changed_ns: int
    content: str


class KeptLog(Noun):
    """What is kept of a source of disclosures: its shape, the files read, parts, rows, rows refused.

    `people` are the files that say whom its person column names, if those stand beside it; `reasons`, `notes`
    and `names` are what was told when its files were read.
    """

    shape: str
    recorded: tuple[Column, ...]
    people_are_text: bool
    files: tuple[FileMark, ...] = ()
    people: tuple[FileMark, ...] = ()
    parts: tuple[Part, ...] = ()
    rows: int = 0
    refused: int = 0
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class KeptLists(Noun):
    """What is kept of the lists: what they were made of, and what can be tested with them.

    `scopes` are what their entries forbid, each as the words from which it is made again; `reads`,
    `unresolved` and `skipped` are what was told when they were read.
    """

    number: Part
    made_of: str
    people_are_text: bool
    scopes: tuple[tuple[str, ...], ...]
    started: tuple[str, ...]
    list_of: tuple[int, ...]
    consents: tuple[str, ...]
    requests: tuple[str, ...] | None
    unresolved: tuple[Unresolved, ...] = ()
    reads: tuple[Read, ...] = ()
    skipped: tuple[Skipped, ...] = ()


class KeptOutcome(Noun):
    """What a comparison of all rows came to: of which parts, by which lists, in which stretches of days.

    `starts` are the first days of all stretches but the first, counted from 1970.
    """

    number: Part
    parts: tuple[Part, ...]
    made_of: str
    starts: tuple[int, ...] = ()


class Manifest(Noun):
    """All that a store holds; `last` is the greatest number of a part so far, `patterns` their count."""

    format: int = FORMAT
    last: int = 0
    patterns: int = 0
    logs: Mapping[str, KeptLog] = {}
    lists: KeptLists | None = None
    outcome: KeptOutcome | None = None

    def files(self) -> frozenset[str]:
        """Return the names of the files that it stands for.

        >>> sorted(Manifest(outcome=KeptOutcome(number=2, parts=(), made_of="")).files())[:2]
        ['cells-2.parquet', 'contrary-2.parquet']
        """
        parts = [part for log in self.logs.values() for part in log.parts]
        named = [(what, part) for what in PART_FILES for part in parts]
        if self.lists is not None:
            named += [(what, self.lists.number) for what in LIST_TABLES]
        if self.outcome is not None:
            named += [(what, self.outcome.number) for what in OUTCOME_FILES]
        return frozenset(f"{what}-{number}.parquet" for what, number in named)


def damaged(file: Path, what: str) -> InputError:
    """Return the error for a file of a store that is of no use.

    >>> print(damaged(Path("kept/store.json"), "This is no list"))
    kept/store.json This is no list: delete the store and let it be made anew.
    """
    return InputError.at(plain_path(file.as_posix()), f"{what}: delete the store and let it be made anew.")
