"""A job carried out: once an occasion, gone on with after a kill, told when it fails."""

import json
import stat

import pytest

from audit_lib.reporting.schedule.alone import alone
from audit_lib.reporting.schedule.carrying import carry_out_by_hand, carry_out_due
from audit_lib.reporting.schedule.records import private_folder

from .conftest import job, utc

WEEKLY = job(when="0 7 * * 1", starts="2026-03-01", sweep={"top": ["1", "2", "3"]})
MONDAY = utc("2026-03-30T06:00")


def record(means, occasion="2026-03-30T060000Z", of="weekly"):
    return json.loads((means.root / of / occasion / "occasion.json").read_text(encoding="utf-8"))


def test_what_is_due_is_made_and_written_down(means, recorder):
    done = carry_out_due(WEEKLY, MONDAY, means)
    assert done.outcome == "finished"
    assert recorder.calls == [[f"weekly/2026-03-30T060000Z/{case}/plain" for case in ("1", "2", "3")]]
    kept = record(means)
    assert (kept["outcome"], kept["runs"], kept["made"], kept["as_of"]) == ("finished", 3, 3, "2026-03-30")
    assert kept["began"] <= kept["ended"]


def test_due_twice_makes_it_once(means, recorder):
    carry_out_due(WEEKLY, MONDAY, means)
    again = carry_out_due(WEEKLY, MONDAY, means)
    assert again.outcome == "not due"
    assert again.why == "nothing is due; next on Mon 2026-04-06 07:00"
    assert len(recorder.calls) == 1


def test_a_new_job_makes_nothing_of_the_past_and_says_so(means, recorder):
    new = job(when="0 7 * * 1")
    first = carry_out_due(new, utc("2026-03-30T12:00"), means)
    assert first.outcome == "not due"
    assert first.told == ("seen with these times for the first time: due from now on",)
    assert carry_out_due(new, utc("2026-03-30T12:15"), means).told == ()
    assert carry_out_due(new, utc("2026-04-06T06:00"), means).outcome == "finished"
    assert len(recorder.calls) == 1


def test_three_weeks_off_are_made_up_for_once_and_told(means, recorder):
    carry_out_due(WEEKLY, MONDAY, means)
    late = carry_out_due(WEEKLY, utc("2026-04-22T10:00"), means)
    assert late.told[0].startswith("2 occasions passed over, from Mon 2026-04-06 07:00 to Mon 2026-04-13")
    assert record(means, "2026-04-20T060000Z")["missed"]["count"] == 2
    assert len(recorder.calls) == 2


def test_a_clock_set_back_makes_nothing(means, recorder):
    carry_out_due(WEEKLY, MONDAY, means)
    back = carry_out_due(WEEKLY, utc("2026-03-24T12:00"), means)
    assert (back.outcome, len(recorder.calls)) == ("not due", 1)


def test_an_occasion_that_was_killed_is_gone_on_with(means, recorder):
    recorder.stops_at = "3"
    with pytest.raises(KeyboardInterrupt):
        carry_out_due(WEEKLY, MONDAY, means)
    assert not (means.root / "weekly" / "2026-03-30T060000Z" / "occasion.json").exists()
    recorder.stops_at = None
    recorder_made = carry_out_due(WEEKLY, utc("2026-03-31T06:00"), means)
    assert recorder_made.outcome == "finished"
    assert recorder_made.told == ("goes on with the occasion 2026-03-30T060000Z, which had not ended",)
    assert (record(means)["runs"], record(means)["as_of"]) == (3, "2026-03-30")


def test_one_that_was_killed_and_left_behind_is_overtaken(means, recorder):
    recorder.stops_at = "1"
    with pytest.raises(KeyboardInterrupt):
        carry_out_due(WEEKLY, MONDAY, means)
    recorder.stops_at = None
    later = carry_out_due(WEEKLY, utc("2026-04-06T06:00"), means)
    assert "the occasion 2026-03-30T060000Z never ended and was overtaken" in later.told
    assert record(means)["outcome"] == "overtaken"
    assert record(means, "2026-04-06T060000Z")["outcome"] == "finished"


def test_a_failed_run_is_told_and_not_tried_again_by_due(means, recorder):
    recorder.failing = {"2"}
    done = carry_out_due(WEEKLY, MONDAY, means)
    assert done.outcome == "failed"
    assert record(means)["failed"] == [{"run": "2/plain", "cause": "cell 3 failed: no such thing"}]
    assert carry_out_due(WEEKLY, utc("2026-03-31T06:00"), means).outcome == "not due"
    assert len(recorder.calls) == 1


def test_by_hand_a_failed_occasion_is_gone_on_with(means, recorder):
    recorder.failing = {"2"}
    carry_out_due(WEEKLY, MONDAY, means)
    recorder.failing = set()
    done = carry_out_by_hand(WEEKLY, utc("2026-04-01T09:00"), means)
    assert done.outcome == "finished"
    kept = record(means)
    assert (kept["outcome"], kept["made"], kept["skipped"], kept["failed"]) == ("finished", 1, 2, [])


def test_one_case_alone_can_be_gone_on_with(means, recorder):
    recorder.failing = {"1", "2"}
    carry_out_due(WEEKLY, MONDAY, means)
    recorder.failing = {"1"}
    done = carry_out_by_hand(WEEKLY, utc("2026-04-01T09:00"), means, cases=["2"])
    assert recorder.calls[-1] == ["weekly/2026-03-30T060000Z/2/plain"]
    assert done.outcome == "failed"
    kept = record(means)
    assert (kept["runs"], [one["run"] for one in kept["failed"]]) == (3, ["1/plain"])


def test_by_hand_a_good_job_has_a_new_occasion_of_now(means, recorder):
    carry_out_due(WEEKLY, MONDAY, means)
    carry_out_by_hand(WEEKLY, utc("2026-04-01T09:00"), means, cases=["2"])
    kept = record(means, "2026-04-01T090000Z")
    assert (kept["by_hand"], kept["cases"], kept["runs"]) == (True, ["2"], 1)


def test_what_is_run_by_hand_does_not_stand_for_what_is_due(means, recorder):
    carry_out_by_hand(WEEKLY, utc("2026-03-30T09:00"), means)
    assert carry_out_due(WEEKLY, utc("2026-03-30T10:00"), means).outcome == "finished"
    assert (means.root / "weekly" / "2026-03-30T060000Z").is_dir()


def test_another_day_is_another_occasion(means, recorder):
    recorder.failing = {"1"}
    carry_out_due(WEEKLY, MONDAY, means)
    recorder.failing = set()
    done = carry_out_by_hand(WEEKLY, utc("2026-04-01T09:00"), means, as_of=utc("2026-02-28T00:00").date())
    assert done.occasion.as_of.isoformat() == "2026-02-28"
    assert done.occasion.occasion == "2026-04-01T090000Z"


def test_two_occasions_by_hand_in_one_second_have_folders_of_their_own(means):
    first = carry_out_by_hand(WEEKLY, MONDAY, means)
    second = carry_out_by_hand(WEEKLY, MONDAY, means)
    assert first.occasion.occasion != second.occasion.occasion


def test_a_job_without_times_is_run_by_hand(means, recorder):
    done = carry_out_due(job(), MONDAY, means)
    assert done.outcome == "by hand"
    assert "privacy-audit schedule run weekly" in done.why
    assert carry_out_by_hand(job(), MONDAY, means).outcome == "finished"


def test_a_job_that_somebody_else_is_at_is_left_to_them(means, recorder):
    private_folder(means.root / "weekly")
    with alone(means.root / "weekly"):
        done = carry_out_due(WEEKLY, MONDAY, means)
    assert (done.outcome, recorder.calls) == ("elsewhere", [])


def test_a_pattern_that_fits_nothing_is_told_and_nothing_is_begun(means):
    lost = job(map=None, sweep={"map": "sites/*"}, when="0 7 * * 1", starts="2026-03-01")
    done = carry_out_due(lost, MONDAY, means)
    assert done.outcome == "unusable"
    assert "No folder fits" in done.why
    assert not list((means.root / "weekly").glob("2026*"))


def test_a_record_that_was_changed_is_told(means):
    carry_out_due(WEEKLY, MONDAY, means)
    (means.root / "weekly" / "2026-03-30T060000Z" / "occasion.json").write_text("{}", encoding="utf-8")
    done = carry_out_due(WEEKLY, MONDAY, means)
    assert done.outcome == "unusable"
    assert "occasion.json" in done.why


def test_the_day_is_that_of_the_occasion_where_the_job_is(means):
    late = job(when={"cron": "30 0 1 7 *", "zone": "Europe/London"}, starts="2026-06-01")
    done = carry_out_due(late, utc("2026-07-02T12:00"), means)
    assert done.occasion.occasion == "2026-06-30T233000Z"
    assert done.occasion.as_of.isoformat() == "2026-07-01"


def test_a_day_that_is_written_down_is_the_day(means):
    fixed = job(when="0 7 * * 1", starts="2026-03-01", as_of="2025-12-31")
    assert carry_out_due(fixed, MONDAY, means).occasion.as_of.isoformat() == "2025-12-31"


def test_only_the_owner_can_read_what_is_written(means):
    carry_out_due(WEEKLY, MONDAY, means)
    files = list(means.root.rglob("*.json"))
    assert len(files) == 3
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    folder = means.root / "weekly" / "2026-03-30T060000Z"
    assert {stat.S_IMODE(path.stat().st_mode) for path in (means.root, folder.parent, folder)} == {0o700}


def test_a_job_folder_that_is_a_link_is_refused(means, tmp_path_factory):
    private_folder(means.root)
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (means.root / "weekly").symlink_to(elsewhere)
    done = carry_out_due(WEEKLY, MONDAY, means)
    assert (done.outcome, list(elsewhere.iterdir())) == ("unusable", [])


def test_only_the_last_good_occasions_stay(means, recorder):
    keeping = WEEKLY.model_copy(update={"keep": 2})
    for day in ("2026-03-02", "2026-03-09", "2026-03-16"):
        carry_out_due(keeping, utc(f"{day}T07:00"), means)
    recorder.failing = {"1"}
    carry_out_due(keeping, utc("2026-03-23T07:00"), means)
    recorder.failing = set()
    last = carry_out_due(keeping, utc("2026-03-30T07:00"), means)
    names = sorted(path.name for path in (means.root / "weekly").glob("2026*"))
    assert names == ["2026-03-16T070000Z", "2026-03-23T070000Z", "2026-03-30T060000Z"]
    assert "removed" in last.told[0]


def test_an_occasion_to_which_a_person_has_added_stays(means):
    keeping = WEEKLY.model_copy(update={"keep": 1})
    carry_out_due(keeping, utc("2026-03-23T07:00"), means)
    (means.root / "weekly" / "2026-03-23T070000Z" / "remarks.txt").write_text("mine", encoding="utf-8")
    done = carry_out_due(keeping, MONDAY, means)
    assert done.outcome == "finished"
    assert "remarks.txt" in done.told[0]
    assert (means.root / "weekly" / "2026-03-23T070000Z" / "remarks.txt").is_file()


def test_what_was_left_half_made_is_taken_away(means):
    left = private_folder(means.root / "weekly" / ".2026-03-23T070000Z-0123456789ab.part")
    carry_out_due(WEEKLY, MONDAY, means)
    assert not left.exists()
