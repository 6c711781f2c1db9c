"""Two audits side by side."""

import json

from difference.conftest import DAY, after, between, flow, shop

from audit_lib.audit import run_audit
from audit_lib.difference.audits import compare_audits
from audit_lib.model.difference import Standing
from audit_lib.risk.average_year import average_year


def test_an_audit_does_not_differ_from_itself():
    found = between(shop(), shop())
    assert not found
    assert not found.significant


def test_the_record_says_which_columns_read_otherwise():
    rows = after({"kind": "add", "flows": [flow("tell", "shop-ltd", "press", "address")]}).rows
    assert [(row.activity, row.standing) for row in rows] == [("delivery", Standing.CHANGED)]
    assert "recipients" in [cell.column for cell in rows[0].cells]


def test_rows_of_the_record_come_and_go():
    found = after({"kind": "remove", "entries": ["activity:ads"]})
    assert [(row.activity, row.standing) for row in found.rows] == [("ads", Standing.REMOVED)]


def test_a_risk_that_has_no_place_any_more_falls():
    found = after({"kind": "remove", "entries": ["activity:ads"]})
    assert all(risk.moved <= 0 for risk in found.risks)
    assert any(risk.after is None for risk in found.risks)


def test_who_gains_and_who_loses_which_data():
    found = after({"kind": "replace-party", "party": "courier", "by": "press"})
    assert ("address", "press") in found.gained
    assert ("address", "courier") in found.lost


def test_the_answer_is_plain_json():
    found = after({"kind": "stop-flows", "flows": ["carry"]})
    assert json.loads(json.dumps(found.as_json()))["entries"]["removed"] == ["flow:carry"]


def test_the_loss_in_a_year_is_that_of_both_versions():
    audit = run_audit(shop(), DAY)
    found = compare_audits(audit, audit)
    assert found.loss.before == found.loss.after == average_year(audit.data_map, audit.findings) > 0
