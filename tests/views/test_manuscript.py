"""The notice as a marked manuscript."""

from __future__ import annotations

import datetime as dt

from audit_lib.audit import run_audit
from audit_lib.model.coverage import Standing
from audit_lib.model.finding import Severity
from audit_lib.model.noun import Confidence
from audit_lib.views.manuscript import (
    MOST,
    MOST_NOTES,
    SLIGHT,
    Line,
    Manuscript,
    Note,
    _highlighted,
    manuscript,
)

TODAY = dt.date(2026, 11, 22)


def audited(data_map, *findings, **covered):
    audit = run_audit(data_map, TODAY)
    clauses = tuple(one.model_copy(update=covered) for one in audit.coverage.clauses)
    coverage = audit.coverage.model_copy(update={"clauses": clauses})
    return audit.model_copy(update={"findings": findings, "coverage": coverage})


def test_without_the_notice_our_gist_stands_for_the_sentence_and_is_marked_as_ours(letting):
    line = manuscript(audited(letting)).lines[0]
    assert (line.text, line.ours) == ("The agency says whom it tells.", True)


def test_with_the_notice_its_words_stand_there(letting):
    line = manuscript(audited(letting, text="We tell the owner.")).lines[0]
    assert (line.text, line.ours) == ("We tell the owner.", False)


def test_a_finding_stands_beside_each_sentence_that_it_cites(letting, finding):
    line = manuscript(audited(letting, finding(clauses=("c1",)))).lines[0]
    assert [note.text for note in line.notes] == ["No retention period."]


def test_a_contradiction_names_the_other_side(changed, letting, finding):
    second = {**letting.clauses[0].model_dump(), "id": "c2"}
    data_map = changed(clauses=[letting.clauses[0].model_dump(), second])
    lines = manuscript(audited(data_map, finding(clauses=("c1", "c2"), contradicts=("c2",)))).lines
    assert [line.notes[0].text for line in lines] == [
        "No retention period. Against c2.",
        "No retention period. Against c1.",
    ]


def test_more_notes_than_fit_are_counted(letting, finding):
    many = [finding(f"flow:{n}", clauses=("c1",), title=f"Number {n}") for n in range(MOST_NOTES + 2)]
    assert manuscript(audited(letting, *many)).lines[0].notes[-1].text == "2 more findings"


def test_a_question_says_that_it_is_one(letting, finding):
    asked = finding(clauses=("c1",), confidence=Confidence.ASK, severity=Severity.MEDIUM)
    assert manuscript(audited(letting, asked)).lines[0].notes[0].grave == "medium, ask"


def test_what_was_reworded_since_is_said_first(letting, finding):
    lines = manuscript(audited(letting, finding(clauses=("c1",)), standing=Standing.REWORDED)).lines
    assert lines[0].notes[0].grave == "reworded"


def test_markup_in_a_sentence_is_shown_and_not_obeyed(letting):
    page = manuscript(audited(letting, text="<script>alert(1)</script>"))._repr_html_()
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_the_words_of_a_flag_are_marked_in_the_sentence():
    assert "<mark" in _highlighted("We may share it.", ["may share"])
    assert _highlighted("a < b", ["<"]).count("&lt;") == 1


def test_marks_that_overlap_are_drawn_once():
    assert _highlighted("We may share it.", ["may share", "share it"]).count("<mark") == 1


def test_a_manuscript_without_end_is_cut_and_says_so():
    lines = tuple(Line("H", f"{n}.1", "Text.", ours=False, notes=()) for n in range(MOST + 5))
    assert "5 more sentences not shown" in Manuscript("Long", lines)._repr_html_()


def test_a_heading_is_written_once_for_its_sentences():
    lines = tuple(Line("Sharing", f"{n}.1", "Text.", ours=False, notes=()) for n in range(3))
    assert Manuscript("Short", lines)._repr_html_().count("Sharing") == 1


def test_a_terminal_gets_the_notes_beneath_the_sentence():
    line = Line("H", "1.1", "We may.", ours=False, notes=[Note("low", "When?", SLIGHT)])
    assert str(Manuscript("One", (line,))) == "One\n1.1  We may.\n      low: When?"
