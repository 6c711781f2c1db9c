"""What became of data whose retention period is over: deleted in time, late, or not by any log."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from audit_lib.evidence.check import check_evidence
from audit_lib.graph.example import example_map
from audit_lib.model.data_map import DataMap
from audit_lib.model.reconciliation import DueDeletion, Reconciliation

from ..worlds import World, source

AS_OF = dt.date(2026, 11, 22)
RULES = (
    {"id": "keep", "name": "Files", "data": ["name"], "period": "P1Y"},
    {"id": "keep-all", "name": "The rest", "period": "P2Y"},
    {"id": "keep-work", "name": "Checks", "period": "P1Y", "activities": ["checking-work"]},
)


def with_rules() -> DataMap:
    given = example_map().model_dump(mode="json", by_alias=True, exclude_none=True)
    return DataMap.model_validate(given | {"retention": [{**rule, "stance": "recorded"} for rule in RULES]})


def gone(person: str, at: str, data: str = "name") -> dict[str, Any]:
    return {"id": f"{person} {at}", "person": person, "at": at, "sender": "agent", "data": data}


def checked(
    root: Path, deletions: list[dict[str, Any]] | None, *, store: Path | None = None
) -> Reconciliation:
    """Compare a log with nine tenancies: those of p0 to p7 ended a year ago, that of p8 goes on."""
    log = {"at": "2026-03-02 10:00", "sender": "agent", "recipient": "referencer", "data": "passport-copy"}
    ends = [{"person": f"p{at}", "at": "2025-03-29 12:00"} for at in range(8)] + [
        {"person": "p8", "at": None}
    ]
    sources = [
        source("log", "disclosures"),
        source("ends", "ends", starts=[rule["id"] for rule in RULES]),
        *([] if deletions is None else [source("gone", "deletions")]),
    ]
    world = World(with_rules(), tuple(sources), {"log": [log], "ends": ends, "gone": deletions or []})
    return check_evidence(world.data_map, world.write(root), root, AS_OF, store=store)


DELETIONS = [
    gone("p0", "2026-03-29 23:30"),  # the last day, in summer time
    gone("p1", "2026-03-30 00:30"),
    gone("p2", "2026-03-01 10:00"),
    gone("p2", "2026-07-01 10:00"),  # again, and late
    gone("p3", "2026-06-30 00:30"),
    gone("p8", "2026-05-01 10:00"),  # whose tenancy goes on
]


@pytest.fixture
def due(tmp_path: Path) -> DueDeletion:
    (one,) = [each for each in checked(tmp_path, DELETIONS).due if each.rule == "keep"]
    return one


def test_everybody_whose_period_is_over_is_due_and_nobody_else(due: DueDeletion) -> None:
    assert due.due == 8


def test_each_of_them_is_in_time_late_or_in_no_log(due: DueDeletion) -> None:
    assert (due.in_time, due.late, due.unlogged) == (1, 3, 4)


def test_the_longest_delay_is_counted_in_local_days_after_the_last_one(due: DueDeletion) -> None:
    assert due.longest == (dt.date(2026, 7, 1) - dt.date(2026, 3, 29)).days


def test_it_says_who_deleted_what_by_which_log(due: DueDeletion) -> None:
    assert (due.sender, due.data, due.sources) == ("agent", "name", ("gone",))


def test_late_are_as_many_people_as_the_finding_tells(tmp_path: Path) -> None:
    found = checked(tmp_path, DELETIONS)
    assert [one.people for one in found.late] == [3]


def test_a_rule_under_which_nothing_was_deleted_stands_without_a_holder(tmp_path: Path) -> None:
    world = [*DELETIONS, gone("p9", "2027-06-01 10:00")]  # by then the two years are over too
    (rest,) = [one for one in checked(tmp_path, world).due if one.rule == "keep-all"]
    assert (rest.sender, rest.data, rest.due, rest.unlogged) == (None, None, 8, 8)


def test_a_period_that_is_not_over_yet_makes_nothing_due(tmp_path: Path) -> None:
    assert {one.rule for one in checked(tmp_path, DELETIONS).due} == {"keep"}


def test_without_a_log_of_deletions_nothing_is_told(tmp_path: Path) -> None:
    assert checked(tmp_path, None).due == ()


def test_rules_for_single_activities_are_told_as_not_held_against_deletions(tmp_path: Path) -> None:
    said = {one.what for one in checked(tmp_path, DELETIONS).skipped}
    assert "deletions under keep-work" in said
    assert "deletions under keep" not in said


def test_a_store_says_the_same_of_the_lists_that_it_keeps(tmp_path: Path) -> None:
    first = checked(tmp_path, DELETIONS, store=tmp_path / "store")
    again = checked(tmp_path, DELETIONS, store=tmp_path / "store")
    assert first.due == again.due == checked(tmp_path, DELETIONS).due != ()
