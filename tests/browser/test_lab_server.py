"""The server of JupyterLab: asks nobody, answers this machine alone, keeps all to the project, and ends."""

import json
import os
import re
import socket
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from lab_process import Kernel, end, opened

#: A notebook's usual work, which makes matplotlib and IPython keep something somewhere.
WORK = "import matplotlib.pyplot as plt, os; plt.plot([1, 2]); print(os.getpid())"


@pytest.fixture(scope="module")
def by_hand(clone):
    """JupyterLab as somebody starts it in the project who does not know our command."""
    with opened(clone, "--ServerApp.allow_root=True", command=("jupyter", "lab")) as running:
        yield running


@pytest.fixture(params=["lab", "by_hand"])
def either(request):
    return request.getfixturevalue(request.param)


def setting(lab, plugin, name):
    """Return what holds for a setting that its user has not changed."""
    told = lab.ask(f"lab/api/settings/@jupyterlab/{plugin}")
    assert told["settings"] == {}
    return told["schema"]["properties"][name]["default"]


def test_the_page_does_not_ask_whether_it_may_fetch_news(either):
    assert setting(either, "apputils-extension:notification", "fetchNews") == "false"
    assert setting(either, "apputils-extension:notification", "checkForUpdates") is False


def test_the_page_has_no_manager_of_extensions(either):
    assert setting(either, "extensionmanager-extension:plugin", "enabled") is False


def test_the_server_fetches_neither_news_nor_updates_nor_extensions_when_a_page_asks(either):
    assert either.ask("lab/api/news") == {"news": []}
    assert either.ask("lab/api/update") == {"notification": None}
    page = either.ask("lab")
    told = json.loads(re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)[1])
    assert told["news"] == {"disabled": True}
    assert told["extensionManager"]["can_install"] is False


def test_no_program_is_looked_for_that_would_check_code(either):
    assert either.ask("lsp/status")["specs"] == {}


def test_without_the_token_nothing_is_answered(lab):
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(f"{lab.origin}/api/contents", timeout=30)


def test_it_listens_on_this_machine_alone(lab):
    psutil = pytest.importorskip("psutil", reason="what a process listens on is told by psutil")
    listening = [one for one in psutil.Process(lab.process.pid).net_connections() if one.status == "LISTEN"]
    assert {one.laddr.ip for one in listening} == {"127.0.0.1"}


def test_a_kernel_that_is_not_forked_speaks_encrypted(by_hand):
    """Without it everybody on the machine could listen to what a cell prints."""
    kernel = Kernel(by_hand)
    assert kernel.run("print('heard')") == "heard\n"
    [told] = by_hand.home.rglob(f"kernel-{kernel.id}.json")
    kernel.close()
    connection = json.loads(told.read_text())
    assert connection["transport"] == "tcp"
    assert connection["curve_publickey"]


def test_one_ctrl_c_in_a_terminal_ends_it_and_nothing_stays_and_nothing_stands_elsewhere(clone):
    terminal, end_of_lab = os.openpty()
    with opened(clone, stdin=end_of_lab) as running:
        kernel = Kernel(running)
        process = kernel.run(WORK).split()[-1]
        assert Path(f"/proc/{process}").exists()
        kernel.close()
        assert end(running.process) == 0
        assert not Path(f"/proc/{process}").exists()
        assert not list((clone / ".jupyter" / "runtime").glob(f"*{kernel.id}*"))
        assert not list((clone / ".jupyter" / "runtime").glob(f"jpserver-{running.process.pid}*"))
        assert not list(running.sockets.rglob("k-*"))
        assert list(running.home.iterdir()) == []
    os.close(terminal)
    os.close(end_of_lab)


def test_where_the_port_is_taken_it_takes_another_and_says_so(clone):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        with opened(clone, "--port", str(number)) as running:
            assert not running.origin.endswith(f":{number}")
            assert running.ask("api")["version"]
