"""The screening as tables: what is met, what a person has answered, what has to be asked."""

import pytest

from audit_lib.graph.example import example_map
from audit_lib.model.data_map import DataMap
from audit_lib.risk.screening import screen, screen_all
from audit_lib.views.screening_tables import evidence_table, questions_table, screening_table
from audit_lib.views.table import Mark


@pytest.fixture
def answered():
    content = example_map().content()
    content["data"][1]["sensitivity"] = "high-risk"
    content["activities"][2]["dpia"]["answers"] = [{"sign": "innovation", "answer": "yes", "why": "New."}]
    return DataMap.model_validate(content)


def test_every_activity_has_a_row_and_every_criterion_a_column(answered):
    table = screening_table(screen_all(answered))
    assert (len(table.rows), len(table.columns)) == (3, 2 + 9)


def test_the_gravest_come_first(answered):
    table = screening_table(screen_all(answered))
    assert [row[1].text for row in table.rows] == ["required", "not decidable", "not decidable"]


def test_a_persons_answer_bears_a_star_that_is_explained(answered):
    table = screening_table(screen_all(answered))
    assert "yes*" in [cell.text for cell in table.rows[0]]
    assert "* answered by a person" in table.note
    assert "answered" not in screening_table(screen_all(example_map())).note


def test_what_is_not_known_says_so_in_a_sign_and_not_in_colour_alone(answered):
    cells = [cell for row in screening_table(screen_all(answered)).rows for cell in row[2:]]
    assert all((cell.text == "?") == (cell.mark is Mark.GAP) for cell in cells)


def test_the_evidence_has_all_signs_with_their_questions(answered):
    table = evidence_table(screen(answered, "letting-work"))
    assert len(table.rows) == 22
    assert any("How many are there, about: Tenants?" in row[2].tail for row in table.rows)


def test_the_question_that_serves_most_activities_comes_first(answered):
    numbers = [int(row[1].text) for row in questions_table(screen_all(answered)).rows]
    assert numbers == sorted(numbers, reverse=True)


def test_nothing_to_ask_is_said():
    assert questions_table([]).title == "Nothing has to be asked"
