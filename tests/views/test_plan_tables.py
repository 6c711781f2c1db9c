"""The tables of a plan hold every source, recipient and ground, each with its reason."""

from __future__ import annotations

import datetime as dt

import pytest

from audit_lib.model.activity import Basis
from audit_lib.model.authority import Authority
from audit_lib.model.request_plan import (
    Concern,
    HeldBack,
    Informed,
    Kept,
    PlanQuestion,
    Portable,
    Reach,
    Remark,
    RequestPlan,
    Source,
    Standing,
    Telling,
    TellingKind,
    Verdict,
)
from audit_lib.model.rights import RightKind
from audit_lib.views.plan_answer_tables import held_back_table, informed_table, kept_table, portable_table
from audit_lib.views.plan_tables import (
    plan_notes_table,
    plan_questions_table,
    reach_table,
    sources_table,
    tells_table,
)
from audit_lib.views.table import Mark

TABLES = [
    sources_table,
    tells_table,
    reach_table,
    kept_table,
    held_back_table,
    portable_table,
    plan_questions_table,
    plan_notes_table,
]


@pytest.fixture
def plan():
    """Make a plan for the tenants with some of its parts filled."""

    def make(**parts):
        day = dt.date(2026, 11, 22)
        right = parts.pop("right", RightKind.ERASURE)
        return RequestPlan(map_id="harbour", right=right, subject="tenants", as_of=day, **parts)

    return make


def source(party, standing, *data, **fields):
    given = {"data": data, "atoms": data, "ask": f"Ask {party}.", "provision": "UK GDPR Art. 15"}
    return Source(party=party, standing=standing, **{**given, **fields})


def verdict(reach, **fields):
    given = {"activity": "let", "basis": Basis.CONTRACT, "reason": "Why.", "provision": "Art. 17(1)"}
    return Verdict(reach=reach, **{**given, **fields})


def test_sources_are_numbered_in_the_order_to_ask_and_the_others_are_not(plan, letting):
    table = sources_table(
        plan(
            sources=(
                source("agency", Standing.OWN, "contact"),
                source("ledger", Standing.PROCESSOR, "passport"),
                source("owner", Standing.INDEPENDENT, "contact"),
            )
        ),
        letting,
    )
    assert [row[0].text for row in table.rows] == ["1", "2", "–"]
    assert table.title == "2 sources to ask about Tenants; 1 more answers for itself"


def test_what_is_only_expected_at_a_source_is_said(plan, letting):
    guess = source("ledger", Standing.PROCESSOR, "contact", "passport", unconfirmed=("passport",))
    (row,) = sources_table(plan(sources=(guess,)), letting).rows
    assert row[2].tail == "merely expected: 1 of 2"


def test_a_class_of_sources_is_told_from_a_named_one_and_roles_are_words(plan, letting):
    many = source("ledger", Standing.SUB_PROCESSOR, "contact", generic=True)
    alone = source("owner", Standing.INDEPENDENT, "contact")
    rows = sources_table(plan(sources=(many, alone)), letting).rows
    assert [row[1].tail for row in rows] == ["sub-processor, find out which ones", "controller of its own"]


def test_a_source_that_the_right_does_not_reach_stands_back(plan, letting):
    idle = source("ledger", Standing.PROCESSOR, "contact", concerned=False)
    (row,) = sources_table(plan(sources=(idle,)), letting).rows
    assert row[4].mark is Mark.MUTED


def test_recipients_in_doubt_are_counted_apart(plan, letting):
    def telling(party, kind):
        return Telling(
            party=party, kind=kind, data=("contact",), senders=("agency",), says="Tell.", provision="Art. 19"
        )

    both = (telling("owner", TellingKind.TELL), telling("police", TellingKind.DOUBT))
    table = tells_table(plan(tells=both), letting)
    assert table.title == "1 recipient to tell, 1 in doubt"
    assert [row[3].text for row in table.rows] == ["Harbour Lettings"] * 2


def test_the_reach_is_counted_by_how_far_it_goes(plan, letting):
    reached = (
        verdict(Reach.APPLIES),
        verdict(Reach.APPLIES, activity="tell"),
        verdict(Reach.ASK, basis=None),
    )
    table = reach_table(plan(verdicts=reached), letting)
    assert table.title == (
        "The right to erasure, by activity and basis: applies in 2 and cannot be told for 1 of 3"
    )
    assert [row[1].text for row in table.rows] == ["contract", "not stated"]


def test_activities_with_the_same_answer_share_a_row_and_keep_their_own_signs(plan, letting):
    reached = (
        verdict(Reach.DOES_NOT, law="Housing Act 2004", expected=True),
        verdict(Reach.DOES_NOT, activity="tell", unclear=True),
        verdict(Reach.APPLIES, activity="tell", reason="Another."),
    )
    first, second = reach_table(plan(verdicts=reached), letting).rows
    assert (first[0].text, first[3].text) == ("applies", "Another.")
    assert second[2].text.split("\n") == [
        "Manage tenancies (Housing Act 2004, merely expected)",
        f"{letting.activity['tell'].name} (basis unclear)",
    ]


def test_no_activity_is_lost_when_rows_are_shared(plan, letting):
    reached = tuple(verdict(reach, activity=name) for reach in Reach for name in ("let", "tell"))
    table = reach_table(plan(verdicts=reached), letting)
    assert sum(len(row[2].text.split("\n")) for row in table.rows) == len(reached)


def test_a_reading_that_is_an_assumption_is_marked_as_one(plan, letting):
    (row,) = reach_table(
        plan(verdicts=(verdict(Reach.LIMITED, authority=Authority.ASSUMPTION),)), letting
    ).rows
    assert row[3].tail == "Art. 17(1) (assumption)"


def test_what_stays_says_whether_it_is_certain(plan, letting):
    kept = (
        Kept(says="Tax.", provision="Art. 17(3)(b)", data=("contact",), period="P6Y", retention="books"),
        Kept(says="A claim.", provision="Art. 17(3)(e)", certain=False),
    )
    table = kept_table(plan(kept=kept), letting)
    assert table.title == "2 grounds to keep data: 1 certain, 1 to be decided"
    assert [row[3].whole for row in table.rows] == ["P6Y\nretention entry books", "not stated"]


def test_what_is_held_back_names_the_other_people(plan, letting):
    held = HeldBack(
        concern=Concern.OTHER_PEOPLE,
        data=("contact",),
        others=("readers",),
        says="Black out.",
        provision="Art. 15(4)",
        authority=Authority.LAW,
    )
    table = held_back_table(plan(held_back=(held,)), letting)
    assert table.rows[0][2].text == "Readers of reviews"
    assert table.title == "1 thing to check before anything is handed over"


def test_what_goes_with_the_person_is_counted_once(plan, letting):
    twice = (
        Portable(activity="let", basis=Basis.CONTRACT, provided=("contact", "passport")),
        Portable(activity="tell", basis=Basis.CONSENT, provided=("contact",)),
    )
    table = portable_table(plan(portable=twice), letting)
    assert table.title == "2 categories go with the person"
    assert len(table.rows) == 2


def test_what_an_answer_must_say_shows_its_gaps(plan):
    told = (
        Informed(item="15(1)(a)", heading="Purposes", says=("Letting homes",)),
        Informed(item="15(1)(d)", heading="How long", gap="No period is stated."),
    )
    table = informed_table(plan(informed=told))
    assert table.title == "2 things to say beside the copy, 1 with a gap"
    assert [row[2].text for row in table.rows] == ["from the map", "No period is stated."]


def test_questions_name_what_they_are_about(plan, letting):
    asked = PlanQuestion(says="Is it so?", about=("party:ledger", "activity:let"))
    (row,) = plan_questions_table(plan(questions=(asked,)), letting).rows
    assert row[1].text == "Ledgerline and Manage tenancies"


def test_a_question_that_names_its_things_does_not_name_them_twice(plan, letting):
    asked = PlanQuestion(says="Does Ledgerline hold any?", about=("party:ledger",))
    table = plan_questions_table(plan(questions=(asked,)), letting)
    assert table.columns == ("Question",)
    assert "Ledgerline" in table.rows[0][0].text


def test_notes_say_the_day_of_the_plan(plan, letting):
    table = plan_notes_table(plan(notes=(Remark(says="Be quick.", provision="Art. 12(3)"),)), letting)
    assert table.title == "1 thing to know"
    assert "As of Sunday 22 November 2026." in table.note


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_plan_has_a_sentence_and_no_rows(plan, letting, table):
    found = table(plan(), letting)
    assert found.rows == ()
    assert "<table" not in found._repr_html_()


def test_names_from_the_map_are_escaped(plan, renamed):
    hostile = renamed("<script>alert(1)</script>")
    found = plan(sources=(source("ledger", Standing.PROCESSOR, "contact"),), verdicts=(verdict(Reach.ASK),))
    for table in (sources_table, reach_table):
        assert "<script>" not in table(found, hostile)._repr_html_()


def test_more_rows_than_asked_for_are_counted(plan, letting):
    many = plan(sources=tuple(source("ledger", Standing.PROCESSOR, "contact") for _ in range(200)))
    assert sources_table(many, letting, most=50).note == "150 more rows are not shown."
