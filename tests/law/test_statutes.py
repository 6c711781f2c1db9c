"""Which laws are known, by which names, and which names no law bears."""

import pytest

from audit_lib.law.statutes import STATUTES, claims_data_protection, nearest_statute, statute


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Data Protection Act 2018", "Data Protection Act 2018"),
        ("the data protection act 2018", "Data Protection Act 2018"),
        ("DPA 2018", "Data Protection Act 2018"),
        ("UK GDPR", "UK GDPR"),
        ("GDPR", "Regulation (EU) 2016/679"),
        ("General Data Protection Regulation (GDPR)", "Regulation (EU) 2016/679"),
        ("Renters’ Rights Act 2025", "Renters' Rights Act 2025"),
        ("Finance Act 1998, Schedule 18", "Finance Act 1998"),
    ],
)
def test_a_law_is_known_by_its_names(name, title):
    assert statute(name).title == title


@pytest.mark.parametrize("name", ["General Data Protection Act", "Data Protection Act 2019", "GDPA", ""])
def test_a_name_that_no_law_bears(name):
    assert statute(name) is None


def test_every_statute_is_known_by_its_title_and_no_name_means_two():
    names = [name.casefold() for law in STATUTES for name in (law.title, *law.aliases)]
    assert len(names) == len(set(names))
    assert all(statute(law.title) is law for law in STATUTES)
    assert all(statute(alias) is law for law in STATUTES for alias in law.aliases)


def test_the_nearest_law_is_one_of_this_country():
    assert nearest_statute("General Data Protection Act").title == "Data Protection Act 2018"
    assert nearest_statute("Law of the Sea") is None


@pytest.mark.parametrize("name", ["data privacy law", "Data Protection Legislation", "Housing Act 2011"])
def test_what_does_not_claim_to_be_a_data_protection_act(name):
    assert not claims_data_protection(name)


def test_the_union_regulation_is_not_domestic_law():
    assert not statute("GDPR").domestic
    assert not statute("GDPR").data_protection
