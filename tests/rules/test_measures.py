"""Which systems a measure covers."""

import datetime as dt

import pytest

from audit_lib.model.safeguard import Measure
from audit_lib.rules.facts import Facts
from audit_lib.rules.measures import services, without


@pytest.fixture
def facts_of(make_map):
    fragment = {
        "parties": [{"id": "host"}],
        "systems": [
            {"id": "portal", "kind": "portal", "holds": ["name"]},
            {"id": "idle", "kind": "portal"},
            {"id": "theirs", "kind": "portal", "operator": "host", "holds": ["name"]},
        ],
    }
    return lambda **more: Facts(make_map(fragment, more), dt.date(2026, 11, 22))


def test_a_service_keeps_or_carries_something_and_is_run_for_the_controller(facts_of):
    assert [system.id for system in services(facts_of())] == ["portal"]
    processor = [{"id": "hosting", "from": "agent", "to": "host", "role": "processor", "via": "idle"}]
    assert [system.id for system in services(facts_of(flows=processor))] == ["portal", "idle", "theirs"]


@pytest.mark.parametrize(
    ("where", "bare"),
    [
        ({}, []),
        ({"systems": ["portal"]}, ["idle", "theirs"]),
        ({"parties": ["host"]}, ["portal", "idle"]),
        ({"data": ["name"]}, ["portal", "idle", "theirs"]),
    ],
)
def test_a_measure_covers_by_name_by_operator_or_everything(facts_of, where, bare):
    facts = facts_of(safeguards=[{"id": "tests", "measure": "testing", **where}])
    systems = list(facts.data_map.systems)
    assert [system.id for system in without(facts, systems, Measure.TESTING)] == bare
