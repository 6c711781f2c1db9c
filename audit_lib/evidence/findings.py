"""What the evidence shows, as findings of the same kind as all others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from ..model.data_map import DataMap
from ..model.decided import addressed, decided, finding_id, rests_on_evidence
from ..model.finding import Finding, Skipped
from ..model.reconciliation import Group
from .findings_around import Shown, around
from .findings_of_groups import Hit, of_groups, touched
from .findings_places import places_of
from .grounds import EVIDENCE_RULES, GROUNDS
from .suppression import THRESHOLD


class EvidenceRun(NamedTuple):
    """What the evidence gave: findings, gravest first, and decisions that fit none."""

    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]


def findings_of(
    data_map: DataMap,
    as_of: dt.date,
    totals: Sequence[Group],
    shown: Shown | None = None,
    threshold: int = THRESHOLD,
) -> EvidenceRun:
    """Return all that an auditor would report of what happened, with what has been decided about it.

    Each id is made from the kind of finding and the ids that tell it from others of its kind, so that it
    stays the same from one comparison to the next. No message says anything about a person; a number of
    observations about few people, or from which one could be worked out, is withheld.

    Parameters
    ----------
    totals
        Observations merged by verdict and the fields that `grounds.LEVELS` names for it.
    shown
        What else the comparison shows.
    threshold
        From how many people on a number is told.

    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.reconciliation import Meaning
    >>> from audit_lib.model.verdict import Verdict
    >>> day = dt.datetime(2026, 3, 3, 12, tzinfo=dt.UTC)
    >>> group = Group(verdict=Verdict.AFTER_OBJECTION, meaning=Meaning(source="", recipient="insurer"),
    ...               observations=40, people=12, first=day, last=day, examples=("log:7",))
    >>> found = findings_of(example_map(), dt.date(2026, 11, 22), [group]).findings[0]
    >>> found.rule, found.about, found.severity.value
    ('evidence-after-objection', ('party:insurer',), 'high')
    >>> found.message
    'Insurer got data of people who had objected before: 40 observations about 12 people, on 3 March 2026 (for
    example log:7).'
    """
    shown = shown or Shown()
    hits = [
        *of_groups(data_map, totals, threshold, shown.patterns),
        *around(data_map, shown, threshold),
    ]
    found: dict[str, Finding] = {}
    for hit in hits:
        finding = _finding(data_map, hit)
        found.setdefault(finding.id, finding)
    ours = [one for one in data_map.decisions if rests_on_evidence(one.finding)]
    put, unmatched = decided(found, ours, as_of)
    order = {rule.id: place for place, rule in enumerate(EVIDENCE_RULES)}
    gravest_first = sorted(put, key=lambda finding: (-finding.severity.rank, order[finding.rule]))
    known = [one for one in unmatched if shown.complete or one.what.partition("about ")[2] in found]
    return EvidenceRun(tuple(gravest_first), tuple(known))


def finding_of_group(data_map: DataMap, group: Group) -> str | None:
    """Return the id of the finding that a group belongs to; None for what is no contradiction.

    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.reconciliation import Meaning
    >>> from audit_lib.model.verdict import Verdict
    >>> day = dt.datetime(2026, 3, 3, 12, tzinfo=dt.UTC)
    >>> group = Group(verdict=Verdict.AFTER_OBJECTION, meaning=Meaning(source="log", recipient="insurer"),
    ...               observations=40, people=12, first=day, last=day)
    >>> finding_of_group(example_map(), group).startswith("evidence-after-objection-")
    True
    """
    if not group.verdict.is_violation:
        return None
    about, apart = touched(data_map, group)
    return finding_id(GROUNDS[group.verdict].id, (*about, *apart))


def _finding(data_map: DataMap, hit: Hit) -> Finding:
    rule = hit.rule
    clauses = tuple(dict.fromkeys(hit.clauses))
    return Finding(
        id=finding_id(rule.id, (*hit.about, *hit.apart)),
        rule=rule.id,
        theme=rule.theme.value,
        title=rule.title,
        severity=rule.severity,
        confidence=rule.confidence,
        law=rule.law,
        about=hit.about,
        clauses=clauses,
        places=places_of(data_map, (*hit.about, *(f"clause:{clause}" for clause in clauses))),
        message=hit.message,
        remedy=addressed(rule.remedy, data_map),
    )
