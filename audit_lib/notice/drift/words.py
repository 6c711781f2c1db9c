"""What a comparison works on: the sentences that changed, what went, and how to say what it means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...model.coverage import Standing
from ...model.data_map import DataMap
from ...model.finding import Severity
from ...model.notice import Clause
from ...model.notice_change import ChangeKind, Significance
from ...model.noun import Confidence
from ..clauses import Sentence
from ..concepts.concept import Family
from ..concepts.concepts import Mention


class Changed(NamedTuple):
    """A new or reworded sentence: with the words that introduce its list, and the clause that it was."""

    sentence: Sentence
    lead: str
    clause: Clause | None
    old_text: str | None
    likeness: float | None
    mentions: tuple[Mention, ...]

    @property
    def context(self) -> str:
        """The heading and the introduction above the sentence."""
        return f"{self.sentence.heading} {self.lead}"


class Comparison(NamedTuple):
    """A map's notice against its new text.

    `standing` are the clauses whose words stand there still (unchanged or moved), `changed` the sentences
    that are new or reworded, `removed` the clauses that are gone, `old_texts` the words of removed clauses
    where the old notice is at hand, `spoken` what the changed sentences speak of and do not deny.
    """

    data_map: DataMap
    sentences: Sequence[Sentence]
    standing: Sequence[Clause]
    changed: Sequence[Changed]
    removed: Sequence[Clause]
    old_texts: dict[str, str]
    spoken: frozenset[tuple[Family, str]]

    @property
    def reworded(self) -> Sequence[tuple[Clause, Changed]]:
        """The reworded clauses, each with its sentence."""
        return [(one.clause, one) for one in self.changed if one.clause]

    @property
    def gone(self) -> Sequence[tuple[Clause, Changed | None]]:
        """The clauses that are removed or reworded, the latter with their sentence."""
        return [*((clause, None) for clause in self.removed), *self.reworded]


def reason(  # noqa: PLR0913  the fields of a reason
    kind: ChangeKind,
    what: str,
    severity: Severity,
    confidence: Confidence = Confidence.LIKELY,
    *,
    clause: Clause | None = None,
    place: str | None = None,
) -> Significance:
    """Return one reason why people must be told of a change.

    >>> found = reason(ChangeKind.NEW_PURPOSE, "Marketing.", Severity.HIGH, place="3.1")
    >>> found.kind.value, found.places, found.clauses
    ('new-purpose', ('3.1',), ())
    """
    return Significance(
        kind=kind,
        what=what,
        severity=severity,
        confidence=confidence,
        clauses=(clause.id,) if clause else (),
        places=(place,) if place else (),
    )


def merged(found: Iterable[Significance]) -> tuple[Significance, ...]:
    """Return reasons of one kind that say the same as one, the surest, with all clauses and places.

    >>> one = reason(ChangeKind.NEW_PURPOSE, "Marketing.", Severity.HIGH, place="3.1")
    >>> two = reason(ChangeKind.NEW_PURPOSE, "Marketing.", Severity.HIGH, place="4.1")
    >>> [each.places for each in merged([one, two])]
    [('3.1', '4.1')]
    """
    groups: dict[tuple[ChangeKind, str], list[Significance]] = {}
    for one in found:
        groups.setdefault((one.kind, one.what), []).append(one)
    return tuple(
        max(group, key=lambda one: one.confidence.rank).model_copy(
            update={
                "clauses": tuple(dict.fromkeys(clause for one in group for clause in one.clauses)),
                "places": tuple(dict.fromkeys(place for one in group for place in one.places)),
            }
        )
        for group in groups.values()
    )


def is_gone(standing: Standing | None) -> bool:
    """Return whether the words of a clause no longer stand there as they were.

    >>> is_gone(Standing.REWORDED), is_gone(Standing.MOVED)
    (True, False)
    """
    return standing in (Standing.REWORDED, Standing.REMOVED)
