"""What a word of a log stands for, in a fixed order, and what it most probably means if for nothing."""

import pytest

from audit_lib.evidence.words import GUESSED, Resolved, resolve
from audit_lib.model.data_map import DataMap
from audit_lib.model.evidence_source import Column, Source

RECORDED = {"stance": "recorded"}


def party(name: str, called: str, *aliases: str) -> dict:
    return {"id": name, "name": called, "aliases": aliases, "kind": "organisation", **RECORDED}


@pytest.fixture(scope="module")
def boatyard() -> DataMap:
    """A boatyard, those with whom it deals, and some words that stand for two things."""
    return DataMap.model_validate(
        {
            "map": {"id": "boatyard", "title": "Boatyard", "jurisdiction": "UK", "controller": "yard"},
            "parties": [
                party("yard", "Kite Boatyard"),
                party("yardi", "Yardi", "Yardi Systems"),
                party("council", "Local authority", "Council tax department", "London Borough of Camden"),
                party("north-marina", "North Marina", "The Marina"),
                party("south-marina", "South Marina", "The Marina"),
                party("insurer", "Boat insurers", "south-marina"),
                {"id": "sailors", "name": "Sailors", "kind": "individuals", **RECORDED},
            ],
            "systems": [
                {"id": "berths", "name": "Berth Book", "kind": "platform", "operator": "yardi", **RECORDED}
            ],
            "data": [
                {"id": "contact", "name": "Contact details", **RECORDED},
                {"id": "e-mail", "name": "E-mail address", "parent": "contact", **RECORDED},
            ],
            "purposes": [{"id": "berthing", "name": "Giving berths", **RECORDED}],
            "activities": [
                {
                    "id": "mooring",
                    "name": "Mooring of boats",
                    "function": "Harbour",
                    "purpose": "berthing",
                    "controllers": ["yard"],
                    "subjects": ["sailors"],
                    "data": ["contact"],
                    **RECORDED,
                }
            ],
        }
    )


def log(**fields) -> Source:
    return Source.model_validate(
        {"id": "log", "kind": "disclosures", "name": "Log", "format": "csv", **fields}
    )


def means(boatyard, column: Column, word: str, **fields) -> str | None:
    return resolve(boatyard, log(**fields), column, [word])[word].id


def guess(boatyard, column: Column, word: str) -> str | None:
    found = resolve(boatyard, log(), column, [word])[word]
    assert found.id is None
    return found.likeliest


# What the source itself says


def test_what_the_source_says_of_a_word_comes_first(boatyard):
    said = {"recipient": {"yardi": "council"}}
    assert means(boatyard, Column.RECIPIENT, "yardi", values=said) == "council"


def test_blanks_around_a_word_do_not_count(boatyard):
    assert means(boatyard, Column.RECIPIENT, "  Y1 ", values={"recipient": {" Y1": "yardi"}}) == "yardi"


def test_a_word_as_it_is_written_goes_before_one_in_another_case(boatyard):
    said = {"recipient": {"Y1": "yardi", "y1": "council"}}
    assert means(boatyard, Column.RECIPIENT, "y1", values=said) == "council"
    assert means(boatyard, Column.RECIPIENT, "Y1", values=said) == "yardi"


def test_a_word_in_another_case_counts_if_it_means_one_thing(boatyard):
    assert means(boatyard, Column.RECIPIENT, "ACME", values={"recipient": {"Acme": "yardi"}}) == "yardi"
    both = {"recipient": {"Acme": "yardi", "acmE": "council"}}
    assert means(boatyard, Column.RECIPIENT, "ACME", values=both) is None


def test_what_is_said_of_one_column_says_nothing_of_another(boatyard):
    assert means(boatyard, Column.SENDER, "Y1", values={"recipient": {"Y1": "yardi"}}) is None


# Domains


@pytest.mark.parametrize("host", ["kite.example", "www.kite.example", "A.B.KITE.example", "kite.example."])
def test_a_domain_stands_for_itself_and_all_beneath_it(boatyard, host):
    assert (
        means(boatyard, Column.RECIPIENT, host, values={"recipient": {"*.kite.example": "yardi"}}) == "yardi"
    )


@pytest.mark.parametrize("host", ["redkite.example", "kite.example.org", "example", "*.example"])
def test_a_domain_does_not_stand_for_what_only_looks_like_it(boatyard, host):
    assert means(boatyard, Column.RECIPIENT, host, values={"recipient": {"*.kite.example": "yardi"}}) is None


def test_of_two_domains_the_longer_one_counts(boatyard):
    said = {"recipient": {"*.example": "council", "*.ads.example": "yardi"}}
    assert means(boatyard, Column.RECIPIENT, "x.ads.example", values=said) == "yardi"
    assert means(boatyard, Column.RECIPIENT, "x.example", values=said) == "council"


def test_one_host_goes_before_its_domain(boatyard):
    said = {"recipient": {"*.kite.example": "yardi", "www.kite.example": "yard"}}
    assert means(boatyard, Column.RECIPIENT, "www.kite.example", values=said) == "yard"


def test_only_recipients_have_domains(boatyard):
    assert (
        means(boatyard, Column.SENDER, "www.kite.example", values={"sender": {"*.kite.example": "yard"}})
        is None
    )


# What the map says


@pytest.mark.parametrize(
    ("column", "word", "name"),
    [
        (Column.RECIPIENT, "yardi", "yardi"),
        (Column.RECIPIENT, "YARDI  systems", "yardi"),
        (Column.SENDER, "sailors", "sailors"),
        (Column.DATA, "e-mail address", "e-mail"),
        (Column.PURPOSE, "Giving Berths", "berthing"),
        (Column.ACTIVITY, "mooring of boats", "mooring"),
        (Column.SYSTEM, "berth book", "berths"),
    ],
)
def test_an_id_a_name_or_an_alias_stands_for_its_entry(boatyard, column, word, name):
    assert means(boatyard, column, word) == name


def test_an_id_goes_before_an_alias(boatyard):
    assert means(boatyard, Column.RECIPIENT, "south-marina") == "south-marina"


def test_an_alias_of_two_parties_stands_for_neither(boatyard):
    assert means(boatyard, Column.RECIPIENT, "The Marina") is None


def test_an_id_of_another_section_stands_for_nothing(boatyard):
    assert means(boatyard, Column.RECIPIENT, "contact") is None


def test_an_empty_word_stands_for_nothing(boatyard):
    assert resolve(boatyard, log(), Column.RECIPIENT, ["", "  "]) == {
        "": Resolved(None),
        "  ": Resolved(None),
    }


# Closed lists


@pytest.mark.parametrize(
    ("column", "word", "name"),
    [
        (Column.BASIS, "consent", "consent"),
        (Column.BASIS, "Legitimate Interests", "legitimate-interests"),
        (Column.BASIS, "LEGAL_OBLIGATION", "legal-obligation"),
        (Column.ROLE, "Joint Controller", "joint-controller"),
        (Column.GROUND, "erasure pending", "erasure-pending"),
        (Column.COUNTRY, "gb", "GB"),
        (Column.COUNTRY, "UK", "GB"),
        (Column.COUNTRY, " NO ", "NO"),
    ],
)
def test_a_word_of_a_list_may_be_spelt_with_blanks(boatyard, column, word, name):
    assert means(boatyard, column, word) == name


@pytest.mark.parametrize(
    ("column", "word"),
    [(Column.BASIS, "contractual"), (Column.ROLE, "vendor"), (Column.COUNTRY, "GBR"), (Column.COUNTRY, "é1")],
)
def test_no_other_word_stands_for_one_of_a_list(boatyard, column, word):
    assert means(boatyard, column, word) is None


def test_a_source_can_say_what_its_own_words_mean(boatyard):
    said = {"basis": {"6(1)(b)": "contract"}, "country": {"United Kingdom": "GB"}}
    assert means(boatyard, Column.BASIS, "6(1)(b)", values=said) == "contract"
    assert means(boatyard, Column.COUNTRY, "united kingdom", values=said) == "GB"


# What a word most probably means


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("YARDI SYSTEMS INC.", "yardi"),
        ("Council tax dept, LB Camden", "council"),
        ("Yradi", "yardi"),
        ("www.yardi.com", "yardi"),
        ("boat_insurer", "insurer"),
        ("The Marina", "north-marina"),
    ],
)
def test_the_nearest_name_is_offered(boatyard, word, name):
    assert guess(boatyard, Column.RECIPIENT, word) == name


@pytest.mark.parametrize("word", ["zebra", "x", "Ltd", "12345", "§§", "", "The Company Ltd"])
def test_nothing_is_offered_for_a_word_that_is_like_no_name(boatyard, word):
    assert guess(boatyard, Column.RECIPIENT, word) is None


def test_what_the_source_says_of_other_words_helps(boatyard):
    source = log(values={"recipient": {"Blue Whale Payments": "yardi"}})
    found = resolve(boatyard, source, Column.RECIPIENT, ["BLUE WHALE PAYMENTS EUROPE"])
    assert found["BLUE WHALE PAYMENTS EUROPE"].likeliest == "yardi"


def test_a_word_of_a_list_is_offered_too(boatyard):
    assert guess(boatyard, Column.BASIS, "legitimate interest") == "legitimate-interests"


def test_only_the_first_unknown_words_are_looked_into(boatyard):
    words = ["yardi", *(f"Yardi branch {number}" for number in range(GUESSED + 50))]
    found = list(resolve(boatyard, log(), Column.RECIPIENT, words).values())
    assert [each.likeliest for each in found[1:]] == ["yardi"] * GUESSED + [None] * 50


def test_the_same_words_always_get_the_same_answer(boatyard):
    words = ["The Marina", "marina", "council", "Kite"]
    assert resolve(boatyard, log(), Column.RECIPIENT, words) == {
        word: resolve(boatyard, log(), Column.RECIPIENT, [word])[word] for word in words
    }


def test_a_word_without_end_is_answered(boatyard):
    word = "yardi" + " &" * 100_000
    assert resolve(boatyard, log(), Column.RECIPIENT, [word])[word] == Resolved(None, "yardi")
