"""Which occasion is due: the latest, once, and none of the past for a job that is new."""

import datetime as dt

import pytest

from audit_lib.reporting.schedule.due import decide, next_occasion, seen
from audit_lib.reporting.schedule.records import Occasion, Since, occasion_name

from .conftest import job, utc

WEEKLY = job(when="0 7 * * 1")
LONG_AGO = Since(since=utc("2025-01-01T00:00"), cron="0 7 * * 1", zone="Europe/London")


def at(moment, outcome="finished"):
    when = utc(moment)
    return Occasion(
        job="weekly",
        occasion=occasion_name(when),
        moment=when,
        as_of=when.date(),
        began=when,
        outcome=outcome,
    )


def verdict(now, newest=None, of=WEEKLY, since=LONG_AGO):
    return decide(of, of.when, since, newest, utc(now))


def test_what_has_been_carried_out_is_not_due_again():
    assert verdict("2026-03-30T06:05", at("2026-03-30T06:00")).moment is None


@pytest.mark.parametrize("outcome", ["failed", "overtaken"])
def test_what_failed_is_not_due_again(outcome):
    assert verdict("2026-03-30T06:05", at("2026-03-30T06:00", outcome)).moment is None


def test_what_was_killed_is_gone_on_with():
    begun = at("2026-03-30T06:00", "begun")
    assert verdict("2026-04-02T12:00", begun).goes_on is begun


def test_after_three_weeks_off_only_the_latest_is_due_and_the_others_are_told():
    found = verdict("2026-04-21T10:00", at("2026-03-30T06:00"))
    assert found.moment == utc("2026-04-20T06:00")
    assert found.missed.count == 2
    assert (found.missed.first, found.missed.last) == (utc("2026-04-06T06:00"), utc("2026-04-13T06:00"))


def test_of_very_many_occasions_the_last_is_told_too():
    minutely = job(when="* * * * *")
    found = verdict("2026-04-20T10:00", at("2026-03-30T06:00"), minutely)
    assert found.missed.count == 1_000
    assert found.missed.last == utc("2026-04-20T09:59")


def test_one_that_was_killed_and_is_no_longer_the_latest_is_overtaken():
    begun = at("2026-03-30T06:00", "begun")
    found = verdict("2026-04-06T07:00", begun)
    assert found.moment == utc("2026-04-06T06:00")
    assert found.overtaken is begun
    assert found.goes_on is None


def test_a_clock_set_back_makes_nothing_due():
    found = verdict("2026-03-24T06:00", at("2026-03-30T06:00"))
    assert found.moment is None
    assert "clock stands before" in found.why


def test_a_new_job_is_due_from_now_on():
    now = utc("2026-03-30T12:00")
    since = seen(WEEKLY.when, None, now)
    assert decide(WEEKLY, WEEKLY.when, since, None, now).moment is None
    assert verdict("2026-04-06T05:59", since=since).moment is None
    assert verdict("2026-04-06T06:00", since=since).moment == utc("2026-04-06T06:00")


def test_a_job_with_a_start_is_due_for_the_latest_occasion_since():
    starting = job(when="0 7 * * 1", starts="2026-03-10")
    found = verdict("2026-03-24T12:00", of=starting, since=seen(starting.when, None, utc("2026-03-24T12:00")))
    assert found.moment == utc("2026-03-23T07:00")
    assert found.missed.count == 1


def test_a_job_is_not_due_before_its_start():
    starting = job(when="0 7 * * 1", starts="2026-03-24")
    assert verdict("2026-03-24T12:00", of=starting).moment is None
    assert next_occasion(starting, starting.when, utc("2026-03-01T00:00")) == utc("2026-03-30T06:00")


def test_the_start_is_a_day_where_the_job_is():
    starting = job(when={"cron": "0 0 * * *", "zone": "Asia/Tokyo"}, starts="2026-03-24")
    assert verdict("2026-03-23T14:59", of=starting).moment is None
    assert verdict("2026-03-23T15:00", of=starting).moment == utc("2026-03-23T15:00")


def test_new_times_make_nothing_of_the_past_due():
    daily = job(when="0 7 * * *")
    now = utc("2026-04-02T12:00")
    since = seen(daily.when, LONG_AGO, now)
    assert since.since == now
    assert decide(daily, daily.when, since, at("2026-03-30T06:00"), now).moment is None


def test_the_same_times_written_otherwise_are_no_new_times():
    same = job(when="0  7 *  * 1")
    assert seen(same.when, LONG_AGO, utc("2026-04-02T12:00")) is LONG_AGO


def test_the_repeated_hour_of_autumn_is_due_once():
    nightly = job(when="30 1 * * *")
    first = verdict("2026-10-25T00:30", at("2026-10-24T00:30"), nightly)
    assert first.moment == utc("2026-10-25T00:30")
    for minutes in range(0, 120, 5):
        now = utc("2026-10-25T00:30") + dt.timedelta(minutes=minutes)
        assert decide(nightly, nightly.when, LONG_AGO, at("2026-10-25T00:30"), now).moment is None


def test_the_gap_of_spring_leaves_no_day_out():
    nightly = job(when="30 1 * * *")
    found = verdict("2026-03-29T01:10", at("2026-03-28T01:30"), nightly)
    assert found.moment == utc("2026-03-29T01:00")
    assert found.missed is None
