"""The picture of one person's data shows who holds what, and in which order to ask."""

from __future__ import annotations

import datetime as dt

import pytest

from audit_lib.errors import ParameterError
from audit_lib.graph.holdings import holdings
from audit_lib.model.request_plan import RequestPlan, Source, Standing
from audit_lib.model.rights import RightKind
from audit_lib.views.colours import EXPECTED, LINE
from audit_lib.views.person_map import person_map

TEXTS = ["x" * 3_000, "word " * 800, "<script>alert(1)</script>", "a\nb\tc", "שלום \u202e $x_1$"]


@pytest.fixture
def plan():
    """A plan that asks the agency first, then the ledger; the owner answers for itself."""

    def source(party, standing, *data):
        return Source(
            party=party, standing=standing, data=data, atoms=data, ask="Search.", provision="Art. 15"
        )

    return RequestPlan(
        map_id="harbour",
        right=RightKind.ACCESS,
        subject="tenants",
        as_of=dt.date(2026, 11, 22),
        sources=(
            source("agency", Standing.OWN, "contact"),
            source("ledger", Standing.PROCESSOR, "contact", "passport"),
            source("owner", Standing.INDEPENDENT, "contact"),
        ),
    )


@pytest.fixture
def kept(letting, changed):
    """The agency's map with a system at the ledger, and a number of tenants."""
    content = letting.content()
    system = {
        "id": "vault",
        "name": "Vault",
        "kind": "platform",
        "operator": "ledger",
        "holds": ["passport"],
        "stance": "recorded",
    }
    parties = [{**p, "number": 1200} if p["id"] == "tenants" else p for p in content["parties"]]
    activities = [{**a, "systems": ["vault"], "data": ["contact", "passport"]} for a in content["activities"]]
    return changed(parties=parties, systems=[system], activities=activities)


def test_the_title_counts_those_who_hold_anything(letting):
    holding = {one.party for one in holdings(letting, subject="tenants")}
    assert person_map(letting, "tenants").title == f"{len(holding)} parties hold data about Tenants"


def test_with_a_plan_the_title_says_how_many_to_ask(letting, plan):
    assert person_map(letting, "tenants", plan).title.endswith("; ask 2 of them, in the numbered order")


def test_who_is_to_ask_has_a_number_in_the_box_and_beneath(letting, plan, words):
    said = words(person_map(letting, "tenants", plan))
    assert said.count("1") == said.count("2") == 2
    assert "3" not in said
    assert ": Contact details, Passport copy" in said


def test_who_has_nothing_to_be_asked_for_has_no_number(letting, plan, words):
    own, ledger, owner = plan.sources
    idle = plan.model_copy(update={"sources": (own.model_copy(update={"concerned": False}), ledger, owner)})
    picture = person_map(letting, "tenants", idle)
    assert picture.title.endswith("; ask 1 of them, in the numbered order")
    assert words(picture).count("2") == 2
    assert "1" not in words(picture)


def test_a_box_says_how_much_the_gravest_and_the_systems(kept, words):
    said = words(person_map(kept, "tenants"))
    assert "in Vault" in said
    assert any(text.startswith("Passport copy") for text in said)
    assert any(text.endswith(("category", "categories")) for text in said)


def test_the_person_is_one_of_many(kept, letting, words):
    assert "one of about 1,200" in words(person_map(kept, "tenants"))
    assert "the person" in words(person_map(letting, "tenants"))


def test_one_line_stands_for_all_that_goes_between_two(letting, lines):
    picture = person_map(letting, "tenants")
    pairs = {frozenset((flow.sender, flow.recipient)) for flow in letting.flows}
    both = 1  # between the tenants and the agency it goes both ways: drawn from either end
    assert len(lines(picture, LINE)) + len(lines(picture, EXPECTED)) == len(pairs) + both


def test_what_is_merely_expected_is_pale_and_dashed(letting, lines):
    (guess,) = lines(person_map(letting, "tenants"), EXPECTED)
    assert guess.get_linestyle() not in ("solid", "-")


def test_flows_about_other_people_are_left_out(letting, changed, words):
    content = letting.content()
    guest = {"id": "guests", "name": "Guests", "kind": "individuals", "stance": "recorded"}
    flows = [{**f, "subjects": ["guests"]} if f["id"] == "request" else f for f in content["flows"]]
    of_guests = changed(parties=[*content["parties"], guest], flows=flows)
    assert "Police" not in words(person_map(of_guests, "tenants"))
    assert "Police" in words(person_map(letting, "tenants"))


def test_people_about_whom_nobody_holds_anything_are_a_picture_too(letting, changed, clipped):
    content = letting.content()
    guest = {"id": "guests", "name": "Guests", "kind": "individuals", "stance": "recorded"}
    picture = person_map(changed(parties=[*content["parties"], guest]), "guests")
    assert picture.title == "Nobody holds data about Guests"
    assert clipped(picture) == []


def test_a_kind_of_people_that_the_map_does_not_have_is_refused(letting):
    with pytest.raises(ParameterError):
        person_map(letting, "agency-x")


@pytest.mark.parametrize("text", TEXTS)
def test_no_name_runs_off_the_sheet_or_over_another(renamed, plan, clipped, overlapping, text):
    picture = person_map(renamed(text), "tenants", plan)
    assert clipped(picture) == []
    assert overlapping(picture) == []


def test_two_hundred_holders_are_drawn(crowded, clipped):
    crowd = crowded(200)
    picture = person_map(crowd, "tenants")
    assert picture.title.startswith("206 parties hold data about Tenants")
    assert clipped(picture) == []


def test_the_smallest_letters_have_seven_points(kept, plan, least_letter):
    assert least_letter(person_map(kept, "tenants", plan)) >= 7


def test_the_same_map_gives_the_same_picture(kept, plan):
    assert person_map(kept, "tenants", plan).data() == person_map(kept, "tenants", plan).data()


def test_the_alternative_text_tells_the_order(letting, plan):
    alt = person_map(letting, "tenants", plan).alt
    assert "In the order to ask: Harbour Lettings and Ledgerline." in alt


def test_people_whom_no_flow_reaches_are_said_to_give_nothing_themselves(letting, changed, words):
    content = letting.content()
    suspects = {"id": "suspects", "name": "Suspects", "kind": "individuals", "stance": "recorded"}
    inside = next(flow for flow in content["flows"] if flow["from"] == "agency" and flow["to"] == "ledger")
    about = {**inside, "id": "about-suspects", "subjects": ["suspects"]}
    map_ = changed(parties=[*content["parties"], suspects], flows=[*content["flows"], about])
    said = " ".join(words(person_map(map_, "suspects")))
    assert "nothing comes from or goes to them" in said
    assert "nothing comes from or goes to them" not in " ".join(words(person_map(map_, "tenants")))
