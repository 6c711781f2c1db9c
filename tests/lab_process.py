"""JupyterLab as a process: started as a user starts it, asked by its own interface, ended with Ctrl-C."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

#: How long anything may take on a machine that is busy (seconds); nothing waits for longer than it must.
PATIENCE = 90


class Lab(NamedTuple):
    """JupyterLab that runs: its address with the token, its process, and the folders it was given."""

    address: str
    process: subprocess.Popen
    project: Path
    home: Path
    sockets: Path

    @property
    def origin(self):
        return "{0.scheme}://{0.netloc}".format(urlsplit(self.address))

    @property
    def token(self):
        return self.address.partition("token=")[2]

    def ask(self, path, method="GET", said=None):
        """Return the answer of the server: what its JSON holds, or text."""
        request = urllib.request.Request(
            f"{self.origin}/{path}",
            method=method,
            data=said and json.dumps(said).encode(),
            headers={"Authorization": f"token {self.token}"},
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            text = answer.read().decode()
        return json.loads(text) if answer.headers.get_content_type() == "application/json" and text else text

    def answers(self):
        """Whether it listens: it says its address a moment before."""
        with socket.socket() as line:
            return line.connect_ex(("127.0.0.1", urlsplit(self.address).port)) == 0

    def connection(self, kernel):
        """Return how the server speaks with a kernel."""
        return json.loads((self.project / ".jupyter" / "runtime" / f"kernel-{kernel}.json").read_text())


class Kernel:
    """A kernel of a server, spoken to as a page does."""

    def __init__(self, lab, known=None):
        websocket = pytest.importorskip("websocket", reason="no client of web sockets is installed")
        self.id = known or lab.ask("api/kernels", "POST", {"name": "python3"})["id"]
        address = f"{lab.origin.replace('http', 'ws', 1)}/api/kernels/{self.id}/channels?token={lab.token}"
        self._line = websocket.create_connection(address, timeout=PATIENCE)

    def send(self, kind, content, channel="shell"):
        number = uuid.uuid4().hex
        header = {"msg_id": number, "msg_type": kind, "session": "test", "username": "", "version": "5.4"}
        message = {"channel": channel, "header": {**header, "date": ""}, "content": content}
        self._line.send(json.dumps({**message, "parent_header": {}, "metadata": {}, "buffers": []}))
        return number

    def heard(self, number, until):
        """Return what is told about a message until one holds: all texts, and the content of that one."""
        texts = []
        while True:
            message = json.loads(self._line.recv())
            if message["parent_header"].get("msg_id") != number:
                continue
            texts.append(message["content"].get("text", ""))
            if until(message):
                return "".join(texts), message["content"]

    def begin(self, code):
        asked = {"code": code, "silent": False, "store_history": True, "user_expressions": {}}
        return self.send("execute_request", {**asked, "allow_stdin": False, "stop_on_error": False})

    def run(self, code):
        """Return what code prints."""
        return self.heard(self.begin(code), is_idle)[0]

    def close(self):
        self._line.close()


def is_idle(message):
    return message["msg_type"] == "status" and message["content"]["execution_state"] == "idle"


def is_reply(message):
    return message["msg_type"].endswith("_reply")


@contextmanager
def opened(project, *options, command=("privacy-audit", "open"), stdin=subprocess.DEVNULL) -> Iterator[Lab]:
    """Start JupyterLab with an empty home, and end it with Ctrl-C; it must end."""
    with tempfile.TemporaryDirectory(prefix="o-") as folder:
        home, sockets = Path(folder) / "home", Path(folder) / "run"
        home.mkdir()
        sockets.mkdir()
        others = {name: value for name, value in os.environ.items() if not name.startswith("JUPYTER")}
        others.pop("MPLCONFIGDIR", None)
        given = {"HOME": str(home), "XDG_RUNTIME_DIR": str(sockets), "PYTHONPATH": str(project)}
        port = () if "--port" in options else ("--port", str(free_port()))
        process = subprocess.Popen(
            [Path(sys.executable).with_name(command[0]), *command[1:], "--no-browser", *port, *options],
            cwd=project,
            env={**others, **given},
            stdin=stdin,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            running = Lab(address_told(process), process, project, home, sockets)
            assert wait_until(running.answers)
            yield running
        finally:
            end(process)


def free_port():
    """Return a port that nobody uses: two that start at once would both find their usual one free."""
    with socket.create_server(("127.0.0.1", 0)) as line:
        return line.getsockname()[1]


def end(process):
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
    try:
        return process.wait(PATIENCE)
    finally:
        process.kill()


def address_told(process):
    """Return the address that is printed, and go on reading so that the process never waits for a reader."""
    told, lines = Queue(), []

    def read():
        for line in process.stderr:
            lines.append(line)
            if found := re.search(r"http://127\.0\.0\.1:\d+/\S*token=\w+", line):
                told.put(found[0])

    threading.Thread(target=read, daemon=True).start()
    try:
        return told.get(timeout=PATIENCE)
    except Empty:
        pytest.fail("JupyterLab said no address:\n" + "".join(lines))


def wait_until(holds):
    """Wait until something holds, and return whether it did in time."""
    until = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True
