"""How long the register takes: ours, the naive way, and the database alone as the limit.

    python benchmarks/register.py                     1,000 to 100,000 requests (some minutes)
    python benchmarks/register.py --sizes 1000

Each line is measured in a process of its own, so that its peak memory is its own (MB above the imports). All
ways hold the same requests: dates, a pseudonym and some 200 bytes of body, two thirds of them closed.

add           one at a time, each on the disk when it is acknowledged, into a register that has the number of
              requests that stands before the line; seconds for one, the mean of 200 (JSON: of 5).
import        all in one go.
list due      open the register and list the 50 that are open and due soonest.
verify        recompute the chain over everything and compare the state.

ours          the register; `encrypted` the same with SQLCipher.
JSON file     a list of objects, read and written anew for each addition, flushed and renamed.
pandas        a CSV file, read for each question.
SQLite alone  one table and one index, without history, chain or checks, with the same settings of the disk.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import json
import multiprocessing as mp
import os
import random
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from audit_lib.files.register import Draft, open_register

FIRST = dt.date(2024, 1, 1)
AT = dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC)
SIZES = (1_000, 10_000, 100_000)
PASSPHRASE = "four words make one"
ADDED = {"JSON file": 5}
FIELDS = ("opened", "closed", "due", "person", "body")


def draft(number: int) -> Draft:
    chance = random.Random(number)
    opened = FIRST + dt.timedelta(days=chance.randrange(1_000))
    letters = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz234567", k=16))
    return Draft(
        opened=opened,
        due=opened + dt.timedelta(days=30),
        closed=opened + dt.timedelta(days=chance.randrange(1, 60)) if chance.random() < 2 / 3 else None,
        person="-".join(letters[at : at + 4] for at in range(0, 16, 4)),
        body={
            "kind": "access",
            "channel": "e-mail",
            "note": "x" * 130,
            "dates": {"received": opened.isoformat()},
        },
    )


def row(number: int) -> dict[str, Any]:
    """The same as plain values, for the other ways."""
    made = draft(number)
    said = {
        name: value.isoformat() if isinstance(value := getattr(made, name), dt.date) else value
        for name in FIELDS
    }
    return {"id": f"R-{number:07}", **said}


# Ours -------------------------------------------------------------------------------------------------


def ours(home: Path, passphrase: str | None = None) -> dict[str, Callable[[int], object]]:
    file = home / ("encrypted.db" if passphrase else "ours.db")

    def opened(**how: Any) -> Any:
        return open_register(file, passphrase=passphrase, **how)

    def fill(size: int) -> None:
        with opened(create=True) as register:
            made = (draft(number) for number in range(size))
            register.add_many("request", AT, ((one.opened, lambda _, one=one: one) for one in made))

    def add(count: int) -> None:
        with opened() as register:
            for number in range(count):
                one = draft(-1 - number)
                register.add("request", one.opened, AT, lambda _, one=one: one)

    def due(_: int) -> list[str]:
        with opened(read_only=True) as register:
            return [entry.due.isoformat() for entry in register.entries("request", open_only=True, limit=50)]

    def verify(_: int) -> None:
        with opened(read_only=True) as register:
            assert register.verify().sound

    return {"import": fill, "add": add, "list due": due, "verify": verify}


def encrypted(home: Path) -> dict[str, Callable[[int], object]]:
    return ours(home, PASSPHRASE)


# The naive ways ---------------------------------------------------------------------------------------


def json_file(home: Path) -> dict[str, Callable[[int], object]]:
    file = home / "register.json"

    def write(rows: list[dict[str, Any]]) -> None:
        aside = file.with_suffix(".new")
        with aside.open("w", encoding="utf-8") as opened:
            json.dump(rows, opened)
            opened.flush()
            os.fsync(opened.fileno())
        aside.replace(file)

    def add(count: int) -> None:
        for number in range(count):
            write([*json.loads(file.read_text(encoding="utf-8")), row(-1 - number)])

    def due(_: int) -> list[str]:
        rows = json.loads(file.read_text(encoding="utf-8"))
        return sorted(one["due"] for one in rows if one["closed"] is None)[:50]

    return {
        "import": lambda size: write([row(number) for number in range(size)]),
        "add": add,
        "list due": due,
    }


def pandas(home: Path) -> dict[str, Callable[[int], object]]:
    file = home / "register.csv"

    def fill(size: int) -> None:
        pd.DataFrame(row(number) for number in range(size)).to_csv(file, index=False)

    def due(_: int) -> list[str]:
        frame = pd.read_csv(file)
        return list(frame[frame["closed"].isna()].sort_values("due")["due"].head(50))

    return {"import": fill, "list due": due}


# The limit --------------------------------------------------------------------------------------------


def sqlite_alone(home: Path) -> dict[str, Callable[[int], object]]:
    insert = "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)"

    @contextlib.contextmanager
    def opened() -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(home / "alone.db", isolation_level=None)
        connection.execute("PRAGMA synchronous = EXTRA")
        yield connection
        connection.close()

    def values(number: int) -> tuple[Any, ...]:
        one = row(number)
        return (*(one[name] for name in ("id", *FIELDS[:-1])), json.dumps(one["body"]))

    def fill(size: int) -> None:
        with opened() as connection:
            connection.execute("CREATE TABLE entries (id, opened, closed, due, person, body)")
            connection.execute("CREATE INDEX by_due ON entries (closed IS NULL, due)")
            connection.execute("BEGIN")
            connection.executemany(insert, map(values, range(size)))
            connection.execute("COMMIT")

    def add(count: int) -> None:
        with opened() as connection:
            for number in range(count):
                connection.execute(insert, values(-1 - number))

    def due(_: int) -> list[str]:
        with opened() as connection:
            asked = "SELECT * FROM entries WHERE (closed IS NULL) = 1 ORDER BY due LIMIT 50"
            return [found[3] for found in connection.execute(asked)]

    def read(_: int) -> None:
        with opened() as connection:
            for _each in connection.execute("SELECT * FROM entries"):
                pass

    return {"import": fill, "add": add, "list due": due, "verify": read}


WAYS = {
    "ours": ours,
    "encrypted": encrypted,
    "JSON file": json_file,
    "pandas": pandas,
    "SQLite alone": sqlite_alone,
}


# Measuring --------------------------------------------------------------------------------------------


def measured(way: str, step: str, home: Path, count: int, results: Any) -> None:
    """Put seconds, peak memory (MB above that of the imports) and what was found into the queue."""
    run = WAYS[way](home)[step]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    found = run(count)
    seconds = time.perf_counter() - start
    results.put((seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024, found))


def apart(*given: Any) -> tuple[float, float, Any]:
    context = mp.get_context("spawn")
    results = context.Queue()
    process = context.Process(target=measured, args=(*given, results))
    process.start()
    while process.is_alive() and results.empty():
        time.sleep(0.02)
    process.join()
    if process.exitcode:
        sys.exit(process.exitcode)
    return results.get()


def compare(sizes: list[int]) -> None:
    print(f"{'requests':>9} {'what':>9} {'way':>13} {'seconds':>9} {'a second':>10} {'more MB':>8}")
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=".") as folder:
            listed = set()
            for step in ("import", "list due", "verify", "add"):
                for way, steps in WAYS.items():
                    if step not in steps(Path(folder)):
                        continue
                    count = ADDED.get(way, 200) if step == "add" else size
                    seconds, peak, found = apart(way, step, Path(folder), count)
                    many = 1 if step == "list due" else count
                    each = seconds / many if step == "add" else seconds
                    print(
                        f"{size:>9,} {step:>9} {way:>13} {each:>9.4f} {many / seconds:>10,.0f} {peak:>8.1f}",
                        flush=True,
                    )
                    listed |= {tuple(found)} if step == "list due" else set()
            if len(listed) != 1:
                sys.exit("The ways do not list the same requests.")
            held = {
                file.name: file.stat().st_size / 1e6
                for file in Path(folder).iterdir()
                if file.suffix != ".key"
            }
            print("  MB on the disk:", ", ".join(f"{name} {size:.1f}" for name, size in sorted(held.items())))


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    print(f"SQLite {sqlite3.sqlite_version}, Python {sys.version.split()[0]}")
    compare(options.parse_args().sizes)


if __name__ == "__main__":
    main()
