"""What was sent beside what was received."""

from __future__ import annotations

from evidence_answer import MARCH, MAY, ends

from audit_lib.graph.example import example_map
from audit_lib.views.evidence_figures import hidden_note
from audit_lib.views.two_sided_tables import two_sided_table


def row(*given):
    return [cell.text for cell in two_sided_table(given, example_map()).rows[0]]


def test_what_each_side_alone_has_is_told_beside_what_both_have():
    found = ends(120, 100, 90, people_sent=30, people_received=10)
    assert row(found) == ["Agent → Referencer", "Passport copy", "120", "100", "90", "30", "10"]


def test_a_small_difference_is_hidden_with_what_it_could_be_subtracted_from():
    found = ends(95, 120, 90, examples_sent=("out:1", "out:2"))
    assert row(found)[2:] == ["withheld", "withheld", "withheld", "withheld", "30"]
    assert two_sided_table([found], example_map()).rows[0][5].tail == "out:1"


def test_beneath_what_one_side_alone_has_stand_its_share_whom_it_is_about_when_and_where_to_look():
    found = ends(
        120, 90, 90, people_sent=30, first_sent_only=MARCH, last_sent_only=MAY, examples_sent=("out:1",)
    )
    cell = two_sided_table([found], example_map()).rows[0][5]
    assert cell.tail.splitlines() == ["25.0 % of what was sent", "30 people", "2 Mar – 29 May 2026", "out:1"]


def test_days_of_what_is_hidden_are_told_as_months():
    found = ends(95, 90, 90, first_sent_only=MARCH, last_sent_only=MAY)
    assert two_sided_table([found], example_map()).rows[0][5].tail == "Mar 2026 – May 2026"


def test_many_entries_about_few_people_are_hidden():
    assert row(ends(500, 100, 100, people_sent=3))[5] == "withheld"


def test_what_is_withheld_is_told_in_the_words_of_every_table():
    note = two_sided_table([ends(500, 100, 100, people_sent=3)], example_map()).note
    assert note == hidden_note(10)


def test_two_logs_that_agree_are_told_as_such():
    table = two_sided_table([ends(90, 90, 90)], example_map())
    assert table.title == "None of 1 pair of logs differs"
    assert row(ends(90, 90, 90))[5:] == ["0", "0"]


def test_invented_logs_are_told_first():
    assert two_sided_table([], example_map(), invented=True).note.startswith("These logs are invented")
