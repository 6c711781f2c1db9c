"""The numbers and lists behind pictures: each drawer gives what it drew, and no more than may be told."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from evidence_answer import answer, group, month

from audit_lib.audit import run_audit
from audit_lib.graph.example import example_map
from audit_lib.incidents.ranking import rank_exposure
from audit_lib.model.verdict import Verdict
from audit_lib.risk.quantify import quantify
from audit_lib.views.board_chart import board_chart
from audit_lib.views.breach_exposure import breach_exposure
from audit_lib.views.charts import coverage_chart, findings_chart, heat_map
from audit_lib.views.evidence_example import example_reconciliation
from audit_lib.views.evidence_figures import HIDDEN
from audit_lib.views.evidence_map import evidence_map
from audit_lib.views.evidence_trend import evidence_trend
from audit_lib.views.flow_ledger import flow_ledger
from audit_lib.views.lane_change import lane_map_change
from audit_lib.views.lane_map import lane_map
from audit_lib.views.loss_curve import loss_curve
from audit_lib.views.person_map import person_map
from audit_lib.views.tornado import tornado
from audit_lib.views.who_gets_what import who_gets_what

DAY = dt.date(2026, 11, 22)
MAP = example_map()
AUDIT = run_audit(MAP, DAY)
NUMBERS = quantify(MAP, AUDIT.findings, years=2000)

DRAWN = {
    "findings_chart": lambda: findings_chart(AUDIT.findings),
    "heat_map": lambda: heat_map(AUDIT.risks),
    "coverage_chart": lambda: coverage_chart(AUDIT.coverage, MAP, AUDIT.findings),
    "board_chart": lambda: board_chart(AUDIT),
    "lane_map": lambda: lane_map(MAP, AUDIT.findings),
    "lane_map_change": lambda: lane_map_change(MAP, MAP),
    "flow_ledger": lambda: flow_ledger(MAP, AUDIT.findings),
    "who_gets_what": lambda: who_gets_what(MAP, AUDIT.findings),
    "person_map": lambda: person_map(MAP, "tenants"),
    "loss_curve": lambda: loss_curve(NUMBERS),
    "tornado": lambda: tornado(NUMBERS),
    "breach_exposure": lambda: breach_exposure(rank_exposure(MAP)),
    "evidence_map": lambda: evidence_map(example_reconciliation()),
    "evidence_trend": lambda: evidence_trend(example_reconciliation()),
}


@pytest.mark.parametrize("name", DRAWN)
def test_each_drawer_gives_what_it_drew(name):
    told = DRAWN[name]().behind()["values"]
    assert all(len(row) == len(told["columns"]) for row in told["rows"])
    assert json.loads(json.dumps(told)) == told


@pytest.mark.parametrize("name", [name for name in DRAWN if name != "coverage_chart"])
def test_what_it_drew_is_not_empty(name):
    assert DRAWN[name]().behind()["values"]["rows"]


@pytest.mark.parametrize("name", DRAWN)
def test_the_same_input_gives_the_same_geometry(name):
    assert DRAWN[name]().behind() == DRAWN[name]().behind()


def test_a_figure_that_is_withheld_in_a_picture_is_withheld_behind_it():
    sold = group(
        Verdict.NO_CONSENT, "agent", "referencer", "passport-copy", flow="check", seen=170, people=150
    )
    seen = ((3, 120, 110), (4, 4, 4), (5, 6, 6), (7, 40, 40))
    months = [month(Verdict.NO_CONSENT, *one) for one in seen]
    told = evidence_trend(answer(sold, months=tuple(months))).behind()["values"]
    row = next(row for row in told["rows"] if row[0] == Verdict.NO_CONSENT.value)
    assert row[1:] == [120, HIDDEN, HIDDEN, 0, HIDDEN]


def test_the_points_of_the_loss_curve_fall():
    rows = loss_curve(NUMBERS).behind()["values"]["rows"]
    for column in range(1, len(rows[0])):
        shares = [row[column] for row in rows]
        assert shares == sorted(shares, reverse=True)
