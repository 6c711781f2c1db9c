"""Findings as a SARIF 2.1.0 log, the format that code scanners hand their results on in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from .. import __version__

if TYPE_CHECKING:
    from ..errors import Place
    from ..evidence.evidence_rule import EvidenceRule
    from ..model.finding import Finding
    from ..model.progress import Known, Progress
    from ..rules.rule import Rule
    from .baseline import Answer

_LEVEL: Final = {"high": "error", "medium": "warning", "low": "note"}
#: What GitHub's code scanning calls the same.
_PROBLEM: Final = {"high": "error", "medium": "warning", "low": "recommendation"}
#: How sure a finding is, on the scale of 0 to 100 that viewers sort by, and in the words of code scanning.
_RANK: Final = {"certain": 90.0, "likely": 60.0, "ask": 30.0}
_PRECISION: Final = {"certain": "very-high", "likely": "high", "ask": "medium"}
_SUPPRESSION: Final = {"accepted": "accepted", "in-hand": "underReview"}


def sarif_log(
    audit: Answer,
    progress: Progress | None = None,
    *,
    rules: Sequence[Rule | EvidenceRule] | None = None,
    run_name: str = "",
) -> dict[str, Any]:
    """Return the findings of an audit, or of the comparison with evidence, as one SARIF 2.1.0 object.

    `rules` are what it was judged by, if not by the rules of the map; `run_name` then keeps its results apart
    from those of the audit where both are handed in.

    Every rule that the map is judged by is described, whether it has found something or not. A finding that
    somebody has accepted or has in hand is a suppressed result; it does not vanish. What was skipped is a
    notification. With the progress since a baseline, each result says whether it is new, updated or
    unchanged, and what is closed is there as absent.

    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.graph.example import example_map
    >>> log = sarif_log(run_audit(example_map(), dt.date(2026, 11, 22)))
    >>> log["version"], log["runs"][0]["tool"]["driver"]["name"]
    ('2.1.0', 'privacy-audit')
    """
    from ..rules.own import rules_of

    info = audit.data_map.info
    described = [_rule(rule) for rule in (rules_of(audit.data_map) if rules is None else rules)]
    if progress:
        known = {rule["id"] for rule in described}
        described += [_rule_of_old(one) for one in _first_of_each(progress, known)]
    driver = {"name": "privacy-audit", "semanticVersion": __version__, "rules": described}
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"privacy-audit/{info.id}/{run_name}"},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [
                    {"level": "note", "message": {"text": f"{skipped.what}: {skipped.why}"}}
                    for skipped in audit.skipped
                ],
            }
        ],
        "properties": {
            "map": info.id,
            "mapSha256": audit.data_map.sha256,
            "asOf": audit.as_of.isoformat(),
            **({"baselineAsOf": progress.since.isoformat()} if progress else {}),
        },
        "results": list(_results(audit, progress, [rule["id"] for rule in described])),
    }
    return {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule | EvidenceRule) -> dict[str, Any]:
    severity = rule.severity.value
    return {
        "id": rule.id,
        "name": _camel(rule.id),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.remedy}\n\nWhen this is a false alarm: {rule.false_alarms}"},
        "defaultConfiguration": {"level": _LEVEL[severity]},
        "properties": {
            "law": list(rule.law),
            "tags": ["privacy", rule.theme.value],
            "precision": _PRECISION[rule.confidence.value],
            "problem.severity": _PROBLEM[severity],
        },
    }


def _camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("-"))


def _first_of_each(progress: Progress, known: set[str]) -> list[Known]:
    """Return one closed finding for each rule that there is no longer."""
    return list({one.rule: one for one in reversed(progress.closed) if one.rule not in known}.values())


def _rule_of_old(one: Known) -> dict[str, Any]:
    return {
        "id": one.rule,
        "name": _camel(one.rule),
        "shortDescription": {"text": one.title},
        "fullDescription": {"text": one.title},
        "help": {"text": "The workbench, or the map, no longer has this rule."},
        "defaultConfiguration": {"level": _LEVEL[one.severity.value]},
    }


def _results(audit: Answer, progress: Progress | None, rules: list[str]) -> Iterator[dict[str, Any]]:
    order = {rule: number for number, rule in enumerate(rules)}
    somewhere = audit.data_map.place(f"map:{audit.data_map.info.id}")
    states = _states(progress)
    for finding in audit.findings:
        result = _result(finding, somewhere)
        yield _numbered(result | ({"baselineState": states[finding.id]} if progress else {}), order)
    for one in progress.closed if progress else ():
        yield _numbered(_absent(one, somewhere), order)


def _states(progress: Progress | None) -> dict[str, str]:
    if progress is None:
        return {}
    return {
        **{finding.id: "new" for finding in progress.new},
        **{change.now.id: "updated" for change in progress.changed},
        **{finding.id: "unchanged" for finding in progress.unchanged},
    }


def _numbered(result: dict[str, Any], order: dict[str, int]) -> dict[str, Any]:
    rule = result["ruleId"]
    return result | ({"ruleIndex": order[rule]} if rule in order else {})


def _result(finding: Finding, somewhere: Place) -> dict[str, Any]:
    first, *others = finding.places or (somewhere,)
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVEL[finding.severity.value],
        "rank": _RANK[finding.confidence.value],
        "message": {"text": f"{finding.message} {finding.remedy}"},
        "locations": [_location(first)],
        "relatedLocations": [{"id": number, **_location(place)} for number, place in enumerate(others, 1)],
        "partialFingerprints": _fingerprints(finding.id),
        "properties": {
            "about": list(finding.about),
            "clauses": list(finding.clauses),
            "law": list(finding.law),
            "message": finding.message,
            "status": finding.status.value,
        },
    }
    if finding.status.value in _SUPPRESSION and finding.decision:
        status = _SUPPRESSION[finding.status.value]
        justification = f"{finding.decision.reason} ({finding.decision.owner})"
        result["suppressions"] = [{"kind": "external", "status": status, "justification": justification}]
    return result


def _absent(one: Known, somewhere: Place) -> dict[str, Any]:
    """Return what is closed as a result; its lines have moved since, so that only the file is named."""
    return {
        "ruleId": one.rule,
        "level": _LEVEL[one.severity.value],
        "message": {"text": one.message or one.title},
        "locations": [_location(type(somewhere)((one.place or somewhere).file))],
        "partialFingerprints": _fingerprints(one.id),
        "properties": {"about": list(one.about), "message": one.message, "status": one.status.value},
        "baselineState": "absent",
    }


def _fingerprints(finding_id: str) -> dict[str, str]:
    """Return what a finding is known by: its id, hashed too for code scanning, which else takes the line."""
    hashed = hashlib.sha256(finding_id.encode()).hexdigest()[:16]
    return {"findingId/v1": finding_id, "primaryLocationLineHash": f"{hashed}:1"}


def _location(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
    if place.line:
        region = {"startLine": place.line}
        if place.column:
            region["startColumn"] = place.column
        physical["region"] = region
    return {"physicalLocation": physical}


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
