"""Which agreements a change calls for, and which it ends."""

from difference.conftest import after, flow

from audit_lib.model.difference import ContractKind


def needs(difference, kind):
    return [need for need in difference.contracts if need.kind is kind]


def test_a_new_processor_needs_a_contract_that_nobody_has_recorded():
    found = after({"kind": "add", "flows": [flow("print", "shop-ltd", "press", "address", role="processor")]})
    need = needs(found, ContractKind.PROCESSOR)[0]
    assert (need.party, need.law, need.missing) == ("press", "UK GDPR Art. 28(3)", True)
    assert found.significant


def test_a_contract_on_record_is_named_and_not_missing():
    agreed = flow("print", "shop-ltd", "press", "address", role="processor", contract="Terms of 2027")
    need = needs(after({"kind": "add", "flows": [agreed]}), ContractKind.PROCESSOR)[0]
    assert (need.in_place, need.missing) == ("Terms of 2027", False)


def test_a_processor_that_gets_more_needs_its_contract_amended():
    step = {"kind": "change", "entry": "flow:keep", "fields": {"data": ["orders", "figures"]}}
    assert "must cover what is new" in needs(after(step), ContractKind.PROCESSOR)[0].what


def test_a_processor_that_gets_the_same_needs_nothing():
    assert not after({"kind": "change", "entry": "flow:carry", "fields": {"condition": "Daily"}}).contracts


def test_a_processor_that_stops_returns_or_deletes():
    step = {"kind": "remove", "entries": ["party:host"], "hanging": "drop"}
    need = needs(after(step), ContractKind.ENDING)[0]
    assert (need.party, need.law, need.missing) == ("host", "UK GDPR Art. 28(3)(g)", False)


def test_joint_controllers_need_an_arrangement():
    step = {"kind": "change", "entry": "activity:ads", "fields": {"controllers": ["shop-ltd", "press"]}}
    assert needs(after(step), ContractKind.JOINT_CONTROLLERS)[0].law == "UK GDPR Art. 26(1), (2)"


def test_a_transfer_needs_a_mechanism():
    found = after({"kind": "move-system", "system": "orders-db", "to": "US"})
    assert needs(found, ContractKind.TRANSFER)[0].missing


def test_a_country_under_adequacy_regulations_needs_a_look_and_no_contract():
    found = after({"kind": "move-system", "system": "orders-db", "to": "NO"})
    assert not needs(found, ContractKind.TRANSFER)[0].required


def test_sharing_with_another_controller_is_advised_to_be_agreed():
    found = after({"kind": "add", "flows": [flow("tell", "shop-ltd", "press", "address")]})
    need = needs(found, ContractKind.SHARING)[0]
    assert (need.party, need.required) == ("press", False)


def test_what_is_expected_needs_no_contract():
    hoped = flow("print", "shop-ltd", "press", "address", role="processor", stance="expected")
    assert not after({"kind": "add", "flows": [hoped]}).contracts


def test_a_contract_that_only_some_flows_record_is_missing():
    flows = [
        flow("print", "shop-ltd", "press", "address", role="processor", contract="Terms of 2027"),
        flow("bind", "shop-ltd", "press", "orders", role="processor"),
    ]
    assert needs(after({"kind": "add", "flows": flows}), ContractKind.PROCESSOR)[0].missing
