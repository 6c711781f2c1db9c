"""Which safeguards a record names."""

from __future__ import annotations

import pytest

from audit_lib.model.noun import Gap
from audit_lib.model.safeguard import Safeguard
from audit_lib.records.controller_record import controller_record
from audit_lib.records.security import Scope, applies


def _cell(build, pick, content, *safeguards):
    content["safeguards"] = list(safeguards)
    return pick(controller_record(build(content)), "security")


@pytest.mark.parametrize(
    "where",
    [{"parties": ["cloud"]}, {"systems": ["crm"]}, {"data": ["passport"]}, {"activities": ["let"]}],
)
def test_names_safeguards_of_its_parties_systems_data_and_activity(content, entry, build, pick, where):
    cell = _cell(build, pick, content, entry("disk", measure="encryption-at-rest", **where))
    assert cell.value == "Disk (encryption at rest)"


def test_leaves_out_safeguards_of_other_things(content, entry, build, pick):
    cell = _cell(build, pick, content, entry("disk", measure="encryption-at-rest", data=["rent"]))
    assert cell.gap is Gap.NOT_STATED


def test_a_promise_about_everything_comes_after_what_is_said_of_this_processing(content, entry, build, pick):
    care, lock = entry("care", measure="general"), entry("lock", measure="access-control", systems=["crm"])
    assert _cell(build, pick, content, care).value == "In general: Care"
    assert _cell(build, pick, content, care, lock).value == "Lock (access control);\nIn general: Care"


def test_an_expected_safeguard_is_marked(content, entry, build, pick):
    cell = _cell(build, pick, content, entry("lock", measure="testing", systems=["crm"], stance="expected"))
    assert cell.value == "Lock (testing) (expected, not confirmed)"


def test_a_safeguard_of_a_party_and_a_system_needs_both(content, build):
    safeguard = Safeguard(
        id="s", name="S", measure="testing", parties=("cloud",), systems=("crm",), stance="recorded"
    )
    data_map = build(content)
    party, system = frozenset({"cloud"}), frozenset({"crm"})
    assert applies(data_map, safeguard, Scope(parties=party, systems=system))
    assert not applies(data_map, safeguard, Scope(parties=party))
