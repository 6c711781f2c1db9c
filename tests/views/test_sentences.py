"""Sentences count right."""

from __future__ import annotations

import pytest

from audit_lib.graph.build import build_graph
from audit_lib.graph.reach import reach
from audit_lib.views.selection import Choice, choose
from audit_lib.views.sentences import count, flows_with_findings, listing, where_it_goes


@pytest.mark.parametrize(
    ("number", "said"), [(0, "no flows"), (1, "1 flow"), (2, "2 flows"), (1200, "1,200 flows")]
)
def test_a_noun_follows_its_number(number, said):
    assert count(number, "flow") == said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], "nobody"),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (list("abcdefg"), "a, b, c, d, e and 2 others"),
        (list("abcdef"), "a, b, c, d, e and 1 other"),
    ],
)
def test_names_are_listed_as_a_reader_would(names, said):
    assert listing(names) == said


def test_one_flow_alone_is_not_called_one_of_one(letting):
    alone = choose(letting, Choice(party="police"))
    assert flows_with_findings(alone, {}).startswith("The one flow carries no finding")
    assert flows_with_findings(alone, {"request": ()}).startswith("The one flow carries a finding")


def test_all_flows_with_a_finding_are_all(letting):
    two = choose(letting, Choice(activity="let", party="ledger"))
    assert flows_with_findings(two, {"books": (), "copy": ()}).startswith("All 2 flows carry a finding")


def test_where_a_category_goes_is_told_in_words(letting):
    told = where_it_goes(reach(build_graph(letting), "passport"), letting)
    assert told == (
        "Passport copy starts with Tenants and reaches 3 parties: Harbour Lettings, Ledgerline and Police."
    )


def test_data_starts_with_those_who_give_or_make_it_and_not_where_it_is_stored(letting, changed):
    systems = [*letting.content()["systems"]]
    systems.append(
        {
            "id": "vault",
            "name": "Vault",
            "kind": "platform",
            "operator": "ledger",
            "holds": ["passport"],
            "stance": "recorded",
        }
    )
    stored = changed(systems=systems)
    assert "starts with Tenants and reaches" in where_it_goes(reach(build_graph(stored), "passport"), stored)


def test_a_reach_that_nobody_has_confirmed_is_told_apart(letting, changed):
    flows = letting.content()["flows"]
    for flow in flows:
        if flow["id"] == "pass-on":
            flow["data"] = ["passport"]
    guessed = changed(flows=flows)
    told = where_it_goes(reach(build_graph(guessed), "passport"), guessed)
    assert told.endswith("It would reach Owner of the building by flows that nobody has confirmed.")


def test_a_category_that_moves_nowhere_is_told_so(letting):
    told = where_it_goes(reach(build_graph(letting), "unused"), letting)
    assert told == "Shoe size is carried by no flow."
