"""Which safeguards make a difference."""

from __future__ import annotations

import pytest

from audit_lib.model.safeguard import Measure
from audit_lib.risk.facts import Spot
from audit_lib.risk.measures import cover

HERE = Spot("party:agency", frozenset({"agency"}), data=frozenset({"passport"}))
THERE = Spot("party:cloud", frozenset({"cloud"}), frozenset({"crm"}), data=frozenset({"passport"}))


def _cover(content, build, spots, *safeguards):
    content["safeguards"] = list(safeguards)
    return cover(build(content), spots, [Measure.ENCRYPTION_AT_REST, Measure.GENERAL])


def _lock(entry, **more):
    return entry("lock", measure="encryption-at-rest", **more)


def test_a_safeguard_of_the_system_covers_it(content, entry, build):
    assert _cover(content, build, [THERE], _lock(entry, systems=["crm"])).complete


def test_a_safeguard_elsewhere_covers_nothing(content, entry, build):
    found = _cover(content, build, [HERE], _lock(entry, systems=["crm"]))
    assert (found.covered, found.safeguards) == (0, ())


def test_it_must_be_in_place_everywhere_to_be_complete(content, entry, build):
    found = _cover(content, build, [HERE, THERE], _lock(entry, systems=["crm"]))
    assert (found.covered, found.places, found.complete) == (1, 2, False)


def test_several_safeguards_can_cover_together(content, entry, build):
    locks = [_lock(entry, systems=["crm"]), {**_lock(entry, parties=["agency"]), "id": "lock-2"}]
    assert _cover(content, build, [HERE, THERE], *locks).complete


def test_all_data_at_a_spot_must_be_protected(content, entry, build):
    spot = HERE._replace(data=frozenset({"passport", "address"}))
    one = _lock(entry, parties=["agency"], data=["passport"])
    other = {**_lock(entry, parties=["agency"], data=["address"]), "id": "lock-2"}
    assert not _cover(content, build, [spot], one).complete
    assert _cover(content, build, [spot], one, other).complete


def test_a_place_is_covered_when_each_of_its_spots_is(content, entry, build):
    rest = THERE._replace(systems=frozenset())
    assert not _cover(content, build, [THERE, rest], _lock(entry, systems=["crm"])).complete


@pytest.mark.parametrize("stance", ["inferred", "unclear", "expected"])
def test_what_is_not_known_to_be_in_place_does_not_count(content, entry, build, stance):
    lock = _lock(entry, systems=["crm"], stance=stance)
    if stance != "expected":
        clause = {"id": "c", "heading": "H", "place": "1.1", "fingerprint": "0" * 16, "sketch": "0" * 64}
        content["clauses"] = [{**clause, "gist": "G"}]
        lock["clauses"] = ["c"]
    assert _cover(content, build, [THERE], lock).covered == 0


def test_a_promise_about_everything_does_not_count_and_is_named(content, entry, build):
    found = _cover(content, build, [HERE], _lock(entry), entry("care", measure="general", parties=["agency"]))
    assert found.covered == 0
    assert [safeguard.id for safeguard in found.general] == ["lock", "care"]


def test_nobody_can_promise_for_anothers_house(content, entry, build):
    lock = _lock(entry, data=["passport"])
    assert _cover(content, build, [HERE], lock).complete
    assert _cover(content, build, [THERE], lock).covered == 0


def test_nothing_at_risk_is_not_covered(content, entry, build):
    assert not _cover(content, build, [], _lock(entry, systems=["crm"])).complete
