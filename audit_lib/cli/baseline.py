"""Findings of now beside those of an earlier run, for `check --baseline`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import datetime as dt

    from ..model.audit import Audit
    from ..model.data_map import DataMap
    from ..model.finding import Finding, Skipped
    from ..model.progress import Known, Progress


class Answer(Protocol):
    """What finds something in a map on a day: an audit, or the comparison with evidence."""

    @property
    def data_map(self) -> DataMap:
        """The map."""

    @property
    def as_of(self) -> dt.date:
        """The day that it was judged by."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found."""

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What was not done, and why."""


def to_tell(audit: Answer, progress: Progress | None) -> list[Finding]:
    """Return the findings that an answer tells: all, or those that the baseline has not, or has as less.

    >>> from types import SimpleNamespace
    >>> to_tell(SimpleNamespace(findings=(1, 2)), None)
    [1, 2]
    """
    if progress is None:
        return list(audit.findings)
    return [finding for finding in audit.findings if finding.id in progress.fresh]


def baseline_json(audit: Audit, progress: Progress, file: str) -> dict[str, Any]:
    """Return the answer of `check --format json` with a baseline: `findings` are those to look at.

    What the baseline knew stands in `baseline.known`, in full, so that the answer can be the next baseline.

    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.progress import Progress
    >>> audit = run_audit(example_map(), dt.date(2026, 11, 22))
    >>> since = Progress(since=dt.date(2026, 6, 30), unchanged=audit.findings)
    >>> answer = baseline_json(audit, since, "b.json")
    >>> len(answer["findings"]), len(answer["baseline"]["known"]) == len(audit.findings)
    (0, True)
    """
    return with_baseline(audit.as_json(), audit.findings, progress, file)


def with_baseline(
    answer: Mapping[str, Any], findings: Sequence[Finding], progress: Progress, file: str
) -> dict[str, Any]:
    """Return an answer for programs that tells of its findings those that are new or worse than a baseline.

    >>> import datetime as dt
    >>> from audit_lib.model.progress import Progress
    >>> since = Progress(since=dt.date(2026, 6, 30))
    >>> with_baseline({"map": {}}, [], since, "b.json")["baseline"]["as_of"]
    '2026-06-30'
    """
    fresh = progress.fresh
    told = [finding for finding in findings if finding.id in fresh]
    known = [finding for finding in findings if finding.id not in fresh]
    return dict(answer) | {
        "findings": [finding.as_json() for finding in told],
        "baseline": {
            "file": file,
            "as_of": progress.since.isoformat(),
            "counts": counts(progress),
            "changed": [
                {"id": change.now.id, "was": change.before.id, "how": change.how, "worse": change.worse}
                for change in progress.changed
            ],
            "known": [finding.as_json() for finding in known],
            "closed": [_closed_json(one) for one in progress.closed],
        },
    }


def counts(progress: Progress) -> dict[str, int]:
    """Return how many findings are new, worse, known and closed.

    >>> import datetime as dt
    >>> from audit_lib.model.progress import Progress
    >>> counts(Progress(since=dt.date(2026, 6, 30)))
    {'new': 0, 'worse': 0, 'known': 0, 'closed': 0}
    """
    worse = sum(change.worse for change in progress.changed)
    return {
        "new": len(progress.new),
        "worse": worse,
        "known": len(progress.unchanged) + len(progress.changed) - worse,
        "closed": len(progress.closed),
    }


def _closed_json(one: Known) -> dict[str, Any]:
    return one.model_dump(mode="json", exclude={"place", "about", "clauses"})
