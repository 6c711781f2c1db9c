"""A comparison that is stopped leaves nothing behind; a full disk is told as such."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from audit_lib.cli.evidence.stopping import TERMINATED, stoppable
from audit_lib.errors import OutputError

#: Waits in a temporary folder of its own until it is stopped.
WAITING = """
import sys, tempfile, time
from pathlib import Path
from audit_lib.cli.evidence.stopping import stoppable
from audit_lib.cli.faults import guarded

def run():
    with stoppable(), tempfile.TemporaryDirectory(dir=sys.argv[1]):
        Path(sys.argv[1], "ready").touch()
        time.sleep(60)
    return 0

sys.exit(guarded(run))
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize(("sent", "status"), [(signal.SIGTERM, TERMINATED), (signal.SIGINT, 130)])
def test_what_is_stopped_takes_its_temporary_folder_with_it(tmp_path: Path, sent: int, status: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAITING, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as waiting:
        until = time.monotonic() + 30
        while not (tmp_path / "ready").exists() and time.monotonic() < until:
            time.sleep(0.02)
        waiting.send_signal(sent)
        out, err = waiting.communicate(timeout=30)
    assert (waiting.returncode, out, err.decode().split()) == (status, b"", ["Stopped."])
    assert [path.name for path in tmp_path.iterdir()] == ["ready"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_told_as_such(number: int) -> None:
    with pytest.raises(OutputError, match="disk is full"), stoppable():
        raise OSError(number, os.strerror(number))


@pytest.mark.parametrize(
    ("sent", "ended"), [(signal.SIGINT, KeyboardInterrupt), (signal.SIGTERM, SystemExit)]
)
def test_an_error_that_an_interrupted_engine_raises_is_the_signal(
    sent: int, ended: type[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    def engine() -> None:
        try:
            signal.raise_signal(sent)
        except KeyboardInterrupt:
            raise RuntimeError("Query interrupted") from None

    with pytest.raises(ended), stoppable():
        engine()


def test_any_other_fault_of_the_system_stays_what_it_is() -> None:
    with pytest.raises(PermissionError), stoppable():
        raise PermissionError(errno.EACCES, "Permission denied")


def test_the_way_in_which_the_process_ends_is_as_before_afterwards() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with stoppable():
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before
