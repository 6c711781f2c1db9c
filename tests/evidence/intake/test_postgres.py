"""A table in PostgreSQL, read from a real server that these tests start on a socket of their own."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from audit_lib.errors import InputError

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")

COLUMNS = {"id": "nr", "at": "sent at", "person": "who", "recipient": "to", "data": "what"}
SOURCE = {
    "format": "postgres",
    "files": (),
    "columns": COLUMNS,
    "table": "Letting.sent",
    "connection": "LETTING_DATABASE",
    "zone": "Europe/London",
}


def _programs() -> Path | None:
    """Return where Debian keeps the programs of the newest server, or where the path finds them."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@pytest.fixture(scope="session")
def server():
    """Start a server that only listens on a socket in a folder of its own; give its connection string."""
    programs = _programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
    owner = None
    if os.geteuid() == 0:
        try:
            owner = pwd.getpwnam("postgres")
        except KeyError:
            pytest.skip("PostgreSQL does not run as root, and there is no user postgres")
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    as_owner = {} if owner is None else {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    if owner is not None:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    made = [
        programs / "initdb",
        "-D",
        folder / "data",
        "-U",
        "auditor",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-sync",
    ]
    subprocess.run([*made, "--locale=C.UTF-8"], check=True, capture_output=True, cwd=folder, **as_owner)
    log = (folder / "log").open("w")
    run = [
        programs / "postgres",
        "-D",
        folder / "data",
        "-k",
        folder,
        "-c",
        "listen_addresses=",
        "-c",
        "fsync=off",
    ]
    process = subprocess.Popen(run, stdout=log, stderr=log, cwd=folder, **as_owner)
    address = f"host={folder} user=auditor dbname=postgres"
    try:
        _wait(address, process, folder / "log")
        yield address
    finally:
        process.terminate()
        process.wait(30)
        log.close()
        shutil.rmtree(folder, ignore_errors=True)


def _wait(address, process, log) -> None:
    for _ in range(300):
        try:
            psycopg.connect(address).close()
        except psycopg.OperationalError:
            assert process.poll() is None, log.read_text()
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"the server did not start: {log.read_text()}")


@pytest.fixture
def database(server, monkeypatch):
    monkeypatch.setenv("LETTING_DATABASE", server)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute('DROP SCHEMA IF EXISTS "Letting" CASCADE')
        connection.execute('CREATE SCHEMA "Letting"')
        connection.execute(
            'CREATE TABLE "Letting".sent (nr bigint, "sent at" timestamptz, who text, "to" text, what text)'
        )
        yield connection


def insert(database, *rows) -> None:
    with database.cursor() as cursor:
        cursor.executemany('INSERT INTO "Letting".sent VALUES (%s, %s, %s, %s, %s)', rows)


def test_the_rows_of_a_table_are_taken_in(folder, database, rows_of) -> None:
    insert(database, (7, "2026-07-01 14:05:06.5+01", " p1 ", 'yardi, "Ltd"\nLeeds', "name"))
    table = folder.table(**SOURCE)
    assert rows_of(table) == [("7", 1_782_911_106_500_000, "p1", 'yardi, "Ltd"\nLeeds', "name")]


@pytest.mark.parametrize("kind", ["timestamp", "date", "text", "bigint"])
def test_moments_of_any_type_are_read_in_the_zone_of_the_source(folder, database, rows_of, kind) -> None:
    value = {"date": "2026-07-01", "bigint": "1782903600"}.get(kind, "2026-07-01 12:00:00")
    database.execute('ALTER TABLE "Letting".sent DROP COLUMN "sent at"')
    database.execute(f'ALTER TABLE "Letting".sent ADD COLUMN "sent at" {kind} DEFAULT \'{value}\'')
    database.execute("INSERT INTO \"Letting\".sent VALUES (1, 'p', 'yardi', 'name')")
    assert rows_of(folder.table(**SOURCE), "at") == [(1_782_903_600_000_000,)]


def test_a_line_break_of_any_kind_in_a_value_does_no_harm(folder, database, rows_of) -> None:
    for nr, text in enumerate(("a\r\nb", "a\rb", "a\nb")):
        insert(database, (nr, "2026-07-01 12:00+00", "p", text, "name"))
    assert rows_of(folder.table(**SOURCE), "id", "recipient") == [
        ("0", "a\r\nb"),
        ("1", "a\rb"),
        ("2", "a\nb"),
    ]


def test_empty_texts_and_nulls_are_none(folder, database, rows_of) -> None:
    insert(database, (1, "2026-07-01 12:00+00", None, "", "  "))
    assert rows_of(folder.table(**SOURCE), "person", "recipient", "data") == [(None, None, None)]


def test_a_row_without_a_moment_is_kept_and_counted(folder, database, rows_of) -> None:
    insert(database, (1, None, "p", "yardi", "name"), (2, "2026-07-01 12:00+00", "p", "yardi", "name"))
    table = folder.table(**SOURCE)
    assert rows_of(table, "id") == [("2",)]
    assert table.refused.count == 1
    assert table.refused.reasons[0].why == "the column sent at is empty"
    assert table.refused.file.read_text().splitlines()[1].endswith('"1,,p,yardi,name"')


def test_rows_without_an_id_are_numbered_alike_each_time(folder, database, rows_of) -> None:
    columns = {column: name for column, name in COLUMNS.items() if column != "id"}
    rows = [(n, f"2026-07-{1 + n:02} 12:00+00", f"p{n}", "yardi", "name") for n in range(20)]
    insert(database, *rows)
    first = rows_of(folder.table(**{**SOURCE, "columns": columns}))
    database.execute('TRUNCATE "Letting".sent')
    insert(database, *reversed(rows))
    assert rows_of(folder.table(**{**SOURCE, "columns": columns})) == first
    assert ("Letting.sent:1", "p0") in rows_of(folder.table(**{**SOURCE, "columns": columns}), "id", "person")


def test_many_rows_are_all_there(folder, database, rows_of) -> None:
    database.execute(
        "INSERT INTO \"Letting\".sent SELECT n, timestamptz '2026-01-01 00:00+00' + n * interval '1 minute', "
        "'p' || n % 100, 'line' || chr(10) || n || ' \"x\"', 'name' FROM generate_series(1, 200000) AS n"
    )
    table = folder.table(**SOURCE)
    assert (table.rows, table.repeated, table.refused.count) == (200_000, 0, 0)
    assert ('line\n200000 "x"',) in rows_of(table, "recipient")


def test_a_column_that_is_not_there_is_named_with_the_nearest(folder, database) -> None:
    with pytest.raises(InputError) as error:
        folder.table(**{**SOURCE, "columns": {**COLUMNS, "at": "sent_at"}})
    assert 'The column "sent_at" (at) is not here. Did you mean "sent at"?' in str(error.value)


def test_a_table_that_is_not_there_is_named(folder, database) -> None:
    with pytest.raises(InputError, match=r"log, table Letting.gone There is no such table\."):
        folder.table(**{**SOURCE, "table": "Letting.gone"})


def test_a_table_name_cannot_smuggle_a_statement_in(folder, database) -> None:
    insert(database, (1, "2026-07-01 12:00+00", "p", "yardi", "name"))
    with pytest.raises(InputError):
        folder.table(**{**SOURCE, "table": 'sent"; DROP TABLE "Letting".sent; --'})
    assert folder.table(**SOURCE).rows == 1


def test_a_table_that_may_not_be_read_is_told(folder, database, monkeypatch, server) -> None:
    database.execute("DROP ROLE IF EXISTS stranger")
    database.execute('CREATE ROLE stranger LOGIN; GRANT USAGE ON SCHEMA "Letting" TO stranger')
    monkeypatch.setenv("LETTING_DATABASE", server.replace("auditor", "stranger"))
    with pytest.raises(InputError, match=r"The user may not read this table\."):
        folder.table(**SOURCE)


def test_the_database_is_only_read(folder, database) -> None:
    database.execute(
        'CREATE FUNCTION "Letting".note() RETURNS bigint LANGUAGE plpgsql AS '
        '$$BEGIN INSERT INTO "Letting".sent (nr) VALUES (9); RETURN 1; END$$'
    )
    database.execute(
        'CREATE VIEW "Letting".tricky AS SELECT "Letting".note() AS nr, "sent at", who, "to", what '
        'FROM "Letting".sent'
    )
    insert(database, (1, "2026-07-01 12:00+00", "p", "yardi", "name"))
    with pytest.raises(InputError, match=r"SQLSTATE 25006"):
        folder.table(**{**SOURCE, "table": "Letting.tricky"})


def test_a_connection_string_is_never_repeated(folder, monkeypatch) -> None:
    monkeypatch.setenv("LETTING_DATABASE", "host=/nowhere user=jane password=hunter2 dbname=x")
    with pytest.raises(InputError) as error:
        folder.table(**SOURCE)
    assert "cannot be reached" in str(error.value)
    assert not any(word in str(error.value) for word in ("hunter2", "jane", "nowhere"))


def test_what_is_no_connection_string_is_not_repeated_either(folder, monkeypatch) -> None:
    monkeypatch.setenv("LETTING_DATABASE", "hunter2")
    with pytest.raises(InputError) as error:
        folder.table(**SOURCE)
    assert "hunter2" not in str(error.value)


def test_a_variable_that_is_not_set_is_named(folder, monkeypatch) -> None:
    monkeypatch.delenv("LETTING_DATABASE", raising=False)
    with pytest.raises(InputError, match="The environment variable LETTING_DATABASE is not set"):
        folder.table(**SOURCE)
