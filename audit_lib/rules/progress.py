"""What is new, what has changed and what is closed since an earlier run."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.finding import Finding
from ..model.progress import Changed, EarlierRun, Progress
from .pairing import known_again


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
    again = known_again(earlier.findings, findings)
    before = {again[one.id]: one for one in earlier.findings if one.id in again}
    pairs = [Changed(before=before[one.id], now=one) for one in findings if one.id in before]
    return Progress(
        since=earlier.as_of,
        new=tuple(finding for finding in findings if finding.id not in before),
        changed=tuple(pair for pair in pairs if pair.how),
        unchanged=tuple(pair.now for pair in pairs if not pair.how),
        closed=tuple(one for one in earlier.findings if one.id not in again),
    )
