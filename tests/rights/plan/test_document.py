"""The search plan as a document: a summary first, each step to tick, each doubt a gap, a place to sign."""

import datetime as dt

import pytest
from letter_map import letter_content

from audit_lib.files.read_map import read_map
from audit_lib.model.data_map import DataMap
from audit_lib.model.deadline import RequestDates
from audit_lib.model.rights import RightKind
from audit_lib.rights.deadlines import request_clock
from audit_lib.rights.plan.document import TICK, plan_document
from audit_lib.rights.search_plan import plan_request

DAY = dt.date(2026, 11, 22)
MAP = DataMap.model_validate(letter_content())


def document(right, **more):
    return plan_document(plan_request(MAP, right, "tenants", DAY), MAP, **more)


def section(made, heading):
    return next(each for each in made.sections if each.heading == heading)


def cells(made, heading):
    grid = next(block for block in section(made, heading).blocks if block.kind == "grid")
    return [["\n".join(part.text for part in cell) for cell in row] for row in grid.rows]


def test_the_summary_stands_first_and_counts():
    made = document(RightKind.ERASURE)
    assert made.sections[0].heading == "In short"
    said = {row[0]: row[1] for row in cells(made, "In short")}
    assert said["Right"] == "The right to erasure"
    assert said["To ask"] == "1 of our own and 1 processor"
    assert said["To tell"] == "2 recipients"
    assert said["Reach"] == "Of 3 activities: 1 in full, 1 within limits, 1 not at all."


def test_without_dates_the_time_is_a_gap_and_with_them_both_days_are_there():
    made = document(RightKind.ACCESS)
    assert any("privacy-audit request deadline" in each.text for each in made.sentences() if each.gap)
    clock = request_clock(RightKind.ACCESS, RequestDates(received=dt.date(2026, 10, 1)))
    timed = document(RightKind.ACCESS, clock=clock)
    when = next(row[1] for row in cells(timed, "In short") if row[0] == "By when")
    assert "latest Monday 2 November 2026; safe Sunday 1 November 2026" in when
    request = next(row[1] for row in cells(timed, "In short") if row[0] == "The request")
    assert request.endswith("A person used the right of access on Thursday 1 October 2026.")


def test_whom_to_ask_is_numbered_in_the_order_of_the_plan_with_a_box_to_tick():
    rows = cells(document(RightKind.ACCESS), "Whom to ask")
    assert [row[0].split("\n")[0] for row in rows] == ["1. Agency", "2. Cloud"]
    assert {row[-1] for row in rows} == {TICK}


def test_where_the_data_rests_and_under_which_contract_stand_beside_it():
    cloud = cells(document(RightKind.ACCESS), "Whom to ask")[1]
    assert "In: Tenancy platform" in cloud[1]
    assert "Contract: Hosting contract of 2024" in cloud[2]


def test_those_who_answer_for_themselves_are_listed_apart():
    assert [row[0].split("\n")[0] for row in cells(document(RightKind.ACCESS), "Who answers for itself")] == [
        "Owner"
    ]


def test_recipients_are_listed_for_a_right_that_is_passed_on_and_for_no_other():
    assert [row[0].split("\n")[0] for row in cells(document(RightKind.ERASURE), "Who must be told")] == [
        "1. Cloud", "2. Owner",
    ]  # fmt: skip
    assert "Who must be told" not in [each.heading for each in document(RightKind.ACCESS).sections]


def test_a_right_that_reaches_everything_alike_takes_a_sentence_and_no_table():
    reach = section(document(RightKind.ACCESS), "How far the right reaches")
    assert reach.blocks[0].sentences[0].text == "It applies in each of our 3 activities."


def test_how_far_the_right_reaches_is_said_for_each_activity():
    rows = cells(document(RightKind.PORTABILITY), "How far the right reaches")
    assert [(row[2], row[0]) for row in rows] == [
        ("Tenancy", "applies"),
        ("Newsletter", "applies"),
        ("Right to rent (Immigration Act 2014)", "does not apply"),
    ]


def test_activities_with_the_same_answer_and_reason_share_a_row_and_none_is_lost():
    data_map = read_map("data_maps/btr")
    plan = plan_request(data_map, RightKind.ERASURE, "residents", DAY)
    rows = cells(plan_document(plan, data_map), "How far the right reaches")
    assert len(rows) < len(plan.verdicts) / 4
    assert sum(len(row[2].split("\n")) for row in rows) == len(plan.verdicts)


def test_a_question_about_many_activities_names_them_all():
    data_map = read_map("data_maps/btr")
    plan = plan_request(data_map, RightKind.ERASURE, "residents", DAY)
    (asked,) = [each for each in plan.questions if "lawful basis" in each.says]
    made = section(plan_document(plan, data_map), "What the map cannot tell")
    said = str(made.model_dump())
    assert len(asked.about) > 15
    assert [each for each in asked.about if data_map.name(each) not in said] == []


def test_what_stays_has_its_ground_and_what_is_not_certain_is_a_gap():
    made = document(RightKind.ERASURE)
    keeps = section(made, "What stays, and why")
    assert any("Immigration Act 2014" in each.text for each in keeps.sentences() if not each.gap)
    assert any("Does it hold here?" in each.text for each in keeps.sentences() if each.gap)


@pytest.mark.parametrize(
    ("right", "heading"),
    [
        (RightKind.PORTABILITY, "What goes with the person"),
        (RightKind.ACCESS, "What the answer must say"),
        (RightKind.ERASURE, "What stays, and why"),
    ],
)
def test_parts_of_one_right_do_not_stand_in_the_plan_of_another(right, heading):
    assert heading in [each.heading for each in document(right).sections]
    assert heading not in [each.heading for each in document(RightKind.RECTIFICATION).sections]


def test_the_plan_ends_with_lines_to_sign():
    last = document(RightKind.ACCESS).sections[-1]
    assert last.heading == "Signed off"
    assert last.set_apart
    assert sum(each.gap for each in last.sentences()) == 4


def test_the_foot_says_from_which_state_of_which_map_it_was_made():
    assert document(RightKind.ACCESS).foot == f"Agency; map {MAP.sha256[:12]}; as of 22 November 2026"


@pytest.mark.parametrize("folder", ["data_maps/btr", "data_maps/small_agency"])
def test_every_right_of_every_people_of_the_shipped_maps_gives_a_document(folder):
    data_map = read_map(folder)
    for people in sorted(data_map.individuals)[:4]:
        for right in (RightKind.ACCESS, RightKind.ERASURE, RightKind.OBJECTION):
            made = plan_document(plan_request(data_map, right, people, DAY), data_map)
            assert made.sections[0].heading == "In short"
