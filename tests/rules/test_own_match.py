"""What the conditions of an own rule mean, one by one, on a small map."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_lib.model.own_fields import NOUNS, LooksAt
from audit_lib.model.own_rule import Where
from audit_lib.rules.facts import Facts
from audit_lib.rules.own_match import back, group_test, length
from audit_lib.rules.own_values import View

AS_OF = dt.date(2026, 11, 22)
MAP = {
    "map": {"reviewed_on": "2025-11-21", "accountability": {"fee_paid_until": "2027-01-01"}},
    "parties": [
        {"id": "child", "kind": "individuals", "vulnerability": ["child"], "number": "40"},
        {"id": "desk", "kind": "team", "part_of": "agent"},
        {"id": "lab", "country": "NO"},
        {"id": "mailer", "country": "unclear"},
        {"id": "court", "kind": "authority"},
    ],
    "systems": [
        {"id": "portal", "location": "GB", "holds": ["papers"]},
        {"id": "archive", "operator": "lab", "holds": ["papers", "name"]},
    ],
    "data": [{"id": "papers"}, {"id": "passport", "parent": "papers", "sensitivity": "high-risk"}],
    "purposes": [{"id": "news", "kind": "direct-marketing"}],
    "activities": [
        {
            "id": "send-news",
            "purpose": "news",
            "processors": ["mailer"],
            "bases": [
                {"basis": "consent", "stance": "recorded"},
                {"basis": "contract", "stance": "expected"},
            ],
            "dpia": {"required": "yes", "approved_on": "2026-11-01"},
        }
    ],
    "flows": [
        {"id": "collect", "data": ["papers"], "via": "portal"},
        {"id": "check", "from": "agent", "to": "lab", "data": ["papers"], "contract": "A draft of MAY"},
        {"id": "back", "from": "lab", "to": "desk", "data": ["passport"], "transfer": "none"},
        {
            "id": "news-out",
            "from": "agent",
            "to": "mailer",
            "activity": "send-news",
            "transfer": {"country": "US", "mechanism": "not-stated"},
            "contract": "none",
        },
        {"id": "perhaps", "from": "lab", "to": "court", "data": ["passport"], "stance": "expected"},
    ],
    "retention": [
        {"id": "long", "data": ["papers"], "period": "P6Y"},
        {"id": "short", "activities": ["send-news"], "period": "P90D"},
        {"id": "open", "activities": ["lets"]},
    ],
    "safeguards": [
        {"id": "tls", "measure": "encryption-in-transit", "systems": ["portal"]},
        {"id": "vault", "measure": "encryption-at-rest", "systems": ["portal"], "data": ["passport"]},
        {"id": "maybe", "measure": "encryption-at-rest", "systems": ["archive"], "stance": "expected"},
        {"id": "deal", "measure": "contract", "parties": ["lab"]},
    ],
    "clauses": [{"id": "c1", "claims": [{"kind": "sharing-denied"}]}, {"id": "c2"}],
}

#: What is looked at, the conditions, and the ids of what meets them.
CASES = [
    # a word, a list, given and missing
    ("flows", {"to.kind": "team"}, ["back"]),
    ("flows", {"to": ["desk", "lab"]}, ["check", "back"]),
    ("flows", {"contract": "given"}, ["check"]),
    ("flows", {"contract": "missing"}, ["collect", "back", "news-out"]),
    ("flows", {"via": "missing"}, ["check", "back", "news-out"]),
    ("flows", {"via.location": "given"}, ["collect"]),
    ("clauses", {"claims": "missing"}, ["c2"]),
    ("clauses", {"claims": "sharing-denied"}, ["c1"]),
    # what is not known is neither this nor something else
    ("parties", {"country": {"none_of": ["GB"]}}, ["lab"]),
    ("parties", {"country": {"is_not": "unclear"}, "kind": "organisation"}, ["agent", "lab"]),
    ("parties", {"kind": {"is_not": "organisation"}}, ["resident", "child", "desk", "court"]),
    ("parties", {"kind": "individuals", "vulnerability": {"none_of": ["child"]}}, ["resident"]),
    # what does not exist has no properties
    ("flows", {"transfer.mechanism": "missing"}, ["collect", "check", "news-out"]),
    ("flows", {"transfer": "given", "transfer.mechanism": "missing"}, ["news-out"]),
    # words, dates, periods, numbers
    ("flows", {"contract": {"mentions": "DRAFT of may"}}, ["check"]),
    ("retention", {"period": {"longer_than": "P5Y12M"}}, []),
    ("retention", {"period": {"longer_than": "P5Y11M"}}, ["long"]),
    ("retention", {"period": {"shorter_than": "P3M"}}, ["short"]),
    ("map", {"reviewed_on": {"older_than": "P1Y"}}, ["case"]),
    ("map", {"reviewed_on": {"older_than": "P1Y1D"}}, []),
    ("map", {"accountability.fee_paid_until": {"after": "2026-12-31", "before": "2027-01-02"}}, ["case"]),
    ("activities", {"dpia.approved_on": {"before": "2026-11-02"}}, ["send-news"]),
    ("activities", {"dpia.required": "given"}, ["send-news"]),
    ("parties", {"number": {"at_least": 40}}, ["child"]),
    ("parties", {"number": {"at_least": 41}}, []),
    # the hierarchies
    ("flows", {"data": {"within": "papers"}}, ["collect", "check", "back"]),
    ("flows", {"data": {"within": "passport"}}, ["back"]),
    ("flows", {"data": {"includes": "passport"}}, ["collect", "check", "back"]),
    ("flows", {"to": {"within": "agent"}}, ["collect", "back"]),
    ("flows", {"to.inside": "false"}, ["check", "news-out"]),
    # groups
    ("flows", {"any": [{"to": "desk"}, {"from": "resident"}]}, ["collect", "back"]),
    ("flows", {"all": [{"from": "agent"}, {"not": {"to": "lab"}}]}, ["news-out"]),
    ("flows", {"not": {"from": "agent", "to": "lab"}}, ["collect", "back", "news-out"]),
    # references and counts
    ("parties", {"received": {"at_least": 1}}, ["agent", "desk", "lab", "mailer"]),
    ("parties", {"received": {"at_most": 0}}, ["resident", "child", "court"]),
    ("parties", {"sent": {"where": {"to.kind": "organisation"}, "at_least": 2}}, ["agent"]),
    ("parties", {"sent": {"where": {"to": "lab", "data": "name"}}}, []),
    ("parties", {"sent.to": "lab", "sent.data": "name"}, ["agent"]),
    ("activities", {"flows.to": {"at_least": 3}}, ["lets"]),
    ("activities", {"bases": {"where": {"basis": "contract"}}}, []),
    ("activities", {"bases.basis": "consent"}, ["send-news"]),
    ("activities", {"processors": {"at_least": 1}}, ["send-news"]),
    ("systems", {"operator.country": "NO"}, ["archive"]),
    # what the whole map adds
    ("data", {"reaches": "lab"}, ["name", "papers", "passport"]),
    ("data", {"reaches": {"where": {"kind": "organisation"}, "at_least": 2}}, ["papers", "passport"]),
    ("data", {"reaches": "court"}, []),
    ("data", {"reaches.kind": "individuals"}, []),
    ("parties", {"reached_by": "passport"}, ["agent", "desk", "lab"]),
    ("data", {"flows": {"at_least": 3}}, ["passport"]),
    ("data", {"systems": "portal"}, ["papers", "passport"]),
    ("data", {"retention.period": {"longer_than": "P1Y"}}, ["papers", "passport"]),
    ("activities", {"retention": "short"}, ["send-news"]),
    ("activities", {"retention": "open"}, ["lets"]),
    ("flows", {"direction": "onward"}, []),
    ("flows", {"direction": ["disclosed", "received"]}, ["check", "back", "news-out"]),
    ("flows", {"parties": "desk"}, ["back"]),
    ("systems", {"flows": "missing"}, ["archive"]),
    # safeguards
    ("flows", {"without": "encryption-in-transit"}, ["check", "back", "news-out"]),
    ("flows", {"without": "encryption-at-rest"}, ["collect", "check", "back", "news-out"]),
    ("flows", {"without": ["encryption-in-transit", "contract"]}, ["news-out"]),
    ("systems", {"safeguards.measure": "encryption-at-rest"}, ["portal"]),
    ("systems", {"safeguards": "missing"}, []),
    ("data", {"safeguards": {"at_least": 1}}, []),
]


def meeting(view, looks_at, where):
    test = group_test(Where.model_validate(where), (NOUNS[looks_at],), view)
    return [entry.id for entry in view.entries(looks_at) if test(entry)]


@pytest.mark.parametrize(("looks_at", "where", "ids"), CASES, ids=str)
def test_conditions_mean_what_the_page_says(make_map, looks_at, where, ids):
    view = View(Facts(make_map(MAP), AS_OF), expected=False)
    assert meeting(view, LooksAt(looks_at), where) == ids


def test_with_what_is_expected_more_is_seen(make_map):
    view = View(Facts(make_map(MAP), AS_OF), expected=True)
    assert meeting(view, LooksAt.DATA, {"reaches": "court"}) == ["papers", "passport"]
    assert meeting(view, LooksAt.ACTIVITIES, {"bases.basis": "contract"}) == ["send-news"]


def test_a_safeguard_that_is_only_expected_protects_nothing(make_map):
    view = View(Facts(make_map(MAP), AS_OF), expected=True)
    assert "archive" in meeting(view, LooksAt.SYSTEMS, {"without": "encryption-at-rest"})


@pytest.mark.parametrize(
    ("safeguard", "covered"),
    [
        ({}, True),
        ({"parties": ["lab"]}, True),
        ({"parties": ["lab"], "data": ["papers"]}, True),
        ({"parties": ["lab"], "data": ["passport"]}, False),
        ({"parties": ["mailer"]}, False),
        ({"activities": ["lets"]}, True),
        ({"data": ["papers"]}, True),
        ({"systems": ["portal"]}, False),
        ({"parties": ["lab"], "systems": ["portal"]}, False),
    ],
    ids=str,
)
def test_a_safeguard_covers_what_it_names_in_every_respect(make_map, safeguard, covered):
    more = {"safeguards": [{"id": "lock", "measure": "backup", **safeguard}]}
    view = View(Facts(make_map(MAP, more), AS_OF), expected=False)
    assert ("check" not in meeting(view, LooksAt.FLOWS, {"without": "backup"})) is covered


def test_several_safeguards_cover_together(make_map):
    more = {
        "safeguards": [
            {"id": "one", "measure": "backup", "parties": ["lab"], "data": ["name"]},
            {"id": "two", "measure": "backup", "parties": ["lab"], "data": ["papers"]},
        ],
        "flows": [{"id": "both", "from": "agent", "to": "lab", "data": ["name", "papers"]}],
    }
    view = View(Facts(make_map(MAP, more), AS_OF), expected=False)
    assert "both" not in meeting(view, LooksAt.FLOWS, {"without": "backup"})


def test_a_promise_about_data_alone_says_nothing_of_what_others_do(make_map):
    more = {"safeguards": [{"id": "lock", "measure": "backup", "data": ["papers"]}]}
    view = View(Facts(make_map(MAP, more), AS_OF), expected=True)
    without = meeting(view, LooksAt.FLOWS, {"without": "backup"})
    assert "perhaps" in without
    assert "check" not in without


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 30), st.integers(0, 400))
def test_going_back_never_goes_forward_and_longer_goes_further(day, years, days):
    period, longer = f"P{years}Y{days}D", f"P{years + 1}Y{days}D"
    assert back(day, longer) < back(day, period) <= day
    assert length(longer) > length(period)
