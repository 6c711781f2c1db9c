"""Several processes at once, and processes that are killed: nothing acknowledged is lost or half there."""

import multiprocessing as mp
import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from audit_lib.files.register import open_register

from .conftest import DAY, MOMENT, altered, drafted

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs fork and SIGKILL")

ROUNDS = 40


def started(target: Callable[..., None], *args: object) -> mp.process.BaseProcess:
    process = mp.get_context("fork").Process(target=target, args=args)
    process.start()
    return process


def write(home: Path, count: int) -> None:
    with open_register(home, create=True, wait=60) as register:
        for number in range(count):
            stored = register.add("request", DAY, MOMENT, drafted(body={"by": os.getpid(), "number": number}))
            register.change(stored.id, "closed", MOMENT, altered(closed=DAY))


def test_writers_at_once_lose_nothing_and_corrupt_nothing(home):
    """They also make the register at once: one of them wins, and all write to it."""
    writers = [started(write, home, 15) for _ in range(6)]
    for writer in writers:
        writer.join(timeout=120)
    assert [writer.exitcode for writer in writers] == [0] * 6
    with open_register(home) as register:
        entries = register.entries("request", order="opened")
        assert [entry.id for entry in entries] == [f"R-2026-{number:04}" for number in range(1, 91)]
        for writer in writers:
            own = [entry.body["number"] for entry in entries if entry.body["by"] == writer.pid]
            assert own == list(range(15))
        found = register.verify()
    assert (found.sound, found.events) == (True, 180)
    assert sorted(file.name for file in home.parent.iterdir()) == ["register.db", "register.db.key"]


def add_and_acknowledge(home: Path, pipe: int, kind: str) -> None:
    """Print each id after its entry was acknowledged, until killed."""
    with open_register(home, wait=60) as register:
        while True:
            if kind == "many":
                ids = register.add_many("request", MOMENT, [(DAY, drafted(body={"a": "x" * 200}))] * 40)
            else:
                ids = (register.add("request", DAY, MOMENT, drafted()).id,)
                register.change(ids[0], "closed", MOMENT, altered(closed=DAY))
            os.write(pipe, "".join(f"{entry}\n" for entry in ids).encode())


@pytest.mark.parametrize("kind", ["one", "many"])
def test_a_writer_killed_at_any_moment_loses_nothing_that_was_acknowledged(home, kind):
    open_register(home, create=True).close()
    chance = random.Random(5)
    acknowledged: list[str] = []
    for _ in range(ROUNDS // 2):
        out, into = os.pipe()
        writer = started(add_and_acknowledge, home, into, kind)
        os.close(into)
        first = os.read(out, 1 << 16)  # it has begun
        time.sleep(chance.uniform(0, 0.02))
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        with os.fdopen(out, "rb") as rest:
            acknowledged += (first + rest.read()).decode().split("\n")[:-1]
        with open_register(home) as register:
            assert {entry.id for entry in register.entries("request")} >= set(acknowledged)
            assert register.verify().sound
    assert len(acknowledged) >= ROUNDS // 2
    with open_register(home) as register:
        if kind == "many":
            assert len(register.entries("request")) % 40 == 0
        else:
            open_ones = {entry.id for entry in register.entries("request", open_only=True)}
            assert not open_ones & set(acknowledged)


def killed_at(home: Path, statement: int) -> None:
    """Add an entry and be killed when the database comes to a statement."""
    with open_register(home) as register:
        left = iter(range(statement))

        def count(_: str) -> None:
            if next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)

        register._connection.set_trace_callback(count)
        register.add("request", DAY, MOMENT, drafted())


def test_killed_before_each_statement_of_a_write_it_is_there_whole_or_not_at_all(home):
    with open_register(home, create=True) as register:
        said: list[str] = []
        register._connection.set_trace_callback(said.append)
        register.add("request", DAY, MOMENT, drafted())
        register._connection.set_trace_callback(None)
        before = register.head()
    assert (said[0], said[-1]) == ("BEGIN IMMEDIATE", "COMMIT")
    for statement in range(len(said)):
        writer = started(killed_at, home, statement)
        writer.join()
        assert writer.exitcode == -signal.SIGKILL
        with open_register(home) as register:
            assert register.head() == before
            assert register.verify().sound
    writer = started(killed_at, home, len(said))
    writer.join()
    assert writer.exitcode == 0
    with open_register(home) as register:
        assert [entry.id for entry in register.entries("request")] == ["R-2026-0001", "R-2026-0002"]


def killed_while_the_file_is_written(home: Path) -> None:
    """A cache of few pages makes the database write to the file long before the commit."""
    with open_register(home) as register:
        register._connection.execute("PRAGMA cache_size = 10")

        def makes():
            yield from [(DAY, drafted(body={"a": "x" * 1_000}))] * 500
            os.kill(os.getpid(), signal.SIGKILL)

        register.add_many("request", MOMENT, makes())


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_is_half_written_is_put_right_by_whoever_opens_it_next(home, read_only):
    with open_register(home, create=True) as register:
        register.add("request", DAY, MOMENT, drafted())
        before = register.head()
    whole = home.read_bytes()
    writer = started(killed_while_the_file_is_written, home)
    writer.join()
    assert writer.exitcode == -signal.SIGKILL
    assert home.with_name("register.db-journal").stat().st_size > 0
    assert home.read_bytes() != whole
    with open_register(home, read_only=read_only) as register:
        assert register.verify(before).sound
        assert len(register.entries("request")) == 1
        if read_only:
            with pytest.raises(sqlite3.OperationalError):
                register._connection.execute("UPDATE entries SET due = NULL")
    assert sorted(file.name for file in home.parent.iterdir()) == ["register.db", "register.db.key"]


def read(home: Path, done: Path) -> None:
    while not done.exists():
        with open_register(home, read_only=True, wait=60) as register:
            entries = register.entries("request", order="opened")
            assert [entry.id for entry in entries] == [f"R-2026-{n:04}" for n in range(1, len(entries) + 1)]
            assert register.verify().sound


def test_readers_beside_a_writer_see_whole_writes_only(home, tmp_path):
    open_register(home, create=True).close()
    readers = [started(read, home, tmp_path / "done") for _ in range(2)]
    write(home, 40)
    (tmp_path / "done").touch()
    for reader in readers:
        reader.join(timeout=60)
    assert [reader.exitcode for reader in readers] == [0, 0]
    with open_register(home) as register:
        assert len(register.entries("request")) == 40
