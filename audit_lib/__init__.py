"""The privacy audit and data mapping workbench: from a folder of text to records, findings and pictures.

Notebooks import from here alone. A name is loaded when it is first used, so that importing the package
costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .audit import run_audit
    from .exports.picture import write_picture
    from .exports.workbook import write_workbook
    from .files.read_map import read_map
    from .files.read_notice import read_notice
    from .files.write_map import write_map
    from .graph.build import build_graph
    from .graph.compare import compare_maps
    from .graph.exposure import exposure
    from .graph.onward import onward
    from .graph.reach import reach
    from .model.audit import Audit
    from .model.data_map import DataMap
    from .notice.candidates.draft_map import draft_map
    from .notice.coverage import cover
    from .notice.drafting.draft import draft_notice
    from .notice.drift.compare import compare_notice
    from .notice.examine import examine
    from .records.controller_record import controller_record
    from .records.processor_record import processor_record
    from .reporting.report import run_report
    from .risk.register import risk_register
    from .rules.run import run_rules
    from .views.answer_tables import onward_table, skipped_table
    from .views.change_tables import changes_table, lost_table, significance_table
    from .views.charts import findings_chart
    from .views.flow_ledger import flow_ledger
    from .views.frames import data_frame, findings_frame, flows_frame, parties_frame
    from .views.heat_map import heat_map
    from .views.lane_map import lane_map
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
    from .views.record_tables import gaps_table, head_table, processors_table
    from .views.sentences import headline
    from .views.tables import coverage_table, findings_table, record_table, risks_table
    from .views.who_gets_what import who_gets_what

__version__ = "0.1.0"

__all__ = [
    "Audit",
    "DataMap",
    "build_graph",
    "changes_table",
    "compare_maps",
    "compare_notice",
    "contradictions_table",
    "controller_record",
    "cover",
    "coverage_chart",
    "coverage_table",
    "data_frame",
    "draft_gaps_table",
    "draft_map",
    "draft_notice",
    "examine",
    "exposure",
    "findings_chart",
    "findings_frame",
    "findings_table",
    "flags_table",
    "flow_ledger",
    "flows_frame",
    "flows_table",
    "gaps_table",
    "head_table",
    "headline",
    "heat_map",
    "items_table",
    "lane_map",
    "lost_table",
    "manuscript",
    "map_summary",
    "marked_reading",
    "onward",
    "onward_table",
    "organisations_table",
    "parties_frame",
    "parties_table",
    "processor_record",
    "processors_table",
    "reach",
    "read_map",
    "read_notice",
    "readability_table",
    "reading_chart",
    "record_table",
    "risk_register",
    "risks_table",
    "run_audit",
    "run_report",
    "run_rules",
    "significance_table",
    "skipped_table",
    "trace_table",
    "who_gets_what",
    "write_map",
    "write_picture",
    "write_workbook",
]

#: Where each public name is defined.
_HOMES: Final = {
    "Audit": "model.audit",
    "DataMap": "model.data_map",
    "build_graph": "graph.build",
    "changes_table": "views.change_tables",
    "compare_maps": "graph.compare",
    "compare_notice": "notice.drift.compare",
    "contradictions_table": "views.notice_tables",
    "controller_record": "records.controller_record",
    "cover": "notice.coverage",
    "coverage_chart": "views.notice_chart",
    "coverage_table": "views.tables",
    "data_frame": "views.frames",
    "draft_gaps_table": "views.notice_tables",
    "draft_map": "notice.candidates.draft_map",
    "draft_notice": "notice.drafting.draft",
    "examine": "notice.examine",
    "exposure": "graph.exposure",
    "findings_chart": "views.charts",
    "findings_frame": "views.frames",
    "findings_table": "views.tables",
    "flags_table": "views.notice_tables",
    "flow_ledger": "views.flow_ledger",
    "flows_frame": "views.frames",
    "flows_table": "views.map_tables",
    "gaps_table": "views.record_tables",
    "head_table": "views.record_tables",
    "headline": "views.sentences",
    "heat_map": "views.heat_map",
    "items_table": "views.notice_tables",
    "lane_map": "views.lane_map",
    "lost_table": "views.change_tables",
    "manuscript": "views.manuscript",
    "map_summary": "views.map_tables",
    "marked_reading": "views.manuscript",
    "onward": "graph.onward",
    "onward_table": "views.answer_tables",
    "organisations_table": "views.notice_tables",
    "parties_frame": "views.frames",
    "parties_table": "views.map_tables",
    "processor_record": "records.processor_record",
    "processors_table": "views.record_tables",
    "reach": "graph.reach",
    "read_map": "files.read_map",
    "read_notice": "files.read_notice",
    "readability_table": "views.notice_tables",
    "reading_chart": "views.notice_chart",
    "record_table": "views.tables",
    "risk_register": "risk.register",
    "risks_table": "views.tables",
    "run_audit": "audit",
    "run_report": "reporting.report",
    "run_rules": "rules.run",
    "significance_table": "views.change_tables",
    "skipped_table": "views.answer_tables",
    "trace_table": "views.map_tables",
    "who_gets_what": "views.who_gets_what",
    "write_map": "files.write_map",
    "write_picture": "exports.picture",
    "write_workbook": "exports.workbook",
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
