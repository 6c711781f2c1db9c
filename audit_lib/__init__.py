"""The privacy audit and data mapping workbench: from a folder of text to records, findings and pictures.

Notebooks import from here alone. A name is loaded when it is first used, so that importing the package
costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .audit import run_audit
    from .difference.apply import apply_change
    from .difference.audits import compare_audits
    from .difference.tell import tell
    from .evidence.check import check_evidence
    from .evidence.compare import compare_with_evidence
    from .evidence.rehearsal import rehearse_evidence
    from .exports.document import write_document
    from .exports.evidence_workbook import write_evidence_workbook
    from .exports.figures import write_figures
    from .exports.findings_file import write_findings
    from .exports.picture import write_picture
    from .exports.workbook import write_workbook
    from .files.git_revision import read_version
    from .files.read_change import read_change
    from .files.read_evidence import read_evidence
    from .files.read_findings import read_findings
    from .files.read_map import read_map
    from .files.read_notice import read_notice
    from .files.register.store import open_register
    from .files.write_map import write_map
    from .graph.build import build_graph
    from .graph.compare import compare_maps
    from .graph.cut import cut
    from .graph.exposure import exposure
    from .graph.onward import onward
    from .graph.reach import reach
    from .incidents.assess import assess_incident
    from .incidents.breaches import read_breaches
    from .incidents.papers.message import draft_message
    from .incidents.papers.notification import draft_notification
    from .incidents.ranking import rank_exposure
    from .law.calendar import nation_of
    from .model.audit import Audit
    from .model.circumstances import Circumstances
    from .model.data_map import DataMap
    from .model.deadline import RequestDates
    from .model.reconciliation import Reconciliation
    from .model.rights import RightKind
    from .model.verdict import Verdict
    from .notice.candidates.draft_map import draft_map
    from .notice.coverage import cover
    from .notice.drafting.draft import draft_notice
    from .notice.drift.compare import compare_notice
    from .notice.examine import examine
    from .records.controller_record import controller_record
    from .records.processor_record import processor_record
    from .reporting.report import run_report
    from .reporting.secret import read_secret
    from .rights.deadlines import complaint_clock, request_clock
    from .rights.figures import monthly_figures
    from .rights.letters import draft_letter
    from .rights.register.source import load_requests
    from .rights.search_plan import plan_request
    from .risk.dpia import dpia
    from .risk.lia import lia
    from .risk.quantify import quantify
    from .risk.register import risk_register
    from .risk.screening import gravest, screen, screen_all
    from .rules.progress import progress
    from .rules.run import run_rules
    from .views.answer_tables import cut_table, onward_table, skipped_table
    from .views.blast_map import blast_map
    from .views.board_chart import board_chart
    from .views.breach_exposure import breach_exposure
    from .views.breach_timeline import breach_timeline
    from .views.change_tables import changes_table, lost_table, significance_table
    from .views.charts import findings_chart
    from .views.decision_tables import actions_table, decisions_table, progress_table
    from .views.deletions_table import deletions_table
    from .views.difference_tables import difference_tables, letter_table
    from .views.evidence_map import evidence_map
    from .views.evidence_story import evidence_summary
    from .views.evidence_tables import (
        evidence_sources_table,
        pattern_table,
        trend_table,
        unresolved_table,
        unseen_table,
        verdict_table,
    )
    from .views.evidence_trend import evidence_trend
    from .views.flow_ledger import flow_ledger
    from .views.frames import data_frame, findings_frame, flows_frame, parties_frame
    from .views.heat_map import heat_map
    from .views.incident_tables import (
        breaches_table,
        downstream_table,
        duties_table,
        exposed_table,
        ranking_table,
        severity_table,
    )
    from .views.lane_change import lane_map_change
    from .views.lane_map import lane_map
    from .views.loss_curve import loss_curve
    from .views.manuscript import manuscript, marked_reading
    from .views.map_tables import flows_table, map_summary, parties_table, trace_table
    from .views.notice_chart import coverage_chart, reading_chart
    from .views.notice_tables import (
        contradictions_table,
        draft_gaps_table,
        flags_table,
        items_table,
        organisations_table,
        readability_table,
    )
    from .views.person_map import person_map
    from .views.plan_answer_tables import held_back_table, informed_table, kept_table, portable_table
    from .views.plan_tables import (
        plan_notes_table,
        plan_questions_table,
        reach_table,
        sources_table,
        tells_table,
    )
    from .views.record_tables import gaps_table, head_table, processors_table
    from .views.register_chart import register_chart
    from .views.request_tables import (
        clock_table,
        due_table,
        figures_table,
        restrictions_table,
        rights_figures_table,
    )
    from .views.request_timeline import complaint_timeline, request_timeline
    from .views.risk_numbers_tables import assumptions_table, losses_table, measures_table
    from .views.said import said
    from .views.screening_tables import evidence_table, questions_table, screening_table
    from .views.sentences import headline
    from .views.tables import coverage_table, findings_table, record_table, risks_table
    from .views.tornado import tornado
    from .views.two_sided_tables import two_sided_table
    from .views.who_gets_what import who_gets_what
    from .views.written import written

__version__ = "0.1.0"

__all__ = [
    "Audit",
    "Circumstances",
    "DataMap",
    "Reconciliation",
    "RequestDates",
    "RightKind",
    "Verdict",
    "actions_table",
    "apply_change",
    "assess_incident",
    "assumptions_table",
    "blast_map",
    "board_chart",
    "breach_exposure",
    "breach_timeline",
    "breaches_table",
    "build_graph",
    "changes_table",
    "check_evidence",
    "clock_table",
    "compare_audits",
    "compare_maps",
    "compare_notice",
    "compare_with_evidence",
    "complaint_clock",
    "complaint_timeline",
    "contradictions_table",
    "controller_record",
    "cover",
    "coverage_chart",
    "coverage_table",
    "cut",
    "cut_table",
    "data_frame",
    "decisions_table",
    "deletions_table",
    "difference_tables",
    "downstream_table",
    "dpia",
    "draft_gaps_table",
    "draft_letter",
    "draft_map",
    "draft_message",
    "draft_notice",
    "draft_notification",
    "due_table",
    "duties_table",
    "evidence_map",
    "evidence_sources_table",
    "evidence_summary",
    "evidence_table",
    "evidence_trend",
    "examine",
    "exposed_table",
    "exposure",
    "figures_table",
    "findings_chart",
    "findings_frame",
    "findings_table",
    "flags_table",
    "flow_ledger",
    "flows_frame",
    "flows_table",
    "gaps_table",
    "gravest",
    "head_table",
    "headline",
    "heat_map",
    "held_back_table",
    "informed_table",
    "items_table",
    "kept_table",
    "lane_map",
    "lane_map_change",
    "letter_table",
    "lia",
    "load_requests",
    "loss_curve",
    "losses_table",
    "lost_table",
    "manuscript",
    "map_summary",
    "marked_reading",
    "measures_table",
    "monthly_figures",
    "nation_of",
    "onward",
    "onward_table",
    "open_register",
    "organisations_table",
    "parties_frame",
    "parties_table",
    "pattern_table",
    "person_map",
    "plan_notes_table",
    "plan_questions_table",
    "plan_request",
    "portable_table",
    "processor_record",
    "processors_table",
    "progress",
    "progress_table",
    "quantify",
    "questions_table",
    "rank_exposure",
    "ranking_table",
    "reach",
    "reach_table",
    "read_breaches",
    "read_change",
    "read_evidence",
    "read_findings",
    "read_map",
    "read_notice",
    "read_secret",
    "read_version",
    "readability_table",
    "reading_chart",
    "record_table",
    "register_chart",
    "rehearse_evidence",
    "request_clock",
    "request_timeline",
    "restrictions_table",
    "rights_figures_table",
    "risk_register",
    "risks_table",
    "run_audit",
    "run_report",
    "run_rules",
    "said",
    "screen",
    "screen_all",
    "screening_table",
    "severity_table",
    "significance_table",
    "skipped_table",
    "sources_table",
    "tell",
    "tells_table",
    "tornado",
    "trace_table",
    "trend_table",
    "two_sided_table",
    "unresolved_table",
    "unseen_table",
    "verdict_table",
    "who_gets_what",
    "write_document",
    "write_evidence_workbook",
    "write_figures",
    "write_findings",
    "write_map",
    "write_picture",
    "write_workbook",
    "written",
]

#: Where each public name is defined.
_HOMES: Final = {
    "Audit": "model.audit",
    "Circumstances": "model.circumstances",
    "DataMap": "model.data_map",
    "Reconciliation": "model.reconciliation",
    "RequestDates": "model.deadline",
    "RightKind": "model.rights",
    "Verdict": "model.verdict",
    "actions_table": "views.decision_tables",
    "apply_change": "difference.apply",
    "assess_incident": "incidents.assess",
    "assumptions_table": "views.risk_numbers_tables",
    "blast_map": "views.blast_map",
    "board_chart": "views.board_chart",
    "breach_exposure": "views.breach_exposure",
    "breach_timeline": "views.breach_timeline",
    "breaches_table": "views.incident_tables",
    "build_graph": "graph.build",
    "changes_table": "views.change_tables",
    "check_evidence": "evidence.check",
    "clock_table": "views.request_tables",
    "compare_audits": "difference.audits",
    "compare_maps": "graph.compare",
    "compare_notice": "notice.drift.compare",
    "compare_with_evidence": "evidence.compare",
    "complaint_clock": "rights.deadlines",
    "complaint_timeline": "views.request_timeline",
    "contradictions_table": "views.notice_tables",
    "controller_record": "records.controller_record",
    "cover": "notice.coverage",
    "coverage_chart": "views.notice_chart",
    "coverage_table": "views.tables",
    "cut": "graph.cut",
    "cut_table": "views.answer_tables",
    "data_frame": "views.frames",
    "decisions_table": "views.decision_tables",
    "deletions_table": "views.deletions_table",
    "difference_tables": "views.difference_tables",
    "downstream_table": "views.incident_tables",
    "dpia": "risk.dpia",
    "draft_gaps_table": "views.notice_tables",
    "draft_letter": "rights.letters",
    "draft_map": "notice.candidates.draft_map",
    "draft_message": "incidents.papers.message",
    "draft_notice": "notice.drafting.draft",
    "draft_notification": "incidents.papers.notification",
    "due_table": "views.request_tables",
    "duties_table": "views.incident_tables",
    "evidence_map": "views.evidence_map",
    "evidence_sources_table": "views.evidence_tables",
    "evidence_summary": "views.evidence_story",
    "evidence_table": "views.screening_tables",
    "evidence_trend": "views.evidence_trend",
    "examine": "notice.examine",
    "exposed_table": "views.incident_tables",
    "exposure": "graph.exposure",
    "figures_table": "views.request_tables",
    "findings_chart": "views.charts",
    "findings_frame": "views.frames",
    "findings_table": "views.tables",
    "flags_table": "views.notice_tables",
    "flow_ledger": "views.flow_ledger",
    "flows_frame": "views.frames",
    "flows_table": "views.map_tables",
    "gaps_table": "views.record_tables",
    "gravest": "risk.screening",
    "head_table": "views.record_tables",
    "headline": "views.sentences",
    "heat_map": "views.heat_map",
    "held_back_table": "views.plan_answer_tables",
    "informed_table": "views.plan_answer_tables",
    "items_table": "views.notice_tables",
    "kept_table": "views.plan_answer_tables",
    "lane_map": "views.lane_map",
    "lane_map_change": "views.lane_change",
    "letter_table": "views.difference_tables",
    "lia": "risk.lia",
    "load_requests": "rights.register.source",
    "loss_curve": "views.loss_curve",
    "losses_table": "views.risk_numbers_tables",
    "lost_table": "views.change_tables",
    "manuscript": "views.manuscript",
    "map_summary": "views.map_tables",
    "marked_reading": "views.manuscript",
    "measures_table": "views.risk_numbers_tables",
    "monthly_figures": "rights.figures",
    "nation_of": "law.calendar",
    "onward": "graph.onward",
    "onward_table": "views.answer_tables",
    "open_register": "files.register.store",
    "organisations_table": "views.notice_tables",
    "parties_frame": "views.frames",
    "parties_table": "views.map_tables",
    "pattern_table": "views.evidence_tables",
    "person_map": "views.person_map",
    "plan_notes_table": "views.plan_tables",
    "plan_questions_table": "views.plan_tables",
    "plan_request": "rights.search_plan",
    "portable_table": "views.plan_answer_tables",
    "processor_record": "records.processor_record",
    "processors_table": "views.record_tables",
    "progress": "rules.progress",
    "progress_table": "views.decision_tables",
    "quantify": "risk.quantify",
    "questions_table": "views.screening_tables",
    "rank_exposure": "incidents.ranking",
    "ranking_table": "views.incident_tables",
    "reach": "graph.reach",
    "reach_table": "views.plan_tables",
    "read_breaches": "incidents.breaches",
    "read_change": "files.read_change",
    "read_evidence": "files.read_evidence",
    "read_findings": "files.read_findings",
    "read_map": "files.read_map",
    "read_notice": "files.read_notice",
    "read_secret": "reporting.secret",
    "read_version": "files.git_revision",
    "readability_table": "views.notice_tables",
    "reading_chart": "views.notice_chart",
    "record_table": "views.tables",
    "register_chart": "views.register_chart",
    "rehearse_evidence": "evidence.rehearsal",
    "request_clock": "rights.deadlines",
    "request_timeline": "views.request_timeline",
    "restrictions_table": "views.request_tables",
    "rights_figures_table": "views.request_tables",
    "risk_register": "risk.register",
    "risks_table": "views.tables",
    "run_audit": "audit",
    "run_report": "reporting.report",
    "run_rules": "rules.run",
    "said": "views.said",
    "screen": "risk.screening",
    "screen_all": "risk.screening",
    "screening_table": "views.screening_tables",
    "severity_table": "views.incident_tables",
    "significance_table": "views.change_tables",
    "skipped_table": "views.answer_tables",
    "sources_table": "views.plan_tables",
    "tell": "difference.tell",
    "tells_table": "views.plan_tables",
    "tornado": "views.tornado",
    "trace_table": "views.map_tables",
    "trend_table": "views.evidence_tables",
    "two_sided_table": "views.two_sided_tables",
    "unresolved_table": "views.evidence_tables",
    "unseen_table": "views.evidence_tables",
    "verdict_table": "views.evidence_tables",
    "who_gets_what": "views.who_gets_what",
    "write_document": "exports.document",
    "write_evidence_workbook": "exports.evidence_workbook",
    "write_figures": "exports.figures",
    "write_findings": "exports.findings_file",
    "write_map": "files.write_map",
    "write_picture": "exports.picture",
    "write_workbook": "exports.workbook",
    "written": "views.written",
}


def __getattr__(name: str) -> Any:
    """Load a public name from its home."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Return the public names."""
    return [*__all__, "__version__"]
