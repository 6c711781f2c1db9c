"""Charts of risks, findings and coverage."""

from __future__ import annotations

import pytest

from audit_lib.model.coverage import ClauseCoverage, Coverage
from audit_lib.model.finding import Severity, Status
from audit_lib.model.risk import Grade, Harm, Level, Likelihood, Risk, RiskRegister, RiskScale
from audit_lib.views.charts import coverage_chart, findings_chart, heat_map

SCALE = RiskScale(
    table={
        likelihood: {
            harm: Level.HIGH if harm is Harm.SEVERE and likelihood is Likelihood.PROBABLE else Level.LOW
            for harm in Harm
        }
        for likelihood in Likelihood
    }
)


def _grade(likelihood: str, harm: str) -> Grade:
    x, y = Likelihood(likelihood), Harm(harm)
    return Grade(likelihood=x, harm=y, level=SCALE.level(x, y), why="So it is.")


def _register(*moves: tuple[tuple[str, str], tuple[str, str]], title: str = "A risk") -> RiskRegister:
    risks = [
        Risk(
            id=f"r{at}",
            scenario="s",
            title=title,
            harm_to_people="Harm",
            about=(),
            findings=(),
            inherent=_grade(*before),
            measures=(),
            residual=_grade(*after),
            next_step="Do it.",
        )
        for at, (before, after) in enumerate(moves)
    ]
    return RiskRegister(scale=SCALE, risks=tuple(risks))


WORST, MILD = ("probable", "severe"), ("remote", "minimal")


def test_a_risk_that_its_measures_move_is_drawn_twice_and_explained_once(words):
    assert words(heat_map(_register((WORST, MILD)))).count("1") == 3


def test_a_risk_that_stays_is_drawn_once(words):
    assert words(heat_map(_register((WORST, WORST)))).count("1") == 2


def test_each_cell_names_its_level(words):
    said = words(heat_map(_register()))
    assert (said.count("high"), said.count("low")) == (1, 8)


def test_the_title_says_how_many_risks_stay_high():
    assert heat_map(_register((WORST, MILD))).title == "None of 1 risk stays high after the measures"
    both = heat_map(_register((WORST, WORST), (WORST, WORST), (WORST, MILD)))
    assert both.title == "2 of 3 risks stay high after the measures"


def test_many_risks_in_one_cell_and_long_titles_stay_on_the_sheet(clipped):
    crowded = _register(*[(WORST, WORST)] * 60, title="A very long title " * 40)
    assert clipped(heat_map(crowded)) == []


def test_findings_are_counted_by_theme(finding, words):
    found = [finding(theme="sharing"), finding(theme="sharing", severity=Severity.LOW), finding()]
    picture = findings_chart(found)
    assert picture.title == "3 findings to deal with: 2 high and 1 low"
    assert {"Sharing", "Retention"} <= set(words(picture))


def test_accepted_findings_are_not_counted(finding):
    assert findings_chart([finding(status=Status.ACCEPTED)]).title == "No finding is open"


def test_coverage_is_counted_by_heading(letting, words):
    clause = ClauseCoverage(clause="c1", rests=("flow:apply",))
    picture = coverage_chart(Coverage(clauses=(clause,)), letting)
    assert picture.title == "All 1 clause accounted for; 1 carries something"
    assert "Sharing" in words(picture)


@pytest.mark.parametrize("rests", [(), ("flow:apply",)])
def test_a_clause_that_the_map_does_not_know_is_shown_as_such(letting, words, rests):
    clause = ClauseCoverage(clause="c9", rests=rests)
    assert "Not in the map" in words(coverage_chart(Coverage(clauses=(clause,)), letting))
