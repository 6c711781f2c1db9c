"""A change makes another consistent map, honest about what no notice tells, or says why it cannot be made."""

import pytest
from difference.conftest import change, changed, content, entry, flow, shop

from audit_lib.difference.apply import apply_change
from audit_lib.errors import ChangeError, Place
from audit_lib.model.noun import Gap, Stance

NEW_HOST = {"kind": "add", "parties": [{"id": "new-host", "name": "New host", "kind": "organisation"}]}
REPLACE = {"kind": "replace-party", "party": "host", "by": "new-host"}


def why(*steps, **sections):
    with pytest.raises(ChangeError) as raised:
        changed(*steps, **sections)
    return str(raised.value)


def test_an_empty_change_changes_nothing():
    assert apply_change(shop(), change()) == shop()


def test_the_given_map_stays_as_it_is():
    before = shop()
    apply_change(before, change({"kind": "stop-flows", "flows": ["carry"]}))
    assert before == shop()


def test_what_is_added_is_a_fact_that_no_notice_tells():
    found = changed(NEW_HOST).party["new-host"]
    assert (found.stance, found.clauses) == (Stance.RECORDED, ())


def test_what_is_only_hoped_for_can_be_called_expected():
    step = {
        "kind": "add",
        "parties": [{"id": "x", "name": "X", "kind": "organisation", "stance": "expected"}],
    }
    assert changed(step).party["x"].stance is Stance.EXPECTED


def test_a_replaced_party_has_every_flow_system_and_activity_rerouted():
    found = changed(NEW_HOST, REPLACE)
    assert found.flow["keep"].recipient == "new-host"
    assert found.system["orders-db"].operator == "new-host"
    assert found.activity["delivery"].processors == ("new-host",)


def test_a_rerouted_flow_is_stated_by_no_clause_any_more():
    found = changed(NEW_HOST, REPLACE).flow["keep"]
    assert (found.stance, found.clauses) == (Stance.RECORDED, ())


def test_the_contract_with_the_old_party_does_not_bind_the_new_one():
    found = changed(NEW_HOST, REPLACE)
    assert found.flow["keep"].contract is Gap.NOT_STATED
    assert not found.safeguards


def test_a_new_contract_is_what_the_step_says():
    found = changed(NEW_HOST, {**REPLACE, "contract": "Terms of 2027"})
    assert found.flow["keep"].contract == "Terms of 2027"


def test_a_party_that_the_notice_names_stays_as_a_name():
    found = changed(NEW_HOST, REPLACE)
    assert "host" in found.party
    assert not [f for f in found.flows if "host" in (f.sender, f.recipient)]
    assert found.clause["c1"] == shop().clause["c1"]


def test_a_party_that_no_clause_names_is_gone():
    found = changed({"kind": "replace-party", "party": "courier", "by": "press"})
    assert "courier" not in found.party
    assert found.flow["carry"].recipient == "press"


def test_who_was_one_of_a_replaced_class_is_one_of_it_no_more():
    parties = [
        *content()["parties"],
        entry("carriers", name="Carriers", kind="organisation", generic=True),
        entry("rider", name="Rider", kind="organisation", recipient_class="carriers"),
    ]
    found = changed({"kind": "replace-party", "party": "carriers", "by": "press"}, parties=parties)
    assert found.party["rider"].recipient_class is None


def test_a_class_that_replaces_a_class_takes_over_who_is_one_of_it():
    parties = [
        *content()["parties"],
        entry("carriers", name="Carriers", kind="organisation", generic=True),
        entry("shippers", name="Shippers", kind="organisation", generic=True),
        entry("rider", name="Rider", kind="organisation", recipient_class="carriers"),
    ]
    found = changed({"kind": "replace-party", "party": "carriers", "by": "shippers"}, parties=parties)
    assert found.party["rider"].recipient_class == "shippers"


def test_a_flow_between_the_two_parties_of_a_replacement_ends():
    both = [*content()["flows"], flow("pass-on", "courier", "press", "address")]
    found = changed({"kind": "replace-party", "party": "courier", "by": "press"}, flows=both)
    assert "pass-on" not in found.flow


def test_the_controller_of_the_map_can_be_replaced_and_not_removed():
    assert changed({"kind": "replace-party", "party": "shop-ltd", "by": "press"}).info.controller == "press"
    step = {"kind": "remove", "entries": ["party:shop-ltd"], "hanging": "drop"}
    assert "controller of the map: replace it" in why(step)


def test_removing_what_others_cannot_stand_without_is_refused_with_their_names():
    said = why({"kind": "remove", "entries": ["party:courier"]})
    assert "cannot stand without it: flow:carry" in said
    assert 'Say "hanging: drop"' in said


def test_what_hangs_on_a_removed_entry_can_go_with_it():
    found = changed({"kind": "remove", "entries": ["purpose:advertise"], "hanging": "drop"})
    assert "ads" not in found.activity
    assert "delivery" in found.activity


def test_a_list_is_trimmed_and_never_emptied_where_empty_would_mean_everything():
    found = changed({"kind": "remove", "entries": ["party:host"], "hanging": "drop"})
    assert found.activity["delivery"].processors == ()
    assert not found.safeguards, "a safeguard without a party would be for everything"


def test_a_removed_system_leaves_the_flow_without_a_channel():
    assert changed({"kind": "remove", "entries": ["system:orders-db"]}).flow["keep"].via is None


def test_what_lies_beneath_a_removed_category_moves_up():
    tree = [entry("all", name="All"), entry("orders", name="Orders", parent="all"),
            entry("address", name="Address", parent="orders"), entry("figures", name="Figures")]  # fmt: skip
    step = {"kind": "remove", "entries": ["data:orders"], "hanging": "drop"}
    assert changed(step, data=tree).category["address"].parent == "all"


def test_a_claim_that_would_name_nothing_is_dropped_and_not_widened():
    clauses = content()["clauses"]
    clauses[1]["claims"] = [{"kind": "basis-claimed", "basis": "consent", "activities": ["ads"]}]
    found = changed({"kind": "remove", "entries": ["activity:ads"]}, clauses=clauses)
    assert found.clause["c2"].claims == ()


def test_stopping_a_flow_leaves_its_activity():
    found = changed({"kind": "stop-flows", "flows": ["carry"]})
    assert "carry" not in found.flow
    assert "delivery" in found.activity


def test_a_narrowed_flow_is_still_what_its_clause_says():
    found = changed({"kind": "narrow-flow", "flow": "keep", "data": ["figures"]}).flow["keep"]
    assert (found.data, found.clauses) == (("figures",), ("c1",))


def test_a_changed_field_of_which_the_clause_speaks_takes_the_ground_away():
    step = {"kind": "change", "entry": "flow:keep", "fields": {"data": ["figures"]}}
    assert changed(step).flow["keep"].stance is Stance.RECORDED


def test_a_changed_field_of_which_no_clause_speaks_leaves_the_ground():
    step = {"kind": "change", "entry": "flow:keep", "fields": {"contract": "Terms of 2027"}}
    assert changed(step).flow["keep"].clauses == ("c1",)


def test_a_new_basis_is_recorded():
    step = {
        "kind": "change",
        "entry": "activity:ads",
        "fields": {"bases": [{"basis": "legitimate-interests"}]},
    }
    assert changed(step).activity["ads"].bases[0].stance is Stance.RECORDED


def test_a_moved_system_makes_transfers_of_what_its_operator_gets():
    found = changed({"kind": "move-system", "system": "orders-db", "to": "US", "mechanism": "UK Addendum"})
    assert found.system["orders-db"].location == "US"
    assert found.flow["keep"].transfer.mechanism == "UK Addendum"
    assert found.flow["carry"].transfer is Gap.NOT_STATED


def test_a_system_that_comes_home_makes_no_transfer():
    assert (
        changed({"kind": "move-system", "system": "orders-db", "to": "GB"}).flow["keep"].transfer is Gap.NONE
    )


def test_steps_are_taken_in_their_order():
    said = why({"kind": "stop-flows", "flows": ["carry"]}, {"kind": "stop-flows", "flows": ["carry"]})
    assert said == "c, step 2 stop-flows: The map has no flow:carry when this step comes."


def test_an_entry_that_names_what_was_removed_is_told():
    remove = {"kind": "remove", "entries": ["party:courier"], "hanging": "drop"}
    add = {"kind": "add", "flows": [flow("again", "shop-ltd", "courier", "address")]}
    assert 'flow:again to: No party has the id "courier".' in why(remove, add)


def test_an_error_names_the_place_of_the_step():
    planned = change({"kind": "remove", "entries": ["party:courier"]}).at((Place("c.yaml", 4, 5),))
    with pytest.raises(ChangeError, match=r"c\.yaml:4:5 remove: These cannot stand"):
        apply_change(shop(), planned)


def test_an_added_entry_stands_where_its_step_does():
    planned = change(NEW_HOST).at((Place("c.yaml", 4, 5),))
    assert apply_change(shop(), planned).place("party:new-host") == Place("c.yaml", 4, 5)


@pytest.mark.parametrize(
    ("there", "back"),
    [
        (
            {"kind": "add", "safeguards": [{"id": "s", "name": "S", "measure": "backup"}]},
            {"kind": "remove", "entries": ["safeguard:s"]},
        ),
        (NEW_HOST, {"kind": "remove", "entries": ["party:new-host"]}),
        (
            {"kind": "change", "entry": "retention:two-years", "fields": {"period": "P6Y"}},
            {"kind": "change", "entry": "retention:two-years", "fields": {"period": "P2Y"}},
        ),
    ],
)
def test_a_change_and_its_inverse_give_the_map_back(there, back):
    assert changed(there) != shop()
    assert changed(there, back) == shop()


def test_planned_measures_follow_the_entries_that_they_are_for():
    planned = {
        "id": "p",
        "name": "P",
        "measure": "backup",
        "cost": {"low": 1, "high": 2, "source": "A quote"},
    }
    model = {
        "measures": [{**planned, "parties": ["courier"]}, {**planned, "id": "q", "systems": ["orders-db"]}]
    }
    found = changed({"kind": "replace-party", "party": "courier", "by": "press"}, risk_model=model)
    assert found.risk_model.measures[0].parties == ("press",)
    found = changed({"kind": "remove", "entries": ["system:orders-db"]}, risk_model=model)
    assert [each.id for each in found.risk_model.measures] == ["p"], "one that would be for nothing ends"
