"""What is opened, and what is refused and left as it was."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from audit_lib.errors import InputError, OutputError
from audit_lib.files.register import open_register
from audit_lib.files.register.key_file import make_key_file

from .conftest import DAY, MOMENT, altered, drafted

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no permission bits")
not_root = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere"
)


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE entries (id)")
    connection.close()


def cut_short(path: Path) -> None:
    with open_register(path, create=True) as register:
        register.add_many("request", MOMENT, [(DAY, drafted(body={"a": "x" * 500}))] * 200)
    path.write_bytes(path.read_bytes()[:30_000])


NO_REGISTERS = {
    "text": lambda path: path.write_text("id,opened\nR-2026-0001,2026-11-22\n" * 100, encoding="utf-8"),
    "short text": lambda path: path.write_text("x", encoding="utf-8"),
    "random bytes": lambda path: path.write_bytes(bytes(range(256)) * 64),
    "half a header": lambda path: path.write_bytes(b"SQLite format 3\x00" + bytes(20)),
    "another database": other_database,
    "empty": lambda path: path.touch(),
    "cut short": cut_short,
}


@pytest.mark.parametrize("kind", NO_REGISTERS)
@pytest.mark.parametrize("how", [{}, {"read_only": True}, {"create": True}], ids=str)
def test_what_is_no_register_is_refused_and_left_as_it_was(home, kind, how):
    NO_REGISTERS[kind](home)
    make_key_file(home.with_name("register.db.key"))
    before = {file.name: file.read_bytes() for file in home.parent.iterdir()}
    with pytest.raises(InputError) as caught:
        open_register(home, **how)
    assert str(caught.value).startswith(f"{home} ")
    assert caught.value.__traceback__ is not None
    assert {file.name: file.read_bytes() for file in home.parent.iterdir()} == before


def test_a_folder_is_refused(home):
    home.mkdir()
    with pytest.raises(InputError, match="This is a folder"):
        open_register(home, create=True)


@posix
def test_a_pipe_is_refused_and_does_not_block(home):
    os.mkfifo(home)
    with pytest.raises(InputError, match="a pipe, a socket or a device"):
        open_register(home)


@pytest.mark.parametrize("how", [{}, {"read_only": True}, {"read_only": True, "create": True}], ids=str)
def test_a_register_that_is_not_there_is_made_only_on_demand(home, how):
    with pytest.raises(InputError, match="There is no such register"):
        open_register(home, **how)
    assert list(home.parent.iterdir()) == []


def test_no_register_is_made_in_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(OutputError, match="no such folder"):
        open_register(tmp_path / "no" / "register.db", create=True)
    assert list(tmp_path.iterdir()) == []


def test_a_link_to_nothing_is_not_written_through(home, tmp_path):
    home.symlink_to(tmp_path / "elsewhere.db")
    with pytest.raises(InputError, match="There is no such register"):
        open_register(home, create=True)
    assert not (tmp_path / "elsewhere.db").exists()


def test_a_journal_of_another_database_is_not_played_into_a_new_register(home):
    home.with_name("register.db-journal").write_bytes(b"left behind")
    with pytest.raises(OutputError, match="from another database of this name"):
        open_register(home, create=True)
    assert not home.exists()


@pytest.mark.parametrize(
    "name", ["a b.db", "50%.db", "what?.db", "a#b.db", "é.db", "a'b.db", "file:x.db", "-x.db"]
)
def test_any_file_name_will_do(tmp_path, name):
    with open_register(tmp_path / name, create=True) as register:
        register.add("request", DAY, MOMENT, drafted())
    with open_register(tmp_path / name, read_only=True) as reader:
        assert len(reader.entries("request")) == 1
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([name, f"{name}.key"])


def test_a_register_is_found_by_its_relative_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    open_register("register.db", create=True).close()
    with open_register(Path("register.db")) as register:
        assert register.verify().sound


def test_a_reader_cannot_write(home, register):
    stored = register.add("request", DAY, MOMENT, drafted())
    with open_register(home, read_only=True) as reader:
        for write in (
            lambda: reader.add("request", DAY, MOMENT, drafted()),
            lambda: reader.add_many("request", MOMENT, [(DAY, drafted())]),
            lambda: reader.change(stored.id, "closed", MOMENT, altered(closed=DAY)),
        ):
            with pytest.raises(OutputError, match="for reading alone"):
                write()
        with pytest.raises(sqlite3.OperationalError):
            reader._connection.execute("UPDATE entries SET due = NULL")


def test_a_reader_leaves_no_file_behind_and_changes_none(home, register):
    register.add("request", DAY, MOMENT, drafted())
    register.close()
    before = {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in home.parent.iterdir()}
    with open_register(home, read_only=True) as reader:
        assert reader.verify().sound
        assert len(list(home.parent.iterdir())) == 2
    assert {
        file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in home.parent.iterdir()
    } == before


@posix
def test_a_reader_works_in_a_folder_that_cannot_be_written_to(home, register):
    register.add("request", DAY, MOMENT, drafted())
    register.close()
    home.chmod(0o400)
    home.parent.chmod(0o500)
    try:
        with open_register(home, read_only=True) as reader:
            assert reader.verify().sound
    finally:
        home.parent.chmod(0o700)


@posix
@not_root
def test_a_writer_who_may_not_write_is_told_so(home, register):
    register.close()
    home.chmod(0o400)
    with pytest.raises(OutputError, match="may not be written to"):
        open_register(home).add("request", DAY, MOMENT, drafted())


def test_a_reader_sees_what_others_have_written_meanwhile(home, register):
    with open_register(home, read_only=True) as reader:
        register.add("request", DAY, MOMENT, drafted())
        assert len(reader.entries("request")) == 1


def test_opening_it_a_second_time_does_not_take_the_lock_from_a_write_in_this_process(home, register):
    def meanwhile(_):
        open_register(home, read_only=True).close()
        with (
            open_register(home, wait=0.05) as other,
            pytest.raises(OutputError, match="somebody else holds the register"),
        ):
            other.add("request", DAY, MOMENT, drafted())
        return drafted()("")

    register.add("request", DAY, MOMENT, meanwhile)
    assert register.verify().sound


@posix
def test_the_file_stays_private_when_it_grows(home, register):
    register.add_many("request", MOMENT, [(DAY, drafted())] * 1_000)
    assert stat.S_IMODE(home.stat().st_mode) == 0o600


@pytest.mark.parametrize("version", [0, -5])
@pytest.mark.parametrize("read_only", [True, False])
def test_a_register_of_a_version_that_never_was_is_damaged(home, register, version, read_only):
    register.close()
    with sqlite3.connect(home) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    before = home.read_bytes()
    with pytest.raises(InputError, match=f"it says that it is of version {version}, and the first is 1"):
        open_register(home, read_only=read_only)
    assert home.read_bytes() == before


def test_names_that_are_too_long_are_told(home, register):
    with pytest.raises(InputError, match="file name too long"):
        open_register(home.with_name("r" * 300))
    with pytest.raises(InputError, match="is not here"):
        open_register(home, key_file=home.with_name("k" * 300))
    with pytest.raises(OutputError, match="no such folder"):
        open_register(home.parent / ("f" * 300) / "r.db", create=True)
