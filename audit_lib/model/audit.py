"""All answers side by side."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

from .coverage import Coverage
from .data_map import DataMap
from .finding import Finding, Skipped
from .noun import Noun
from .record import Record
from .risk import RiskRegister
from .transparency import Judgement


class Audit(Noun):
    """What the workbench has to say about a map on a day.

    `transparency` is empty for a map that holds no notice.
    """

    data_map: DataMap
    as_of: dt.date
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    record: Record
    risks: RiskRegister
    coverage: Coverage
    transparency: tuple[Judgement, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each severity, and of each status."""
        severities = Counter(finding.severity.value for finding in self.findings if finding.counts)
        statuses = Counter(finding.status.value for finding in self.findings)
        return {
            **{severity: severities[severity] for severity in ("high", "medium", "low")},
            **{status: statuses[status] for status in ("open", "accepted", "in-hand", "expired")},
        }

    def as_json(self) -> dict[str, Any]:
        """Return the object that ``privacy-audit check --format json`` prints."""
        return {
            "map": self.data_map.stamp,
            "as_of": self.as_of.isoformat(),
            "findings": [finding.as_json() for finding in self.findings],
            "skipped": [skipped.model_dump() for skipped in self.skipped],
            "transparency": [judgement.as_json() for judgement in self.transparency],
            "counts": {
                **self.counts,
                "parties": len(self.data_map.parties),
                "flows": len(self.data_map.flows),
                "activities": len(self.data_map.activities),
                "clauses": len(self.data_map.clauses),
                "clauses_accounted_for": sum(c.accounted_for for c in self.coverage.clauses),
            },
        }
