"""What an access answer says beside the copy."""

import datetime as dt

from plan_map import changed, flow, plan

from audit_lib.model.rights import RightKind
from audit_lib.rights.search_plan import plan_request


def item(found, letter):
    [one] = [each for each in found.informed if each.item == letter]
    return one


def test_all_nine_items_stand_in_the_order_of_the_article():
    assert [one.item for one in plan("access").informed] == [
        *(f"15(1)({letter})" for letter in "abcdefgh"),
        "15(2)",
    ]


def test_recipients_are_those_whom_the_map_knows():
    recipients = item(plan("access"), "15(1)(c)")
    assert "Scheme: name and arrears" in recipients.says
    assert not any("Surveyor" in said for said in recipients.says)  # nobody has confirmed it


def test_whether_an_authority_that_inquires_is_named_is_left_to_a_person():
    recipients = item(plan("access"), "15(1)(c)")
    assert not any("Police" in said for said in recipients.says)
    assert "whether an authority is named" in recipients.gap
    assert "Police" not in recipients.gap


def test_that_somebody_is_suspected_stands_in_no_item():
    def suspect(data):
        return [*data, {"id": "suspicion", "name": "Suspicion", "parent": "identity", "stance": "recorded",
                        "sensitivity": "criminal-offence"}]  # fmt: skip

    found = plan("access", data_map=changed(data=suspect))
    assert not any("uspicion" in f"{one.says} {one.gap}" for one in found.informed)
    assert "Art. 10" in item(found, "15(1)(b)").gap


def test_a_transfer_to_an_authority_that_inquires_is_not_asked_about_by_name():
    assert "Police" not in (item(plan("access"), "15(2)").gap or "")


def test_a_class_of_recipients_has_to_be_named():
    assert "Trades" in item(plan("access"), "15(1)(c)").gap


def test_periods_are_said_and_missing_ones_are_asked():
    periods = item(plan("access"), "15(1)(d)")
    assert periods.says == ("Identity and arrears: 6 years, from: The end of the tenancy",)
    assert periods.gap == "the period, or how it is decided, for footage and reference"


def test_the_complaint_to_us_is_there_since_the_law_knows_it():
    before = plan_request(changed(), RightKind.ACCESS, "tenants", dt.date(2026, 6, 18))
    assert len(item(before, "15(1)(f)").says) == 1
    assert len(item(plan("access"), "15(1)(f)").says) == 2


def test_sources_other_than_the_person_are_named():
    assert item(plan("access"), "15(1)(g)").says == ("The person", "Guests")


def test_a_transfer_without_a_safeguard_is_a_gap():
    def abroad(flows):
        return [*flows, flow("away", "agent>idle", "processor", "let", ["name"], transfer={"country": "IN"})]

    transfers = item(plan("access", data_map=changed(flows=abroad)), "15(2)")
    assert transfers.says == ("Idle (IN): safeguard not stated",)
    assert "the safeguard for the transfer to Idle" in transfers.gap


def test_other_rights_have_no_such_answer():
    assert plan("erasure").informed == ()
