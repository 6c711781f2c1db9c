"""Rights, consent, objection and routes in everyday words, and in words that only look like them."""

import pytest

from audit_lib.model.transparency import Effect
from audit_lib.notice.clauses import split_sentences
from audit_lib.notice.signs.text_signs import text_signs

DUE = "\n\n# Why\nWe rely on our legitimate interests to prevent fraud."


def shown(item: str, text: str) -> set[str]:
    signs = text_signs(split_sentences(text))
    return {sign.aspect for sign in signs if sign.item == item and sign.effect is Effect.SHOWS}


def is_due(item: str, text: str) -> bool:
    signs = text_signs(split_sentences(text))
    return any(sign.item == item and sign.effect is Effect.APPLIES for sign in signs)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Fancy a look at what we have on you? Email us.", "access"),
        ("# Can I see my allotment file?\nYes, at the hut on Sundays.", "access"),
        ("Growers may ask for slips in the plot register to be put right.", "rectification"),
        ("Text Ada and she will shred your form.", "erasure"),
        ("Ask us to leave your file untouched while we check it.", "restriction"),
        ("Rather we did not use your picture? Tell us.", "objection"),
        ("You can take your harvest records to another society.", "portability"),
    ],
)
def test_a_right_is_found_in_everyday_words(text, right):
    assert right in shown("A13-2b", text)


def test_a_list_of_names_offers_each_right_in_it():
    text = "Your rights: access, rectification, erasure, restriction, objection, portability."
    assert len(shown("A13-2b", text)) == 6


@pytest.mark.parametrize(
    "text",
    [
        "Growers have a right of access to the building.",
        "We delete quotations after a month.",
        "We have limited access to the seed store to the committee.",
        "Your file goes to the buyer if the business is sold.",
    ],
)
def test_what_is_no_right_over_data_is_none(text):
    assert shown("A13-2b", text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "If you agreed to the photograph, you can take that back.",
        "Changed your mind about the newsletter? Tell us and we will stop.",
        "Permission once given may be rescinded by the grower.",
    ],
)
def test_consent_can_be_taken_back_in_many_words(text):
    assert shown("A13-2c", text) == {"withdraw"}


@pytest.mark.parametrize("text", ["You may cancel your tenancy agreement.", "Withdraw money at the counter."])
def test_other_things_are_withdrawn_too(text):
    assert shown("A13-2c", text) == set()


def test_permission_that_is_asked_for_is_consent():
    assert is_due("A13-2c", "We only print your recipe if you have said that we may.")
    assert not is_due("A13-2c", "You need planning permission for a shed.")


@pytest.mark.parametrize(
    "text",
    [
        "To have your details corrected, speak to the secretary.",
        "# Making a request\nRing the clerk or write to her.",
        "Requests for your data go to the clerk.",
    ],
)
def test_a_person_to_turn_to_is_a_way_to_use_rights(text):
    assert "route" in shown("A12-2", text)


@pytest.mark.parametrize(
    "text",
    ["We will ring you about your order.", "You have the right to erasure.", "We collect your e-mail."],
)
def test_a_right_alone_or_a_call_to_a_customer_is_no_route(text):
    assert "route" not in shown("A12-2", text)


def test_the_right_to_object_stands_apart_under_a_heading_that_says_so():
    text = "# How to stop us using your data\nTell the clerk, and we will stop using your data."
    assert shown("A21-4", text + DUE) == {"objection", "apart"}


def test_the_right_to_object_in_a_list_does_not_stand_apart():
    text = "# Your rights\nYou can:\n- see your data\n- object to its use"
    assert shown("A21-4", text + DUE) == {"objection"}


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("We will write to you about special deals.", True),
        ("You can say no to our marketing at any time.", True),
        ("You can object to the use of your data.", False),
        ("We never send adverts.", False),
    ],
)
def test_objection_is_due_where_people_are_marketed_to(text, due):
    assert is_due("A21-4", text) is due
