"""The findings of `evidence check` for a person: those of one kind together, what they share said once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from rich.console import Console

from ..check_text import law_text, places_text
from ..plain import line

if TYPE_CHECKING:
    from ...model.finding import Decision, Finding

#: How many findings of a kind are printed before the rest is counted.
MOST_ALIKE: Final = 10


def write_findings(findings: Sequence[Finding], how: Mapping[str, str], page: Console) -> None:
    """Print findings, gravest first; those of one kind under one heading with what puts them right.

    `how` says of a finding, by its id, what has changed since a baseline, if there is one.

    >>> import datetime as dt, io
    >>> from audit_lib.cli.plain import console
    >>> from audit_lib.evidence.findings import findings_of
    >>> from audit_lib.evidence.findings_around import Shown
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.reconciliation import Unseen
    >>> shown = Shown(unseen=[Unseen(flow="sue", watched=True, days=300)])
    >>> page = io.StringIO()
    >>> found = findings_of(example_map(), dt.date(2026, 11, 22), (), shown).findings
    >>> write_findings(found, {}, console(page))
    >>> page.getvalue().splitlines()[3][:50]
    '       - flow sue, Agent to Court: not in 300 days'
    """
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        key = (finding.severity, finding.rule, finding.confidence, finding.law, finding.remedy)
        alike.setdefault(key, []).append(finding)
    for together in alike.values():
        _kind(together, how, page)


def write_decided(findings: Sequence[Finding], page: Console) -> None:
    """Print what has been decided about findings: how each stands, who decided it and why.

    >>> from audit_lib.cli.plain import console
    >>> write_decided([], console())
    """
    if not findings:
        return
    line("Decided, and kept in the report:", to=page)
    for finding in findings:
        severity = finding.severity.value
        line((f"  {severity.upper():<7}", severity), finding.title, to=page, hang=7)
        line(f"         - {_brief(finding)}", (_where(finding), "quiet"), to=page, hang=2)
        if finding.decision:
            line(f"           {_said(finding.decision)}", to=page)
    line(to=page)


def _kind(together: Sequence[Finding], how: Mapping[str, str], page: Console) -> None:
    """Print findings of one kind: first what is true of all of them, then each."""
    first = together[0]
    severity, sure = first.severity.value, first.confidence.value
    said = "a question to ask" if sure == "ask" else sure
    many = f"; {len(together):,} of these" if len(together) > 1 else ""
    line((severity.upper().ljust(7), severity), first.title, (f"  ({said}{many})", "quiet"), to=page, hang=7)
    line(("       Put right: ", "quiet"), first.remedy, to=page)
    if first.law:
        line(("       Law: ", "quiet"), law_text(first.law), to=page)
    for finding in together[:MOST_ALIKE]:
        changed = [part for part in (_lapsed(finding), how.get(finding.id, "")) if part]
        note = f"  ({'; '.join(changed)})" if changed else ""
        line(f"       - {_brief(finding)}", (f"{note}{_where(finding)}", "quiet"), to=page, hang=2)
    rest = len(together) - MOST_ALIKE
    if rest > 0:
        line((f"       and {rest:,} more: --format json lists all", "quiet"), to=page)
    line(to=page)


def _brief(finding: Finding) -> str:
    from ...evidence.findings_brief import brief_of

    return brief_of(finding.rule, finding.message)


def _where(finding: Finding) -> str:
    places = f"  {places_text(finding.places)}" if finding.places else ""
    return f"{places}  {finding.id}"


def _lapsed(finding: Finding) -> str:
    decision = finding.decision
    return f"decision expired: {_said(decision)}" if finding.status.value == "expired" and decision else ""


def _said(decision: Decision) -> str:
    until = f" until {decision.expires.isoformat()}" if decision.expires else ", with no end"
    return f"{decision.status.value.replace('-', ' ')} by {decision.owner}{until}: {decision.reason}"
