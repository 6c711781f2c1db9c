"""A command as a process of its own: processor time and peak memory of it and of all that it starts."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE") / 1e6


class Measured(NamedTuple):
    """Seconds of processor time and on the clock, the peak in MB, and the last line that was printed."""

    cpu: float
    wall: float
    peak: float
    said: str


def measured(command: Sequence[str]) -> Measured:
    """Run a command to its end; if it fails, so do we."""
    start = time.perf_counter()
    # As after an ordinary installation: modules are compiled once, not by each process.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    tree = Tree(process.pid)
    watching = threading.Thread(target=tree.watch, daemon=True)
    watching.start()
    printed = process.stdout.read() if process.stdout else ""
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    tree.done.set()
    watching.join()
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with status {process.returncode}")
    # A process that outlives the one that started it (Spark's) is not in `used`, but has been watched.
    cpu = max(used.ru_utime + used.ru_stime, sum(tree.seconds.values()))
    return Measured(cpu, wall, max(used.ru_maxrss / 1024, tree.peak), (printed.splitlines() or [""])[-1])


class Tree:
    """What the processes beneath one use, looked at ten times a second."""

    def __init__(self, root: int) -> None:
        self.root = root
        self.peak = 0.0
        self.seconds: dict[int, float] = {}
        self.done = threading.Event()

    def watch(self) -> None:
        while not self.done.wait(0.1):
            parents = dict(filter(None, map(_parent, Path("/proc").glob("[0-9]*"))))
            held = 0.0
            for pid in parents:
                if self._beneath(pid, parents):
                    held += self._look(pid)
            self.peak = max(self.peak, held)

    def _beneath(self, pid: int, parents: dict[int, int]) -> bool:
        while pid not in (0, 1, self.root):
            pid = parents.get(pid, 0)
        return pid == self.root

    def _look(self, pid: int) -> float:
        """Keep the processor time of a process and return its memory in MB; one that has ended has none."""
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return 0.0
        self.seconds[pid] = (int(fields[11]) + int(fields[12])) / TICK
        return int(fields[21]) * PAGE


def _parent(process: Path) -> tuple[int, int] | None:
    try:
        return int(process.name), int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return None
