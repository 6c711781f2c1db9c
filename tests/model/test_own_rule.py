"""A rule of an organisation's own: what may be asked of what, and how a message may be filled."""

import pytest
from pydantic import ValidationError

from audit_lib.model.data_map import KINDS, DataMap
from audit_lib.model.own_check import Misfit, where_misfits
from audit_lib.model.own_fields import NOUNS, SECTION_OF, WORKED_OUT, Holds, LooksAt, fields_of, resolve
from audit_lib.model.own_message import fill, message_problems
from audit_lib.model.own_operators import OPERATORS, operators
from audit_lib.model.own_rule import OwnRule

HEAD = {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "kite"}
KITE = {"id": "kite", "name": "Kite", "kind": "organisation", "stance": "recorded"}


def rule(**changed):
    plain = {
        "id": "own-rule",
        "title": "A rule",
        "looks_at": "flows",
        "where": {"role": "processor"},
        "message": "{names}",
        "severity": "low",
    }
    return {**plain, **changed}


def misfits(where, looks_at=LooksAt.FLOWS, known=None):
    return [misfit.message for misfit in where_misfits(where, looks_at, known)]


def test_every_section_of_entries_can_be_looked_at_and_the_head():
    assert {section.value for section in LooksAt} == {*KINDS, "map"} == {s.value for s in NOUNS}


@pytest.mark.parametrize("noun", WORKED_OUT, ids=lambda noun: noun.__name__)
def test_what_is_worked_out_has_a_name_of_its_own_and_is_explained(noun):
    names = {field.alias or name for name, field in noun.model_fields.items()} - {"claims"}
    assert [info.name for info in WORKED_OUT[noun] if info.name in names or not info.about] == []


@pytest.mark.parametrize("section", LooksAt)
def test_every_field_holds_something_that_can_be_asked_about(section):
    noun = NOUNS[section]
    for name, info in fields_of(noun).items():
        assert operators(resolve(name, noun))
        assert info.words or info.holds is not Holds.WORDS
        assert info.nouns or info.holds not in (Holds.ENTRIES, Holds.BLOCK)
        assert all(inner in SECTION_OF or fields_of(inner) for inner in info.nouns)


def test_there_is_something_to_ask_of_whatever_a_field_holds():
    assert set(OPERATORS) == set(Holds)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("processor", {"is": "processor"}),
        (["processor", "controller"], {"any_of": ["processor", "controller"]}),
    ],
)
def test_a_condition_may_be_written_short(short, full):
    made = OwnRule.model_validate(rule(where={"role": short}))
    assert made == OwnRule.model_validate(rule(where={"role": full}))


def test_given_and_missing_are_words_of_their_own_and_in_full_they_are_values():
    made = OwnRule.model_validate(rule(where={"contract": "missing", "condition": {"is": "missing"}}))
    assert made.where.fields["contract"].given is False
    assert made.where.fields["condition"].is_ == "missing"


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ({"rol": "x"}, '"rol" is no field of a flow. Did you mean "role"?'),
        ({"to.knd": "x"}, '"knd" is no field of a party. Did you mean "kind"?'),
        ({"to.kind.x": "x"}, '"kind" holds one of a few words: nothing leads on from it.'),
        ({"role": "procesor"}, 'none of the words that stand here. Did you mean "processor"?'),
        ({"role": {"longer_than": "P1Y"}}, '"longer_than" cannot be asked of "role"'),
        ({"role": {"isnot": "x"}}, '"isnot" is no operator. Did you mean "is_not"?'),
        ({"to": {"at_least": 2}}, '"at_least" cannot be asked of "to"'),
        ({"to": {"includes": "x"}}, '"includes" cannot be asked of "to"'),
        ({"to.inside": "maybe"}, "neither true nor false"),
        ({"to.country": "Norway"}, "no country: write two capital letters"),
        ({"data": {"any_of": "x"}}, "A list of values is wanted here, such as [x]."),
        ({"without": "encryption"}, "none of the words that stand here."),
        ({"any": {"role": "x"}}, "A list of conditions is wanted here"),
        ({"to": {"where": {"kind": "team"}, "is": "x"}}, "Beside where only at_least and at_most can stand"),
        ({}, "Conditions are wanted here"),
    ],
)
def test_what_cannot_be_asked_is_told(where, message):
    assert any(message in told for told in misfits(where))


def test_all_is_told_at_once_with_the_way_to_each():
    where = {"rol": "x", "any": [{"role": "x"}, {"not": {"to": {"where": {"knd": "x"}}}}]}
    ways = [misfit.path for misfit in where_misfits(where, LooksAt.FLOWS)]
    assert ways == [
        ("where", "rol"),
        ("where", "any", 0, "role"),
        ("where", "any", 1, "not", "to", "where", "knd"),
    ]


def test_ids_are_looked_up_where_the_map_is_known():
    known = {LooksAt.PARTIES: {"kite"}, LooksAt.SYSTEMS: {"crm"}}
    assert misfits({"to": "kit"}, known=known) == ['The map has no party "kit". Did you mean "kite"?']
    assert misfits({"data": {"within": "names"}, "via": "crn"}, known=known) == []  # not all are known
    assert misfits({"to": "kit"}) == []


def test_without_is_asked_only_of_what_safeguards_protect():
    (told,) = where_misfits({"without": "contract"}, LooksAt.PURPOSES)
    assert told == Misfit(
        ("where", "without"), "No safeguard covers a purpose: without cannot be asked here.", is_key=True
    )


def test_conditions_are_bounded_in_number_and_depth():
    assert "more than 200 conditions" in misfits({"any": [{"role": "processor"}] * 300})[-1]
    deep = {"role": "processor"}
    for _ in range(60):
        deep = {"not": deep}
    assert misfits(deep) == ["Conditions are nested more than 8 deep here."]


@pytest.mark.parametrize(
    "message",
    [
        "{0.__class__}",
        "{names.__class__}",
        "{names!r:>999999999}",
        "{names:>999999999}",
        "{names[0]}",
        "{}",
        "{ names }",
        "open {",
        "shut }",
        "{transfer}",
        "{names}" * 13,
    ],
)
def test_a_message_has_no_gaps_but_those_that_a_match_fills(message):
    assert list(message_problems(message, LooksAt.FLOWS))
    with pytest.raises(ValidationError):
        OwnRule.model_validate(rule(message=message))


def test_what_fills_a_gap_is_not_looked_at_again():
    assert fill("{a} {{a}} {b}", {"a": "{b}", "b": "{0.__class__}"}.__getitem__) == "{b} {a} {0.__class__}"


@pytest.mark.parametrize("name", ["rule", "own", "own-", "own-Rule", "no-lawful-basis", "own-" + "a" * 90])
def test_an_id_says_whose_rule_it_is(name):
    with pytest.raises(ValidationError):
        OwnRule.model_validate(rule(id=name))


def test_a_map_holds_a_rule_of_an_id_once_and_names_the_folder():
    head = {**HEAD, "own_rules": "rules"}
    with pytest.raises(ValidationError, match="used twice"):
        DataMap.model_validate({"map": head, "parties": [KITE], "own_rules": [rule(), rule()]})
    with pytest.raises(ValidationError, match="Name the folder"):
        DataMap.model_validate({"map": HEAD, "parties": [KITE], "own_rules": [rule()]})


def test_a_map_with_own_rules_is_the_same_again_from_what_it_says():
    nested = {"from.received": {"where": {"role": "processor"}, "at_least": 2}, "not": {"to": "kite"}}
    head = {**HEAD, "own_rules": "rules"}
    made = DataMap.model_validate({"map": head, "parties": [KITE], "own_rules": [rule(where=nested)]})
    again = DataMap.model_validate(made.content())
    assert again == made
    assert again.sha256 == made.sha256
    assert made != DataMap.model_validate({"map": head, "parties": [KITE]})
