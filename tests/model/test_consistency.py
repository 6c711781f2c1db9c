"""What must hold between the entries of a map; every problem is named with its entry and its field."""

import pytest
from pydantic import ValidationError

from audit_lib.model.data_map import DataMap


def wrong(content) -> str:
    with pytest.raises(ValidationError) as caught:
        DataMap.model_validate(content)
    return caught.value.errors()[0]["msg"]


def test_the_map_of_these_tests_is_consistent(content):
    assert DataMap.model_validate(content).info.id == "bakery"


def test_a_dangling_id_is_a_problem_with_a_near_name(content):
    content["flows"][0]["to"] = "bakery-td"
    assert 'flow:order to: No party has the id "bakery-td". Did you mean "bakery-ltd"?' in wrong(content)


def test_a_dangling_id_like_no_other_gets_no_suggestion(content):
    content["flows"][0]["to"] = "zzz"
    message = wrong(content)
    assert 'No party has the id "zzz".' in message
    assert "Did you mean" not in message


def test_an_id_of_the_wrong_kind_is_a_problem(content):
    content["flows"][0]["data"] = ["carrier"]
    assert 'flow:order data.0: "carrier" is a party; a data category is wanted here.' in wrong(content)


def test_a_party_that_is_no_group_of_people_is_no_data_subject(content):
    content["flows"][0]["subjects"] = ["carrier"]
    assert "a category of data subjects is wanted here" in wrong(content)


def test_people_can_send_and_receive_like_any_party(content):
    content["flows"][0] |= {"from": "bakery-ltd", "to": "customers"}
    assert DataMap.model_validate(content)


def test_a_flow_goes_via_a_system_or_a_channel(content):
    content["flows"][0]["via"] = "letter"
    assert DataMap.model_validate(content)


def test_a_flow_does_not_go_via_a_party(content):
    content["flows"][0]["via"] = "carrier"
    assert '"carrier" is a party; a system or channel is wanted here.' in wrong(content)


def test_the_head_of_the_map_names_known_parties(content):
    content["map"]["controller"] = "bakery"
    assert 'map controller: No party has the id "bakery"' in wrong(content)


def test_the_notice_names_a_known_publisher(content):
    content["notice"] = {"title": "Notice", "publisher": "nobody"}
    assert 'notice publisher: No party has the id "nobody"' in wrong(content)


def test_ids_inside_a_claim_are_known(content):
    content["clauses"][0]["claims"] = [{"kind": "sharing-permitted", "recipients": ["cariers"]}]
    assert (
        'clause:c-1 claims.0.recipients.0: No party has the id "cariers". Did you mean "carrier"?'
        in wrong(content)
    )


def test_clauses_that_a_basis_cites_are_known(content):
    content["activities"][0]["bases"] = [{"basis": "contract", "stance": "stated", "clauses": ["c-9"]}]
    assert 'activity:orders bases.0.clauses.0: No clause has the id "c-9"' in wrong(content)


def test_an_id_used_twice_is_a_problem_even_across_kinds(content):
    content["purposes"].append({"id": "till", "name": "Till", "stance": "recorded"})
    assert 'The id "till" is used twice' in wrong(content)


def test_a_circle_of_data_categories_is_a_problem(content):
    content["data"][0]["parent"] = "first-name"
    message = wrong(content)
    assert message.count("closes a circle") == 1
    assert "identity > first-name > name > identity" in message


def test_a_category_above_itself_is_a_circle(content):
    content["data"][3]["parent"] = "address"
    assert "data:address parent: This closes a circle: address > address." in wrong(content)


def test_a_circle_of_teams_is_a_problem(content):
    content["parties"][1]["part_of"] = "carrier"
    content["parties"][2]["part_of"] = "bakery-ltd"
    assert "This closes a circle: bakery-ltd > carrier > bakery-ltd." in wrong(content)


def test_a_flow_to_its_own_sender_is_a_problem(content):
    content["flows"][0]["to"] = "customers"
    assert "flow:order to: A flow goes from one party to another" in wrong(content)


@pytest.mark.parametrize("stance", ["stated", "inferred", "unclear"])
def test_what_rests_on_the_notice_cites_a_clause(content, stance):
    content["purposes"][0] |= {"stance": stance, "clauses": []}
    assert f"purpose:deliver stance: The stance is {stance}, and the entry cites no clause" in wrong(content)


@pytest.mark.parametrize("stance", ["recorded", "expected"])
def test_what_no_clause_says_cites_none(content, stance):
    content["purposes"][0] |= {"stance": stance, "clauses": ["c-1"]}
    assert f"purpose:deliver stance: The stance is {stance}, which means that no clause says it" in wrong(
        content
    )


def test_a_basis_has_an_honest_stance_of_its_own(content):
    content["activities"][0]["bases"] = [{"basis": "contract", "stance": "stated"}]
    assert "activity:orders bases.0.stance: The stance is stated" in wrong(content)


def test_all_problems_are_named_at_once(content):
    content["flows"][0]["to"] = "nobody"
    content["purposes"][0]["stance"] = "stated"
    content["data"][3]["parent"] = "address"
    message = wrong(content)
    assert all(part in message for part in ("flow:order", "purpose:deliver", "data:address"))


@pytest.mark.parametrize("field", ["data", "subjects"])
def test_a_flow_carries_something_about_somebody(content, field):
    content["flows"][0][field] = []
    assert "at least 1 item" in wrong(content)


def a_class(content, name: str, **fields) -> None:
    made = {"id": name, "name": name, "kind": "organisation", "generic": True, "stance": "recorded"}
    content["parties"].append({**made, **fields})


def test_a_party_is_one_of_a_class_of_recipients(content):
    a_class(content, "carriers")
    content["parties"][2]["recipient_class"] = "carriers"
    assert DataMap.model_validate(content).party["carrier"].recipient_class == "carriers"


def test_a_class_is_itself_one_of_a_wider_class(content):
    a_class(content, "suppliers")
    a_class(content, "carriers", recipient_class="suppliers")
    content["parties"][2]["recipient_class"] = "carriers"
    assert DataMap.model_validate(content)


def test_a_class_that_is_no_party_is_a_problem(content):
    content["parties"][2]["recipient_class"] = "bakery-td"
    assert 'party:carrier recipient_class: No party has the id "bakery-td".' in wrong(content)


def test_a_particular_party_is_no_class(content):
    content["parties"][2]["recipient_class"] = "bakery-ltd"
    said = '"bakery-ltd" is a particular party; one with "generic: true" is wanted here.'
    assert f"party:carrier recipient_class: {said}" in wrong(content)


def test_classes_do_not_lead_in_a_circle(content):
    a_class(content, "suppliers", recipient_class="carriers")
    a_class(content, "carriers", recipient_class="suppliers")
    assert "recipient_class: This closes a circle: suppliers > carriers > suppliers." in wrong(content)
