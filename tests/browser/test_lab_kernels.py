"""The kernels of JupyterLab: there at once, interrupted, restarted, debugged, and heard by nobody else."""

from pathlib import Path

import pytest
from lab_process import Kernel, is_reply, wait_until

from audit_lib.reporting.warm import linux

pytestmark = pytest.mark.skipif(linux.hindrance() is not None, reason="kernels cannot be forked here")


@pytest.fixture
def kernel(lab):
    made = Kernel(lab)
    yield made
    made.close()
    lab.ask(f"api/kernels/{made.id}", "DELETE")


def test_the_libraries_are_there_before_the_first_cell(kernel):
    assert (
        kernel.run("import sys; print({'pandas', 'networkx', 'audit_lib'} <= set(sys.modules))") == "True\n"
    )


def test_each_notebook_has_a_process_of_its_own(lab, kernel):
    other = Kernel(lab)
    kernel.run("mine = 1")
    told = other.run("import os; print('mine' in globals(), os.getpid())").split()
    assert told[0] == "False"
    assert told[1] != kernel.run("import os; print(os.getpid())").strip()
    other.close()
    lab.ask(f"api/kernels/{other.id}", "DELETE")
    assert wait_until(lambda: not Path(f"/proc/{told[1]}").exists())


def test_it_is_interrupted_and_goes_on(lab, kernel):
    number = kernel.begin("print('begun', flush=True); kept = 1; import time; time.sleep(600)")
    kernel.heard(number, lambda message: message["msg_type"] == "stream")
    lab.ask(f"api/kernels/{kernel.id}/interrupt", "POST")
    assert kernel.heard(number, is_reply)[1]["ename"] == "KeyboardInterrupt"
    assert kernel.run("print(kept)") == "1\n"


def test_it_is_restarted_and_has_forgotten(lab, kernel):
    before = kernel.run("kept = 1; import os; print(os.getpid())")
    kernel.close()
    lab.ask(f"api/kernels/{kernel.id}/restart", "POST")
    again = Kernel(lab, kernel.id)
    forgotten, process = again.run("import os; print('kept' not in globals(), os.getpid())").split()
    again.close()
    assert forgotten == "True"
    assert process != before.strip()


def test_it_can_be_debugged(kernel):
    asked = {"type": "request", "seq": 1, "command": "initialize"}
    given = {"clientID": "test", "adapterID": "", "pathFormat": "path"}
    number = kernel.send("debug_request", {**asked, "arguments": given}, "control")
    assert kernel.heard(number, is_reply)[1]["success"] is True


def test_it_speaks_over_sockets_that_its_owner_alone_can_open(lab, kernel):
    told = lab.connection(kernel.id)
    assert told["transport"] == "ipc"
    assert Path(told["ip"]).parent.stat().st_mode & 0o077 == 0
