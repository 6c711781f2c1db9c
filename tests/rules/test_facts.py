"""What rules are told of a map: facts only, the right people outside, data through the hierarchy."""

import datetime as dt

import pytest

from audit_lib.model.claim import LawCited
from audit_lib.model.data import Sensitivity
from audit_lib.rules.facts import Facts


@pytest.fixture
def facts_of(make_map):
    return lambda **fragment: Facts(make_map(fragment), dt.date(2026, 11, 22))


def test_expected_entries_are_no_facts(facts_of):
    facts = facts_of(
        flows=[{"id": "real"}, {"id": "usual", "stance": "expected"}],
        activities=[{"id": "guess", "stance": "expected"}],
        retention=[{"id": "hope", "stance": "expected"}],
        safeguards=[{"id": "wish", "stance": "expected"}],
    )
    assert [flow.id for flow in facts.flows] == ["real"]
    assert [flow.id for flow in facts.expected_flows] == ["usual"]
    assert [activity.id for activity in facts.activities] == ["lets"]
    assert (facts.retention, facts.safeguards) == ((), ())


def test_claims_come_by_kind_with_their_clauses(facts_of):
    facts = facts_of(
        clauses=[
            {
                "id": "c1",
                "claims": [{"kind": "law-cited", "name": "GDPR"}, {"kind": "version-stated", "version": "1"}],
            },
            {"id": "c2", "claims": [{"kind": "law-cited", "name": "PECR"}]},
        ]
    )
    assert [(said.clause, said.claim.name) for said in facts.said(LawCited)] == [
        ("c1", "GDPR"),
        ("c2", "PECR"),
    ]


def test_a_disclosure_goes_to_an_organisation_outside(facts_of):
    facts = facts_of(
        parties=[
            {"id": "team", "kind": "team", "part_of": "agent"},
            {"id": "owner"},
            {"id": "court", "kind": "authority"},
            {"id": "readers", "kind": "public"},
        ],
        flows=[
            {"id": "in"},
            {"id": "inside", "from": "agent", "to": "team", "role": "internal"},
            {"id": "out", "from": "team", "to": "owner"},
            {"id": "on", "from": "owner", "to": "court"},
            {"id": "all", "from": "agent", "to": "readers", "role": "public"},
            {"id": "back", "from": "owner", "to": "agent"},
        ],
    )
    assert [flow.id for flow in facts.disclosures] == ["out", "on"]


def test_what_people_do_by_right_is_no_disclosure(facts_of):
    clauses = [
        {"id": "c1", "place": "4.1", "claims": [{"kind": "right-offered", "right": "portability"}]},
        {"id": "c2", "place": "4.2"},
        {"id": "c3", "place": "40.1"},
    ]
    flows = [
        {"id": "by-right", "from": "agent", "to": "other", "clauses": ["c1", "c2"]},
        {"id": "besides", "from": "agent", "to": "other", "clauses": ["c2", "c3"]},
    ]
    facts = facts_of(parties=[{"id": "other"}], clauses=clauses, flows=flows)
    assert [flow.id for flow in facts.disclosures] == ["besides"]


def test_processors_are_outside_and_known_by_flow_or_activity(facts_of):
    facts = facts_of(
        parties=[{"id": "host"}, {"id": "mailer"}, {"id": "team", "kind": "team", "part_of": "agent"}],
        activities=[{"id": "lets", "processors": ["mailer", "team"]}],
        flows=[{"id": "hosting", "from": "agent", "to": "host", "role": "processor"}],
    )
    assert facts.processors == {"host", "mailer"}


def test_sensitive_data_is_found_beneath_what_is_named(facts_of):
    facts = facts_of(
        data=[
            {"id": "identity"},
            {"id": "passport", "parent": "identity", "sensitivity": "high-risk"},
            {"id": "health", "sensitivity": "special-category"},
        ]
    )
    assert facts.sensitive(["identity", "health"]) == ["passport", "health"]
    assert facts.sensitive(["identity", "health"], Sensitivity.SPECIAL_CATEGORY) == ["health"]


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (["identity"], ["passport"], True),
        (["passport"], ["identity"], True),
        (["passport"], ["name"], False),
        ([], ["name"], True),
    ],
)
def test_data_overlaps_through_the_hierarchy_and_nothing_means_everything(facts_of, one, other, meet):
    facts = facts_of(data=[{"id": "identity"}, {"id": "passport", "parent": "identity"}])
    assert facts.overlap(one, other) is meet
