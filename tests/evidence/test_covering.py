"""What a flow covers: each word of an observation for itself, and which flow is the nearest."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from audit_lib.evidence.covering import (
    Mismatch,
    candidate,
    candidates,
    categories,
    countries,
    mismatches,
    nearest,
    recipients,
    senders,
)
from audit_lib.model.data_map import DataMap
from audit_lib.model.reconciliation import Meaning

DAY = dt.date(2026, 11, 22)

PARTIES = {
    "us": {},
    "desk": {"kind": "team", "part_of": "us"},
    "counter": {"kind": "team", "part_of": "desk"},
    "host": {"country": "IE"},
    "payers": {"generic": True},
    "card-payers": {"generic": True, "recipient_class": "payers"},
    "paybuddy": {"recipient_class": "card-payers", "country": "US"},
    "guests": {"kind": "individuals"},
}


def entry(name: str, **fields: Any) -> dict[str, Any]:
    return {"id": name, "name": name.title(), "stance": "recorded", **fields}


def flow(name: str = "f", sender: str = "us", recipient: str = "payers", **fields: Any) -> dict[str, Any]:
    ends = {"from": sender, "to": recipient, "activity": "billing", "data": ["money"], "subjects": ["guests"]}
    return {"id": name, "stance": "recorded", "role": "controller", **ends, **fields}


def inn(*flows: dict[str, Any], bases: tuple[str, ...] = ()) -> DataMap:
    work = {"function": "Front", "controllers": ["us"], "subjects": ["guests"], "data": ["money"]}
    stated = [{"basis": basis, "stance": "recorded"} for basis in bases]
    return DataMap.model_validate(
        {
            "map": {"id": "inn", "title": "Inn", "jurisdiction": "United Kingdom", "controller": "us"},
            "parties": [entry(name, **{"kind": "organisation", **said}) for name, said in PARTIES.items()],
            "systems": [
                entry("cloud", kind="platform", operator="host"),
                entry("till", kind="platform", operator="paybuddy"),
            ],
            "data": [
                entry("money"),
                entry("card", parent="money"),
                entry("number", parent="card"),
                entry("name"),
            ],
            "purposes": [entry("paying"), entry("selling")],
            "activities": [
                entry("billing", purpose="paying", bases=stated, **work),
                entry("adverts", purpose="selling", **work),
            ],
            "flows": [flow("hosting", "us", "host", role="processor", data=["name"]), *flows],
        }
    )


def says(**words: str) -> Meaning:
    return Meaning(source="log", **{"recipient": "payers", "data": "money", **words})


def test_a_sender_is_what_the_flow_names_and_what_is_part_of_it_either_way() -> None:
    made = inn(flow(sender="desk"))
    assert senders(made, made.flow["f"]) == {"counter": False, "desk": False, "us": False}


def test_a_processor_sends_on_behalf_through_the_system_that_it_runs() -> None:
    made = inn(flow(via="cloud"))
    assert senders(made, made.flow["f"])["host"] is False


def test_who_runs_the_system_and_is_no_processor_does_not() -> None:
    made = inn(flow(via="till"))
    assert "paybuddy" not in senders(made, made.flow["f"])


def test_a_member_of_a_class_that_sends_is_covered_in_general() -> None:
    made = inn(flow(sender="payers", recipient="us"))
    assert senders(made, made.flow["f"]) == {"card-payers": True, "paybuddy": True, "payers": False}


def test_a_flow_to_a_class_covers_itself_and_all_members_in_general() -> None:
    made = inn(flow())
    assert recipients(made, made.flow["f"]) == {"card-payers": True, "paybuddy": True, "payers": True}


def test_a_flow_to_a_particular_party_does_not_cover_its_class() -> None:
    made = inn(flow(recipient="paybuddy"))
    assert recipients(made, made.flow["f"]) == {"paybuddy": False}


def test_a_flow_carries_what_lies_beneath_its_categories_in_general() -> None:
    made = inn(flow(data=["card"]))
    assert categories(made, made.flow["f"]) == {"card": False, "number": True}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ({"GB"}, False)),
        ({"transfer": "none"}, ({"GB"}, False)),
        ({"recipient": "paybuddy"}, ({"GB", "US"}, False)),
        ({"transfer": {"country": "NO"}}, ({"GB", "NO"}, False)),
        ({"recipient": "paybuddy", "transfer": {"country": "NO"}}, ({"GB", "NO", "US"}, False)),
        ({"transfer": {"country": "not-stated"}}, ({"GB"}, True)),
    ],
)
def test_a_flow_goes_home_to_its_transfer_and_to_where_its_recipient_stands(
    fields: dict, expected: Any
) -> None:
    made = inn(flow(**fields))
    assert countries(made, made.flow["f"]) == expected


@pytest.mark.parametrize(
    ("fields", "words", "expected"),
    [
        ({}, {}, Mismatch.NONE),
        ({}, {"purpose": "paying", "activity": "billing"}, Mismatch.NONE),
        ({}, {"purpose": "selling"}, Mismatch.PURPOSE),
        ({}, {"activity": "adverts"}, Mismatch.PURPOSE),
        ({}, {"role": "processor"}, Mismatch.ROLE),
        ({"role": "unclear"}, {"role": "processor"}, Mismatch.NONE),
        ({}, {"basis": "consent"}, Mismatch.BASIS),
        ({}, {"basis": "contract"}, Mismatch.NONE),
        ({"activity": "adverts"}, {"basis": "consent"}, Mismatch.NONE),
        ({}, {"country": "US"}, Mismatch.COUNTRY),
        ({}, {"country": "GB"}, Mismatch.NONE),
        ({"transfer": {"country": "unclear"}}, {"country": "US"}, Mismatch.NONE),
        ({"since": "2026-11-22", "until": "2026-11-22"}, {}, Mismatch.NONE),
        ({"since": "2026-11-23"}, {}, Mismatch.TIME),
        ({"until": "2026-11-21"}, {}, Mismatch.TIME),
    ],
)
def test_what_differs(fields: dict, words: dict, expected: Mismatch) -> None:
    made = inn(flow(**fields), bases=("contract",))
    assert mismatches(made, made.flow["f"], says(**words), DAY) == expected


def test_a_country_left_open_covers_any_other_in_general_only() -> None:
    made = inn(flow(recipient="host", transfer={"country": "not-stated"}))
    abroad, home = (
        candidate(made, made.flow["f"], 1, says(recipient="host", country=country), DAY)
        for country in ("US", "GB")
    )
    assert (abroad.general, home.general) == (True, False)


def test_no_flow_to_another_recipient_is_a_candidate() -> None:
    made = inn(flow())
    assert candidates(made, says(recipient="host"), DAY) == []
    assert nearest(made, says(recipient="host"), DAY) is None


def test_one_grave_mismatch_goes_before_two_light_ones() -> None:
    made = inn(
        flow("light", until="2020-01-01"), flow("grave", transfer={"country": "US"}, activity="adverts")
    )
    found = candidates(made, says(purpose="paying", country="US"), DAY)
    assert [(one.flow, one.mismatches.bit_count()) for one in found] == [("grave", 1), ("light", 2)]


def test_a_lighter_mismatch_goes_before_a_graver_one() -> None:
    made = inn(flow("purpose", activity="adverts"), flow("time", until="2020-01-01"))
    assert nearest(made, says(purpose="paying"), DAY).flow == "time"


def test_an_exact_cover_goes_before_one_in_general_and_then_the_first_in_the_map() -> None:
    made = inn(
        flow("wide", recipient="us", sender="host"),
        flow("first", "host", "us", data=["card"]),
        flow("second", "host", "us", data=["card"]),
    )
    assert nearest(made, says(recipient="us", data="card"), DAY).flow == "first"
