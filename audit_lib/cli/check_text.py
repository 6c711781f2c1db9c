"""The answer of `check` for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from rich.console import Console

from ..model.coverage import ClauseCoverage, Coverage, Standing
from ..model.words import counted
from .baseline import counts, to_tell
from .plain import console, line

if TYPE_CHECKING:
    from ..errors import Place
    from ..model.audit import Audit
    from ..model.finding import Finding
    from ..model.progress import Progress

#: Places that a finding names before it counts the rest.
MOST_PLACES: Final = 8

_STANDING: Final = {
    Standing.REWORDED: "reworded",
    Standing.REMOVED: "no longer in the notice",
    Standing.MOVED: "moved",
}


def write_text(audit: Audit, progress: Progress | None = None, to: Console | None = None) -> None:
    """Print the findings, gravest first, what of the notice is accounted for, and what was not done.

    With the progress since a baseline, the findings are those that are new or worse, and what is closed since
    is named.

    >>> import datetime as dt, io
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.graph.example import example_map
    >>> page = io.StringIO()
    >>> write_text(run_audit(example_map(), dt.date(2026, 11, 22)), to=console(page))
    >>> "Processing without a lawful basis" in page.getvalue()
    True
    """
    page = to or console()
    _head(audit, progress, page)
    told = to_tell(audit, progress)
    how = {change.now.id: change.how for change in progress.changed} if progress else {}
    for finding in told:
        if finding.counts:
            write_finding(finding, how.get(finding.id, "new" if progress else ""), page)
    write_settled([finding for finding in told if not finding.counts], page)
    if progress:
        write_since(progress, page)
    write_coverage(audit.coverage, page)
    for skipped in audit.skipped:
        line(("Not done: ", "quiet"), f"{skipped.what}: {skipped.why}", to=page)
    write_result(audit.findings, told, progress, page)


def _head(audit: Audit, progress: Progress | None, page: Console) -> None:
    info, data_map = audit.data_map.info, audit.data_map
    line(f"{info.title}, as of {audit.as_of.isoformat()}", to=page)
    parties = counted(len(data_map.parties), "party", "parties")
    activities = counted(len(data_map.activities), "activity", "activities")
    flows, clauses = counted(len(data_map.flows), "flow"), counted(len(data_map.clauses), "clause")
    line((f"{parties}, {activities}, {flows}, {clauses}", "quiet"), to=page)
    if progress:
        said = ", ".join(f"{number} {what}" for what, number in counts(progress).items())
        line((f"Compared with {progress.since.isoformat()}: {said}", "quiet"), to=page)
    line(to=page)


def write_finding(finding: Finding, how: str, page: Console) -> None:
    """Print a finding; `how` says what has changed since a baseline, if anything.

    >>> import io
    >>> from types import SimpleNamespace as Said
    >>> low, ask, new = Said(value="low"), Said(value="ask"), Said(value="open")
    >>> one = Said(severity=low, confidence=ask, status=new, decision=None, title="Who?", law=(), places=(),
    ...     message="Nobody is named.", remedy="Ask.", id="who:1")
    >>> page = io.StringIO()
    >>> write_finding(one, "", console(page))
    >>> page.getvalue().splitlines()[0]
    'LOW    Who?  (a question to ask)'
    """
    severity = finding.severity.value
    sure = "a question to ask" if finding.confidence.value == "ask" else finding.confidence.value
    said = "; ".join(part for part in (sure, _lapsed(finding), how) if part)
    line((severity.upper().ljust(7), severity), finding.title, (f"  ({said})", "quiet"), to=page, hang=7)
    line("       ", finding.message, to=page)
    line(("       Put right: ", "quiet"), finding.remedy, to=page)
    if finding.law:
        line(("       Law: ", "quiet"), law_text(finding.law), to=page)
    if finding.places:
        line(("       See: ", "quiet"), places_text(finding.places), to=page)
    line(("       Id: ", "quiet"), finding.id, to=page)
    line(to=page)


def _lapsed(finding: Finding) -> str:
    decision = finding.decision
    if finding.status.value != "expired" or decision is None or decision.expires is None:
        return ""
    return f"decision expired: {decision.status.value} by {decision.owner} until {decision.expires}"


def law_text(law: Sequence[str]) -> str:
    """Return provisions as a reader would list them: those of one law together, its name once.

    >>> law_text(["UK GDPR Art. 13(1)(a)", "UK GDPR Art. 12(1)", "PECR reg. 6"])
    'UK GDPR Art. 13(1)(a), 12(1); PECR reg. 6'
    """
    articles: dict[str, list[str]] = {}
    for provision in law:
        name, sign, number = provision.partition(" Art. ")
        articles.setdefault(name + sign, []).extend([number] if sign else [])
    return "; ".join(name + ", ".join(numbers) for name, numbers in articles.items())


def places_text(places: Sequence[Place]) -> str:
    """Return places as a reader would list them: each file once, with its lines; the rest is counted.

    >>> from audit_lib.errors import Place
    >>> places_text([Place("a.yaml", 3, 5), Place("b.yaml", 7), Place("a.yaml", 9)])
    'a.yaml:3, 9; b.yaml:7'
    """
    lines: dict[str, list[str]] = {}
    for file, number, _ in places[:MOST_PLACES]:
        lines.setdefault(file, []).extend([str(number)] if number else [])
    shown = [f"{file}:{', '.join(numbers)}" if numbers else file for file, numbers in lines.items()]
    rest = len(places) - MOST_PLACES
    return "; ".join([*shown, *([f"and {rest} more"] if rest > 0 else [])])


def write_settled(decided: Sequence[Finding], page: Console) -> None:
    """Print what has been decided about findings, one line each; nothing where there are none.

    >>> write_settled([], console())
    """
    if decided:
        line("Decided, and kept in the report:", to=page)
        for finding in decided:
            _decided(finding, page)
        line(to=page)


def write_since(progress: Progress, page: Console) -> None:
    """Name what is closed since the baseline, and what has changed and is no worse for it.

    >>> import datetime as dt
    >>> from audit_lib.model.progress import Progress
    >>> write_since(Progress(since=dt.date(2026, 6, 30)), console())
    """
    better = [change for change in progress.changed if not change.worse]
    if progress.closed:
        line(f"Closed since {progress.since.isoformat()}:", to=page)
    for one in progress.closed:
        line(f"  {one.severity.value.ljust(6)}  {one.title}  {one.id}", to=page)
    if better:
        line("Changed, and no worse:", to=page)
    for change in better:
        line(f"  {change.now.severity.value.ljust(6)}  {change.now.title} ({change.how})", to=page)
    if progress.closed or better:
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
        line(f"{accounted} of {counted(len(standing), 'clause')} of the notice accounted for", to=page)
    else:
        line(f"{accounted} of {counted(coverage.sentences, 'sentence')} accounted for", to=page)
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


def write_result(
    findings: Sequence[Finding], told: Sequence[Finding], progress: Progress | None, page: Console
) -> None:
    """Print how many findings are to be dealt with: of all `findings` those that were `told`.

    >>> import io
    >>> page = io.StringIO()
    >>> write_result([], [], None, console(page))
    >>> page.getvalue().strip()
    'Nothing to report.'
    """
    to_do = [finding for finding in told if finding.counts]
    by_theme = Counter(finding.theme for finding in to_do)
    if any(len(finding.places) > MOST_PLACES for finding in to_do):
        line(("All places of each finding are in the answer of --format json.", "quiet"), to=page)
    if page.is_terminal and to_do:
        line(("To decide about one: privacy-audit findings accept ID, or assign ID.", "quiet"), to=page)
    if len(by_theme) > 1:
        themes = ", ".join(f"{theme.replace('-', ' ')} {number}" for theme, number in by_theme.most_common())
        line((f"By theme: {themes}", "quiet"), to=page)
    decided = sum(not finding.counts for finding in findings)
    known = f"{counts(progress)['known']} known" if progress else ""
    aside = ", ".join(
        part for part in (f"{counted(decided, 'finding')} decided" if decided else "", known) if part
    )
    if not to_do:
        said = "Nothing new to report" if progress else "Nothing to report"
        line((f"{said}{f' ({aside})' if aside else ''}.", "good"), to=page)
        return
    severities = Counter(finding.severity.value for finding in to_do)
    parts = ", ".join(f"{severities[severity]} {severity}" for severity in ("high", "medium", "low"))
    what = "new or worse finding" if progress else "finding"
    line(f"{counted(len(to_do), what)} to deal with: {parts}{f'; {aside}' if aside else ''}.", to=page)
