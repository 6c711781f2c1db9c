"""What is written down as the ground of a transfer, and until when it counted."""

import datetime as dt

import pytest

from audit_lib.law.transfer_mechanisms import LAPSED, Ground, ground, lapsed

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("mechanism", "row"),
    [
        ("EU-US Privacy Shield", "privacy-shield"),
        ("safe harbor", "safe-harbour"),
        ("Standard Contractual Clauses (2010)", "eu-clauses"),
        ("SCC Module Two", "eu-clauses"),
    ],
)
def test_it_no_longer_counts(mechanism, row):
    assert lapsed(mechanism, TODAY).id == row


@pytest.mark.parametrize(
    "mechanism",
    ["IDTA", "International Data Transfer Agreement", "EU SCCs with UK Addendum", "Data bridge", "Soccer"],
)
def test_it_still_counts(mechanism):
    assert lapsed(mechanism, TODAY) is None


@pytest.mark.parametrize("row", LAPSED, ids=lambda row: row.id)
def test_it_counted_until_the_day_before(row):
    words = {"safe-harbour": "Safe Harbour", "privacy-shield": "Privacy Shield", "eu-clauses": "SCCs"}[row.id]
    assert lapsed(words, row.ended) is row
    assert lapsed(words, row.ended - dt.timedelta(days=1)) is not row


@pytest.mark.parametrize(
    ("mechanism", "kind"),
    [
        ("IDTA with data protection test", Ground.SAFEGUARD),
        ("Binding corporate rules", Ground.SAFEGUARD),
        ("Adequacy regulations (Art. 45A)", Ground.ADEQUACY),
        ("UK-US data bridge", Ground.DATA_BRIDGE),
        ("DPF with UK Extension", Ground.DATA_BRIDGE),
        ("Art. 49(1)(a)", Ground.DEROGATION),
        ("Consent of the resident", Ground.DEROGATION),
        ("Something agreed", None),
    ],
)
def test_the_words_name_a_ground(mechanism, kind):
    assert ground(mechanism) is kind
