"""Sentences about a notice, whose every number is computed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..model.coverage import Standing
from ..model.notice_change import NoticeChange
from ..model.reading import NoticeReading
from ..model.transparency import Judgement, Verdict
from .sentences import count, listing


def reading_title(reading: NoticeReading) -> str:
    """Return how many of the things that must be told a notice tells.

    >>> import datetime as dt
    >>> from audit_lib.notice.examine import examine
    >>> reading_title(examine("We keep it safe.", dt.date(2026, 11, 22)))
    '0 of 15 things that must be told are present, 15 missing'
    """
    return judgements_title(reading.judgements)


def judgements_title(judgements: Sequence[Judgement]) -> str:
    """Return how many of the things that must be told are present, and how many are not.

    >>> judgements_title([])
    'Nothing has to be told'
    """
    due = [each for each in judgements if each.verdict is not Verdict.NOT_APPLICABLE]
    if not due:
        return "Nothing has to be told"
    by = Counter(each.verdict for each in due)
    told = f"{by[Verdict.PRESENT]} of {len(due)} things that must be told are present"
    rest = [f"{by[v]} {v.value}" for v in (Verdict.PARTIAL, Verdict.MISSING) if by[v]]
    return f"{told}, {listing(rest)}" if rest else told


def change_title(change: NoticeChange) -> str:
    """Return how much of a notice has changed, and whether people have to be told.

    >>> change_title(NoticeChange(changes=(), lost=(), significant=()))
    'The notice is as it was when the map was made'
    """
    parts = [
        (Standing.REWORDED, "reworded"),
        (Standing.REMOVED, "removed"),
        (None, "added"),
        (Standing.MOVED, "moved"),
    ]
    said = [f"{change.count(standing):,} {word}" for standing, word in parts if change.count(standing)]
    if not said:
        return "The notice is as it was when the map was made"
    reasons = count(len(change.significant), "reason")
    told = f"{reasons} to tell people" if change.must_tell else "nothing that people must be told of"
    return f"{listing(said)}; {told}"
