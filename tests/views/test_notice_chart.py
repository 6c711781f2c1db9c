"""The notice as rows of squares."""

from __future__ import annotations

import datetime as dt

import pytest
from matplotlib.colors import to_rgba

from audit_lib.model.coverage import ClauseCoverage, Coverage, Standing
from audit_lib.model.finding import Severity
from audit_lib.model.noun import Confidence
from audit_lib.model.reading import FlagKind, NoticeReading, Readability, ReadSentence, RedFlag, Topic
from audit_lib.views.colours import FINDING
from audit_lib.views.notice_chart import MOST_ROWS, coverage_chart, reading_chart

KNOWN = Coverage(clauses=(ClauseCoverage(clause="c1", rests=("flow:apply",)),))


def grounds(picture):
    axes = picture.figure.axes[0]
    return [patch.get_facecolor() for patch in axes.patches]


def test_each_heading_is_a_row(letting, words):
    assert "Sharing" in words(coverage_chart(KNOWN, letting))


def test_a_sentence_on_which_a_finding_rests_carries_their_number_and_the_gravest(letting, finding, words):
    two = [finding(clauses=("c1",)), finding("flow:apply", clauses=("c1",), title="Worse")]
    said = words(coverage_chart(KNOWN, letting, two))
    assert "2" in said
    assert "No retention period" in said or "Worse" in said


def test_what_is_not_in_the_picture_is_not_explained_by_it(letting, finding, words):
    assert "rests on it" not in words(coverage_chart(KNOWN, letting))
    assert "what is wrong" not in words(coverage_chart(KNOWN, letting))
    assert "a finding rests on it" in words(coverage_chart(KNOWN, letting, [finding(clauses=("c1",))]))


@pytest.mark.parametrize(
    "given", [{"confidence": Confidence.ASK}, {"severity": Severity.LOW}], ids=["a question", "a slight one"]
)
def test_questions_and_slight_findings_make_nothing_red(letting, finding, given):
    picture = coverage_chart(KNOWN, letting, [finding(clauses=("c1",), **given)])
    assert "findings rest on" not in picture.title


def test_the_title_counts_the_sentences_with_findings(letting, finding):
    assert "findings rest on 1" in coverage_chart(KNOWN, letting, [finding(clauses=("c1",))]).title


def test_what_is_new_in_the_notice_has_a_row_of_its_own(letting, words):
    changed = KNOWN.model_copy(update={"added": (("9.1", "New."),), "sentences": 2})
    assert "New in the notice, not in the map" in words(coverage_chart(changed, letting))


def test_a_clause_that_the_map_does_not_know_is_shown(letting, words):
    strange = Coverage(clauses=(ClauseCoverage(clause="c9", rests=(), standing=Standing.REMOVED),))
    assert "Not in the map" in words(coverage_chart(strange, letting))


def test_the_description_says_where_something_is_wrong(letting, finding):
    assert "under Sharing (1)" in coverage_chart(KNOWN, letting, [finding(clauses=("c1",))]).alt


def a_reading(*headings: str, flagged: bool = False) -> NoticeReading:
    sentences = tuple(
        ReadSentence(place=f"{at}.1", heading=heading, text="We keep it.", topics=(Topic.RETENTION,))
        for at, heading in enumerate(headings, 1)
    )
    flag = RedFlag(
        kind=FlagKind.VAGUE,
        place="1.1",
        words="from time to time",
        severity=Severity.MEDIUM,
        confidence=Confidence.LIKELY,
        why="When?",
        ask="Say when.",
    )
    figures = Readability(words=3, sentences=1, words_a_sentence=3.0, lix=20.0, reading_ease=90.0, minutes=1)
    return NoticeReading(
        as_of=dt.date(2026, 11, 22),
        sentences=sentences,
        judgements=(),
        flags=(flag,) if flagged else (),
        readability=figures,
        organisations=(),
    )


def test_a_red_flag_is_named_beside_its_row(words):
    said = words(reading_chart(a_reading("Retention", flagged=True)))
    assert any("from time to time" in each for each in said)


def test_a_reading_without_flags_has_no_red_not_even_in_the_key():
    assert to_rgba(FINDING) not in grounds(reading_chart(a_reading("Retention")))


def test_headings_beyond_the_most_are_counted(words):
    many = [f"Heading {number}" for number in range(MOST_ROWS + 3)]
    assert "3 more headings are not drawn." in words(reading_chart(a_reading(*many)))


def test_the_same_notice_gives_the_same_picture(letting):
    assert coverage_chart(KNOWN, letting).data() == coverage_chart(KNOWN, letting).data()
