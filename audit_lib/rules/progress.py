"""What is new, what has changed and what is closed since an earlier run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..model.finding import Finding
from ..model.progress import Changed, EarlierRun, Known, Progress


def progress(findings: Sequence[Finding], earlier: EarlierRun) -> Progress:
    """Set the findings of now against those of an earlier run.

    A finding is known again by its id. What has another id, but is of the same rule and about some of the
    same entries, is the same finding grown or shrunk; each is paired once, with the one that shares most.

    Parameters
    ----------
    findings
        What the rules find now.
    earlier
        What they found then, in the same map.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rules.run import run_rules
    >>> found = run_rules(example_map(), dt.date(2026, 11, 22)).findings
    >>> then = EarlierRun(map_id="example", as_of=dt.date(2026, 6, 30), findings=())
    >>> len(progress(found, then).new) == len(found)
    True
    """
    known = {one.id: one for one in earlier.findings}
    before = {finding.id: known.pop(finding.id) for finding in findings if finding.id in known}
    strange = [finding for finding in findings if finding.id not in before]
    grown = _paired(strange, list(known.values()))
    before.update(grown)
    gone = {one.id for one in known.values()} - {one.id for one in grown.values()}
    pairs = [Changed(before=before[one.id], now=one) for one in findings if one.id in before]
    return Progress(
        since=earlier.as_of,
        new=tuple(finding for finding in findings if finding.id not in before),
        changed=tuple(pair for pair in pairs if pair.how),
        unchanged=tuple(pair.now for pair in pairs if not pair.how),
        closed=tuple(one for one in known.values() if one.id in gone),
    )


def _paired(strange: Iterable[Finding], known: Iterable[Known]) -> dict[str, Known]:
    """Return for findings with a new id the earlier ones that they have grown or shrunk from."""
    by_rule: dict[str, list[Known]] = defaultdict(list)
    for one in known:
        by_rule[one.rule].append(one)
    shared = [
        (len(set(finding.about) & set(one.about)), finding.id, one.id, one)
        for finding in strange
        for one in by_rule[finding.rule]
    ]
    found: dict[str, Known] = {}
    taken = set[str]()
    for number, finding_id, known_id, one in sorted(shared, key=lambda pair: (-pair[0], *pair[1:3])):
        if number and finding_id not in found and known_id not in taken:
            found[finding_id] = one
            taken.add(known_id)
    return found
