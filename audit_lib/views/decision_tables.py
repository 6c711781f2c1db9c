"""What has been decided about findings, and what has become of them since an earlier run, as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from ..model.audit import Audit
from ..model.day import long_date
from ..model.finding import Decision, Finding, Status
from ..model.progress import Changed, Known, Progress
from .finding_place import stands_at
from .sentences import count
from .table import SEVERE, Cell, Mark, Table, tabulate

#: What is to be looked at first stands first.
_ORDER: Final = (Status.EXPIRED, Status.IN_HAND, Status.ACCEPTED, Status.OPEN)


def decisions_table(audit: Audit, *, most: int = 100) -> Table:
    """Return every decision about a finding: how it stands, whose it is, until when and why.

    First what has run out and counts again, then what is in hand, then what is accepted; at the end what was
    decided about and no rule finds any more.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.graph.example import example_map
    >>> decisions_table(run_audit(example_map(), dt.date(2026, 11, 22))).title.startswith("No decision")
    True
    """
    decided = [finding for finding in audit.findings if finding.decision]
    decided.sort(key=lambda finding: _ORDER.index(finding.status))
    closed = _closed(audit)
    rows = [_decided(finding, finding.decision) for finding in decided if finding.decision]
    rows += [_closed_row(decision) for decision in closed]
    by = Counter(finding.status for finding in audit.findings)
    parts = [f"{by[status]:,} {_words(status)}" for status in reversed(_ORDER) if by[status]]
    parts += [f"{len(closed):,} closed"] if closed else []
    still = f"{count(by[Status.OPEN], 'finding')} open"
    title = f"Findings: {', '.join(parts)}" if rows else f"No decision has been taken; {still}"
    columns = ("Stands", "Finding", "Who answers", "Until", "Why")
    return tabulate(title, columns, rows, most, widths=(11, 32, 14, 11, 32))


def _decided(finding: Finding, decision: Decision) -> tuple[Cell | str, ...]:
    mark = Mark.FINDING if finding.status is Status.EXPIRED else Mark.PLAIN
    was = f"was {_words(decision.status)}" if finding.status is Status.EXPIRED else finding.severity.value
    return (
        Cell(_words(finding.status), mark, tail=was),
        Cell(finding.message, lead=finding.title, tail=finding.id),
        decision.owner,
        _until(decision),
        decision.reason,
    )


def _closed_row(decision: Decision) -> tuple[Cell | str, ...]:
    gone = Cell("No rule finds it any more.", Mark.MUTED, tail=decision.finding)
    return Cell("closed", Mark.MUTED), gone, decision.owner, _until(decision), decision.reason


def _until(decision: Decision) -> Cell:
    return Cell(long_date(decision.expires)) if decision.expires else Cell("no end", Mark.GAP)


def _closed(audit: Audit) -> list[Decision]:
    """Return the decisions that fit no finding of the map, even where the audit is of one activity alone."""
    there = {finding.id for finding in audit.findings}
    unmatched = {skipped.what for skipped in audit.skipped}
    return [
        decision
        for decision in audit.data_map.decisions
        if decision.finding not in there and f"decision about {decision.finding}" in unmatched
    ]


def actions_table(findings: Iterable[Finding], *, most: int = 8) -> Table:
    """Return what has to be done first and by whom, one line a finding: the gravest, the surest before them.

    What is accepted or in hand is left out, and what is only asked comes after what is known.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.graph.example import example_map
    >>> audit = run_audit(example_map(), dt.date(2026, 11, 22))
    >>> actions_table(audit.findings).rows[0][2].text[:26]
    'The owner of each activity'
    """
    due = [finding for finding in findings if finding.counts]
    due.sort(key=lambda finding: (-finding.severity.rank, -finding.confidence.rank))
    rows = [
        (
            Cell(finding.severity.value, SEVERE[finding.severity]),
            Cell(finding.title, Mark.STRONG),
            Cell(finding.remedy, tail=stands_at(finding)),
        )
        for finding in due
    ]
    title = f"{count(len(due), 'finding')} to deal with; {min(most, len(due))} to begin with" if due else ""
    columns = ("Severity", "What is wrong", "What to do, and who does it")
    return tabulate(title or "Nothing is to be done", columns, rows, most, widths=(9, 29, 62))


def progress_table(progress: Progress | None, *, most: int = 100) -> Table:
    """Return what is new, what has changed and what is closed since an earlier run; None: there was none.

    Examples
    --------
    >>> import datetime as dt
    >>> progress_table(None).title
    'There is no earlier report to compare with'
    >>> progress_table(Progress(since=dt.date(2026, 6, 30))).title
    'Since 30 June 2026: nothing new, nothing closed, no findings as before'
    """
    columns = ("Since then", "Severity", "Finding", "What has changed")
    if progress is None:
        return tabulate("There is no earlier report to compare with", columns, [])
    worse = [change for change in progress.changed if change.worse]
    others = [change for change in progress.changed if not change.worse]
    rows = [
        *(_new_row(finding) for finding in progress.new),
        *(_changed_row("worse", Mark.FINDING, change) for change in worse),
        *(_changed_row("changed", Mark.PLAIN, change) for change in others),
        *(_row("closed", Mark.MUTED, one, "no rule finds it any more") for one in progress.closed),
    ]
    parts = [
        f"{len(progress.new):,} new" if progress.new else "nothing new",
        *([f"{len(worse):,} worse"] if worse else []),
        *([f"{len(others):,} changed and no worse"] if others else []),
        f"{len(progress.closed):,} closed" if progress.closed else "nothing closed",
        f"{count(len(progress.unchanged), 'finding')} as before",
    ]
    title = f"Since {long_date(progress.since)}: {', '.join(parts)}"
    return tabulate(title, columns, rows, most, widths=(11, 10, 54, 25))


def _new_row(finding: Finding) -> tuple[Cell | str, ...]:
    if finding.counts:
        return _row("new", Mark.FINDING, finding, "")
    return _row("new", Mark.PLAIN, finding, f"already {_words(finding.status)}")


def _changed_row(word: str, mark: Mark, change: Changed) -> tuple[Cell | str, ...]:
    return _row(word, mark, change.now, change.how)


def _row(word: str, mark: Mark, finding: Finding | Known, how: str) -> tuple[Cell | str, ...]:
    severity = Cell(finding.severity.value, SEVERE[finding.severity])
    return Cell(word, mark), severity, Cell(finding.message, lead=finding.title, tail=finding.id), how


def _words(status: Status) -> str:
    return status.value.replace("-", " ")
