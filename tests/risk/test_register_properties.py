"""What holds of the register whatever the findings, the measures and the scale."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit_lib.model.finding import Severity, Status
from audit_lib.model.noun import Confidence
from audit_lib.model.risk import Harm, Level, Likelihood
from audit_lib.model.safeguard import Measure
from audit_lib.risk.register import risk_register
from audit_lib.risk.scale import rank

PLACES = ("flow:share", "flow:host", "party:agency", "activity:let", "clause:c", "data:passport")
THEMES = ("sharing", "security", "lawful-basis", "retention", "roles", "rights", "transparency")

quiet = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])

facts = st.tuples(
    st.sampled_from(PLACES),
    st.sampled_from(THEMES),
    st.sampled_from(Severity),
    st.sampled_from(Confidence),
    st.sampled_from(Status),
)
scales = st.lists(st.sampled_from(Level), min_size=9, max_size=9)
safeguards = st.lists(
    st.tuples(
        st.sampled_from(Measure),
        st.lists(st.sampled_from(["agency", "cloud", "owner"]), unique=True),
        st.lists(st.sampled_from(["passport", "address"]), unique=True),
    ),
    max_size=5,
)


@pytest.fixture
def findings_of(finding):
    def make(listed: list[Any]) -> list[Any]:
        return [
            finding(place, theme, number=n, severity=severity, confidence=confidence, status=status)
            for n, (place, theme, severity, confidence, status) in enumerate(listed)
        ]

    return make


@quiet
@given(listed=st.lists(facts, max_size=8), levels=scales, guards=safeguards)
def test_residual_risk_is_never_above_inherent(content, entry, build, findings_of, listed, levels, guards):
    table = {x: {y: levels[3 * i + j] for j, y in enumerate(Harm)} for i, x in enumerate(Likelihood)}
    changed = {
        **content,
        "risk_scale": {"table": table},
        "safeguards": [
            entry(f"guard-{n}", measure=measure, parties=parties, data=data)
            for n, (measure, parties, data) in enumerate(guards)
        ],
    }
    for risk in risk_register(build(changed), findings_of(listed)).risks:
        assert rank(risk.residual.level) <= rank(risk.inherent.level)
        assert rank(risk.residual.likelihood) <= rank(risk.inherent.likelihood)
        assert rank(risk.residual.harm) <= rank(risk.inherent.harm)
        for grade in (risk.inherent, risk.residual):
            assert grade.level is levels[3 * rank(grade.likelihood) + rank(grade.harm)]
        changes = (risk.residual.likelihood, risk.residual.harm) != (
            risk.inherent.likelihood,
            risk.inherent.harm,
        )
        assert bool(risk.measures) is changes


@quiet
@given(listed=st.lists(facts, min_size=1, max_size=8))
def test_more_findings_never_lower_a_risk(content, build, findings_of, listed):
    findings = findings_of(listed)
    data_map = build(content)
    before = {risk.scenario: risk for risk in risk_register(data_map, findings[:-1]).risks}
    after = {risk.scenario: risk for risk in risk_register(data_map, findings).risks}
    assert before.keys() <= after.keys()
    for scenario, risk in before.items():
        for which in ("inherent", "residual"):
            old, new = getattr(risk, which), getattr(after[scenario], which)
            assert rank(new.likelihood) >= rank(old.likelihood)
            assert rank(new.harm) >= rank(old.harm)
