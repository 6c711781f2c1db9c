"""Where people can complain: to the organisation itself, and to the regulator."""

import pytest

from audit_lib.notice.clauses import split_sentences
from audit_lib.notice.signs.complaints import complaints
from audit_lib.notice.signs.passages import passages


def read(text, item):
    return {sign.aspect for sign in complaints(passages(split_sentences(text))) if sign.item == item}


@pytest.mark.parametrize(
    ("text", "aspects"),
    [
        ("Address complaints about your data to the Treasurer.", {"complain", "route"}),
        ("Annoyed at how we treated your data? Say so, and we will look into it.", {"complain"}),
        ("Complaints about the way we use your records are looked into by the warden.", {"complain"}),
        ("Complaints about noise should be made to the warden.", set()),
        ("Take your complaint to the Financial Ombudsman.", set()),
        ("If any of your details are wrong, please tell us and we will correct them.", set()),
        ("You can complain to the Information Commissioner's Office.", set()),
    ],
)
def test_a_complaint_comes_to_the_organisation(text, aspects):
    assert aspects <= read(text, "A13-2ca")
    assert aspects or not read(text, "A13-2ca")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("You may take the matter up with the Information Commission.", True),
        ("## Still unhappy?\nContact the ICO, who can look into it.", True),
        ("Data complaints can be escalated to the regulator.", True),
        ("We tell the ICO of a breach within 72 hours.", False),
        ("You can complain to the Fundraising Regulator.", False),
        ("We are registered with the ICO.", False),
    ],
)
def test_a_complaint_goes_to_the_regulator(text, told):
    assert bool(read(text, "A13-2d")) == told
