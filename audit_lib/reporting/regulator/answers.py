"""What a bundle says of risks, of the notice, of the evidence, and of what was decided."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from ...exports.bundle_part import Part
from ...exports.data_behind import csv_bytes
from ...exports.document_page import document_page
from ...exports.evidence_page import evidence_document
from ...exports.evidence_stamp import Stamp, stamp_of
from ...exports.evidence_workbook import write_evidence_workbook
from ...exports.view_page import view_page
from ...model.audit import Audit
from ...model.day import long_date
from ...model.reconciliation import Reconciliation
from ...notice.drift.compare import compare_notice
from ...views.answer_tables import skipped_table
from ...views.change_tables import changes_table, significance_table
from ...views.charts import coverage_chart, findings_chart, heat_map
from ...views.decision_tables import decisions_table
from ...views.difference_markdown import escaped
from ...views.lane_map import lane_map
from ...views.notice_tables import contradictions_table, items_table
from ...views.picture import Picture
from ...views.sentences import headline
from ...views.table import Table
from ...views.tables import coverage_table, findings_table, risks_table
from .earlier import Earlier
from .files import bytes_of, data_bytes, facts, page_bytes

_ACCOUNT = ("UK GDPR Art. 5(2)", "UK GDPR Art. 24(1)")
_EVIDENCE = "Declared and observed"
_EVIDENCE_LAW = (*_ACCOUNT, "UK GDPR Art. 32(1)(d)")

#: How the line of the index begins where a comparison is of logs that were made up.
INVENTED: Final = "Invented logs, for rehearsal"

#: What stands at the head of a page, for somebody who has never seen one.
_RISKS = (
    "A finding is where the data map and the law, or two statements of the map, do not fit together, or "
    "where the map cannot answer. Risks are those to people (UK GDPR Art. 24 and 32), before and after the "
    "measures that the map knows."
)
_NOTICE = (
    "The published notice is held against the data map, and against what people must be told (UK GDPR Art. "
    "13 and 14). A clause is one sentence of the notice."
)
_WORDING = "The last part holds the wording of the notice against the one that the map was made from."
_DECISIONS = (
    "A finding that has been accepted stays in every report, with who answers for it, why, and until when; "
    "after that day it counts as open again."
)

#: More rows than any map has: in a bundle nothing is cut.
_ALL = 100_000


def risk_parts(audit: Audit) -> Iterator[Part]:
    """Yield the risk report as a page, and the findings as data.

    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.graph.example import example_map
    >>> [part.name for part in risk_parts(run_audit(example_map(), dt.date(2026, 11, 22)))]
    ['risks/risk-report.html', 'risks/findings.json']
    """
    shown: list[str | Picture | Table] = [
        escaped(headline(audit)),
        _RISKS,
        findings_chart(audit.findings),
        "## Where the findings are",
        lane_map(audit.data_map, audit.findings),
        "## The risks to people",
        heat_map(audit.risks),
        risks_table(audit.risks),
        "## All findings",
        findings_table(audit.findings, most=_ALL),
        "## What could not be judged",
        skipped_table(audit),
    ]
    page = page_bytes(view_page("Risk report", facts(audit.data_map, audit.as_of), shown))
    risks = "1 risk" if len(audit.risks.risks) == 1 else f"{len(audit.risks.risks)} risks"
    law = (*_ACCOUNT, "UK GDPR Art. 32(2)")
    yield Part("risks/risk-report.html", page, "Risk report", f"{headline(audit)} {risks} graded.", law)
    data = json.dumps(audit.as_json(), indent=1, ensure_ascii=False) + "\n"
    about = "Every finding with its law, its places in the map and what is to be done."
    yield Part("risks/findings.json", data_bytes(data), "Findings", about, _ACCOUNT)


def notice_parts(audit: Audit, notice_text: str | None) -> Iterator[Part]:
    """Yield the check of the notice: what must be told, what contradicts what, what each clause carries.

    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.graph.example import example_map
    >>> [part.name for part in notice_parts(run_audit(example_map(), dt.date(2026, 11, 22)), None)]
    ['notice/notice-check.html']
    """
    said = _NOTICE if notice_text is None else f"{_NOTICE} {_WORDING}"
    shown: list[str | Picture | Table] = [
        said,
        coverage_chart(audit.coverage, audit.data_map, audit.findings),
        "## What must be told",
        items_table(audit.transparency),
        "## What contradicts what",
        contradictions_table(audit),
        "## Each clause, and what rests on it",
        coverage_table(audit.coverage, audit.data_map, most=_ALL),
    ]
    if notice_text is not None:
        change = compare_notice(audit.data_map, notice_text)
        shown += [
            "## What has changed since the map was made",
            significance_table(change),
            changes_table(change),
        ]
    law = ("UK GDPR Art. 12(1)", "UK GDPR Art. 13", "UK GDPR Art. 14")
    about = "The published notice held against the map and the law, clause by clause."
    page = page_bytes(view_page("Check of the privacy notice", facts(audit.data_map, audit.as_of), shown))
    yield Part("notice/notice-check.html", page, "Check of the notice", about, law)


def evidence_parts(found: Reconciliation) -> Iterator[Part]:
    """Yield what logs show of the map, as a page and as a workbook; small figures are withheld in both.

    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> [part.name for part in evidence_parts(example_reconciliation())]
    ['evidence/evidence.html', 'evidence/evidence.xlsx']
    """
    said = f"{found.observations:,} observations held against what the map declares; nobody is named."
    about = f"{_spoken_of(stamp_of(found))} {said}"
    page = page_bytes(document_page(evidence_document(found)))
    yield Part("evidence/evidence.html", page, _EVIDENCE, about, _EVIDENCE_LAW)
    book = bytes_of(lambda path: write_evidence_workbook(found, path), ".xlsx")
    yield Part("evidence/evidence.xlsx", book, _EVIDENCE, about, _EVIDENCE_LAW)


def earlier_parts(made: Earlier) -> Iterator[Part]:
    """Yield the page and the workbook of a comparison that was made earlier, as they were written.

    >>> import datetime as dt
    >>> list(earlier_parts(Earlier(Stamp("kiosk", "3", "0" * 64, dt.date(2026, 11, 20), False), {})))
    []
    """
    about = f"{_spoken_of(made.stamp)} What logs show, held against what the map declares; nobody is named."
    for ending, content in sorted(made.files.items()):
        yield Part(f"evidence/evidence{ending}", content, _EVIDENCE, about, _EVIDENCE_LAW)


def _spoken_of(stamp: Stamp) -> str:
    """Say of which day and of which state of the map a comparison speaks."""
    invented = f"{INVENTED}. " if stamp.invented else ""
    version = stamp.version.replace("-", " ")
    which = f"version {version} of the map (fingerprint {stamp.sha256[:12]})"
    return f"{invented}As of {long_date(stamp.as_of)}, {which}."


def decision_parts(audit: Audit) -> Iterator[Part]:
    """Yield what was decided about findings: by whom, why and until when; as a page and as a table.

    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.graph.example import example_map
    >>> [part.about for part in decision_parts(run_audit(example_map(), dt.date(2026, 11, 22)))]
    ['No decision stands in the map.', 'No decision stands in the map.']
    """
    decisions = audit.data_map.decisions
    number = f"{len(decisions)} decision{'' if len(decisions) == 1 else 's'}"
    about = f"{number}, with owner, reason and end." if decisions else "No decision stands in the map."
    page = page_bytes(
        view_page(
            "Decisions about findings",
            facts(audit.data_map, audit.as_of),
            [_DECISIONS, decisions_table(audit, most=_ALL)],
        )
    )
    rows = [
        (one.finding, one.status.value, one.owner, one.reason, one.expires.isoformat() if one.expires else "")
        for one in decisions
    ]
    table = csv_bytes([("Finding", "Status", "Owner", "Reason", "Ends on"), *rows])
    yield Part("decisions/decisions.html", page, "Decisions about findings", about, _ACCOUNT)
    yield Part("decisions/decisions.csv", table, "Decisions about findings", about, _ACCOUNT)
