"""Parquet files: used as they are where they can be; a changed, missing or cut-off one is named."""

from __future__ import annotations

import datetime as dt

import duckdb
import pytest

from audit_lib.errors import InputError

FIT = (
    "SELECT CAST(n AS BIGINT) AS nr, TIMESTAMPTZ '2026-03-01 14:05:06+00' AS \"when\", "
    "CAST(n % 7 AS BIGINT) AS who, "
    "'yardi' AS \"to\", 'name' AS what FROM range(1000) AS t(n)"
)
MOMENT = 1_772_373_906_000_000


def write(folder, name: str, sql: str, options: str = "") -> None:
    target = folder.write(name, b"")
    duckdb.connect().execute("SET TimeZone='UTC'").execute(
        f"COPY ({sql}) TO '{target}' (FORMAT parquet {options})"
    )


def table(folder, **fields):
    return folder.table(format="parquet", **fields)


def test_a_file_with_the_right_types_is_used_as_it_is(folder) -> None:
    write(folder, "a.parquet", FIT)
    found = table(folder)
    assert found.files == (folder.root / "logs" / "a.parquet",)
    assert (found.rows, found.copied, found.repeated) == (1000, False, None)
    assert {column.value: name for column, name in found.columns.items()} == {
        "id": "nr", "at": "when", "person": "who", "recipient": "to", "data": "what"
    }  # fmt: skip
    assert not found.person_is_text


@pytest.mark.parametrize(
    ("at", "zone"),
    [
        ("TIMESTAMP '2026-03-01 14:05:06'", "UTC"),
        (f"CAST({MOMENT} AS BIGINT)", "Europe/London"),
        ("TIMESTAMPTZ '2026-03-01 14:05:06+00'", "Europe/London"),
    ],
)
def test_a_moment_that_needs_no_zone_is_used_as_it_is(folder, at, zone) -> None:
    write(folder, "a.parquet", FIT.replace("TIMESTAMPTZ '2026-03-01 14:05:06+00'", at))
    assert not table(folder, zone=zone).copied


@pytest.mark.parametrize(
    ("at", "zone", "moment"),
    [
        ("TIMESTAMP '2026-03-01 14:05:06'", "Europe/Paris", MOMENT - 3_600_000_000),
        ("DATE '2026-03-01'", "UTC", MOMENT - 7_506_000_000),
        ("'2026-03-01T14:05:06Z'", "UTC", MOMENT),
        (f"CAST({MOMENT // 1000} AS BIGINT)", "UTC", MOMENT),
        ("CAST(1772373906 AS INTEGER)", "UTC", MOMENT),
        ("CAST(1772373906.0 AS DOUBLE)", "UTC", MOMENT),
        ("TIMESTAMP_NS '2026-03-01 14:05:06'", "UTC", MOMENT),
    ],
)
def test_any_other_moment_is_converted(folder, rows_of, at, zone, moment) -> None:
    write(folder, "a.parquet", FIT.replace("TIMESTAMPTZ '2026-03-01 14:05:06+00'", at))
    found = table(folder, zone=zone)
    assert found.copied
    assert set(rows_of(found, "at")) == {(moment,)}
    assert (found.rows, found.repeated, found.refused.count) == (1000, 0, 0)


@pytest.mark.parametrize(
    "change",
    [
        {"separators": {"data": ";"}},
        {"columns": {"at": "when", "person": "who", "recipient": "to", "data": "what"}},
    ],
)
def test_what_has_to_be_parted_or_numbered_is_converted(folder, change) -> None:
    write(folder, "a.parquet", FIT)
    assert table(folder, **change).copied


def test_rows_without_a_moment_are_kept_and_counted_by_number(folder, rows_of) -> None:
    write(folder, "a.parquet", FIT.replace("TIMESTAMPTZ '2026-03-01 14:05:06+00'",
          "CASE WHEN n = 4 THEN NULL ELSE TIMESTAMP '2026-03-01 14:05:06' END"))  # fmt: skip
    found = table(folder)
    assert found.rows == 999
    assert found.refused.reasons == (("logs/a.parquet", 5, "the column when is empty"),)
    assert (
        found.refused.file.read_text().splitlines()[1]
        == 'logs/a.parquet,5,the column when is empty,"4,,4,yardi,name"'
    )


def test_whole_persons_stay_numbers_and_halves_do_not_appear(folder, rows_of) -> None:
    write(folder, "a.parquet", FIT.replace("AS BIGINT) AS who", "AS INTEGER) AS who"))
    found = table(folder)
    assert found.types["person"] == "BIGINT"
    write(folder, "a.parquet", FIT.replace("CAST(n % 7 AS BIGINT) AS who", "CAST(n % 7 AS DOUBLE) AS who"))
    found = table(folder)
    assert set(rows_of(found, "person")) == {(str(n),) for n in range(7)}


@pytest.mark.parametrize("person", ["' p1'", "'p1 '", "''", "'p1' || chr(160)", "chr(9) || 'p1'"])
def test_a_person_with_blanks_around_is_the_same_person(folder, rows_of, person) -> None:
    who = "CAST(n % 7 AS BIGINT) AS who"
    write(folder, "a.parquet", FIT.replace(who, f"CASE WHEN n = 9 THEN {person} ELSE 'p1' END AS who"))
    assert set(rows_of(table(folder), "person")) <= {("p1",), (None,)}
    write(folder, "a.parquet", FIT.replace(who, "'Zoë ' || n AS who"))
    assert not table(folder).copied


def test_one_table_with_text_persons_makes_all_compare_as_text(folder, make) -> None:
    write(folder, "a.parquet", FIT)
    folder.write("b.csv", "nr,when,who,to,what\n")
    log = make(format="parquet", files=("logs/*.parquet",))
    assert not folder.take(log).persons_are_text
    assert folder.take(log, make(id="more", files=("logs/*.csv",))).persons_are_text


def test_every_fault_of_every_file_is_named_at_once_and_nothing_is_done(folder) -> None:
    write(folder, "a.parquet", FIT)
    write(folder, "b.parquet", FIT.replace("AS what", "AS whatt"))
    write(folder, "c.parquet", FIT.replace("'name'", "7"))
    whole = (folder.root / "logs" / "a.parquet").read_bytes()
    folder.write("d.parquet", whole[: len(whole) // 2])
    folder.write("e.parquet", "not a Parquet file at all")
    with pytest.raises(InputError) as error:
        table(folder)
    assert [str(fault.place) for fault in error.value.faults] == [
        "logs/b.parquet", "logs/c.parquet", "logs/d.parquet", "logs/e.parquet"
    ]  # fmt: skip
    said = [fault.message for fault in error.value.faults]
    assert said[0].startswith('The column "what" (data) is not here. Did you mean "whatt"?')
    assert said[1] == (
        'The column "what" (data) is of the type INTEGER; in logs/a.parquet it is VARCHAR. '
        "Give both the same type."
    )
    assert said[2] == said[3]
    assert "cut off" in said[2]
    assert list(folder.work.iterdir()) == []


def test_a_type_that_cannot_be_read_is_named(folder) -> None:
    write(folder, "a.parquet", FIT.replace("'name'", "[1, 2]"))
    with pytest.raises(InputError, match=r'The column "what" \(data\) is of the type INTEGER\[\]'):
        table(folder)


def test_a_file_that_is_damaged_within_is_named_with_the_column(folder) -> None:
    sql = FIT.replace("'yardi'", "md5(CAST(n AS VARCHAR))").replace("range(1000)", "range(50000)")
    write(folder, "a.parquet", sql.replace("TIMESTAMPTZ '2026-03-01 14:05:06+00'", "DATE '2026-03-01'"))
    path = folder.root / "logs" / "a.parquet"
    start, size = duckdb.execute(
        f"SELECT data_page_offset, total_compressed_size FROM parquet_metadata('{path}') "
        "WHERE path_in_schema = 'to'"
    ).fetchone()
    content = bytearray(path.read_bytes())
    content[start : start + size] = b"\xff" * size
    path.write_bytes(content)
    with pytest.raises(InputError) as error:
        table(folder)
    assert str(error.value).startswith('logs/a.parquet The column "to" (recipient) cannot be read to its end')
    assert list(folder.work.iterdir()) == []


def test_a_file_named_like_a_pattern_is_a_fault(folder) -> None:
    folder.write("a[1].parquet", b"")
    with pytest.raises(InputError, match=r"cannot be read as Parquet: rename the file or its folder"):
        table(folder)


def test_many_files_make_one_table(folder) -> None:
    for place in range(30):
        write(
            folder,
            f"{place}.parquet",
            FIT.replace("CAST(n AS BIGINT)", f"CAST(n + 1000 * {place} AS BIGINT)"),
        )
    found = table(folder)
    assert (len(found.files), found.rows) == (30, 30_000)
    converted = table(folder, separators={"data": ";"})
    assert (len(converted.files), converted.rows, converted.repeated) == (30, 30_000, 0)


def test_a_column_named_with_quotes_is_read(folder, rows_of) -> None:
    write(folder, "a.parquet", FIT.replace("AS what", 'AS "w""h\'at"'))
    columns = {"at": "when", "recipient": "to", "data": "w\"h'at"}
    assert set(rows_of(table(folder, columns=columns), "data")) == {("name",)}


def test_the_moment_is_the_same_whichever_way_it_came(folder, rows_of) -> None:
    write(folder, "a.parquet", FIT)
    as_it_is = rows_of(
        table(folder, columns={"id": "nr", "at": "when", "recipient": "to", "data": "what"}), "id"
    )
    assert len(as_it_is) == 1000
    converted = rows_of(table(folder, separators={"data": ";"}), "at")
    assert dt.datetime.fromtimestamp(converted[0][0] / 1e6, dt.UTC) == dt.datetime(
        2026, 3, 1, 14, 5, 6, tzinfo=dt.UTC
    )
