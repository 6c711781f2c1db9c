"""What A says that it sent is matched one to one with what B says that it received."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit_lib.evidence.intake import Refused, Table
from audit_lib.evidence.two_sided import TwoSided, compare_ends
from audit_lib.evidence.two_sided_matching import Entry, match
from audit_lib.graph.example import example_map
from audit_lib.model.evidence_source import Column, Source
from audit_lib.model.two_sided import Ends

Row = tuple[str, str, str]
HOUR = dt.timedelta(hours=1)

#: Entries that open and close the time which both logs cover, matched with each other.
OPEN, CLOSE = ("2026-03-01 00:00", "edge", "arrears"), ("2026-04-30 00:00", "edge", "arrears")


def log(
    folder: Path, name: str, kind: str, rows: Sequence[Row], references: Sequence[str] = (), **source: object
) -> Table:
    """Write a log of moments, people and data from the agent to the court as a Parquet file."""
    columns = {
        "id": pa.array(range(1, len(rows) + 1), pa.int64()),
        "at": pa.array([dt.datetime.fromisoformat(at) for at, _, _ in rows], pa.timestamp("us")),
        "person": pa.array([person or None for _, person, _ in rows], pa.string()),
        "data": pa.array([data for _, _, data in rows], pa.string()),
    }
    if references:
        columns["reference"] = pa.array(list(references), pa.string())
    file = folder / f"{name}.parquet"
    pq.write_table(pa.table(columns), file)
    ends = {"sender": "agent", "recipient": "court"}
    described = Source.model_validate(
        {"id": name, "kind": kind, "name": name, "format": "parquet", "constants": ends, **source}
    )
    return Table(described, (file,), {Column(column): column for column in columns}, len(rows), Refused())


def compared(folder: Path, sent: Sequence[Row], received: Sequence[Row], hours: int = 24) -> dict[str, Ends]:
    """Compare two logs that both begin with OPEN and end with CLOSE; return the figures by data."""
    tables = [
        log(folder, "sent", "disclosures", [OPEN, *sent, CLOSE]),
        log(folder, "received", "receipts", [OPEN, *received, CLOSE]),
    ]
    found = compare_ends(example_map(), tables, folder, tolerance=hours * HOUR)
    return {ends.data: ends for ends in found.ends}


def test_an_entry_of_each_end_about_the_same_person_and_data_match_within_the_tolerance(tmp_path):
    ends = compared(tmp_path, [("2026-03-09 12:00", "p", "name")], [("2026-03-10 12:00", "p", "name")])
    assert (ends["name"].sent, ends["name"].received, ends["name"].matched) == (1, 1, 1)


def test_entries_further_apart_than_the_tolerance_do_not_match(tmp_path):
    ends = compared(tmp_path, [("2026-03-09 12:00", "p", "name")], [("2026-03-10 12:01", "p", "name")])
    assert (ends["name"].sent_only, ends["name"].received_only) == (1, 1)


def test_a_receipt_may_be_logged_before_the_sending(tmp_path):
    ends = compared(tmp_path, [("2026-03-10 12:00", "p", "name")], [("2026-03-10 09:00", "p", "name")])
    assert ends["name"].matched == 1


def test_entries_about_different_people_do_not_match(tmp_path):
    ends = compared(tmp_path, [("2026-03-09 12:00", "p", "name")], [("2026-03-09 12:00", "q", "name")])
    assert ends["name"].matched == 0


def test_one_receipt_matches_one_sending_only(tmp_path):
    sent = [("2026-03-09 12:00", "p", "name"), ("2026-03-09 13:00", "p", "name")]
    ends = compared(tmp_path, sent, [("2026-03-09 12:30", "p", "name")])
    assert (ends["name"].sent, ends["name"].matched, ends["name"].examples_sent) == (2, 1, ("sent:3",))


def test_data_that_one_end_never_logs_is_told_as_sent_and_not_received(tmp_path):
    ends = compared(tmp_path, [("2026-03-09 12:00", "p", "passport-copy")], [])
    assert ends["passport-copy"].sent_only == 1
    assert ends["passport-copy"].people_sent == 1


def test_entries_count_in_the_local_month_in_which_they_were_made(tmp_path):
    ends = compared(tmp_path, [("2026-03-31 23:30", "p", "name")], [])
    assert [(month.month, month.sent) for month in ends["name"].months] == [("2026-04", 1)]


def test_what_lies_before_one_of_the_logs_begins_is_not_compared(tmp_path):
    tables = [
        log(tmp_path, "sent", "disclosures", [("2026-01-05 12:00", "p", "name"), OPEN, CLOSE]),
        log(tmp_path, "received", "receipts", [OPEN, CLOSE]),
    ]
    assert [ends.data for ends in compare_ends(example_map(), tables, tmp_path).ends if ends.sent_only] == []


def test_a_sending_shortly_before_the_other_log_stops_may_still_be_on_its_way(tmp_path):
    tables = [
        log(tmp_path, "sent", "disclosures", [OPEN, ("2026-04-29 12:00", "p", "name"),
                                              CLOSE, ("2026-06-01 00:00", "q", "name")]),
        log(tmp_path, "received", "receipts", [OPEN, CLOSE]),
    ]  # fmt: skip
    assert sum(ends.sent_only for ends in compare_ends(example_map(), tables, tmp_path).ends) == 0


def test_parties_that_only_one_end_logs_are_not_compared(tmp_path):
    tables = [
        log(tmp_path, "sent", "disclosures", [OPEN, CLOSE]),
        log(tmp_path, "received", "receipts", [OPEN, CLOSE],
            constants={"sender": "agent", "recipient": "insurer"}),
    ]  # fmt: skip
    assert compare_ends(example_map(), tables, tmp_path) == TwoSided((), ())


def test_references_match_whenever_the_entries_were_made_and_whomever_they_name(tmp_path):
    sent = log(
        tmp_path, "sent", "disclosures",
        [("2026-03-01 00:00", "p", "name"), ("2026-03-02 00:00", "p", "name")], ["r1", "r2"],
    )  # fmt: skip
    received = log(
        tmp_path, "received", "receipts",
        [("2026-02-20 00:00", "q", "name"), ("2026-03-20 00:00", "q", "name")], ["r9", "r1"],
    )  # fmt: skip
    (ends,) = compare_ends(example_map(), [sent, received], tmp_path).ends
    assert (ends.matched, ends.examples_sent) == (1, ("sent:2",))


def test_people_do_not_count_where_one_end_records_none(tmp_path):
    sent = log(tmp_path, "sent", "disclosures", [("2026-03-09 12:00", "p", "name")])
    received = log(tmp_path, "received", "receipts", [("2026-03-09 12:00", "", "name")])
    (ends,) = compare_ends(example_map(), [sent, received], tmp_path).ends
    assert ends.matched == 1


def test_words_of_each_log_are_put_into_ids_of_the_map(tmp_path):
    values = {"data": {"ID name": "name"}}
    tables = [
        log(tmp_path, "sent", "disclosures", [("2026-03-09 12:00", "p", "ID name")], values=values),
        log(tmp_path, "received", "receipts", [("2026-03-09 12:00", "p", "Name")]),
    ]
    (ends,) = compare_ends(example_map(), tables, tmp_path).ends
    assert (ends.data, ends.matched) == ("name", 1)


def test_rows_that_mean_nothing_in_the_map_are_counted_as_skipped(tmp_path):
    tables = [
        log(tmp_path, "sent", "disclosures", [("2026-03-09 12:00", "p", "shoe size"), OPEN]),
        log(tmp_path, "received", "receipts", [OPEN]),
    ]
    (skipped,) = compare_ends(example_map(), tables, tmp_path).skipped
    assert skipped.what == "1 row of sent in the comparison of both ends"


def test_several_logs_of_one_end_count_as_one(tmp_path):
    tables = [
        log(tmp_path, "letters", "disclosures", [OPEN, ("2026-03-09 12:00", "p", "name")]),
        log(tmp_path, "mails", "disclosures", [("2026-03-10 12:00", "q", "name"), CLOSE]),
        log(tmp_path, "received", "receipts",
            [OPEN, ("2026-03-09 12:00", "p", "name"), ("2026-03-10 12:00", "q", "name"), CLOSE]),
    ]  # fmt: skip
    found = compare_ends(example_map(), tables, tmp_path).ends
    assert [(ends.disclosures, ends.sent_only, ends.received_only) for ends in found] == [
        ("letters + mails", 0, 0),
        ("letters + mails", 0, 0),
    ]


@pytest.mark.parametrize("physical", [pa.int64(), pa.timestamp("us", tz="UTC")])
def test_moments_may_be_microseconds_or_carry_a_zone(tmp_path, physical):
    table = log(tmp_path, "sent", "disclosures", [("2026-03-09 12:00", "p", "name")])
    file = table.files[0]
    content = pq.read_table(file)
    moved = content.column("at").cast(pa.int64()).cast(physical)
    pq.write_table(content.set_column(1, "at", moved), file)
    received = log(tmp_path, "received", "receipts", [("2026-03-09 12:00", "p", "name")])
    (ends,) = compare_ends(example_map(), [table, received], tmp_path).ends
    assert ends.matched == 1


def test_no_temporary_file_is_left(tmp_path):
    compared(tmp_path, [("2026-03-09 12:00", "p", "name")], [])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["received.parquet", "sent.parquet"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=11), st.integers(0, 12))
def test_no_other_way_of_matching_matches_more(entries: list[tuple[int, bool]], tolerance: int) -> None:
    ordered = [Entry(us, sent, "", str(place)) for place, (us, sent) in enumerate(sorted(entries))]
    pairs = list(match(ordered, tolerance))
    both = [pair for pair in pairs if pair.sent and pair.received]
    sent = [entry.us for entry in ordered if entry.sent]
    received = [entry.us for entry in ordered if not entry.sent]
    assert len(both) == _most(tuple(sent), tuple(received), tolerance)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=40), st.integers(0, 12))
def test_every_entry_comes_out_once_and_no_pair_is_too_far_apart(
    entries: list[tuple[int, bool]], tolerance: int
) -> None:
    ordered = [Entry(us, sent, "", str(place)) for place, (us, sent) in enumerate(sorted(entries))]
    pairs = list(match(ordered, tolerance))
    out = [entry for pair in pairs for entry in pair if entry]
    assert sorted(out) == sorted(ordered)
    assert all(abs(a.us - b.us) <= tolerance for a, b in pairs if a and b)


_ROWS = st.lists(
    st.tuples(st.integers(0, 40), st.sampled_from("pq"), st.sampled_from(["name", "arrears"])), max_size=6
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_ROWS, _ROWS, st.integers(0, 12))
def test_logs_match_as_many_entries_as_trying_every_way_does(
    sent: list[tuple[int, str, str]], received: list[tuple[int, str, str]], hours: int
) -> None:
    def rows(those: list[tuple[int, str, str]]) -> list[Row]:
        noon = dt.datetime(2026, 3, 9, 12)
        return [((noon + hour * HOUR).isoformat(), person, data) for hour, person, data in sorted(those)]

    with tempfile.TemporaryDirectory() as folder:
        ends = compared(Path(folder), rows(sent), rows(received), hours)
    best = sum(
        _most(*(tuple(sorted(h for h, *rest in side if rest == [p, d])) for side in (sent, received)), hours)
        for p in "pq"
        for d in ("name", "arrears")
    )
    assert sum(each.matched for each in ends.values()) == best + 2
    assert sum(each.sent for each in ends.values()) == len(sent) + 2


@cache
def _most(sent: tuple[int, ...], received: tuple[int, ...], tolerance: int) -> int:
    """Try every way: leave the first sending out, or match it with each receipt that is near enough."""
    if not sent:
        return 0
    best = _most(sent[1:], received, tolerance)
    for place, us in enumerate(received):
        if abs(us - sent[0]) <= tolerance:
            rest = (*received[:place], *received[place + 1 :])
            best = max(best, 1 + _most(sent[1:], rest, tolerance))
    return best


def test_it_says_when_one_end_alone_has_its_first_and_its_last_entry(tmp_path):
    sent = [(f"2026-03-0{day} 12:00", "p", "name") for day in (3, 5, 9)]
    ends = compared(tmp_path, sent, [])["name"]
    assert (ends.first_sent_only.day, ends.last_sent_only.day) == (3, 9)
    assert ends.first_received_only is ends.last_received_only is None


def test_it_counts_the_people_of_all_entries_that_are_compared(tmp_path):
    sent = [(f"2026-03-09 1{hour}:00", person, "name") for hour, person in enumerate("ppq")]
    ends = compared(tmp_path, sent, sent[:1])["name"]
    assert (ends.everyone_sent, ends.everyone_received) == (2, 1)


def test_people_of_an_end_that_records_none_are_not_known(tmp_path):
    tables = [
        log(tmp_path, "sent", "disclosures", [("2026-03-09 12:00", "p", "name")]),
        log(tmp_path, "received", "receipts", [("2026-03-09 12:00", "", "name")]),
    ]
    (ends,) = compare_ends(example_map(), tables, tmp_path).ends
    assert (ends.everyone_sent, ends.everyone_received) == (1, None)
