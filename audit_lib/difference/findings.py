"""Which findings are new, which are gone, and which have changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..model.difference import FindingChange
from ..model.finding import Finding


class Found(NamedTuple):
    """Findings of the later audit alone, of the earlier one alone, and those of both that differ."""

    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    changed: tuple[FindingChange, ...]


def compare_findings(before: Sequence[Finding], after: Sequence[Finding]) -> Found:
    """Return how two lists of findings differ.

    Findings of one id are the same. Of the others, two of one rule that are about some of the same entries
    are one finding that has come to be about others, so that a shared cause does not come and go with every
    entry that it touches; those that share most are paired first.

    >>> compare_findings([], [])
    Found(new=(), gone=(), changed=())
    """
    old, new = ({finding.id: finding for finding in each} for each in (before, after))
    changed = [FindingChange(before=old[key], after=new[key]) for key in new if key in old]
    left = [finding for finding in before if finding.id not in new]
    come = [finding for finding in after if finding.id not in old]
    pairs = list(_pairs(left, come))
    paired = {finding.id for pair in pairs for finding in pair}
    changed = [each for each in changed if _standing(each.before) != _standing(each.after)]
    changed += [FindingChange(before=one, after=other) for one, other in pairs]
    return Found(
        tuple(finding for finding in come if finding.id not in paired),
        tuple(finding for finding in left if finding.id not in paired),
        tuple(changed),
    )


def _standing(finding: Finding) -> tuple[str, ...]:
    return finding.severity.value, finding.confidence.value, finding.status.value


def _pairs(left: Iterable[Finding], come: Iterable[Finding]) -> Iterator[tuple[Finding, Finding]]:
    """Pair findings of one rule by how much they share; the choice does not depend on which came first."""
    touching: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in come:
        for reference in finding.about:
            touching[finding.rule, reference].append(finding)
    alike = []
    for one in left:
        near = (other for reference in one.about for other in touching.get((one.rule, reference), ()))
        alike += [
            (-_shared(one, other), sorted([one.id, other.id]), one, other)
            for other in {other.id: other for other in near}.values()
        ]
    taken: set[str] = set()
    for _, ids, one, other in sorted(alike, key=lambda pair: (pair[0], pair[1])):
        if taken.isdisjoint(ids):
            taken.update(ids)
            yield one, other


def _shared(one: Finding, other: Finding) -> float:
    both = set(one.about) | set(other.about)
    return len(set(one.about) & set(other.about)) / len(both)
