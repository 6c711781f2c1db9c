"""A notebook that fails in a fork fails as it does in a kernel that papermill starts."""

# ruff: noqa: E501 - what a notebook runs stands in one line

import pytest
from warm_runs import code_cells, execute, notebook, run, told

pytestmark = pytest.mark.slow

#: Cells, by how they fail.
KINDS = {
    "the process exits": ["import os\nprint('before', flush=True)\nos._exit(3)"],
    "the process exits between cells": [
        "import os, threading\nthreading.Timer(0.1, lambda: os._exit(3)).start()",
        "import time; time.sleep(2)",
    ],
    "segmentation fault": ["import ctypes\nctypes.string_at(0)"],
    "abort": ["import os\nos.abort()"],
    "killed": ["import os\nos.kill(os.getpid(), 9)"],
    "exit with 0": ["import sys\nsys.exit(0)", "print('not reached')"],
    "exit with 3": ["import sys\nsys.exit(3)", "print('not reached')"],
    "exit of the shell": ["exit()", "import time; time.sleep(1)", "print('not reached')"],
    "out of memory": ["x = bytearray(10 ** 15)"],
    "out of the memory that is granted": [
        "import resource\nresource.setrlimit(resource.RLIMIT_AS, (2 ** 31, 2 ** 31))\nx = bytearray(3 * 2 ** 30)"
    ],
    "time-out": ["print('before')\nimport time\ntime.sleep(60)", "print('not reached')"],
    "keyboard interrupt": ["raise KeyboardInterrupt"],
    "syntax": ["a b", "print('not reached')"],
    "error": ["1 / 0", "print('not reached')"],
    "thread left behind": ["import threading, time\nthreading.Thread(target=time.sleep, args=(20,)).start()"],
    "process left behind": ["import subprocess\np = subprocess.Popen(['sleep', '20'])"],
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_is_raised_and_shown(kind, tmp_path):
    node = notebook(*KINDS[kind])
    limit = {"execution_timeout": 1} if kind == "time-out" else {"shutdown_kernel": "immediate"}
    (warm, raised), (stock, expected) = (
        execute(node, tmp_path, warm=warm, **limit) for warm in (True, False)
    )
    assert type(raised) is type(expected)
    assert [told(cell.outputs) for cell in code_cells(warm)] == [
        told(cell.outputs) for cell in code_cells(stock)
    ]


def test_the_next_run_is_none_the_worse(tmp_path):
    execute(notebook(*KINDS["segmentation fault"]), tmp_path)
    assert run("1 + 1", folder=tmp_path)[0][0].data["text/plain"] == "2"


def test_trap_6_what_is_left_to_be_done_at_the_end_is_done_and_not_interrupted(tmp_path):
    code = f"import atexit, pathlib\natexit.register(pathlib.Path({str(tmp_path / 'done')!r}).write_text, 'done')"
    for _ in range(10):
        run(code, folder=tmp_path)
        assert (tmp_path / "done").read_text() == "done"
        (tmp_path / "done").unlink()
