"""Verdicts by month: one small chart each, small figures as open marks."""

from __future__ import annotations

import pytest
from evidence_answer import answer, group, month
from matplotlib.colors import to_rgba
from matplotlib.patches import Rectangle

from audit_lib.model.reconciliation import Read
from audit_lib.model.verdict import Verdict
from audit_lib.views.colours import FINDING, SEEN
from audit_lib.views.evidence_trend import HIDDEN, HIGH, STRIP, evidence_trend

BAD = Verdict.NO_CONSENT
SOLD = group(BAD, "agent", "referencer", "passport-copy", flow="check", seen=170, people=150)
MONTHS = (
    month(Verdict.DECLARED, 3, 700),
    month(Verdict.DECLARED, 5, 300),
    month(BAD, 3, 120, 110),
    month(BAD, 4, 4, 4),
    month(BAD, 5, 6, 6),
    month(BAD, 7, 40, 40),
)


def marks(picture, colour, *, hatched):
    """The bars of the charts: the squares of the key are no higher than they are wide."""
    found = [one for one in picture.figure.findobj(Rectangle) if bool(one.get_hatch()) is hatched]
    paint = [one.get_edgecolor() if hatched else one.get_facecolor() for one in found]
    return [one for one, drawn in zip(found, paint, strict=True) if drawn == to_rgba(colour)]


def test_each_month_has_a_bar_as_high_as_its_figure():
    bars = marks(evidence_trend(answer(SOLD, months=MONTHS)), SEEN, hatched=False)[1:]
    assert len(bars) == 2
    assert bars[1].get_height() / bars[0].get_height() == pytest.approx(3 / 7)


def test_hidden_months_are_open_marks_of_one_height_that_tell_nothing():
    found = marks(evidence_trend(answer(SOLD, months=MONTHS)), FINDING, hatched=True)
    assert {one.get_height() for one in found} == {HIDDEN}
    assert len(found) == 3  # 4 and 6 are 10 together, which would tell that each is below 10


def test_months_without_an_observation_stay_empty(words):
    said = words(evidence_trend(answer(SOLD, months=MONTHS)))
    assert [one for one in said if one in {"M", "A", "J"}] == ["M", "A", "M", "J", "J"] * 2


def test_the_highest_figure_of_each_chart_is_written(words):
    said = words(evidence_trend(answer(SOLD, months=MONTHS)))
    assert {"700", "120", "Declared", "Without a valid consent"} <= set(said)


def test_what_was_not_compared_has_a_colour_of_its_own(words):
    told = (*MONTHS, month(Verdict.UNRESOLVED, 3, 50))
    verdicts = {Verdict.DECLARED: 1000, BAD: 170, Verdict.UNRESOLVED: 50}
    assert "not compared" in words(evidence_trend(answer(SOLD, months=told, verdicts=verdicts)))


def test_the_title_and_the_alternative_text_say_it_in_words():
    picture = evidence_trend(answer(SOLD, months=MONTHS))
    assert picture.title == "1 kind of contradiction, Mar 2026 to Jul 2026"
    assert "Without a valid consent: Mar 2026 (120), Apr 2026 (withheld)" in picture.alt


def test_invented_logs_are_told_first(words):
    read = Read(source="log", kind="disclosures", invented=True)
    picture = evidence_trend(answer(SOLD, months=MONTHS, reads=(read,)))
    assert "INVENTED DATA" in words(picture)
    assert picture.alt.startswith("These logs are invented")


def test_charts_reach_back_three_years(words):
    long = tuple(
        month(Verdict.DECLARED, 1, 50).model_copy(update={"month": f"20{year}-06"}) for year in (20, 26)
    )
    said = words(evidence_trend(answer(months=long)))
    assert any("Left out: the 37 months before." in one for one in said)


@pytest.mark.parametrize("months", [MONTHS, (), MONTHS[:1]])
def test_nothing_runs_off_the_sheet_or_over_other_words(clipped, overlapping, months):
    picture = evidence_trend(answer(SOLD, months=months))
    assert clipped(picture) == []
    assert overlapping(picture) == []


def test_the_same_answer_gives_the_same_picture():
    assert evidence_trend(answer(SOLD)).data() == evidence_trend(answer(SOLD)).data()


def test_verdicts_of_which_no_month_is_told_stand_together_in_a_strip(words):
    few = group(Verdict.NO_REQUEST, "agent", "court", "name", seen=6, people=6)
    months = (*MONTHS, month(Verdict.NO_REQUEST, 3, 3, 3), month(Verdict.NO_REQUEST, 5, 3, 3))
    with_strip = evidence_trend(answer(SOLD, few, months=months))
    without = evidence_trend(answer(SOLD, months=MONTHS))
    assert STRIP in words(with_strip)
    assert STRIP not in words(without)
    added = with_strip.figure.get_figheight() - without.figure.get_figheight()
    assert 0 < added * 72 < HIGH
