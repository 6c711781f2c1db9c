"""Published cases."""

from __future__ import annotations

import pytest

from audit_lib.law.enforcement import CASES, Outcome, penalties_a_person

CASE = {case.id: case for case in CASES}


@pytest.mark.parametrize(
    ("case", "pounds"),
    [
        ("life-at-parliament-view", 4.30), ("capita", 2.12), ("lastpass", 0.75), ("advanced", 38.66),
        ("23andme", 14.85), ("dpp-law", 75.85),
    ],
)  # fmt: skip
def test_the_penalty_a_person_is_computed_from_the_case(case, pounds):
    assert CASE[case].per_person == pytest.approx(pounds, abs=0.005)


def test_only_a_penalty_has_a_sum():
    assert all((case.penalty > 0) == (case.outcome is Outcome.PENALTY) for case in CASES)


def test_what_was_not_checked_is_named_and_is_a_field():
    assert CASE["dpp-law"].unchecked == ("people",)
    assert all(set(case.unchecked) <= set(case._fields) for case in CASES)


def test_what_remained_of_the_announced_sum():
    assert sorted(round(case.remained, 2) for case in CASES if case.remained) == [0.31, 0.5, 0.5]


def test_every_case_names_its_source_and_ids_are_unique():
    assert all(case.source and case.facts for case in CASES)
    assert len(CASE) == len(CASES)


def test_cases_without_a_penalty_are_no_part_of_the_penalties():
    assert len(penalties_a_person()) == sum(case.outcome is Outcome.PENALTY for case in CASES)
