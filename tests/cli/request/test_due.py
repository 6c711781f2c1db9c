"""What is overdue comes first, and fails a build if that is wanted."""

import json

import pytest


def test_due_lists_the_overdue_first_and_fails(asked, access):
    asked("add", "--right", "erasure", "--received", "2026-09-01")
    asked("add", "--right", "erasure", "--received", "2026-11-20")
    answer = asked("due")
    assert answer.status == 1
    rows = [row.split()[:2] for row in answer.out.splitlines() if "R-2026" in row]
    assert rows == [["OVERDUE", "R-2026-0002"], ["OVERDUE", access], ["OPEN", "R-2026-0003"]]
    assert answer.out.splitlines()[-1] == "3 open requests: 2 overdue."
    assert asked("due", "--fail-on", "never").status == 0


def test_soon_fails_only_if_that_is_wanted(asked):
    asked("add", "--right", "erasure", "--received", "2026-10-25")
    assert asked("due").status == 0
    assert asked("due", "--fail-on", "soon").status == 1


def test_due_is_cut_and_says_how_many_are_left_out(asked):
    for number in range(1, 6):
        asked("add", "--right", "erasure", "--received", f"2026-10-0{number}")
    answer = asked("due", "--limit", "2", "--format", "json")
    found = json.loads(answer.out)
    assert (len(found["requests"]), found["counts"]["open"], found["counts"]["overdue"]) == (2, 5, 5)
    assert "Not listed: 3 (--limit)." in asked("due", "--limit", "2").out


def calendar(text):
    """The events of a calendar file, each as a dictionary, its lines unfolded."""
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.replace("\r\n", "").isprintable()
    events = text.replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]
    return [dict(row.partition(":")[::2] for row in reversed(each.split("\r\n"))) for each in events]


def test_a_calendar_has_a_day_for_each_request_and_nothing_on_who_asked(asked, access):
    asked("add", "--right", "erasure", "--received", "2026-11-20", "--reference", "CR-7")
    answer = asked("due", "--format", "ics")
    assert (answer.status, answer.err) == (1, "")
    late, next_ = calendar(answer.out)
    assert (late["DTSTART;VALUE=DATE"], late["SUMMARY"]) == (
        "20261122",
        f"OVERDUE {access}: Answer the request",
    )
    assert (next_["DTSTART;VALUE=DATE"], next_["TRIGGER"]) == ("20261221", "-P7D")
    pseudonym = json.loads(asked("list", "--format", "json").out)["requests"][0]["person"]
    assert not any(word in answer.out for word in ("Ada", "CR-7", pseudonym))


def test_an_event_of_the_calendar_is_replaced_and_not_doubled_when_its_request_changes(asked, access):
    [before] = calendar(asked("due", "--format", "ics").out)
    asked("update", access, "--identity-asked", "2026-10-02", "--identity-received", "2026-11-05")
    [after] = calendar(asked("due", "--format", "ics").out)
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == ("0", "1")
    assert after["DTSTART;VALUE=DATE"] == "20261207"


def test_what_waits_stands_on_its_safe_date_and_what_has_no_day_is_named(asked, access):
    asked("update", access, "--identity-asked", "2026-10-02")
    asked("add", "--right", "complain-to-controller", "--received", "2026-11-20")
    asked("update", "R-2026-0002", "--acknowledged-on", "2026-11-21")
    answer = asked("due", "--format", "ics")
    assert [each["DTSTART;VALUE=DATE"] for each in calendar(answer.out)] == ["20261122"]
    assert "The last day is not known yet" in answer.out.replace("\r\n ", "")
    assert answer.err == "1 open request has no day, and no place in the calendar: R-2026-0002.\n"


def test_a_calendar_holds_all_unless_it_is_cut_and_then_says_so(asked):
    for number in range(60):
        asked("add", "--right", "erasure", "--received", f"2026-11-{number % 20 + 1:02}")
    assert len(calendar(asked("due", "--format", "ics").out)) == 60
    cut = asked("due", "--format", "ics", "--limit", "2")
    assert len(calendar(cut.out)) == 2
    assert cut.err == "Not in the calendar: 58 more (--limit).\n"


@pytest.mark.parametrize("as_of", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_the_calendar_are_days_too(run, access, as_of):
    answer = run("request", "due", "--within", "3650", "--as-of", as_of)
    assert answer.status in (0, 1), answer.err
    assert "1 open request" in answer.out or "0 open requests" in answer.out
