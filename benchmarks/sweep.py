"""What many reports cost: papermill's command, papermill's library, our sweep, and the cells alone.

    python benchmarks/sweep.py                        100 records of a small map, each way once
    python benchmarks/sweep.py --mix --many 18        every report that ships, on the map that ships
    python benchmarks/sweep.py --rounds 3 --only sweep plain

Each way works two at a time and takes its turn in each round, so that what else goes on falls on all.
Seconds on the clock are from the start of the first process to the end of the last; processor seconds are
those of all processes, the server of the warm engine included; memory is the most that all of them held at
one moment (proportional set size, looked at four times a second).

command     the `papermill` command, once a report
library     `papermill.execute_notebook` in two processes that live as long as there are reports
sweep       `run_sweep` with two workers, which also checks everything, makes the pages and publishes
plain       the cells of the same notebooks by `exec` in two processes: no isolation, nothing written but
            what the notebook itself writes
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from warm import _run, shown

from audit_lib.reporting.warm.linux import take_in_orphans

ROOT = Path(__file__).parents[1]
WAYS = ("command", "library", "sweep", "plain")
WORKERS = 2
DAY = dt.date(2026, 1, 1)
REHEARSED = dt.date(2026, 11, 22)  # before it, the register to rehearse with speaks of the future
REGISTER = "data_maps/btr/rehearsal/requests.csv"


class Wanted(NamedTuple):
    """A report, its map and its parameters."""

    report: str
    parameters: dict[str, str]

    def notebook(self) -> str:
        return f"notebooks/reports/{self.report}.ipynb"


class Cost(NamedTuple):
    """Seconds on the clock, seconds of the processor, megabytes."""

    wall: float
    processor: float
    memory: float

    def __str__(self) -> str:
        return f"{self.wall:7.1f} s {self.processor:7.1f} s of processor {self.memory:6.0f} MB"


def wanted(many: int, mix: bool) -> list[Wanted]:
    """Return the reports: records of a small map on as many days, or all that ships in turn."""
    if not mix:
        days = [(DAY + dt.timedelta(days=number)).isoformat() for number in range(many)]
        return [Wanted("ropa", {"map": "data_maps/small_agency", "as_of": day}) for day in days]
    names = sorted(path.stem for path in (ROOT / "notebooks" / "reports").glob("*.ipynb"))
    cycle = itertools.islice(itertools.cycle(names), many)
    found = []
    for number, name in enumerate(cycle):
        day = (REHEARSED + dt.timedelta(days=number // len(names))).isoformat()
        more = {"register": REGISTER} if name == "rights_register" else {}
        found.append(Wanted(name, {"map": "data_maps/btr", "as_of": day, **more}))
    return found


def main() -> None:
    options = _options()
    if options.work:
        _WORK[options.work](
            wanted(options.many, options.mix)[options.part :: options.parts], Path(options.out)
        )
        return
    take_in_orphans()
    costs: dict[str, list[Cost]] = {way: [] for way in options.only}
    for _ in range(options.rounds):
        for way in options.only:
            costs[way].append(cost(way, options))
            load = os.getloadavg()[0]
            print(f"{way:<8} {costs[way][-1]}   (load {load:.1f} of {os.cpu_count()})", flush=True)
    for way in options.only:
        if way != "sweep" and "sweep" in costs:
            pairs = list(zip(costs[way], costs["sweep"], strict=True))
            clock = statistics.median(other.wall / own.wall for other, own in pairs)
            work = statistics.median(other.processor / own.processor for other, own in pairs)
            print(f"{way} / sweep: {clock:.2f} on the clock, {work:.2f} of processor")


def cost(way: str, options: argparse.Namespace) -> Cost:
    """Make all reports in one way and return what it took, with all that was started."""
    with tempfile.TemporaryDirectory() as out:
        parts = 1 if way == "sweep" else WORKERS
        before, start, most = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter(), _Most()
        command = [sys.executable, __file__, "--work", way, "--many", str(options.many)]
        command += ["--mix"] if options.mix else []
        started = [
            subprocess.Popen(
                [*command, "--out", f"{out}/{part}", "--part", str(part), "--parts", str(parts)],
                cwd=ROOT,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            for part in range(parts)
        ]
        failed = [each.returncode for each in started if each.wait()]
        wall = time.perf_counter() - start
        with suppress(ChildProcessError):
            while True:  # the server, which ends a moment after its last caller
                os.wait()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        made = len(list(Path(out).rglob("*.ipynb")))
        if failed or made != (0 if way == "plain" else options.many):
            sys.exit(f"{way}: {made} of {options.many} reports; {failed}")
        processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return Cost(wall, processor, most.told())


class _Most:
    """Looks at the memory of all that this process has started, until it is told to stop."""

    def __init__(self) -> None:
        self._most, self._over = 0.0, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._over.wait(0.25):
            self._most = max(self._most, sum(_held(process) for process in _below(os.getpid())))

    def told(self) -> float:
        self._over.set()
        self._thread.join()
        return self._most


def _below(process: int) -> list[int]:
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents.setdefault(int(stat.read_text().rpartition(")")[2].split()[1]), []).append(
                int(stat.parent.name)
            )
    found, new = [], parents.get(process, [])
    while new:
        found += new
        new = [child for each in new for child in parents.get(each, [])]
    return found


def _held(process: int) -> float:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1e3
    return 0.0


def _commands(reports: Sequence[Wanted], out: Path) -> None:
    out.mkdir()
    for number, each in enumerate(reports):
        place = _place(out, number)
        command = [sys.executable, "-m", "papermill", "--no-progress-bar", "--log-level", "ERROR"]
        given = itertools.chain.from_iterable(
            ("-r", *pair) for pair in (each.parameters | {"out": place}).items()
        )
        subprocess.run(
            [*command, each.notebook(), f"{place}/report.ipynb", "-k", "python3", *given], check=True
        )


def _library(reports: Sequence[Wanted], out: Path) -> None:
    import papermill

    out.mkdir()
    for number, each in enumerate(reports):
        place = _place(out, number)
        papermill.execute_notebook(
            each.notebook(), f"{place}/report.ipynb", each.parameters | {"out": place},
            kernel_name="python3", progress_bar=False,
        )  # fmt: skip


def _sweep(reports: Sequence[Wanted], out: Path) -> None:
    from audit_lib.reporting.order import Order
    from audit_lib.reporting.sweep import run_sweep

    orders = []
    for number, each in enumerate(reports):
        more = {name: value for name, value in each.parameters.items() if name not in ("map", "as_of")}
        day = dt.date.fromisoformat(each.parameters["as_of"])
        orders.append(
            Order(each.report, each.parameters["map"], day, more, folder=f"{number:03}/{each.report}")
        )
    told = run_sweep(orders, out, workers=WORKERS)
    if told.failed:
        sys.exit(json.dumps([failed.why for failed in told.failed]))


def _plain(reports: Sequence[Wanted], out: Path) -> None:
    import nbformat

    out.mkdir()
    for number, each in enumerate(reports):
        names: dict[str, Any] = {"display": lambda *values: [shown(value) for value in values]}
        for cell in nbformat.read(each.notebook(), as_version=4).cells:
            if cell.cell_type == "code":
                _run(cell.source, names)
                if "parameters" in cell.metadata.get("tags", []):
                    names.update(each.parameters | {"out": _place(out, number)})


def _place(out: Path, number: int) -> str:
    place = out / str(number)
    place.mkdir()
    return str(place)


_WORK = {"command": _commands, "library": _library, "sweep": _sweep, "plain": _plain}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--many", type=int, default=100)
    parser.add_argument("--mix", action="store_true")
    parser.add_argument("--only", nargs="+", choices=WAYS, default=WAYS)
    parser.add_argument("--work", choices=WAYS, help=argparse.SUPPRESS)
    for name in ("--part", "--parts"):
        parser.add_argument(name, type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--out", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
