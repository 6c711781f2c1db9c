"""What one entry of the lexicon of red flags consists of."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.reading import FlagKind

#: How many characters before and after the words an excuse may stand.
BEFORE: Final = 80
AFTER: Final = 120


class FlagEntry(NamedTuple):
    """Words that a careful reader stops at, and what excuses them.

    Parameters
    ----------
    kind, why, ask, law, severity, confidence
        As in the red flag that the entry makes.
    words
        What to look for. Gaps in it are bounded, so that looking takes time in proportion to the text.
    before, after
        What excuses the words when it stands shortly before or behind them: a "not", a condition.
    unless, needs
        What excuses them anywhere in the sentence; what must be in the sentence or its heading as well.
    british
        Whether the words are wrong only in the notice of an organisation of the United Kingdom.
    """

    kind: FlagKind
    words: re.Pattern[str]
    why: str
    ask: str
    law: tuple[str, ...]
    severity: Severity
    confidence: Confidence
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    needs: re.Pattern[str] | None = None
    british: bool = False


def entry(  # noqa: PLR0913, PLR0917  the fields of an entry
    kind: FlagKind,
    words: str,
    why: str,
    ask: str,
    law: str,
    severity: Severity = Severity.LOW,
    confidence: Confidence = Confidence.LIKELY,
    *,
    before: str = "",
    after: str = "",
    unless: str = "",
    needs: str = "",
    british: bool = False,
    exact: bool = False,
) -> FlagEntry:
    """Return an entry with its patterns compiled; `exact` when capitals count, `law` split at semicolons.

    >>> from audit_lib.model.reading import FlagKind
    >>> vague = entry(FlagKind.VAGUE, r"and so on", "Open.", "Say all.", "UK GDPR Art. 12(1); WP260")
    >>> vague.law, bool(vague.words.search("Names And so on."))
    (('UK GDPR Art. 12(1)', 'WP260'), True)
    """
    return FlagEntry(
        kind=kind,
        words=re.compile(words, 0 if exact else re.IGNORECASE),
        why=why,
        ask=ask,
        law=tuple(part.strip() for part in law.split(";")),
        severity=severity,
        confidence=confidence,
        before=_pattern(before),
        after=_pattern(after),
        unless=_pattern(unless),
        needs=_pattern(needs),
        british=british,
    )


def _pattern(source: str) -> re.Pattern[str] | None:
    return re.compile(source, re.IGNORECASE) if source else None
