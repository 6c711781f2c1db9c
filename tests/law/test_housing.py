"""The duties of landlords and agents: where and when each applies, and how long its record is kept."""

import datetime as dt
import re

import pytest

from audit_lib.law.authority import Authority
from audit_lib.law.housing import (
    HOUSING_DUTIES,
    RENTERS_RIGHTS_ACT,
    Nation,
    duties_in_force,
    nations_of,
    not_known_in_force,
)
from audit_lib.model.purpose import PurposeKind

TODAY = dt.date(2026, 11, 22)
ROWS = pytest.mark.parametrize("row", HOUSING_DUTIES, ids=lambda row: row.id)


def kinds(*nations, as_of=TODAY):
    return {row.kind for row in duties_in_force(nations, as_of)}


def test_ids_are_distinct():
    assert len({row.id for row in HOUSING_DUTIES}) == len(HOUSING_DUTIES)


@ROWS
def test_a_period_is_a_duration_that_counts_from_an_event(row):
    for period in (row.keep_least, row.keep_most):
        assert period is None or re.fullmatch(r"P\d+[YMD]", period)
    assert bool(row.keep_least or row.keep_most) == bool(row.starts)


@ROWS
def test_a_provision_names_its_act_and_number_and_the_row_a_source(row):
    assert re.search(r" (Act|Regulations) (\(.*\) )?\d{4} (s|reg)\.\s?\d+", row.provision)
    assert row.source
    assert row.nations


@ROWS
def test_a_duty_applies_from_its_day(row):
    assert row in duties_in_force(row.nations, row.in_force)
    assert row not in duties_in_force(row.nations, row.in_force - dt.timedelta(days=1))


def test_the_upper_bound_for_passport_copies_is_practice_and_the_lower_law():
    (row,) = [row for row in HOUSING_DUTIES if row.kind is PurposeKind.RIGHT_TO_RENT]
    assert (row.keep_least, row.authority) == ("P1Y", Authority.LAW)
    assert (row.keep_most, row.most_from) == ("P1Y", Authority.ASSUMPTION)


def test_only_in_england_is_there_a_right_to_rent():
    assert PurposeKind.RIGHT_TO_RENT in kinds(Nation.ENGLAND)
    assert PurposeKind.RIGHT_TO_RENT not in kinds(Nation.SCOTLAND, Nation.WALES, Nation.NORTHERN_IRELAND)


@pytest.mark.parametrize("nation", [Nation.ENGLAND, Nation.WALES, Nation.SCOTLAND])
def test_deposits_are_protected_everywhere_in_britain_by_one_law_each(nation):
    rows = duties_in_force([nation], TODAY)
    assert len([row for row in rows if row.kind is PurposeKind.DEPOSIT_PROTECTION]) == 1


def test_letting_agents_report_for_sanctions_since_the_fourteenth_of_may_2025():
    assert PurposeKind.SANCTIONS not in kinds(Nation.SCOTLAND, as_of=dt.date(2025, 5, 13))
    assert PurposeKind.SANCTIONS in kinds(Nation.SCOTLAND, as_of=dt.date(2025, 5, 14))


def test_without_a_nation_every_duty_may_apply():
    assert duties_in_force([], TODAY) == HOUSING_DUTIES


@pytest.mark.parametrize(
    ("words", "nations"),
    [
        ("England", {Nation.ENGLAND}),
        ("England and Wales", {Nation.ENGLAND, Nation.WALES}),
        ("United Kingdom (Scotland)", {Nation.SCOTLAND}),
        ("NORTHERN IRELAND", {Nation.NORTHERN_IRELAND}),
        ("New England", {Nation.ENGLAND}),
        ("Englander Straße", set()),
        ("GB", set()),
    ],
)
def test_a_jurisdiction_names_its_nations(words, nations):
    assert nations_of(words) == nations


def test_what_has_no_day_is_never_in_force_and_no_law_yet():
    pending = [row for row in RENTERS_RIGHTS_ACT if row.in_force is None]
    assert pending
    assert {row.authority for row in pending} == {Authority.ASSUMPTION}
    for row in pending:
        assert not_known_in_force(row.words[0], dt.date(2100, 1, 1)) is row


def test_tenancy_reform_counts_from_the_first_of_may_2026():
    assert not_known_in_force("Section 21", dt.date(2026, 4, 30)).part == "Pt 1"
    assert not_known_in_force("Section 21", dt.date(2026, 5, 1)) is None
