"""What the comparison of logs with a map costs, against a bare scan of the same files and against pandas.

    python benchmarks/evidence.py --folder FOLDER                     1 and 10 million events (some minutes)
    python benchmarks/evidence.py --folder FOLDER --events 100000000  100 million (half an hour; 3 GB of disk)
    python benchmarks/evidence.py --folder FOLDER --events 1000000 --variants text skewed varied --steps check

The logs are invented (see `evidence_data`) and are written into FOLDER once, about 25 bytes an event. Each
line is a process of its own, from its start to its end, imports included: seconds of processor time and peak
memory of the process and all that it starts, and how many times the processor time of the scan that is. Each
is measured several times and the least counts; the cache of the disk is warm. What the function costs over
its SQL is clocked within one run, from the call to its return, since two runs differ by more than it is.

scan      DuckDB alone: the sum of a hash over all columns of the logs.
check     all verdicts, straight from the logs.
bare      the SQL of `check` alone, recorded and run again by DuckDB in a process without us (lists converted
          already).
1 GB      `check` with a limit of 1 GB on memory.
keep      all verdicts, and the patterns of the logs are kept in a store for next time.
kept      all verdicts from the store.
edited    all verdicts from the store, after one flow of the map has been edited.
new day   a day's file is added to the logs; all verdicts, from the store and that file.
day alone that day's file as the only log, without a store.
pandas    `naive_evidence`: what an analyst would write. All ways must count the same verdicts.
spark     Spark SQL on this machine; only where it is asked for.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from evidence_data import VARIANTS, Shape, write, write_day
from measured import Measured, measured

HERE = Path(__file__).parent
SIZES = (1_000_000, 10_000_000)
STEPS = ("scan", "check", "bare", "1 GB", "keep", "kept", "edited", "new day", "day alone", "pandas", "spark")
#: What is measured when nothing is said, and how many events pandas is given at most.
USUAL, PANDAS_MOST = STEPS[:-1], 10_000_000
MOST_PEOPLE = 1_000_000
#: Steps that count the same events, so that they must count the same verdicts.
SAME = ("check", "1 GB", "keep", "kept", "pandas", "spark")


class Target(NamedTuple):
    """What a figure must be at most (or, of pandas, at least), from a number of events on."""

    said: str
    step: str
    against: str
    part: str
    limit: float
    least: bool = False
    from_events: int = 1


TARGETS = (
    Target("all verdicts, processor time in scans", "check", "scan", "cpu", 8, from_events=10_000_000),
    Target("over the kept store, in scans", "kept", "scan", "cpu", 5, from_events=10_000_000),
    Target("after an edit of the map, in scans", "edited", "scan", "cpu", 0.15, from_events=100_000_000),
    Target("with 1 GB against without a limit", "1 GB", "check", "cpu", 1.1, from_events=100_000_000),
    Target("a new day against that day alone", "new day", "day alone", "cpu", 1.5, from_events=10_000_000),
    Target("pandas, times our processor time", "pandas", "check", "cpu", 4, True, 10_000_000),
    Target("pandas, times our time on the clock", "pandas", "check", "wall", 6, True, 10_000_000),
    Target("pandas, times our memory", "pandas", "check", "peak", 10, True, 10_000_000),
)
#: Peak with a limit of 1 GB, in MB, and how much more ten times the events may take.
PEAK, TENFOLD = 1_300, 12
#: How much more processor time our function may take than its SQL.
OVER_SQL = 1.1


def prepared(folder: Path, shape: Shape) -> Path:
    """Return the folder of some logs, written now if they are not there yet."""
    home = folder / f"{shape.variant}-{shape.events}"
    if not home.exists():
        aside = folder / f"{home.name}.new"
        shutil.rmtree(aside, ignore_errors=True)
        print(f"writing {shape.events:,} events ({shape.variant}) ...", file=sys.stderr, flush=True)
        write(aside, shape)
        aside.rename(home)
    return home


def compare(home: Path, shape: Shape, steps: Sequence[str], rounds: int) -> dict[str, Measured]:
    """Measure the steps over one set of logs, and print a line for each.

    They take turns, so that a slow minute of the machine falls on all of them.
    """
    found: dict[str, Measured] = {}
    for turn in range(rounds):
        for step in steps:
            if step == "pandas" and shape.events > PANDAS_MOST:
                continue
            print(f"round {turn + 1} of {rounds}: {step} ...", file=sys.stderr, flush=True)
            one = once(home, shape, step)
            found[step] = min(found.get(step, one), one, key=lambda each: each.cpu)
    for step, best in found.items():
        ratio = f"{best.cpu / found['scan'].cpu:>8.2f}" if "scan" in found else ""
        print(
            f"{shape.events:>12,} {shape.variant:>8} {step:>10} {best.cpu:>9.2f} {best.wall:>9.2f} "
            f"{best.peak:>8.0f} {ratio}",
            flush=True,
        )
    counted = {step: json.loads(one.said)["verdicts"] for step, one in found.items() if step in SAME}
    if any(verdicts != next(iter(counted.values())) for verdicts in counted.values()):
        sys.exit(f"The ways do not count the same verdicts: {json.dumps(counted, indent=1)}")
    return found


def once(home: Path, shape: Shape, step: str) -> Measured:
    """Run a step in a process of its own; what it needs is put there before and taken away after."""
    store, new = home / "store", home / "log" / "part-new.parquet"
    if step == "keep":
        shutil.rmtree(store, ignore_errors=True)
    if step in ("new day", "day alone"):
        write_day(home, shape)
    if step == "bare":
        measured([sys.executable, str(HERE / "evidence_steps.py"), "record", str(home)])
    kept = home / "store.kept"
    if step == "new day":
        shutil.copytree(store, kept)
    try:
        return measured([sys.executable, str(HERE / "evidence_steps.py"), step, str(home)])
    finally:
        new.unlink(missing_ok=True)
        if kept.exists():
            shutil.rmtree(store)
            kept.rename(store)


def judged(events: int, found: Mapping[str, Measured]) -> Iterator[tuple[str, float, str, bool]]:
    """Yield each target that these figures can tell of: what, the figure, the target, whether it is met."""
    for target in TARGETS:
        if target.step in found and target.against in found and events >= target.from_events:
            over, under = (getattr(found[step], target.part) for step in (target.step, target.against))
            figure = over / under
            met = figure >= target.limit if target.least else figure <= target.limit
            yield target.said, figure, f"{'>=' if target.least else '<='} {target.limit:g}", met
    if "check" in found and events >= 10_000_000:
        spent = json.loads(found["check"].said)
        figure = spent["own"] / spent["sql"]
        yield "our function against its SQL", figure, f"<= {OVER_SQL:g}", figure <= OVER_SQL
    if "1 GB" in found and events >= 100_000_000:
        yield "peak with a limit of 1 GB, in MB", found["1 GB"].peak, f"<= {PEAK}", found["1 GB"].peak <= PEAK


def grown(before: Mapping[str, Measured], after: Mapping[str, Measured], times: float) -> Iterator[str]:
    for step in ("check", "kept"):
        if step in before and step in after and times == 10:
            figure = after[step].cpu / before[step].cpu
            yield _line(f"ten times the events, {step}", figure, f"<= {TENFOLD}", figure <= TENFOLD)


def _line(said: str, figure: float, target: str, met: bool) -> str:
    return f"  {said:<45} {figure:>9.2f} {target:>8}  {'met' if met else 'NOT MET'}"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--folder", type=Path, required=True, help="where logs and stores are kept")
    options.add_argument("--events", type=int, nargs="+", default=SIZES)
    options.add_argument("--variants", nargs="+", choices=VARIANTS, default=["plain"])
    options.add_argument("--steps", nargs="+", choices=STEPS, default=USUAL)
    options.add_argument("--rounds", type=int, default=3, help="how often each is measured; the least counts")
    asked = options.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    print(
        f"{'events':>12} {'variant':>8} {'step':>10} {'CPU s':>9} {'wall s':>9} {'peak MB':>8} {'scans':>8}"
    )
    for variant in asked.variants:
        before: tuple[int, dict[str, Measured]] | None = None
        for events in asked.events:
            shape = Shape(events, min(max(events // 10, 1_000), MOST_PEOPLE), variant)
            found = compare(prepared(asked.folder, shape), shape, asked.steps, asked.rounds)
            for told in judged(events, found):
                print(_line(*told))
            if before:
                print("\n".join(grown(before[1], found, events / before[0])))
            before = events, found


if __name__ == "__main__":
    main()
