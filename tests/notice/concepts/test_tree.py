"""Many phrases are looked for at once: choices, gaps and articles, the longest phrase first."""

import pytest

from audit_lib.notice.concepts.concept import Family, read_table
from audit_lib.notice.concepts.tree import PhraseTree
from audit_lib.notice.concepts.words import stem, words_of


def found(text: str, *phrases: str) -> list[str]:
    tree = PhraseTree((phrase, phrase) for phrase in phrases)
    return [hit.key for hit in tree.find(words_of(text).stems)]


def test_a_longer_phrase_hides_a_shorter_one_inside_it():
    assert found("an email address", "address", "email address") == ["email address"]


def test_articles_and_possessives_may_stand_inside():
    assert found("collect all of the rent; pay your the rent", "pay rent") == ["pay rent"]


def test_choices_may_be_of_several_words():
    assert found("carry out repairs", "do|carry_out repair") == ["do|carry_out repair"]


def test_a_word_may_be_missing():
    assert found("copy passport", "copy of? passport") == ["copy of? passport"]
    assert found("copy of the passport", "copy of? passport") == ["copy of? passport"]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("collect from you every month rent", 1),
        ("collect from you and them, every single month, rent", 0),
        ("collect it. The rent is due", 0),
        ("collect it; rent", 0),
    ],
)
def test_a_gap_has_an_end_and_never_goes_over_the_end_of_a_clause(text, hits):
    assert len(found(text, "collect .. rent")) == hits


def test_a_phrase_with_a_gap_leaves_the_words_in_it_to_other_phrases():
    assert found("collect monthly rent", "collect .. rent", "monthly rent") == [
        "collect .. rent",
        "monthly rent",
    ]


def test_a_phrase_may_stand_for_several_things():
    tree = PhraseTree([("a", "name and address"), ("b", "name and address")])
    assert [hit.key for hit in tree.find(words_of("name and address").stems)] == ["a", "b"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("addresses", "address"),
        ("companies", "company"),
        ("organisation", "organizations"),
        ("personalised", "personalize"),
        ("behaviours", "behavior"),
        ("cookies", "cookie"),
        ("licence", "licenses"),
        ("enquiry", "inquiries"),
        ("children's", "child"),
    ],
)
def test_forms_of_a_word_are_one(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("marketing", "market"),
        ("accounting", "account"),
        ("settings", "sets"),
        ("savings", "saved"),
        ("tell", "tel."),
    ],
)
def test_words_that_only_look_alike_are_two(one, other):
    assert words_of(one).stems != words_of(other).stems


def test_words_keep_their_places():
    words = words_of("We’ll e-mail you")
    assert [("We’ll e-mail you"[a:b]) for a, b in zip(words.starts, words.ends, strict=True)] == [
        "We’ll",
        "e-mail",
        "you",
    ]


def test_a_table_gives_rows_their_parents_and_their_further_phrases():
    rows = read_table(Family.DATA, "a | A | | x\n  b | B | R | y; ~z\n  . w\nc | C | |\n")
    assert [(row.id, row.parent, row.phrases, row.weak) for row in rows] == [
        ("a", None, ("x",), ()),
        ("b", "a", ("y", "w"), ("z",)),
        ("c", None, (), ()),
    ]
