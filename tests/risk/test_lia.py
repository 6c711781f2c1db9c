"""The legitimate interests assessment: three tests, what speaks for and against, and no verdict."""

import datetime as dt

import pytest

from audit_lib.errors import ParameterError
from audit_lib.model.assessment import AssessmentKind
from audit_lib.model.data_map import DataMap
from audit_lib.risk.assessment.interests import annex_condition
from audit_lib.risk.lia import lia
from audit_lib.rules.run import run_rules

AS_OF = dt.date(2026, 11, 22)
BALANCED = {"basis": "legitimate-interests", "stance": "recorded", "interest": "Fewer empty homes"}
RECOGNISED = {
    "basis": "recognised-legitimate-interest",
    "stance": "recorded",
    "condition": "Annex 1 para. 5: preventing fraud",
}


@pytest.fixture
def drafted(content):
    def draft(*bases):
        content["activities"][0]["bases"] = list(bases)
        data_map = DataMap.model_validate(content)
        return lia(data_map, "let", AS_OF, run_rules(data_map, AS_OF).findings)

    return draft


def headings(document):
    return [each.heading for each in document.sections]


def words(document):
    return [sentence.text for sentence in document.sentences()]


def gaps(document):
    return [sentence.text for sentence in document.sentences() if sentence.gap]


def sides(document):
    grid = next(s for s in document.sections if s.heading.startswith("What speaks")).blocks[1]
    return [" ".join(s.text for s in row[1]) for row in grid.rows]


def test_it_has_the_three_tests_and_an_outcome(drafted):
    assert [h.partition(".")[0] for h in headings(drafted(BALANCED))[1:]] == [
        "Part 1", "Part 2", "Part 3", "What speaks for and against", "Outcome",
    ]  # fmt: skip


def test_the_interest_stands_in_the_purpose_test(drafted):
    assert "Fewer empty homes" in words(drafted(BALANCED))


def test_an_interest_that_nobody_has_named_is_a_gap(drafted):
    bare = {key: value for key, value in BALANCED.items() if key != "interest"}
    assert any("the interest that is pursued" in gap for gap in gaps(drafted(bare)))


def test_the_outcome_is_left_to_a_person(drafted):
    assert any("which weighs more" in gap for gap in gaps(drafted(BALANCED)))


def test_a_weighing_on_record_is_shown(drafted, content):
    content["activities"][0]["balance"] = "The owner's interest weighs more, for these reasons"
    made = drafted(BALANCED)
    assert "The owner's interest weighs more, for these reasons" in words(made)
    assert not any("which weighs more" in gap for gap in gaps(made))


def test_sensitive_data_speaks_against(drafted):
    pro, contra = sides(drafted(BALANCED))
    assert "Passport" in contra
    assert "ordinary kind" not in pro


def test_ordinary_data_speaks_for(drafted, content):
    content["data"][0]["sensitivity"] = "ordinary"
    assert "All of the data is of an ordinary kind." in sides(drafted(BALANCED))[0]


def test_a_recipient_that_decides_for_itself_speaks_against(drafted):
    assert "decide for themselves, or may do so: Owner" in sides(drafted(BALANCED))[1]


def test_a_period_speaks_for_and_its_lack_against(drafted, content):
    assert "A period is set" in sides(drafted(BALANCED))[0]
    content["retention"] = []
    assert "No period is set for: Passport" in sides(drafted(BALANCED))[1]


def test_children_speak_against(drafted, content):
    content["parties"][2]["vulnerability"] = ["child"]
    assert "Particular care is due: Tenants: child" in sides(drafted(BALANCED))[1]


def test_a_way_to_object_speaks_for(drafted, content, entry):
    content["channels"] = [entry("desk-mail", kind="email", uses=["rights"], party="agency")]
    content["rights"] = [
        {"id": "object", "right": "objection", "channels": ["desk-mail"], "stance": "recorded"}
    ]
    assert "People can object: by Desk mail" in sides(drafted(BALANCED))[0]


def test_what_the_law_names_as_an_example_is_still_balanced(drafted, content):
    content["purposes"][0]["kind"] = "direct-marketing"
    made = drafted(BALANCED)
    assert any("Art. 6(11)" in text for text in words(made))
    assert any("PECR reg. 22" in text for text in words(made))
    assert "Part 3. Balancing test" in headings(made)


def test_a_recognised_interest_is_not_balanced_but_names_its_condition(drafted):
    made = drafted(RECOGNISED)
    assert made.kind is AssessmentKind.RECOGNISED_INTEREST
    assert headings(made)[1:] == ["Recognised legitimate interest"]
    assert "Annex 1 para. 5: preventing fraud" in words(made)
    assert any("Detecting, investigating or preventing crime" in text for text in words(made))


def test_a_recognised_interest_must_be_necessary(drafted, content):
    assert any("why the processing is necessary" in gap for gap in gaps(drafted(RECOGNISED)))
    content["activities"][0]["necessity"] = "The police cannot act without it"
    assert not any("why the processing is necessary" in gap for gap in gaps(drafted(RECOGNISED)))


def test_an_activity_on_both_gets_both(drafted):
    assert {"Recognised legitimate interest", "Part 3. Balancing test"} <= set(
        headings(drafted(BALANCED, RECOGNISED))
    )


def test_another_basis_is_an_error_that_says_which_it_is(drafted):
    with pytest.raises(ParameterError, match=r"it rests on contract \(UK GDPR Art\. 6\(1\)\(b\)\)"):
        drafted({"basis": "contract", "stance": "recorded"})


@pytest.mark.parametrize(
    ("condition", "paragraphs"),
    [
        ("Annex 1 para. 1", "Annex 1 para. 1"),
        ("paragraph 4, a flood", "Annex 1 paras. 3 to 4"),
        ("Annex 1, para 8", "Annex 1 paras. 6 to 8"),
        ("Annex 1 para. 9", None),
        ("crime", None),
    ],
)
def test_the_condition_is_known_by_its_paragraph(condition, paragraphs):
    found = annex_condition(condition)
    assert (found.paragraphs if found else None) == paragraphs
