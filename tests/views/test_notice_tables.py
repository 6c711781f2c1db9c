"""A notice as tables: what must be told, contradictions, red flags, organisations, readability, gaps."""

from __future__ import annotations

import datetime as dt

import pytest

from audit_lib.audit import run_audit
from audit_lib.model.coverage import Standing
from audit_lib.model.document import Bullets, Grid, Paragraph, Section, Sentence
from audit_lib.model.finding import Severity, Status
from audit_lib.model.notice_change import ChangeKind, LostGround, NoticeChange, SentenceChange, Significance
from audit_lib.model.notice_draft import NoticeDraft
from audit_lib.model.noun import Confidence
from audit_lib.model.reading import FlagKind, Organisation, Readability, RedFlag
from audit_lib.model.transparency import Judgement, Verdict
from audit_lib.views.change_tables import changes_table, lost_table, significance_table
from audit_lib.views.notice_tables import (
    contradictions_table,
    draft_gaps_table,
    flags_table,
    items_table,
    organisations_table,
    readability_table,
)
from audit_lib.views.table import Mark

TODAY = dt.date(2026, 11, 22)


def judged(verdict: str, confidence: str = "certain", **more) -> Judgement:
    given = {"item": "A13-2a", "provision": "UK GDPR Art. 13(2)(a)", "requirement": "how long"}
    return Judgement(verdict=Verdict(verdict), confidence=Confidence(confidence), **{**given, **more})


def row(table, number: int = 0):
    return table.rows[number]


def test_the_title_counts_what_is_told_and_leaves_out_what_does_not_apply():
    table = items_table([judged("present"), judged("missing"), judged("not-applicable")])
    assert table.title == "1 of 2 things that must be told are present, 1 missing"


@pytest.mark.parametrize(
    ("verdict", "confidence", "mark"),
    [
        ("present", "certain", Mark.STRONG),
        ("partial", "certain", Mark.GAP),
        ("missing", "certain", Mark.FINDING),
        ("missing", "ask", Mark.GAP),
        ("not-applicable", "certain", Mark.MUTED),
    ],
)
def test_red_is_for_what_is_missing_for_sure(verdict, confidence, mark):
    assert row(items_table([judged(verdict, confidence)]))[1].mark is mark


def test_the_reason_says_what_is_there_and_what_is_not():
    table = items_table([judged("partial", found=("a",), lacking=("b", "c"), why="So.")])
    assert row(table)[2].text == "Says a. Not said: b; c. So."


def test_many_places_are_counted():
    table = items_table([judged("present", at=tuple(f"c{number}" for number in range(10)))])
    assert row(table)[3].text.endswith("c7, 2 more")


def with_findings(data_map, *findings):
    return run_audit(data_map, TODAY).model_copy(update={"findings": findings})


def test_a_contradiction_shows_both_sides(changed, finding, letting):
    second = {**letting.clauses[0].model_dump(), "id": "c2", "gist": "It tells nobody."}
    data_map = changed(clauses=[letting.clauses[0].model_dump(), second])
    against = finding(clauses=("c1", "c2"), contradicts=("c2",))
    shown = row(contradictions_table(with_findings(data_map, against)))
    assert (shown[0].text, shown[1].text) == ("c1: The agency says whom it tells.", "c2: It tells nobody.")


def test_where_practice_stands_against_the_notice_the_map_is_one_side(letting, finding):
    against = finding("party:owner", clauses=("c1",), contradicts=("c1",))
    shown = row(contradictions_table(with_findings(letting, against)))
    assert (shown[0].lead, shown[0].text) == ("What the map knows", "Owner of the building")


def test_findings_with_one_side_and_decided_ones_are_no_open_contradictions(letting, finding):
    decided = finding(clauses=("c1",), contradicts=("c1",), status=Status.ACCEPTED)
    table = contradictions_table(with_findings(letting, finding(clauses=("c1",)), decided))
    assert table.title == "No contradiction is open"


def flag(severity: str = "medium", confidence: str = "likely", words: str = "may") -> RedFlag:
    return RedFlag(
        kind=FlagKind.OPEN_ENDED,
        place="4.2",
        words=words,
        severity=Severity(severity),
        confidence=Confidence(confidence),
        why="When?",
        ask="Say when.",
    )


def test_red_flags_come_gravest_first():
    table = flags_table([flag("low"), flag("high")])
    assert [each[0].text for each in table.rows] == ["high", "low"]


def test_a_flag_that_asks_is_not_red():
    assert row(flags_table([flag("high", "ask")]))[0].mark is Mark.GAP


def test_what_a_notice_says_is_escaped():
    assert "<b>" not in flags_table([flag(words="<b>may</b>")])._repr_html_()


def test_organisations_are_listed_with_their_places():
    found = Organisation(name="Kite Ltd", role="controller", places=("1.1",), confidence=Confidence.LIKELY)
    assert [cell.text for cell in row(organisations_table([found]))] == [
        "Kite Ltd", "controller", "likely", "1.1",
    ]  # fmt: skip


def test_a_figure_that_was_not_measured_says_so():
    figures = Readability(words=3, sentences=1, words_a_sentence=3, lix=None, reading_ease=70.2, minutes=1)
    cells = {each[0].text: each[1].text for each in readability_table(figures).rows}
    assert (cells["LIX"], cells["Reading ease"]) == ("not measured", "70")


GAP = Sentence(text="[To be filled in: how long]", gap=True)
TOLD = Sentence(text="We keep it.")


def test_the_gaps_of_a_draft_are_found_wherever_they_stand():
    blocks = (
        Paragraph(sentences=(TOLD, GAP)),
        Bullets(items=(GAP,)),
        Grid(columns=("What",), rows=(((TOLD, GAP),),)),
    )
    draft = NoticeDraft(
        map_id="m",
        title="Notice",
        version="1",
        as_of=TODAY,
        sections=(Section(heading="Retention", blocks=blocks),),
    )
    assert draft_gaps_table(draft).title == "3 gaps to fill"
    assert draft.gaps == 3


def change(**parts) -> NoticeChange:
    return NoticeChange(**{"changes": (), "lost": (), "significant": (), **parts})


def test_unchanged_sentences_are_not_listed_and_the_others_are_counted():
    sentences = (
        SentenceChange(standing=Standing.UNCHANGED, clause="c1", gist="One", place="1.1", text="One."),
        SentenceChange(standing=Standing.REMOVED, clause="c2", gist="Two"),
        SentenceChange(place="2.1", text="Three."),
    )
    table = changes_table(change(changes=sentences))
    assert len(table.rows) == 2
    assert table.title == "1 removed and 1 added; nothing that people must be told of"


def test_the_old_words_stand_there_where_they_are_known():
    reworded = SentenceChange(
        standing=Standing.REWORDED, clause="c1", gist="Gist", old_text="Old.", text="New.", likeness=0.734
    )
    shown = row(changes_table(change(changes=(reworded,))))
    assert (shown[0].tail, shown[1].text, shown[2].text) == ("likeness 0.73", "Old.", "New.")


def test_what_lost_all_its_ground_comes_first():
    lost = [
        LostGround(reference=f"flow:{name}", name=name, all_gone=name == "all", clauses=("c1",))
        for name in ("part", "all")
    ]
    assert [each[0].text for each in lost_table(change(lost=tuple(lost))).rows] == ["all", "part"]


def test_reasons_to_tell_people_come_gravest_first():
    reasons = [
        Significance(
            kind=ChangeKind.NEW_PURPOSE, what=name, severity=Severity(name), confidence=Confidence.LIKELY
        )
        for name in ("low", "high")
    ]
    table = significance_table(change(significant=tuple(reasons)))
    assert (table.title, row(table)[1].lead) == ("2 reasons to tell people", "New purpose")
    assert row(table)[0].text == "high"
