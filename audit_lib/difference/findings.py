"""Which findings are new, which are gone, and which have changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..model.difference import FindingChange
from ..model.finding import Finding
from ..rules.pairing import known_again


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
    again = known_again(before, after)
    old, new = ({finding.id: finding for finding in each} for each in (before, after))
    pairs = [FindingChange(before=old[one], after=new[other]) for one, other in again.items()]
    known = set(again.values())
    return Found(
        tuple(finding for finding in after if finding.id not in known),
        tuple(finding for finding in before if finding.id not in again),
        tuple(
            each
            for each in pairs
            if each.before.id != each.after.id or _standing(each.before) != _standing(each.after)
        ),
    )


def _standing(finding: Finding) -> tuple[str, ...]:
    return finding.severity.value, finding.confidence.value, finding.status.value
