"""How fast short reports are made in forked interpreters, beside papermill and beside no isolation at all.

    python benchmarks/warm.py                       20 reports, three rounds
    python benchmarks/warm.py --rounds 1 --only warm plain
    python benchmarks/warm.py --leaks 1000          runs that long in one process: what it and the server hold

Seconds are on the clock, from the start of the first process to the end of the last, on two workers; the four
ways take turns in each round, so that what else the machine does falls on all of them. What is compared:

command     the `papermill` command, once a report
library     `papermill.execute_notebook` in two processes that live as long as there are reports
warm        the same with the engine of `audit_lib.reporting.warm`; the start of its server is in it
plain       the cells of the same notebooks by `exec` in two processes: no isolation, no papermill, no
IPython,
            nothing written; what a cell ends with is turned into what a notebook would show of it
"""

from __future__ import annotations

import argparse
import ast
import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
REPORTS = ("ropa", "dpia", "rights_register")
WORKERS = 2


def main() -> None:
    options = _options()
    if options.worker:
        _WORK[options.worker](options.reports, Path(options.out))
    elif options.leaks:
        leaks(options.leaks)
    else:
        compare(options)


def compare(options: argparse.Namespace) -> None:
    """Time each way in turn and print medians, and the ratios of each round."""
    reports = list(itertools.islice(itertools.cycle(options.reports or REPORTS), options.many))
    walls: dict[str, list[float]] = {way: [] for way in options.only}
    for _ in range(options.rounds):
        for way in options.only:
            walls[way].append(timed(way, reports))
            print(f"{way:<10} {walls[way][-1]:6.1f} s", flush=True)
    for way, found in walls.items():
        if way != "warm" and "warm" in walls:
            ratios = [other / own for other, own in zip(found, walls["warm"], strict=True)]
            listed = ", ".join(f"{each:.2f}" for each in ratios)
            print(f"{way} / warm: median {statistics.median(ratios):.2f} of {listed}")


def timed(way: str, reports: Sequence[str]) -> float:
    """Make reports in one way on two workers and return the seconds that it takes."""
    with tempfile.TemporaryDirectory() as out:
        start = time.perf_counter()
        run = _commands if way == "command" else _worker
        threads = [
            threading.Thread(target=run, args=(way, reports[at::WORKERS], Path(out, str(at))))
            for at in range(WORKERS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        wall = time.perf_counter() - start
        made = len(list(Path(out).rglob("*.ipynb")))
        if made != (0 if way == "plain" else len(reports)):
            sys.exit(f"{way}: {made} of {len(reports)} reports")
    return wall


def _commands(_: str, reports: Sequence[str], out: Path) -> None:
    out.mkdir()
    for number, report in enumerate(reports):
        notebook = f"notebooks/reports/{report}.ipynb"
        command = [sys.executable, "-m", "papermill", "--no-progress-bar", "--log-level", "ERROR"]
        given = [notebook, str(out / f"{number}.ipynb"), "-k", "python3"]
        given += itertools.chain.from_iterable(("-p", *pair) for pair in _parameters(report).items())
        subprocess.run([*command, *given], check=True, cwd=ROOT, stderr=subprocess.DEVNULL)


def _worker(way: str, reports: Sequence[str], out: Path) -> None:
    out.mkdir()
    command = [sys.executable, __file__, "--worker", way, "--out", str(out), "--reports", *reports]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def _library(reports: Sequence[str], out: Path, engine: str | None = None) -> None:
    import papermill

    for number, report in enumerate(reports):
        papermill.execute_notebook(
            f"notebooks/reports/{report}.ipynb",
            str(out / f"{number}.ipynb"),
            _parameters(report),
            engine_name=engine,
            kernel_name="python3",
            progress_bar=False,
        )


def _warm(reports: Sequence[str], out: Path) -> None:
    from audit_lib.reporting.warm import caller

    caller.ready_soon()
    from papermill.engines import papermill_engines

    from audit_lib.reporting.warm.entry import warm

    papermill_engines.register("warm", warm)
    _library(reports, out, "warm")


def _plain(reports: Sequence[str], _: Path) -> None:
    import nbformat

    for report in reports:
        names: dict[str, Any] = {"display": lambda *values: [shown(value) for value in values]}
        cells = nbformat.read(f"notebooks/reports/{report}.ipynb", as_version=4).cells
        for cell in (cell for cell in cells if cell.cell_type == "code"):
            _run(cell.source, names)
            if "parameters" in cell.metadata.get("tags", []):
                names.update(_parameters(report))


def _run(source: str, names: dict[str, Any]) -> None:
    lines = ast.parse(source)
    last = lines.body.pop() if lines.body and isinstance(lines.body[-1], ast.Expr) else None
    exec(compile(lines, "<cell>", "exec"), names)
    if isinstance(last, ast.Expr):
        shown(eval(compile(ast.Expression(last.value), "<cell>", "eval"), names))


def shown(value: Any) -> list[Any]:
    """What a notebook would keep of a value."""
    ways = ("_repr_html_", "_repr_png_", "__repr__")
    return [getattr(value, way)() for way in ways if value is not None and hasattr(value, way)]


def _parameters(report: str) -> dict[str, str]:
    given = {"map": "data_maps/btr"}
    if report == "rights_register":
        given["register"] = "data_maps/btr/rehearsal/requests.csv"
    return given


def leaks(many: int) -> None:
    """Run a notebook of one cell often, and print what this process and the server hold on the way."""
    import nbformat
    import papermill
    from papermill.engines import papermill_engines

    from audit_lib.reporting.warm import caller
    from audit_lib.reporting.warm.entry import warm

    papermill_engines.register("warm", warm)
    caller.ready()
    server = next(child for child in Path("/proc/thread-self/children").read_text().split())
    cell = nbformat.v4.new_code_cell("import subprocess, sys\nprint(subprocess.run(['true']).returncode)")
    node = nbformat.v4.new_notebook(
        cells=[cell],
        metadata={"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}},
    )
    with tempfile.TemporaryDirectory() as folder:
        nbformat.write(node, f"{folder}/in.ipynb")
        start = time.perf_counter()
        for number in range(many + 1):
            papermill.execute_notebook(
                f"{folder}/in.ipynb", f"{folder}/out.ipynb", engine_name="warm", progress_bar=False
            )
            if number % max(1, many // 10) == 0:
                held = ", ".join(
                    f"{name} {_held(process)}"
                    for name, process in (("caller", os.getpid()), ("server", server))
                )
                print(
                    f"{number:>6} runs, {1e3 * (time.perf_counter() - start) / (number + 1):.0f} ms each: "
                    f"{held}",
                    flush=True,
                )


def _held(process: int | str) -> str:
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    files = len(list(Path(f"/proc/{process}/fd").iterdir()))
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return f"{pages * os.sysconf('SC_PAGE_SIZE') / 1e6:.1f} MB, {files} files, {len(children)} children"


_WORK: dict[str, Callable[[Sequence[str], Path], None]] = {
    "library": _library,
    "warm": _warm,
    "plain": _plain,
}


def _options() -> argparse.Namespace:
    ways = ("command", "library", "warm", "plain")
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--many", type=int, default=20)
    parser.add_argument("--only", nargs="+", choices=ways, default=ways)
    parser.add_argument("--reports", nargs="+")
    parser.add_argument("--leaks", type=int)
    parser.add_argument("--worker", choices=_WORK, help=argparse.SUPPRESS)
    parser.add_argument("--out", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
