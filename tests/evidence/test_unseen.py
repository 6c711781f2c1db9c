"""What the map declares and no log shows is told, if a log would show it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from audit_lib.evidence.unseen import Cover, unseen
from audit_lib.model.evidence_source import Evidence, Source
from audit_lib.model.reconciliation import Unseen, Volume

from .lido_map import lido

AS_OF = dt.date(2026, 11, 22)
MAY = dt.datetime(2026, 5, 3, tzinfo=dt.UTC)
YEAR = Cover(dt.date(2026, 1, 1), dt.date(2026, 12, 31), frozenset({"lido"}))


def source(name: str = "log", **fields: Any) -> Source:
    usual = {"id": name, "kind": "disclosures", "name": name, "format": "csv"}
    return Source.model_validate({**usual, **fields})


def missing(
    *sources: Source, seen: tuple[str, ...] = (), cover: Mapping[str, Cover] | None = None
) -> dict[str, Unseen]:
    volumes = [Volume(flow=flow, observations=1, last=MAY) for flow in seen]
    covered = cover if cover is not None else {one.id: YEAR for one in sources}
    return {one.flow: one for one in unseen(lido(), Evidence(sources=sources), volumes, covered, AS_OF)}


def test_a_flow_of_a_sender_that_a_log_names_is_watched_for_as_long_as_the_log_runs():
    assert missing(source())["pay"].watched
    assert missing(source())["pay"].days == (AS_OF - YEAR.first).days + 1


def test_a_flow_that_was_seen_is_not_missing():
    assert "pay" not in missing(source(), seen=("pay",))


def test_a_flow_of_a_sender_that_no_log_names_is_not_watched():
    found = missing(source())["join"]
    assert (found.watched, found.days) == (False, None)


def test_a_flow_of_a_team_is_watched_by_the_log_of_its_organisation():
    assert missing(source())["insure"].watched


def test_a_log_that_says_what_it_covers_watches_nothing_else():
    found = missing(source(covers=["pay"]))
    assert [flow for flow, one in found.items() if one.watched] == ["pay"]


def test_only_the_days_within_the_time_of_a_flow_count():
    summer = missing(source())["summer"]
    assert summer.days == (dt.date(2026, 8, 31) - dt.date(2026, 5, 1)).days + 1


@pytest.mark.parametrize(
    ("first", "last"),
    [(dt.date(2026, 9, 1), dt.date(2026, 10, 1)), (dt.date(2026, 1, 1), dt.date(2026, 4, 30))],
)
def test_a_flow_that_ended_before_or_begins_after_the_logs_is_not_missing(first, last):
    cover = {"log": Cover(first, last, frozenset({"lido"}))}
    assert "summer" not in missing(source(), cover=cover)


def test_days_that_two_logs_cover_count_once():
    cover = {
        "one": Cover(dt.date(2026, 1, 1), dt.date(2026, 1, 20), frozenset({"lido"})),
        "two": Cover(dt.date(2026, 1, 11), dt.date(2026, 1, 31), frozenset({"lido"})),
    }
    assert missing(source("one"), source("two"), cover=cover)["pay"].days == 31


def test_a_log_of_receipts_watches_nothing():
    receipts = source(kind="receipts")
    assert missing(receipts) == {}


def test_without_any_log_nothing_is_missing():
    assert missing(source(), cover={}) == {}


def test_a_log_without_purposes_cannot_tell_a_flow_from_another_that_was_seen():
    alike = lido().flow["host-it"].model_copy(update={"id": "host-again", "data": ("identity",)})
    twice = lido().model_copy(update={"flows": (*lido().flows, alike)})
    volumes = [Volume(flow="host-it", observations=1, last=MAY)]

    def watched(log: Source) -> bool:
        found = unseen(twice, Evidence(sources=(log,)), volumes, {"log": YEAR}, AS_OF)
        return next(one.watched for one in found if one.flow == "host-again")

    assert not watched(source())
    assert watched(source(columns={"activity": "work"}))


def test_flows_come_in_the_order_of_the_map():
    found = list(missing(source()))
    assert found == [flow.id for flow in lido().flows if flow.id in found]
