"""A change is read strictly: all faults at once, each with its place and what was probably meant."""

import pytest

from audit_lib.errors import ChangeError
from audit_lib.files.read_change import read_change
from audit_lib.model.change import Add, NarrowFlow
from audit_lib.model.data_map import DataMap

MAP = DataMap.model_validate(
    {
        "map": {"id": "shop", "title": "Shop", "jurisdiction": "UK", "controller": "shop-ltd"},
        "parties": [
            {"id": "shop-ltd", "name": "Shop", "kind": "organisation", "stance": "recorded"},
            {"id": "buyers", "name": "Buyers", "kind": "individuals", "stance": "recorded"},
        ],
        "data": [{"id": "orders", "name": "Orders", "stance": "recorded"}],
        "purposes": [{"id": "deliver", "name": "Deliver", "stance": "recorded"}],
        "activities": [
            {"id": "delivery", "name": "Delivery", "function": "Sales", "purpose": "deliver",
             "controllers": ["shop-ltd"], "subjects": ["buyers"], "data": ["orders"], "stance": "recorded"}
        ],
        "flows": [
            {"id": "order", "from": "buyers", "to": "shop-ltd", "activity": "delivery", "data": ["orders"],
             "subjects": ["buyers"], "role": "controller", "stance": "recorded"}
        ],
    }
)  # fmt: skip

HEAD = "id: c\ntitle: C\nsteps:\n"


@pytest.fixture
def read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def call(text):
        (tmp_path / "c.yaml").write_text(text, encoding="utf-8")
        return read_change("c.yaml", MAP)

    return call


@pytest.fixture
def faults(read):
    def call(text):
        with pytest.raises(ChangeError) as raised:
            read(text)
        return [str(fault) for fault in raised.value.faults]

    return call


def test_a_change_is_its_steps_in_their_order(read):
    change = read(
        HEAD + "  - kind: add\n    data:\n      - {id: figures, name: Figures}\n"
        "  - kind: narrow-flow\n    flow: order\n    data: [figures]\n"
    )
    assert [type(step) for step in change.steps] == [Add, NarrowFlow]
    assert change.steps[0].data[0].stance == "recorded"


def test_each_step_knows_its_place(read):
    change = read(HEAD + "  - kind: stop-flows\n    flows: [order]\n")
    assert str(change.place(0)) == "c.yaml:4:5"


def test_a_change_without_steps_is_none_and_may_be(read):
    assert read("id: c\ntitle: C\n").steps == ()


def test_faults_of_all_steps_are_told_at_once(faults):
    found = faults(
        "id: c\ntitle: C\ncolour: red\ntakes_effect: 2027-13-01\nsteps:\n"
        "  - kind: stop-flow\n"
        "  - kind: stop-flows\n    flows: [ordr]\n"
        "  - kind: change\n    entry: flow:order\n    fields: {rol: processor, data: [order]}\n"
    )
    assert [line.partition(" ")[0] for line in found] == [
        "c.yaml:3:1", "c.yaml:4:15", "c.yaml:6:11", "c.yaml:8:13", "c.yaml:11:14", "c.yaml:11:37",
    ]  # fmt: skip
    assert 'Did you mean "order"?' in found[3]
    assert 'Did you mean "role"?' in found[4]


def test_an_id_that_an_added_entry_names_must_exist(faults):
    found = faults(
        HEAD + "  - kind: add\n    safeguards:\n      - {id: s, name: S, measure: policy, data: [ordes]}\n"
    )
    assert found == [
        'c.yaml:6:50 steps.1.safeguards.s.data.1: No data category has the id "ordes". Did you mean "orders"?'
    ]


def test_an_id_that_an_earlier_step_adds_exists(read):
    assert read(
        HEAD + "  - kind: add\n    parties: [{id: press, name: Press, kind: organisation}]\n"
        "  - kind: replace-party\n    party: shop-ltd\n    by: press\n"
    )


def test_an_id_of_an_entry_that_is_wrong_elsewhere_is_not_held_against_others(faults):
    found = faults(
        HEAD + "  - kind: add\n    parties: [{id: press, name: Press, kind: organisatio}]\n"
        "  - kind: replace-party\n    party: shop-ltd\n    by: press\n"
    )
    assert len(found) == 1
    assert 'Did you mean "organisation"?' in found[0]


def test_an_id_that_is_used_already_is_told(faults):
    assert (
        'The id "orders" is used twice'
        in faults(HEAD + "  - kind: add\n    data: [{id: orders, name: O}]\n")[0]
    )


def test_an_id_cannot_be_changed(faults):
    said = faults(HEAD + "  - kind: change\n    entry: flow:order\n    fields: {id: other}\n")
    assert "An id stays" in said[0]


def test_a_party_cannot_take_its_own_place(faults):
    assert faults(HEAD + "  - kind: replace-party\n    party: buyers\n    by: buyers\n") == [
        "c.yaml:6:9 steps.1.by: A party cannot take its own place."
    ]


def test_a_clause_of_the_notice_is_not_for_a_change_to_touch(faults):
    (said,) = faults(HEAD + "  - kind: remove\n    entries: [clause:c1]\n")
    assert '"clause:c1" is not an entry that can change: write its kind and id' in said


@pytest.mark.parametrize("text", ["", "- a", "id: [", "id: &a x\ntitle: *b"])
def test_what_is_no_change_is_one_clear_fault(faults, text):
    assert len(faults(text)) == 1


def test_a_date_in_another_form_is_told(faults):
    assert "write year-month-day" in faults("id: c\ntitle: C\ntakes_effect: 1767225600\n")[0]


def test_only_so_many_faults_are_listed(faults):
    names = ", ".join(f"x{number}" for number in range(1_200))
    found = faults(HEAD + f"  - kind: stop-flows\n    flows: [{names}]\n")
    assert len(found) == 1_001
    assert found[-1] == "c.yaml 200 more faults are not listed."


def test_a_file_that_is_not_there_is_told():
    with pytest.raises(ChangeError, match="There is no such file"):
        read_change("nowhere.yaml", MAP)
