"""The answer of `evidence check` for programs: one object, small figures suppressed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...evidence.withheld import word_told
from ...model.verdict import Verdict
from .beside_json import due_json, ends_json
from .shown import overall, ranked, unresolved_counts

if TYPE_CHECKING:
    from ...model.reconciliation import Group, Reconciliation
    from ...views.evidence_figures import Figures


def reconciliation_json(reconciliation: Reconciliation) -> dict[str, Any]:
    """Return the object that ``privacy-audit evidence check --format json`` prints.

    A figure about fewer people than the threshold, or from which one could be worked out, is null; of such a
    pattern, only the months of the first and the last observation and one evidence id are told. Of a word
    that stands for nothing, what may stand for a person is left out; where `more` is not 0, so many words of
    the column stand behind one entry. In a verdict, `people` is null where it
    was not counted too, and `excused` is how many of its observations a decision excuses. `ends` are pairs of
    logs of the two ends of disclosures, `due` is what was due for deletion: both empty where no source tells.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.reconciliation import Reconciliation
    >>> answer = reconciliation_json(Reconciliation(data_map=example_map(), as_of=dt.date(2026, 11, 22),
    ...     engine="duckdb", observations=0, people=0, reads=(), groups=(), months=(), unresolved=(),
    ...     unseen=(), volumes=()))
    >>> answer["as_of"], answer["counts"]["observations"]
    ('2026-11-22', 0)
    """
    from ...views.evidence_figures import figures

    known = figures(reconciliation)
    return {
        "map": reconciliation.data_map.stamp,
        "as_of": reconciliation.as_of.isoformat(),
        "engine": reconciliation.engine,
        "invented": reconciliation.invented,
        "threshold": reconciliation.threshold,
        "sources": [read.model_dump(mode="json") for read in reconciliation.reads],
        "verdicts": _verdicts(known),
        "findings": [finding.as_json() for finding in reconciliation.findings],
        "patterns": [_pattern(group, known) for group in ranked(reconciliation.groups, known.hidden)],
        "months": _months(known),
        "unresolved": [
            word.model_dump(mode="json")
            | {"word": word_told(word, reconciliation.threshold), "observations": count}
            for word, count in unresolved_counts(reconciliation)
        ],
        "ends": ends_json(reconciliation),
        "due": due_json(reconciliation),
        "unseen": [one.model_dump(mode="json") for one in reconciliation.unseen],
        "skipped": [one.model_dump() for one in reconciliation.skipped],
        "counts": _counts(reconciliation, known),
    }


def _verdicts(known: Figures) -> list[dict[str, Any]]:
    return [
        {
            "verdict": verdict.value,
            "observations": known.totals[verdict],
            "people": known.people.get(verdict),
            "excused": known.excused.get(verdict, 0),
        }
        for verdict in Verdict
        if known.totals.get(verdict, 0) != 0
    ]


def _pattern(group: Group, known: Figures) -> dict[str, Any]:
    said = group.model_dump(mode="json")
    if group not in known.hidden:
        days = {"first": group.first.date().isoformat(), "last": group.last.date().isoformat()}
        return said | days | {"suppressed": False}
    return said | {
        "observations": None,
        "people": None,
        "first": group.first.isoformat()[:7],
        "last": group.last.isoformat()[:7],
        "examples": list(group.examples[:1]),
        "suppressed": True,
    }


def _months(known: Figures) -> list[dict[str, Any]]:
    """Return how often each verdict was earned in each month; months in which it was not are left out."""
    order = {verdict: at for at, verdict in enumerate(Verdict)}
    return [
        {"verdict": verdict.value, "month": month, "observations": known.months[verdict, month]}
        for verdict, month in sorted(known.months, key=lambda each: (order[each[0]], each[1]))
    ]


def _counts(reconciliation: Reconciliation, known: Figures) -> Mapping[str, Any]:
    findings, whole = reconciliation.findings, overall(reconciliation, known)
    severities = Counter(finding.severity.value for finding in findings if finding.counts)
    statuses = Counter(finding.status.value for finding in findings)
    return {
        **{severity: severities[severity] for severity in ("high", "medium", "low")},
        **{status: statuses[status] for status in ("open", "accepted", "in-hand", "expired")},
        "observations": whole.observations,
        "people": whole.people,
        "patterns": len(reconciliation.groups),
        "patterns_suppressed": len(known.hidden),
        "refused": sum(read.refused for read in reconciliation.reads),
        "unresolved": sum(word.words for word in reconciliation.unresolved),
        "unseen": len(reconciliation.unseen),
        "flows": len(reconciliation.data_map.flows),
    }
