"""Versions of the tables, and the way from one to the next."""

import hashlib
import sqlite3

import pytest

from audit_lib.errors import InputError
from audit_lib.files.register import create, open_register, schema
from audit_lib.files.register.schema import STEPS, migrate, objects, version_of

from .conftest import DAY, MOMENT, altered, drafted


@pytest.fixture
def old(home, monkeypatch):
    """A register of version 1, with entries, as the first program made it."""
    with monkeypatch.context() as patched:
        patched.setattr(create, "migrate", lambda connection: migrate(connection, STEPS[:1]))
        create.create_register(home, home.with_name("register.db.key"), None)
        patched.setattr("audit_lib.files.register.store.migrate", lambda _: None)
        with open_register(home) as register:
            register.add_many("request", MOMENT, [(DAY, drafted(body={"row": row})) for row in range(3)])
            register.change("R-2026-0002", "closed", MOMENT, altered(closed=DAY))
            assert version_of(register._connection) == 1
            kept = register.entries("request"), register.head()
    return kept


def test_an_older_register_is_brought_up_to_date_with_all_that_is_in_it(home, old):
    with open_register(home) as register:
        assert version_of(register._connection) == len(STEPS)
        assert "table contacts" in objects(register._connection)
        assert (register.entries("request"), register.head()) == old
        assert register.verify(old[1]).sound
        assert register.add("request", DAY, MOMENT, drafted()).id == "R-2026-0004"


def test_a_reader_does_not_bring_it_up_to_date_and_says_what_does(home, old):
    before = home.read_bytes()
    with pytest.raises(InputError, match="of version 1; this program reads 2"):
        open_register(home, read_only=True)
    assert home.read_bytes() == before


def test_a_register_of_a_newer_program_is_refused_and_left_as_it_was(home, register):
    register._connection.execute("PRAGMA user_version = 99")
    register.close()
    before = home.read_bytes()
    for read_only in (False, True):
        with pytest.raises(InputError, match="version 99; this program knows up to 2"):
            open_register(home, read_only=read_only)
    assert home.read_bytes() == before


def test_a_step_that_fails_is_undone_as_a_whole(tmp_path):
    connection = sqlite3.connect(tmp_path / "r.db", isolation_level=None)
    steps = (("CREATE TABLE one (a)",), ("CREATE TABLE two (a)", "CREATE TABLE one (a)"))
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        migrate(connection, steps)
    assert version_of(connection) == 1
    assert set(objects(connection)) == {"table one"}
    migrate(connection, (steps[0], ("CREATE TABLE two (a)",)))
    assert version_of(connection) == 2
    connection.close()


def test_a_step_that_somebody_else_has_done_meanwhile_is_not_done_twice(tmp_path, monkeypatch):
    first, second = (sqlite3.connect(tmp_path / "r.db", isolation_level=None) for _ in range(2))
    steps = (("CREATE TABLE one (a)",), ("CREATE TABLE two (a)",))
    asked = []

    def before_the_lock(connection):
        if not asked:
            asked.append(version_of(connection))
            migrate(second, steps)
            return asked[0]
        return version_of(connection)

    with monkeypatch.context() as patched:
        patched.setattr(schema, "version_of", lambda c: before_the_lock(c) if c is first else version_of(c))
        migrate(first, steps)
    assert asked == [0]
    assert version_of(first) == 2
    first.close()
    second.close()


def test_a_step_that_has_been_given_out_is_never_changed():
    """Whoever means to change one writes a new step: a register that has taken the old one keeps it."""
    sums = [hashlib.sha256("\n".join(step).encode()).hexdigest()[:16] for step in STEPS]
    assert sums == ["eda0c12eeaa53fe4", "0eb16a4363f54e74"]
