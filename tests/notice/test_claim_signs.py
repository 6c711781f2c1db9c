"""What the claims of a mapped notice show of the things that people must be told."""

import datetime as dt

import pytest

from audit_lib.model.data_map import DataMap
from audit_lib.model.transparency import Effect, Verdict
from audit_lib.notice.claim_signs import claim_signs
from audit_lib.notice.judge import judge

TODAY = dt.date(2026, 11, 22)
BASE = {
    "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "kite"},
    "parties": [
        {"id": "kite", "name": "Kite", "kind": "organisation", "stance": "recorded"},
        {"id": "twin", "name": "Twin", "kind": "organisation", "stance": "recorded"},
        {"id": "host", "name": "Host", "kind": "organisation", "stance": "recorded"},
        {"id": "boss", "name": "Employer", "kind": "organisation", "stance": "recorded"},
        {"id": "everybody", "name": "Everybody", "kind": "public", "stance": "recorded"},
        {"id": "people", "name": "People", "kind": "individuals", "stance": "recorded"},
    ],
    "data": [{"id": "name", "name": "Name", "stance": "recorded"}],
    "purposes": [{"id": "flying", "name": "Flying", "stance": "recorded"}],
    "retention": [
        {"id": "dated", "name": "Dated", "data": ["name"], "period": "P6Y", "stance": "recorded"},
        {"id": "bare", "name": "Bare", "data": ["name"], "stance": "recorded"},
        {
            "id": "ruled",
            "name": "Ruled",
            "data": ["name"],
            "starts": "End of the lease",
            "ground": "Claims",
            "stance": "recorded",
        },
    ],
    "channels": [
        {
            "id": "desk",
            "name": "Desk",
            "kind": "email",
            "uses": ["rights"],
            "party": "kite",
            "stance": "recorded",
        },
        {
            "id": "hall",
            "name": "Hall",
            "kind": "post",
            "uses": ["contact"],
            "party": "kite",
            "stance": "recorded",
        },
        {
            "id": "woes",
            "name": "Woes",
            "kind": "post",
            "uses": ["complaints"],
            "party": "kite",
            "stance": "recorded",
        },
        {
            "id": "ombud",
            "name": "Ombud",
            "kind": "post",
            "uses": ["complaints"],
            "party": "twin",
            "stance": "recorded",
        },
    ],
}


def a_map(*claims, **sections) -> DataMap:
    """Return a map whose notice has one sentence for each list of claims."""
    clauses = [
        {
            "id": f"c{number}",
            "heading": "All",
            "place": f"{number}.1",
            "fingerprint": "0" * 16,
            "sketch": "0" * 64,
            "gist": "It says something.",
            "claims": [claim],
        }
        for number, claim in enumerate(claims or [{"kind": "law-cited", "name": "UK GDPR"}], start=1)
    ]
    return DataMap.model_validate({**BASE, "clauses": clauses, **sections})


def verdicts(data_map: DataMap) -> dict[str, Verdict]:
    return {each.item: each.verdict for each in judge(claim_signs(data_map, TODAY), TODAY)}


def activity(**fields):
    given = {"name": "Fly", "function": "Sky", "purpose": "flying", "subjects": ["people"], "data": ["name"]}
    return {"id": "fly", "stance": "recorded", "controllers": ["kite"], **given, **fields}


CONTROLLER = {"kind": "controller-named", "name": "Kite", "parties": ["kite"]}
ROUTE = {"kind": "route-given", "channels": ["desk"]}

#: What is claimed, for which item, and the verdict that follows.
CASES = {
    "a controller without an address": ([CONTROLLER], "A13-1a", "partial"),
    "a controller with an address": ([{**CONTROLLER, "address": "1 Hill"}], "A13-1a", "present"),
    "a controller and a mailbox of its own": ([CONTROLLER, ROUTE], "A13-1a", "present"),
    "an officer without a channel": ([{"kind": "dpo-named", "party": "kite"}], "A13-1b", "partial"),
    "an officer with one": (
        [{"kind": "dpo-named", "party": "kite", "channels": ["desk"]}],
        "A13-1b",
        "present",
    ),
    "no officer, said so": ([{"kind": "dpo-denied"}], "A13-1b", "not-applicable"),
    "a basis by itself": ([{"kind": "basis-claimed", "basis": "contract"}], "A13-1c-b", "partial"),
    "a basis for a purpose": (
        [{"kind": "basis-claimed", "basis": "contract", "purposes": ["flying"]}],
        "A13-1c-b",
        "present",
    ),
    "an interest that is named": (
        [{"kind": "basis-claimed", "basis": "legitimate-interests", "interest": "Safety"}],
        "A13-1d",
        "present",
    ),
    "an interest that is not": (
        [{"kind": "basis-claimed", "basis": "legitimate-interests"}],
        "A13-1d",
        "partial",
    ),
    "no interest relied on": ([{"kind": "basis-claimed", "basis": "contract"}], "A13-1d", "not-applicable"),
    "a recipient": ([{"kind": "sharing-permitted", "recipients": ["host"]}], "A13-1e", "present"),
    "the public alone is no recipient": (
        [{"kind": "sharing-permitted", "recipients": ["everybody"]}],
        "A13-1e",
        "missing",
    ),
    "nobody at all": ([{"kind": "sharing-denied"}], "A13-1e", "present"),
    "nobody but some": ([{"kind": "sharing-denied", "except_recipients": ["host"]}], "A13-1e", "missing"),
    "a transfer, and no more": ([{"kind": "transfer-claimed", "countries": ["IN"]}], "A13-1f", "partial"),
    "a transfer with its safeguard and a copy of it": (
        [{"kind": "transfer-claimed", "countries": ["IN"], "mechanism": "IDTA", "copy_route": "Ask"}],
        "A13-1f",
        "present",
    ),
    "a transfer to a country that is approved": (
        [{"kind": "transfer-claimed", "countries": ["NO"]}],
        "A13-1f",
        "present",
    ),
    "no transfer, said so": ([{"kind": "transfer-claimed", "denied": True}], "A13-1f", "present"),
    "a period": ([{"kind": "retention-claimed", "retention": ["dated"]}], "A13-2a", "present"),
    "what decides the period": ([{"kind": "retention-claimed", "retention": ["ruled"]}], "A13-2a", "present"),
    "no period": ([{"kind": "retention-claimed", "retention": ["bare"]}], "A13-2a", "partial"),
    "consent without a way back": ([{"kind": "consent-claimed", "how": "opt-in"}], "A13-2c", "missing"),
    "a complaint without a door": (
        [{"kind": "right-offered", "right": "complain-to-controller"}],
        "A13-2ca",
        "partial",
    ),
    "a complaint and the controller's door": (
        [
            {"kind": "right-offered", "right": "complain-to-controller"},
            {"kind": "route-given", "channels": ["woes"]},
        ],
        "A13-2ca",
        "present",
    ),
    "a complaint and somebody else's door": (
        [
            {"kind": "right-offered", "right": "complain-to-controller"},
            {"kind": "route-given", "channels": ["ombud"]},
        ],
        "A13-2ca",
        "partial",
    ),
    "the regulator": ([{"kind": "right-offered", "right": "complain-to-regulator"}], "A13-2d", "present"),
    "a requirement": ([{"kind": "requirement-stated"}], "A13-2e", "partial"),
    "a requirement and what follows": (
        [{"kind": "requirement-stated", "consequence": "No kite"}],
        "A13-2e",
        "present",
    ),
    "decisions denied": ([{"kind": "automated-decisions-claimed", "denied": True}], "A13-2f", "present"),
    "decisions without safeguards": ([{"kind": "automated-decisions-claimed"}], "A13-2f", "partial"),
    "changes alone": ([{"kind": "change-promised", "how": "E-mail"}], "A13-3", "partial"),
    "new purposes": (
        [{"kind": "change-promised", "how": "E-mail", "new_purposes": True}],
        "A13-3",
        "present",
    ),
    "data from others, and from whom": (
        [{"kind": "collected", "data": ["name"], "sources": ["boss"]}],
        "A14-2f",
        "present",
    ),
    "data from others: told when": (
        [{"kind": "collected", "sources": ["boss"]}, {"kind": "informing-timed", "when": "Within a month"}],
        "A14-3",
        "present",
    ),
    "data from the person alone": ([{"kind": "collected", "data": ["name"]}], "A14-2f", "not-applicable"),
    "a door for rights": ([ROUTE], "A12-2", "present"),
    "a door for anything": ([{"kind": "route-given", "channels": ["hall"]}], "A12-2", "partial"),
    "an objection among the rest": ([{"kind": "right-offered", "right": "objection"}], "A21-4", "partial"),
    "an objection apart": (
        [{"kind": "right-offered", "right": "objection", "set_apart": True}],
        "A21-4",
        "present",
    ),
    "two controllers": ([{**CONTROLLER, "parties": ["kite", "twin"]}], "A26-2", "missing"),
    "two controllers and who does what": (
        [{"kind": "arrangement-told", "parties": ["kite", "twin"], "essence": "Kite answers"}],
        "A26-2",
        "present",
    ),
    "cookies, and no choice": ([{"kind": "cookies-claimed", "purposes": ["flying"]}], "PECR-6", "partial"),
    "cookies in full": (
        [{"kind": "cookies-claimed", "purposes": ["flying"], "consent": "opt-in", "lasting": "A day"}],
        "PECR-6",
        "present",
    ),
    "no cookies, said so": ([{"kind": "cookies-claimed", "denied": True}], "PECR-6", "present"),
    "a version": ([{"kind": "version-stated", "version": "3"}], "VER", "present"),
}


@pytest.mark.parametrize(("claims", "item", "verdict"), CASES.values(), ids=CASES)
def test_claims_lead_to_a_verdict(claims, item, verdict):
    assert verdicts(a_map(*claims))[item].value == verdict


def test_a_map_without_a_notice_has_no_signs():
    assert claim_signs(DataMap.model_validate(BASE), TODAY) == ()


def test_signs_come_in_the_order_of_the_notice():
    found = claim_signs(a_map(ROUTE, CONTROLLER), TODAY)
    assert [sign.at for sign in found if sign.effect is Effect.SHOWS] == ["c1", "c1", "c2"]


def test_a_controller_abroad_needs_a_representative():
    parties = [{**BASE["parties"][0], "country": "US"}, *BASE["parties"][1:]]
    assert verdicts(a_map(parties=parties))["A13-1a-rep"] is Verdict.MISSING
    named = {"kind": "representative-named", "party": "host"}
    assert verdicts(a_map(named, parties=parties))["A13-1a-rep"] is Verdict.PRESENT


def test_a_right_that_no_basis_gives_is_not_due():
    rights = ("access", "rectification", "erasure", "restriction", "objection")
    claims = [{"kind": "right-offered", "right": right} for right in rights]
    interest = [{"basis": "legitimate-interests", "stance": "recorded"}]
    assert verdicts(a_map(*claims, activities=[activity(bases=interest)]))["A13-2b"] is Verdict.PRESENT
    contract = [{"basis": "contract", "stance": "recorded"}, *interest]
    assert verdicts(a_map(*claims, activities=[activity(bases=contract)]))["A13-2b"] is Verdict.PARTIAL


def flow(**fields):
    ends = {"from": "boss", "to": "kite", "activity": "fly", "data": ["name"], "subjects": ["people"]}
    return {"id": "refer", "role": "controller", **ends, "stance": "recorded", **fields}


def test_data_that_a_flow_brings_from_others_has_to_be_told():
    with_flow = a_map(activities=[activity()], flows=[flow()])
    assert verdicts(with_flow)["A14-2f"] is Verdict.MISSING
    told = a_map(activities=[activity()], flows=[flow(stance="stated", clauses=["c1"])])
    assert verdicts(told)["A14-2f"] is Verdict.PRESENT


def test_what_is_only_expected_to_come_makes_nothing_due():
    expected = a_map(activities=[activity()], flows=[flow(stance="expected")])
    assert verdicts(expected)["A14-2f"] is Verdict.NOT_APPLICABLE


def test_what_a_processor_gives_back_comes_from_nobody_else():
    held = a_map(activities=[activity(processors=["boss"])], flows=[flow()])
    assert verdicts(held)["A14-2f"] is Verdict.NOT_APPLICABLE


def test_profiling_asks_for_a_word_on_decisions():
    profiled = a_map({"kind": "profiling-claimed", "activities": ["fly"]}, activities=[activity()])
    assert verdicts(profiled)["A13-2f"] is Verdict.MISSING
