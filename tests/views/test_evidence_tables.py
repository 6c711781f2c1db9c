"""What evidence shows as tables: names for ids, hidden figures, invented logs told of."""

from __future__ import annotations

import pytest
from evidence_answer import answer, group, month

from audit_lib.model.reconciliation import Read, Unresolved, Unseen
from audit_lib.model.verdict import Verdict
from audit_lib.views.evidence_story import evidence_summary
from audit_lib.views.evidence_tables import (
    evidence_sources_table,
    pattern_table,
    trend_table,
    unresolved_table,
    unseen_table,
    verdict_table,
)
from audit_lib.views.evidence_words import MEANINGS, VERDICTS, span
from audit_lib.views.table import Mark

SOLD = group(Verdict.UNDECLARED_RECIPIENT, "agent", "insurer", "arrears", seen=1204, people=311, country="FR")
FEW = group(Verdict.NO_CONSENT, "agent", "referencer", "passport-copy", flow="check", seen=4, people=2)
WRONG = (
    Unresolved(source="log", column="recipient", word="Insurer Co", observations=120, likeliest="insurer"),
    Unresolved(source="log", column="recipient", word="jo@example.org", observations=3),
    Unresolved(source="log", column="data", word="", observations=700),
)
TABLES = [
    evidence_sources_table,
    verdict_table,
    pattern_table,
    unresolved_table,
    unseen_table,
    trend_table,
]


def texts(table):
    return [[cell.text for cell in row] for row in table.rows]


def spaced(text):
    """Return a text with the blanks at which no line breaks as blanks."""
    return text.replace("\u00a0", " ")


def test_every_verdict_has_a_name_and_says_what_it_means():
    assert set(VERDICTS) == set(MEANINGS) == set(Verdict)


def test_sources_are_listed_with_what_could_not_be_read():
    read = Read(source="log", kind="disclosures", files=("a.csv", "b.csv"), rows=1200, refused=3)
    row = evidence_sources_table(answer(reads=(read,))).rows[0]
    assert [cell.text for cell in row[:4]] == ["log", "a.csv\nb.csv", "1,200", "3"]
    assert row[3].mark is Mark.GAP


def test_verdicts_are_told_with_what_they_mean_and_small_ones_hidden():
    table = verdict_table(answer(SOLD, FEW))
    assert [row[:3] for row in texts(table)] == [
        ["Declared", "1,000", "not counted"],
        ["Recipient not declared", "1,204", "311"],
        ["Without a valid consent", "withheld", "withheld"],
    ]
    assert table.rows[2][0].tail == MEANINGS[Verdict.NO_CONSENT]
    assert "fewer than 10 people" in table.note


def test_a_pattern_is_told_by_names_with_its_figures_days_and_evidence():
    row = pattern_table(answer(SOLD)).rows[0]
    assert [cell.text for cell in row[:3]] == ["Recipient not declared", "Agent → Insurer", "Arrears"]
    assert row[3].whole == "country: FR\npurpose and basis not recorded"
    assert row[4].whole == "1,204\n311 people"
    assert spaced(row[5].whole) == "2 Mar 2026 – 29 May 2026\nlog:1\nlog:2\nlog:3"


def test_what_a_pattern_does_not_record_is_named_with_its_kind():
    nobody = group(
        Verdict.UNDECLARED_RECIPIENT, None, "insurer", "arrears", seen=90, people=0, basis="consent"
    )
    row = pattern_table(answer(nobody)).rows[0]
    assert row[1].text == "sender not recorded → Insurer"
    assert row[3].whole == "basis: consent\npurpose and country not recorded"
    assert row[4].whole == "90\npeople not recorded"


def test_a_pattern_that_records_nothing_of_why_says_so_once():
    bare = group(Verdict.UNDECLARED_RECIPIENT, "agent", "insurer", "arrears", seen=90, people=80)
    assert pattern_table(answer(bare)).rows[0][3].whole == "purpose, basis and country not recorded"


def test_the_role_of_a_recipient_and_what_was_decided_stand_with_what_they_are_about():
    acted = group(
        Verdict.ROLE_DIFFERS, "agent", "referencer", "name", flow="check", seen=90, role="processor"
    )
    row = pattern_table(answer(acted)).rows[0]
    assert row[1].tail == "role of the recipient: processor"
    assert row[0].tail == "nearest flow: check"


def test_the_purpose_of_a_pattern_is_that_of_its_activity_where_none_is_recorded():
    one = group(Verdict.ROLE_DIFFERS, "agent", "referencer", "name", activity="checking-work", flow="check")
    assert pattern_table(answer(one)).rows[0][3].text == "Checking"


def test_a_hidden_pattern_shows_one_piece_of_evidence_and_months_since_more_would_tell_how_many():
    row = pattern_table(answer(FEW)).rows[0]
    assert row[4].whole == "withheld"
    assert spaced(row[5].whole) == "Mar 2026 – May 2026\nlog:1"


def test_hidden_patterns_stand_in_an_order_that_does_not_tell_which_is_larger():
    few = [
        group(Verdict.NO_CONSENT, "agent", "insurer", data, seen=seen, people=2, examples=(f"log:{at}",))
        for at, (data, seen) in enumerate([("name", 2), ("arrears", 9), ("identity", 5)])
    ]
    assert [row[2] for row in texts(pattern_table(answer(*few)))] == ["Name", "Arrears", "Identity"]


def test_patterns_of_one_verdict_are_shown_if_asked_for():
    table = pattern_table(answer(SOLD, FEW), [Verdict.NO_CONSENT])
    assert [row[0] for row in texts(table)] == ["Without a valid consent"]


def test_words_that_mean_nothing_come_with_a_guess_and_not_at_all_on_few_rows():
    assert texts(unresolved_table(answer(unresolved=WRONG))) == [
        ["(empty)", "log", "data", "700", "no guess"],
        ["Insurer Co", "log", "recipient", "withheld", "insurer"],
        ["(withheld: on few rows)", "log", "recipient", "withheld", "no guess"],
    ]


def test_words_that_are_only_counted_stand_last_and_count_in_the_title():
    rest = Unresolved(source="log", column="recipient", word="", observations=9_000, more=1_500)
    table = unresolved_table(answer(unresolved=(rest, *WRONG)))
    assert table.title == "1,503 words stand for nothing in the map"
    assert texts(table)[-1] == ["(1,500 more words)", "log", "recipient", "9,000", ""]


def test_flows_that_a_source_would_show_come_before_those_that_none_would():
    unseen = (Unseen(flow="apply", watched=False), Unseen(flow="sue", watched=True, days=88))
    table = unseen_table(answer(unseen=unseen))
    assert [(row[0], row[4], row[6]) for row in texts(table)] == [
        ("Agent", "yes", "88"),
        ("Tenants", "no source would show it", ""),
    ]
    assert table.title == "1 flow was never seen, 1 is not watched"


def test_the_trend_has_every_month_between_the_first_and_the_last():
    months = (month(Verdict.DECLARED, 3, 700), month(Verdict.DECLARED, 6, 300))
    table = trend_table(answer(months=months))
    assert table.columns == ("Verdict", "Mar 2026", "Apr 2026", "May 2026", "Jun 2026", "Together")
    assert texts(table) == [["Declared", "700", "0", "0", "300", "1,000"]]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_says_that_logs_are_invented(table):
    invented = Read(source="log", kind="disclosures", invented=True)
    given = {"unresolved": WRONG, "reads": (invented,)}
    assert table(answer(SOLD, **given)).note.startswith("These logs are invented for a demonstration.")
    assert "invented" not in table(answer(SOLD, unresolved=WRONG)).note


@pytest.mark.parametrize("table", TABLES)
def test_an_answer_that_says_nothing_is_a_table_too(table):
    nothing = answer(verdicts={}, observations=0, reads=(), months=(), volumes=(), unseen=())
    assert str(table(nothing))


@pytest.mark.parametrize("table", TABLES)
def test_texts_of_maps_and_logs_are_escaped(table, renamed):
    bad = group(Verdict.UNDECLARED_RECIPIENT, "agency", "police", "passport", examples=("<b>:1",))
    word = Unresolved(source="<b>", column="data", word="<b>", observations=99, likeliest="<b>")
    read = Read(source="<b>", kind="disclosures", files=("<b>",), rows=1)
    told = {"unseen": (Unseen(flow="report", watched=True),), "volumes": ()}
    made = answer(bad, data_map=renamed("<b>"), unresolved=(word,), reads=(read,), **told)
    assert "<b>" not in table(made)._repr_html_()


def test_the_summary_counts_what_was_compared_and_names_the_worst():
    said = " ".join(evidence_summary(answer(SOLD, unresolved=WRONG)))
    assert "2,204 observations from 1 source, of 2 March 2026 to 29 May 2026, were compared" in said
    assert "45.4 % are declared" in said
    assert "Recipient not declared (1,204), such as Agent → Insurer (Arrears)." in said
    assert "touch 311 different people" in said


def test_the_summary_does_not_tell_how_many_people_are_in_a_hidden_pattern():
    assert "different people" not in " ".join(evidence_summary(answer(SOLD, FEW, people=313)))


@pytest.mark.parametrize("groups", [(), (SOLD,), (SOLD, FEW), (FEW,)])
def test_the_summary_has_three_to_six_sentences_invented_data_first(groups):
    invented = Read(source="log", kind="disclosures", invented=True)
    verdicts = {Verdict.DECLARED: 1000, Verdict.UNRESOLVED: 30} | {
        one.verdict: one.observations for one in groups
    }
    said = evidence_summary(answer(*groups, reads=(invented,), verdicts=verdicts))
    assert 3 <= len(said) <= 6
    assert said[0] == "These logs are invented for a demonstration."


def test_a_day_is_that_of_the_clocks_in_the_united_kingdom():
    late = SOLD.first.replace(month=6, day=30, hour=23, minute=30)
    assert span(late, late) == "1 Jul 2026"
