"""What has been decided about what was observed: of a pattern, by the finding that it stands under."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ..evidence.findings import finding_of_group
from ..evidence.grounds import LEVELS
from ..model.day import long_date
from ..model.finding import Finding, Severity, Status
from ..model.reconciliation import Group, Reconciliation
from .sentences import count


def finding_key(group: Group) -> tuple[object, ...]:
    """Return what tells the finding that a group belongs to from the others of its verdict.

    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> finding_key(example_reconciliation().groups[0])
    ('agent', 'insurer')
    """
    fields = LEVELS.get(group.verdict, ())
    return tuple(group.flow if field == "flow" else getattr(group.meaning, field) for field in fields)


def decisions(reconciliation: Reconciliation) -> Mapping[Group, str]:
    """Return, for each pattern that a decision excuses or has in hand, what was decided.

    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> decisions(example_reconciliation())
    {}
    """
    told = {
        finding.id: finding.status.value.replace("-", " ")
        for finding in reconciliation.findings
        if finding.status in (Status.ACCEPTED, Status.IN_HAND)
    }
    if not told:
        return {}
    above = {group: finding_of_group(reconciliation.data_map, group) for group in reconciliation.groups}
    return {group: told[finding] for group, finding in above.items() if finding in told}


def accepted(reconciliation: Reconciliation) -> frozenset[str]:
    """Return the ids of the findings whose observations a decision excuses.

    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> accepted(example_reconciliation())
    frozenset()
    """
    return frozenset(one.id for one in reconciliation.findings if one.status is Status.ACCEPTED)


def to_deal_with(findings: Sequence[Finding]) -> str:
    """Return how many findings there are to deal with, by severity, and how many are decided.

    >>> to_deal_with(())
    'There is no finding.'
    """
    if not findings:
        return "There is no finding."
    severities = Counter(finding.severity for finding in findings if finding.counts)
    said = ", ".join(f"{severities[one]:,} {one.value}" for one in Severity if severities[one])
    decided = sum(not finding.counts for finding in findings)
    more = f"; {count(decided, 'finding')} {'is' if decided == 1 else 'are'} decided" if decided else ""
    return f"Findings to deal with: {said or 'none'}{more}."


def standing(finding: Finding) -> str:
    """Return how a finding stands, and who decided that, until when and why.

    >>> from types import SimpleNamespace
    >>> standing(SimpleNamespace(status=Status.OPEN, decision=None))
    'open'
    """
    decision, status = finding.decision, finding.status.value.replace("-", " ")
    if decision is None:
        return status
    until = f", until {long_date(decision.expires)}" if decision.expires else ""
    return f"{status}: {decision.owner}{until}: {decision.reason}"
