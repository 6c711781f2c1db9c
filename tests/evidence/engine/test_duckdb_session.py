"""DuckDB as the comparison uses it: nothing from outside, and every failure in a sentence."""

from __future__ import annotations

import contextlib
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from audit_lib.errors import InputError, OutputError, ParameterError
from audit_lib.evidence.engine.duckdb_session import DuckSession
from audit_lib.evidence.engine.sessions import keeping_session
from audit_lib.evidence.engine.telling import Telling


@pytest.fixture
def session(tmp_path: Path) -> Iterator[DuckSession]:
    with keeping_session(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("TimeZone", "UTC"),
        ("autoload_known_extensions", False),
        ("autoinstall_known_extensions", False),
        ("lock_configuration", True),
    ],
)
def test_its_settings_are_those_of_the_house(session: DuckSession, setting: str, value: object) -> None:
    assert session.rows(f"select current_setting('{setting}')") == [(value,)]


def test_no_statement_can_change_its_settings(session: DuckSession) -> None:
    with pytest.raises(OutputError) as told:
        session.run("set autoload_known_extensions = true")
    assert "locked" in str(told.value.__cause__)


def test_an_engine_that_breaks_off_is_told_in_a_sentence_without_what_it_said(session: DuckSession) -> None:
    with pytest.raises(OutputError, match="the engine broke off") as told:
        session.rows("select cast(name as int) from (select 'Jo Bloggs' as name)")
    assert "Bloggs" not in str(told.value)


def test_what_is_no_amount_of_memory_is_told(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match="write 1GB"), keeping_session(tmp_path, "much"):
        pass


def test_too_little_memory_is_told_with_what_to_do(tmp_path: Path) -> None:
    with keeping_session(tmp_path, "1MB") as session, pytest.raises(OutputError, match="--memory"):
        session.make("t", "select list(range) from range(3000000)")


@pytest.mark.parametrize("name", ["it's", 'a "b" c', "semi; colon --", "ünï"])
def test_any_name_of_a_file_or_column_is_taken_as_it_is(
    name: str, session: DuckSession, tmp_path: Path
) -> None:
    file = tmp_path / f"{name}.parquet"
    session.copy(
        f"select 1 as {session.dialect.identifier(name)}, {session.dialect.text(name)} as said", file
    )
    assert session.scan("back", [file]) == {name: "INTEGER", "said": "VARCHAR"}
    assert session.rows("select said from back") == [(name,)]


def test_a_file_that_was_cut_off_after_it_was_taken_in_is_named(session: DuckSession, tmp_path: Path) -> None:
    whole, damaged = tmp_path / "a.parquet", tmp_path / "b.parquet"
    for file in (whole, damaged):
        session.copy("select range as n, hash(range) as h from range(50000)", file)
    session.scan("two_files", [whole, damaged])
    content = damaged.read_bytes()
    damaged.write_bytes(content[:4] + b"\xff" * 3000 + content[3004:])
    with pytest.raises(InputError, match=r"^b\.parquet .*damaged or gone") as error:
        session.make("t", "select sum(n), sum(h) from two_files")
    assert len(error.value.faults) == 1


def test_a_statement_that_is_wrong_is_no_fault_of_the_input(session: DuckSession) -> None:
    with pytest.raises(duckdb.Error):
        session.rows("select nothing from nowhere")


def test_only_the_owner_can_read_what_is_copied(session: DuckSession, tmp_path: Path) -> None:
    session.copy("select 1 as n", tmp_path / "rows-1.parquet")
    assert stat.S_IMODE((tmp_path / "rows-1.parquet").stat().st_mode) == 0o600
    assert not list(tmp_path.glob("*.new"))


def test_where_nothing_can_be_written_a_copy_says_so(session: DuckSession, tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        session.copy("select 1 as n", tmp_path / "nowhere" / "rows-1.parquet")


def test_how_far_a_long_statement_is_can_be_asked_while_it_runs(tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    telling = Telling(lambda done, of: told.append((done, of)))
    telling.expect(100, {"big": 100})
    with keeping_session(tmp_path, telling=telling) as session:
        session.make("big", "select range as n from range(1000)")
    assert told[0] == (0, 100)
    assert told[-1] == (100, 100)


def test_while_a_file_is_written_nothing_stands_beside_it_and_nobody_else_can_read_it(tmp_path: Path) -> None:
    seen: set[tuple[str, int]] = set()
    folder = tmp_path / "store"
    folder.mkdir()
    with keeping_session(tmp_path) as session:
        writing = threading.Thread(
            target=session.copy,
            args=("select range as k, hash(range) as h from range(2000000)", folder / "rows-1.parquet"),
        )
        writing.start()
        while writing.is_alive():
            with contextlib.suppress(FileNotFoundError):
                seen |= {(file.name, file.stat().st_mode & 0o777) for file in folder.iterdir()}
    assert ("rows-1.new", 0o600) in seen
    assert seen <= {("rows-1.new", 0o600), ("rows-1.parquet", 0o600)}
