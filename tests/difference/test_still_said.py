"""What the notice goes on saying although it is no longer so."""

from difference.conftest import after, between, content, shop


def test_a_clause_that_names_a_party_without_a_part_must_change():
    step = {"kind": "remove", "entries": ["party:host"], "hanging": "drop"}
    assert [(said.clause, said.why) for said in after(step).still_said] == [
        ("c1", "It names Host, which no longer has a part.")
    ]


def test_a_clause_on_which_nothing_rests_any_more_must_change():
    flows = content()["flows"]
    flows[2].update(stance="stated", clauses=["c2"])
    found = after({"kind": "stop-flows", "flows": ["carry"]}, flows=flows)
    assert [said.clause for said in found.still_said] == ["c2"]


def test_a_clause_on_which_something_still_rests_can_stay():
    flows = content()["flows"]
    for each in flows[1:]:
        each.update(stance="stated", clauses=["c2"])
    assert not after({"kind": "stop-flows", "flows": ["carry"]}, flows=flows).still_said


def test_a_clause_that_was_reworded_is_not_what_is_still_said():
    reworded = content()["clauses"]
    reworded[0].update(fingerprint="f" * 16)
    without = [flow for flow in content()["flows"] if flow["id"] != "keep"]
    systems = [{**content()["systems"][0], "operator": "shop-ltd"}]
    activities = [{**content()["activities"][0], "processors": []}, content()["activities"][1]]
    sections = {"clauses": reworded, "flows": without, "systems": systems, "activities": activities}
    assert not between(shop(), shop(**sections)).still_said
