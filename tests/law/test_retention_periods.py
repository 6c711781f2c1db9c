"""The default schedule: periods that can be read, sources, and what is law in it."""

import re

import pytest

from audit_lib.law.authority import Authority
from audit_lib.law.retention_periods import RETENTION_PERIODS, usual_period

ROWS = pytest.mark.parametrize("row", RETENTION_PERIODS, ids=lambda row: row.id)


def test_ids_are_distinct():
    assert len({row.id for row in RETENTION_PERIODS}) == len(RETENTION_PERIODS) == 24


@ROWS
def test_a_period_is_a_duration_or_the_note_says_what_applies(row):
    assert re.fullmatch(r"P\d+[YMD]", row.period) if row.period else row.note


@ROWS
def test_each_row_has_an_event_and_a_source(row):
    assert row.starts
    assert row.source


@ROWS
def test_what_is_called_law_names_an_act(row):
    assert row.authority is Authority.ASSUMPTION or re.search(r" Act \d{4}", row.source)


def test_a_time_limit_for_claims_is_no_duty_to_keep():
    assert all(
        row.authority is Authority.ASSUMPTION for row in RETENTION_PERIODS if "Limitation" in row.source
    )


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("Copy of passport", "right-to-rent"),
        ("Evidence of identity for a request", "request-identity"),
        ("Recording of a call", "interactions"),
        ("CCTV images", "cctv"),
        ("Billing history", "billing"),
    ],
)
def test_a_name_finds_its_row(name, row):
    assert usual_period(name).id == row


def test_a_word_counts_from_its_beginning_only():
    assert usual_period("Discarded items") is None
