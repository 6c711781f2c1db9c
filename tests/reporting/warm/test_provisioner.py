"""Kernels for nbval and JupyterLab from the same server: real ones, and nobody else can listen."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel
from jupyter_client.provisioning import KernelProvisionerFactory

from audit_lib.reporting.warm import linux
from audit_lib.reporting.warm.provisioner import WarmProvisioner

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]


@pytest.fixture
def provisioner(monkeypatch):
    """Register the provisioner as its entry point does, and have every kernel come from it."""

    class Entry:
        name, value = "warm", f"{WarmProvisioner.__module__}:{WarmProvisioner.__name__}"

        @staticmethod
        def load():
            return WarmProvisioner

    factory = KernelProvisionerFactory.instance()
    monkeypatch.setitem(factory.provisioners, "warm", Entry)
    monkeypatch.setattr(factory, "default_provisioner_name", "warm")


@pytest.fixture
def kernel(provisioner):
    manager, client = start_new_kernel(
        kernel_name="python3", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    yield manager, client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def printed(client, code):
    texts = []
    client.execute_interactive(
        code, timeout=20, output_hook=lambda message: texts.append(message["content"].get("text", ""))
    )
    return "".join(texts)


def test_trap_5_the_kernel_is_its_own_and_not_the_one_that_the_server_made(kernel):
    _, client = kernel
    code = """\
from ipykernel.kernelapp import IPKernelApp
import sys
print(type(get_ipython().kernel).__name__, IPKernelApp.instance().kernel is get_ipython().kernel)
print(type(sys.stdout).__name__, type(sys.displayhook).__name__, get_ipython().execution_count)"""
    assert printed(client, code) == "IPythonKernel True\nOutStream ZMQShellDisplayHook 2\n"


def test_the_libraries_are_there(kernel):
    _, client = kernel
    assert (
        printed(client, "import sys\nprint('pandas' in sys.modules, 'debugpy' in sys.modules)")
        == "True True\n"
    )


def test_trap_1_pandas_knows_that_it_is_in_a_kernel(kernel):
    _, client = kernel
    assert printed(client, "import pandas as pd\nprint(pd.get_option('display.max_columns'))") == "20\n"


def test_trap_2_figures_are_shown(kernel):
    _, client = kernel
    shown = []
    code = "import matplotlib.pyplot as plt\nplt.plot([1, 2]);"
    client.execute_interactive(
        code, timeout=20, output_hook=lambda message: shown.append(message["content"].get("data"))
    )
    assert any("image/png" in data for data in shown if data)


def test_nobody_else_can_listen(kernel):
    manager, _ = kernel
    assert manager.transport == "ipc"
    assert Path(manager.ip).parent.stat().st_mode & 0o077 == 0


def test_the_random_state_is_not_shared(provisioner):
    drawn = set()
    for _ in range(2):
        manager, client = start_new_kernel(kernel_name="python3")
        drawn.add(printed(client, "import random, numpy as np\nprint(random.random(), np.random.rand())"))
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    assert len(drawn) == 2


def test_it_ends_when_it_is_told_to_and_leaves_no_socket(provisioner):
    manager, client = start_new_kernel(kernel_name="python3")
    folder, process = Path(manager.ip).parent, manager.provisioner.pid
    client.stop_channels()
    manager.shutdown_kernel()
    assert not Path(f"/proc/{process}").exists()
    assert not list(folder.glob("k-*"))


def test_trap_6_it_is_interrupted_and_goes_on(kernel):
    manager, client = kernel
    client.execute("import time; time.sleep(30)")
    time.sleep(0.5)
    manager.interrupt_kernel()
    assert client.get_shell_msg(timeout=10)["content"]["ename"] == "KeyboardInterrupt"
    assert printed(client, "print('on')") == "on\n"


def test_it_is_restarted(kernel):
    manager, client = kernel
    before = manager.provisioner.pid
    manager.restart_kernel(now=True)
    client.wait_for_ready(timeout=20)
    assert manager.provisioner.pid != before
    assert printed(client, "print('again')") == "again\n"


def test_its_death_is_noticed(kernel):
    manager, client = kernel
    client.execute("import os; os._exit(3)")
    until = time.monotonic() + 5
    while manager.is_alive() and time.monotonic() < until:
        time.sleep(0.05)
    assert manager.provisioner.process.returncode == 3


def test_trap_12_its_output_goes_where_the_caller_says(provisioner, tmp_path):
    with (tmp_path / "log").open("w") as log:
        manager, client = start_new_kernel(kernel_name="python3", stdout=log, stderr=log)
        printed(client, "import sys, os\nos.system('echo of a program')")
        client.stop_channels()
        manager.shutdown_kernel()
    assert "of a program" in (tmp_path / "log").read_text()


def test_where_none_can_be_forked_one_is_started_and_it_is_said(provisioner, monkeypatch):
    monkeypatch.setattr(linux, "hindrance", lambda: "there is no Linux here")
    with pytest.warns(RuntimeWarning, match="started, not forked: there is no Linux here"):
        manager, client = start_new_kernel(kernel_name="python3")
    assert printed(client, "print('here')") == "here\n"
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def test_nbval_finds_in_a_forked_kernel_what_is_committed(tmp_path, monkeypatch):
    """The entry point as an installation has it: a folder on the path that names it."""
    named = tmp_path / "warm-0.dist-info"
    named.mkdir()
    (named / "METADATA").write_text("Metadata-Version: 2.1\nName: warm\nVersion: 0\n")
    provided = (
        "[jupyter_client.kernel_provisioners]\nwarm = audit_lib.reporting.warm.provisioner:WarmProvisioner\n"
    )
    (named / "entry_points.txt").write_text(provided)
    monkeypatch.setenv("PYTHONPATH", f"{ROOT}:{tmp_path}")
    monkeypatch.setenv("JUPYTER_DEFAULT_PROVISIONER_NAME", "warm")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--nbval",
        "notebooks/00_start_here.ipynb",
    ]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == 0, ended.stdout
    assert "4 passed" in ended.stdout
