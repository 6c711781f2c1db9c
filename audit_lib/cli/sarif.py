"""Findings as a SARIF 2.1.0 log, the format that code scanners hand their results on in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from .. import __version__

if TYPE_CHECKING:
    from ..errors import Place
    from ..model.audit import Audit
    from ..model.finding import Finding
    from ..rules.rule import Rule

_LEVEL: Final = {"high": "error", "medium": "warning", "low": "note"}
#: How sure a finding is, on the scale of 0 to 100 that viewers sort by.
_RANK: Final = {"certain": 90.0, "likely": 60.0, "ask": 30.0}
_SUPPRESSION: Final = {"accepted": "accepted", "in-hand": "underReview"}


def sarif_log(audit: Audit) -> dict[str, Any]:
    """Return the findings of an audit as one SARIF 2.1.0 object.

    Every rule of the catalogue is described, whether it has found something or not. A finding that somebody
    has accepted or has in hand is a suppressed result; it does not vanish. What was skipped is a
    notification.

    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.graph.example import example_map
    >>> log = sarif_log(run_audit(example_map(), dt.date(2026, 11, 22)))
    >>> log["version"], log["runs"][0]["tool"]["driver"]["name"]
    ('2.1.0', 'privacy-audit')
    """
    from ..rules.catalogue import CATALOGUE

    order = {rule.id: number for number, rule in enumerate(CATALOGUE)}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "privacy-audit",
                        "semanticVersion": __version__,
                        "rules": [_rule(rule) for rule in CATALOGUE],
                    }
                },
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
                    "map": audit.data_map.info.id,
                    "mapSha256": audit.data_map.sha256,
                    "asOf": audit.as_of.isoformat(),
                },
                "results": [_result(finding, order) for finding in audit.findings],
            }
        ],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.id.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.remedy}\n\nWhen this is a false alarm: {rule.false_alarms}"},
        "defaultConfiguration": {"level": _LEVEL[rule.severity.value]},
        "properties": {"law": list(rule.law), "tags": ["privacy", rule.theme.value]},
    }


def _result(finding: Finding, order: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVEL[finding.severity.value],
        "rank": _RANK[finding.confidence.value],
        "message": {"text": f"{finding.message} {finding.remedy}"},
        "locations": [_location(place) for place in finding.places[:1]],
        "relatedLocations": [
            {"id": number, **_location(place)} for number, place in enumerate(finding.places[1:], 1)
        ],
        "partialFingerprints": {"findingId/v1": finding.id},
        "properties": {
            "about": list(finding.about),
            "clauses": list(finding.clauses),
            "law": list(finding.law),
        },
    }
    if finding.rule in order:
        result["ruleIndex"] = order[finding.rule]
    if finding.status.value in _SUPPRESSION and finding.decision:
        status = _SUPPRESSION[finding.status.value]
        justification = f"{finding.decision.reason} ({finding.decision.owner})"
        result["suppressions"] = [{"kind": "external", "status": status, "justification": justification}]
    return result


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
