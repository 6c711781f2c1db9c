"""A calendar file that every program can read, whatever stands in it."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from audit_lib.exports.icalendar import Day, calendar_file

AT = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)
DAY = dt.date(2026, 12, 22)


@given(st.text(max_size=200), st.text(max_size=400))
def test_no_text_breaks_out_of_its_line_and_no_line_is_too_long(title, text):
    made = calendar_file(title, [Day("R-1", DAY, title, text, AT, ahead=7)])
    rows = made.split("\r\n")
    assert max(len(row.encode()) for row in rows) <= 75
    assert "\n" not in "".join(rows)
    whole = made.replace("\r\n ", "").split("\r\n")
    assert len(whole) == 21 + 1
    assert whole.count("BEGIN:VEVENT") == whole.count("END:VEVENT") == 1


@given(st.text(alphabet=st.characters(exclude_categories=("C", "Z")) | st.just("\n"), max_size=300))
def test_folding_and_escaping_lose_nothing(text):
    made = calendar_file("x", [Day("R-1", DAY, "t", text, AT)]).replace("\r\n ", "")
    [row] = [each for each in made.split("\r\n") if each.startswith("DESCRIPTION:")]
    found = row.removeprefix("DESCRIPTION:")
    for wrote, meant in (("\\\\", "\0"), ("\\;", ";"), ("\\,", ","), ("\\n", "\n"), ("\0", "\\")):
        found = found.replace(wrote, meant)
    assert found == text


def test_a_moment_is_written_in_utc():
    late = AT.astimezone(dt.timezone(dt.timedelta(hours=2)))
    assert "DTSTAMP:20261122T090000Z" in calendar_file("x", [Day("R-1", DAY, "t", "", late)])
