"""What the clauses that are gone said, and whether the new words still say it."""

from __future__ import annotations

from typing import Final

from ...model.finding import Severity
from ...model.notice import Clause
from ...model.notice_change import ChangeKind, Significance
from ...model.noun import Confidence
from ..concepts.concept import Family
from ..concepts.concepts import mentions_in
from .known import DENIAL, is_denied
from .words import Changed, reason

#: From this likeness on a sentence is taken to say still what no word in it contradicts.
NEARLY: Final = 0.8


def lost(
    kind: ChangeKind, what: str, severity: Severity, clause: Clause, one: Changed | None
) -> Significance:
    """Return a reason; that something is no longer said is a question without the old words.

    Parameters
    ----------
    kind, what, severity
        As in the reason.
    clause, one
        The clause that is gone, and the sentence that it has become, if any.

    >>> clause = Clause(id="c", heading="H", place="1.1", gist="-", fingerprint="0" * 16, sketch="0" * 64)
    >>> lost(ChangeKind.WEAKER_RIGHT, "Access.", Severity.HIGH, clause, None).confidence.value
    'likely'
    """
    sure = one is None or one.old_text is not None
    return reason(
        kind,
        what,
        severity,
        Confidence.LIKELY if sure else Confidence.ASK,
        clause=clause,
        place=one.sentence.place if one else None,
    )


def speaks(text: str, family: Family, of: str) -> bool:
    """Return whether a sentence speaks of a concept, and does not deny it.

    >>> speaks("We ask the police.", Family.PARTY, "law-enforcement")
    True
    >>> speaks("We never ask the police.", Family.PARTY, "law-enforcement")
    False
    """
    return any(
        mention.family is family and mention.concept == of and not is_denied(text, mention.start)
        for mention in mentions_in(text)
    )


def unreadable(one: Changed | None, family: Family, of: str) -> bool:
    """Return whether silence of the new words on a concept proves nothing.

    So it is where the tables of concepts do not see it in the old words either, or, without the old words,
    where hardly a word changed and nothing is denied.

    >>> unreadable(None, Family.RIGHT, "access")
    False
    """
    if one is None:
        return False
    if one.old_text is not None:
        return not speaks(one.old_text, family, of)
    denies = DENIAL.search(one.sentence.text) is not None
    return not denies and one.likeness is not None and one.likeness >= NEARLY
