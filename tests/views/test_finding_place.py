"""Where a finding stands, in words that a page can follow."""

import datetime as dt

from audit_lib.audit import run_audit
from audit_lib.errors import Place
from audit_lib.graph.example import example_map
from audit_lib.views.finding_place import stands_at

FOUND = run_audit(example_map(), dt.date(2026, 11, 22)).findings[0]


def placed(*lines):
    places = tuple(Place("data_maps/shop/flows.yaml", line) for line in lines)
    return stands_at(FOUND.model_copy(update={"places": places}))


def test_a_place_is_told_without_its_folders():
    assert placed(7) == f"flows.yaml:7\n{FOUND.id}"


def test_places_beyond_the_fourth_are_counted():
    assert placed(*range(1, 6)).splitlines()[0].endswith("flows.yaml:4, 1 more place")
    assert placed(*range(1, 8)).splitlines()[0].endswith("flows.yaml:4, 3 more places")


def test_without_a_place_the_id_alone_is_told():
    assert placed() == FOUND.id
