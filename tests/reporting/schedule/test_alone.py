"""One scheduler at a time, as other processes see it."""

import subprocess
import sys
import time

import pytest

from audit_lib.errors import OutputError
from audit_lib.reporting.schedule.alone import alone

HOLDER = """\
import sys, time
from pathlib import Path
from audit_lib.reporting.schedule.alone import alone
with alone(Path(sys.argv[1])) as free:
    print(free, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "True\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_another_process_keeps_us_out(holder, tmp_path):
    with alone(tmp_path) as free:
        assert not free


def test_a_killed_process_keeps_nobody_out(holder, tmp_path):
    holder.kill()
    holder.wait()
    until = time.monotonic() + 10
    while time.monotonic() < until:
        with alone(tmp_path) as free:
            if free:
                return
    pytest.fail("the lock of a killed process is still held")


def test_a_link_in_place_of_the_lock_is_refused(tmp_path):
    (tmp_path / ".lock").symlink_to(tmp_path / "precious")
    with pytest.raises(OutputError, match="cannot be locked"), alone(tmp_path):
        pass
    assert not (tmp_path / "precious").exists()
