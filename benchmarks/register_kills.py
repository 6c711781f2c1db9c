"""Whether a killed writer loses anything that it acknowledged.

    python benchmarks/register_kills.py               kill a writer 500 times
    python benchmarks/register_kills.py 20

A process adds requests to a register, one at a time and fifty at once, and acknowledges each when it is on
the disk. It is killed at any moment; then every acknowledged entry must be there, and the chain be whole.
"""

from __future__ import annotations

import argparse
import multiprocessing as mp
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from register import AT, draft

from audit_lib.files.register import open_register


def write_until_killed(file: Path, pipe: int) -> None:
    with open_register(file, wait=60) as register:
        register._connection.execute("PRAGMA cache_size = 10")  # noqa: SLF001 (writes long before it commits)
        for number in range(10**9):
            one = draft(number)
            if number % 3:
                ids = (register.add("request", one.opened, AT, lambda _, one=one: one).id,)
            else:
                ids = register.add_many("request", AT, [(one.opened, lambda _, one=one: one)] * 50)
            os.write(pipe, "".join(f"{entry}\n" for entry in ids).encode())


def kill(times: int) -> None:
    """Kill a writer again and again, and look for each entry that it acknowledged."""
    chance, acknowledged, undone = random.Random(), set(), 0
    with tempfile.TemporaryDirectory(dir=".") as folder:
        file = Path(folder) / "register.db"
        open_register(file, create=True).close()
        noted = None
        for _ in range(times):
            out, into = os.pipe()
            writer = mp.get_context("fork").Process(target=write_until_killed, args=(file, into))
            writer.start()
            os.close(into)
            first = os.read(out, 1 << 16)
            time.sleep(chance.uniform(0, 0.03))
            os.kill(writer.pid or 0, signal.SIGKILL)
            writer.join()
            with os.fdopen(out, "rb") as rest:
                acknowledged |= set((first + rest.read()).decode().split())
            undone += file.with_name("register.db-journal").exists()
            with open_register(file) as register:
                for entry in acknowledged:
                    register.get(entry)
                found = register.verify(noted)
                if not found.sound:
                    sys.exit("\n".join(map(str, found.troubles)))
                noted = found.head
            if len(acknowledged) > 20_000:
                file.unlink()
                file.with_name("register.db.key").unlink()
                open_register(file, create=True).close()
                acknowledged, noted = set(), None
    print(f"killed {times} times, {undone} of them in the middle of a write: nothing acknowledged was lost")


def main() -> None:
    """Kill so often."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("times", type=int, nargs="?", default=500)
    kill(options.parse_args().times)


if __name__ == "__main__":
    main()
