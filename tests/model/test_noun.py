"""What all nouns promise: frozen, known fields only, strict texts, ids and truth values."""

import pytest
from pydantic import TypeAdapter, ValidationError

from audit_lib.model.noun import Flag, Gap, Id, Stance, Text, TextOrGap
from audit_lib.model.party import Party
from audit_lib.model.purpose import Purpose


def purpose(**more):
    return Purpose.model_validate({"id": "p", "name": "Bake", "stance": "recorded"} | more)


def accepts(kind, value) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


def test_a_noun_cannot_be_changed():
    with pytest.raises(ValidationError, match="frozen"):
        purpose().name = "Sell"


def test_an_unknown_field_is_refused():
    with pytest.raises(ValidationError, match="Extra inputs"):
        purpose(purpos="x")


def test_a_missing_field_is_refused():
    with pytest.raises(ValidationError, match="Field required"):
        Purpose.model_validate({"id": "p", "stance": "recorded"})


def test_equal_values_are_equal_nouns_and_hash_alike():
    assert purpose() == purpose()
    assert len({purpose(), purpose()}) == 1


@pytest.mark.parametrize("value", ["a", "rent", "c-023", "0x1f", "no", "a" * 80])
def test_ids_are_kebab_case(value):
    assert accepts(Id, value)


@pytest.mark.parametrize("value", ["", "-a", "a-", "a--b", "A", "a_b", "a b", "é", "a\n", "a" * 81, 7, None])
def test_anything_else_is_no_id(value):
    assert not accepts(Id, value)


@pytest.mark.parametrize("value", ["true", "false", True, False])
def test_a_flag_is_true_or_false(value):
    assert accepts(Flag, value)


@pytest.mark.parametrize("value", ["yes", "no", "on", "True", "FALSE", "1", 1, 0, "", None])
def test_a_flag_takes_no_other_word_for_truth(value):
    assert not accepts(Flag, value)


def test_the_word_false_is_not_taken_for_true():
    assert TypeAdapter(Flag).validate_python("false") is False


@pytest.mark.parametrize("value", ["x", "two\nlines", "a\ttab", "\u202eطاولة", "🏠", "a" * 20_000])
def test_a_text_is_of_any_script(value):
    assert accepts(Text, value)


@pytest.mark.parametrize(
    "value", ["", "   ", "\n", "a\x00", "\x1b[31m", "a\rb", "\x7f", "\uffff", "a" * 20_001]
)
def test_a_text_is_neither_empty_nor_holds_control_characters(value):
    assert not accepts(Text, value)


def test_spaces_about_a_text_do_not_count():
    assert purpose(name="  Bake \n").name == "Bake"


@pytest.mark.parametrize("gap", list(Gap))
def test_the_four_ways_of_not_knowing_are_no_texts(gap):
    assert TypeAdapter(TextOrGap).validate_python(gap.value) is gap


def test_a_text_that_only_mentions_a_gap_stays_a_text():
    assert TypeAdapter(TextOrGap).validate_python("none of it") == "none of it"


def test_a_party_says_nothing_of_its_country_unless_it_is_given():
    party = Party.model_validate({"id": "p", "name": "P", "kind": "organisation", "stance": "recorded"})
    assert party.country is Gap.NOT_STATED


def test_norway_is_a_country():
    party = {"id": "p", "name": "P", "kind": "organisation", "stance": "recorded", "country": "NO"}
    assert Party.model_validate(party).country == "NO"


@pytest.mark.parametrize("country", ["no", "GBR", "G1", "Norway"])
def test_a_country_is_two_capital_letters(country):
    party = {"id": "p", "name": "P", "kind": "organisation", "stance": "recorded", "country": country}
    with pytest.raises(ValidationError):
        Party.model_validate(party)


def test_only_what_a_clause_says_or_suggests_rests_on_the_notice():
    assert [stance.value for stance in Stance if stance.rests_on_notice] == ["stated", "inferred", "unclear"]
