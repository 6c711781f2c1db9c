"""One step of the benchmark of evidence, in the process that is measured: see `evidence`.

    python benchmarks/evidence_steps.py STEP FOLDER

Prints one line of JSON: how many observations earn each verdict, where the step counts them; and of `check`
and its like the processor time from the call to its return ("own"), and of that the SQL ("sql").
"""

from __future__ import annotations

import json
import pickle
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

AS_OF = "2026-11-22"


def scan(home: Path) -> None:
    """Read every value once, and do as little as possible with it."""
    import duckdb  # noqa: PLC0415 - the limit has no imports but this one

    with duckdb.connect() as connection:
        files = [str(file) for file in sorted((home / "log").glob("*.parquet"))]
        connection.execute("select sum(hash(columns(*))) from read_parquet(?)", [files]).fetchall()


def check(home: Path, **options: Any) -> None:
    """All verdicts, by the public function."""
    import datetime as dt  # noqa: PLC0415

    import duckdb  # noqa: F401, PLC0415 - to be loaded belongs to the start of a process, not to the call
    from evidence_map import evidence_map  # noqa: PLC0415
    from evidence_sources import sources  # noqa: PLC0415

    from audit_lib.evidence.check import check_evidence  # noqa: PLC0415

    data_map = evidence_map()
    if options.pop("edited", False):
        first, *others = data_map.flows
        second = others[0].model_copy(update={"sender": data_map.parties[20].id})
        data_map = data_map.model_copy(update={"flows": (first, second, *others[1:])})
    if options.pop("day", False):
        options["replaced"] = {"log": (home / "log" / "part-new.parquet",)}
    evidence, within = sources(), clocked()
    before = time.process_time()
    found = check_evidence(data_map, evidence, home, dt.date.fromisoformat(AS_OF), **options)
    spent = {"own": time.process_time() - before, "sql": sum(within)}
    tell({verdict.value: count for verdict, count in found.verdicts.items()}, spent)


def clocked() -> list[float]:
    """Have each statement over logs and lists clocked from now on, and return where its seconds are put."""
    from audit_lib.evidence.engine.duckdb_session import DuckSession  # noqa: PLC0415

    seconds: list[float] = []

    def clock(method: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*values: Any) -> Any:
            before = time.process_time()
            try:
                return method(*values)
            finally:
                seconds.append(time.process_time() - before)

        return timed

    DuckSession.run, DuckSession.rows = clock(DuckSession.run), clock(DuckSession.rows)
    return seconds


def pandas(home: Path) -> None:
    from naive_evidence import check as naive  # noqa: PLC0415

    tell(naive(home), {})


def tell(counted: dict[str, int], spent: dict[str, float]) -> None:
    print(json.dumps({"verdicts": dict(sorted(counted.items())), **spent}))


# The SQL alone ------------------------------------------------------------------------------------------


def record(home: Path) -> None:
    """Keep each statement that the engine runs, and copies of the files that the intake has converted."""
    from audit_lib.evidence.engine.dialect import DUCKDB  # noqa: PLC0415
    from audit_lib.evidence.engine.duckdb_session import DuckSession  # noqa: PLC0415

    kept, said = home / "bare", []
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir()
    run, rows, look = DuckSession.run, DuckSession.rows, DuckSession.scan

    def recorded_scan(self: DuckSession, name: str, files: Sequence[Path]) -> dict[str, str]:
        for file in files:
            if home not in file.parents:
                copied = kept / f"{len(list(kept.iterdir()))}.parquet"
                shutil.copy(file, copied)
                moved[DUCKDB.text(str(file))] = DUCKDB.text(str(copied))
        return look(self, name, files)

    def recorded_run(self: DuckSession, statement: str, values: Sequence[Any] | None = None) -> None:
        said.append((statement, values))
        run(self, statement, values)

    def recorded_rows(self: DuckSession, query: str) -> list[tuple[Any, ...]]:
        said.append((query, None))
        return rows(self, query)

    moved: dict[str, str] = {}
    DuckSession.run, DuckSession.rows, DuckSession.scan = recorded_run, recorded_rows, recorded_scan
    check(home)
    for old, new in moved.items():
        said = [(statement.replace(old, new), values) for statement, values in said]
    (kept / "statements.pickle").write_bytes(pickle.dumps(said))


def bare(home: Path) -> None:
    """Run what was recorded."""
    import duckdb  # noqa: PLC0415

    said = pickle.loads((home / "bare" / "statements.pickle").read_bytes())
    with tempfile.TemporaryDirectory() as folder:
        options = {"preserve_insertion_order": "false", "temp_directory": folder}
        with duckdb.connect(config=options) as connection:
            connection.execute("set TimeZone = 'UTC'")
            for statement, values in said:
                connection.execute(statement, values).fetchall()


STEPS = {
    "scan": scan,
    "check": check,
    "record": record,
    "bare": bare,
    "pandas": pandas,
    "1 GB": lambda home: check(home, memory="1GB"),
    "keep": lambda home: check(home, store=home / "store"),
    "kept": lambda home: check(home, store=home / "store"),
    "edited": lambda home: check(home, store=home / "store", edited=True),
    "new day": lambda home: check(home, store=home / "store"),
    "day alone": lambda home: check(home, day=True),
    "spark": lambda home: check(home, engine="spark"),
}


if __name__ == "__main__":
    STEPS[sys.argv[1]](Path(sys.argv[2]).resolve())
