"""Answers as pictures, tables and sentences."""

from .charts import coverage_chart, findings_chart, heat_map
from .flow_ledger import flow_ledger, flow_ledger_pages
from .lane_map import lane_map
from .tables import (
    coverage_table,
    findings_table,
    flows_table,
    map_summary,
    parties_table,
    record_table,
    risks_table,
    trace_table,
)
from .who_gets_what import who_gets_what

__all__ = [
    "coverage_chart",
    "coverage_table",
    "findings_chart",
    "findings_table",
    "flow_ledger",
    "flow_ledger_pages",
    "flows_table",
    "heat_map",
    "lane_map",
    "map_summary",
    "parties_table",
    "record_table",
    "risks_table",
    "trace_table",
    "who_gets_what",
]
