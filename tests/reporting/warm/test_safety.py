"""Nobody else can listen, nothing is left behind, nothing grows, and edited code never runs from memory."""

# ruff: noqa: E501 - what a notebook runs stands in one line

import os
import re
import signal
import stat
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from warm_runs import execute, notebook, run, said

from audit_lib.reporting.warm import address, caller, wire
from audit_lib.reporting.warm.saves import write_private

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]


def alive(process):
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False


def gone(processes, seconds=5):
    until = time.monotonic() + seconds
    while any(map(alive, processes)) and time.monotonic() < until:
        time.sleep(0.02)
    return not any(map(alive, processes))


def server_of(path):
    """The process of a server: who is at the other end of its socket."""
    with caller._connected(path) as line:
        return wire.peer(line)[0]


@pytest.fixture
def other_caller(tmp_path):
    """Start a process that runs cells in a fork, and wait until they have written a file of what they know."""
    started = []

    def start(*cells, **environment):
        told = tmp_path / f"told{len(started)}"
        script = f"""\
            import sys
            sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / "tests")!r}]
            from pathlib import Path
            from papermill.engines import papermill_engines
            from audit_lib.reporting.warm import entry
            papermill_engines.register("warm", entry.warm)
            from warm_runs import run
            run(*{[cell.replace("TOLD", repr(str(told))) for cell in cells]!r}, folder=Path({str(tmp_path)!r}))
        """
        command = [sys.executable, "-c", textwrap.dedent(script)]
        process = subprocess.Popen(command, env={**os.environ, **environment}, start_new_session=True)
        started.append(process)
        until = time.monotonic() + 30
        while not told.exists() and process.poll() is None and time.monotonic() < until:
            time.sleep(0.05)
        return process, [int(number) for number in told.read_text().split()]

    yield start
    for process in started:
        process.kill()
        process.wait()


#: Starts a program, one that leaves its session, and one whose parent has ended; then tells and waits.
BUSY = """\
import os, subprocess, sys, time, pathlib
a = subprocess.Popen(['sleep', '60'])
b = subprocess.Popen(['sleep', '60'], start_new_session=True)
c = subprocess.run(['sh', '-c', 'setsid sleep 60 >/dev/null 2>&1 & echo $!'], capture_output=True, text=True).stdout
pathlib.Path(TOLD + '.part').write_text(f'{os.getpid()} {os.getppid()} {a.pid} {b.pid} {c}')
os.rename(TOLD + '.part', TOLD)
time.sleep(60)
"""


def test_no_orphan_is_left_when_the_caller_is_killed(other_caller, short):
    process, family = other_caller(BUSY, XDG_RUNTIME_DIR=str(short))
    assert len(family) == 5
    assert all(map(alive, family))
    process.kill()
    process.wait()
    assert gone(family)  # with the server, for that was its last caller


def test_what_a_notebook_leaves_running_ends_with_it(tmp_path):
    code = BUSY.replace("TOLD", repr(str(tmp_path / "told"))).replace("time.sleep(60)\n", "")
    run(code, folder=tmp_path)
    child, _, *started = map(int, (tmp_path / "told").read_text().split())
    assert gone([child, *started])


def test_a_notebook_that_dies_takes_what_it_started_with_it(tmp_path):
    code = BUSY.replace("TOLD", repr(str(tmp_path / "told"))).replace("time.sleep(60)\n", "os._exit(1)")
    execute(notebook(code), tmp_path)
    _, _, *started = map(int, (tmp_path / "told").read_text().split())
    assert gone(started)


def test_a_fork_dies_with_its_server(other_caller, short):
    environment = {"XDG_RUNTIME_DIR": str(short)}
    _, (child, server, *_) = other_caller(BUSY, **environment)
    os.kill(server, signal.SIGKILL)
    assert gone([child])


def test_the_server_ends_with_its_last_caller_and_takes_its_socket_along(other_caller, short):
    tell = "import os, pathlib\npathlib.Path(TOLD).write_text(str(os.getppid()))"
    process, (server,) = other_caller(tell, XDG_RUNTIME_DIR=str(short))
    assert process.wait(30) == 0
    assert gone([server])
    assert not list(short.rglob("*.sock"))


def test_a_server_stays_for_a_second_caller(other_caller, short):
    environment = {"XDG_RUNTIME_DIR": str(short)}
    first, (_, server, *_) = other_caller(BUSY, **environment)
    _, (_, same, *_) = other_caller(BUSY, **environment)
    assert server == same
    first.kill()
    time.sleep(0.3)
    assert alive(server)


def test_only_the_owner_can_reach_the_socket(tmp_path):
    path = caller.ready()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_path_that_is_too_long_for_a_socket_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / ("x" * 80)))
    with pytest.raises(caller.Hindered, match="too long"):
        caller.ready()


def test_a_folder_that_others_can_enter_is_not_used(monkeypatch, short):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short))
    address.private_folder().chmod(0o755)
    with pytest.raises(caller.Hindered, match="not private"):
        caller.ready()


def test_no_port_is_open_while_a_notebook_runs(tmp_path):
    code = """\
import os, pathlib
def sockets(process):
    links = []
    for file in os.listdir(f'/proc/{process}/fd'):
        try:
            links.append(os.readlink(f'/proc/{process}/fd/{file}'))
        except OSError:
            pass
    return {link[8:-1] for link in links if link.startswith('socket:')}
ports = {line.split()[9] for kind in ('tcp', 'tcp6', 'udp', 'udp6') for line in open(f'/proc/net/{kind}').readlines()[1:]}
print(len(sockets('self')) > 0, sockets('self') & ports, sockets(os.getppid()) & ports)"""
    assert said(code, folder=tmp_path) == "True set() set()\n"


def test_a_notebook_is_saved_for_its_owner_alone_and_nothing_lies_beside_it(tmp_path):
    before = os.umask(0o022)
    try:
        run("1", folder=tmp_path)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "warm.ipynb").stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.ipynb", "warm.ipynb"]


def test_a_notebook_of_many_cells_is_saved_once(tmp_path, monkeypatch):
    saved = []
    monkeypatch.setattr(
        "audit_lib.reporting.warm.saves.write_private", lambda *given: saved.append(write_private(*given))
    )
    run(*["1"] * 12, folder=tmp_path)
    assert len(saved) == 1


def test_a_notebook_that_takes_long_is_saved_on_the_way(tmp_path, monkeypatch):
    saved = []
    monkeypatch.setattr("audit_lib.reporting.warm.saves._SELDOM", 0.0)
    monkeypatch.setattr(
        "audit_lib.reporting.warm.saves.write_private", lambda *given: saved.append(write_private(*given))
    )
    run(*["1"] * 3, folder=tmp_path)
    assert len(saved) > 3


def test_edited_code_gets_another_server(tmp_path, monkeypatch):
    """Shown on a copy of what is looked at: the code of the project itself is not ours to edit."""
    copy = tmp_path / "code"
    copy.mkdir()
    (copy / "module.py").write_text("x = 1")
    monkeypatch.setattr(address, "_PROJECT", copy)
    before = address.fingerprint({})
    (copy / "module.py").write_text("x = 2")
    edited = address.fingerprint({})
    (copy / "module.py").unlink()
    assert len({before, edited, address.fingerprint({})}) == 3


def test_a_server_that_finds_the_code_edited_while_it_loads_does_not_serve(monkeypatch, short):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short))
    with pytest.raises(caller.Hindered, match="the code was edited"):
        caller._started(address.private_folder() / "x.sock", "another", address.environment())


@pytest.mark.parametrize("name", ["TZ", "MPLBACKEND", "PYTHONHASHSEED", "LC_ALL"])
def test_a_caller_with_another_setting_that_libraries_read_gets_another_server(name):
    assert address.fingerprint({name: "1"}) != address.fingerprint({name: "2"})


def test_other_variables_do_not_part_servers():
    assert address.fingerprint({"EDITOR": "vi"}) == address.fingerprint({"EDITOR": "ed"})


def test_trap_7_nobody_waits_for_a_pipe_that_the_server_has_kept(tmp_path):
    script = f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfrom audit_lib.reporting.warm import caller\ncaller.ready()\nprint('done')"
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout == "done\n"  # `capture_output` waits until everybody has closed the pipe


def test_nothing_grows_over_fifty_runs(tmp_path):
    def held(process):
        files = len(list(Path(f"/proc/{process}/fd").iterdir()))
        size = int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{process}/status").read_text())[1])
        return files, len(Path(f"/proc/{process}/task/{process}/children").read_text().split()), size

    for _ in range(3):
        run("1", folder=tmp_path)
    time.sleep(0.3)  # until the server has taken note of the end of the last
    path = caller.ready()
    server, me = server_of(path), os.getpid()
    before = held(server), held(me)
    for number in range(50):
        run(f"import subprocess\nsubprocess.run(['true']); print({number})", folder=tmp_path)
    time.sleep(0.3)
    after = held(server), held(me)
    for (files, children, size), (later, still, larger) in zip(before, after, strict=True):
        # One fewer is what an earlier test of the same process has left, and was cleaned up meanwhile.
        assert later <= files
        assert still <= children
        assert larger - size < 8_000  # kB: less than 160 a run
