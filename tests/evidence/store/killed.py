"""A process with a store that is killed: run as a program, it compares an office again and again."""

from __future__ import annotations

import os
import pickle
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

TESTS = Path(__file__).parents[2]
_PROGRAM = """
import pickle, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from audit_lib.evidence.check import check_evidence
asked = pickle.loads(Path(sys.argv[2]).read_bytes())
print("begun", flush=True)
check_evidence(*asked, store=Path(sys.argv[3]))
"""


def kill_within(asked: tuple[object, ...], store: Path, seconds: float) -> int:
    """Compare with a store in another process, kill it so long after it has begun, and return its status."""
    told = store.parent / "asked"
    told.write_bytes(pickle.dumps(asked))
    command = [sys.executable, "-c", _PROGRAM, str(TESTS), str(told), str(store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(seconds)
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
        return process.wait(60)


def moments(many: int, longest: float, seed: int) -> list[float]:
    """Return moments at random, in seconds."""
    dice = random.Random(seed)
    return [dice.uniform(0.0, longest) for _ in range(many)]
