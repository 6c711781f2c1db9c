"""A text is read by reviewable tables, the longest phrase first, and nothing is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from audit_lib.model.activity import Basis
from audit_lib.model.data import Sensitivity
from audit_lib.model.noun import Id
from audit_lib.model.party import PartyKind
from audit_lib.model.rights import ChannelKind, RightKind
from audit_lib.model.safeguard import Measure
from audit_lib.notice.concepts.concept import NOTHING, Family
from audit_lib.notice.concepts.concepts import (
    PARTY_KINDS,
    SENSITIVITIES,
    all_concepts,
    concept,
    concepts_in,
    lineage,
    mentions_in,
    party_kind,
    sensitivity,
)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("Email address", ("email-address",)),
        ("We keep your credit card number.", ("payment-card",)),
        ("We look at your credit history.", ("credit-history",)),
        ("your date of birth", ("date-of-birth",)),
        ("We ask for names, e-mail addresses and phone numbers.", ("names", "email-address", "phone-number")),
        ("Type it into the address bar.", ()),
        ("We take health and safety seriously.", ()),
        ("We collect information about your health.", ("health",)),
        ("Image", ("photographs",)),
        ("The image of our company matters to us.", ()),
        ("Reach us by telephone, email or post.", ()),
        ("He acts in the name of the company.", ()),
        ("A copy of your driving licence", ("driving-licence",)),
        ("A copy of your driving license", ("driving-licence",)),
        ("behavioral data", ()),
        ("Details of dietary requirements and allergies", ("health",)),
        ("DBS checks", ("offences",)),
        ("the pupil's attainment, attendance and exclusions", ("school-records",)),
    ],
)
def test_the_longest_phrase_wins_and_weak_words_need_company(text, data):
    assert concepts_in(text).data == data


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("to collect each month's rent", "take-payments"),
        ("We help you quickly and efficiently respond to inquiries", "answer-enquiries"),
        ("for the prevention and detection of fraud", "prevent-crime"),
        ("to assess your application", "assess-applications"),
        ("so that we can personalize what you see", "personalise"),
        ("so that we can personalise what you see", "personalise"),
        ("to establish, exercise or defend legal claims", "handle-claims"),
        ("to provide pastoral care", "educate"),
    ],
)
def test_purposes_are_found_as_verb_and_object(text, purpose):
    assert purpose in concepts_in(text).purposes


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("credit reference agencies", "credit-reference-agencies"),
        ("HM Revenue & Customs", "tax-authority"),
        ("the payment processors we use", "payment-processors"),
        ("our solicitors", "professional-advisers"),
        ("a buyer of the business", "business-buyers"),
        ("the local council", "local-authority"),
        ("your next-of-kin", "next-of-kin"),
    ],
)
def test_classes_of_recipients_and_sources(text, party):
    assert party in concepts_in(text).parties


def test_a_statute_names_no_regulator():
    assert concepts_in("The General Data Protection Regulation and the Data Protection Act").parties == ()


def test_rights_bases_measures_and_channels_come_as_values_of_the_model():
    found = concepts_in(
        "You have the right to erasure where we rely on legitimate interests; write to us, data is encrypted."
    )
    assert RightKind.ERASURE in found.rights
    assert Basis.LEGITIMATE_INTERESTS in found.bases
    assert Measure.ENCRYPTION_AT_REST in found.measures
    assert ChannelKind.POST in found.channels


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("six years", ("P6Y",)),
        ("a six-year period", ("P6Y",)),
        ("twelve (12) months", ("P12M",)),
        ("30 working days", ("P30D",)),
        ("24 hours a day", ()),
        ("twice a year", ()),
        ("zero days", ()),
        ("999999 years", ()),
    ],
)
def test_periods_are_durations_and_rates_are_not(text, periods):
    assert concepts_in(text).periods == periods


def test_ids_of_a_family_are_unique_kebab_case_and_parents_exist():
    check = TypeAdapter(Id).validate_python
    rows = all_concepts()
    assert len({(row.family, row.id) for row in rows}) == len(rows)
    for row in rows:
        check(row.id)
        assert row.name.strip()
        assert row.parent is None or concept(row.family, row.parent)


def test_no_concept_is_called_nothing():
    assert all(row.id != NOTHING for row in all_concepts())


def test_marks_of_the_tables_are_known():
    for row in all_concepts():
        if row.family is Family.DATA:
            assert row.mark in SENSITIVITIES
        elif row.family is Family.PARTY:
            assert row.mark in PARTY_KINDS


def test_handling_tables_have_the_ids_of_the_model():
    for family, kind in (
        (Family.MEASURE, Measure),
        (Family.CHANNEL, ChannelKind),
        (Family.BASIS, Basis),
        (Family.RIGHT, RightKind),
    ):
        assert {row.id for row in all_concepts() if row.family is family} == {value.value for value in kind}


def test_special_categories_lie_beneath_no_ordinary_name():
    assert sensitivity("ethnicity") is Sensitivity.SPECIAL_CATEGORY
    assert sensitivity("offences") is Sensitivity.CRIMINAL_OFFENCE
    assert lineage("disability") == ("disability", "health", "special-category-data")
    assert party_kind("courts") is PartyKind.AUTHORITY


@pytest.mark.parametrize("row", all_concepts(), ids=lambda row: f"{row.family}:{row.id}")
def test_each_phrase_of_a_table_finds_its_concept(row):
    """A phrase hidden behind another of the same family would be dead weight that nobody sees."""
    for phrase in row.phrases:
        said = " ".join(word.rstrip("?").split("|")[0] for word in phrase.replace(" .. ", " ").split())
        found = {m.concept for m in mentions_in(said.replace("_", " ")) if m.family is row.family}
        assert row.id in found, phrase


@given(st.text())
def test_any_text_has_concepts_and_every_mention_stands_in_it(text):
    for mention in mentions_in(text):
        assert 0 <= mention.start < mention.end <= len(text)
        assert concept(mention.family, mention.concept)
    assert concepts_in(text) == concepts_in(text)


@pytest.mark.parametrize(
    "piece", ["the ", "respond to the ", "process credit the ", "name, ", ", ", "a", "ſ", "-", "1 year "]
)
def test_hostile_repetition_is_read_through(piece):
    """Each of these would take hours if time grew faster than the text; nothing is timed here."""
    assert mentions_in(piece * 50_000) is not None
