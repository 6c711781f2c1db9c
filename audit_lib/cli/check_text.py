"""The answer of `check` for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.console import Console

from ..model.coverage import ClauseCoverage, Coverage, Standing
from .plain import console, line

if TYPE_CHECKING:
    from ..model.audit import Audit
    from ..model.finding import Finding

#: Places that a finding names before it counts the rest.
MOST_PLACES: Final = 6

_STANDING: Final = {
    Standing.REWORDED: "reworded",
    Standing.REMOVED: "no longer in the notice",
    Standing.MOVED: "moved",
}


def write_text(audit: Audit, to: Console | None = None) -> None:
    """Print the findings, gravest first, what of the notice is accounted for, and what was not done.

    >>> import datetime as dt, io
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.graph.example import example_map
    >>> page = io.StringIO()
    >>> write_text(run_audit(example_map(), dt.date(2026, 11, 22)), console(page))
    >>> "Processing without a lawful basis" in page.getvalue()
    True
    """
    page = to or console()
    _head(audit, page)
    open_ones = [finding for finding in audit.findings if finding.counts]
    decided = [finding for finding in audit.findings if not finding.counts]
    for finding in open_ones:
        _finding(finding, page)
    if decided:
        line("Decided, and kept in the report:", to=page)
        for finding in decided:
            _decided(finding, page)
        line(to=page)
    write_coverage(audit.coverage, page)
    for skipped in audit.skipped:
        line(("Not done: ", "quiet"), f"{skipped.what}: {skipped.why}", to=page)
    _result(audit, page)


def _head(audit: Audit, page: Console) -> None:
    info, data_map = audit.data_map.info, audit.data_map
    line(f"{info.title}, as of {audit.as_of.isoformat()}", to=page)
    parties = _n(len(data_map.parties), "party", "parties")
    counted = f"{parties}, {_n(len(data_map.activities), 'activity', 'activities')}"
    line(
        (f"{counted}, {_n(len(data_map.flows), 'flow')}, {_n(len(data_map.clauses), 'clause')}", "quiet"),
        to=page,
    )
    line(to=page)


def _finding(finding: Finding, page: Console) -> None:
    severity = finding.severity.value
    sure = "a question to ask" if finding.confidence.value == "ask" else finding.confidence.value
    standing = "" if finding.status.value == "open" else f", decision {finding.status.value}"
    line((severity.upper().ljust(7), severity), finding.title, (f"  ({sure}{standing})", "quiet"), to=page)
    line("       ", finding.message, to=page)
    line(("       Put right: ", "quiet"), finding.remedy, to=page)
    if finding.law:
        line(("       Law: ", "quiet"), "; ".join(finding.law), to=page)
    if finding.places:
        shown = [str(place) for place in finding.places[:MOST_PLACES]]
        rest = len(finding.places) - len(shown)
        more = [f"and {rest} more (all of them with --format json)"] if rest else []
        line(("       See: ", "quiet"), ", ".join([*shown, *more]), to=page)
    line(("       Id: ", "quiet"), finding.id, to=page)
    line(to=page)


def _decided(finding: Finding, page: Console) -> None:
    decision = finding.decision
    why = f": {decision.reason} ({decision.owner})" if decision else ""
    until = f", until {decision.expires.isoformat()}" if decision and decision.expires else ""
    line(f"  {finding.status.value}{until}  {finding.title}  {finding.id}{why}", to=page)


def write_coverage(coverage: Coverage, page: Console) -> None:
    """Say how many sentences are accounted for and name each that is not, or has changed.

    >>> import io
    >>> page = io.StringIO()
    >>> write_coverage(Coverage(clauses=(), added=(("1.1", "We sell it."),), sentences=1), console(page))
    >>> print(page.getvalue().rstrip())
    0 of 1 sentence accounted for
      1.1  added since the map was made: We sell it.
    """
    standing = [clause for clause in coverage.clauses if clause.standing is not Standing.REMOVED]
    accounted = sum(clause.accounted_for for clause in standing)
    if coverage.sentences is None:
        if not coverage.clauses:
            return
        line(f"{accounted} of {_n(len(standing), 'clause')} of the notice accounted for", to=page)
    else:
        line(f"{accounted} of {_n(coverage.sentences, 'sentence')} accounted for", to=page)
    for clause in coverage.clauses:
        _clause(clause, page)
    for place, text in coverage.added:
        line(f"  {place}  added since the map was made: {text}", to=page)
    line(to=page)


def _clause(clause: ClauseCoverage, page: Console) -> None:
    if not clause.accounted_for:
        line(f"  {clause.clause}  nothing rests on it, and no reason is given", to=page)
    if clause.standing in _STANDING:
        alike = f" (likeness {clause.likeness:.2f})" if clause.standing is Standing.REWORDED else ""
        text = f": {clause.text}" if clause.text else ""
        line(f"  {clause.clause}  {_STANDING[clause.standing]}{alike}{text}", to=page)


def _result(audit: Audit, page: Console) -> None:
    counts = audit.counts
    total = sum(counts[severity] for severity in ("high", "medium", "low"))
    if not total:
        line(("Nothing to report.", "good"), to=page)
        return
    parts = ", ".join(f"{counts[severity]} {severity}" for severity in ("high", "medium", "low"))
    aside = f"; {_n(len(audit.findings) - total, 'finding')} decided" if len(audit.findings) > total else ""
    line(f"{_n(total, 'finding')} to deal with: {parts}{aside}.", to=page)


def _n(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
