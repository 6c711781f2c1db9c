"""What is different between two audits: the answer to `compare_audits`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..graph.difference import Exposed, MapDifference
from ..model.audit import Audit
from ..model.difference import (
    ContractNeed,
    FindingChange,
    LossChange,
    News,
    Review,
    RiskChange,
    RowChange,
    StillSaid,
)
from ..model.finding import Finding, Severity
from ..model.noun import Confidence


@dataclass(frozen=True)
class AuditDifference:
    """Everything that two audits differ in, and what that asks of the organisation.

    It is true if the maps, or what is found in them, differ at all.

    Attributes
    ----------
    before, after
        The two audits.
    entries
        What was added, removed and changed in the map.
    gained, lost
        Which party comes to hold which data only after, or only before, by flows that are facts.
    found, gone
        Findings of the one audit alone, gravest first.
    changed
        Findings of both that are not the same.
    risks
        Every risk of either, with its grades.
    rows
        Rows of the controller's record that are added, removed or changed.
    news
        What people must be told of before it takes effect.
    contracts
        What must be agreed, or brought to an end.
    reviews
        Assessments to make, or to make again.
    still_said
        What the notice goes on saying although it is no longer so.
    loss
        The loss to expect in a year.
    """

    before: Audit
    after: Audit
    entries: MapDifference
    gained: tuple[Exposed, ...]
    lost: tuple[Exposed, ...]
    found: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    changed: tuple[FindingChange, ...]
    risks: tuple[RiskChange, ...]
    rows: tuple[RowChange, ...]
    news: tuple[News, ...]
    contracts: tuple[ContractNeed, ...]
    reviews: tuple[Review, ...]
    still_said: tuple[StillSaid, ...]
    loss: LossChange

    def __bool__(self) -> bool:
        return bool(self.entries or self.found or self.gone or self.changed or self.rows)

    @property
    def must_tell(self) -> tuple[News, ...]:
        """What people must be told of and no clause of the notice that they have says."""
        return tuple(news for news in self.news if news.must_tell)

    @property
    def grave(self) -> tuple[Finding, ...]:
        """New findings of high severity that are no mere questions and that nobody has accepted."""
        return tuple(
            finding
            for finding in self.found
            if finding.counts
            and finding.severity is Severity.HIGH
            and finding.confidence is not Confidence.ASK
        )

    @property
    def significant(self) -> bool:
        """Whether people must be told, a required agreement is missing, or something grave is new."""
        return bool(self.must_tell or self.grave or any(need.missing for need in self.contracts))

    def name(self, reference: str) -> str:
        """Return what a reader calls an entry of either map, as the later one calls it."""
        later = self.after.data_map
        return (
            later.name(reference) if reference in later.by_reference else self.before.data_map.name(reference)
        )

    def as_json(self) -> dict[str, Any]:
        """Return the object that ``privacy-audit compare --format json`` prints."""
        shown = {
            name: [noun.model_dump(mode="json") for noun in getattr(self, name)]
            for name in ("rows", "news", "contracts", "reviews", "still_said")
        }
        return {
            "before": _head(self.before),
            "after": _head(self.after),
            "significant": self.significant,
            "must_tell": bool(self.must_tell),
            "entries": self.entries.as_json(),
            "gained": [pair._asdict() for pair in self.gained],
            "lost": [pair._asdict() for pair in self.lost],
            "findings": {
                "new": [finding.as_json() for finding in self.found],
                "gone": [finding.as_json() for finding in self.gone],
                "changed": [
                    {"before": each.before.as_json(), "after": each.after.as_json()} for each in self.changed
                ],
            },
            "risks": [each.model_dump(mode="json") for each in self.risks],
            "loss": self.loss.model_dump(),
            **shown,
        }


def _head(audit: Audit) -> dict[str, Any]:
    return {
        **audit.data_map.stamp,
        "as_of": audit.as_of.isoformat(),
        "counts": audit.counts,
    }
