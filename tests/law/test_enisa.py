"""The scores of the method of 2013, and what it gives for cases that are told with it."""

import pytest

from audit_lib.law.enisa import (
    AVAILABILITY,
    CONFIDENTIALITY,
    CONTEXTS,
    FACTORS,
    IDENTIFICATIONS,
    INTEGRITY,
    MALICE,
    MEANS,
    level_of,
    score_of,
)
from audit_lib.model.circumstances import Availability, Confidentiality, Factor, Integrity
from audit_lib.model.data import DataContext, Identification
from audit_lib.model.incident import Level


def test_context_rises_by_one_from_simple_to_sensitive():
    assert [score.value for score in CONTEXTS.values()] == [1, 2, 3, 4]


def test_identification_rises_by_a_quarter_to_one():
    assert [score.value for score in IDENTIFICATIONS.values()] == [0.25, 0.5, 0.75, 1]


@pytest.mark.parametrize("table", [CONFIDENTIALITY, INTEGRITY, AVAILABILITY])
def test_a_loss_adds_nothing_a_quarter_or_a_half(table):
    assert [score.value for score in table.values()] == [0, 0, 0.25, 0.5]


def test_malice_adds_a_half():
    assert MALICE == 0.5


def test_every_word_but_not_stated_has_a_score():
    for words, table in (
        (DataContext, CONTEXTS),
        (Identification, IDENTIFICATIONS),
        (Confidentiality, CONFIDENTIALITY),
        (Integrity, INTEGRITY),
        (Availability, AVAILABILITY),
    ):
        assert {word.value for word in table} == {word.value for word in words} - {"not-stated"}


def test_every_factor_and_every_level_is_explained():
    assert set(FACTORS) == set(Factor)
    assert set(MEANS) == set(Level)


@pytest.mark.parametrize(
    ("score", "level"),
    [
        (0.25, "low"),
        (1.99, "low"),
        (2, "medium"),
        (2.99, "medium"),
        (3, "high"),
        (4, "very-high"),
        (6, "very-high"),
    ],
)
def test_levels_end_below_two_three_and_four(score, level):
    assert level_of(score).value == level


@pytest.mark.parametrize(
    ("case", "score", "level"),
    [
        # Cases that are commonly told with the method: context, identification, circumstances.
        ("150 addresses of a newsletter in copy instead of blind copy", score_of(1, 1, 0.25), "low"),
        ("the same of a group for people with an illness", score_of(3, 1, 0.25), "high"),
        ("salaries open to nobody knows whom, no sign of a look", score_of(3, 1, 0), "high"),
        ("business addresses exported to an open link", score_of(1, 1, 0.5), "low"),
        ("the same, stolen", score_of(1, 1, 0.5 + 0.5), "medium"),
        ("test results sold", score_of(4, 1, 0.5 + 0.5), "very-high"),
    ],
)
def test_worked_cases_come_out_as_told(case, score, level):
    assert level_of(score).value == level, case
