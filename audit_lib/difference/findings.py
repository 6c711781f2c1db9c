"""Which findings are new, which are gone, and which have changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..model.difference import FindingChange
from ..model.finding import Finding
from ..rules.pairing import paired


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
    pairs = list(paired(left, come))
    same = {finding.id for pair in pairs for finding in pair}
    changed = [each for each in changed if _standing(each.before) != _standing(each.after)]
    changed += [FindingChange(before=one, after=other) for one, other in pairs]
    return Found(
        tuple(finding for finding in come if finding.id not in same),
        tuple(finding for finding in left if finding.id not in same),
        tuple(changed),
    )


def _standing(finding: Finding) -> tuple[str, ...]:
    return finding.severity.value, finding.confidence.value, finding.status.value
