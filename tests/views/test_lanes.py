"""In which lane a party stands."""

from __future__ import annotations

from audit_lib.views.lanes import Lane, column_name, lanes


def test_parties_come_in_reading_order_from_people_to_the_public(letting):
    assert list(lanes(letting).items()) == [
        ("tenants", Lane.SUBJECTS),
        ("agency", Lane.CONTROLLER),
        ("desk", Lane.CONTROLLER),
        ("ledger", Lane.PROCESSORS),
        ("owner", Lane.OTHERS),
        ("police", Lane.AUTHORITIES),
        ("readers", Lane.PUBLIC),
    ]


def test_a_party_that_is_mostly_no_processor_stands_with_other_recipients(letting, changed):
    flows = letting.content()["flows"]
    for flow in flows:
        if flow["to"] == "ledger":
            flow["role"] = "controller"
    assert lanes(changed(flows=flows))["ledger"] is Lane.OTHERS


def test_a_party_without_flows_that_an_activity_names_as_processor_is_one(letting, changed):
    content = letting.content()
    flows = [flow for flow in content["flows"] if "ledger" not in (flow["from"], flow["to"])]
    content["activities"][0]["processors"] = ["ledger"]
    assert lanes(changed(flows=flows, activities=content["activities"]))["ledger"] is Lane.PROCESSORS


def test_a_team_of_another_organisation_stands_beside_it(letting, changed):
    parties = letting.content()["parties"]
    parties.append(
        {"id": "support", "name": "Support", "kind": "team", "part_of": "ledger", "stance": "recorded"}
    )
    assert lanes(changed(parties=parties))["support"] is Lane.PROCESSORS


def test_authorities_and_the_public_share_a_column():
    assert Lane.AUTHORITIES.column == Lane.PUBLIC.column
    assert column_name([Lane.AUTHORITIES, Lane.PUBLIC]) == "Authorities and the public"
    assert column_name([Lane.PUBLIC]) == "The public"
