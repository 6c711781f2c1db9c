"""Who is responsible, how to reach it and its officer, who is joint with it, and who stands in for it."""

import pytest

from audit_lib.notice.clauses import split_sentences
from audit_lib.notice.signs.officer import officer
from audit_lib.notice.signs.passages import passages
from audit_lib.notice.signs.who import who


def read(reader, text, item=None):
    found = reader(passages(split_sentences(text)))
    return {sign.aspect or sign.effect.value for sign in found if item in (None, sign.item)}


@pytest.mark.parametrize(
    ("text", "aspects"),
    [
        ("At Wren Pottery, we are glad that you came. Ring 01632 960111.", {"name", "contact"}),
        ("I am Ann Wren, a potter, and I decide how your details are used.", {"name"}),
        ("You can find us at 12 Kiln Lane.", {"contact"}),
        ("The controller's desk is on the left.", set()),
        ("We keep it for 10 working days.", set()),
    ],
)
def test_the_controller_is_named_and_can_be_reached(text, aspects):
    assert read(who, text, "A13-1a") == aspects


def test_an_address_that_nobody_filled_in_is_none():
    assert "contact" not in read(who, "Please contact us at [insert email address].", "A13-1a")
    assert "contact" in read(who, "Please contact us at clay@wren.example.", "A13-1a")


@pytest.mark.parametrize(
    ("text", "aspects"),
    [
        ("Ask at the kiln for our data protection officer.", {"officer", "contact"}),
        ("The studio is exempt from the duty to have a data protection officer.", {"waives"}),
        ("A DPO is not something that the law demands of us, and none has been named.", {"waives"}),
        ("Although not obliged to, we have appointed a data protection officer.", {"officer"}),
        ("Your bank's data protection officer can help.", set()),
        ("DPO means data protection officer.", set()),
    ],
)
def test_an_officer_is_ours_or_is_denied(text, aspects):
    assert read(officer, text) == aspects


@pytest.mark.parametrize(
    ("text", "aspects"),
    [
        ("The guild and the studio decide together how members' data is used.", {"applies", "joint"}),
        ("The guild answers requests and we keep the register safe.", {"essence"}),
        ("You may write to either of us to use your rights.", {"essence"}),
        ("We have agreed that the guild answers all requests.", {"essence"}),
        ("The guild is an independent controller of its register.", set()),
        ("You can open a joint account with us.", set()),
        ("We take care with data and we keep every record safe.", set()),
        ("Our agreement with processors says that they keep data secure.", set()),
    ],
)
def test_joint_controllers_and_who_does_what(text, aspects):
    assert read(who, text, "A26-2") == aspects


@pytest.mark.parametrize(
    ("text", "aspects"),
    [
        ("Fern Ltd acts for us in the United Kingdom.", {"representative"}),
        ("People in Britain can write to our representative, Fern Ltd.", {"representative"}),
        ("We are a Swiss company.", {"applies"}),
        ("The shop is run from Nairobi, Kenya.", {"applies"}),
        ("The host that we use is based in Canada.", set()),
        ("We are based in York and sell to France.", set()),
        ("Our sales representatives travel all over the UK.", set()),
        ("The photographs are representative of the UK population.", set()),
    ],
)
def test_a_controller_from_abroad_has_somebody_here(text, aspects):
    assert read(who, text, "A13-1a-rep") == aspects
