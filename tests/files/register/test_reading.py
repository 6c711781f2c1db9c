"""What is found, in which order, and how."""

import datetime as dt

import pytest

from audit_lib.files.register import Draft

from .conftest import DAY, MOMENT


def after(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


@pytest.fixture
def filled(register):
    """Due in 5, never, in 1 (closed), in 1, in 9 days, as they were added; one about Ada; and a breach."""
    ada = register.pseudonym("Ada")
    for opened, due, closed, person in (
        (0, 5, None, None),
        (3, None, None, None),
        (1, 1, DAY, ada),
        (2, 1, None, ada),
        (0, 9, None, None),
    ):
        draft = Draft(
            opened=after(opened), due=after(due) if due is not None else None, closed=closed, person=person
        )
        register.add("request", draft.opened, MOMENT, lambda _, draft=draft: draft)
    register.add("breach", DAY, MOMENT, lambda _: Draft(opened=DAY, due=DAY))
    return register


def numbers(entries) -> list[int]:
    return [int(entry.id[-4:]) for entry in entries]


def test_what_is_due_soonest_comes_first_and_what_is_not_due_last(filled):
    assert numbers(filled.entries("request")) == [3, 4, 1, 5, 2]


def test_by_the_day_opened_two_of_one_day_stand_as_they_were_added(filled):
    assert numbers(filled.entries("request", order="opened")) == [1, 5, 3, 4, 2]


def test_only_open_entries(filled):
    assert numbers(filled.entries("request", open_only=True)) == [4, 1, 5, 2]


def test_due_by_a_day_counts_the_day_itself_and_leaves_out_what_is_not_due(filled):
    assert numbers(filled.entries("request", due_by=after(5))) == [3, 4, 1]
    assert numbers(filled.entries("request", due_by=after(4))) == [3, 4]


def test_about_one_person(filled):
    ada = filled.pseudonym(" ADA ")
    assert numbers(filled.entries("request", person=ada)) == [3, 4]
    assert numbers(filled.entries("request", person=ada, open_only=True, order="opened")) == [4]
    assert filled.entries("breach", person=ada) == ()


@pytest.mark.parametrize(("limit", "found"), [(0, []), (-1, []), (2, [3, 4]), (99, [3, 4, 1, 5, 2])])
def test_at_most_so_many(filled, limit, found):
    assert numbers(filled.entries("request", limit=limit)) == found


def test_counting_counts_what_would_be_listed(filled):
    for asked in ({}, {"open_only": True}, {"due_by": after(4)}, {"open_only": True, "due_by": after(4)}):
        assert filled.count("request", **asked) == len(filled.entries("request", **asked))


def test_each_sort_is_a_list_of_its_own(filled):
    assert [entry.id for entry in filled.entries("breach")] == ["B-2026-0001"]
    assert filled.entries("restriction") == ()


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        ({"open_only": True}, "open_entries_by_due"),
        ({"open_only": True, "due_by": DAY}, "open_entries_by_due"),
        ({"due_by": DAY}, "entries_by_due"),
        ({}, "entries_by_due"),
        ({"order": "opened"}, "entries_by_opened"),
        ({"person": "abcd-efgh-ijkl-mnop"}, "entries_by_person"),
    ],
)
def test_every_question_is_answered_from_an_index_without_sorting_all(filled, asked, index):
    said = []
    filled._connection.set_trace_callback(said.append)
    filled.entries("request", limit=50, **asked)
    filled._connection.set_trace_callback(None)
    plan = [row[3] for row in filled._connection.execute(f"EXPLAIN QUERY PLAN {said[0]}")]
    assert f"USING INDEX {index} (" in plan[0]
    assert len(plan) == 1 or "person" in asked, plan


def test_the_head_of_a_register_without_events_is_number_nought(register):
    assert register.head().startswith("0:")


def test_the_text_form_of_a_register_tells_nothing_but_its_file(register, home):
    assert repr(register) == f"Register({str(home)!r})"
